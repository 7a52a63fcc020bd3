public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A received response, with methods that decode its body.
public nonisolated struct ClientResponse: Sendable {
    /// The status code and headers.
    public let head: HTTPResponse
    /// The complete body, or empty data if the body is streamed; see ``body``.
    public let data: Data
    /// The body in chunks.
    public let body: HTTPBody
    /// Whether the body is streamed.
    let isStreaming: Bool
    private let operation: String?
    private let limits: ReadingLimits

    /// Creates a response with a complete body.
    public init(_ head: HTTPResponse, _ data: Data) { self.init(head, data, nil, ReadingLimits()) }

    init(_ head: HTTPResponse, _ data: Data, _ operation: String?, _ limits: ReadingLimits) {
        self.head = head
        self.data = data
        body = HTTPBody(data)
        self.operation = operation
        self.limits = limits
        isStreaming = false
    }

    /// Creates a response with a streamed body.
    init(_ head: HTTPResponse, streaming body: HTTPBody, _ operation: String, _ limits: ReadingLimits) {
        self.head = head
        data = Data()
        self.body = body
        self.operation = operation
        self.limits = limits
        isStreaming = true
    }

    private var context: StreamContext { StreamContext(operation: operation, head: head, limits: limits) }

    /// The status code.
    public var status: Int { head.status.code }

    var mediaType: MediaType { MediaType(of: head) }

    /// Whether the content type is a media type, or in a range such as `text/*`.
    public func has(_ type: String) -> Bool { mediaType.matches(type) }

    /// Decodes the body as JSON.
    ///
    /// - Parameter type: The documented media type. Any JSON type, `text/plain`, `application/octet-stream` and a missing
    ///   content type are accepted as well.
    /// - Throws: ``DecodingFailure``.
    public func json<T: Decodable>(as type: String = "application/json") throws -> T {
        let found = mediaType
        let isExpected = found.isJSON || found.matches(type)
        guard isExpected || ["", "text/plain", "application/octet-stream"].contains(found.essence) else {
            throw DecodingFailure(path: [], reason: "expected JSON, found another content type")
        }
        let isUTF8 = [nil, "utf-8", "utf8"].contains(found.charset)
        let bytes = isUTF8 ? data : Data(try found.text(of: data).utf8)
        return try Self.decode(bytes, limits)
    }

    static func decode<T: Decodable>(_ data: Data, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        let node: Node
        do { node = try JSONReader.read(data, limits) } catch { throw failure(error) }
        return try decode(node, limits)
    }

    static func decode<T: Decodable>(_ node: Node, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        do { return try NodeDecoder.read(node, limits) } catch { throw failure(error) }
    }

    private static func failure(_ error: any Error) -> any Error {
        error is any PlainError || error is CancellationError ? error : DecodingFailure(error)
    }

    /// The body as text, by its charset, or UTF-8 if it names none.
    public func text() throws -> String { try mediaType.text(of: data) }

    /// Decodes the body as text. For example: a number or a date.
    public func text<T: Decodable>() throws -> T { try Self.decode(.text(try text()), limits) }

    /// The bytes of the body.
    public func bytes() -> Data { data }

    /// The server-sent events of the body (WHATWG HTML, "Server-sent events").
    ///
    /// - Parameters:
    ///   - type: The type of the elements.
    ///   - whole: Whether `T` is decoded from the whole event, with the members `data`, `event`, `id` and `retry`, or from
    ///     its data alone.
    /// - Throws: ``DecodingFailure`` if the response has another content type.
    public func events<T: Decodable & Sendable>(of type: T.Type = T.self, whole: Bool = false) throws -> EventStream<T>
    {
        guard ["text/event-stream", ""].contains(mediaType.essence) else {
            throw DecodingFailure(path: [], reason: "expected an event stream, found another content type")
        }
        return EventStream(body, whole: whole, context)
    }

    /// The lines of the body, each a JSON value (JSON Lines, NDJSON), or its records if the content type is a JSON text
    /// sequence (RFC 7464).
    public func jsonLines<T: Decodable & Sendable>(of type: T.Type = T.self) -> JSONLines<T> {
        JSONLines(body, sequence: mediaType.essence.hasSuffix("json-seq"), context)
    }
}

nonisolated extension ClientResponse {
    /// Decodes the body as a form (`application/x-www-form-urlencoded`). A repeated name becomes an array.
    public func form<T: Decodable>() throws -> T {
        let pairs = try text().split(separator: "&").map { pair -> Node.Member in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Node.Member(
                name: Self.unescaped(parts[0]), value: .text(parts.count > 1 ? Self.unescaped(parts[1]) : ""))
        }
        return try Self.decode(.object(collecting: pairs), limits)
    }

    private static func unescaped(_ text: Substring) -> String {
        let spaced = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return PercentEncoding.decode(String(decoding: spaced, as: UTF8.self))
    }

    /// Decodes the parts of the body (RFC 2046, RFC 7578): as members of an object by their names, or in order if `T` is an
    /// array. Parts with a JSON type are decoded as JSON.
    public func multipart<T: Decodable>() throws -> T {
        guard let boundary = mediaType.parameter("boundary"), !boundary.isEmpty else {
            throw DecodingFailure(path: [], reason: "expected a multipart body, found no boundary")
        }
        let parts = try MultipartReader.parts(of: data, boundary: boundary, limit: limits.partSize)
        if T.self is any Listed.Type { return try Self.decode(.array(parts.map { $0.node(limits) }), limits) }
        let members = parts.compactMap { part in part.name.map { Node.Member(name: $0, value: part.node(limits)) } }
        return try Self.decode(.object(collecting: members), limits)
    }
}

/// Arrays of any element type.
private nonisolated protocol Listed {}
nonisolated extension Array: Listed {}

nonisolated extension Node {
    /// An object whose repeated names become arrays.
    fileprivate static func object(collecting list: [Member]) -> Node {
        var names: [String] = []
        var positions: [String: Int] = [:]
        var values: [[Node]] = []
        for member in list {
            if let position = positions[member.name] {
                values[position].append(member.value)
            } else {
                positions[member.name] = names.count
                names.append(member.name)
                values.append([member.value])
            }
        }
        return .object(
            zip(names, values).map { name, all in Member(name: name, value: all.count == 1 ? all[0] : .array(all)) })
    }
}
