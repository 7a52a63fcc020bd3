#if canImport(Darwin)
    import os
#else
    import Synchronization
#endif

/// A value shared between tasks and protected by a lock.
nonisolated final class Locked<Value: Sendable>: @unchecked Sendable {
    #if canImport(Darwin)
        private let lock = OSAllocatedUnfairLock()
    #else
        private let lock = Mutex(())
    #endif
    private var content: Value

    init(_ content: Value) { self.content = content }

    var value: Value { withLock { $0 } }

    func withLock<Result, Failure: Error>(
        _ change: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        #if canImport(Darwin)
            lock.lock()
            defer { lock.unlock() }
            return try change(&content)
        #else
            try lock.withLock { _ throws(Failure) in try change(&content) }
        #endif
    }
}
