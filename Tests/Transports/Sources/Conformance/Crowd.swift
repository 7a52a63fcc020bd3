import ClientRuntime

/// Many calls at a time over one transport.
public struct Crowd: Sendable, CustomStringConvertible {
    public var good = 0
    public var failed = 0
    public var hung = 0
    public var before = Footprint.now
    public var during = Footprint()
    public var after = Footprint()
    /// The first failure.
    public var failure: String?

    /// Each call waits half a second for its response, so that all are on the way at once where the transport lets them.
    public static func run(_ count: Int, _ kind: TransportKind) async throws -> Crowd {
        var result = Crowd()
        let began = ContinuousClock.now
        let connection = ClientConnection.to(kind, connections: count)
        let calls = (0..<count).map { _ in
            Running { try await connection.send(Scenario("/late", ["seconds": 0.5])).read() }
        }
        while calls.contains(where: { $0.returned == nil }), .now - began < .seconds(300) {
            let now = Footprint.now
            if now.descriptors > result.during.descriptors { result.during = now }
            try await Task.sleep(for: .milliseconds(50))
        }
        for call in calls {
            let end = await call.end(within: .zero)
            if end.isHung {
                result.hung += 1
            } else if end.value?.isWhole(100) == true {
                result.good += 1
            } else {
                result.failed += 1
                result.failure = result.failure ?? "\(end)"
            }
        }
        result.after = try await Footprint.settled { $0.descriptors <= result.before.descriptors + 40 }
        return result
    }

    public var description: String {
        "\(good) good, \(failed) failed, \(hung) hung\(failure.map { " (\($0))" } ?? ""); "
            + "descriptors \(before.descriptors), \(during.descriptors) at most, \(after.descriptors) after"
    }
}
