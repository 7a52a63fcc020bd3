import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// How a member of a form or multipart body is encoded (Encoding Object).
public nonisolated struct BodyEncoding: Sendable {
    /// The member's name; empty if the encoding applies to a position.
    public let name: String
    /// The media type of the part or value.
    public let contentType: String?
    /// The serialization style.
    public let style: ParameterStyle?
    /// Whether arrays and objects become several parameters.
    public let explode: Bool?
    /// Whether reserved characters are sent without percent-encoding.
    public let allowReserved: Bool

    /// Creates an encoding. `nil` means the default of the Encoding Object.
    public init(
        _ name: String = "", contentType: String? = nil, style: ParameterStyle? = nil, explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }

    var hasStyle: Bool { style != nil || explode != nil || allowReserved }
    var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        let style = style ?? .form
        return try StyledValue(name: name, style: style, explode: explode ?? (style == .form || style == .deepObject)) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;" : "")
        }.pairs(node)
    }
}

nonisolated extension ClientRequest {
    /// Sets a JSON body, with members sorted by name, unless the value is `nil`.
    public mutating func json<T: Encodable>(_ value: T?, as type: String = "application/json") throws {
        guard let value else { return }
        let text = try JSONText.bytes(of: try Self.tree(value, "body"))
        let isUTF8 = [nil, "utf-8", "utf8"].contains(MediaType(type).charset)
        bytes(isUTF8 ? Data(text) : try MediaType(type).bytes(of: String(decoding: text, as: UTF8.self)), as: type)
    }

    /// Sets a JSON body that may be `null`.
    public mutating func json<T: Encodable>(nullable value: T?, as type: String = "application/json") throws {
        try json(.some(value), as: type)
    }

    /// Sets a body of JSON values, one per line, unless it is `nil` (JSON Lines, NDJSON; RFC 7464 for `json-seq` types).
    public mutating func jsonLines<T: Encodable>(_ values: [T]?, as type: String = "application/jsonl") throws {
        guard let values else { return }
        let isSequence = MediaType(type).essence.hasSuffix("json-seq")
        var data = Data()
        for value in values {
            if isSequence { data.append(0x1E) }
            data.append(contentsOf: try JSONText.bytes(of: try Self.tree(value, "body")))
            data.append(0x0A)
        }
        bytes(data, as: type)
    }

    /// Sets a body of server-sent events (WHATWG HTML, "Server-sent events"), unless it is `nil`.
    ///
    /// - Parameters:
    ///   - values: The events.
    ///   - type: The media type.
    ///   - whole: Whether the values are events with the members `data`, `event`, `id` and `retry`, or the data of events.
    public mutating func events<T: Encodable>(
        _ values: [T]?, as type: String = "text/event-stream", whole: Bool = false
    ) throws {
        guard let values else { return }
        let texts = try values.map { try ServerSentEvent.text(of: try Self.tree($0, "body"), whole: whole) }
        bytes(Data(texts.joined().utf8), as: type)
    }

    /// Sets a form body (`application/x-www-form-urlencoded`), unless the value is `nil`.
    public mutating func form<T: Encodable>(
        _ value: T?, as type: String = "application/x-www-form-urlencoded", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        bytes(Data(try FormBody(encodings: encodings).text(try Self.tree(value, "body")).utf8), as: type)
    }

    /// Sets a multipart body (RFC 2046, RFC 7578), unless the value is `nil`. Each member or array element is a part.
    ///
    /// - Parameters:
    ///   - value: The parts: an object or an array.
    ///   - type: The media type.
    ///   - encodings: The encodings of members, or of the first parts of an array.
    ///   - rest: The encoding of the other parts of an array.
    public mutating func multipart<T: Encodable>(
        _ value: T?, as type: String = "multipart/form-data", _ encodings: [BodyEncoding] = [],
        rest: BodyEncoding = BodyEncoding()
    ) throws {
        guard let value else { return }
        let multipart = MultipartBody(encodings: encodings, rest: rest)
        bytes(try multipart.body(try Self.tree(value, "body")), as: "\(type); boundary=\(multipart.boundary)")
    }

    /// Sets a text body, unless the value is `nil`. The charset is that of the type, or UTF-8 if it names none.
    public mutating func text<T: Encodable>(_ value: T?, as type: String = "text/plain; charset=utf-8") throws {
        guard let value else { return }
        bytes(try MediaType(type).bytes(of: try StyledValue.primitive(try Self.tree(value, "body"))), as: type)
    }

    /// Sets a body of bytes, unless it is `nil`.
    public mutating func bytes(_ data: Data?, as type: String = "application/octet-stream") {
        bytes(data.map { HTTPBody($0) }, as: type)
    }

    /// Sets a body, which may be streamed, unless it is `nil`.
    public mutating func bytes(_ body: HTTPBody?, as type: String = "application/octet-stream") {
        guard let body else { return }
        self.body = body
        headers[.contentType] = type
    }

    /// Sets a body with a media type that the caller chooses from a range such as `image/*`, unless it is `nil`.
    ///
    /// - Throws: ``RequestFailure`` if the type is missing or not in the range.
    public mutating func bytes(_ file: FileContent?, in range: String) throws {
        guard let file else { return }
        let type = file.contentType ?? "application/octet-stream"
        guard MediaType(type).matches(range) else {
            throw RequestFailure("the body needs a content type that is one of \(range)")
        }
        for (name, value) in file.headers { try setHeader(name, value) }
        bytes(file.body, as: type)
    }
}

/// Encodes objects as forms (WHATWG URL, `application/x-www-form-urlencoded`).
nonisolated struct FormBody {
    let encodings: [BodyEncoding]

    func text(_ node: Node) throws -> String {
        try pairs(node).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        guard case .object(let members) = node else { throw RequestFailure("a form must be an object") }
        return try members.flatMap { member in
            let encoding = encodings.first { $0.name == member.name } ?? BodyEncoding(member.name)
            if encoding.hasStyle || !(member.value.isObject || encoding.isJSON) {
                return try encoding.pairs(member.value)
            }
            if member.value.isNull { return [] }
            return [(PercentEncoding.encode(member.name), PercentEncoding.encode(try member.value.jsonText()))]
        }
    }
}

nonisolated extension Node {
    var isObject: Bool { if case .object = self { true } else { false } }
}
