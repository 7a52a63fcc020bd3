public import HTTPTypes

/// Sends one request and receives its response; everything else is the client's work.
///
/// A transport never follows a redirect: it returns the redirect like any other response. The client follows
/// redirects itself, above every transport, and decides which headers travel to another origin; see
/// ``ClientOptions/maximumRedirects``. Switch the following of redirects off in the library a transport is built on.
public nonisolated protocol Transport: Sendable {
    /// Returns as soon as the head of the response has arrived, and lets the body follow.
    ///
    /// - Parameters:
    ///   - request: Has scheme, authority, path and query, ready to be sent.
    ///   - body: `nil` if the request has none.
    /// - Returns: The final response (never one with a status code below 200) and its body.
    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
}
