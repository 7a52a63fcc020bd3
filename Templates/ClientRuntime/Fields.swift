/// Reads the members of an object, for `init(from:)` of generated types.
public nonisolated struct FieldDecoder {
    private let tree: NodeDecoder?
    private let container: KeyedDecodingContainer<FieldKey>?

    /// - Throws: Where there is no object to read.
    public init(_ decoder: any Decoder) throws {
        tree = decoder as? NodeDecoder
        container = tree == nil ? try decoder.container(keyedBy: FieldKey.self) : nil
        if let tree { _ = try tree.container(keyedBy: FieldKey.self) }
    }

    /// A member that must be there; only an optional type takes `null`.
    public func required<T: Decodable>(_ name: String) throws -> T {
        if let tree {
            let key = FieldKey(name)
            guard let node = tree.member(name) else { throw tree.failure("missing", at: key) }
            return try tree.decode(node, T.self, at: key)
        }
        guard let container else { throw DecodingFailure(path: [name], reason: "missing") }
        return try container.decode(T.self, forKey: FieldKey(name))
    }

    /// A member that may be absent or `null`.
    public func optional<T: Decodable>(_ name: String) throws -> T? {
        if let tree {
            guard let node = tree.member(name) else { return nil }
            if case .null = node { return nil }
            return try tree.decode(node, T.self, at: FieldKey(name))
        }
        return try container?.decodeIfPresent(T.self, forKey: FieldKey(name))
    }
}

/// Writes the members of an object, for `encode(to:)` of generated types.
public nonisolated struct FieldEncoder {
    private let tree: NodeEncoder?
    private var container: KeyedEncodingContainer<FieldKey>

    public init(_ encoder: any Encoder) {
        tree = encoder as? NodeEncoder
        container = encoder.container(keyedBy: FieldKey.self)
    }

    public mutating func required<T: Encodable>(_ name: String, _ value: T) throws {
        try container.encode(value, forKey: FieldKey(name))
    }

    public mutating func optional<T: Encodable>(_ name: String, _ value: T?) throws {
        try container.encodeIfPresent(value, forKey: FieldKey(name))
    }
}
