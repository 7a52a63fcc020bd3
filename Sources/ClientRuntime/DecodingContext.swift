/// Measures how much of the thread's stack a decoding call has used.
///
/// Nesting is limited in bytes as well as in levels, because the bytes per level depend on the decoded types and on the
/// build settings.
nonisolated struct StackUse: Sendable {
    /// Threads of Apple's thread pool have a stack of 512 KiB.
    private static let limit: UInt = 384 * 1_024
    private let start = here()

    var isExhausted: Bool {
        let now = Self.here()
        return (now < start ? start - now : now - start) > Self.limit
    }

    @inline(never) private static func here() -> UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }
}

/// The state that the decoders of one value share: its limits, and whether decoding must stop.
nonisolated final class DecodingContext {
    let stack = StackUse()
    private let deadline: Deadline?
    private var steps = 0
    /// The error that stops decoding, even in other branches of a union.
    private(set) var refusal: (any Error)?
    /// Whether text must match its `format`. Unions set this while they try their branches.
    var isStrict = false
    /// How many branches of unions failed to decode.
    var failedBranches = 0

    init(_ deadline: Deadline?) { self.deadline = deadline }

    /// Checks the limits. Called before each array, object and union.
    ///
    /// - Throws: ``CallTimeout``, `CancellationError`, or ``DecodingFailure`` if the value is nested too deeply.
    func step(at decoder: NodeDecoder) throws {
        if let refusal { throw refusal }
        if stack.isExhausted { throw refuse(decoder.failure("nested too deeply")) }
        steps &+= 1
        guard steps & 63 == 0 else { return }
        if Task.isCancelled { throw refuse(CancellationError()) }
        if let deadline, deadline.hasPassed { throw refuse(deadline.error) }
    }

    private func refuse(_ error: any Error) -> any Error {
        refusal = error
        return error
    }
}
