#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOHTTPCompression

    /// Sends requests with AsyncHTTPClient: the transport for servers and for programs on Linux.
    ///
    /// Bodies are streamed in both directions with back-pressure and are never held in memory as a whole. HTTP/2 is used if
    /// an `https` server offers it. Cancelling a call, or releasing an unread response body, ends the exchange; the
    /// connection is closed unless the exchange was complete.
    ///
    /// The transport follows no redirects; it returns the redirect as the response.
    public nonisolated struct AsyncHTTPClientTransport: Transport {
        private let owner: HTTPClientOwner

        /// Creates a transport over one HTTP client that all such transports share. It lives as long as the process.
        public init() { owner = .shared }

        /// Creates a transport with its own HTTP client, which shuts down after the last copy of the transport and the last response.
        ///
        /// - Parameter configuration: Proxy, certificates, connection pool and so on. Start from ``standardConfiguration``. The
        ///   transport always disables redirects and tracing, because attributes of spans would hold whole URLs. A connect
        ///   timeout of `nil` means no timeout.
        public init(configuration: HTTPClient.Configuration) {
            var configuration = configuration
            configuration.redirectConfiguration = .disallow
            configuration.timeout.connect = configuration.timeout.connect ?? .unlimited
            configuration.tracing.tracer = nil
            let isDecoding = if case .enabled = configuration.decompression { true } else { false }
            owner = HTTPClientOwner(HTTPClient(configuration: configuration), isOwned: true, isDecoding: isDecoding)
        }

        /// Creates a transport over an existing HTTP client, with that client's settings, timeouts and tracing.
        ///
        /// Compressed responses are not requested. To request them, enable `decompression` in the client's configuration and
        /// send `Accept-Encoding: gzip, deflate` with `ClientOptions.headers`.
        ///
        /// - Parameter client: The caller must shut it down after the last call; a later call throws
        ///   `HTTPClientError.alreadyShutdown`. If the client follows redirects, as `HTTPClient.shared` does, the transport
        ///   stops it before it sends credentials to another host. The body of a redirect is then empty.
        public init(client: HTTPClient) {
            owner = HTTPClientOwner(client, isOwned: false, isDecoding: false, mayFollowRedirects: true)
        }

        /// The settings of ``init()``. Change a copy and pass it to ``init(configuration:)``.
        ///
        /// - Timeouts are off, so only those of `ClientOptions` apply.
        /// - `gzip` and `deflate` are requested and decoded without a limit; the limits of `ClientOptions` count decoded bytes.
        ///   No other coding is requested or decoded.
        /// - A call whose connection can't be established fails at once; the client's retries decide what happens next.
        /// - At most 8 connections are opened to a host with HTTP/1.1, each kept for 60 seconds. For many event streams at a time,
        ///   raise `connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit`.
        public static var standardConfiguration: HTTPClient.Configuration {
            var configuration = HTTPClient.Configuration(
                redirectConfiguration: .disallow, decompression: .enabled(limit: .none))
            configuration.timeout.connect = .unlimited
            configuration.connectionPool.retryConnectionEstablishment = false
            configuration.networkFrameworkWaitForConnectivity = false
            configuration.tracing.tracer = nil
            return configuration
        }

        /// See ``Transport/send(_:body:)``.
        public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            let upload = body.map(HTTPClientUpload.init)
            let eventLoop = owner.client.eventLoopGroup.any()
            let exchange = HTTPClientExchange(owner, upload, on: eventLoop)
            let head = try await exchange.head(of: try owner.converted(request, upload, on: eventLoop))
            // RFC 9110, section 6.4.1. What AsyncHTTPClient makes of a missing gzip stream does not matter here.
            if request.method == .head || [204, 304].contains(head.status.code) { return (head, HTTPBody()) }
            let reader = HTTPClientReader(exchange)
            let length = head.headerFields[.contentEncoding] == nil ? head.headerFields[.contentLength] : nil
            return (head, HTTPBody(length: length.flatMap { Int64($0) }) { reader.iterator() })
        }
    }

    nonisolated extension TimeAmount {
        /// Ten years: AsyncHTTPClient treats a missing connect timeout as ten seconds.
        fileprivate static var unlimited: TimeAmount { .hours(10 * 365 * 24) }
    }

    /// Owns an HTTP client and shuts it down after its last exchange.
    nonisolated final class HTTPClientOwner: Sendable {
        static let shared = HTTPClientOwner(
            HTTPClient(configuration: AsyncHTTPClientTransport.standardConfiguration), isOwned: false, isDecoding: true)

        let client: HTTPClient
        let mayFollowRedirects: Bool
        private let isOwned: Bool
        private let isDecoding: Bool

        init(_ client: HTTPClient, isOwned: Bool, isDecoding: Bool, mayFollowRedirects: Bool = false) {
            self.client = client
            self.isOwned = isOwned
            self.isDecoding = isDecoding
            self.mayFollowRedirects = mayFollowRedirects
        }

        deinit {
            if isOwned { client.shutdown { _ in } }
        }

        func converted(
            _ request: HTTPRequest, _ upload: HTTPClientUpload?, on eventLoop: any EventLoop
        ) throws -> HTTPClient.Request {
            var headers = HTTPHeaders()
            for field in request.headerFields where field.name != .contentLength {
                headers.add(name: field.name.rawName, value: field.value)
            }
            if isDecoding, request.headerFields[.acceptEncoding] == nil {
                headers.add(name: "Accept-Encoding", value: "gzip, deflate")
            }
            return try HTTPClient.Request(
                url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")",
                method: HTTPMethod(rawValue: request.method.rawValue), headers: headers,
                body: upload?.content(on: eventLoop))
        }
    }
#endif
