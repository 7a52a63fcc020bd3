public import HTTPTypes

/// An error of fetching or refreshing a credential.
public nonisolated struct CredentialFailure: OperationError, Sendable, CustomStringConvertible {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The scheme's key in the API description.
    public internal(set) var scheme: String
    /// The error of the fetch; `nil` if the fetch needs its own token.
    public let underlying: (any Error)?
    /// The response with status code 401 that caused the refresh, if there was one.
    public internal(set) var response: HTTPResponse?

    /// The scheme and the reason, without the credential.
    public var description: String {
        let reason =
            underlying == nil
            ? "its fetch calls an operation that needs the same credential"
            : "its fetch failed: \(underlying.map { ClientError<Never>.text($0) } ?? "")"
        let status = response.map { " after \($0.summary)" } ?? ""
        let call = operation.map { "\($0): " } ?? ""
        return "\(call)no credential for the security scheme '\(scheme)'\(status): \(reason)"
    }
}

/// A token shared by many calls and fetched once for all of them.
///
/// Waiting calls return immediately on cancellation and at their deadline. A fetch is cancelled when no call waits for it.
nonisolated final class TokenStore: Sendable {
    /// A token, and the number of fetches that had ended when it was returned.
    struct Reading: Sendable {
        let value: String
        let fetches: Int
    }

    private struct State {
        var token: String?
        /// The number of fetches that ended, successful or not.
        var ended = 0
        var lastFailure: (any Error)?
        var fetch: Fetch?
        var nextID = 0
    }

    private struct Fetch {
        let id: Int
        var task: Task<Void, Never>?
        var waiters: [Int: Promise<Reading>] = [:]
    }

    /// The stores whose fetch runs in the current task.
    @TaskLocal private static var fetching: [ObjectIdentifier] = []

    private let fetch: @Sendable () async throws -> String
    private let state = Locked(State())

    init(_ fetch: @escaping @Sendable () async throws -> String) { self.fetch = fetch }

    /// Returns the current token, or a new one if the service rejected the current one.
    ///
    /// A rejected call shares the failure of a fetch that ended after the call read its token.
    func token(after refused: Reading? = nil, until deadline: Deadline?) async throws -> Reading {
        try Task.checkCancellation()
        if let deadline, deadline.hasPassed { throw deadline.error }
        let promise = Promise<Reading>()
        let isReentrant = Self.fetching.contains(ObjectIdentifier(self))
        let (id, isFirst) = try state.withLock { state throws -> (Int, Bool) in
            if let token = state.token, token != refused?.value {
                promise.finish(.success(Reading(value: token, fetches: state.ended)))
                return (0, false)
            }
            if isReentrant { throw CredentialFailure(scheme: "", underlying: nil, response: nil) }
            if let failure = state.lastFailure, let refused, state.ended > refused.fetches { throw failure }
            let isFirst = state.fetch == nil
            if isFirst { state.fetch = Fetch(id: state.nextID) }
            state.nextID += 1
            state.fetch?.waiters[state.nextID] = promise
            return (state.nextID, isFirst)
        }
        if isFirst { start() }
        defer { leave(id) }
        return try await promise.value(until: deadline)
    }

    private func start() {
        let id = state.withLock { $0.fetch?.id }
        let stores = Self.fetching + [ObjectIdentifier(self)]
        let task = Task { [fetch] in
            let result: Result<String, any Error>
            do { result = .success(try await Self.$fetching.withValue(stores) { try await fetch() }) } catch {
                result = .failure(error)
            }
            ended(id, result)
        }
        let isLeft = state.withLock { state in
            guard state.fetch?.id == id else { return true }
            state.fetch?.task = task
            return false
        }
        if isLeft { task.cancel() }
    }

    /// Stores the new token before waiting calls resume, so that a call that is rejected again does not get it a second time.
    private func ended(_ id: Int?, _ result: Result<String, any Error>) {
        let (waiters, reading) = state.withLock { state -> ([Promise<Reading>], Result<Reading, any Error>) in
            guard let fetch = state.fetch, fetch.id == id else { return ([], .failure(CancellationError())) }
            state.fetch = nil
            state.ended += 1
            let reading: Result<Reading, any Error>
            switch result {
            case .success(let token):
                state.token = token
                state.lastFailure = nil
                reading = .success(Reading(value: token, fetches: state.ended))
            case .failure(let error):
                let failure = CredentialFailure(scheme: "", underlying: error, response: nil)
                state.lastFailure = failure
                reading = .failure(failure)
            }
            return (Array(fetch.waiters.values), reading)
        }
        for waiter in waiters { waiter.finish(reading) }
    }

    private func leave(_ waiter: Int) {
        let task = state.withLock { state -> Task<Void, Never>? in
            guard state.fetch?.waiters.removeValue(forKey: waiter) != nil, state.fetch?.waiters.isEmpty == true else {
                return nil
            }
            defer { state.fetch = nil }
            return state.fetch?.task
        }
        task?.cancel()
    }
}
