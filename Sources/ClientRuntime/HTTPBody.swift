#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The bytes of a request or an answer, as a sequence of chunks.
///
/// A body made from `Data`, text or a file can be read any number of times. The body of a streamed answer can be read
/// once, and so can one made from another sequence that is not said to be replayable; a second reader gets ``AlreadyRead``.
public nonisolated struct HTTPBody: Sendable, AsyncSequence {
    public typealias Element = Data

    /// The number of bytes, or `nil` where it is not known before the last one has come.
    public let length: Int64?
    /// Whether the body can be sent again, after a failure or a refreshed credential.
    public let isReplayable: Bool
    let pieces: Pieces

    enum Pieces: Sendable {
        case data(Data)
        case file(URL)
        case sequence([HTTPBody])
        case stream(@Sendable () -> AsyncIterator)
    }

    /// A body that can be read once was read before.
    public struct AlreadyRead: PlainError, CustomStringConvertible {
        public var description: String { "the body can be read once, and has been read before" }
    }

    /// How many bytes of a file are read at a time.
    private static let chunkSize = 64 * 1_024

    public init(_ data: Data = Data()) {
        pieces = .data(data)
        length = Int64(data.count)
        isReplayable = true
    }

    public init(_ text: String) { self.init(Data(text.utf8)) }

    /// The content of a file, read in chunks of 64 KiB each time the body is read.
    public init(file: URL) {
        pieces = .file(file)
        length = FileReader.size(of: file)
        isReplayable = true
    }

    /// - Parameter isReplayable: Whether `chunks` gives the same bytes each time it is read.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int64? = nil, isReplayable: Bool = false
    ) where Chunks.Element == Data {
        let make: @Sendable () -> AsyncIterator = {
            var iterator = chunks.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
        pieces = .stream(isReplayable ? make : Self.once(make))
        self.length = length
        self.isReplayable = isReplayable
    }

    init(length: Int64?, _ make: @escaping @Sendable () -> AsyncIterator) {
        pieces = .stream(Self.once(make))
        self.length = length
        isReplayable = false
    }

    private static func once(_ make: @escaping @Sendable () -> AsyncIterator) -> @Sendable () -> AsyncIterator {
        let isRead = Locked(false)
        return {
            let isFirst = isRead.withLock { wasRead in
                defer { wasRead = true }
                return !wasRead
            }
            return isFirst ? make() : AsyncIterator { throw AlreadyRead() }
        }
    }

    init(joining bodies: [HTTPBody]) {
        var joined: [HTTPBody] = []
        for body in bodies {
            if case .data(let new) = body.pieces, case .data(let old)? = joined.last?.pieces {
                joined[joined.count - 1] = HTTPBody(old + new)
            } else {
                joined.append(body)
            }
        }
        if joined.count == 1 {
            self = joined[0]
            return
        }
        self.init(sequence: joined)
    }

    private init(sequence joined: [HTTPBody]) {
        pieces = .sequence(joined)
        length = joined.reduce(0) { sum, body in sum.flatMap { sum in body.length.map { sum + $0 } } }
        isReplayable = joined.allSatisfy(\.isReplayable)
    }

    /// - Throws: ``RequestFailure`` where a file to be sent cannot be read.
    func checkFiles() throws {
        switch pieces {
        case .file(let file):
            guard length != nil, FileManager.default.isReadableFile(atPath: file.path) else {
                throw Self.unreadable(file.lastPathComponent)
            }
        case .sequence(let bodies): for body in bodies { try body.checkFiles() }
        case .data, .stream: break
        }
    }

    fileprivate static func unreadable(_ name: String?) -> RequestFailure {
        RequestFailure("the file \(name.map { "'\($0)' " } ?? "")cannot be read")
    }

    /// The same bytes, whose reader leaves at once at cancellation, and gets errors that show no URL.
    var leavable: HTTPBody {
        if case .data = pieces { return self }
        return HTTPBody(length: length) { [self] in
            let source = LeavableIterator(makeAsyncIterator())
            return AsyncIterator { try await source.next() }
        }
    }

    /// All bytes at once.
    ///
    /// - Throws: ``AnswerTooLarge`` where there are more than `limit` bytes.
    public func collect(upTo limit: Int = .max) async throws -> Data {
        if case .data(let data) = pieces {
            guard data.count <= limit else { throw AnswerTooLarge(limit: limit) }
            return data
        }
        var all = Data()
        for try await chunk in self {
            guard all.count + chunk.count <= limit else { throw AnswerTooLarge(limit: limit) }
            all.append(chunk)
        }
        return all
    }

    public func makeAsyncIterator() -> AsyncIterator {
        switch pieces {
        case .data(let data):
            var rest: Data? = data.isEmpty ? nil : data
            return AsyncIterator {
                defer { rest = nil }
                return rest
            }
        case .file(let file):
            var reader: FileReader?
            return AsyncIterator {
                let open = try reader ?? FileReader(file)
                reader = open
                return try open.read(upToCount: Self.chunkSize)
            }
        case .sequence(let bodies):
            var rest = bodies[...]
            var current: AsyncIterator?
            return AsyncIterator {
                while true {
                    if let chunk = try await current?.next() { return chunk }
                    guard let body = rest.popFirst() else { return nil }
                    current = body.makeAsyncIterator()
                }
            }
        case .stream(let make): return make()
        }
    }

    public struct AsyncIterator: AsyncIteratorProtocol {
        private let advance: () async throws -> Data?

        init(_ advance: @escaping () async throws -> Data?) { self.advance = advance }

        public mutating func next() async throws -> Data? { try await advance() }
    }
}

