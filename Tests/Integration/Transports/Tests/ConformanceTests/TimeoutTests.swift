import ClientRuntime
import Conformance
import Foundation
import Testing

extension ConformanceSuite {
    @Suite struct Timeouts {
        static let short = [
            Duration.zero, .seconds(-1), .seconds(-1_000_000_000), .nanoseconds(1), .microseconds(50), .milliseconds(2),
        ]

        @Test(arguments: kinds, short)
        func shortTimeoutsEndEveryCall(kind: TransportKind, timeout: Duration) async throws {
            let connection = ClientConnection.to(kind) { $0.timeout = timeout }
            var hung = 0
            for _ in 0..<30 {
                let end = await settled(within: .seconds(2)) {
                    _ = try await connection.send(Scenario("/stall", ["phase": "head"]))
                }
                if end.isHung {
                    hung += 1
                    if hung == 3 { break }
                } else {
                    let error = end.error as? ClientError<Never>
                    guard case .transport(let reason)? = error, reason is CallTimeout else {
                        Issue.record("\(end)")
                        return
                    }
                }
            }
            #expect(hung == 0)
        }

        @Test(arguments: kinds) func aTimeoutCoversTheBodyThatIsCollected(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind) { $0.timeout = .milliseconds(300) }
            let end = await settled(within: .seconds(5)) {
                try await connection.run(Collected(Scenario("/stall", ["phase": "body"])))
            }
            guard case .transport(let reason)? = end.error as? ClientError<Never> else {
                Issue.record("\(end)")
                return
            }
            #expect(reason is CallTimeout)
        }

        @Test(arguments: kinds) func aResponseWithinTheTimeoutArrives(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind) { $0.timeout = .seconds(120) }
            let seconds = isLong ? 70 : 2
            let end = await settled(within: .seconds(seconds + 20)) {
                try await connection.send(Scenario("/late", ["seconds": seconds])).read()
            }
            #expect(end.value?.isWhole(100) == true, "\(end)")
        }
    }
}
