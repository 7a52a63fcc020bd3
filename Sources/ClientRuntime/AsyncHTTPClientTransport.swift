#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOHTTPCompression

    /// Sends requests with AsyncHTTPClient: the transport for servers and for programs on Linux.
    ///
    /// Bodies are streamed in both directions with back-pressure, so that neither is ever in memory as a whole. HTTP/2 is
    /// used where an `https` server offers it. A canceled call, and a response body that nobody reads any more, end their
    /// exchange; the connection is closed unless the exchange was complete.
    ///
    /// A redirect is the response: the transport follows none.
    public nonisolated struct AsyncHTTPClientTransport: Transport {
        private let owner: HTTPClientOwner

        /// Sends over one client that all transports made this way share. It lives as long as the process.
        public init() { owner = .shared }

        /// Sends over a client of its own, which shuts down after the last copy of the transport and the last response.
        ///
        /// - Parameter configuration: Proxy, certificates, pool and the like, best made from ``standardConfiguration``.
        ///   Whatever it says, the transport follows no redirects and creates no spans, whose attributes would hold whole
        ///   URLs. The connect timeout is off where it is `nil`.
        public init(configuration: HTTPClient.Configuration) {
            var configuration = configuration
            configuration.redirectConfiguration = .disallow
            configuration.timeout.connect = configuration.timeout.connect ?? .unlimited
            configuration.tracing.tracer = nil
            let isDecoding = if case .enabled = configuration.decompression { true } else { false }
            owner = HTTPClientOwner(HTTPClient(configuration: configuration), isOwned: true, isDecoding: isDecoding)
        }

        /// Sends over a client of the program, with that client's settings, time limits and spans.
        ///
        /// Compressed responses are not requested. To have them, enable `decompression` in the client's configuration and
        /// send `Accept-Encoding: gzip, deflate` with `ClientOptions.headers`.
        ///
        /// - Parameter client: The program shuts it down, after the last call; a later call throws
        ///   `HTTPClientError.alreadyShutdown`. A client that follows redirects, as `HTTPClient.shared` does, is stopped
        ///   before it sends credentials elsewhere. The body of a redirect is then empty.
        public init(client: HTTPClient) {
            owner = HTTPClientOwner(client, isOwned: false, isDecoding: false, mayFollowRedirects: true)
        }

        /// The settings of ``init()``, to be changed and given to ``init(configuration:)``.
        ///
        /// - Time limits are off, so that those of `ClientOptions` alone count.
        /// - `gzip` and `deflate` are requested and decoded, without a limit: those of `ClientOptions` count decoded bytes.
        ///   No other coding is requested or decoded.
        /// - A call whose connection cannot be established fails at once; the client's retries decide what happens next.
        /// - A host gets at most 8 connections with HTTP/1.1, each kept for 60 seconds. For many event streams at a time,
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
        /// AsyncHTTPClient takes a missing connect timeout for ten seconds; ten years stand for none.
        fileprivate static var unlimited: TimeAmount { .hours(10 * 365 * 24) }
    }

    /// A client, and what becomes of it after its last exchange.
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
