import ClientRuntime
import Conformance
import Foundation
import Testing

/// What returned late, and how late the latest was.
struct Delays: CustomStringConvertible {
    /// How long cancelled work may take, beside what a plain task of the same moment takes: 50 ms on an idle machine.
    static var limit: Duration { .milliseconds(50) * Machine.delay }
    var count = 0
    var late = 0
    var hung = 0
    var longest = Duration.zero

    var description: String { "\(count) calls: \(hung) never returned, \(late) late, the latest after \(longest)" }
}

/// Starts `count` pieces of work, cancels each after `delay` and measures how long it takes to return.
///
/// - Returns: The best of three measurements: what was late only once was held up by the machine. Work that never
///   returned counts in each.
func delays(
    _ count: Int, after delay: Duration, batch: Int = 20, _ work: @escaping @Sendable () async throws -> Void
) async -> Delays {
    var result = await measured(count, delay, batch, work)
    for _ in 0..<2 where result.late > 0 && result.hung == 0 {
        let next = await measured(count, delay, batch, work)
        if next.hung > 0 || next.late < result.late { result = next }
    }
    return result
}

private func measured(
    _ count: Int, _ delay: Duration, _ batch: Int, _ work: @escaping @Sendable () async throws -> Void
) async -> Delays {
    var result = Delays()
    while result.count < count {
        let size = min(batch, count - result.count)
        await withTaskGroup(of: (Duration?, Duration).self) { group in
            for _ in 0..<size { group.addTask { await delay == .zero ? late(nil, work) : late(delay, work) } }
            for await (taken, allowed) in group {
                result.count += 1
                guard let taken else {
                    result.hung += 1
                    continue
                }
                result.longest = max(result.longest, taken)
                if taken > allowed { result.late += 1 }
            }
        }
    }
    return result
}

/// How long work took to return behind its cancellation, `nil` where it never did, and how long it could take: a
/// plain task that sleeps is cancelled with it and shows how busy the machine is.
private func late(
    _ delay: Duration?, _ work: @escaping @Sendable () async throws -> Void
) async -> (Duration?, Duration) {
    let ruler = Running { try await Task.sleep(for: .seconds(60)) }
    let running = Running(work)
    if let delay { try? await Task.sleep(for: delay) }
    let cancelled = ContinuousClock.now
    running.cancel()
    ruler.cancel()
    let end = await running.end(within: .seconds(3))
    _ = await ruler.end(within: .seconds(60))
    let plain = (ruler.returned ?? cancelled) - cancelled
    return (end.isHung ? nil : (running.returned ?? cancelled) - cancelled, Delays.limit + plain * 4)
}

extension ConformanceSuite {
    @Suite struct Cancellation {
        static let microseconds = [0, 5, 20, 200, 500, 1_000, 2_000, 10_000]
        static let count = isLong ? 200 : 40

        @Test(arguments: kinds, microseconds)
        func callsReturnAtOnce(kind: TransportKind, microseconds: Int) async throws {
            let connection = ClientConnection.to(kind)
            let found = await delays(Self.count, after: .microseconds(microseconds)) {
                let scenario = Scenario("/late", ["seconds": 0.02])
                _ = try await connection.send(scenario).read()
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds, ["head", "halfhead", "body"])
        func stalledResponsesAreLeftAtOnce(kind: TransportKind, phase: String) async throws {
            let connection = ClientConnection.to(kind)
            let found = await delays(40, after: .milliseconds(100)) {
                _ = try await connection.send(Scenario("/stall", ["phase": phase])).read()
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds) func connectionsThatAreNotAcceptedAreLeftAtOnce(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind, at: Server.shared.origins.full)
            let found = await delays(10, after: .milliseconds(100)) {
                _ = try await connection.send(Scenario("/download")).read()
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds) func callsThatWaitForAFreeConnectionAreLeftAtOnce(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind, connections: 1)
            let first = Running { _ = try await connection.send(Scenario("/stall", ["phase": "head"])).read() }
            try await Task.sleep(for: .milliseconds(50))
            let found = await delays(10, after: .milliseconds(50)) {
                _ = try await connection.send(Scenario("/download")).read()
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
            first.cancel()
            let end = await settled { try await connection.send(Scenario("/download", ["bytes": 10])).read() }
            #expect(end.value?.isWhole(10) == true, "\(end)")
        }

        @Test(arguments: kinds) func eventStreamsAreLeftAtOnce(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let found = await delays(20, after: .milliseconds(100)) {
                let scenario = Scenario("/events", ["count": 1, "then": "stall"])
                for try await _ in EventStream<String>(try await connection.send(scenario).body) {}
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds, ["memory", "sequence"])
        func uploadsAreLeftAtOnce(kind: TransportKind, source: String) async throws {
            let connection = ClientConnection.to(kind)
            let data = Pattern.bytes(count: 8 << 20)
            let found = await delays(10, after: .milliseconds(100), batch: 5) {
                let body = source == "memory" ? HTTPBody(data) : HTTPBody(PatternChunks(count: 8 << 20))
                let scenario = Scenario("/upload", ["stop": 1_000, "hold": 4])
                _ = try await connection.send(scenario, .post, body)
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds) func credentialFetchesAreLeftAtOnce(kind: TransportKind) async throws {
            let found = await delays(20, after: .milliseconds(20)) {
                var connection = ClientConnection.to(kind)
                let scheme = SecurityScheme("token", .http("bearer"), environment: "NONE")
                // Does not notice that it is cancelled.
                let credential = Credential.refreshing {
                    await Task { try? await Task.sleep(for: .seconds(4)) }.value
                    return "secret"
                }
                connection.authenticate(scheme, with: credential)
                var request = try Scenario("/download").request()
                request.security = [["token"]]
                _ = try await connection.send(request)
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds) func waitsBetweenAttemptsAreLeftAtOnce(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind) { $0.retry = .standard }
            let found = await delays(20, after: .milliseconds(100)) {
                _ = try await connection.send(Scenario("/status", ["code": 503]))
            }
            #expect(found.hung == 0 && found.late == 0, "\(found)")
        }

        @Test(arguments: kinds) func cancelledCallsThrowCancellationError(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let running = Running { _ = try await connection.send(Scenario("/stall", ["phase": "head"])) }
            try await Task.sleep(for: .milliseconds(50))
            running.cancel()
            let end = await running.end(within: .seconds(5))
            guard case .transport(let error)? = end.error as? ClientError<Never> else {
                Issue.record("\(end)")
                return
            }
            #expect(error is CancellationError, "\(error)")
        }

        @Test(arguments: kinds) func theServerSeesThatACallWasCancelled(kind: TransportKind) async throws {
            let connection = ClientConnection.to(kind)
            let scenario = Scenario("/stall", ["phase": "body"])
            let running = Running { _ = try await connection.send(scenario).read() }
            try await Task.sleep(for: .milliseconds(100))
            running.cancel()
            for _ in 0..<500 where scenario.records.first?.hasLeft != true {
                try await Task.sleep(for: .milliseconds(20))
            }
            #expect(scenario.records.first?.hasLeft == true)
        }
    }
}
