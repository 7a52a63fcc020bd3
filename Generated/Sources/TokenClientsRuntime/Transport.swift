@_exported public import HTTPTypes

/// Sends a request and receives its response.
///
/// A transport must not follow redirects: it returns a redirect like any other response. The client follows redirects
/// itself and decides which headers are sent to another origin; see ``ClientOptions/maximumRedirects``. Disable redirects
/// in the HTTP library of the transport.
public nonisolated protocol Transport: Sendable {
    /// Sends a request and returns when the status code and headers of the response arrived. The body follows.
    ///
    /// - Parameters:
    ///   - request: The complete request, with scheme, authority, path and query.
    ///   - body: The request's body, or `nil` if it has none.
    /// - Returns: The final response (never one with a status code below 200) and its body.
    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
}
