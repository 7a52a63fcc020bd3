/// Why no response came, in words that show no URL and no value.
///
/// What a transport throws is wrapped in this, since such errors may hold the request's URL with its credentials.
public nonisolated struct TransportFailure: PlainError, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// What went wrong.
    @nonexhaustive
    public enum Kind: Hashable, Sendable {
        /// The host's name has no address.
        case hostNotFound
        /// The host does not accept connections.
        case connectionRefused
        /// The connection ended before the response did.
        case connectionLost
        /// There is no network.
        case offline
        /// The transport's own time limit.
        case timedOut
        /// The certificate is not valid, not trusted, or was rejected.
        case certificate
        /// No encrypted connection could be made.
        case secureConnection
        /// The URL cannot be used by the transport.
        case url
        /// A file to be sent cannot be read, or a file to be written cannot be.
        case file
        /// The response is not valid HTTP.
        case invalidResponse
        /// A redirect that cannot be followed.
        case redirect
        case other
    }

    /// The operation's id, where a stream of its answer failed.
    public internal(set) var operation: String?
    public let kind: Kind
    /// The transport's own name for the error. For example: `URLError -1004`.
    public let code: String
    /// What the transport threw. It may hold URLs and other values, so it is not part of the description.
    public let underlying: (any Error)?

    public init(_ kind: Kind, code: String = "", underlying: (any Error)? = nil) {
        self.kind = kind
        self.code = code
        self.underlying = underlying
    }

    /// Whether a repeated attempt may succeed.
    public var isTransient: Bool {
        switch kind {
        case .certificate, .secureConnection, .url, .file, .redirect: false
        default: true
        }
    }

    public var description: String {
        (operation.map { "\($0): " } ?? "") + (code.isEmpty ? words : "\(words) (\(code))")
    }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind, "code": code]) }

    private var words: String {
        switch kind {
        case .hostNotFound: "the host was not found"
        case .connectionRefused: "the connection was refused"
        case .connectionLost: "the connection was lost"
        case .offline: "there is no network connection"
        case .timedOut: "the transport timed out"
        case .certificate: "the certificate was rejected"
        case .secureConnection: "no secure connection could be made"
        case .url: "the transport cannot use the URL"
        case .file: "a file could not be read or written"
        case .invalidResponse: "the response is not valid HTTP"
        case .redirect: "a redirect could not be followed"
        case .other: "the transport failed"
        }
    }

    /// An error of a transport, without what it may hold of the request. Errors of this runtime stay as they are.
    static func wrapping(_ error: any Error) -> any Error {
        if error is CancellationError || error is any PlainError { return error }
        return known(error) ?? Self(.other, code: "\(Swift.type(of: error))", underlying: error)
    }
}
