import ClientRuntime
import Conformance

/// Calls cancelled before, while and just after they are sent.
enum EarlyCancellations {
    private static let microseconds = [0, 5, 20, 200, 500, 1_000, 2_000, 10_000]

    static func run(_ kind: TransportKind, _ count: Int) async -> Bool {
        let connection = ClientConnection.to(kind)
        var (hung, late, finished) = (0, 0, 0)
        var longest = Duration.zero
        for index in 0..<count {
            let running = Running {
                let body = index % 3 == 0 ? HTTPBody(Pattern.bytes(count: 100_000)) : nil
                _ = try await connection.send(Scenario("/late", ["seconds": 0.02]), body == nil ? .get : .post, body)
                    .read()
            }
            let delay = microseconds[index % microseconds.count]
            if delay > 0 { try? await Task.sleep(for: .microseconds(delay)) }
            let cancelled = ContinuousClock.now
            running.cancel()
            let end = await running.end(within: .seconds(5))
            if end.isHung { hung += 1 }
            if end.value != nil { finished += 1 }
            let taken = (running.returned ?? cancelled) - cancelled
            longest = max(longest, taken)
            if taken > .milliseconds(50) { late += 1 }
        }
        report(
            "\(kind): \(count) early cancellations, \(hung) hung, \(late) after 50 ms, \(finished) had finished, longest \(longest)"
        )
        return hung == 0
    }
}
