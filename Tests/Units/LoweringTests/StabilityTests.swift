@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// Documents that only grow, and whose names stay because they are recorded.
@Suite struct StabilityTests {
    private let base = """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        tags: [{name: pets}]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            get:
              operationId: pets_get
              tags: [pets]
              parameters: [{name: mode, in: query, schema: {type: string, enum: [x, y]}}]
              responses:
                '200': {description: d, content: {application/json: {schema: {type: object, properties: {a: {type: object, properties: {b: {type: string}}}}}}}}
                '404': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/error'}}}}
        components:
          schemas:
            error: {type: object, properties: {error_code: {type: string, enum: [a_b, a-c]}, message: {type: string}}}
            pet: {oneOf: [{$ref: '#/components/schemas/cat'}, {$ref: '#/components/schemas/dog'}]}
            cat: {type: object, required: [lives], properties: {lives: {type: integer}}}
            dog: {type: object, required: [bark], properties: {bark: {type: string}}}
        """

    private func names(_ result: Lowered) -> Set<String> {
        var names = Set(result.typeNames)
        for type in result.api.types {
            let path = result.api.path(of: type.id)
            switch type.shape {
            case .structure(let structure):
                names.formUnion(structure.properties.map { "\(path).\($0.name) is \($0.wireName)" })
            case .enumeration(let enumeration):
                names.formUnion(enumeration.cases.map { "\(path).\($0.name) is \($0.value)" })
            case .union(let union):
                names.formUnion(union.cases.map { "\(path).\($0.name) is \(result.api.describe($0.type))" })
            case .alias: break
            }
        }
        for group in result.api.groups {
            names.insert("group \(group.name) \(group.typeName)")
            for operation in group.operations {
                names.insert("\(group.name).\(operation.name) \(operation.typeName) is \(operation.id)")
                names.formUnion(
                    operation.parameters.map { "\(operation.id) \($0.name) is \($0.location) \($0.wireName)" })
            }
        }
        return names
    }

