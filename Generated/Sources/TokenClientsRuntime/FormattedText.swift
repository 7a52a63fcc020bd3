#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A UUID with its original spelling (RFC 9562; `format: uuid`).
///
/// Decoding and encoding preserves the text. If it is not a UUID, ``uuid`` is `nil`. Values are compared without case.
public nonisolated struct UUIDText: Sendable {
    /// The text as received or created. For example: `7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29`.
    public let text: String

    /// Creates a value from any text.
    public init(_ text: String) { self.text = text }

    /// Creates a value from a UUID, in lowercase.
    public init(_ uuid: UUID) { text = uuid.uuidString.lowercased() }

    /// The UUID, or `nil` if the text is not a UUID.
    public var uuid: UUID? { UUID(uuidString: text) }
}

nonisolated extension UUIDText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Whether both are the same UUID, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.uuid != nil && left.uuid == right.uuid
    }

    /// Hashes the UUID, or the text if it is not a UUID.
    public func hash(into hasher: inout Hasher) {
        if let uuid { hasher.combine(uuid) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Creates a value from a string literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a UUID", uuid != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// A URL with its original spelling (RFC 3986; `format: uri` and `url`).
///
/// Decoding and encoding preserves the text. If it is empty or not a URL, ``url`` is `nil`. Values are compared by their
/// text.
public nonisolated struct URLText: Sendable {
    /// The text as received or created. For example: `https://example.com/path?query=1`.
    public let text: String

    /// Creates a value from any text.
    public init(_ text: String) { self.text = text }

    /// Creates a value from a URL.
    public init(_ url: URL) { text = url.absoluteString }

    /// The URL, or `nil` if the text is blank or not a URL.
    public var url: URL? { text.allSatisfy(\.isWhitespace) ? nil : URL(string: text) }
}

nonisolated extension URLText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text.
    public var description: String { text }

    /// Creates a value from a string literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a URL", url != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

nonisolated extension FieldDecoder {
    /// Decodes a required member: a UUID.
    @inline(never) public func uuid(_ name: String) -> UUIDText { required(name, UUIDText("")) }
    /// Decodes a required member: a URL.
    @inline(never) public func url(_ name: String) -> URLText { required(name, URLText("")) }
    /// Decodes an optional member: a UUID.
    @inline(never) public func optionalUUID(_ name: String) -> UUIDText? { optional(name) }
    /// Decodes an optional member: a URL.
    @inline(never) public func optionalURL(_ name: String) -> URLText? { optional(name) }
}

nonisolated extension FieldEncoder {
    /// Encodes a member: a UUID.
    @inline(never) public func uuid(_ name: String, _ value: UUIDText) { target.add(name, value) }
    /// Encodes a member: a URL.
    @inline(never) public func url(_ name: String, _ value: URLText) { target.add(name, value) }
    /// Encodes a member unless it is `nil`: a UUID.
    @inline(never) public func optionalUUID(_ name: String, _ value: UUIDText?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a URL.
    @inline(never) public func optionalURL(_ name: String, _ value: URLText?) { optional(name, value) }
}
