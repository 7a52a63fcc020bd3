#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON values of an answer as they arrive: one on each line, empty lines being skipped, or the records of a JSON text
/// sequence, each of which begins with U+001E and may have several lines (RFC 7464).
///
/// Errors are ``ClientError``s that name the operation.
public nonisolated struct JSONLines<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isSequence: Bool
    private let context: StreamContext

    /// - Parameter sequence: Whether the body is a JSON text sequence. One that begins with U+001E always is.
    public init(_ body: HTTPBody, sequence: Bool = false) { self.init(body, sequence: sequence, StreamContext()) }

    init(_ body: HTTPBody, sequence: Bool, _ context: StreamContext) {
        self.body = body
        isSequence = sequence
        self.context = context
    }

    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isSequence: isSequence, context) }

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

        /// The next line or record that is not empty.
        private mutating func nextText() throws -> Data? {
            while let record = try records.next() ?? (isAtEnd ? records.rest() : nil) {
                let text = record.drop { $0 <= 0x20 }
                if !text.isEmpty { return Data(text) }
            }
            return nil
        }
    }
}
