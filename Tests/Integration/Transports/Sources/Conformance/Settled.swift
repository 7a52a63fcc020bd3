import Foundation

/// How some work ended, if it did.
public enum Settled<Value: Sendable>: Sendable, CustomStringConvertible {
    case value(Value)
    case failed(any Error)
    /// It has not returned; it is left behind, cancelled.
    case hung

    public var value: Value? { if case .value(let value) = self { value } else { nil } }
    public var error: (any Error)? { if case .failed(let error) = self { error } else { nil } }
    public var isHung: Bool { if case .hung = self { true } else { false } }

    public var description: String {
        switch self {
        case .value(let value): "\(value)"
        case .failed(let error): "error: \(error)"
        case .hung: "has not returned"
        }
    }
}

/// Runs work and returns after `limit`, on a busy machine later, even if the work does not.
public func settled<Value: Sendable>(
    within limit: Duration = .seconds(10), _ work: @escaping @Sendable () async throws -> Value
) async -> Settled<Value> {
    let running = Running(work)
    defer { running.cancel() }
    return await running.end(within: limit)
}

/// Work in a task of its own, which nobody has to wait for.
public final class Running<Value: Sendable>: Sendable {
    private struct State {
        var end: (Settled<Value>, ContinuousClock.Instant)?
        var waiting: CheckedContinuation<Void, Never>?
    }

    private let state: SharedMutex<State>
    private let task: Task<Void, Never>

    public init(_ work: @escaping @Sendable () async throws -> Value) {
        let state = SharedMutex(State())
        self.state = state
        task = Task {
            let end: Settled<Value>
            do { end = .value(try await work()) } catch { end = .failed(error) }
            state.withLock { state in
                state.end = (end, .now)
                state.waiting?.resume()
                state.waiting = nil
            }
        }
    }

    public func cancel() { task.cancel() }

    /// When the work returned, if it has.
    public var returned: ContinuousClock.Instant? { state.withLock { $0.end?.1 } }

    /// How the work ended, or ``Settled/hung`` after `limit`, which is longer on a busy machine.
    public func end(within limit: Duration) async -> Settled<Value> {
        let timer = Task { [state] in
            try? await Task.sleep(for: limit * Machine.delay)
            state.withLock { state in
                state.waiting?.resume()
                state.waiting = nil
            }
        }
        defer { timer.cancel() }
        await withCheckedContinuation { continuation in
            state.withLock { state in
                if state.end == nil { state.waiting = continuation } else { continuation.resume() }
            }
        }
        return state.withLock { $0.end?.0 ?? .hung }
    }
}

/// A value behind a lock that closures can share, and that the thread sanitizer knows.
public final class SharedMutex<Value: Sendable>: @unchecked Sendable {
    private let lock = NSLock()
    private var value: Value

    public init(_ value: Value) { self.value = value }

    public func withLock<Result>(_ change: (inout Value) throws -> Result) rethrows -> Result {
        lock.lock()
        defer { lock.unlock() }
        return try change(&value)
    }
}
