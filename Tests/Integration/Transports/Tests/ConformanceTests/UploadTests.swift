import ClientRuntime
import Conformance
import Foundation
import Testing

extension ConformanceSuite {
    @Suite struct Uploads {
        @Test(arguments: kinds, [0, 1, 65_536, 1_048_577, 16_000_000])
        func everyByteIsSentOnce(kind: TransportKind, count: Int) async throws {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            try Pattern.bytes(count: count).write(to: file)
            defer { try? FileManager.default.removeItem(at: file) }
            let bodies = [
                "memory": HTTPBody(Pattern.bytes(count: count)), "file": HTTPBody(file: file),
                "sequence": HTTPBody(PatternChunks(count: count)),
                "sequence with length": HTTPBody(PatternChunks(count: count), length: Int64(count)),
            ]
            let connection = ClientConnection.to(kind)
            for (source, body) in bodies {
                for method in body.isReplayable ? [ClientRequest.Method.post, .put] : [.post] {
                    let end = await settled(within: .seconds(20)) {
                        try await connection.send(Scenario("/upload"), method, body).uploaded()
                    }
                    #expect(end.value?.isWhole(count) == true, "\(source): \(end)")
                }
            }
        }

        @Test(arguments: kinds, isLong ? [1 << 30] : []) func aGigabyteIsSent(kind: TransportKind, count: Int)
            async throws
        {
            let connection = ClientConnection.to(kind)
            let body = HTTPBody(PatternChunks(count: count, size: 1 << 20))
            let end = await settled(within: .seconds(120)) {
                try await connection.send(Scenario("/upload"), .post, body).uploaded()
            }
            #expect(end.value?.isWhole(count) == true, "\(end)")
        }

        @Test(arguments: kinds, [(Duration.milliseconds(1), Duration.zero), (.zero, .seconds(1))])
        func aSlowSenderArrives(kind: TransportKind, speed: (Duration, Duration)) async throws {
            let (delay, pause) = speed
            let chunks = PatternChunks(count: 2_000_000, size: 10_000, delay: delay, pause: pause)
            let connection = ClientConnection.to(kind)
            let end = await settled(within: .seconds(20)) {
                try await connection.send(Scenario("/upload"), .post, HTTPBody(chunks)).uploaded()
            }
            #expect(end.value?.isWhole(2_000_000) == true, "\(end)")
        }

        @Test(arguments: kinds, [["delay": "0.001", "size": "10000"], ["pause": "1"]])
        func aSlowReaderGetsEveryByte(kind: TransportKind, speed: [String: String]) async throws {
            for body in [HTTPBody(Pattern.bytes(count: 8_000_000)), HTTPBody(PatternChunks(count: 8_000_000))] {
                var scenario = Scenario("/upload")
                scenario.options += speed.map { ($0.key, $0.value) }
                let end = await settled(within: .seconds(20)) { [scenario] in
                    try await ClientConnection.to(kind).send(scenario, .put, body).uploaded()
                }
                #expect(end.value?.isWhole(8_000_000) == true, "\(end)")
            }
        }

        @Test(arguments: kinds) func aSequenceIsSentWhileItIsMade(kind: TransportKind) async throws {
            let scenario = Scenario("/upload")
            let chunks = PatternChunks(count: 800_000, size: 100_000, delay: .milliseconds(300))
            let running = Running {
                try await ClientConnection.to(kind).send(scenario, .post, HTTPBody(chunks)).uploaded()
            }
            // The last chunk is made after 2.1 s.
            for _ in 0..<18 where (scenario.records.first?.length ?? 0) == 0 {
                try await Task.sleep(for: .milliseconds(100))
            }
            // URLSession on Linux sends what it can read at once: the sequence is read before the call begins.
            withKnownIssue {
                #expect((scenario.records.first?.length ?? 0) > 0)
            } when: {
                kind == .urlSession
            }
            let end = await running.end(within: .seconds(10))
            #expect(end.value?.isWhole(800_000) == true, "\(end)")
        }

        @Test(arguments: kinds) func aSequenceThatEndsLateKeepsNoConnection(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind, connections: 1)
            for _ in 0..<3 {
                let chunks = AsyncStream<Data> { continuation in
                    continuation.yield(Pattern.bytes(count: 1_000))
                    Task {
                        try? await Task.sleep(for: .milliseconds(200))
                        continuation.finish()
                    }
                }
                let body = HTTPBody(chunks, length: 1_000)
                let end = await settled { try await connection.send(Scenario("/upload"), .post, body).uploaded() }
                #expect(end.value?.isWhole(1_000) == true, "\(end)")
            }
        }

        @Test(arguments: kinds) func aFailingSequenceFailsTheCall(kind: TransportKind) async throws {
            let chunks = AsyncThrowingStream<Data, any Error> { continuation in
                continuation.yield(Pattern.bytes(count: 1_000))
                continuation.finish(throwing: CocoaError(.fileReadUnknown))
            }
            let scenario = Scenario("/upload")
            let end = await settled {
                try await ClientConnection.to(kind).send(scenario, .post, HTTPBody(chunks)).uploaded()
            }
            #expect(end.error is ClientError<Never>, "\(end)")
        }

        @Test(arguments: kinds) func anEarlyResponseEndsAnUpload(kind: TransportKind) async throws {
            for body in [HTTPBody(Pattern.bytes(count: 4_000_000)), HTTPBody(PatternChunks(count: 4_000_000))] {
                let end = await settled {
                    try await ClientConnection.to(kind).send(Scenario("/upload", ["early": 1]), .post, body).status
                }
                // The connection may be reset while it is still written to.
                #expect(end.value == 413 || end.error is ClientError<Never>, "\(end)")
            }
        }

        @Test(arguments: kinds) func aServerThatStopsReadingEndsWithTheTimeout(kind: TransportKind) async throws {
            for body in [HTTPBody(Pattern.bytes(count: 16_000_000)), HTTPBody(PatternChunks(count: 16_000_000))] {
                let connection = ClientConnection.to(kind) { $0.timeout = .seconds(1) }
                let end = await settled(within: .seconds(5)) {
                    let scenario = Scenario("/upload", ["stop": 100_000, "hold": 4])
                    return try await connection.send(scenario, .post, body).uploaded()
                }
                guard case .transport(let error)? = end.error as? ClientError<Never> else {
                    Issue.record("\(end)")
                    continue
                }
                #expect(error is CallTimeout)
            }
        }
    }
}
