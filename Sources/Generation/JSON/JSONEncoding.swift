extension JSONValue {
    /// The JSON of a value, as its synthesized coding describes it.
    ///
    /// Members are in the order of the declaration. Absent, false and empty ones are omitted. An enum case without payload is its name; one with
    /// a payload is an object with that name as its only key.
    ///
    /// - Returns: `nil` for a value that encodes nothing.
    static func encoding(_ value: some Encodable) throws -> JSONValue? {
        if let text = value as? String { return .text(text) }
        if let flag = value as? Bool { return .flag(flag) }
        let draft = Draft()
        try value.encode(to: draft)
        if value is any SortedMembers { draft.members.sort { $0.name < $1.name } }
        return draft.value
    }

    /// Whether a member with this value is omitted.
    fileprivate var isDefault: Bool {
        switch self {
        case .flag(let flag): !flag
        case .list(let elements): elements.isEmpty
        case .object(let members): members.isEmpty
        case .text, .digits: false
        }
    }
}

/// A type whose members have no order of their own.
private protocol SortedMembers {}

extension Dictionary: SortedMembers where Key == String {}

/// A value that is being encoded.
private final class Draft: Encoder {
    /// A member or an element: encoded, or encoded later into a container of its own.
    enum Part {
        case value(JSONValue)
        case nested(Draft)

        var value: JSONValue? {
            switch self {
            case .value(let value): value
            case .nested(let draft): draft.value
            }
        }
    }

    private enum Form { case nothing, scalar(JSONValue), list, object }

    private var form = Form.nothing
    private var elements: [Part] = []
    fileprivate var members: [(name: String, part: Part)] = []

    let codingPath: [any CodingKey] = []
    let userInfo: [CodingUserInfoKey: Any] = [:]

    var value: JSONValue? {
        switch form {
        case .nothing: return nil
        case .scalar(let value): return value
        case .list: return .list(elements.map { $0.value ?? .object([]) })
        case .object:
            // Synthesized coding nests the payloads of an enum case, and nothing else.
            if members.count == 1, let member = members.first, case .nested(let payloads) = member.part {
                let payload = payloads.value
                return payload?.isDefault ?? true ? .text(member.name) : .object([(member.name, payload)])
            }
            return .object(members.map { ($0.name, $0.part.value) })
        }
    }

    var count: Int { elements.count }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        form = .object
        return KeyedEncodingContainer(Members(draft: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        form = .list
        return Elements(draft: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { Scalar(draft: self) }

    func set(_ value: JSONValue) { form = .scalar(value) }

    func set(_ value: some Encodable) throws {
        if let value = try JSONValue.encoding(value) { form = .scalar(value) }
    }

    func append(_ value: some Encodable) throws {
        elements.append(.value(try JSONValue.encoding(value) ?? .object([])))
    }

    func set(_ name: String, _ value: some Encodable) throws {
        // The key of the only payload of an enum case, which has no label.
        if name == "_0" { return try set(value) }
        guard let value = try JSONValue.encoding(value), !value.isDefault else { return }
        members.append((name, .value(value)))
    }

    func nested(_ name: String) -> Draft {
        let draft = Draft()
        members.append((name, .nested(draft)))
        return draft
    }

    func nestedElement() -> Draft {
        let draft = Draft()
        elements.append(.nested(draft))
        return draft
    }
}

private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
    let draft: Draft
    var codingPath: [any CodingKey] { [] }

    func encodeNil(forKey key: Key) {}
    func encode<Value: Encodable>(_ value: Value, forKey key: Key) throws { try draft.set(key.stringValue, value) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) -> KeyedEncodingContainer<Nested> { draft.nested(key.stringValue).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
        draft.nested(key.stringValue).unkeyedContainer()
    }

    func superEncoder() -> any Encoder { draft.nested("super") }
    func superEncoder(forKey key: Key) -> any Encoder { draft.nested(key.stringValue) }
}

private struct Elements: UnkeyedEncodingContainer {
    let draft: Draft
    var codingPath: [any CodingKey] { [] }
    var count: Int { draft.count }

    func encodeNil() throws {
        throw EncodingError.invalidValue(
            Any?.none as Any, .init(codingPath: [], debugDescription: "a list has no absent elements"))
    }

    func encode<Value: Encodable>(_ value: Value) throws { try draft.append(value) }

    func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        draft.nestedElement().container(keyedBy: type)
    }

    func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { draft.nestedElement().unkeyedContainer() }
    func superEncoder() -> any Encoder { draft.nestedElement() }
}

private struct Scalar: SingleValueEncodingContainer {
    let draft: Draft
    var codingPath: [any CodingKey] { [] }

    func encodeNil() {}

    func encode<Value: Encodable>(_ value: Value) throws {
        // Integers encode themselves into here; the cast is too slow for every type.
        if let number = value as? any BinaryInteger { draft.set(.number(number)) } else { try draft.set(value) }
    }
}
