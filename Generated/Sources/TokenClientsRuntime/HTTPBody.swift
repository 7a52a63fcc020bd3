public import Foundation

/// The bytes of a request or an answer, as a sequence of chunks.
///
/// A body made from `Data`, text or a file can be read any number of times; one made from another sequence, and
/// the body of a streamed answer, as often as that sequence can.
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
        let values = try? file.resourceValues(forKeys: [.fileSizeKey])
        length = values?.fileSize.map(Int64.init)
        isReplayable = true
    }

    /// - Parameter isReplayable: Whether `chunks` gives the same bytes each time it is read.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int64? = nil, isReplayable: Bool = false
    ) where Chunks.Element == Data {
        pieces = .stream {
            var iterator = chunks.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
        self.length = length
        self.isReplayable = isReplayable
    }

    init(length: Int64?, _ make: @escaping @Sendable () -> AsyncIterator) {
        pieces = .stream(make)
        self.length = length
        isReplayable = false
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
            var handle: FileHandle?
            return AsyncIterator {
                let open = try handle ?? FileHandle(forReadingFrom: file)
                handle = open
                return try open.read(upToCount: Self.chunkSize).flatMap { $0.isEmpty ? nil : $0 }
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

/// A body has more bytes than the client may read; see ``ClientOptions/maximumAnswerSize``.
public nonisolated struct AnswerTooLarge: Error, CustomStringConvertible {
    public let limit: Int

    public var description: String { "the answer has more than \(limit) bytes" }
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

    var base64: String? { try? bytes().base64EncodedString() }
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
