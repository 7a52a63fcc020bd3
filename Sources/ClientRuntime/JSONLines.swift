#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON values of a streamed response: one per line, or the records of a JSON text sequence (RFC 7464).
///
/// Empty lines are skipped. Errors are ``ClientError``s with the operation's ID.
public nonisolated struct JSONLines<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isSequence: Bool
    private let context: StreamContext

    /// Creates a sequence of the JSON values of a body.
    ///
    /// - Parameters:
    ///   - body: The values as they arrive.
    ///   - sequence: Whether the body is a JSON text sequence. A body that begins with U+001E always is.
    public init(_ body: HTTPBody, sequence: Bool = false) { self.init(body, sequence: sequence, StreamContext()) }

    init(_ body: HTTPBody, sequence: Bool, _ context: StreamContext) {
        self.body = body
        isSequence = sequence
        self.context = context
    }

    /// Creates an iterator over the values.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isSequence: isSequence, context) }

    /// An iterator over the values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: SmallChunks
        private var records: LineSplitter
        private var isAtStart = true
        private var isAtEnd = false
        private let context: StreamContext

        init(_ body: HTTPBody, isSequence: Bool, _ context: StreamContext) {
            chunks = SmallChunks(body)
            records = LineSplitter(limit: context.limits.lineSize, ofRecords: isSequence)
            self.context = context
        }

        /// The next value, or `nil` at the end of the stream.
        ///
        /// - Throws: ``ClientError``.
        public mutating func next() async throws -> Element? {
            while true {
                var text: Data?
                do { text = try nextText() } catch { throw context.failure(error) }
                if let text {
                    do { return try ClientResponse.decode(text, context.limits) as Element } catch {
                        throw context.failure(error, text)
                    }
                }
                if isAtEnd { return nil }
                do {
                    guard let chunk = try await chunks.next() else {
                        isAtEnd = true
                        continue
                    }
                    append(chunk)
                } catch { throw context.failure(error) }
            }
        }

        private mutating func append(_ chunk: Data) {
            if isAtStart, let first = chunk.first {
                isAtStart = false
                if first == 0x1E { records.isOfRecords = true }
            }
            records.append(chunk)
        }

        /// The next nonempty line or record.
        private mutating func nextText() throws -> Data? {
            while let record = try records.next() ?? (isAtEnd ? records.rest() : nil) {
                let text = record.drop { $0 <= 0x20 }
                if !text.isEmpty { return Data(text) }
            }
            return nil
        }
    }
}

nonisolated extension ClientRequest {
    /// Sets a body of JSON values, one per line, unless it is `nil` (JSON Lines, NDJSON; RFC 7464 for `json-seq` types).
    public mutating func jsonLines<T: Encodable>(_ values: [T]?, as type: String = "application/jsonl") throws {
        guard let values else { return }
        let isSequence = MediaType(type).essence.hasSuffix("json-seq")
        var data = Data()
        for value in values {
            if isSequence { data.append(0x1E) }
            data.append(contentsOf: try JSONText.bytes(of: try Self.tree(value, "body")))
            data.append(0x0A)
        }
        bytes(data, as: type)
    }
}

nonisolated extension ClientResponse {
    /// The lines of the body, each a JSON value (JSON Lines, NDJSON), or its records if the content type is a JSON text
    /// sequence (RFC 7464).
    public func jsonLines<T: Decodable & Sendable>(of type: T.Type = T.self) -> JSONLines<T> {
        JSONLines(body, sequence: mediaType.essence.hasSuffix("json-seq"), context)
    }
}
