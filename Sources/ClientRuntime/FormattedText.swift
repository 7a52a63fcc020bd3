#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A UUID as it was written (RFC 9562; `format: uuid`).
///
/// Reading and writing gives back the same text, also where it is not a UUID: then ``uuid`` is `nil`. Two values are equal where they are the
/// same UUID, whatever the case of their letters.
public nonisolated struct UUIDText: Sendable {
    /// For example: `7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29`.
    public let text: String

    /// Takes any text, as the service spells it.
    public init(_ text: String) { self.text = text }

    /// The UUID in lowercase letters.
    public init(_ uuid: UUID) { text = uuid.uuidString.lowercased() }

    /// The UUID, or `nil` where the text is not one.
    public var uuid: UUID? { UUID(uuidString: text) }
}

nonisolated extension UUIDText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.uuid != nil && left.uuid == right.uuid
    }

    public func hash(into hasher: inout Hasher) {
        if let uuid { hasher.combine(uuid) } else { hasher.combine(text) }
    }

    public var description: String { text }

    public init(stringLiteral text: String) { self.init(text) }

    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a UUID", uuid != nil)
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// A URL as it was written (RFC 3986; `format: uri` and `url`).
///
/// Reading and writing gives back the same text, also where it is empty or not a URL: then ``url`` is `nil`. Two values are equal where
/// their texts are.
public nonisolated struct URLText: Sendable {
    /// For example: `https://example.com/path?query=1`.
    public let text: String

    /// Takes any text, as the service spells it.
    public init(_ text: String) { self.text = text }

    public init(_ url: URL) { text = url.absoluteString }

    /// The URL, or `nil` where the text is blank or not one.
    public var url: URL? { text.allSatisfy(\.isWhitespace) ? nil : URL(string: text) }
}

nonisolated extension URLText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    public var description: String { text }

    public init(stringLiteral text: String) { self.init(text) }

    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a URL", url != nil)
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
