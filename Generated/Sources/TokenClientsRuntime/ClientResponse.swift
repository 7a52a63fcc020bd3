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
    let operation: String?
    let limits: ReadingLimits

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

}
