/// The moment until which something is waited for.
nonisolated struct Deadline: Sendable {
    let limit: Duration
    let instant: ContinuousClock.Instant

    /// - Parameter limit: `nil` for no deadline. What is zero or negative has passed already.
    init?(after limit: Duration?) {
        guard let limit else { return nil }
        self.limit = limit
        // A century, since later moments may be beyond what a clock can count.
        instant = .now + min(max(limit, .zero), .seconds(3_155_760_000))
    }

    var hasPassed: Bool { limit <= .zero || ContinuousClock.now >= instant }
    var error: CallTimeout { CallTimeout(limit: limit) }
}

/// A result that arrives later. The first result counts.
///
/// Its waiter leaves at once at cancellation and at its deadline, whether or not a result ever arrives.
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

    /// The result, once it is there. For one waiter.
    ///
    /// - Throws: The error given, ``CallTimeout`` or `CancellationError`.
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

/// Runs `work` and leaves it at cancellation and at the deadline, even where `work` ignores both.
///
/// The work runs in a task of its own, on the caller's thread until it first suspends. The task is cancelled when its
/// caller leaves; a later result is dropped.
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
