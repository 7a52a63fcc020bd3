import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The error that a call throws.
///
/// `Failure` is the documented error body of the operation, or `Never` if none is documented. The description has the
/// status code, the request ID and the path in the body, but never a body or a credential.
public nonisolated enum ClientError<Failure: Sendable>: Error {
    /// The service returned a documented error.
    case documented(Failure, FailedResponse)
    /// The status code is documented without a response body. For example: 301 or 304. The service may have sent a body nevertheless.
    case documentedStatus(FailedResponse)
    /// The status code is not documented.
    case undocumented(FailedResponse)
    /// The response does not match the API description; usually a ``DecodingFailure``.
    case undecodable(any Error, FailedResponse)
    /// The request could not be encoded and was not sent; usually a ``RequestFailure``.
    case unencodable(any Error)
    /// No response arrived: a ``TransportFailure``, ``CallTimeout``, ``CredentialFailure`` or `CancellationError`.
    case transport(any Error)
}

nonisolated extension ClientError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError,
    CustomReflectable
{
    /// A message without the response body or credentials.
    public var description: String {
        switch self {
        case .documented(_, let response), .documentedStatus(let response):
            "the service returned \(response.head.summary)"
        case .undocumented(let response): "undocumented response: \(response.head.summary)"
        case .undecodable(let error, let response):
            "undecodable response (\(response.head.summary)): \(Self.text(error))"
        case .unencodable(let error): "the request could not be encoded: \(Self.text(error))"
        case .transport(let error): "no response: \(Self.text(error))"
        }
    }

    /// Same as ``description``.
    public var debugDescription: String { description }
    /// Same as ``description``.
    public var errorDescription: String? { description }
    /// An empty mirror, so that `dump` shows neither a body nor a credential.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The description of runtime errors. Other errors may contain URLs and values, so only their type is shown.
    static func text(_ error: any Error) -> String {
        error is any PlainError ? "\(error)" : "\(TransportFailure.known(error)?.description ?? "\(type(of: error))")"
    }
}

/// An error whose description has no URL and no value, so that messages can include it.
nonisolated protocol PlainError: Error {}

/// No response arrived within ``ClientOptions/timeout``.
public nonisolated struct CallTimeout: OperationError, CustomStringConvertible {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The timeout that passed.
    public let limit: Duration

    init(limit: Duration) { self.limit = limit }

    /// For example: `getPet: timed out after 5.0 seconds`.
    public var description: String { (operation.map { "\($0): " } ?? "") + "timed out after \(limit)" }
}

nonisolated extension HTTPResponse {
    /// The value of the first header that usually identifies a request.
    var requestID: String? {
        for name in ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "cf-ray"] {
            guard let field = HTTPField.Name(name), let value = headerFields[field], !value.isEmpty else { continue }
            return value
        }
        return nil
    }

    /// For example: `status 404, request 7f3c`. The ID is limited to 80 printable ASCII characters.
    var summary: String {
        let id = requestID.map { String($0.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.prefix(80)) }
        return "status \(status.code)" + (id.map { ", request \($0)" } ?? "")
    }
}
