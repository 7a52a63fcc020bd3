/// An error of a transport, with a description without URLs and values.
///
/// It wraps errors of transports, because they may contain the request's URL with its credentials.
public nonisolated struct TransportFailure: OperationError, Sendable, CustomStringConvertible,
    CustomDebugStringConvertible,
    CustomReflectable
{
    /// The kind of failure.
    @nonexhaustive
    public enum Kind: Hashable, Sendable {
        /// The host name can't be resolved.
        case hostNotFound
        /// The host refused the connection.
        case connectionRefused
        /// The connection was closed before the end of the response.
        case connectionLost
        /// The network is unavailable.
        case offline
        /// The transport's own timeout passed.
        case timedOut
        /// The certificate is invalid or not trusted.
        case certificate
        /// An encrypted connection could not be established.
        case secureConnection
        /// The transport does not support the URL.
        case url
        /// A file can't be read or written.
        case file
        /// The response is not valid HTTP.
        case invalidResponse
        /// A redirect that can't be followed.
        case redirect
        /// Any other failure.
        case other
    }

    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The kind of failure.
    public let kind: Kind
    /// The transport's own name for the error. For example: `URLError -1004`.
    public let code: String
    /// The transport's error. It may contain URLs and values, so it is not part of the description.
    public let underlying: (any Error)?

    /// Creates a failure.
    public init(_ kind: Kind, code: String = "", underlying: (any Error)? = nil) {
        self.kind = kind
        self.code = code
        self.underlying = underlying
    }

    /// Whether a retry may succeed.
    public var isTransient: Bool {
        switch kind {
        case .certificate, .secureConnection, .url, .file, .redirect: false
        default: true
        }
    }

    /// The operation's ID, the kind and the code.
    public var description: String {
        (operation.map { "\($0): " } ?? "") + (code.isEmpty ? words : "\(words) (\(code))")
    }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// A mirror of the kind and code alone, so that `dump` shows no URL.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind, "code": code]) }

    private var words: String {
        switch kind {
        case .hostNotFound: "the host was not found"
        case .connectionRefused: "the connection was refused"
        case .connectionLost: "the connection was lost"
        case .offline: "the network is unavailable"
        case .timedOut: "the transport timed out"
        case .certificate: "the certificate was rejected"
        case .secureConnection: "a secure connection could not be established"
        case .url: "the transport does not support the URL"
        case .file: "a file could not be read or written"
        case .invalidResponse: "the response is not valid HTTP"
        case .redirect: "a redirect could not be followed"
        case .other: "the transport failed"
        }
    }

    /// Wraps an error of a transport. Errors of the runtime are returned unchanged.
    static func wrapping(_ error: any Error) -> any Error {
        if error is CancellationError || error is any PlainError { return error }
        return known(error) ?? Self(.other, code: "\(Swift.type(of: error))", underlying: error)
    }
}
