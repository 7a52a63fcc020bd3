import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// How one member of a form or multipart body is written (Encoding Object).
public nonisolated struct BodyEncoding: Sendable {
    /// The member, or nothing where the encoding is for a position.
    public let name: String
    public let contentType: String?
    public let style: ParameterStyle?
    public let explode: Bool?
    public let allowReserved: Bool

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
    /// A JSON body, its members sorted by name; `nil` sends none.
    public mutating func json<T: Encodable>(_ value: T?, as type: String = "application/json") throws {
        guard let value else { return }
        let text = try JSONText.bytes(of: try Self.tree(value, "body"))
        let isUTF8 = [nil, "utf-8", "utf8"].contains(MediaType(type).charset)
        bytes(isUTF8 ? Data(text) : try MediaType(type).bytes(of: String(decoding: text, as: UTF8.self)), as: type)
    }

    /// A body of JSON values, one on each line (JSON Lines, NDJSON, or RFC 7464 where the type says so); `nil` sends none.
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

    /// A body of server-sent events (WHATWG HTML, "Server-sent events"); `nil` sends none.
    ///
    /// - Parameter whole: Whether the values are events with the members `data`, `event`, `id` and `retry`; else they are
    ///   the data.
    public mutating func events<T: Encodable>(
        _ values: [T]?, as type: String = "text/event-stream", whole: Bool = false
    ) throws {
        guard let values else { return }
        let texts = try values.map { try ServerSentEvent.text(of: try Self.tree($0, "body"), whole: whole) }
        bytes(Data(texts.joined().utf8), as: type)
    }

    /// A body of names and values, as browsers send forms; `nil` sends none.
    public mutating func form<T: Encodable>(
        _ value: T?, as type: String = "application/x-www-form-urlencoded", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        bytes(Data(try FormBody(encodings: encodings).text(try Self.tree(value, "body")).utf8), as: type)
    }

    /// A body of parts (RFC 2046, RFC 7578): one per member or, for arrays, per element; `nil` sends none.
    ///
    /// - Parameters:
    ///   - encodings: How members are written; for a body that is an array, how its first parts are.
    ///   - rest: How the other parts of an array are.
    public mutating func multipart<T: Encodable>(
        _ value: T?, as type: String = "multipart/form-data", _ encodings: [BodyEncoding] = [],
        rest: BodyEncoding = BodyEncoding()
    ) throws {
        guard let value else { return }
        let multipart = MultipartBody(encodings: encodings, rest: rest)
        bytes(try multipart.body(try Self.tree(value, "body")), as: "\(type); boundary=\(multipart.boundary)")
    }

    /// A text body in the type's charset, UTF-8 where it names none; `nil` sends none.
    public mutating func text<T: Encodable>(_ value: T?, as type: String = "text/plain; charset=utf-8") throws {
        guard let value else { return }
        bytes(try MediaType(type).bytes(of: try StyledValue.primitive(try Self.tree(value, "body"))), as: type)
    }

    /// A body of bytes; `nil` sends none.
    public mutating func bytes(_ data: Data?, as type: String = "application/octet-stream") {
        bytes(data.map { HTTPBody($0) }, as: type)
    }

    /// A body that may be streamed; `nil` sends none.
    public mutating func bytes(_ body: HTTPBody?, as type: String = "application/octet-stream") {
        guard let body else { return }
        self.body = body
        headers[.contentType] = type
    }

    /// A body whose media type the caller chooses out of a range such as `image/*`; `nil` sends none.
    ///
    /// - Throws: Where the type is missing or outside of the range.
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

/// Writes objects as forms (WHATWG URL, `application/x-www-form-urlencoded`).
nonisolated struct FormBody {
    let encodings: [BodyEncoding]

    func text(_ node: Node) throws -> String {
        try pairs(node).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        guard case .object(let members) = node else { throw RequestFailure("a form needs an object") }
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
