#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif

    /// Owns a session and invalidates it with the last transport; otherwise `URLSession` keeps itself and its delegate forever.
    nonisolated final class OwnedSession: Sendable {
        /// A year in seconds: the client has its own limits, and an infinite interval crashes on Linux.
        static let noTimeout = 31_536_000.0

        private let base: URLSession
        private let delegate: ExchangeDelegate

        init(
            _ configuration: URLSessionConfiguration, challenge: URLSessionTransport.ChallengeHandler?,
            metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?
        ) {
            configuration.httpCookieStorage = nil
            configuration.httpShouldSetCookies = false
            configuration.httpCookieAcceptPolicy = .never
            configuration.urlCache = nil
            configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
            configuration.timeoutIntervalForRequest = Self.noTimeout
            configuration.timeoutIntervalForResource = Self.noTimeout
            delegate = ExchangeDelegate(challenge: challenge, metrics: metrics)
            #if canImport(FoundationNetworking)
                base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: ImmediateQueue())
            #else
                base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
            #endif
        }

        deinit { base.finishTasksAndInvalidate() }

        /// Sends a request and waits for the head of its response.
        func run(_ request: URLRequest, _ body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            guard let body else { return try await delegate.run(delegate.exchange(base.dataTask(with: request))) }
            var request = request
            #if canImport(FoundationNetworking)
                let staged = try await StagedBody(body)
                request.httpBodyStream = staged.stream()
                request.setValue(String(staged.length), forHTTPHeaderField: "Content-Length")
                // To libcurl a blank field says that the body is not sent in chunks; the field is not sent.
                request.setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
                let exchange = delegate.exchange(base.dataTask(with: request), body: staged)
            #else
                let exchange: Exchange
                switch body.pieces {
                case .data(let data):
                    request.httpBody = data
                    exchange = delegate.exchange(base.dataTask(with: request))
                case .file(let file): exchange = delegate.exchange(base.uploadTask(with: request, fromFile: file))
                case .sequence, .stream:
                    let streamed = try StreamedBody()
                    request.httpBodyStream = streamed.input
                    exchange = delegate.exchange(base.dataTask(with: request))
                    streamed.send(body, in: exchange)
                }
            #endif
            return try await delegate.run(exchange)
        }
    }

    #if canImport(FoundationNetworking)
        /// Calls the delegate synchronously: queued callbacks would hold the bytes of a response in memory without a limit.
        /// The session calls the delegate in order, one call at a time.
        nonisolated private final class ImmediateQueue: OperationQueue, @unchecked Sendable {
            override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
        }
    #endif

    /// Forwards the callbacks of `URLSession` to their exchanges.
    nonisolated final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
        private let exchanges = Locked<[Int: Exchange]>([:])
        private let challenge: URLSessionTransport.ChallengeHandler?
        private let metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?

        init(
            challenge: URLSessionTransport.ChallengeHandler?, metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?
        ) {
            self.challenge = challenge
            self.metrics = metrics
        }

        #if canImport(FoundationNetworking)
            private let bodies = Locked<[Int: StagedBody]>([:])

            func exchange(_ task: URLSessionTask, body: StagedBody) -> Exchange {
                bodies.withLock { $0[task.taskIdentifier] = body }
                return exchange(task)
            }

            /// Called when a connection was lost and the request is sent again.
            func urlSession(
                _ session: URLSession, task: URLSessionTask,
                needNewBodyStream completionHandler: @escaping (InputStream?) -> Void
            ) {
                completionHandler(bodies.value[task.taskIdentifier]?.stream())
            }
        #endif

        /// Creates the exchange of a task that has not started.
        func exchange(_ task: URLSessionTask) -> Exchange {
            let exchange = Exchange(task)
            exchanges.withLock { $0[task.taskIdentifier] = exchange }
            return exchange
        }

        /// Starts an exchange and waits for the head of its response.
        func run(_ exchange: Exchange) async throws -> (HTTPResponse, HTTPBody) {
            let head = try await exchange.head()
            let owner = ExchangeOwner(exchange)
            let isEncoded = head.headerFields[.contentEncoding] != nil
            let length = isEncoded ? nil : head.headerFields[.contentLength].flatMap { Int64($0) }
            return (head, HTTPBody(length: length) { HTTPBody.AsyncIterator { try await owner.exchange.next() } })
        }

        func urlSession(
            _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
            completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
        ) {
            // On Linux informational responses, such as 103, are reported like the one that follows them.
            let isInformational = (response as? HTTPURLResponse).map { (100..<200).contains($0.statusCode) } ?? false
            if !isInformational { exchanges.value[dataTask.taskIdentifier]?.received(response) }
            completionHandler(.allow)
        }

        func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
            exchanges.value[dataTask.taskIdentifier]?.received(data)
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
            #if canImport(FoundationNetworking)
                bodies.withLock { $0[task.taskIdentifier] = nil }
            #endif
            exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.finished(error, task.response)
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didFinishCollecting metrics: URLSessionTaskMetrics)
        {
            self.metrics?(metrics)
        }

        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                guard exchanges.value[task.taskIdentifier]?.mayReturnRedirect() ?? true else { return }
            #endif
            completionHandler(nil)
        }

        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                // The session asks after the whole 401 has arrived, and would wait for ever for a credential.
                exchanges.value[task.taskIdentifier]?.refused(task.response)
            #else
                guard let handler = self.challenge else { return completionHandler(.performDefaultHandling, nil) }
                let received = SendableChallenge(value: challenge)
                Task {
                    let (disposition, credential) = await handler(received.value)
                    completionHandler(disposition, credential)
                }
            #endif
        }
    }

    #if !canImport(FoundationNetworking)
        /// The session does not use a challenge after passing it to the delegate.
        nonisolated private struct SendableChallenge: @unchecked Sendable { let value: URLAuthenticationChallenge }
    #endif

    /// Stops the transfer when the last reader of its body is released.
    nonisolated private final class ExchangeOwner: Sendable {
        let exchange: Exchange

        init(_ exchange: Exchange) { self.exchange = exchange }

        deinit { exchange.cancel() }
    }
#endif
