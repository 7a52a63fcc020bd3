import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Follows redirects above a transport (RFC 9110, section 15.4).
///
/// - 301 and 302 change POST to GET; 303 changes every method except HEAD to GET. Otherwise, method and body are kept.
/// - Requests to the same origin (scheme, host and port) keep their headers.
/// - Requests to another origin must be GET or HEAD, and keep no header except `Accept`.
///
/// A redirect is returned as the response if it can't be followed by these rules, if it leads from `https` to
/// `http`, or if it asks for a body that can be read only once.
nonisolated struct Redirects {
    let transport: any Transport
    /// See ``ClientOptions/maximumRedirects``.
    let limit: Int

    /// The maximum size of a redirect's body that is read to reuse the connection.
    private static let drainLimit: Int64 = 64 * 1_024

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        var (request, body) = (request, body)
        var sent: [HTTPRequest] = []
        while true {
            let (response, responseBody) = try await transport.send(request, body: body)
            guard limit > 0, let next = Self.next(after: response, to: request, body: body) else {
                return (response, responseBody)
            }
            sent.append(request)
            let isLoop = sent.contains { $0.isSameTarget(as: next) }
            guard !isLoop, sent.count <= limit else { throw TooManyRedirects(count: sent.count, isLoop: isLoop) }
            if let length = responseBody.length, length <= Self.drainLimit { _ = try? await responseBody.collect() }
            if next.method != request.method || next.origin != request.origin { body = nil }
            request = next
        }
    }

    /// The request to the target of a redirect, or `nil` if the redirect is the response.
    static func next(after response: HTTPResponse, to request: HTTPRequest, body: HTTPBody?) -> HTTPRequest? {
        guard let method = method(after: response.status.code, request.method),
            let location = response.headerFields[.location], let source = URL(request),
            let target = HTTPRequest(method: method, location, relativeTo: source)
        else { return nil }
        var next = target
        if method == request.method {
            guard body?.isReplayable ?? true else { return nil }
            next.headerFields = request.headerFields
        } else {
            next.headerFields = request.headerFields.withoutContent
        }
        if next.origin == request.origin { return next }
        let isDowngrade = request.scheme == "https" && next.scheme != "https"
        guard !isDowngrade, method == .get || method == .head else { return nil }
        next.headerFields = HTTPFields(request.headerFields.filter { $0.name == .accept })
        return next
    }

    private static func method(after status: Int, _ method: HTTPRequest.Method) -> HTTPRequest.Method? {
        switch status {
        case 301, 302: method == .post ? .get : method
        case 303: method == .head ? .head : .get
        case 307, 308: method
        default: nil
        }
    }
}

/// The error of a redirect loop, or of more redirects than ``ClientOptions/maximumRedirects``.
public nonisolated struct TooManyRedirects: PlainError, Hashable, Sendable, CustomStringConvertible {
    /// The number of redirects received.
    public let count: Int
    /// Whether the last redirect leads to an earlier request.
    public let isLoop: Bool

    /// For example: `more than 20 redirects`.
    public var description: String {
        isLoop ? "redirect loop after \(count) redirects" : "more than \(count - 1) redirects"
    }
}

nonisolated extension HTTPRequest {
    /// A request to the URL of a `Location`, without headers; `nil` if it is not an `http` or `https` URL.
    fileprivate init?(method: Method, _ location: String, relativeTo base: URL) {
        guard let url = URL(string: location, relativeTo: base)?.absoluteURL,
            let components = URLComponents(url: url, resolvingAgainstBaseURL: true),
            let scheme = components.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = components.encodedHost?.lowercased(), !host.isEmpty
        else { return nil }
        let path = components.percentEncodedPath.isEmpty ? "/" : components.percentEncodedPath
        self.init(
            method: method, scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host,
            path: components.percentEncodedQuery.map { "\(path)?\($0)" } ?? path)
    }

    fileprivate var origin: String {
        let scheme = scheme?.lowercased() ?? ""
        let authority = authority?.lowercased() ?? ""
        let port = scheme == "https" ? ":443" : ":80"
        return "\(scheme)://\(authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority)"
    }

    fileprivate func isSameTarget(as other: HTTPRequest) -> Bool {
        method == other.method && origin == other.origin && path == other.path
            && headerFields == other.headerFields
    }
}

nonisolated extension URL {
    fileprivate init?(_ request: HTTPRequest) {
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path else {
            return nil
        }
        self.init(string: "\(scheme)://\(authority)\(path)")
    }
}

nonisolated extension HTTPFields {
    /// The headers of a request without the headers of its body.
    fileprivate var withoutContent: HTTPFields {
        HTTPFields(
            filter { field in
                let name = field.name.canonicalName
                return !name.hasPrefix("content-") && !["transfer-encoding", "expect"].contains(name)
            })
    }
}
