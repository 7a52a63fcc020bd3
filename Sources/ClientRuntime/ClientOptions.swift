public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// How a client, a group or a single call behaves.
public nonisolated struct ClientOptions: Sendable {
    /// How long one attempt may take until its answer is read and decoded, or, for a streamed one, until it begins; the
    /// fetch of a credential counts too. No limit where it is `nil`, and ``CallTimeout`` at once where it is zero or
    /// negative.
    ///
    /// A call returns at its timeout and at cancellation whatever its transport does, as long as that blocks no thread.
    public var timeout: Duration?
    /// Sent with every request, in place of what the operation would send under the same name.
    public var headers: HTTPFields = [:]
    /// Off unless it is set.
    public var retry: RetryPolicy = .never
    /// The most bytes of a whole answer that are held in memory; 256 MiB unless it is set. More is ``AnswerTooLarge``.
    public var maximumAnswerSize = 256 * 1_024 * 1_024
    /// How many redirects of a call are followed before it fails with ``TooManyRedirects``; with 0 none is followed, and the
    /// redirect is the response.
    public var maximumRedirects = 20
    /// The most bytes of one event of an event stream; 16 MiB unless it is set. More is ``AnswerTooLarge``.
    public var maximumEventSize = 16 * 1_024 * 1_024
    /// The most bytes of one line of a stream, and of one record of a JSON text sequence; 16 MiB unless it is set. More
    /// is ``AnswerTooLarge``.
    public var maximumLineSize = 16 * 1_024 * 1_024
    /// The most bytes of one part of a multipart answer; 256 MiB unless it is set. More is ``AnswerTooLarge``.
    public var maximumPartSize = 256 * 1_024 * 1_024
    /// The most levels of arrays and objects in a JSON answer; 128 unless it is set. More is a ``DecodingFailure``, and so
    /// are types that need more than 384 KiB of the thread's stack for fewer levels.
    public var maximumDepth = 128
    /// Whether a call fails, and sends nothing, where a credential that its operation asks for is missing.
    ///
    /// A credential that is `.none` is not missing. Off, such a call is sent without any credential.
    public var requiresCredentials = true
    /// Called with each step of a call; credentials are left out of what it sees.
    public var observer: (@Sendable (ClientObservation) -> Void)?

    /// Why no request can be made with these options.
    var problem: String?

    public init() {}
}

nonisolated extension ClientOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// No header, since a header may be a credential.
    public var description: String { "ClientOptions" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: ["timeout": timeout as Any]) }
}

/// One step of a call. Values read `REDACTED` where a security scheme, `format: password` or the usual names for secrets
/// say so, and in the client's own headers, unless their names are known for none.
public nonisolated struct ClientObservation: Sendable {
    @nonexhaustive
    public enum Step: Sendable {
        case request(HTTPRequest)
        case response(HTTPResponse)
        /// The description of what went wrong.
        case failure(String)
        /// The next attempt follows after this long.
        case retry(after: Duration)
    }

    /// The operation's id.
    public let operation: String
    /// Counted from 1.
    public let attempt: Int
    public let step: Step
}

/// When a failed call is sent again.
///
/// Only requests that may be repeated are: those with the methods GET, HEAD, OPTIONS, TRACE, PUT, DELETE and QUERY
/// (RFC 9110, section 9.2.2), and those with an `Idempotency-Key` header; never one whose body can be read only
/// once, and never after an error of certificates or files. Each wait is a random time up to a bound, which grows from
/// `initialDelay` by a factor of two up to `maximumDelay` ("full jitter"). `Retry-After` is followed; one beyond
/// `maximumDelay` ends the call with that answer.
public nonisolated struct RetryPolicy: Sendable {
    /// The first one included.
    public var attempts: Int
    public var initialDelay: Duration = .milliseconds(500)
    public var maximumDelay: Duration = .seconds(30)
    public var statuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
    /// Waits; replaced in tests.
    public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// Gives a number from 0 to 1; replaced in tests.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }
    /// The time by which a date in `Retry-After` is counted; replaced in tests.
    public var now: @Sendable () -> Date = { Date() }

    public init(attempts: Int) { self.attempts = attempts }

    public static let never = RetryPolicy(attempts: 1)
    /// Up to three attempts.
    public static let standard = RetryPolicy(attempts: 3)

    func allows(_ request: HTTPRequest) -> Bool {
        let methods: [HTTPRequest.Method] = [.get, .head, .options, .trace, .put, .delete]
        return methods.contains(request.method) || request.method.rawValue == "QUERY"
            || HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] } != nil
    }

    /// - Parameter attempt: The one that failed, counted from 1.
    /// - Returns: `nil` where the service asks for a longer wait than is allowed.
    func delay(after attempt: Int, _ response: HTTPResponse?) -> Duration? {
        if let wait = response.flatMap(retryAfter) { return wait <= maximumDelay ? wait : nil }
        return min(initialDelay * (1 << min(attempt - 1, 30)), maximumDelay) * random()
    }

    /// No less than no time, and no more than a duration can hold.
    private static func clamped(_ seconds: Double) -> Duration { .seconds(min(max(seconds, 0), 1_000_000_000)) }

    private func retryAfter(_ response: HTTPResponse) -> Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = response.headerFields[name] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return Self.clamped(seconds) }
        guard let date = HTTPDate.date(text) else { return nil }
        return Self.clamped(date.timeIntervalSince(now()))
    }
}
