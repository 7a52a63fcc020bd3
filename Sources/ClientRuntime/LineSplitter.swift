import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the errors of a stream say of the call it belongs to, and how much of it is read.
nonisolated struct StreamContext: Sendable {
    var operation: String?
    /// `nil` for a stream that is no answer's.
    var head: HTTPResponse?
    var limits = ReadingLimits()

    /// - Parameter data: What could not be decoded.
    func failure(_ error: any Error, _ data: Data = Data()) -> any Error {
        guard let head else { return error }
        switch error {
        case var failure as DecodingFailure:
            failure.operation = operation
            return ClientError<Never>.undecodable(failure, head, data)
        case is AnswerTooLarge: return ClientError<Never>.undecodable(error, head, data)
        default:
            var error = TransportFailure.wrapping(error)
            if var failure = error as? TransportFailure {
                failure.operation = operation
                error = failure
            }
            return ClientError<Never>.transport(error)
        }
    }
}

/// The chunks of a body in pieces of at most 64 KiB, so that a parser never holds much more than it needs.
nonisolated struct SmallChunks {
    private var chunks: HTTPBody.AsyncIterator
    private var rest = Data()

    init(_ body: HTTPBody) { chunks = body.makeAsyncIterator() }

    mutating func next() async throws -> Data? {
        if rest.isEmpty {
            guard let chunk = try await chunks.next() else { return nil }
            rest = chunk
        }
        let piece = rest.prefix(65_536)
        rest = rest.dropFirst(piece.count)
        return piece
    }
}

/// Cuts bytes into lines at CR LF, LF or CR, or into records at U+001E, wherever the chunks are cut.
nonisolated struct LineSplitter {
    var isOfRecords: Bool
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var skipsLineFeed = false

    init(limit: Int, ofRecords: Bool = false) {
        self.limit = limit
        isOfRecords = ofRecords
    }

    mutating func append(_ chunk: Data) {
        if start > 0 {
            buffer.removeFirst(start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: chunk)
    }

    /// - Throws: ``AnswerTooLarge``.
    mutating func next() throws -> ArraySlice<UInt8>? {
        if skipsLineFeed, start < buffer.count {
            if buffer[start] == 0x0A { start += 1 }
            skipsLineFeed = false
        }
        var index = max(searched, start)
        while index < buffer.count {
            let byte = buffer[index]
            if isOfRecords ? byte == 0x1E : byte == 0x0A || byte == 0x0D {
                let line = buffer[start..<index]
                skipsLineFeed = byte == 0x0D
                start = index + 1
                searched = start
                try check(line.count)
                return line
            }
            index += 1
        }
        searched = index
        try check(index - start)
        return nil
    }

    private func check(_ count: Int) throws {
        if count > limit { throw AnswerTooLarge(limit: limit, isOfRecords ? "record" : "line") }
    }

    /// What stands behind the last line end, once.
    mutating func rest() -> ArraySlice<UInt8>? {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
    }
}
