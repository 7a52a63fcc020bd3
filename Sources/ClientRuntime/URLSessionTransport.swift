#if URLSession || !TransportTraits
    public import HTTPTypes

    #if canImport(FoundationNetworking)
        import Foundation
        public import FoundationNetworking
    #else
        public import Foundation
    #endif

    /// Sends requests with `URLSession`, without cookies and caches of its own.
    ///
    /// Up to 1 MiB of a response that has arrived and has not been read is held in memory. What comes beyond that waits in
    /// a temporary file without a name.
    ///
    /// On Apple platforms a request body made from a sequence is sent while it is made. On Linux `URLSession` cannot do that
    /// without stopping every other transfer of the process: there the body is read first, up to 1 MiB into memory, and what
    /// is longer into a temporary file. Other limits of `URLSession` on Linux: certificates are those of the system; a
    /// response that has trailers, or that ends inside its head, ends the process; bytes a server sends behind the body of a
    /// response may be taken for the response of the next call to it. Up to `httpMaximumConnectionsPerHost` connections to a
    /// host are kept until the last copy of the transport is gone. Use AsyncHTTPClient's transport for servers on Linux, and
    /// for programs on Linux that talk to services they do not trust.
    public nonisolated struct URLSessionTransport: Transport {
        /// Decides about a challenge: the server's certificate (pinning, private authorities) or a client certificate.
        public typealias ChallengeHandler =
            @Sendable (URLAuthenticationChallenge) async -> (URLSession.AuthChallengeDisposition, URLCredential?)

        private let session: OwnedSession

        public init() { self.init(configuration: .ephemeral) }

        /// - Parameters:
        ///   - configuration: Proxies, connection limits, headers and the like. Its timeouts are not used: the limit is
        ///     ``ClientOptions/timeout``. Its cookie storage and its cache are not used either.
        ///   - challenge: Answers challenges in place of the system. Called on Apple platforms only.
        ///   - metrics: Called after each request with the times of its phases. Called on Apple platforms only.
        public init(
            configuration: URLSessionConfiguration, challenge: ChallengeHandler? = nil,
            metrics: (@Sendable (URLSessionTaskMetrics) -> Void)? = nil
        ) {
            session = OwnedSession(configuration, challenge: challenge, metrics: metrics)
        }

        public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            try Task.checkCancellation()
            return try await session.run(URLRequest(request), body)
        }
    }

    nonisolated extension URLRequest {
        fileprivate init(_ request: HTTPRequest) throws {
            guard let scheme = request.scheme, let authority = request.authority, let path = request.path,
                let url = URL(string: "\(scheme)://\(authority)\(path)")
            else { throw URLError(.badURL) }
            self.init(url: url)
            httpMethod = request.method.rawValue
            httpShouldHandleCookies = false
            timeoutInterval = OwnedSession.noTimeout
            // Fields of one name are joined here, cookies by semicolons: `URLSession` would join all of them by commas.
            for field in request.headerFields where field.name != .contentLength {
                setValue(request.headerFields[field.name], forHTTPHeaderField: field.name.rawName)
            }
        }
    }
#endif
