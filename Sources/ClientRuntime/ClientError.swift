public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a call gave no value.
///
/// `Failure` is the error body the API description documents for the operation, `Never` where it documents none.
/// The description names status, request id and the place in the body; it never shows a body or a credential.
public nonisolated enum ClientError<Failure: Sendable>: Error {
    /// The service answered with a documented error.
    case documented(Failure, HTTPResponse)
    /// The status code is documented without a response body. For example: 301 or 304. The data is what the service sent anyway.
    case documentedStatus(HTTPResponse, Data)
    /// The status code is not documented.
    case undocumented(HTTPResponse, Data)
    /// The answer is not what the API description says; usually a ``DecodingFailure``.
    case undecodable(any Error, HTTPResponse, Data)
    /// The request could not be made, and nothing was sent; usually a ``RequestFailure``.
    case unencodable(any Error)
    /// No answer came: a ``TransportFailure``, ``CallTimeout``, ``CredentialFailure`` or `CancellationError`.
    case transport(any Error)

    /// The head of the answer, where one came.
    public var response: HTTPResponse? {
        switch self {
        case .documented(_, let response), .documentedStatus(let response, _), .undocumented(let response, _),
            .undecodable(_, let response, _):
            response
        case .transport(let error): (error as? CredentialFailure)?.response
        case .unencodable: nil
        }
    }

    /// The status of the answer, where one came.
    public var status: Int? { response?.status.code }

    /// What the service calls this exchange, to be given to its support.
    public var requestID: String? { response?.requestID }
}

nonisolated extension ClientError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError,
    CustomReflectable
{
    public var description: String {
        switch self {
        case .documented(_, let response), .documentedStatus(let response, _):
            "the service answered \(response.summary)"
        case .undocumented(let response, _): "undocumented answer: \(response.summary)"
        case .undecodable(let error, let response, _): "undecodable answer (\(response.summary)): \(Self.text(error))"
        case .unencodable(let error): "the request could not be made: \(Self.text(error))"
        case .transport(let error): "no answer: \(Self.text(error))"
        }
    }

    public var debugDescription: String { description }
    public var errorDescription: String? { description }
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// Other errors may carry URLs and values; of them only the kind is shown.
    static func text(_ error: any Error) -> String {
        error is any PlainError ? "\(error)" : "\(TransportFailure.known(error)?.description ?? "\(type(of: error))")"
    }
}

/// An error whose description shows no URL and no value, so that messages may quote it.
nonisolated protocol PlainError: Error {}

/// No answer came within ``ClientOptions/timeout``.
public nonisolated struct CallTimeout: PlainError, CustomStringConvertible {
    public let limit: Duration

    public var description: String { "timed out after \(limit)" }
}

nonisolated extension HTTPResponse {
    /// The first of the usual headers that name an exchange.
    var requestID: String? {
        for name in ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "cf-ray"] {
            guard let field = HTTPField.Name(name), let value = headerFields[field], !value.isEmpty else { continue }
            return value
        }
        return nil
    }

    /// For example: `status 404, request 7f3c`. Text of the service is cut to what an id can be.
    var summary: String {
        let id = requestID.map { String($0.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.prefix(80)) }
        return "status \(status.code)" + (id.map { ", request \($0)" } ?? "")
    }
}
