#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

nonisolated extension JSONValue {
    /// Reads JSON text, as answers are read.
    ///
    /// - Throws: Where it is no JSON, or nested too deeply.
    public init(json bytes: Data) throws {
        self = try NodeDecoder.read(try JSONReader.read(bytes))
    }

    /// What a value looks like in JSON, as requests send it.
    ///
    /// Unlike Foundation's `JSONEncoder`, this writes UUIDs in lower case and every number with all its digits.
    public init(encoding value: some Encodable) throws {
        self = try NodeDecoder.read(NodeEncoder.tree(of: value))
    }

    /// The value as a type, read as answers are.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try NodeDecoder.read(NodeEncoder.tree(of: self))
    }

    /// JSON text with sorted keys, as requests send it.
    public var json: Data { Data(JSONText.bytes(of: self)) }
}
