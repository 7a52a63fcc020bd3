import Changes
@_spi(Naming) import ClientModel
import Testing

@testable import Lowering

/// Methods that take the members of bodies as arguments.
@Suite struct BodyOverloadTests {
    private static let pet =
        "{type: object, required: [name, kind], properties: {name: {type: string}, age: {type: integer}, kind: {type: string}}}"

    private static func json(_ schema: String) -> String { "application/json: {schema: \(schema)}" }

    private static func document(
        _ contents: String, parameters: String = "", isRequired: Bool = true, paths: String = ""
    ) -> String {
        """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        paths:
          /owners/{ownerID}/pets:
            post:
              operationId: createPet
              tags: [Pets]
              parameters: [{name: ownerID, in: path, required: true, schema: {type: string}}\(parameters)]
              requestBody: {required: \(isRequired), content: {\(contents)}}
              responses: {'204': {description: d}}
        \(paths)
        """
    }

    private func lowered(
        _ contents: String, parameters: String = "", isRequired: Bool = true, paths: String = "",
        after earlier: Lowered? = nil
    ) throws -> Lowered {
        var options = LoweringOptions(name: .init(sanitizing: "Service"))
        if let earlier { options.record = earlier.api.record }
        let document = Self.document(contents, parameters: parameters, isRequired: isRequired, paths: paths)
        return try LoweringTests.lowered(document, options)
    }

    /// The calls of the first operation. For example: `ownerID name kind age?`.
    private func calls(_ lowered: Lowered, of name: String = "create") -> [String] {
        let operations = lowered.api.groups.flatMap(\.operations).filter { $0.name.text == name }
        return operations.flatMap { operation in
            operation.bodyOverloads.map { overload in
                let (before, after) = operation.arguments(around: overload)
                let members = overload.members.map { $0.name.text + ($0.hasDefault ? "?" : "") }
                return (before.compactMap(\.label?.text) + members + after.compactMap(\.label?.text))
                    .joined(separator: " ")
            }
        }
    }

    /// Also where its type changes, which `diff` tells of the property.
    @Test func aMemberThatBecomesRequiredIsReported() throws {
        let before = try lowered(Self.json(Self.pet))
        let pet = Self.pet.replacing("required: [name, kind]", with: "required: [name, kind, age]")
        let after = try lowered(Self.json(pet), after: before)
        let found = changes(from: before.api, to: after.api).filter { $0.kind == "swift-method-argument-required" }
        #expect(found.map(\.message) == ["`PetsAPI.create` needs `age`, which was optional"])
    }

