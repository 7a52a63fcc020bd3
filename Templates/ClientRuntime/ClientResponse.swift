public import Foundation
public import HTTPTypes

/// An answer as an operation reads it.
public nonisolated struct ClientResponse: Sendable {
    public let head: HTTPResponse
    /// The whole body, or nothing where it is still arriving; see ``body``.
    public let data: Data
    /// The body in chunks.
    public let body: HTTPBody

    public init(_ head: HTTPResponse, _ data: Data) {
        self.head = head
        self.data = data
        body = HTTPBody(data)
    }

    /// An answer whose body is still arriving.
    init(_ head: HTTPResponse, streaming body: HTTPBody) {
        self.head = head
        data = Data()
        self.body = body
    }

    public var status: Int { head.status.code }

    var mediaType: MediaType { MediaType(head.headerFields[.contentType] ?? "") }

    /// Whether the body is of a media type, or of a range such as `text/*`.
    public func has(_ type: String) -> Bool { mediaType.matches(type) }

    /// The body as JSON.
    ///
    /// - Parameter type: The type the API description names. Beside it, any JSON type, `text/plain`,
    ///   `application/octet-stream` and an answer without type are read.
    /// - Throws: ``DecodingFailure``.
    public func json<T: Decodable>(as type: String = "application/json") throws -> T {
        let found = mediaType
        let isExpected = found.isJSON || found.matches(type)
        guard isExpected || ["", "text/plain", "application/octet-stream"].contains(found.essence) else {
            throw DecodingFailure(path: [], reason: "expected JSON, found another content type")
        }
        let isUTF8 = [nil, "utf-8", "utf8"].contains(found.charset)
        let bytes = isUTF8 ? data : Data(try found.text(of: data).utf8)
        return try Self.decode(bytes)
    }

    static func decode<T: Decodable>(_ data: Data) throws -> T {
        do { return try decode(try JSONReader.read(data)) } catch { throw DecodingFailure(error) }
    }

    static func decode<T: Decodable>(_ node: Node) throws -> T {
        do { return try NodeDecoder(node).decode(T.self) } catch { throw DecodingFailure(error) }
    }

    /// The body as text, by its charset, UTF-8 where it names none.
    public func text() throws -> String { try mediaType.text(of: data) }

    /// The body as text, read as a value.
    public func text<T: Decodable>() throws -> T { try Self.decode(.text(try text())) }

    public func bytes() -> Data { data }

    /// The server-sent events of the body (WHATWG HTML, "Server-sent events").
    ///
    /// - Parameter whole: Whether `T` is read from the event with its members `data`, `event`, `id` and `retry`; else from
    ///   its data alone.
    public func events<T: Decodable & Sendable>(of type: T.Type = T.self, whole: Bool = false) -> EventStream<T> {
        EventStream(body, whole: whole)
    }

    /// The body's lines, each a JSON value (JSON Lines, NDJSON; RFC 7464 as well).
    public func jsonLines<T: Decodable & Sendable>(of type: T.Type = T.self) -> JSONLines<T> { JSONLines(body) }
}

nonisolated extension ClientResponse {
    /// The body as a form (`application/x-www-form-urlencoded`): one member per name, an array where a name is repeated.
    public func form<T: Decodable>() throws -> T {
        let pairs = try text().split(separator: "&").map { pair -> Node.Member in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Node.Member(
                name: Self.unescaped(parts[0]), value: .text(parts.count > 1 ? Self.unescaped(parts[1]) : ""))
        }
        return try Self.decode(.object(collecting: pairs))
    }

    private static func unescaped(_ text: Substring) -> String {
        let spaced = String(text.map { $0 == "+" ? " " : $0 })
        return spaced.removingPercentEncoding ?? spaced
    }

    /// The body's parts (RFC 2046, RFC 7578): as the members of an object by their names, or one after the other where `T` is
    /// an array. Parts of a JSON type are read as JSON.
    public func multipart<T: Decodable>() throws -> T {
        guard let boundary = mediaType.parameter("boundary"), !boundary.isEmpty else {
            throw DecodingFailure(path: [], reason: "expected a body in parts, found no boundary")
        }
        let parts = try MultipartReader.parts(of: data, boundary: boundary)
        if T.self is any Listed.Type { return try Self.decode(.array(parts.map(\.node))) }
        let members = parts.compactMap { part in part.name.map { Node.Member(name: $0, value: part.node) } }
        return try Self.decode(.object(collecting: members))
    }
}

/// Arrays, whatever they hold.
private nonisolated protocol Listed {}
nonisolated extension Array: Listed {}

nonisolated extension Node {
    /// An object; the values of a name that is repeated become an array.
    fileprivate static func object(collecting list: [Member]) -> Node {
        var members: [Member] = []
        var repeated: Set<String> = []
        for member in list {
            guard let index = members.firstIndex(where: { $0.name == member.name }) else {
                members.append(member)
                continue
            }
            if repeated.insert(member.name).inserted { members[index].value = .array([members[index].value]) }
            if case .array(let earlier) = members[index].value {
                members[index].value = .array(earlier + [member.value])
            }
        }
        return .object(members)
    }
}
