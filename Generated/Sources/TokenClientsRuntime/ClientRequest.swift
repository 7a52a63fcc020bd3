public import HTTPTypes

/// The request of one operation, before the server and credentials are added.
///
/// Parameter values are encoded for their location, so that a value cannot change another part of the request.
public nonisolated struct ClientRequest: Sendable {
    /// An HTTP method. Method names are case-sensitive.
    public struct Method: Hashable, Sendable, ExpressibleByStringLiteral {
        let name: String

        /// Creates a method by its name. For example: `"COPY"`.
        public init(stringLiteral name: String) { self.name = name }

        /// `GET`.
        public static let get: Self = "GET"
        /// `PUT`.
        public static let put: Self = "PUT"
        /// `POST`.
        public static let post: Self = "POST"
        /// `DELETE`.
        public static let delete: Self = "DELETE"
        /// `OPTIONS`.
        public static let options: Self = "OPTIONS"
        /// `HEAD`.
        public static let head: Self = "HEAD"
        /// `PATCH`.
        public static let patch: Self = "PATCH"
        /// `TRACE`.
        public static let trace: Self = "TRACE"
        /// `CONNECT`.
        public static let connect: Self = "CONNECT"
        /// `QUERY`.
        public static let query: Self = "QUERY"
    }

    /// The request's method.
    public var method: Method
    /// The value of the `Accept` header.
    public var accept: String?
    /// Alternative security requirements, each a list of scheme names that are used together. An empty list requires no
    /// credentials.
    public var security: [[String]] = []
    /// Whether redirects are followed. If `false`, a redirect is returned as the response.
    public var followsRedirects = true
    /// The media types of responses whose body is streamed.
    public var streams: [String] = []
    /// The media types of responses whose body is read completely even if a range of ``streams`` matches.
    public var collected: [String] = []
    /// The request's headers.
    public var headers: HTTPFields = [:]
    /// The request's body.
    public var body: HTTPBody?
    /// The names of parameters whose values are hidden from observers. Set it before adding path parameters.
    public var secrets: Set<String> = []

    private(set) var segments: String
    private(set) var pairs: [String] = []
    private(set) var cookies: [String] = []
    /// The encoded values of secret path parameters in ``segments``.
    private(set) var secretTexts: [String] = []
    /// The server that replaces the client's server.
    private(set) var server: Server?
    /// The path that replaces the path of the client's server.
    private(set) var basePath: String?

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: For example: `.get`, or `"COPY"`.
    ///   - path: The percent-encoded text before the first parameter, beginning with `/`; or a URL with the server's
    ///     origin, such as a link to the next page. It may have a query.
    public init(_ method: Method, _ path: String) {
        self.method = method
        segments = path
    }

    /// Creates a request with a method such as `PURGE`.
    ///
    /// - Throws: ``RequestFailure`` if `method` is not a valid token (RFC 9110).
    public init(method: String, _ path: String) throws {
        guard HTTPRequest.Method(rawValue: method) != nil else {
            throw RequestFailure("\(method) is not a valid method")
        }
        self.init(Method(stringLiteral: method), path)
    }

    /// Sends the request to a server that replaces the client's.
    public mutating func use<Service>(_ server: ServerURL<Service>) { self.server = server.server }

    /// Sends the request to a server that replaces the client's or, if it is `nil`, to another base path on the same server.
    public mutating func use<Service>(_ server: ServerURL<Service>?, orPath path: String) {
        if let server { use(server) } else { basePath = path }
    }

    /// Appends percent-encoded text to the path.
    public mutating func path(_ text: String) { segments += text }

    /// Appends a path parameter.
    ///
    /// - Throws: ``RequestFailure`` if the value is empty or would make a segment `.` or `..`.
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

    mutating func add(segment text: String, _ name: String) {
        if secrets.contains(name) { secretTexts.append(text) }
        segments += text
    }

    /// Appends a path parameter described by `content: application/json`.
    public mutating func path(_ name: String, json value: some Encodable) throws {
        add(segment: PercentEncoding.encode(try Self.json(value, name)), name)
    }

    /// Adds a query parameter, unless it is `nil`.
    public mutating func query<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: style, explode: explode) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;=" : "")
        }
        add(try styled.pairs(try Self.tree(value, name)))
    }

    /// Adds a query parameter described by `content: application/json`.
    public mutating func query<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        setQuery(name, try Self.json(value, name))
    }

    /// Sets the whole query as JSON (`in: querystring`).
    public mutating func querystring<T: Encodable>(json value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try Self.json(value, "query")))
    }

    /// Sets the whole query as text (`in: querystring`).
    public mutating func querystring<T: Encodable>(text value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try StyledValue.primitive(try Self.tree(value, "query"))))
    }

    mutating func add(_ new: [(name: String, value: String)]) {
        for pair in new { pairs.append("\(pair.name)=\(pair.value)") }
    }

    /// Sets a header parameter, unless it is `nil`. Text beyond ASCII is sent as UTF-8.
    ///
    /// - Throws: ``RequestFailure`` if the value has a character that headers can't have.
    public mutating func header<T: Encodable>(_ name: String, _ value: T?, explode: Bool = false) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .simple, explode: explode) { $0 }
        guard let text = try styled.text(try Self.tree(value, name)) else { return }
        try setHeader(name, text)
    }

    /// Sets a header parameter described by `content: application/json`. Characters beyond ASCII are escaped.
    public mutating func header<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setHeader(name, JSONText.escaped(try Self.json(value, name)))
    }

    mutating func setHeader(_ name: String, _ value: String) throws {
        guard let field = HTTPField.Name(name) else { throw RequestFailure("\(name) is not a valid header name") }
        guard HTTPField.isValidValue(value) else {
            throw RequestFailure("the header \(name) has a character that headers cannot carry")
        }
        headers[field] = value
    }

    /// Adds a cookie parameter, unless it is `nil`.
    ///
    /// - Throws: ``RequestFailure`` if the value has a character that cookies can't have, with the style `cookie`, which does
    ///   not encode.
    public mutating func cookie<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .form, explode: explode) {
            style == .cookie ? $0 : PercentEncoding.encode($0, keeping: allowReserved ? ":/?#[]@!$&'()*+=" : "")
        }
        for pair in try styled.pairs(try Self.tree(value, name)) { try setCookie(pair.name, pair.value) }
    }

    /// Adds a cookie parameter described by `content: application/json`.
    public mutating func cookie<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.json(value, name)))
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

    /// The request target: the path and query, appended to those of the server.
    ///
    /// - Throws: ``RequestFailure`` if the path would lead to another server or directory.
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

    /// Rejects the segments `.` and `..`, encoded or not, because servers and proxies resolve them.
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
}
