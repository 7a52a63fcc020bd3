import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The call that a stream belongs to, for its errors, and the limits of the stream.
nonisolated struct StreamContext: Sendable {
    var operation: String?
    /// The response, or `nil` if the stream does not belong to one.
    var head: HTTPResponse?
    var limits = ReadingLimits()

    /// Wraps an error of the stream.
    ///
    /// - Parameter data: The bytes that could not be decoded.
    func failure(_ error: any Error, _ data: Data = Data()) -> any Error {
        guard let head else { return error }
        switch error {
        case var failure as DecodingFailure:
            failure.operation = operation
            return ClientError<Never>.undecodable(failure, response(head, data))
        case is ResponseTooLarge: return ClientError<Never>.undecodable(error, response(head, data))
        default:
            var error = TransportFailure.wrapping(error)
            if var failure = error as? TransportFailure {
                failure.operation = operation
                error = failure
            }
            return ClientError<Never>.transport(error)
        }
    }

    private func response(_ head: HTTPResponse, _ body: Data) -> FailedResponse {
        FailedResponse(head, body: body, operation: operation ?? "")
    }
}

/// Splits the chunks of a body into pieces of at most 64 KiB, which limits the memory of a parser.
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

/// Splits chunks of bytes into lines at CR LF, LF or CR, or into records at U+001E.
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

    /// - Throws: ``ResponseTooLarge``.
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
        if count > limit { throw ResponseTooLarge(limit: limit, isOfRecords ? "record" : "line") }
    }

    /// The text after the last line end. Returned once.
    mutating func rest() -> ArraySlice<UInt8>? {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
    }
}

nonisolated extension ClientResponse {
    var context: StreamContext { StreamContext(operation: operation, head: head, limits: limits) }
}
