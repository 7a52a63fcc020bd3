public import Diagnostics
public import OpenAPI
import YAML

/// Where a document comes from: what `source` of a client says.
public struct Upstream: Sendable {
    /// An `https:` URL; one of `http:` for a server on this machine alone.
    public var url: String
    /// Headers that are sent to it.
    public var headers: [Header] = []
    /// The key and the URL, where they stand in the configuration.
    public var keyPlace: Place
    /// The location of `source` in the configuration.
    public var place: Place

    /// A header whose value is in the environment.
    public struct Header: Sendable {
        /// The name as it is sent. Names of headers are compared without case.
        public var name: String
        /// The word before the value. For example: `Bearer`.
        public var prefix: String?
        /// The environment variable.
        public var environment: String
        /// The name in the configuration.
        public var place: Place
    }

    /// Whether a program may open a connection to what a text names: no credentials in it, nothing a shell or a terminal would take for more.
    static func isAllowed(_ text: String) -> Bool {
        guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && $0 != UInt8(ascii: "\\") }) else { return false }
        for (scheme, isLocal) in [("https://", false), ("http://", true)] where text.hasPrefix(scheme) {
            let authority = text.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
            guard !authority.isEmpty, !authority.contains("@") else { return false }
            return !isLocal || isLoopback(authority)
        }
        return false
    }

    private static func isLoopback(_ authority: Substring) -> Bool {
        ["127.0.0.1", "localhost", "[::1]"].contains { host in
            guard authority.hasPrefix(host) else { return false }
            let rest = authority.dropFirst(host.count)
            return rest.isEmpty
                || (rest.first == ":" && rest.dropFirst().utf8.allSatisfy { (0x30...0x39).contains($0) })
        }
    }
}

extension ConfigurationReader {
    mutating func readSource(_ entry: Mapping.Entry) -> Upstream? {
        guard case .mapping = entry.value.value else {
            return readURL(entry.value, "source").map {
                Upstream(url: $0, keyPlace: entry.keyPlace, place: entry.value.place)
            }
        }
        guard let fields = mapping(entry.value, .source), let node = fields["url"] else { return nil }
        let headers = fields["headers"].map { readHeaders($0) } ?? []
        return readURL(node, "url").map {
            Upstream(url: $0, headers: headers, keyPlace: entry.keyPlace, place: node.place)
        }
    }

    private mutating func readURL(_ node: Node, _ key: String) -> String? {
        guard let text = string(node, key) else { return nil }
        guard Upstream.isAllowed(text) else {
            report(
                .badSource, "\(quote(text, limit: 200)) is not a valid URL for fetching a document", at: node.place,
                hint: "use a URL that begins with `https://`, without credentials, in visible ASCII characters")
            return nil
        }
        return text
    }

    private mutating func readHeaders(_ node: Node) -> [Upstream.Header] {
        guard case .mapping(let headers) = node.value else {
            mistyped(node, "headers", "a mapping from names of headers to `environment` and `prefix`")
            return []
        }
        return headers.entries.compactMap { readHeader($0) }
    }

    private mutating func readHeader(_ entry: Mapping.Entry) -> Upstream.Header? {
        if !ConfigurationValue.headerName.accepts(entry.key) {
            report(
                .badHeader, "\(quote(entry.key)) is not a valid name of a header", at: entry.keyPlace,
                hint: "use a name such as `Authorization`")
        }
        guard let fields = mapping(entry.value, .header) else { return nil }
        let prefix = fields["prefix"].flatMap { headerText($0) }
        guard let variable = fields["environment"].flatMap({ environmentVariable($0) }) else { return nil }
        return Upstream.Header(name: entry.key, prefix: prefix, environment: variable, place: entry.keyPlace)
    }
}

/// Input with other bytes in the place of one document, to see what a new version of it is like.
public struct NewVersion: InputFiles {
    private let base: any InputFiles
    private let path: String
    private let bytes: [UInt8]

    /// - Parameter path: the document, as the configuration spells it.
    public init(of path: String, bytes: [UInt8], besides base: any InputFiles) {
        self.base = base
        self.path = path
        self.bytes = bytes
    }

    /// The downloaded bytes for the document's path; every other document as it is on the disk.
    public func document(_ path: String) throws(LoadError) -> InputFile {
        guard path == self.path else { return try base.document(path) }
        do throws(LoadError) {
            var file = try base.document(path)
            file.bytes = bytes
            return file
        } catch .missing {
            return InputFile(name: path, path: path, bytes: bytes)
        }
    }

    /// Files besides the document, as they are on the disk.
    public func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        try base.file(path, besides: document)
    }
}

extension Configuration.Client {
    /// The configuration's text with the digest of this client's document written into it: in the place of the old one, or before `source`.
    ///
    /// - Returns: `nil` where the client has no `source`.
    public func recording(_ digest: Digest, in text: [UInt8]) -> [UInt8]? {
        guard let source else { return nil }
        let quoted = "\"\(digest)\""
        if let old = self.digest?.place {
            return Array(text[..<Int(old.start)]) + Array(quoted.utf8) + Array(text[Int(old.end)...])
        }
        let start = Int(source.keyPlace.start)
        let line = text[..<start].lastIndex { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") }.map { $0 + 1 } ?? 0
        let before = text[line..<start]
        let isBlock = before.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-") }
        let ending = isBlock ? "\n" + String(repeating: " ", count: before.count) : ", "
        let key = isBlock ? "sha256: " : "\"sha256\": "
        return Array(text[..<start]) + Array((key + quoted + ending).utf8) + Array(text[start...])
    }
}
