import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// How long each stage of a run took, on the clock and on all cores.
final class Stopwatch {
    private var marks: [(stage: Stage, usage: Usage)]

    /// Starts with the stage that reads the configuration.
    init() { marks = [(.configuration, Usage())] }

    /// Ends the stage before, if another one begins.
    func begin(_ stage: Stage) {
        if marks.last?.stage != stage { marks.append((stage, Usage())) }
    }

    /// For example: `configuration 1.2 ms, templates 3.0 ms, …, together 31.5 ms`.
    var summary: String {
        let (stages, all) = spans()
        let parts = stages.map { "\($0.stage.rawValue) \(Self.milliseconds($0.span.wall)) ms" }
        return (parts + ["together \(Self.milliseconds(all.wall)) ms"]).joined(separator: ", ")
    }

    /// The same with CPU time and the peak of memory until then, one JSON object.
    var json: String {
        let (stages, all) = spans()
        let lines = stages.map { "    {\"stage\": \"\($0.stage.rawValue)\", \(Self.members($0.span))}" }
        return "{\n  \"stages\": [\n\(lines.joined(separator: ",\n"))\n  ],\n  \(Self.members(all))\n}\n"
    }

    /// What each stage took, those that came more than once added up; and the whole.
    private func spans() -> (stages: [(stage: Stage, span: Span)], all: Span) {
        let end = Usage()
        var stages: [(stage: Stage, span: Span)] = []
        for (mark, next) in zip(marks, marks.dropFirst().map(\.usage) + [end]) {
            let span = Span(from: mark.usage, to: next)
            if let index = stages.firstIndex(where: { $0.stage == mark.stage }) {
                stages[index].span.add(span)
            } else {
                stages.append((mark.stage, span))
            }
        }
        return (stages, Span(from: marks.first?.usage ?? end, to: end))
    }

    private static func members(_ span: Span) -> String {
        "\"wallMilliseconds\": \(milliseconds(span.wall)), \"cpuMilliseconds\": \(milliseconds(span.cpu)), "
            + "\"peakKilobytes\": \(span.peakKilobytes)"
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = Int((duration / .microseconds(100)).rounded())
        return "\(tenths / 10).\(tenths % 10)"
    }
}

/// What the process has used so far.
private struct Usage {
    let now = ContinuousClock.now
    let cpu: Duration
    let peakKilobytes: Int

    init() {
        var usage = rusage()
        // RUSAGE_SELF, which is no Int32 on every system.
        getrusage(0, &usage)
        #if canImport(Darwin)
            peakKilobytes = Int(usage.ru_maxrss) / 1024
        #else
            peakKilobytes = Int(usage.ru_maxrss)
        #endif
        cpu = Self.duration(usage.ru_utime) + Self.duration(usage.ru_stime)
    }

    private static func duration(_ time: timeval) -> Duration {
        .seconds(Int(time.tv_sec)) + .microseconds(Int(time.tv_usec))
    }
}

private struct Span {
    var wall: Duration
    var cpu: Duration
    /// At its end.
    var peakKilobytes: Int

    init(from start: Usage, to end: Usage) {
        wall = end.now - start.now
        cpu = end.cpu - start.cpu
        peakKilobytes = end.peakKilobytes
    }

    mutating func add(_ other: Span) {
        wall += other.wall
        cpu += other.cpu
        peakKilobytes = max(peakKilobytes, other.peakKilobytes)
    }
}
