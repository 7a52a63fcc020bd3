// Written by clientsmith. Do not edit.

import Foundation
import Testing
import TokenClientsRuntime

import Forsta

/// Decodes every sample, encodes it again and compares the two as JSON.
@Suite struct ForstaRoundTripTests {
    @Test func roundTrip_EphemeralTokenPostResponse() throws {
        try expectRoundTrips(Forsta.EphemeralTokenPostResponse.self, [
            "{\"token\":\"token\"}",
        ])
    }
}

private func expectRoundTrips<Value: Codable & Hashable>(_ type: Value.Type, _ samples: [String]) throws {
    for sample in samples {
        let original = try JSONValue(json: Data(sample.utf8))
        let value = try original.decode(as: type)
        let encoded = try JSONValue(encoding: value)
        #expect(encoded.equals(original), "\(type) made \(encoded) of \(sample)")
        #expect(try JSONValue(json: encoded.json).decode(as: type) == value)
        #expect(try JSONDecoder().decode(type, from: JSONEncoder().encode(value)) == value)
    }
}

private func expectUnknownValueIsKept<Value: OpenEnum>(_ type: Value.Type, _ unknown: Value.RawValue) throws {
    let value = try #require(Value(rawValue: unknown))
    #expect(!Value.knownValues.contains(value))
    let encoded = try JSONValue(encoding: [value])
    #expect(try encoded.decode(as: [Value].self) == [value])
    #expect(try encoded.decode(as: [Value.RawValue].self) == [unknown])
}

extension JSONValue {
    /// Equality, except for members that are `null` in `original` and absent here: responses do not distinguish the two.
    fileprivate func equals(_ original: JSONValue) -> Bool {
        switch (self, original) {
        case (.object(let found), .object(let expected)):
            return Set(found.keys).isSubset(of: expected.keys)
            && expected.allSatisfy { name, value in found[name].map { $0.equals(value) } ?? value.isNull }
        case (.array(let found), .array(let expected)):
            return found.count == expected.count && zip(found, expected).allSatisfy { $0.equals($1) }
        default:
            return self == original
        }
    }
}
