import ClientModel
import Diagnostics
import Testing

@testable import Lowering

@Suite struct EndlessSchemaTests {
    @Test(arguments: [
        "A: {$ref: '#/components/schemas/A'}",
        "A: {allOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/B'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/A'}, {nullable: true}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
        "A: {anyOf: [{$ref: '#/components/schemas/B'}, {type: 'null'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}",
        "A: {allOf: [{$ref: '#/components/schemas/B'}]}\nB: {anyOf: [{$ref: '#/components/schemas/A'}, {type: 'null'}]}",
        "Pet: {$ref: '#/components/schemas/pet'}\npet: {$ref: '#/components/schemas/Pet'}",
    ])
    func schemasThatConsistOfThemselvesAreRefused(_ schemas: String) throws {
        let result = try lowered(schemas: schemas)
        #expect(result.problems.hasErrors)
        #expect(result.api.types.isEmpty)
    }

    @Test func theMessageNamesTheChain() throws {
        let result = try lowered(
            schemas: "A: {oneOf: [{$ref: '#/components/schemas/B'}]}\nB: {oneOf: [{$ref: '#/components/schemas/A'}]}")
        let messages = result.problems.diagnostics.map(\.message)
        #expect(messages.contains { $0.contains("'#/components/schemas/A' → '#/components/schemas/B' → ") })
    }

    @Test func unionsThatListEachOtherHaveTheirLeaves() throws {
        let result = try lowered(
            schemas: """
                A: {oneOf: [{$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/X'}]}
                B: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/Y'}]}
                X: {type: object, required: [x], properties: {x: {type: string}}}
                Y: {type: object, required: [y], properties: {y: {type: string}}}
                """)
        #expect(Set(try result.union("A").cases.map(\.name.text)) == ["x", "y"])
        #expect(Set(try result.union("B").cases.map(\.name.text)) == ["x", "y"])
    }

    @Test func anAliasReachedTwiceInACycleIsHeldByReference() throws {
        let result = try lowered(
            schemas: """
                Node: {type: object, properties: {parent: {$ref: '#/components/schemas/Parent'}, edge: {$ref: '#/components/schemas/Edge'}}}
                Edge: {type: object, properties: {to: {$ref: '#/components/schemas/Parent'}}}
                Parent: {$ref: '#/components/schemas/Node'}
                """)
        #expect(try result.structure("Node").properties.map(\.isIndirect) == [true, false])
        #expect(try result.structure("Edge").properties.map(\.isIndirect) == [true])
    }

    @Test func unionsOfUnionsOfScalarsAreOneScalar() throws {
        let levels = (0..<34).map { level in
            let next = [1, 2].map { "{$ref: '#/components/schemas/N\(level + $0)'}" }.joined(separator: ", ")
            return "N\(level): {oneOf: [\(next)]}"
        }
        let result = try lowered(
            schemas: (levels + ["N34: {type: string}", "N35: {type: string}"]).joined(separator: "\n"))
        #expect(!result.problems.hasErrors)
        #expect(try result.type("N0").shape.parts == [.scalar(.string)])
    }
}
