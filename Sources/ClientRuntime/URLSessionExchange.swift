#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif

    /// One request and its response: the received bytes that were not read yet, and the tasks that wait for more.
    ///
    /// Cancellation resumes waiting tasks immediately; the session ends the transfer afterwards.
    nonisolated final class Exchange: Sendable {
        fileprivate struct State {
            var head: CheckedContinuation<HTTPResponse, any Error>?
            var reader: CheckedContinuation<Data?, any Error>?
            var unread = ReceiveBuffer()
            var end: Result<Void, any Error>?
            var isCancelled = false
            /// The session was told not to follow a redirect and ends the transfer itself.
            var isEnding = false
            var whenEnded: (@Sendable () -> Void)?
        }

        private let task: URLSessionTask
        private let state = Locked(State())

        init(_ task: URLSessionTask) { self.task = task }

        /// Starts the transfer and waits for the head of the response.
        func head() async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let end = state.withLock { state in
                        if state.end == nil { state.head = continuation }
                        return state.end
                    }
                    guard let end else { return task.resume() }
                    continuation.resume(with: end.flatMap { .failure(URLError(.badServerResponse)) })
                }
            } onCancel: {
                cancel()
            }
        }

        /// The next bytes, or `nil` after the last.
        func next() async throws -> Data? {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let now = state.withLock { $0.next(continuation) }
                    if let now { continuation.resume(with: now) }
                }
            } onCancel: {
                cancel()
            }
        }

        /// Ends the transfer. Waiting tasks get a `CancellationError` before this returns.
        func cancel() { stop(with: CancellationError()) }

        /// Ends the transfer; waiting tasks get the error.
        func stop(with error: any Error) {
            let mayStop = state.withLock { state in
                defer { state.isCancelled = true }
                return !state.isCancelled && !state.isEnding
            }
            end(.failure(error), droppingUnread: true)
            guard mayStop else { return }
            #if canImport(FoundationNetworking)
                // `cancel` waits for the session's queue, which may be busy with other transfers.
                DispatchQueue.global().async { [task] in task.cancel() }
            #else
                task.cancel()
            #endif
        }

        func received(_ response: URLResponse) {
            let head = Self.head(of: response)
            let waiting = state.withLock { state in
                defer { state.head = nil }
                return state.head
            }
            waiting?.resume(with: head)
        }

        func received(_ data: Data) {
            var failure: (any Error)?
            let reader = state.withLock { state -> CheckedContinuation<Data?, any Error>? in
                guard state.end == nil else { return nil }
                defer { state.reader = nil }
                if state.reader == nil {
                    do { try state.unread.append(data) } catch { failure = error }
                }
                return state.reader
            }
            reader?.resume(returning: data)
            if let failure { stop(with: failure) }
        }

        func finished(_ error: (any Error)?, _ response: URLResponse?) {
            if error == nil, let response { received(response) }
            end(error.map { .failure(Self.converted($0)) } ?? .success(()), droppingUnread: false)
        }

        /// A challenge without a handler: the response is complete, and the task is not needed any more.
        func refused(_ response: URLResponse?) {
            finished(nil, response)
            state.withLock { $0.isCancelled = true }
            DispatchQueue.global().async { [task] in task.cancel() }
        }

        /// Calls `action` when the transfer has ended, failed or was cancelled.
        func whenEnded(_ action: @escaping @Sendable () -> Void) {
            let hasEnded = state.withLock { state in
                if state.end == nil { state.whenEnded = action }
                return state.end != nil
            }
            if hasEnded { action() }
        }

        /// Whether the session may be told that a redirect is the response. It then ends the transfer.
        ///
        /// On Linux the process crashes if a session is told so after its task was cancelled, or if its task is cancelled
        /// afterwards.
        func mayReturnRedirect() -> Bool {
            state.withLock { state in
                state.isEnding = !state.isCancelled
                return state.isEnding
            }
        }

        private func end(_ end: Result<Void, any Error>, droppingUnread: Bool) {
            let (head, reader, whenEnded) = state.withLock { state in
                defer { (state.head, state.reader, state.whenEnded) = (nil, nil, nil) }
                if state.end == nil || droppingUnread { state.end = end }
                if droppingUnread { state.unread = ReceiveBuffer() }
                return (state.head, state.reader, state.whenEnded)
            }
            head?.resume(with: end.flatMap { .failure(URLError(.badServerResponse)) })
            reader?.resume(with: end.map { nil })
            whenEnded?()
        }

        private static func converted(_ error: any Error) -> any Error {
            (error as? URLError)?.code == .cancelled ? CancellationError() : error
        }

        private static func head(of response: URLResponse?) -> Result<HTTPResponse, any Error> {
            guard let response = response as? HTTPURLResponse else { return .failure(URLError(.badServerResponse)) }
            var fields = HTTPFields()
            for (name, value) in response.allHeaderFields {
                guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                    continue
                }
                let values = name == .setCookie ? SetCookies.separated(value) : [value]
                for value in values { fields.append(HTTPField(name: name, value: value)) }
            }
            return .success(HTTPResponse(status: .init(code: response.statusCode), headerFields: fields))
        }
    }

    nonisolated extension Exchange.State {
        /// The result of a read, or `nil` if the reader must wait.
        fileprivate mutating func next(
            _ continuation: CheckedContinuation<Data?, any Error>
        ) -> Result<Data?, any Error>? {
            do {
                if let data = try unread.next() { return .success(data) }
            } catch {
                return .failure(error)
            }
            if let end { return end.map { nil } }
            if reader != nil { return .failure(ConcurrentRead()) }
            reader = continuation
            return nil
        }
    }

    /// Two tasks read one response body at the same time.
    nonisolated struct ConcurrentRead: Error, CustomStringConvertible {
        var description: String { "the response body is read by two tasks at the same time" }
    }
#endif
