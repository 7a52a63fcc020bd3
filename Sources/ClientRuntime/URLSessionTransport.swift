#if URLSession || !TransportTraits
    public import HTTPTypes

    #if canImport(FoundationNetworking)
        import Foundation
        public import FoundationNetworking
    #else
        public import Foundation
    #endif

    /// Sends requests with `URLSession`, without its cookies and caches.
    ///
    /// Up to 1 MiB of a response that was received but not read is held in memory, and the rest in an unnamed temporary
    /// file.
    ///
    /// On Apple platforms, a request body made from a sequence is streamed. On Linux, `URLSession` can't stream it without
    /// blocking every other transfer of the process: the body is read first, up to 1 MiB into memory and the rest into a
    /// temporary file. `URLSession` on Linux has further limitations:
    ///
    /// - Certificates are those of the system.
    /// - A response with trailers, or one that ends inside its headers, crashes the process.
    /// - Bytes after the body of a response may be read as the next response of that server.
    /// - Up to `httpMaximumConnectionsPerHost` connections to a host stay open until the last copy of the transport is
    ///   released.
    ///
    /// On Linux, use `AsyncHTTPClientTransport` in servers, and in programs that call untrusted services.
    public nonisolated struct URLSessionTransport: Transport {
        /// Handles an authentication challenge, for example to pin certificates or to provide a client certificate.
        public typealias ChallengeHandler =
            @Sendable (URLAuthenticationChallenge) async -> (URLSession.AuthChallengeDisposition, URLCredential?)

        private let session: OwnedSession

        /// Creates a transport with an ephemeral session.
        public init() { self.init(configuration: .ephemeral) }

        /// Creates a transport with a configuration.
        ///
        /// - Parameters:
        ///   - configuration: Proxies, connection limits, headers and so on. Its timeouts, cookie storage and cache are
        ///     ignored; the timeout is ``ClientOptions/timeout``.
        ///   - challenge: Handles challenges instead of the system. Called on Apple platforms only.
        ///   - metrics: Called after each request with the times of its phases. Called on Apple platforms only.
        public init(
            configuration: URLSessionConfiguration, challenge: ChallengeHandler? = nil,
            metrics: (@Sendable (URLSessionTaskMetrics) -> Void)? = nil
        ) {
            session = OwnedSession(configuration, challenge: challenge, metrics: metrics)
        }

        /// See ``Transport/send(_:body:)``.
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
