#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes `Encodable` values as a tree.
nonisolated final class NodeEncoder: FieldTarget, Encoder {
    private let parent: NodeEncoder?
    private let key: (any CodingKey)?
    /// Computed on demand, because only errors need it.
    var codingPath: [any CodingKey] { (parent?.codingPath ?? []) + (key.map { [$0] } ?? []) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var content: Content = .none

    /// The content so far. Containers requested earlier encode into the same encoder.
    private enum Content {
        case none
        case node(Node)
        case elements([Entry])
        case members([(name: String, value: Entry)])
    }

    private enum Entry {
        case node(Node)
        case encoder(NodeEncoder)

        var node: Node {
            switch self {
            case .node(let node): node
            case .encoder(let encoder): encoder.node
            }
        }
    }

    init(parent: NodeEncoder? = nil, key: (any CodingKey)? = nil) {
        self.parent = parent
        self.key = key
    }

    static func tree(of value: some Encodable) throws -> Node { try NodeEncoder().tree(of: value) }

    var node: Node {
        get {
            switch content {
            case .none: .object([])
            case .node(let node): node
            case .elements(let entries): .array(entries.map(\.node))
            case .members(let entries): .object(entries.map { Node.Member(name: $0.name, value: $0.value.node) })
            }
        }
        set { content = .node(newValue) }
    }

    /// Encodes types whose own coding differs from what services expect. Other types encode themselves.
    func tree<T: Encodable>(of value: T) throws -> Node {
        switch value {
        case let value as String: return .string(value)
        case let value as Bool: return .bool(value)
        case let value as Int: return .number(String(value))
        case let value as Double: return try number(value)
        case let value as Decimal: return .number(JSONNumber(value).text)
        case let value as UUID: return .string(value.uuidString.lowercased())
        case let value as URL: return .string(value.absoluteString)
        case let value as Data: return .data(value)
        case let value as Date: return .string(DateTime(value).description)
        case let value as FileContent: return .file(value)
        default:
            let encoder = NodeEncoder(parent: self)
            try value.encode(to: encoder)
            return encoder.node
        }
    }

    func number(_ value: Double) throws -> Node {
        guard let number = JSONNumber(value) else {
            throw RequestFailure(
                "\(codingPath.map(\.stringValue).joined(separator: ".")): JSON has no infinite numbers")
        }
        return .number(number.text)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        beginMembers()
        return KeyedEncodingContainer(Members(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .none = content { content = .elements([]) }
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func beginMembers() { if case .none = content { content = .members([]) } }

    override func write<T: Encodable>(_ name: String, _ value: T) throws {
        add(.node(try NodeEncoder(parent: self, key: FieldKey(name)).tree(of: value)), name)
    }

    override func hasField(_ name: String) -> Bool {
        if case .members(let entries) = content { entries.contains { $0.name == name } } else { false }
    }

    func add(_ node: Node, _ name: String) { add(.node(node), name) }

    private func add(_ entry: Entry, _ name: String) {
        guard case .members(var entries) = content else { return }
        content = .none
        entries.append((name, entry))
        content = .members(entries)
    }

    private func add(_ entry: Entry) {
        guard case .elements(var entries) = content else { return }
        content = .none
        entries.append(entry)
        content = .elements(entries)
    }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: NodeEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        private func child(_ key: some CodingKey) -> NodeEncoder {
            let child = NodeEncoder(parent: encoder, key: key)
            encoder.add(.encoder(child), key.stringValue)
            return child
        }

        mutating func encodeNil(forKey key: Key) throws { encoder.add(.null, key.stringValue) }
        mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            encoder.add(try NodeEncoder(parent: encoder, key: key).tree(of: value), key.stringValue)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { child(key).container(keyedBy: type) }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            child(key).unkeyedContainer()
        }
        mutating func superEncoder() -> any Encoder { child(FieldKey("super")) }
        mutating func superEncoder(forKey key: Key) -> any Encoder { child(key) }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let encoder: NodeEncoder
        var count = 0
        var codingPath: [any CodingKey] { encoder.codingPath }

        init(encoder: NodeEncoder) { self.encoder = encoder }

        private mutating func child() -> NodeEncoder {
            let child = NodeEncoder(parent: encoder, key: FieldKey(intValue: count))
            encoder.add(.encoder(child))
            count += 1
            return child
        }

        mutating func encodeNil() throws {
            encoder.add(.node(.null))
            count += 1
        }
        mutating func encode<T: Encodable>(_ value: T) throws {
            encoder.add(.node(try NodeEncoder(parent: encoder, key: FieldKey(intValue: count)).tree(of: value)))
            count += 1
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> { child().container(keyedBy: type) }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { child() }
    }
}

nonisolated extension NodeEncoder: SingleValueEncodingContainer {
    func encodeNil() throws { node = .null }
    func encode(_ value: Bool) throws { node = .bool(value) }
    func encode(_ value: String) throws { node = .string(value) }
    func encode(_ value: Double) throws { node = try number(value) }
    func encode(_ value: Float) throws {
        guard value.isFinite else { return node = try number(Double(value)) }
        node = .number(JSONNumber.text(of: value))
    }
    func encode(_ value: Int) throws { node = .number(String(value)) }
    func encode(_ value: Int8) throws { node = .number(String(value)) }
    func encode(_ value: Int16) throws { node = .number(String(value)) }
    func encode(_ value: Int32) throws { node = .number(String(value)) }
    func encode(_ value: Int64) throws { node = .number(String(value)) }
    func encode(_ value: UInt) throws { node = .number(String(value)) }
    func encode(_ value: UInt8) throws { node = .number(String(value)) }
    func encode(_ value: UInt16) throws { node = .number(String(value)) }
    func encode(_ value: UInt32) throws { node = .number(String(value)) }
    func encode(_ value: UInt64) throws { node = .number(String(value)) }
    func encode<T: Encodable>(_ value: T) throws { node = try tree(of: value) }
}
