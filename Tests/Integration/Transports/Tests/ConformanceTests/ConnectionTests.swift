import ClientRuntime
import Conformance
import Foundation
import Testing

extension ConformanceSuite {
    @Suite struct Connections {
        @Test(arguments: kinds) func callsInARowShareAConnection(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            var used: Set<Int> = []
            for _ in 0..<20 {
                let scenario = Scenario("/download", ["bytes": 1_000])
                #expect(try await connection.send(scenario).read().isWhole(1_000))
                used.formUnion(scenario.records.map(\.connection))
            }
            #expect(used.count < 4, "\(used)")
        }

        @Test(arguments: kinds, ["/half", "/close"])
        func aConnectionTheServerHasClosedIsReplaced(kind: TransportKind, path: String) async throws {
            // What goes over a connection that ends at this moment is sent again by libcurl, and elsewhere by retries.
            let connection = ClientConnection.to(kind) { if kind != .urlSession { $0.retry = .standard } }
            for pause in [0, 1, 5, 20, 50, 250] {
                #expect(try await connection.send(Scenario(path)).read().isWhole(100))
                try await Task.sleep(for: .milliseconds(pause))
                let end = await settled { try await connection.send(Scenario("/download", ["bytes": 100])).read() }
                #expect(end.value?.isWhole(100) == true, "after \(pause) ms: \(end)")
            }
        }

        @Test(arguments: kinds) func postsAreNeverSentTwice(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            for pause in [0, 1, 5, 20] {
                _ = try await connection.send(Scenario("/close", ["seconds": 0.002])).read()
                try await Task.sleep(for: .milliseconds(pause))
                let scenario = Scenario("/upload")
                let end = await settled { try await connection.send(scenario, .post, HTTPBody("abc")).uploaded() }
                #expect(!end.isHung && scenario.records.count <= 1, "after \(pause) ms: \(end)")
            }
        }

        @Test(arguments: kinds) func aTransportOfManyCallsAtATimeServesAll(kind: TransportKind) async throws {
            let count = isLong ? 1_000 : 200
            let result = try await Crowd.run(count, kind)
            #expect(result.good == count, "\(result)")
            // A connection for each call, some of which are kept for later calls, until the transport ends.
            #expect(result.during.descriptors <= result.before.descriptors + count + 40, "\(result)")
            #expect(result.kept.descriptors <= result.during.descriptors + 4, "\(result)")
            #expect(result.after.descriptors <= result.before.descriptors + 10, "\(result)")
        }

        @Test(arguments: kinds) func manyCallsInARowLeaveNothingBehind(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            func calls(_ count: Int) async throws {
                for index in 0..<count {
                    let scenario = Scenario("/download", ["bytes": 1_000])
                    let reading = try await connection.send(scenario).read()
                    try #require(reading.isWhole(1_000), "call \(index): \(reading)")
                }
            }
            try await calls(200)
            let before = Footprint.now
            let count = isLong ? 10_000 : 1_000
            try await calls(count)
            // A task or a continuation for each call would be more.
            let most = before.heap + 500_000 + count * 100
            let after = try await Footprint.settled { $0.descriptors <= before.descriptors && $0.heap < most }
            #expect(after.descriptors <= before.descriptors + 4, "\(before) -> \(after)")
            #expect(after.threads <= before.threads + 8, "\(before) -> \(after)")
            #expect(after.heap < most, "\(before) -> \(after)")
        }

        @Test(arguments: kinds) func cancelledCallsLeaveNothingBehind(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            func calls(_ count: Int) async {
                for phase in ["head", "body", "halfhead", "upload"] {
                    await withTaskGroup { group in
                        for _ in 0..<count { group.addTask { await Self.abandoned(phase, connection) } }
                    }
                }
            }
            await calls(20)
            let before = try await Footprint.settled(within: 1) { _ in Token.live == 0 }
            let rounds = isLong ? 10 : 3
            for _ in 0..<rounds { await calls(20) }
            // A quarter of the bodies of the uploads, 1 MB each. Buffers of connections are some MB, more on a busy machine.
            let most = before.heap + rounds * 20 * 1_000_000 / 4
            let after = try await Footprint.settled {
                Token.live == 0 && $0.descriptors <= before.descriptors + 4 && $0.heap < most
            }
            #expect(Token.live == 0)
            #expect(after.descriptors <= before.descriptors + 4, "\(before) -> \(after)")
            #expect(after.threads <= before.threads + 8, "\(before) -> \(after)")
            #expect(after.heap < most, "\(before) -> \(after)")
        }

        /// A call that is cancelled after 20 ms; its request and its task hold a token.
        private static func abandoned(_ phase: String, _ connection: ClientConnection) async {
            let token = Token()
            let running = Running {
                _ = token
                let chunks = AsyncStream<Data> { continuation in
                    continuation.onTermination = { _ in _ = token }
                    for _ in 0..<10 { continuation.yield(Pattern.bytes(count: 100_000)) }
                    continuation.finish()
                }
                let scenario = Scenario("/stall", ["phase": phase, "hold": 1])
                let body = phase == "upload" ? HTTPBody(chunks) : nil
                _ = try await connection.send(scenario, phase == "upload" ? .post : .get, body).read()
            }
            try? await Task.sleep(for: .milliseconds(20))
            running.cancel()
            _ = await running.end(within: .seconds(5))
        }
    }
}
