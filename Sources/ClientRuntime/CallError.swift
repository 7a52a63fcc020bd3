public import HTTPTypes

/// What the errors of all calls have in common, whatever error bodies their operations document.
///
/// An app that treats all failures alike needs one `catch`:
///
/// ```swift
/// } catch let error as any CallError {
///     log.error("\(error.operation ?? "") failed, request \(error.requestID ?? "-")")
///     if error.isRetryable { scheduleAnotherAttempt() }
/// }
/// ```
public nonisolated protocol CallError: Error {
    /// The response, if one arrived.
    var failedResponse: FailedResponse? { get }
    /// The documented error body, if the service returned one.
    var documentedBody: (any Sendable)? { get }
    /// The ID of the operation that was called, if the error is one of the runtime.
    var operation: String? { get }
    /// Whether the same call may succeed later: the connection failed, the call timed out, or the status code is one that
    /// ``RetryPolicy`` retries.
    var isRetryable: Bool { get }
}

nonisolated extension CallError {
    /// The status code and headers of the response, if one arrived.
    public var response: HTTPResponse? { failedResponse?.head }
    /// The status code of the response, if one arrived.
    public var status: Int? { response?.status.code }
    /// The service's ID of this request, for its support.
    public var requestID: String? { response?.requestID }
}

/// An error of the runtime that belongs to a call.
nonisolated protocol OperationError: PlainError {
    var operation: String? { get set }
}

nonisolated extension ClientError: CallError {
    /// The response, if one arrived.
    public var failedResponse: FailedResponse? {
        switch self {
        case .documented(_, let response), .documentedStatus(let response), .undocumented(let response),
            .undecodable(_, let response):
            response
        case .transport(let error):
            (error as? CredentialFailure).flatMap { failure in
                failure.response.map { FailedResponse($0, operation: failure.operation ?? "") }
            }
        case .unencodable: nil
        }
    }

    /// The documented error body, if the service returned one.
    public var documentedBody: (any Sendable)? { if case .documented(let body, _) = self { body } else { nil } }

    /// The ID of the operation that was called, if the error is one of the runtime.
    public var operation: String? {
        switch self {
        case .unencodable(let error), .transport(let error): (error as? any OperationError)?.operation
        case .documented, .documentedStatus, .undocumented, .undecodable: failedResponse?.operation
        }
    }

    /// Whether the same call may succeed later: the connection failed, the call timed out, or the status code is one that
    /// ``RetryPolicy`` retries.
    public var isRetryable: Bool {
        switch self {
        case .documented(_, let response), .documentedStatus(let response), .undocumented(let response):
            RetryPolicy.standard.statuses.contains(response.status.code)
        case .transport(let error): Call.isTransient(error)
        case .undecodable, .unencodable: false
        }
    }
}
