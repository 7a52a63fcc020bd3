import ClientModel
import Testing

@testable import Lowering

@Suite struct SizeTests {
    /// `A` has ten texts, each other letter ten members of the one before it.
    private static func levels(_ letters: String) -> String {
        var member = "type: string"
        let lines = letters.map { letter in
            let members = (0..<10).map { "m\($0): {\(member)}" }.joined(separator: ", ")
            member = "$ref: '#/components/schemas/\(letter)'"
            return "\(letter): {type: object, properties: {\(members)}}"
        }
        return lines.joined(separator: "\n")
    }

    @Test func valuesOfManyLevelsAreHeldByReference() throws {
        let result = try lowered(schemas: Self.levels("ABC"))
        for name in ["A", "B"] {
            let structure = try result.structure(name)
            #expect(structure.properties.allSatisfy { !$0.isIndirect })
        }
        // Two members of a hundred fields each, and eight references.
        let members = try result.structure("C").properties.map(\.isIndirect)
        #expect(members == Array(repeating: true, count: 8) + [false, false])
    }

    @Test func whatHoldsReferencesCountsThemAlone() throws {
        let result = try lowered(schemas: Self.levels("ABCDEFGH"))
        // D's members have 208 fields each.
        let members = try result.structure("D").properties.map(\.isIndirect)
        #expect(members == Array(repeating: true, count: 9) + [false])
        for name in ["E", "F", "G", "H"] {
            #expect(try result.structure(name).properties.contains { $0.isIndirect })
        }
    }

    @Test func payloadsOfUnionsAreHeldByReference() throws {
        let union = """
            U: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
            """
        let result = try lowered(schemas: Self.levels("ABC") + "\n" + union)
        #expect(try result.union("U").cases.map(\.isIndirect) == [false, false, true])
    }
}
