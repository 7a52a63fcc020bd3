/// Limits of decoding a response.
nonisolated struct ReadingLimits: Sendable {
    /// See ``ClientOptions/maximumDepth``.
    var depth = 128
    /// See ``ClientOptions/maximumEventSize``.
    var eventSize = 16 * 1_024 * 1_024
    /// See ``ClientOptions/maximumLineSize``.
    var lineSize = 16 * 1_024 * 1_024
    /// See ``ClientOptions/maximumPartSize``.
    var partSize = 256 * 1_024 * 1_024
    /// Decoding counts towards ``ClientOptions/timeout``.
    var deadline: Deadline?

    init() {}

    init(_ options: ClientOptions, _ deadline: Deadline?) {
        depth = options.maximumDepth
        eventSize = options.maximumEventSize
        lineSize = options.maximumLineSize
        partSize = options.maximumPartSize
        self.deadline = deadline
    }

    /// The limits of a stream, which has no deadline once it has begun.
    var withoutDeadline: Self {
        var limits = self
        limits.deadline = nil
        return limits
    }
}
