#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The URL of a service: one of its documented servers, or another.
///
/// If the URL or a server variable is invalid, calls throw ``ClientError/unencodable(_:)``.
public nonisolated struct ServerURL<Service>: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    let server: Server

    /// Creates a server URL from text.
    public init(_ url: String) { server = Server(url) }
    /// Creates a server URL from a `URL`.
    public init(_ url: URL) { server = Server(url.absoluteString) }
    /// Creates a server URL from a string literal.
    public init(stringLiteral value: String) { server = Server(value) }

    /// Creates a server URL from a template with variables in braces (Server Variable Object).
    ///
    /// - Parameters:
    ///   - template: The URL with its variables. For example: `https://{region}.example.com`.
    ///   - variables: The values by variable.
    ///   - allowed: The allowed values by variable. Other variables can have letters, digits, `-`, `.`, `_` and
    ///     `~`, and after the host also `/` and `:`.
    public init(_ template: String, _ variables: [String: String], allowed: [String: [String]] = [:]) {
        server = Server(template, variables, allowed: allowed)
    }

    /// Creates a server URL from a template without a host, which is relative to the API description's own URL.
    ///
    /// - Parameters:
    ///   - template: The path with its variables. For example: `/{version}`.
    ///   - variables: The values by variable.
    ///   - allowed: The allowed values by variable.
    ///   - base: The scheme and host. For example: `https://api.example.com`.
    public init(
        _ template: String, _ variables: [String: String] = [:], allowed: [String: [String]] = [:], at base: String
    ) {
        let base = base.hasSuffix("/") ? String(base.dropLast()) : base
        let path = template.isEmpty || template.hasPrefix("/") ? template : "/" + template
        server = Server(base + path, variables, allowed: allowed)
    }

    /// The URL.
    public var description: String { server.text }
}

/// The components of a server URL, or why it is invalid.
nonisolated struct Server: Hashable, Sendable {
    let text: String
    let problem: String?
    let scheme: String
    let authority: String
    /// Without a trailing slash.
    let path: String
    /// The query, sent before that of the request; may be empty.
    let query: String

    init(_ template: String, _ variables: [String: String] = [:], allowed: [String: [String]] = [:]) {
        var problem: String?
        var url = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            url += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            let value = variables[name] ?? ""
            if !Self.isSafe(value, behind: url) || !(allowed[name]?.contains(value) ?? true) {
                problem = "the server variable \(name) has an invalid value"
            }
            url += value
            rest = rest[rest.index(after: close)...]
        }
        url += rest
        let parts = Self.parts(of: url)
        self.problem =
            problem ?? (parts == nil ? "the server's URL is not of the form http(s)://host[:port][/path][?query]" : nil)
        text = url
        scheme = parts?.scheme ?? ""
        authority = parts?.authority ?? ""
        path = parts?.path ?? ""
        query = parts?.query ?? ""
    }

    private static func isSafe(_ value: String, behind prefix: String) -> Bool {
        let host = prefix.firstRange(of: "://").map { prefix[$0.upperBound...] }
        let isHost = host.map { !$0.contains("/") } ?? false
        let isPort = isHost && prefix.hasSuffix(":")
        guard !value.isEmpty || !(isHost || prefix.isEmpty) else { return false }
        let isPlain = value.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39: true
            case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): !isPort
            case UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"): !isHost
            default: false
            }
        }
        return isPlain && !value.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }

    /// The path and query of a URL, or `nil` if it has another origin.
    func target(ofURL text: Substring) -> Substring? {
        guard let end = text.firstRange(of: "://")?.upperBound else { return nil }
        let path = text[end...].firstIndex { "/?#".contains($0) } ?? text.endIndex
        guard let parts = Self.parts(of: String(text[..<path])), parts.scheme == scheme,
            Self.withPort(parts.authority, scheme) == Self.withPort(authority, scheme)
        else { return nil }
        return text[path...].first == "/" ? text[path...] : "/" + text[path...]
    }

    private static func withPort(_ authority: String, _ scheme: String) -> String {
        let port = authority.split(separator: "]").last.map { $0.contains(":") } ?? false
        return authority.lowercased() + (port && !authority.hasSuffix("]") ? "" : scheme == "https" ? ":443" : ":80")
    }

    private struct Parts {
        var scheme: String
        var authority: String
        var path: String
        var query: String
    }

    private static func parts(of text: String) -> Parts? {
        guard text.utf8.allSatisfy({ $0 > 0x20 && !"{}<>\\\"^`|".utf8.contains($0) }),
            let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = components.encodedHost, !host.isEmpty,
            components.user == nil, components.password == nil, components.fragment == nil
        else { return nil }
        var path = components.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        return Parts(
            scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host, path: path,
            query: components.percentEncodedQuery ?? "")
    }
}
