#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One event of a `text/event-stream`.
public nonisolated struct ServerSentEvent: Hashable, Sendable {
    /// The last id the service has sent, with this event or before.
    public var id: String?
    /// The event's type, or `nil` for a plain message.
    public var event: String?
    /// The lines of data, joined by line feeds.
    public var data: String
    /// How long to wait before connecting again, in milliseconds, where the service has said so.
    public var retry: Int?

    public init(id: String? = nil, event: String? = nil, data: String, retry: Int? = nil) {
        self.id = id
        self.event = event
        self.data = data
        self.retry = retry
    }
}

/// The events of an answer as they arrive, their data read as `Element`.
///
/// `Element` is decoded from JSON; `String` takes the data as it is and `ServerSentEvent` the whole event. A
/// message whose data is `[DONE]` ends the sequence, unless `Element` is one of these two.
///
/// Errors are ``ClientError``s that name the operation. An event of the type `error` is one too, with its data, unless
/// `Element` is read from the whole event.
public nonisolated struct EventStream<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isWhole: Bool
    private let context: StreamContext

    /// - Parameter whole: Whether `Element` is read from the event with its members `data`, `event`, `id` and `retry`; else
    ///   from its data alone.
    public init(_ body: HTTPBody, whole: Bool = false) { self.init(body, whole: whole, StreamContext()) }

    init(_ body: HTTPBody, whole: Bool, _ context: StreamContext) {
        self.body = body
        isWhole = whole
        self.context = context
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isWhole: isWhole, context) }

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
    /// The event as an object of its members (OpenAPI 3.2, "Server-Sent Event Streams").
    var node: Node {
        let members = [("id", id), ("event", event), ("data", data), ("retry", retry.map(String.init))]
        return .object(members.compactMap { name, value in value.map { Node.Member(name: name, value: .text($0)) } })
    }

    /// One event as it is sent.
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
