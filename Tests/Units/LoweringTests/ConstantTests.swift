import ClientModel
import Testing

@testable import Lowering

/// Required members that can have one value only.
@Suite struct ConstantTests {
    private func members(_ object: String, _ schemas: String = "") throws -> [String] {
        try lowered(schemas: "A: {type: object, \(object)}\n\(schemas)").structure("A").properties.map {
            $0.name.text + ($0.constant.map { "=\($0)" } ?? "")
        }
    }

    @Test func standBehindWhatMustBeSet() throws {
        let properties =
            "type: {const: message}, note: {type: string}, id: {type: string}, version: {enum: [2]}, isLive: {enum: [true]}"
        #expect(
            try members("required: [type, id, version, isLive], properties: {\(properties)}")
                == ["id", "type=string(\"message\")", "version=integer(2)", "isLive=boolean(true)", "note"])
    }

    @Test func typesOfComponents() throws {
        #expect(
            try members(
                "required: [type], properties: {type: {$ref: '#/components/schemas/Z'}}",
                "Z: {$ref: '#/components/schemas/Y'}\nY: {enum: [y]}") == ["type=string(\"y\")"])
    }

    @Test(
        arguments: [
            "required: [], properties: {type: {const: a}}", "required: [type], properties: {type: {enum: [a, b]}}",
            "required: [type], properties: {type: {type: [string, 'null'], enum: [a, null]}}",
            "required: [type], properties: {type: {anyOf: [{type: string}, {type: string, enum: [a]}]}}",
            "required: [type], properties: {type: {enum: [true, false]}}",
        ])
    func membersWithSeveralValuesHaveNone(object: String) throws { #expect(try members(object) == ["type"]) }
}
