#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The bytes of a request or a response, as a sequence of chunks.
///
/// A body of `Data`, text or a file can be read repeatedly. A streamed response, or a body of a sequence that is not marked
/// as replayable, can be read once: a second reader gets ``AlreadyRead``.
public nonisolated struct HTTPBody: Sendable, AsyncSequence {
    /// A chunk of bytes.
    public typealias Element = Data

    /// The number of bytes, or `nil` if it is not known in advance.
    public let length: Int64?
    /// Whether the body can be sent again for a retry or with a refreshed credential.
    public let isReplayable: Bool
    let pieces: Pieces

    enum Pieces: Sendable {
        case data(Data)
        case file(URL)
        case sequence([HTTPBody])
        case stream(@Sendable () -> AsyncIterator)
    }

    /// The error of reading a body a second time that can be read only once.
    public struct AlreadyRead: PlainError, CustomStringConvertible {
        /// A message for developers.
        public var description: String { "the body can be read only once and was already read" }
    }

    /// The number of bytes of a file that are read at a time.
    private static let chunkSize = 64 * 1_024

    /// Creates a body of bytes.
    public init(_ data: Data = Data()) {
        pieces = .data(data)
        length = Int64(data.count)
        isReplayable = true
    }

    /// Creates a body of UTF-8 text.
    public init(_ text: String) { self.init(Data(text.utf8)) }

    /// Creates a body of the content of a file, which is read in chunks of 64 KiB.
    public init(file: URL) {
        pieces = .file(file)
        length = FileReader.size(of: file)
        isReplayable = true
    }

    /// Creates a body of a sequence of chunks.
    ///
    /// - Parameters:
    ///   - chunks: The bytes, in chunks of any size.
    ///   - length: The number of bytes, if known.
    ///   - isReplayable: Whether each iteration of `chunks` returns the same bytes.
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

    /// - Throws: ``RequestFailure`` if a file of the body can't be read.
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

    static func unreadable(_ name: String?) -> RequestFailure {
        RequestFailure("the file \(name.map { "'\($0)' " } ?? "")cannot be read")
    }

    /// The same bytes; reading returns immediately on cancellation, and errors show no URL.
    var leavable: HTTPBody {
        if case .data = pieces { return self }
        return HTTPBody(length: length) { [self] in
            let source = LeavableIterator(makeAsyncIterator())
            return AsyncIterator { try await source.next() }
        }
    }

    /// Reads the complete body.
    ///
    /// - Throws: ``ResponseTooLarge`` if the body has more than `limit` bytes.
    public func collect(upTo limit: Int = .max) async throws -> Data {
        if case .data(let data) = pieces {
            guard data.count <= limit else { throw ResponseTooLarge(limit: limit) }
            return data
        }
        var all = Data()
        for try await chunk in self {
            guard all.count + chunk.count <= limit else { throw ResponseTooLarge(limit: limit) }
            all.append(chunk)
        }
        return all
    }

    /// Creates an iterator over the chunks.
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

    /// An iterator over the chunks of a body.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let advance: () async throws -> Data?

        init(_ advance: @escaping () async throws -> Data?) { self.advance = advance }

        /// The next chunk, or `nil` at the end of the body.
        public mutating func next() async throws -> Data? { try await advance() }
    }
}

/// Reads chunks one by one, each in a task that the reader can abandon.
private nonisolated final class LeavableIterator: @unchecked Sendable {
    /// Used by one task at a time: no chunk is read while an abandoned read is running.
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

/// A response, or a part of it, exceeds a limit of ``ClientOptions``.
public nonisolated struct ResponseTooLarge: PlainError, CustomStringConvertible {
    /// The limit in bytes.
    public let limit: Int
    /// The part that is too large. For example: `response`, `event`.
    public let subject: String

    init(limit: Int, _ subject: String = "response") {
        self.limit = limit
        self.subject = subject
    }

    /// For example: `the response has more than 1000 bytes`.
    public var description: String { "the \(subject) has more than \(limit) bytes" }
}
