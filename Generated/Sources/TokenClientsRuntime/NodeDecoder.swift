#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decodes `Decodable` values from a tree.
nonisolated final class NodeDecoder: FieldSource, Decoder {
    let node: Node
    let context: DecodingContext
    private let parent: NodeDecoder?
    private let key: FieldKey?
    /// The index of the last member found. Members usually arrive in the order in which they are decoded.
    private var hint = 0
    /// The values decoded so far, for other branches of a union that decode them too.
    private var memory: Memory?
    /// The unions that are being decoded from this value.
    private var unions: [ObjectIdentifier] = []

    private struct Memory {
        var children: [String: NodeDecoder] = [:]
        var values: [Key: Result<Any, any Error>] = [:]

        struct Key: Hashable {
            let type: ObjectIdentifier
            let isStrict: Bool
        }
    }

    private init(_ node: Node, _ context: DecodingContext, parent: NodeDecoder? = nil, key: FieldKey? = nil) {
        self.node = node
        self.context = context
        self.parent = parent
        self.key = key
    }

    /// - Throws: ``DecodingFailure``, ``CallTimeout`` or `CancellationError`.
    static func read<T: Decodable>(_ node: Node, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        let decoder = NodeDecoder(node, DecodingContext(limits.deadline))
        let value: T = try decoder.decode(T.self)
        if let refusal = decoder.context.refusal { throw refusal }
        return value
    }

    var codingPath: [any CodingKey] { path }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var path: [FieldKey] {
        guard let key else { return parent?.path ?? [] }
        return (parent?.path ?? []) + [key]
    }

    func failure(_ reason: String, at key: FieldKey? = nil) -> DecodingFailure {
        DecodingFailure(path: (path + (key.map { [$0] } ?? [])).map(\.stringValue), reason: reason)
    }

    func mismatch(_ expected: String, _ node: Node, at key: FieldKey? = nil) -> DecodingFailure {
        failure("expected \(expected), found \(node.kind)", at: key)
    }

    func member(_ name: String) -> Node? {
        guard case .object(let members) = node else { return nil }
        var index = hint
        for _ in members.indices {
            if index >= members.count { index = 0 }
            if members[index].name == name {
                hint = index + 1
                return members[index].value
            }
            index += 1
        }
        return nil
    }

    func child(_ node: Node, _ key: FieldKey) -> NodeDecoder {
        if let child = memory?.children[key.stringValue] { return child }
        let child = NodeDecoder(node, context, parent: self, key: key)
        if memory != nil {
            child.memory = Memory()
            memory?.children[key.stringValue] = child
        }
        return child
    }

    /// Caches members, so that each is decoded once for all branches of a union.
    func remember() { if memory == nil { memory = Memory() } }

    /// Runs `read` unless the same union is already being decoded from the same value.
    func reading<Union>(_ union: Union.Type, _ read: () throws -> Union) throws -> Union {
        let id = ObjectIdentifier(union)
        guard !unions.contains(id) else { throw failure("a union that is one of its own branches") }
        unions.append(id)
        defer { unions.removeLast() }
        return try read()
    }

    override func isNull(_ name: String) -> Bool { member(name)?.isNull ?? false }

    override func field<T: Decodable>(_ name: String) throws -> T {
        guard let node = member(name) else { throw failure("missing", at: FieldKey(name)) }
        return try value(of: node, at: name)
    }

    override func optionalField<T: Decodable>(_ name: String) throws -> T? {
        guard let node = member(name), !node.isNull else { return nil }
        if case .text("") = node, T.self != String.self { return nil }
        return try value(of: node, at: name) as T
    }

    override func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] {
        guard case .object(let members) = node else { return [:] }
        var fields: [String: T] = [:]
        for member in members where !names.contains(member.name) {
            fields[member.name] = try value(of: member.value, at: member.name)
        }
        return fields
    }

    /// The most common types are decoded without a decoder of their own.
    private func value<T: Decodable>(of node: Node, at name: String) throws -> T {
        switch node {
        case .string(let text): if T.self == String.self, let value = text as? T { return value }
        case .bool(let value): if T.self == Bool.self, let value = value as? T { return value }
        case .number(let text): if T.self == Int.self, let value = Int(text) as? T { return value }
        default: break
        }
        return try child(node, FieldKey(name)).decode(T.self)
    }

    /// Decodes types whose own coding differs from that of services. Other types decode themselves.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try context.step(at: self)
        guard memory != nil else { return try decodeAnew(type) }
        let id = Memory.Key(type: ObjectIdentifier(type), isStrict: context.isStrict)
        if let value = try memory?.values[id]?.get() as? T { return value }
        let result = Result { try decodeAnew(type) }
        memory?.values[id] = result.map { $0 as Any }
        return try result.get()
    }

    private func decodeAnew<T: Decodable>(_ type: T.Type) throws -> T {
        let value: Any?
        if type == UUID.self {
            value = UUID(uuidString: try string())
        } else if type == URL.self {
            value = URL(string: try string())
        } else if type == Data.self, case .file(let file) = node {
            value = try file.bytes()
        } else if type == Data.self {
            value = Data(base64Text: try string())
        } else if type == Decimal.self {
            value = try number().decimal
        } else if type == Date.self {
            value = DateTime(try string())?.date
        } else {
            return try T(from: self)
        }
        guard let value = value as? T else { throw failure("not a valid \(type)") }
        return value
    }

    func string() throws -> String {
        if case .string(let value) = node { return value }
        guard let text = node.looseText else { throw mismatch("a string", node) }
        return text
    }

    func bool() throws -> Bool {
        if case .bool(let value) = node { return value }
        guard let text = node.looseText, ["true", "false"].contains(text) else { throw mismatch("a boolean", node) }
        return text == "true"
    }

    func number() throws -> JSONNumber { JSONNumber(unchecked: try numberText("a number")) }

    private func numberText(_ expected: String) throws -> String {
        if case .number(let text) = node { return text }
        guard let number = node.looseText.flatMap({ JSONNumber($0) }) else { throw mismatch(expected, node) }
        return number.text
    }

    func integer<T: FixedWidthInteger>() throws -> T {
        let text = try numberText("an integer")
        if let value = T(text) { return value }
        guard let value: T = JSONNumber(unchecked: text).integer() else {
            throw failure("expected an integer of \(T.bitWidth) bits, found another number")
        }
        return value
    }

    func double() throws -> Double {
        let value = try number().double
        guard value.isFinite else { throw failure("expected a number that fits a double") }
        return value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = node else { throw mismatch("an object", node) }
        return KeyedDecodingContainer(NodeMembers<Key>(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let elements: [Node]
        switch node {
        case .array(let all): elements = all
        case .text, .file: elements = [node]
        default: throw mismatch("an array", node)
        }
        return NodeElements(decoder: self, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

nonisolated extension Node {
    /// The text of a value in a form, a header or a part.
    fileprivate var looseText: String? {
        switch self {
        case .text(let text): text
        case .file(let file): (try? file.bytes()).flatMap { String(data: $0, encoding: .utf8) }
        default: nil
        }
    }
}

nonisolated extension Data {
    /// Decodes Base64 of either alphabet (RFC 4648, sections 4 and 5), with or without padding and line breaks.
    ///
    /// Returns `nil` for any other text.
    fileprivate init?(base64Text text: String) {
        if let data = Data(base64Encoded: text) {
            self = data
            return
        }
        var letters: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
            case UInt8(ascii: "-"): letters.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): letters.append(UInt8(ascii: "/"))
            default: letters.append(byte)
            }
        }
        let padding = UInt8(ascii: "=")
        if letters.last != padding { while !letters.count.isMultiple(of: 4) { letters.append(padding) } }
        self.init(base64Encoded: Data(letters))
    }
}
