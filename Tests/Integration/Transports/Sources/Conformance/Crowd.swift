import ClientRuntime

/// Many calls at a time over one transport.
public struct Crowd: Sendable, CustomStringConvertible {
    public var good = 0
    public var failed = 0
    public var hung = 0
    public var before = Footprint.now
    public var during = Footprint()
    /// After the last call, while the transport is kept.
    public var kept = Footprint()
    /// After the transport's end.
    public var after = Footprint()
    /// The first failure.
    public var failure: String?

    /// Each call waits half a second for its response, so that all are on the way at once where the transport lets them.
    public static func run(_ count: Int, _ kind: TransportKind) async throws -> Crowd {
        var result = Crowd()
        try await result.serve(count, ClientConnection.to(kind, connections: count))
        result.after = try await Footprint.settled(within: 15) { $0.descriptors <= result.before.descriptors }
        return result
    }

    private mutating func serve(_ count: Int, _ connection: ClientConnection) async throws {
        let began = ContinuousClock.now
        let calls = (0..<count).map { _ in
            Running { try await connection.send(Scenario("/late", ["seconds": 0.5])).read() }
        }
        while calls.contains(where: { $0.returned == nil }), .now - began < .seconds(300) {
            let now = Footprint.now
            if now.descriptors > during.descriptors { during = now }
            try await Task.sleep(for: .milliseconds(50))
        }
        for call in calls {
            let end = await call.end(within: .zero)
            if end.isHung {
                hung += 1
            } else if end.value?.isWhole(100) == true {
                good += 1
            } else {
                failed += 1
                failure = failure ?? "\(end)"
            }
        }
        kept = Footprint.now
    }

    public var description: String {
        "\(good) good, \(failed) failed, \(hung) hung\(failure.map { " (\($0))" } ?? ""); "
            + "descriptors \(before.descriptors), \(during.descriptors) at most, \(kept.descriptors) kept, "
            + "\(after.descriptors) after the transport's end"
    }
}
