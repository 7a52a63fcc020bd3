public import Foundation
public import HTTPTypes

/// How a client, a group or a single call behaves.
public nonisolated struct ClientOptions: Sendable {
    /// How long one attempt may take until its answer is read, or, for a streamed one, until it begins; no limit of
    /// the client's own where it is `nil`.
    public var timeout: Duration?
    /// Sent with every request, in place of what the operation would send under the same name.
    public var headers: HTTPFields = [:]
    /// Off unless it is set.
    public var retry: RetryPolicy = .never
    /// The most bytes of an answer that are held in memory; 256 MiB unless it is set.
    public var maximumAnswerSize = 256 * 1_024 * 1_024
    /// How many redirects of a call are followed before it fails with ``TooManyRedirects``; with 0 none is followed, and the
    /// redirect is the response.
    public var maximumRedirects = 20
    /// Called with each step of a call; credentials are left out of what it sees.
    public var observer: (@Sendable (ClientObservation) -> Void)?

    public init() {}
}

/// One step of a call. Headers, query values and cookies that carry credentials read `REDACTED`.
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
/// once. Waiting times grow from `initialDelay` by a factor of two up to `maximumDelay`, each with a jitter of up
/// to a half; `Retry-After` is followed, but never beyond `maximumDelay`.
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
    func delay(after attempt: Int, _ response: HTTPResponse?) -> Duration {
        if let wait = response.flatMap(retryAfter) { return min(max(wait, .zero), maximumDelay) }
        let backoff = min(initialDelay * (1 << min(attempt - 1, 30)), maximumDelay)
        return backoff * (1 - random() / 2)
    }

    private func retryAfter(_ response: HTTPResponse) -> Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = response.headerFields[name] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return .seconds(min(seconds, 1_000_000_000)) }
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.timeZone = TimeZone(secondsFromGMT: 0)
        format.dateFormat = "EEE, dd MMM yyyy HH:mm:ss zzz"
        guard let date = format.date(from: text) else { return nil }
        return .seconds(min(date.timeIntervalSince(now()), 1_000_000_000))
    }
}
