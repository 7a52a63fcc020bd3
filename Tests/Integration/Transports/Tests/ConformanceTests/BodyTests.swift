import ClientRuntime
import Conformance
import Foundation
import Testing

/// Tests run one after the other: they measure time, descriptors and memory of one process.
@Suite(.serialized) enum ConformanceSuite {
    static let isLong = ProcessInfo.processInfo.environment["TRANSPORTS_LONG"] != nil
    static let kinds = TransportKind.chosen
}

extension ConformanceSuite {
    @Suite struct Downloads {
        @Test(arguments: kinds, [0, 1, 65_535, 65_536, 1_048_577, 16_000_000])
        func everyByteArrivesOnce(kind: TransportKind, count: Int) async throws {
            for framing in ["length", "chunked", "close"] {
                let scenario = Scenario("/download", ["bytes": count, "framing": framing])
                let reading = try await ClientConnection.to(kind).send(scenario).read()
                #expect(reading.isWhole(count), "\(framing): \(reading)")
            }
        }

        @Test(arguments: kinds) func everyByteArrivesOnceAtASlowReader(kind: TransportKind) async throws {
            let scenario = Scenario("/download", ["bytes": 4 << 20, "size": 1_024])
            let end = await settled(within: .seconds(30)) {
                try await ClientConnection.to(kind).send(scenario).read(delay: .milliseconds(1))
            }
            #expect(end.value?.isWhole(4 << 20) == true, "\(end)")
        }

        @Test(arguments: kinds) func everyByteArrivesOnceAtAReaderThatPauses(kind: TransportKind) async throws {
            let scenario = Scenario("/download", ["bytes": 24 << 20])
            let end = await settled(within: .seconds(30)) {
                try await ClientConnection.to(kind).send(scenario).read(pause: .seconds(1))
            }
            #expect(end.value?.isWhole(24 << 20) == true, "\(end)")
        }

        @Test(arguments: kinds) func documentsOfTenMegabytesArriveEightAtATime(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let count = 7_500_000
            let expected = Data(#"{"value":"\#(Pattern.bytes(count: count).base64EncodedString())"}"#.utf8)
            for _ in 0..<(isLong ? 3 : 1) {
                let calls = (0..<8).map { _ in
                    Running { try await connection.run(Collected(Scenario("/document", ["bytes": count]))) == expected }
                }
                for call in calls {
                    let end = await call.end(within: .seconds(60))
                    #expect(end.value == true, "\(end)")
                }
            }
        }

        @Test(arguments: kinds, isLong ? [1 << 30] : []) func aGigabyteArrives(kind: TransportKind, count: Int)
            async throws
        {
            for framing in ["length", "chunked"] {
                let scenario = Scenario("/download", ["bytes": count, "framing": framing, "size": 1 << 20])
                let end = await settled(within: .seconds(120)) {
                    try await ClientConnection.to(kind).send(scenario).read()
                }
                #expect(end.value?.isWhole(count) == true, "\(framing): \(end)")
            }
        }

        @Test(arguments: kinds, [["delay": "0.001", "size": "1000"], ["pause": "1"]])
        func everyByteArrivesOnceFromASlowSender(kind: TransportKind, speed: [String: String]) async throws {
            var scenario = Scenario("/download", ["bytes": 300_000])
            scenario.options += speed.map { ($0.key, $0.value) }
            let reading = try await ClientConnection.to(kind).send(scenario).read()
            #expect(reading.isWhole(300_000), "\(reading)")
        }
    }
}
