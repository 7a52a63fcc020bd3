import Generation

/// How long each stage of a run took.
final class Stopwatch {
    private var stages: [(name: String, start: ContinuousClock.Instant)]

    /// Starts with the stage that reads the configuration.
    init() { stages = [(Stage.configuration.rawValue, .now)] }

    func begin(_ stage: Stage) { stages.append((stage.rawValue, .now)) }

    /// For example: `configuration 1.2 ms, templates 3.0 ms, …, together 31.5 ms`.
    var summary: String {
        let ends = stages.dropFirst().map(\.start) + [.now]
        var parts = zip(stages, ends).map { "\($0.name) \(Self.milliseconds($1 - $0.start))" }
        if let first = stages.first, let end = ends.last {
            parts.append("together \(Self.milliseconds(end - first.start))")
        }
        return parts.joined(separator: ", ")
    }

    private static func milliseconds(_ duration: Duration) -> String {
        let tenths = (duration / .microseconds(100)).rounded()
        return "\(Int(tenths) / 10).\(Int(tenths) % 10) ms"
    }
}
