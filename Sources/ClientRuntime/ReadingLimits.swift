/// How much of a response is read, and until when.
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

    /// A stream may take as long as it likes once it has begun.
    var withoutDeadline: Self {
        var limits = self
        limits.deadline = nil
        return limits
    }
}
