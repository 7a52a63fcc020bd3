import Cases
import Foundation
import SchemasRuntime
import Testing

/// What a request is written as where a member is skipped, set to `null`, and given a value.
@Suite struct PresenceTests {
    struct Sent: Sendable, CustomTestStringConvertible {
        var json: String
        var value: any Encodable & Sendable

        init(_ json: String, _ value: any Encodable & Sendable) {
            self.json = json
            self.value = value
        }

        var testDescription: String { "\(type(of: value)) \(json)" }
    }

    @Test(arguments: required + optional + others) func isWritten(_ sent: Sent) throws {
        let expected = try JSONValue(json: Data(sent.json.utf8))
        #expect(try JSONValue(encoding: sent.value) == expected)
        #expect(try JSONValue(json: JSONEncoder().encode(sent.value)) == expected)
    }

    static let required = [
        Sent(#"{"r":"x","rn":"y"}"#, PresenceInRequests.Value(r: "x", rn: "y")),
        Sent(#"{"r":"x","rn":null}"#, PresenceInRequests.Value(r: "x", rn: nil)),
        Sent(#"{"r":null}"#, PresenceOfAnyValue.Value(r: .null)),
        Sent(#"{"r":[1]}"#, PresenceOfAnyValue.Value(r: [1])),
        Sent(#"{"r":null}"#, PresenceNullableOf30.Value(r: nil)),
    ]

    static let optional = [
        Sent(#"{"r":"x","rn":"y","o":"a"}"#, PresenceInRequests.Value(r: "x", rn: "y", o: "a")),
        Sent(#"{"r":"x","rn":"y","m":null}"#, PresenceInRequests.Value(r: "x", rn: "y", explicitNulls: [.m])),
        Sent(#"{"r":"x","rn":"y","m":"b"}"#, PresenceInRequests.Value(r: "x", rn: "y", m: "b")),
        Sent(#"{"r":"x","rn":"y","m":null}"#, PresenceInBoth.Value(r: "x", rn: "y", explicitNulls: [.m])),
        Sent(#"{"r":"x","rn":"y"}"#, PresenceInAnswers.Value(r: "x", rn: "y", m: nil as String?)),
        Sent(#"{"r":"x","o":null}"#, PresenceNullableOf30.Value(r: "x", explicitNulls: .o)),
        Sent(#"{"r":"x","o":7}"#, PresenceNullableOf30.Value(r: "x", o: 7, explicitNulls: [.o])),
        Sent("{}", PresenceThroughAnAlias.Value()),
        Sent(#"{"a":null}"#, PresenceThroughAnAlias.Value(explicitNulls: [.a])),
        Sent(#"{"a":"x"}"#, PresenceThroughAnAlias.Value(a: "x")),
    ]

    static let others = [
        Sent(#"{"a":null}"#, PresenceThroughAReference.Value(explicitNulls: [.a])),
        Sent(#"{"a":{"x":"y"}}"#, PresenceThroughAReference.Value(a: .init(x: "y"))),
        Sent(#"{"b":{}}"#, PresenceThroughAReference.Value(b: .init())),
        Sent(#"{"a":null,"m":null}"#, PresenceOfArraysAndMaps.Value(explicitNulls: [.a, .m])),
        Sent(#"{"a":[1,null]}"#, PresenceOfArraysAndMaps.Value(a: [1, nil])),
        Sent(#"{"m":{"k":null}}"#, PresenceOfArraysAndMaps.Value(m: ["k": nil])),
        Sent(#"{"u":null}"#, PresenceOfUnions.Value(explicitNulls: [.u])),
        Sent(#"{"u":1}"#, PresenceOfUnions.Value(u: .integer(1))),
        Sent("{}", PresenceOfUnions.Value()),
        Sent(#"{"r":1,"o":null,"e":null}"#, PresenceOfAnyValue.Value(r: 1, o: .null, explicitNulls: [.e])),
        Sent(#"{"name":"n","note":null}"#, PresenceReadOnlyAndWriteOnly.Value(name: "n", explicitNulls: [.note])),
        Sent(#"{"a":null,"b":null}"#, PresenceWithinAllof.Value(explicitNulls: [.a, .b])),
    ]
}
