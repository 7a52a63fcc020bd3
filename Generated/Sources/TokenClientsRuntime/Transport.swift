public import HTTPTypes

/// Sends requests and receives answers; everything else is the client's work.
///
/// An implementation returns as soon as the head of the answer is there and lets the body follow. It follows no
/// redirect that would carry headers to another origin, and none from `https` to `http`.
public nonisolated protocol Transport: Sendable {
    /// - Parameters:
    ///   - request: With scheme, authority, path and query, ready to be sent.
    ///   - body: `nil` where the request has none.
    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody)

    /// The same where a redirect may itself be the answer.
    ///
    /// - Parameter followingRedirects: `false` where the API description documents redirects as what the operation returns.
    func send(
        _ request: HTTPRequest, body: HTTPBody?, followingRedirects: Bool
    ) async throws -> (HTTPResponse, HTTPBody)
}

nonisolated extension Transport {
    /// For transports that follow no redirects, or all of them.
    public func send(
        _ request: HTTPRequest, body: HTTPBody?, followingRedirects: Bool
    ) async throws -> (HTTPResponse, HTTPBody) { try await send(request, body: body) }
}
