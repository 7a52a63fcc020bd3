import ClientModel
import Testing

@testable import Lowering

/// Schemas that only wrap others, and what discriminators say of them.
@Suite struct WrapperTests {
    private func mapping(_ schemas: String, _ name: String = "Pet") throws -> (cases: [String], findings: [String]) {
        let result = try lowered(schemas: schemas)
        let union = try result.union(name)
        guard case .discriminator(_, let mapping) = union.selection else { throw Mismatch("shape") }
        return (mapping.map { "\($0.value) \(union.cases[$0.case].name)" }, result.findings)
    }

    private let pet =
        "Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind"

    @Test func aWrapperStandsForTheHeadUnderItsMappedValue() throws {
        let (cases, findings) = try mapping(
            pet + ", mapping: {rep: '#/components/schemas/Reptile', liz: '#/components/schemas/Lizard'}}}\n" + """
                Reptile: {allOf: [{$ref: '#/components/schemas/Pet'}]}
                Scaly: {allOf: [{$ref: '#/components/schemas/Reptile'}]}
                Lizard: {allOf: [{$ref: '#/components/schemas/Scaly'}, {properties: {rocks: {type: boolean}}}]}
                """)
        #expect(cases == ["Pet pet", "liz liz", "rep pet", "Scaly pet"])
        #expect(findings == [])
    }

    @Test func wrappersAloneMakeNoFamily() throws {
        let result = try lowered(
            schemas: pet + "}}\nSimple: {allOf: [{$ref: '#/components/schemas/Pet'}]}\n"
                + "A: {allOf: [{$ref: '#/components/schemas/Simple'}]}")
        #expect(
            result.api.types.map { "\($0.name) \(result.api.describe($0.shape))" }
                == ["Pet struct(kind: string)", "Simple = Pet", "A = Simple"])
    }

    @Test func equalBranchesWithValuesOfTheirOwnAreNotMerged() throws {
        let record = "{type: object, required: [type, data], properties: {type: {type: string}, data: {type: string}}}"
        let result = try lowered(
            Array(
                """
                openapi: 3.0.3
                info: {title: T, version: '1'}
                paths: {}
                components:
                  schemas:
                    Record:
                      oneOf: [{$ref: 'records.yaml#/a'}, {$ref: 'records.yaml#/b'}]
                      discriminator: {propertyName: type, mapping: {A: 'records.yaml#/a', B: 'records.yaml#/b'}}
                """.utf8), name: "test.yaml", loader: { _ in Array("a: \(record)\nb: \(record)".utf8) })
        let union = try result.union("Record")
        guard case .discriminator(_, let mapping) = union.selection else { throw Mismatch("shape") }
        #expect(mapping.map { "\($0.value) \(union.cases[$0.case].name)" } == ["A a", "B b"])
        #expect(result.findings == [])
    }

    @Test func membersBesideAListAreKeptInItsBranches() throws {
        let schemas = """
            Cat: {additionalProperties: true, oneOf: [{$ref: '#/components/schemas/Alive'}, {$ref: '#/components/schemas/Dead'}], discriminator: {propertyName: state, mapping: {alive: '#/components/schemas/Alive', dead: '#/components/schemas/Dead'}}}
            Alive: {type: object, required: [state], properties: {state: {type: string, enum: [alive]}, a: {type: string}}}
            Dead: {type: object, required: [state], additionalProperties: false, properties: {state: {type: string, enum: [dead]}}}
            """
        let result = try lowered(schemas: schemas)
        let union = try result.union("Cat")
        guard case .named(let id) = union.cases[0].type else { throw Mismatch("no type") }
        guard case .structure(let alive) = result.api[id].shape else { throw Mismatch("no structure") }
        #expect(alive.additionalProperties == .json)
        #expect(result.api.describe(union.cases[1].type) == "Dead")
        guard case .discriminator(_, let mapping) = union.selection else { throw Mismatch("shape") }
        #expect(mapping.map(\.value) == ["alive", "dead"])
    }
}
