import Foundation

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
public nonisolated struct EventStream<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isWhole: Bool

    /// - Parameter whole: Whether `Element` is read from the event with its members `data`, `event`, `id` and `retry`; else
    ///   from its data alone.
    public init(_ body: HTTPBody, whole: Bool = false) {
        self.body = body
        isWhole = whole
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body, isWhole: isWhole) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: HTTPBody.AsyncIterator
        private var parser = EventParser()
        private let isWhole: Bool

        init(body: HTTPBody, isWhole: Bool) {
            chunks = body.makeAsyncIterator()
            self.isWhole = isWhole
        }

        public mutating func next() async throws -> Element? {
            while true {
                if let event = parser.next() {
                    if let value = event as? Element { return value }
                    if let value = event.data as? Element { return value }
                    if event.data == "[DONE]" { return nil }
                    if isWhole { return try ClientResponse.decode(event.node) as Element }
                    return try ClientResponse.decode(Data(event.data.utf8)) as Element
                }
                guard let chunk = try await chunks.next() else { return nil }
                parser.append(chunk)
            }
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
    static func text(of node: Node, whole: Bool) -> String {
        func lines(_ name: String, _ value: Node) -> String {
            let text = StyledValue.primitive(value).replacingOccurrences(of: "\r\n", with: "\n")
            return text.components(separatedBy: CharacterSet(charactersIn: "\r\n")).map { "\(name): \($0)\n" }.joined()
        }
        guard whole, case .object(let members) = node else { return lines("data", node) + "\n" }
        return members.filter { !$0.value.isNull }.map { lines($0.name, $0.value) }.joined() + "\n"
    }
}

/// The lines of an answer as they arrive, each read as a JSON value; empty ones are skipped.
public nonisolated struct JSONLines<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody

    public init(_ body: HTTPBody) { self.body = body }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body: body) }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: HTTPBody.AsyncIterator
        private var lines = LineSplitter()
        private var isAtEnd = false

        init(body: HTTPBody) { chunks = body.makeAsyncIterator() }

        public mutating func next() async throws -> Element? {
            while true {
                while let line = lines.next() ?? (isAtEnd ? lines.rest() : nil) {
                    let text = line.drop { $0 <= 0x20 }
                    if !text.isEmpty { return try ClientResponse.decode(Data(text)) as Element }
                }
                if isAtEnd { return nil }
                if let chunk = try await chunks.next() { lines.append(chunk) } else { isAtEnd = true }
            }
        }
    }
}

/// Cuts bytes into lines at CR LF, LF or CR, wherever the chunks are cut.
nonisolated struct LineSplitter {
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var skipsLineFeed = false

    mutating func append(_ chunk: Data) {
        buffer.removeFirst(start)
        searched -= start
        start = 0
        buffer.append(contentsOf: chunk)
    }

    mutating func next() -> ArraySlice<UInt8>? {
        if skipsLineFeed, start < buffer.count {
            if buffer[start] == 0x0A { start += 1 }
            skipsLineFeed = false
        }
        var index = max(searched, start)
        while index < buffer.count {
            if buffer[index] == 0x0A || buffer[index] == 0x0D {
                let line = buffer[start..<index]
                skipsLineFeed = buffer[index] == 0x0D
                start = index + 1
                searched = start
                return line
            }
            index += 1
        }
        searched = index
        return nil
    }

    /// What stands behind the last line end, once.
    mutating func rest() -> ArraySlice<UInt8>? {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
    }
}

/// Puts events together from lines, by the rules of WHATWG HTML, "Interpreting an event stream".
nonisolated struct EventParser {
    private var lines = LineSplitter()
    private var isFirstLine = true
    private var id: String?
    private var retry: Int?
    private var type: String?
    private var data: [String] = []

    mutating func append(_ chunk: Data) { lines.append(chunk) }

    mutating func next() -> ServerSentEvent? {
        while var line = lines.next() {
            if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            isFirstLine = false
            if line.isEmpty {
                defer { (type, data) = (nil, []) }
                if data.isEmpty { continue }
                return ServerSentEvent(id: id, event: type, data: data.joined(separator: "\n"), retry: retry)
            }
            read(line)
        }
        return nil
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var rest = line[colon...].dropFirst()
        if rest.first == 0x20 { rest = rest.dropFirst() }
        let value = String(decoding: rest, as: UTF8.self)
        switch String(decoding: line[..<colon], as: UTF8.self) {
        case "data": data.append(value)
        case "event": type = value.isEmpty ? nil : value
        case "id": if !value.utf8.contains(0) { id = value }
        case "retry": if value.utf8.allSatisfy({ (0x30...0x39).contains($0) }) { retry = Int(value) ?? retry }
        default: break
        }
    }
}
