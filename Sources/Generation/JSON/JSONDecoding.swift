import Diagnostics
import YAML

/// Why a tree does not describe a value of a type.
struct DecodingFault: Error {
    var message: String
    var place: Place
}

/// Decodes the JSON that ``JSONValue/encoding(_:)`` describes.
///
/// An absent member is false, empty, or an object whose members are all absent.
struct NodeDecoder: Decoder {
    /// `nil` for an absent value.
    private let node: Node?
    /// The location of the value, or of the object that lacks it.
    let place: Place

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    static func decode<Value: Decodable>(_ type: Value.Type, from node: Node) throws(DecodingFault) -> Value {
        do {
            return try NodeDecoder(node: node, place: node.place).value(type)
        } catch let fault as DecodingFault {
            throw fault
        } catch {
            throw DecodingFault(message: "the value is invalid", place: node.place)
        }
    }

    fileprivate init(node: Node?, place: Place) {
        self.node = node
        self.place = place
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        switch node?.value {
        case .mapping, .string, nil: members(keyedBy: type)
        case let value?: throw fault("expected an object, not \(value.kindName)")
        }
    }

    fileprivate func members<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
        KeyedDecodingContainer(Members(node: node, place: place))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        switch node?.value {
        case .sequence(let nodes): Elements(nodes: nodes, place: place)
        case nil: Elements(nodes: [], place: place)
        case let value?: throw fault("expected a list, not \(value.kindName)")
        }
    }

    func singleValueContainer() -> any SingleValueDecodingContainer { self }

    /// Strings and flags are read at once; every other type decodes itself.
    fileprivate func value<Value: Decodable>(_ type: Value.Type) throws -> Value {
        if type == String.self, let text = try text as? Value { return text }
        if type == Bool.self, let flag = try flag as? Value { return flag }
        return try Value(from: self)
    }

    private func fault(_ message: String) -> DecodingFault { DecodingFault(message: message, place: place) }
}

extension NodeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { node == nil }

    func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        // Integers decode themselves from here; the cast is too slow for every type.
        if let integer = type as? any FixedWidthInteger.Type, let number = try number(integer) as? Value {
            return number
        }
        return try value(type)
    }

    private var text: String {
        get throws {
            switch node?.value {
            case .string(let text): return text
            case let value: throw fault("expected a string, not \(value?.kindName ?? "nothing")")
            }
        }
    }

    private var flag: Bool {
        get throws {
            switch node?.value {
            case .boolean(let flag): return flag
            case nil: return false
            case let value?: throw fault("expected true or false, not \(value.kindName)")
            }
        }
    }

    private func number<Integer: FixedWidthInteger>(_ type: Integer.Type) throws -> Integer {
        if case .number(let text) = node?.value, let number = Integer(text) { return number }
        throw fault("expected an integer")
    }
}

private struct Members<Key: CodingKey>: KeyedDecodingContainerProtocol {
    private let node: Node?
    private let place: Place
    private let mapping: Mapping?
    var codingPath: [any CodingKey] { [] }

    init(node: Node?, place: Place) {
        self.node = node
        self.place = place
        mapping = if case .mapping(let mapping) = node?.value { mapping } else { nil }
    }

    /// The name of an enum case without payload is an object with that key.
    var allKeys: [Key] {
        if case .string(let name) = node?.value { return [Key(stringValue: name)].compactMap(\.self) }
        return mapping?.entries.compactMap { Key(stringValue: $0.key) } ?? []
    }

    func contains(_ key: Key) -> Bool { member(key.stringValue) != nil }
    func decodeNil(forKey key: Key) -> Bool {
        if case .null? = member(key.stringValue)?.value { true } else { !contains(key) }
    }

    /// The only payload of an enum case, which has no label, is the value of the case.
    private func member(_ name: String) -> Node? { name == "_0" ? node : mapping?[name] }

    private func decoder(_ name: String) -> NodeDecoder {
        let member = member(name)
        return NodeDecoder(node: member, place: member?.place ?? place)
    }

    func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
        do {
            return try decoder(key.stringValue).value(type)
        } catch {
            if key.stringValue == "_0" { throw error }
            guard let member = member(key.stringValue) else {
                throw DecodingFault(message: "`\(key.stringValue)` is missing", place: place)
            }
            if error is DecodingFault { throw error }
            throw DecodingFault(message: "`\(key.stringValue)` has an invalid value", place: member.place)
        }
    }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedDecodingContainer<Nested> { decoder(key.stringValue).members(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try decoder(key.stringValue).unkeyedContainer()
    }

    func superDecoder() -> any Decoder { decoder("super") }
    func superDecoder(forKey key: Key) -> any Decoder { decoder(key.stringValue) }
}

private struct Elements: UnkeyedDecodingContainer {
    let nodes: [Node]
    let place: Place
    private(set) var currentIndex = 0

    init(nodes: [Node], place: Place) {
        self.nodes = nodes
        self.place = place
    }

    var codingPath: [any CodingKey] { [] }
    var count: Int? { nodes.count }
    var isAtEnd: Bool { currentIndex == nodes.count }

    mutating func decodeNil() -> Bool { false }

    mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
        let decoder = try next()
        do {
            return try decoder.value(type)
        } catch let fault as DecodingFault {
            throw fault
        } catch {
            throw DecodingFault(message: "the element has an invalid value", place: decoder.place)
        }
    }

    private mutating func next() throws -> NodeDecoder {
        guard currentIndex < nodes.count else { throw DecodingFault(message: "an element is missing", place: place) }
        defer { currentIndex += 1 }
        return NodeDecoder(node: nodes[currentIndex], place: nodes[currentIndex].place)
    }

    mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        try next().container(keyedBy: type)
    }

    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}
