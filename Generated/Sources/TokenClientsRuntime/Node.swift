#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value between Swift and its encoded form. Preserves the order of members, the spelling of numbers, and bytes.
nonisolated indirect enum Node: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    /// A value of a form, a header or a part. Decodes as a string, number, Boolean, or array with one element.
    case text(String)
    /// Bytes: a Base64 string in JSON, and unencoded in a multipart body.
    case data(Data)
    case file(FileContent)
    case array([Node])
    case object([Member])

    struct Member: Sendable {
        var name: String
        var value: Node
    }

    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let value): self = .number(value.text)
        case .string(let value): self = .string(value)
        case .array(let elements): self = .array(elements.map(Node.init))
        case .object(let members):
            self = .object(members.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: Node($0.value)) })
        }
    }

    /// The value as JSON.
    ///
    /// - Throws: ``RequestFailure`` if a file can't be read, or the errors of the decoder's limits.
    func value(_ decoder: NodeDecoder) throws -> JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): .number(JSONNumber(unchecked: text))
        case .string(let value), .text(let value): .string(value)
        case .data(let data): .string(data.base64EncodedString())
        case .file(let file): .string(try file.base64())
        case .array(let elements): .array(try elements.map { try $0.nested(decoder) })
        case .object(let members):
            .object(Dictionary(try members.map { ($0.name, try $0.value.nested(decoder)) }) { _, last in last })
        }
    }

    private func nested(_ decoder: NodeDecoder) throws -> JSONValue {
        if isStructured { try decoder.context.step(at: decoder) }
        return try value(decoder)
    }

    /// The kind of value, for messages that must not contain the value.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string, .text: "a string"
        case .data, .file: "bytes"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The name of a member, or the index of an element.
nonisolated struct FieldKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }

    init(_ name: String) { self.init(stringValue: name) }
}
