import ClientModel
import Testing

@testable import Lowering

@Suite struct SizeTests {
    /// `A` has five texts, each other letter five members of the one before it.
    private static func levels(_ letters: String) -> String {
        var member = "type: string"
        let lines = letters.map { letter in
            let members = (0..<5).map { "m\($0): {\(member)}" }.joined(separator: ", ")
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
        // Two members of 25 fields each, and three references.
        let members = try result.structure("C").properties.map(\.isIndirect)
        #expect(members == [true, true, true, false, false])
    }

    @Test func whatHoldsReferencesCountsThemAlone() throws {
        let result = try lowered(schemas: Self.levels("ABCDEFG"))
        // The members have 53 fields each.
        let members = try result.structure("D").properties.map(\.isIndirect)
        #expect(members == [true, true, true, true, false])
        // Those of E have 57, those of F 61; F is left with five references, which G can hold.
        #expect(try result.structure("E").properties.count { $0.isIndirect } == 4)
        #expect(try result.structure("F").properties.allSatisfy(\.isIndirect))
        #expect(try result.structure("G").properties.allSatisfy { !$0.isIndirect })
    }

    @Test func payloadsOfUnionsAreHeldByReference() throws {
        let union = """
            U: {oneOf: [{type: string}, {$ref: '#/components/schemas/B'}, {$ref: '#/components/schemas/C'}]}
            """
        let result = try lowered(schemas: Self.levels("ABC") + "\n" + union)
        #expect(try result.union("U").cases.map(\.isIndirect) == [false, false, true])
    }
}
