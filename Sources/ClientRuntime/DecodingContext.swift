/// How much of the thread's stack has been used since some value was begun.
///
/// Recursion is measured in bytes and not only in levels, since how many bytes a level takes is a matter of the types
/// that are read and of how the program was built.
nonisolated struct StackUse: Sendable {
    /// Threads of Apple's pool have 512 KiB.
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

/// What the decoders of one value share: its limits, and whether reading must end.
nonisolated final class DecodingContext {
    let stack = StackUse()
    private let deadline: Deadline?
    private var steps = 0
    /// Why nothing more is read, whatever a union tries next.
    private(set) var refusal: (any Error)?
    /// Whether a text must be of the form that its `format` names, which is so while unions try their branches.
    var isStrict = false
    /// How often a union had to try another branch.
    var failedBranches = 0

    init(_ deadline: Deadline?) { self.deadline = deadline }

    /// Called before each value that has values in it.
    ///
    /// - Throws: ``CallTimeout``, `CancellationError`, or ``DecodingFailure`` where the value is nested too deeply.
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
