import Dispatch

/// The results of `body` for `0..<count`, worked out on every core. The first begin first.
public func concurrently<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] {
    Array(unsafeUninitializedCapacity: count) { buffer, initialized in
        // Each index is written by exactly one iteration, and nothing reads before all have ended.
        nonisolated(unsafe) let slots = buffer
        DispatchQueue.concurrentPerform(iterations: count) { slots.initializeElement(at: $0, to: body($0)) }
        initialized = count
    }
}

/// The results of both, the second worked out on another core meanwhile.
public func concurrently<First, Second: Sendable>(
    _ first: () -> First, and second: @Sendable () -> Second
) -> (First, Second) {
    // Written by the other core alone, and read when that has ended.
    nonisolated(unsafe) let place = UnsafeMutablePointer<Second>.allocate(capacity: 1)
    defer { place.deallocate() }
    let group = DispatchGroup()
    return withoutActuallyEscaping(second) { second in
        DispatchQueue.global(qos: .userInitiated).async(group: group) { place.initialize(to: second()) }
        let value = first()
        group.wait()
        return (value, place.move())
    }
}
