public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Options of a client, a group or a single call.
public nonisolated struct ClientOptions: Sendable {
    /// The time limit of one attempt, including fetching a credential and decoding the response; a streamed response must
    /// begin within it. `nil` means no limit. Zero or less fails immediately with ``CallTimeout``.
    ///
    /// A call returns at its timeout and on cancellation even if its transport does not, unless the transport blocks a thread.
    public var timeout: Duration?
    /// Headers sent with every request. They override headers of the operation with the same name.
    public var headers: HTTPFields = [:]
    /// When failed calls are retried. Never by default.
    public var retry: RetryPolicy = .never
    /// The maximum size of a response body that is not streamed, in bytes. 256 MiB by default. A larger body throws
    /// ``ResponseTooLarge``.
    public var maximumResponseSize = 256 * 1_024 * 1_024
    /// The maximum number of redirects that a call follows before it throws ``TooManyRedirects``. With 0, a redirect is
    /// returned as the response.
    public var maximumRedirects = 20
    /// The maximum size of an event of an event stream, in bytes. 16 MiB by default. A larger event throws
    /// ``ResponseTooLarge``.
    public var maximumEventSize = 16 * 1_024 * 1_024
    /// The maximum size of a line of a stream, or of a record of a JSON text sequence, in bytes. 16 MiB by default. A
    /// larger one throws ``ResponseTooLarge``.
    public var maximumLineSize = 16 * 1_024 * 1_024
    /// The maximum size of a part of a multipart response, in bytes. 256 MiB by default. A larger part throws
    /// ``ResponseTooLarge``.
    public var maximumPartSize = 256 * 1_024 * 1_024
    /// The maximum nesting depth of arrays and objects in a JSON response. 128 by default. Deeper values throw a
    /// ``DecodingFailure``, as do values that need more than 384 KiB of the thread's stack.
    public var maximumDepth = 128
    /// Whether a call fails without sending a request if a credential that its operation requires is missing.
    ///
    /// The credential `.none` does not count as missing. If `false`, the request is sent without credentials.
    public var requiresCredentials = true
    /// Called with each step of a call. Credentials are redacted.
    public var observer: (@Sendable (ClientObservation) -> Void)?

    /// Why the options are invalid, if they are.
    var problem: String?

    /// Creates the default options.
    public init() {}
}

nonisolated extension ClientOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name. Headers are omitted because they may contain credentials.
    public var description: String { "ClientOptions" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// A mirror of the timeout alone, so that `dump` shows no credential.
    public var customMirror: Mirror { Mirror(self, children: ["timeout": timeout as Any]) }
}

/// A step of a call, for logging and metrics.
///
/// Values are replaced by `REDACTED` if a security scheme, `format: password` or a usual name for secrets marks them as
/// secret, and in the client's own headers unless the header is known not to be secret.
public nonisolated struct ClientObservation: Sendable {
    /// A step: a request, a response, a failure or a retry.
    @nonexhaustive
    public enum Step: Sendable {
        /// The request is sent.
        case request(HTTPRequest)
        /// The status code and headers of the response arrived.
        case response(HTTPResponse)
        /// The attempt failed with an error of this description.
        case failure(String)
        /// The call is retried after this delay.
        case retry(after: Duration)
    }

    /// The operation's ID in the API description.
    public let operation: String
    /// The number of the attempt, counted from 1.
    public let attempt: Int
    /// The step of the attempt.
    public let step: Step
}

/// When failed calls are retried.
///
/// Only idempotent requests are retried: those with the methods GET, HEAD, OPTIONS, TRACE, PUT, DELETE and QUERY (RFC
/// 9110, section 9.2.2), and those with an `Idempotency-Key` header. Requests whose body can be read only once are not,
/// and errors of certificates and files are final. Each delay is random up to a bound, which doubles from
/// ``initialDelay`` to ``maximumDelay`` ("full jitter"). `Retry-After` is followed unless it exceeds ``maximumDelay``:
/// then the call ends with that response.
public nonisolated struct RetryPolicy: Sendable {
    /// The maximum number of attempts, including the first.
    public var attempts: Int
    /// The bound of the first delay.
    public var initialDelay: Duration = .milliseconds(500)
    /// The maximum delay between two attempts.
    public var maximumDelay: Duration = .seconds(30)
    /// The status codes of responses that are retried.
    public var statuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
    /// Waits for a delay. Tests can replace it.
    public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// Returns a random number from 0 to 1. Tests can replace it.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }
    /// Returns the current time, with which a date in `Retry-After` is compared. Tests can replace it.
    public var now: @Sendable () -> Date = { Date() }

    /// Creates a policy with the default delays and status codes.
    public init(attempts: Int) { self.attempts = attempts }

    /// A single attempt.
    public static let never = RetryPolicy(attempts: 1)
    /// Up to three attempts, with the default delays and status codes.
    public static let standard = RetryPolicy(attempts: 3)

    func allows(_ request: HTTPRequest) -> Bool {
        let methods: [HTTPRequest.Method] = [.get, .head, .options, .trace, .put, .delete]
        return methods.contains(request.method) || request.method.rawValue == "QUERY"
            || HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] } != nil
    }

    /// The delay before the next attempt.
    ///
    /// - Parameter attempt: The number of the attempt that failed, counted from 1.
    /// - Returns: `nil` if the service asks for a delay beyond ``maximumDelay``.
    func delay(after attempt: Int, _ response: HTTPResponse?) -> Duration? {
        if let wait = response.flatMap(retryAfter) { return wait <= maximumDelay ? wait : nil }
        return min(initialDelay * (1 << min(attempt - 1, 30)), maximumDelay) * random()
    }

    /// Limits a delay to the range from 0 to 1,000,000,000 seconds.
    private static func clamped(_ seconds: Double) -> Duration { .seconds(min(max(seconds, 0), 1_000_000_000)) }

    private func retryAfter(_ response: HTTPResponse) -> Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = response.headerFields[name] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return Self.clamped(seconds) }
        guard let date = HTTPDate.date(text) else { return nil }
        return Self.clamped(date.timeIntervalSince(now()))
    }
}