    @Test func membersStandBetweenThePathAndTheRest() throws {
        let query = ", {name: dryRun, in: query, schema: {type: boolean}}"
        let result = try lowered(Self.json(Self.pet), parameters: query)
        #expect(calls(result) == ["ownerID name kind age? dryRun"])
        #expect(
            result.api.record.entries.filter { $0.kind == .overloads }.map(\.name) == ["name kind age?"])
    }

    @Test(
        arguments: [
            json("{type: object, required: [ownerID], properties: {ownerID: {type: string}}}"),
            json("{type: object, required: [name], properties: {name: {type: string}, ownerID: {type: string}}}"),
            json("{type: array, items: {type: string}}"), json("{type: object, additionalProperties: {type: string}}"),
            "text/plain: {schema: {type: string}}",
            json("{type: object, required: [kind], properties: {kind: {type: string, enum: [only]}}}"),
            json(
                "{type: object, required: [m1], properties: {\((1...41).map { "m\($0): {type: string}" }.joined(separator: ", "))}}"
            ),
        ])
    func otherBodiesHaveNone(_ contents: String) throws {
        let result = try lowered(contents)
        #expect(calls(result).isEmpty)
        #expect(result.api.record.entries.allSatisfy { $0.kind != .overloads })
    }

    @Test func severalBodiesHaveOneEachIfTheirLabelsDiffer() throws {
        let form =
            "multipart/form-data: {schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}}}}"
        #expect(calls(try lowered("\(form), \(Self.json(Self.pet))")) == ["ownerID photo", "ownerID name kind age?"])
        let alike =
            "multipart/form-data: {schema: {type: object, required: [name], properties: {name: {type: string}, kind: {type: string}, file: {type: string, format: binary}}}}"
        #expect(calls(try lowered("\(alike), \(Self.json(Self.pet))")) == ["ownerID name kind age?"])
    }

    @Test func membersCanAllBeOptional() throws {
        let pet = Self.pet.replacing("required: [name, kind], ", with: "")
        #expect(calls(try lowered(Self.json(pet), isRequired: false)) == ["ownerID name? age? kind?"])
        // `create(ownerID:)` would be ambiguous.
        let one = Self.json("{type: object, properties: {name: {type: string}}}")
        #expect(calls(try lowered(one, isRequired: false)) == ["ownerID name"])
    }

    @Test func readOnlyMembersAreNotSent() throws {
        let pet =
            "{type: object, required: [id, name], properties: {id: {type: string, readOnly: true}, name: {type: string}}}"
        #expect(calls(try lowered(Self.json(pet))) == ["ownerID name"])
    }

    // MARK: Growth

    @Test func growingBodiesGiveTheirNewMembers() throws {
        let first = try lowered(Self.json(Self.pet))
        let pet = Self.pet.replacing("age:", with: "color: {type: string}, age:")
        #expect(calls(try lowered(Self.json(pet), after: first)) == ["ownerID name kind color? age?"])
    }

    @Test func largeBodiesKeepTheirOverload() throws {
        let first = try lowered(Self.json(Self.pet))
        let more = (1...50).map { "m\($0): {type: string}" }.joined(separator: ", ")
        let second = try lowered(Self.json(Self.pet.replacing("age:", with: "\(more), age:")), after: first)
        #expect(calls(second)[0].split(separator: " ").count == 54)
    }

    /// Calls that were written before have the argument.
    @Test func membersThatBecomeOptionalKeepNoDefault() throws {
        let first = try lowered(Self.json(Self.pet))
        let pet = Self.pet.replacing("required: [name, kind], ", with: "")
        let second = try lowered(Self.json(pet), after: first)
        #expect(calls(second) == ["ownerID name kind age?"])
        #expect(try second.properties("PetsAPI.CreateBody") == ["name: string?", "kind: string?", "age: integer?"])
        #expect(calls(try lowered(Self.json(pet), after: second)) == ["ownerID name kind age?"])
    }

    @Test func labelsKeepTheirMeaning() throws {
        let first = try lowered(Self.json(Self.pet))
        let query =
            ", {name: age, in: query, schema: {type: integer}}, {name: color, in: query, schema: {type: string}}"
        let pet = Self.pet.replacing("age:", with: "color: {type: string}, age:")
        let second = try lowered(Self.json(pet), parameters: query, after: first)
        #expect(calls(second) == ["ownerID name kind age? color"])
        #expect(calls(try lowered(Self.json(pet), parameters: query)).isEmpty)
        #expect(
            calls(try lowered(Self.json(pet), parameters: query, after: second)) == ["ownerID name kind age? color"])
    }

    @Test func newContentsAddOverloads() throws {
        let first = try lowered(Self.json(Self.pet))
        let form =
            "multipart/form-data: {schema: {type: object, required: [photo], properties: {photo: {type: string, format: binary}, name: {type: string}}}}"
        let second = try lowered("\(form), \(Self.json(Self.pet))", after: first)
        #expect(calls(second) == ["ownerID photo name?", "ownerID name kind age?"])
        // A label that the other overload needs would make calls of both ambiguous.
        let pet = Self.pet.replacing("age:", with: "photo: {type: string}, age:")
        #expect(
            calls(try lowered("\(form), \(Self.json(pet))", after: second))
                == ["ownerID photo name?", "ownerID name kind age?"])
    }

    // MARK: Other methods of the group

    private static func twin(_ path: String) -> String {
        """
          /\(path):
            post:
              operationId: createPet
              tags: [Pets]
              parameters: [{name: \(path.contains("kind") ? "kind" : "shopID"), in: path, required: true, schema: {type: string}}]
              requestBody: {content: {\(json(pet))}}
              responses: {'204': {description: d}}
        """
    }

    @Test func methodsThatShareTheirNameHaveNone() throws {
        let result = try lowered(Self.json(Self.pet), paths: Self.twin("shops/{shopID}/pets"))
        #expect(result.api.groups[0].operations.map(\.name.text) == ["create", "create"])
        #expect(calls(result).isEmpty)
    }

    @Test func newMethodsOfTheNameLeaveOverloadsAsTheyAre() throws {
        let first = try lowered(Self.json(Self.pet))
        let pet = Self.pet.replacing("age:", with: "shopID: {type: string}, age:")
        let second = try lowered(Self.json(pet), paths: Self.twin("shops/{shopID}/pets"), after: first)
        #expect(second.api.groups[0].operations.map(\.name.text) == ["create", "create"])
        #expect(calls(second) == ["ownerID name kind age?"])
    }

    /// `create(kind:…)` could mean both.
    @Test func newMethodsWithTheLabelsOfMembersHaveAnotherName() throws {
        let bare =
            "/pets/{kind}: {post: {operationId: createPet, tags: [Pets], parameters: [{name: kind, in: path, required: true, schema: {type: string}}], requestBody: {content: {\(Self.json(Self.pet))}}, responses: {'204': {description: d}}}}"
        let document = { (paths: [String]) in
            "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths:\n" + paths.map { "  \($0)\n" }.joined()
        }
        let pets =
            "/pets: {post: {operationId: createPet, tags: [Pets], requestBody: {content: {\(Self.json(Self.pet))}}, responses: {'204': {description: d}}}}"
        var options = LoweringOptions(name: .init(sanitizing: "Service"))
        let first = try LoweringTests.lowered(document([pets]), options)
        #expect(calls(first) == ["name kind age?"])
        options.record = first.api.record
        let second = try LoweringTests.lowered(document([pets, bare]), options)
        #expect(second.api.groups[0].operations.map(\.name.text) == ["create", "createPet"])
        #expect(calls(second) == ["name kind age?"])
    }
}
