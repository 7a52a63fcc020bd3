// Written by clientsmith. Do not edit.

import Foundation
import Testing
import TokenClientsRuntime

import ShipEngine

/// Decodes every sample, encodes it again and compares the two as JSON.
@Suite struct ShipEngineRoundTripTests {
    @Test func roundTrip_Redirect() throws {
        try expectRoundTrips(ShipEngine.Redirect.self, [
            "\"shipengine-dashboard\"",
        ])
    }

    @Test func roundTrip_EphemeralToken() throws {
        try expectRoundTrips(ShipEngine.EphemeralToken.self, [
            "{\"token\":\"token\",\"redirect_url\":\"redirect_url\"}",
            "{}",
        ])
    }

    @Test func roundTrip_ErrorResponseBody() throws {
        try expectRoundTrips(ShipEngine.ErrorResponseBody.self, [
            "{\"request_id\":\"aa3d8e8e-462b-4476-9618-72db7f7b7009\",\"errors\":[{\"error_source\":\"carrier\",\"error_type\":\"account_status\",\"error_code\":\"auto_fund_not_supported\",\"message\":\"message\"}]}",
            "{\"request_id\":\"aa3d8e8e-462b-4476-9618-72db7f7b7009\",\"errors\":[]}",
        ])
    }

    @Test func roundTrip_Identifier() throws {
        try expectRoundTrips(ShipEngine.Identifier.self, [
            "\"aa3d8e8e-462b-4476-9618-72db7f7b7009\"",
            "\"7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29\"",
        ])
    }

    @Test func roundTrip_Error() throws {
        try expectRoundTrips(ShipEngine.Error.self, [
            "{\"error_source\":\"carrier\",\"error_type\":\"account_status\",\"error_code\":\"auto_fund_not_supported\",\"message\":\"message\",\"carrier_id\":\"se-28529731\",\"carrier_code\":\"dhl_express\",\"field_name\":\"field_name\"}",
            "{\"error_source\":\"carrier\",\"error_type\":\"account_status\",\"error_code\":\"auto_fund_not_supported\",\"message\":\"message\"}",
        ])
    }

    @Test func roundTrip_SeID() throws {
        try expectRoundTrips(ShipEngine.SeID.self, [
            "\"se-28529731\"",
            "\"se_id\"",
        ])
    }

    @Test func roundTrip_CarrierCode() throws {
        try expectRoundTrips(ShipEngine.CarrierCode.self, [
            "\"dhl_express\"",
            "\"carrier_code\"",
        ])
    }

    @Test func roundTrip_ErrorSource() throws {
        try expectRoundTrips(ShipEngine.ErrorSource.self, [
            "\"carrier\"",
            "\"shipengine\"",
        ])
    }

    @Test func roundTrip_ErrorType() throws {
        try expectRoundTrips(ShipEngine.ErrorType.self, [
            "\"account_status\"",
            "\"integrations\"",
        ])
    }

    @Test func roundTrip_ErrorCode() throws {
        try expectRoundTrips(ShipEngine.ErrorCode.self, [
            "\"auto_fund_not_supported\"",
            "\"funding_source_error\"",
        ])
    }

    @Test func roundTrip_Redirect_unknown() throws {
        try expectUnknownValueIsKept(ShipEngine.Redirect.self, "unknown-to-the-document")
    }

    @Test func roundTrip_ErrorSource_unknown() throws {
        try expectUnknownValueIsKept(ShipEngine.ErrorSource.self, "unknown-to-the-document")
    }

    @Test func roundTrip_ErrorType_unknown() throws {
        try expectUnknownValueIsKept(ShipEngine.ErrorType.self, "unknown-to-the-document")
    }

    @Test func roundTrip_ErrorCode_unknown() throws {
        try expectUnknownValueIsKept(ShipEngine.ErrorCode.self, "unknown-to-the-document")
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