    @Test(
        arguments: [
            (
                "an optional property", "message: {type: string}",
                "message: {type: string}, error-code: {type: string}, more: {type: string}"
            ),
            ("a property in front", "properties: {error_code", "properties: {first: {type: string}, error_code"),
            ("an enum value", "[a_b, a-c]", "[a_b, a-c, a_c, a__b, A_B, d]"),
            (
                "a union branch", "[{$ref: '#/components/schemas/cat'}",
                "[{title: Ant, type: object, required: [legs], properties: {legs: {type: integer}}}, {$ref: '#/components/schemas/cat'}"
            ),
            (
                "an error status with a known body", "        '404'",
                "        '403': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/error'}}}}\n        '404'"
            ),
            (
                "a response header", "'200': {description: d,",
                "'200': {description: d, headers: {X-More: {schema: {type: string, enum: [a]}}},"
            ),
            (
                "an optional parameter", "parameters: [{name: mode",
                "parameters: [{name: id, in: header, schema: {type: string}}, {name: Mode, in: header, schema: {type: string, enum: [z]}}, {name: mode"
            ),
            (
                "an operation", "paths:\n",
                "paths:\n  /pets:\n    get: {operationId: pets_get_mode, tags: [pets], responses: {'200': {description: d, content: {application/json: {schema: {type: object}}}}}}\n    post: {operationId: getResponse, tags: [pets], responses: {'204': {description: d}}}\n"
            ),
            (
                "an operation in front, without a tag", "paths:\n",
                "paths:\n  /a:\n    get: {operationId: pets_get, responses: {'204': {description: d}}}\n"
            ),
            (
                "a tag", "paths:\n",
                "paths:\n  /a:\n    get: {operationId: a, tags: [Dogs API], responses: {'204': {description: d}}}\n"
            ),
            (
                "a schema", "  schemas:\n",
                "  schemas:\n    Pets API: {type: object, properties: {error: {type: string, enum: [x]}}}\n    aaa: {type: string}\n"
            ),
            (
                "schemas of names that are taken", "    dog: {",
                "    zoo: {type: string}\n    Error: {type: string}\n    DOG: {type: string}\n    dog: {"
            ),
        ])
    func additions(name: String, old: String, new: String) throws {
        let before = try lowered(base)
        let text =
            name == "schemas of names that are taken"
            ? base
                + "\n    zoo: {type: string}\n    Error: {type: string}\n    DOG: {type: string}\n    Pets: {type: string}"
            : base.replacing(old, with: new)
        #expect(text != base)
        let after = try lowered(text, .init(name: Identifier(sanitizing: "Service"), record: before.api.record))
        let lost = names(before).subtracting(names(after))
        #expect(lost.isEmpty, "\(lost.sorted()) were renamed: \(names(after).subtracting(names(before)).sorted())")
        #expect(
            names(after).count > names(before).count || name == "an error status with a known body"
                || name == "a response header")
    }

    /// Branches of a schema with members of its own are nested in it, and have its pointer.
    @Test func branchesWithThePointerOfTheirUnionKeepTheirNames() throws {
        let schemas =
            "envelope: {oneOf: [{type: boolean}, {type: object}], properties: {id: {type: string}, url: {type: string}}}"
        let before = try lowered(schemas: schemas)
        let options = LoweringOptions(name: Identifier(sanitizing: "Service"), record: before.api.record)
        let after = try lowered(schemas: schemas, options)
        #expect(before.api.types.filter { $0.scope != .service }.count == 1)
        #expect(names(after) == names(before))
        #expect(after.api.record == before.api.record)
    }

    @Test func groupsBelowAVariableKeepTheirNames() throws {
        let document = """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /accounts/{id}/files/{file}: {get: {operationId: getFile, responses: {'204': {description: d}}}}
              /accounts/{id}/files: {post: {operationId: addFile, responses: {'204': {description: d}}}}
            """
        let before = try lowered(document)
        let options = LoweringOptions(name: Identifier(sanitizing: "Service"), record: before.api.record)
        let after = try lowered(document, options)
        #expect(before.api.groups.map(\.name.text) == ["files"])
        #expect(names(after) == names(before))
    }

    @Test func theOrderOfADocumentDoesNotMatterToNamesThatDiffer() throws {
        let forwards = try lowered(
            schemas: "a: {type: string}\nb: {type: object, properties: {x: {type: string}, y: {type: string}}}")
        let backwards = try lowered(
            schemas: "b: {type: object, properties: {y: {type: string}, x: {type: string}}}\na: {type: string}")
        #expect(names(forwards) == names(backwards))
    }

    @Test func sameDocumentSameResult() throws {
        let first = try lowered(base).api
        let second = try lowered(base).api
        #expect(first.outline == second.outline)
        #expect(first.types.map(\.samples) == second.types.map(\.samples))
    }

    @Test func pinnedNames() throws {
        func pin(_ pointer: String, _ name: String) -> LoweringOptions.Pin {
            .init(pointer: pointer, name: name, place: Place(file: 9, start: 0, end: 1))
        }
        let options = LoweringOptions(
            name: Identifier(sanitizing: "S"),
            pins: [
                pin("#/components/schemas/error", "Mishap"),
                pin("#/components/schemas/error/properties/error_code", "code"),
                pin("#/components/schemas/error/properties/error_code/enum/1", "other"), pin("#/tags/0", "animals"),
                pin("#/paths/~1pets~1{id}/get", "fetch"), pin("#/paths/~1pets~1{id}/get/parameters/0", "how"),
                pin("#/components/schemas/pet/oneOf/1", "hound"),
            ])
        let result = try lowered(base, options)
        #expect(result.findings == [])
        #expect(try result.properties("Mishap") == ["code: Mishap.ErrorCode?", "message: string?"])
        #expect(try result.enumeration("Mishap.ErrorCode").cases.map(\.name.text) == ["aB", "other"])
        #expect(try result.union("Pet").cases.map(\.name.text) == ["cat", "hound"])
        let group = try #require(result.api.groups.first)
        #expect(group.name.text == "animals")
        #expect(group.typeName.text == "AnimalsAPI")
        #expect(group.operations[0].name.text == "fetch")
        #expect(group.operations[0].parameters.map(\.name.text) == ["id", "how"])
    }

    @Test(
        arguments: [
            ("#/components/schemas/nothing", "A", "leftOut unused-name"),
            ("#/components/schemas/error", "not a name", "error invalid-name"),
            ("#/components/schemas/error", "", "error invalid-name"),
            ("#/components/schemas/error", "Data", "error reserved-name"),
            ("#/components/schemas/error", "Cat", "error repeated-name"),
            ("#/paths/~1pets~1{id}/get", "withResponse", "error reserved-name"),
        ])
    func faultsInPins(pointer: String, name: String, finding: String) throws {
        let place = Place(file: 9, start: 3, end: 4)
        var pins = [LoweringOptions.Pin(pointer: pointer, name: name, place: place)]
        if name == "Cat" { pins.append(.init(pointer: "#/components/schemas/cat", name: "Cat", place: place)) }
        let result = try lowered(base, .init(name: Identifier(sanitizing: "S"), pins: pins))
        #expect(result.findings == [finding])
        #expect(result.problems.diagnostics.map(\.place) == [place])
    }

    @Test func aPinDisplacesNamesOfTheDocument() throws {
        let result = try lowered(
            base,
            .init(name: Identifier(sanitizing: "S"), pins: [.init(pointer: "#/components/schemas/dog", name: "Cat")]))
        #expect(result.findings == [])
        #expect(result.problems.diagnostics.map(\.kind) == ["name-collision"])
        #expect(try result.type("Cat").wireName == "dog")
        #expect(result.typeNames.contains("Cat2"))
    }
}
