import ClientRuntime
import Conformance
import Foundation
import Testing

extension ConformanceSuite {
    @Suite struct Events {
        @Test(arguments: kinds) func eventsArriveWhenTheyAreSent(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let silence = 0.5 * Double(Machine.delay)
            let began = ContinuousClock.now
            let scenario = Scenario("/events", ["count": 3, "silence": silence])
            var times: [Duration] = []
            for try await _ in EventStream<ServerSentEvent>(try await connection.send(scenario).body) {
                times.append(.now - began)
            }
            try #require(times.count == 3)
            let pause = Duration.seconds(silence)
            #expect(times[0] < pause * 0.9 && times[2] - times[1] > pause * 0.5, "\(times)")
        }

        @Test(arguments: kinds) func silenceDoesNotEndAStream(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind) { $0.timeout = .seconds(1) }
            let silence = isLong ? 70 : 2
            let end = await settled(within: .seconds(silence + 20)) {
                let scenario = Scenario("/events", ["count": 2, "silence": silence])
                var ids: [String?] = []
                for try await event in EventStream<ServerSentEvent>(try await connection.send(scenario).body) {
                    ids.append(event.id)
                }
                return ids
            }
            #expect(end.value == ["0", "1"], "\(end)")
        }

        @Test(arguments: kinds) func aStreamThatIsCutThrows(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let end = await settled {
                let scenario = Scenario("/events", ["count": 2, "then": "cut"])
                for try await _ in EventStream<String>(try await connection.send(scenario).body) {}
            }
            #expect(end.error != nil, "\(end)")
        }

        @Test(arguments: kinds) func anotherContentTypeIsUndecodable(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let end = await settled {
                var count = 0
                for try await _ in try await connection.run(Streamed(Scenario("/document", ["bytes": 10]))) {
                    count += 1
                }
                return count
            }
            guard case .undecodable? = end.error as? ClientError<Never> else {
                Issue.record("\(end)")
                return
            }
        }

        @Test(arguments: kinds) func aStreamDroppedHalfWayEndsItsTransfer(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let scenario = Scenario("/stall", ["phase": "body"])
            let end = await settled {
                for try await _ in try await connection.send(scenario).body { break }
            }
            #expect(!end.isHung && end.error == nil, "\(end)")
            for _ in 0..<500 where scenario.records.first?.hasLeft != true {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(scenario.records.first?.hasLeft == true)
        }
    }

    @Suite struct Readers {
        @Test(arguments: kinds) func aSecondReaderOfABodyThrows(kind: TransportKind) async throws {
            let received = try await ClientConnection.to(kind).send(Scenario("/download", ["bytes": 100_000]))
            #expect(try await received.read().isWhole(100_000))
            let end = await settled(within: .seconds(3)) { try await received.read() }
            #expect(end.error != nil, "\(end)")
        }

        @Test(arguments: kinds) func twoReadersAtATimeBothReturn(kind: TransportKind) async throws {
            let scenario = Scenario("/download", ["bytes": 1_000_000, "delay": 0.001, "size": 10_000])
            let received = try await ClientConnection.to(kind).send(scenario)
            let readers = (0..<2).map { _ in Running { try await received.read() } }
            var ends: [Settled<Reading>] = []
            for reader in readers { ends.append(await reader.end(within: .seconds(5))) }
            #expect(!ends.contains { $0.isHung })
            #expect(ends.filter { $0.value?.isWhole(1_000_000) == true }.count == 1, "\(ends)")
            #expect(ends.filter { $0.error != nil }.count == 1, "\(ends)")
        }
    }
}