/// Reads chunks one after the other, each in a task that its reader can leave.
private nonisolated final class LeavableIterator: @unchecked Sendable {
    /// Used by one task at a time: while a chunk that was left is still read, no other is.
    private var iterator: HTTPBody.AsyncIterator
    private let isReading = Locked(false)

    init(_ iterator: HTTPBody.AsyncIterator) { self.iterator = iterator }

    func next() async throws -> Data? {
        do { return try await leave() } catch {
            throw TransportFailure.wrapping(error)
        }
    }

    private func leave() async throws -> Data? { try await leavable(until: nil) { try await self.read() } }

    private func read() async throws -> Data? {
        let isFree = isReading.withLock { isReading in
            defer { isReading = true }
            return !isReading
        }
        guard isFree else { throw CancellationError() }
        defer { isReading.withLock { $0 = false } }
        return try await iterator.next()
    }
}

/// A response, or a part of one, has more bytes than the client may read; see ``ClientOptions``.
public nonisolated struct AnswerTooLarge: PlainError, CustomStringConvertible {
    public let limit: Int
    /// What is too large. For example: `answer`, `event`.
    public let subject: String

    init(limit: Int, _ subject: String = "answer") {
        self.limit = limit
        self.subject = subject
    }

    public var description: String { "the \(subject) has more than \(limit) bytes" }
}

/// The content of a file: a part of a multipart body, or a body whose media type is the caller's choice.
public nonisolated struct FileContent: Hashable, Sendable {
    /// The file's name, which a part of a body carries; the part's own name is sent where this is `nil`.
    public var name: String?
    /// For example: `image/png`.
    public var contentType: String?
    /// Further headers of the part.
    public var headers: [String: String] = [:]
    private let source: Source

    private enum Source: Hashable, Sendable {
        case data(Data)
        case file(URL)
    }

    public init(_ data: Data, name: String? = nil, contentType: String? = nil) {
        source = .data(data)
        self.name = name
        self.contentType = contentType
    }

    /// The file is read when it is sent, in chunks, and never held in memory as a whole.
    public init(file: URL, name: String? = nil, contentType: String? = nil) {
        source = .file(file)
        self.name = name ?? file.lastPathComponent
        self.contentType = contentType
    }

    public var body: HTTPBody {
        switch source {
        case .data(let data): HTTPBody(data)
        case .file(let file): HTTPBody(file: file)
        }
    }

    /// All bytes at once.
    ///
    /// - Throws: Where the file cannot be read.
    public func bytes() throws -> Data {
        switch source {
        case .data(let data): data
        case .file(let file): try Data(contentsOf: file)
        }
    }

    /// - Throws: ``RequestFailure`` where the file cannot be read.
    func base64() throws -> String {
        do { return try bytes().base64EncodedString() } catch { throw HTTPBody.unreadable(name) }
    }
}

/// In JSON the content is Base64 text.
nonisolated extension FileContent: Codable {
    public init(from decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder, case .file(let file) = tree.node {
            self = file
        } else {
            self.init(try decoder.singleValueContainer().decode(Data.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try bytes())
    }
}
