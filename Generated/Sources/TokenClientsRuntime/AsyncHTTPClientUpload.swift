#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Uploads a request body and reads it no faster than it is written.
    nonisolated final class HTTPClientUpload: Sendable {
        private struct State {
            var isCanceled = false
            var task: Task<Void, Never>?
            /// The number of bytes passed to AsyncHTTPClient that are not written yet.
            var waiting = 0
            var sender: CheckedContinuation<Void, any Error>?
        }

        /// The largest number of bytes passed to AsyncHTTPClient at once.
        private static let pieceSize = 64 * 1_024
        /// Reading pauses while more bytes than this wait to be written.
        private static let window = 256 * 1_024
        private let body: HTTPBody
        private let state = Locked(State())

        init(_ body: HTTPBody) { self.body = body }

        func content(on eventLoop: any EventLoop) -> HTTPClient.Body {
            if case .data(let data) = body.pieces, data.count <= Self.pieceSize {
                return .byteBuffer(data.withUnsafeBytes { ByteBuffer(bytes: $0) })
            }
            return .stream(contentLength: body.length) { [self] writer in
                let sent = eventLoop.makePromise(of: Void.self)
                let task = Task {
                    do {
                        let last = try await send(to: writer)
                        // AsyncHTTPClient never gives the connection back if the response is over before it hears of the
                        // body's end: it hears of the end with the bytes the server waits for.
                        eventLoop.execute {
                            if let last { _ = writer.write(.byteBuffer(last)) }
                            sent.succeed()
                        }
                    } catch { sent.fail(error) }
                }
                let isCanceled = state.withLock { state in
                    state.task = task
                    return state.isCanceled
                }
                if isCanceled { task.cancel() }
                return sent.futureResult
            }
        }

        /// Sends all bytes except the last chunk of a body of known length, which it returns.
        private func send(to writer: HTTPClient.Body.StreamWriter) async throws -> ByteBuffer? {
            var remaining = body.length
            var last: ByteBuffer?
            for try await chunk in body {
                var rest = chunk
                while !rest.isEmpty {
                    let piece = rest.prefix(Self.pieceSize)
                    rest = rest.dropFirst(Self.pieceSize)
                    try await makeRoom(for: piece.count)
                    let buffer = piece.withUnsafeBytes { ByteBuffer(bytes: $0) }
                    remaining = remaining.map { $0 - Int64(piece.count) }
                    // A write that fails fails the exchange, which cancels the upload.
                    if let last { _ = writer.write(.byteBuffer(last)) }
                    last = remaining == 0 ? buffer : nil
                    if last == nil { _ = writer.write(.byteBuffer(buffer)) }
                }
            }
            return last
        }

        private func makeRoom(for count: Int) async throws {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if state.isCanceled { return .failure(CancellationError()) }
                    state.waiting += count
                    if state.waiting <= Self.window { return .success(()) }
                    state.sender = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        }

        /// Notes that bytes were written to the connection.
        func written(_ count: Int) {
            let sender = state.withLock { state -> CheckedContinuation<Void, any Error>? in
                state.waiting -= count
                guard state.waiting <= Self.window else { return nil }
                defer { state.sender = nil }
                return state.sender
            }
            sender?.resume()
        }

        func cancel() {
            let (task, sender) = state.withLock { state in
                defer { (state.isCanceled, state.task, state.sender) = (true, nil, nil) }
                return (state.task, state.sender)
            }
            sender?.resume(throwing: CancellationError())
            task?.cancel()
        }
    }
#endif
