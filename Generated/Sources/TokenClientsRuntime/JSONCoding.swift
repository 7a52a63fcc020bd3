#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

nonisolated extension JSONValue {
    /// Parses JSON text with the decoder of responses.
    ///
    /// - Throws: ``DecodingFailure`` if the text is not valid JSON or is nested too deeply.
    public init(json bytes: Data) throws {
        self = try NodeDecoder.read(try JSONReader.read(bytes))
    }

    /// Encodes a value as JSON with the encoder of requests.
    ///
    /// Unlike Foundation's `JSONEncoder`, this encodes UUIDs in lowercase and numbers without loss of precision.
    public init(encoding value: some Encodable) throws {
        self = try NodeDecoder.read(NodeEncoder.tree(of: value))
    }

    /// Decodes the value as a type, with the decoder of responses.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try NodeDecoder.read(NodeEncoder.tree(of: self))
    }

    /// The JSON text as sent in requests, with sorted keys.
    public var json: Data { Data(JSONText.bytes(of: self)) }
}
