public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What one operation sends, before server and credentials are known.
///
/// Values come in by place and name and are encoded on the way, so that none can leave its place.
public nonisolated struct ClientRequest: Sendable {
    /// The method, in upper case.
    public struct Method: Hashable, Sendable, ExpressibleByStringLiteral {
        let name: String

        public init(stringLiteral name: String) { self.name = name }

        public static let get: Self = "GET"
        public static let put: Self = "PUT"
        public static let post: Self = "POST"
        public static let delete: Self = "DELETE"
        public static let options: Self = "OPTIONS"
        public static let head: Self = "HEAD"
        public static let patch: Self = "PATCH"
        public static let trace: Self = "TRACE"
        public static let connect: Self = "CONNECT"
        public static let query: Self = "QUERY"
    }

    public var method: Method
    /// Sent as `Accept`.
    public var accept: String?
    /// Any one of these is enough, and all schemes of one are used together; an empty one needs no credentials.
    public var security: [[String]] = []
    /// Whether the transport may go on to where a redirect leads; else the redirect is the answer.
    public var followsRedirects = true
    /// Media types of answers whose body is handed over while it still arrives.
    public var streams: [String] = []
    /// Media types of responses whose body is read as a whole although ``streams`` has a range that matches them.
    public var collected: [String] = []
    public var headers: HTTPFields = [:]
    public var body: HTTPBody?
    /// Names of parameters whose values observers must not see. To be set before the parameters of the path.
    public var secrets: Set<String> = []

    private(set) var segments: String
    private(set) var pairs: [String] = []
    private(set) var cookies: [String] = []
    /// Values of secret path parameters, as they stand in ``segments``.
    private(set) var secretTexts: [String] = []
    /// In place of the client's own server.
    private(set) var server: Server?
    /// In place of the path of the client's own server.
    private(set) var basePath: String?

    /// - Parameters:
    ///   - method: For example: `.get`, or `"COPY"`.
    ///   - path: The text before the first parameter, percent-encoded, which begins with `/`; or a URL of the server's own
    ///     origin, such as a link to a next page. A query in it stays.
    public init(_ method: Method, _ path: String) {
        self.method = method
        segments = path
    }

    /// The same for a method known only by name, such as `PURGE`.
    ///
    /// - Throws: Where `method` is no token of RFC 9110.
    public init(method: String, _ path: String) throws {
        guard HTTPRequest.Method(rawValue: method) != nil else { throw RequestFailure("\(method) is no method") }
        self.init(Method(stringLiteral: method), path)
    }

    /// Sends the request to another server than the client's.
    public mutating func use<Service>(_ server: ServerURL<Service>) { self.server = server.server }

    /// Sends the request to another server than the client's or, where that is `nil`, to another base path of the same one.
    public mutating func use<Service>(_ server: ServerURL<Service>?, orPath path: String) {
        if let server { use(server) } else { basePath = path }
    }

    /// Text of the path behind a parameter, percent-encoded.
    public mutating func path(_ text: String) { segments += text }

    /// A path parameter.
    ///
    /// - Throws: Where the value is empty, or would make a segment `.` or `..`.
    public mutating func path(
        _ name: String, _ value: some Encodable, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) throws {
        let styled = StyledValue(name: name, style: style, explode: explode) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":@!$&'()*+,;=" : "")
        }
        guard let text = try styled.text(try Self.tree(value, name)), !text.isEmpty else {
            throw RequestFailure("the path parameter \(name) is empty")
        }
        add(segment: text, name)
    }

    private mutating func add(segment text: String, _ name: String) {
        if secrets.contains(name) { secretTexts.append(text) }
        segments += text
    }

    /// A path parameter described by `content: application/json`.
    public mutating func path(_ name: String, json value: some Encodable) throws {
        add(segment: PercentEncoding.encode(try Self.json(value, name)), name)
    }

    /// A path parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func path(_ name: String, form value: some Encodable, _ encodings: [BodyEncoding] = []) throws {
        add(segment: PercentEncoding.encode(try Self.form(value, name, encodings)), name)
    }

    /// A query parameter; `nil` is not sent.
    public mutating func query<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: style, explode: explode) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;=" : "")
        }
        add(try styled.pairs(try Self.tree(value, name)))
    }

    /// A query parameter described by `content: application/json`.
    public mutating func query<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        setQuery(name, try Self.json(value, name))
    }

    /// A query parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func query<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        setQuery(name, try Self.form(value, name, encodings))
    }

    /// The whole query as a form (`in: querystring`).
    public mutating func querystring<T: Encodable>(form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        add(try FormBody(encodings: encodings).pairs(try Self.tree(value, "query")))
    }

    /// The whole query as JSON (`in: querystring`).
    public mutating func querystring<T: Encodable>(json value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try Self.json(value, "query")))
    }

    /// The whole query as text (`in: querystring`).
    public mutating func querystring<T: Encodable>(text value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try StyledValue.primitive(try Self.tree(value, "query"))))
    }

    private mutating func add(_ new: [(name: String, value: String)]) {
        for pair in new { pairs.append("\(pair.name)=\(pair.value)") }
    }

    /// A header parameter; `nil` is not sent.
    ///
    /// - Throws: Where a character of the value is not allowed in headers; text beyond ASCII is sent as UTF-8.
    public mutating func header<T: Encodable>(_ name: String, _ value: T?, explode: Bool = false) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .simple, explode: explode) { $0 }
        guard let text = try styled.text(try Self.tree(value, name)) else { return }
        try setHeader(name, text)
    }

    /// A header parameter described by `content: application/json`, in ASCII: other characters are escaped.
    public mutating func header<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setHeader(name, JSONText.escaped(try Self.json(value, name)))
    }

    /// A header parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func header<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setHeader(name, try Self.form(value, name, encodings))
    }

    mutating func setHeader(_ name: String, _ value: String) throws {
        guard let field = HTTPField.Name(name) else { throw RequestFailure("\(name) is no name of a header") }
        guard HTTPField.isValidValue(value) else {
            throw RequestFailure("the header \(name) has a character that headers cannot carry")
        }
        headers[field] = value
    }

    /// A cookie parameter; `nil` is not sent.
    ///
    /// - Throws: For the style `cookie`, which encodes nothing, where the value has a character cookies cannot carry.
    public mutating func cookie<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .form, explode: explode) {
            style == .cookie ? $0 : PercentEncoding.encode($0, keeping: allowReserved ? ":/?#[]@!$&'()*+=" : "")
        }
        for pair in try styled.pairs(try Self.tree(value, name)) { try setCookie(pair.name, pair.value) }
    }

    /// A cookie parameter described by `content: application/json`.
    public mutating func cookie<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.json(value, name)))
    }

    /// A cookie parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func cookie<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.form(value, name, encodings)))
    }

    mutating func setCookie(_ name: String, _ value: String) throws {
        let isSafe = (name + value).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
        guard isSafe, !name.contains("=") else {
            throw RequestFailure("the cookie \(name) has a character that cookies cannot carry")
        }
        cookies.append("\(name)=\(value)")
    }

    mutating func setQuery(_ name: String, _ value: String) {
        pairs.append("\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))")
    }

    /// Path and query, behind those of the server.
    ///
    /// - Throws: Where the path would leave the server or one of its directories.
    func target(at server: Server) throws -> String {
        var path = Substring(segments)
        var base = Substring(basePath ?? server.path)
        var queries = basePath == nil ? [server.query] : []
        if let first = path.utf8.first, first != UInt8(ascii: "/") {
            guard let rest = server.target(ofURL: path) else {
                throw RequestFailure("a path must begin with '/', or be a URL of the server's own origin")
            }
            (path, base, queries) = (rest, "", [])
        }
        if let mark = base.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queries.append(String(base[base.utf8.index(after: mark)...]))
            base = base[..<mark]
        }
        if let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queries.append(String(path[path.utf8.index(after: mark)...]))
            path = path[..<mark]
        }
        try Self.check(path)
        queries += pairs
        let query = queries.filter { !$0.isEmpty }.joined(separator: "&")
        let whole = base.isEmpty && path.isEmpty ? "/" : base + path
        return query.isEmpty ? String(whole) : "\(whole)?\(query)"
    }

    /// Servers and proxies take segments that are `.` or `..` for directories, encoded or not.
    private static func check(_ path: Substring) throws {
        let isPlain = path.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\")
        }
        guard isPlain else { throw RequestFailure("the path has a character that paths cannot have") }
        guard path.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }) else { return }
        for segment in path.utf8.split(separator: UInt8(ascii: "/")) where segment.count <= 6 {
            let plain = PercentEncoding.decode(String(Substring(segment)))
            if plain == "." || plain == ".." {
                throw RequestFailure("a segment of the path is '.' or '..'")
            }
        }
    }

    private static func json(_ value: some Encodable, _ name: String) throws -> String {
        try tree(value, name).jsonText()
    }

    static func tree(_ value: some Encodable, _ name: String) throws -> Node {
        do { return try NodeEncoder.tree(of: value) } catch { throw RequestFailure("\(name): \(error)") }
    }

    private static func form(_ value: some Encodable, _ name: String, _ encodings: [BodyEncoding]) throws -> String {
        try FormBody(encodings: encodings).text(try tree(value, name))
    }
}

/// Why a request could not be made. Names the parameter, never its value.
public nonisolated struct RequestFailure: PlainError, Sendable, CustomStringConvertible, LocalizedError {
    /// The operation's id, where one was called.
    public internal(set) var operation: String?
    public let reason: String

    init(_ reason: String) { self.reason = reason }

    public var description: String { operation.map { "\($0): \(reason)" } ?? reason }
    public var errorDescription: String? { description }
}
