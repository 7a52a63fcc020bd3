#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A server-sent event of a `text/event-stream`.
public nonisolated struct ServerSentEvent: Hashable, Sendable {
    /// The last ID that the service sent, with this event or an earlier one.
    public var id: String?
    /// The event's type, or `nil` for a plain message.
    public var event: String?
    /// The lines of data, joined by line feeds.
    public var data: String
    /// The reconnection delay in milliseconds, if the service sent one.
    public var retry: Int?

    /// Creates an event.
    public init(id: String? = nil, event: String? = nil, data: String, retry: Int? = nil) {
        self.id = id
        self.event = event
        self.data = data
        self.retry = retry
    }
}

/// The events of a streamed response, with their data decoded as `Element`.
///
/// `Element` is decoded from JSON, except for `String`, which is the data itself, and ``ServerSentEvent``, which is the
/// whole event. For other types, an event with the data `[DONE]` ends the sequence.
///
/// Errors are ``ClientError``s with the operation's ID. An event of the type `error` is thrown as an error, unless
/// `Element` is decoded from the whole event.
public nonisolated struct EventStream<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isWhole: Bool
    private let context: StreamContext

    /// Creates a sequence of the events of a body.
    ///
    /// - Parameters:
    ///   - body: The events as they arrive.
    ///   - whole: Whether `Element` is decoded from the whole event, with the members `data`, `event`, `id` and `retry`,
    ///     or from its data alone.
    public init(_ body: HTTPBody, whole: Bool = false) { self.init(body, whole: whole, StreamContext()) }

    init(_ body: HTTPBody, whole: Bool, _ context: StreamContext) {
        self.body = body
        isWhole = whole
        self.context = context
    }

    /// Creates an iterator over the events.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isWhole: isWhole, context) }

    /// An iterator over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: SmallChunks
        private var parser: EventParser
        private let isWhole: Bool
        private let context: StreamContext

        init(_ body: HTTPBody, isWhole: Bool, _ context: StreamContext) {
            chunks = SmallChunks(body)
            parser = EventParser(context.limits)
            self.isWhole = isWhole
            self.context = context
        }

        /// The next event, or `nil` at the end of the stream.
        ///
        /// - Throws: ``ClientError``.
        public mutating func next() async throws -> Element? {
            while true {
                let event: ServerSentEvent?
                do {
                    event = try parser.next()
                    if event == nil {
                        guard let chunk = try await chunks.next() else { return nil }
                        parser.append(chunk)
                    }
                } catch { throw context.failure(error) }
                guard let event else { continue }
                if let value = event as? Element { return value }
                if event.data == "[DONE]", !isWhole, Element.self != String.self { return nil }
                do { return try read(event) } catch { throw context.failure(error, Data(event.data.utf8)) }
            }
        }

        private func read(_ event: ServerSentEvent) throws -> Element {
            if isWhole { return try ClientResponse.decode(event.node, context.limits) }
            if event.event == "error" {
                throw DecodingFailure(path: [], reason: "the service sent an event of the type 'error'")
            }
            if let value = event.data as? Element { return value }
            return try ClientResponse.decode(Data(event.data.utf8), context.limits)
        }
    }
}

nonisolated extension ServerSentEvent: Codable {}

nonisolated extension ServerSentEvent {
    /// The event as an object with its members (OpenAPI 3.2, "Server-Sent Event Streams").
    var node: Node {
        let members = [("id", id), ("event", event), ("data", data), ("retry", retry.map(String.init))]
        return .object(members.compactMap { name, value in value.map { Node.Member(name: name, value: .text($0)) } })
    }

    /// The text of an event in a request body.
    ///
    /// - Parameter whole: Whether `node` is an event with members; else it is the data.
    static func text(of node: Node, whole: Bool) throws -> String {
        func lines(_ name: String, _ value: Node) throws -> String {
            let text = try StyledValue.primitive(value).substituting("\r\n", "\n").substituting("\r", "\n")
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(name): \($0)\n" }.joined()
        }
        guard whole, case .object(let members) = node else { return try lines("data", node) + "\n" }
        return try members.filter { !$0.value.isNull }.map { try lines($0.name, $0.value) }.joined() + "\n"
    }
}

nonisolated extension ClientRequest {
    /// Sets a body of server-sent events (WHATWG HTML, "Server-sent events"), unless it is `nil`.
    ///
    /// - Parameters:
    ///   - values: The events.
    ///   - type: The media type.
    ///   - whole: Whether the values are events with the members `data`, `event`, `id` and `retry`, or the data of events.
    public mutating func events<T: Encodable>(
        _ values: [T]?, as type: String = "text/event-stream", whole: Bool = false
    ) throws {
        guard let values else { return }
        let texts = try values.map { try ServerSentEvent.text(of: try Self.tree($0, "body"), whole: whole) }
        bytes(Data(texts.joined().utf8), as: type)
    }
}

nonisolated extension ClientResponse {
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
}
