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
        do { return try NodeDecoder(try JSONReader.read(data)).decode(T.self) } catch { throw DecodingFailure(error) }
    }

    /// The body as text, by its charset, UTF-8 where it names none.
    public func text() throws -> String { try mediaType.text(of: data) }

    /// The body as text, read as a value.
    public func text<T: Decodable>() throws -> T {
        let text = try text()
        do {
            if let value = try? NodeDecoder(.string(text)).decode(T.self) { return value }
            return try NodeDecoder(JSONNumber(text).map { .number($0.text) } ?? .bool(text == "true")).decode(T.self)
        } catch { throw DecodingFailure(error) }
    }

    public func bytes() -> Data { data }

    /// The server-sent events of the body (WHATWG HTML, "Server-sent events").
    public func events<T: Decodable & Sendable>(of type: T.Type = T.self) -> EventStream<T> { EventStream(body) }

    /// The body's lines, each a JSON value (JSON Lines, NDJSON; RFC 7464 as well).
    public func jsonLines<T: Decodable & Sendable>(of type: T.Type = T.self) -> JSONLines<T> { JSONLines(body) }
}

nonisolated extension ClientResponse {
    /// The answer's body as a form (`application/x-www-form-urlencoded`): one member per name, an array where a name is repeated.
    ///
    /// A form knows text only; where the type wants numbers or booleans, values that are spelled like them are read as such.
    public func form<T: Decodable>() throws -> T {
        let pairs = try text().split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (name: Self.unescaped(parts[0]), value: parts.count > 1 ? Self.unescaped(parts[1]) : "")
        }
        if let value = try? NodeDecoder(Self.object(pairs) { .string($0) }).decode(T.self) { return value }
        return try NodeDecoder(Self.object(pairs) { (try? JSONReader.read(Data($0.utf8))) ?? .string($0) }).decode(
            T.self)
    }

    private static func unescaped(_ text: Substring) -> String {
        let spaced = String(text.map { $0 == "+" ? " " : $0 })
        return spaced.removingPercentEncoding ?? spaced
    }

    private static func object(_ pairs: [(name: String, value: String)], _ node: (String) -> Node) -> Node {
        var members: [Node.Member] = []
        for pair in pairs {
            let value = node(pair.value)
            guard let index = members.firstIndex(where: { $0.name == pair.name }) else {
                members.append(Node.Member(name: pair.name, value: value))
                continue
            }
            if case .array(let earlier) = members[index].value {
                members[index].value = .array(earlier + [value])
            } else {
                members[index].value = .array([members[index].value, value])
            }
        }
        return .object(members)
    }
}
