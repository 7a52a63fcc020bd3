#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP1

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// One request and its response: the bytes that were received but not read yet, and the tasks that wait for more.
    nonisolated final class HTTPClientExchange: HTTPClientResponseDelegate {
        typealias Response = Void

        private struct State {
            var task: HTTPClient.Task<Void>?
            var head: CheckedContinuation<HTTPResponse, any Error>?
            var reader: CheckedContinuation<ByteBuffer?, any Error>?
            /// The chunk to be read next. The following chunk is requested once this one is read.
            var chunk: (ByteBuffer, EventLoopPromise<Void>)?
            var end: Result<ByteBuffer?, any Error>?
            /// The number of remaining bytes of a response that refuses the request's body, if known.
            var refusal: Int?
        }

        private let owner: HTTPClientOwner
        private let upload: HTTPClientUpload?
        private let eventLoop: any EventLoop
        private let state = Locked(State())

        /// - Parameter eventLoop: The event loop on which AsyncHTTPClient calls the delegate.
        init(_ owner: HTTPClientOwner, _ upload: HTTPClientUpload?, on eventLoop: any EventLoop) {
            self.owner = owner
            self.upload = upload
            self.eventLoop = eventLoop
        }

        /// Sends the request and waits for the head of the response.
        func head(of request: HTTPClient.Request) async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let isCanceled = state.withLock { state in
                        if state.end == nil { state.head = continuation }
                        return state.end != nil
                    }
                    if isCanceled { return continuation.resume(throwing: CancellationError()) }
                    start(owner.client.execute(request: request, delegate: self, eventLoop: .delegate(on: eventLoop)))
                }
            } onCancel: {
                cancel()
            }
        }

        private func start(_ task: HTTPClient.Task<Void>) {
            task.futureResult.whenComplete { self.end($0.map { nil }) }
            let isEnded = state.withLock { state in
                if state.end == nil { state.task = task }
                return state.end != nil
            }
            if isEnded { task.cancel() }
        }

        /// The next bytes, or `nil` after the last.
        func next() async throws -> ByteBuffer? {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let (chunk, end) = state.withLock { state in
                        defer { state.chunk = nil }
                        if state.chunk == nil, state.end == nil { state.reader = continuation }
                        return (state.chunk, state.end)
                    }
                    if let (buffer, promise) = chunk {
                        promise.succeed()
                        continuation.resume(returning: buffer)
                    } else if let end {
                        continuation.resume(with: end)
                    }
                }
            } onCancel: {
                cancel()
            }
        }

        /// Ends the exchange immediately and resumes its callers; AsyncHTTPClient cancels its task later.
        func cancel() {
            let before = end(.failure(CancellationError()), discardingChunk: true)
            before.chunk?.1.fail(CancellationError())
            before.task?.cancel()
        }

        /// Resumes the waiting tasks, unless the exchange has already ended.
        ///
        /// - Returns: The state before.
        @discardableResult
        private func end(_ end: Result<ByteBuffer?, any Error>, discardingChunk: Bool = false) -> State {
            let end = end.mapError(TransportFailure.ofAsyncHTTPClient)
            let before = state.withLock { state in
                let before = state
                state = State(chunk: discardingChunk ? nil : before.chunk, end: before.end ?? end)
                return before
            }
            before.reader?.resume(with: end)
            switch end {
            case .success: before.head?.resume(throwing: HTTPClientError.remoteConnectionClosed)
            case .failure(let error): before.head?.resume(throwing: error)
            }
            upload?.cancel()
            return before
        }

        // MARK: - Delegate methods, called on an event loop

        func didSendRequestPart(task: HTTPClient.Task<Void>, _ part: IOData) { upload?.written(part.readableBytes) }

        func didVisitURL(task: HTTPClient.Task<Void>, _ request: HTTPClient.Request, _ head: HTTPResponseHead) {
            let isRedirect = (300..<400).contains(head.status.code) && head.headers.contains(name: "Location")
            guard owner.mayFollowRedirects, isRedirect else { return }
            received(head)
            end(.success(nil))
            // Before this returns, so that the client has no time to follow.
            task.cancel()
        }

        func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
            received(head)
            // AsyncHTTPClient sends no more of the body then, and would wait for its end behind that of the response.
            if upload != nil, head.status.code >= 300, !head.headers.contains(name: "Content-Encoding") {
                let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
                state.withLock { $0.refusal = length }
                endRefusal(after: 0)
            }
            return task.eventLoop.makeSucceededVoidFuture()
        }

        func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
            let promise = task.eventLoop.makePromise(of: Void.self)
            let (reader, isEnded) = state.withLock { state in
                defer { state.reader = nil }
                if state.reader == nil, state.end == nil { state.chunk = (buffer, promise) }
                return (state.reader, state.end != nil)
            }
            if isEnded {
                promise.fail(CancellationError())
            } else if let reader {
                promise.succeed()
                reader.resume(returning: buffer)
            }
            endRefusal(after: buffer.readableBytes)
            return promise.futureResult
        }

        /// Ends the exchange with the last byte of a refusal.
        private func endRefusal(after count: Int) {
            let isWhole = state.withLock { state in
                state.refusal = state.refusal.map { $0 - count }
                return state.refusal.map { $0 <= 0 } ?? false
            }
            if isWhole { end(.success(nil)) }
        }

        func didFinishRequest(task: HTTPClient.Task<Void>) {}

        private func received(_ head: HTTPResponseHead) {
            let waiting = state.withLock { state in
                defer { state.head = nil }
                return state.head
            }
            var fields = HTTPFields()
            for (name, value) in head.headers {
                guard let name = HTTPField.Name(name) else { continue }
                fields.append(HTTPField(name: name, value: value))
            }
            let status = HTTPResponse.Status(code: Int(head.status.code), reasonPhrase: head.status.reasonPhrase)
            waiting?.resume(returning: HTTPResponse(status: status, headerFields: fields))
        }
    }

    /// Ends the exchange when the last reader of its body is released.
    nonisolated final class HTTPClientReader: Sendable {
        private let exchange: HTTPClientExchange

        init(_ exchange: HTTPClientExchange) { self.exchange = exchange }

        deinit { exchange.cancel() }

        func iterator() -> HTTPBody.AsyncIterator {
            HTTPBody.AsyncIterator {
                try await self.exchange.next().map { buffer in buffer.withUnsafeReadableBytes { Data($0) } }
            }
        }
    }
#endif
