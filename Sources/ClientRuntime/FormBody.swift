#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
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
    /// Sets a form body (`application/x-www-form-urlencoded`), unless the value is `nil`.
    public mutating func form<T: Encodable>(
        _ value: T?, as type: String = "application/x-www-form-urlencoded", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        bytes(Data(try FormBody(encodings: encodings).text(try Self.tree(value, "body")).utf8), as: type)
    }

    /// Appends a path parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func path(_ name: String, form value: some Encodable, _ encodings: [BodyEncoding] = []) throws {
        add(segment: PercentEncoding.encode(try Self.form(value, name, encodings)), name)
    }

    /// Adds a query parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func query<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        setQuery(name, try Self.form(value, name, encodings))
    }

    /// Sets the whole query as a form (`in: querystring`).
    public mutating func querystring<T: Encodable>(form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        add(try FormBody(encodings: encodings).pairs(try Self.tree(value, "query")))
    }

    /// Sets a header parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func header<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setHeader(name, try Self.form(value, name, encodings))
    }

    /// Adds a cookie parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func cookie<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.form(value, name, encodings)))
    }

    private static func form(_ value: some Encodable, _ name: String, _ encodings: [BodyEncoding]) throws -> String {
        try FormBody(encodings: encodings).text(try tree(value, name))
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
