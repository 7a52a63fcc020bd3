@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// Names from the configuration for types that a document does not name, and for groups.
@Suite struct PinnedTypeTests {
    private let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        tags: [{name: pets}]
        paths:
          /pets:
            get:
              operationId: listPets
              tags: [pets]
              parameters: [{name: sort, in: query, schema: {type: string, enum: [x, y]}}]
              responses:
                '200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: object, properties: {b: {}}}}}}}}
          /owners: {get: {operationId: listOwners, responses: {'204': {description: d}}}}
        components:
          schemas:
            Pet:
              type: object
              properties:
                status: {type: string, enum: [a, b]}
                tags: {type: array, items: {type: object, properties: {c: {type: string}}}}
                size: {oneOf: [{type: number}, {type: object, required: [width], properties: {width: {type: number}}}]}
        """

    private func lowered(_ pins: [LoweringOptions.Pin], groups: [LoweringOptions.Group] = []) throws -> Lowered {
        var options = LoweringOptions(name: Identifier(sanitizing: "Service"), pins: pins)
        options.groups = groups
        return try LoweringTests.lowered(document, options)
    }

    /// Every type that the model shows can be named by the pointer that it shows.
    @Test func everyTypeCanBePinned() throws {
        let types = try lowered([]).api.types
        #expect(types.count >= 7)
        for type in types {
            let result = try lowered([.init(pointer: type.pointer, type: "Chosen")])
            #expect(result.problems.diagnostics.isEmpty, "\(type.pointer): \(result.problems.diagnostics)")
            #expect(result.api.types[type.id.index].name.text == "Chosen", "\(type.pointer)")
        }
    }

    @Test func credentialsCanBePinned() throws {
        let result = try LoweringTests.lowered(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}}
            """,
            .init(
                name: Identifier(sanitizing: "Service"),
                pins: [.init(pointer: "#/components/securitySchemes/key", name: "token")]))
        #expect(result.api.securitySchemes.map(\.name.text) == ["token"])
        #expect(result.findings == [])
    }

    @Test func aPlainNameIsThatOfAMemberFirst() throws {
        let pointer = "#/components/schemas/Pet/properties/status"
        let both = try lowered([.init(pointer: pointer, name: "state", type: "State")]).api
        let one = try lowered([.init(pointer: pointer, name: "state")]).api
        func names(_ api: API) throws -> [String] {
            let pet = try #require(api.types.first { $0.wireName == "Pet" })
            guard case .structure(let structure) = pet.shape else { return [] }
            return [structure.properties[0].name.text] + api.types.filter { $0.pointer == pointer }.map(\.name.text)
        }
        #expect(try names(both) == ["state", "State"])
        #expect(try names(one) == ["state", "Status"])
        let items = "#/components/schemas/Pet/properties/tags/items"
        #expect(try lowered([.init(pointer: items, name: "Label")]).api.types.contains { $0.name.text == "Label" })
    }

    @Test func aTypeThatIsNotThereIsReported() throws {
        let result = try lowered([
            .init(pointer: "#/components/schemas/Pet/properties/tags", name: "labels", type: "Labels")
        ])
        #expect(result.problems.diagnostics.map(\.kind) == ["unused-name"])
    }

    @Test func twoPinsToOneNameAreAnError() throws {
        let pointers = ["/items", ""].map { "#/components/schemas/Pet/properties/tags" + $0 }
        let result = try lowered([
            .init(pointer: pointers[0], type: "Same"),
            .init(pointer: "#/components/schemas/Pet/properties/status", type: "Same"),
        ])
        #expect(result.problems.diagnostics.map(\.message) == ["'Same' is already used"])
    }

    @Test(
        arguments: [
            ("#/components/schemas/Pet", "pet", "`pet` is not how Swift spells the name of a type; `Pet` is"),
            (
                "#/components/schemas/Pet/properties/status", "pet_status",
                "`pet_status` is not how Swift spells the name of a property; `petStatus` is"
            ),
            ("#/paths/~1pets/get", "List", "`List` is not how Swift spells the name of a method; `list` is"),
        ])
    func unusualNamesAreRemarkedUpon(pointer: String, name: String, message: String) throws {
        let problems = try lowered([.init(pointer: pointer, name: name)]).problems
        #expect(problems.diagnostics.map { "\($0.severity): \($0.message)" } == ["remark: \(message)"])
    }

    @Test(arguments: ["Pet", "PetID", "HTTPPet", "_Pet2"]) func usualNamesAreNot(name: String) throws {
        let problems = try lowered([.init(pointer: "#/components/schemas/Pet", name: name)]).problems
        #expect(problems.diagnostics.filter { $0.kind == "unusual-name" }.count == (name == "_Pet2" ? 1 : 0))
    }

    // MARK: Groups

    private func groups(_ result: Lowered) -> [String] {
        result.api.groups.map { "\($0.name): \($0.typeName)" }
    }

    @Test func groupsOfTags() throws {
        let result = try lowered([.init(pointer: "#/tags/0", name: "animals", type: "ZooAPI")])
        #expect(result.problems.diagnostics.isEmpty)
        #expect(groups(result) == ["animals: ZooAPI", "owners: OwnersAPI"])
        #expect(
            groups(try lowered([.init(pointer: "#/tags/0", name: "animals")])) == [
                "animals: AnimalsAPI", "owners: OwnersAPI",
            ])
    }

    @Test func groupsOfTheConfiguration() throws {
        let path = [Identifier(sanitizing: "people")]
        let group = LoweringOptions.Group(
            path: path, paths: [.init("/owners", at: nil)], type: Identifier(sanitizing: "HumansAPI"))
        #expect(groups(try lowered([], groups: [group])) == ["pets: PetsAPI", "people: HumansAPI"])
        var other = group
        other.type = Identifier(sanitizing: "Humans")
        let problems = try lowered([], groups: [other]).problems.diagnostics
        #expect(problems.map(\.message) == ["'Humans' can't name the type of a group, which ends in `API`"])
        #expect(problems.map(\.hint) == ["write `HumansAPI`"])
        other.type = Identifier(sanitizing: "PetsAPI")
        let clash = try lowered([.init(pointer: "#/tags/0", type: "PetsAPI")], groups: [other]).problems.diagnostics
        #expect(clash.map(\.message) == ["'PetsAPI' is already used"])
    }
}
