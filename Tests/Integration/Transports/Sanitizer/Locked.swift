#if canImport(Glibc)
    import Glibc
#else
    import Musl
#endif

/// The runtime's `Locked` with a lock that the thread sanitizer knows.
nonisolated final class Locked<Value: Sendable>: @unchecked Sendable {
    private let lock = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    private var content: Value

    init(_ content: Value) {
        self.content = content
        lock.initialize(to: pthread_mutex_t())
        pthread_mutex_init(lock, nil)
    }

    deinit {
        pthread_mutex_destroy(lock)
        lock.deallocate()
    }

    var value: Value { withLock { $0 } }

    func withLock<Result, Failure: Error>(
        _ change: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        pthread_mutex_lock(lock)
        defer { pthread_mutex_unlock(lock) }
        return try change(&content)
    }
}
