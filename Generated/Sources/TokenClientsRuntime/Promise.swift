/// The end of a timeout.
nonisolated struct Deadline: Sendable {
    let limit: Duration
    let instant: ContinuousClock.Instant

    /// - Parameter limit: `nil` for no deadline. Zero or less has already passed.
    init?(after limit: Duration?) {
        guard let limit else { return nil }
        self.limit = limit
        // At most a century, because a clock can't represent all later times.
        instant = .now + min(max(limit, .zero), .seconds(3_155_760_000))
    }

    var hasPassed: Bool { limit <= .zero || ContinuousClock.now >= instant }
    var error: CallTimeout { CallTimeout(limit: limit) }
}

/// A result that arrives later. Only the first result counts.
///
/// The waiting task resumes immediately on cancellation and at its deadline, even if no result ever arrives.
nonisolated final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var result: Result<Value, any Error>?
        var waiter: CheckedContinuation<Value, any Error>?
    }

    private let state = Locked(State())

    var result: Result<Value, any Error>? { state.withLock { $0.result } }

    func finish(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            guard state.result == nil else { return nil }
            state.result = result
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(with: result)
    }

    /// Waits for the result. One task may wait.
    ///
    /// - Throws: The error of the result, ``CallTimeout`` or `CancellationError`.
    func value(until deadline: Deadline?) async throws -> Value {
        if let result { return try result.get() }
        let timer = deadline.map { deadline in
            Task {
                try await Task.sleep(until: deadline.instant, clock: .continuous)
                finish(.failure(deadline.error))
            }
        }
        defer { timer?.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state in
                    if state.result == nil { state.waiter = continuation }
                    return state.result
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            finish(.failure(CancellationError()))
        }
    }
}

/// Runs `work` and returns on cancellation and at the deadline, even if `work` ignores both.
///
/// The work runs in its own task, on the caller's thread until it first suspends. The task is cancelled when the caller
/// returns; a later result is discarded.
nonisolated func leavable<Value: Sendable>(
    until deadline: Deadline?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try Task.checkCancellation()
    if let deadline, deadline.hasPassed { throw deadline.error }
    let promise = Promise<Value>()
    let run: @Sendable () async -> Void = {
        do { promise.finish(.success(try await work())) } catch { promise.finish(.failure(error)) }
    }
    let task: Task<Void, Never>
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
        task = Task.immediate(operation: run)
    } else {
        task = Task(operation: run)
    }
    if let result = promise.result { return try result.get() }
    defer { task.cancel() }
    return try await promise.value(until: deadline)
}
