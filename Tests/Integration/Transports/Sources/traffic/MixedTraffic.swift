import ClientRuntime
import Conformance
import Foundation

/// Calls of random sizes, speeds and ends, sixteen at a time, for some minutes.
enum MixedTraffic {
    struct Counts: CustomStringConvertible {
        var calls = 0
        var bytes = 0
        var cancelled = 0
        var wrong = 0
        var hung = 0
        var failed = 0
        var failures: Set<String> = []

        var description: String {
            "\(calls) calls, \(bytes >> 20) MiB, \(cancelled) cancelled; "
                + "\(wrong) wrong, \(hung) hung, \(failed) failed \(failures.sorted())"
        }
    }

    private enum Outcome {
        case right(Int), cancelled, wrong(String), hung(String), failed(String)
    }

    static func run(_ kind: TransportKind, minutes: Int) async throws -> Bool {
        let connection = ClientConnection.to(kind)
        let began = ContinuousClock.now
        let before = Footprint.now
        var counts = Counts()
        var shown = began
        await withTaskGroup(of: Outcome.self) { group in
            for _ in 0..<16 { group.addTask { await call(connection) } }
            while let outcome = await group.next() {
                counts.calls += 1
                switch outcome {
                case .right(let bytes): counts.bytes += bytes
                case .cancelled: counts.cancelled += 1
                case .wrong(let text):
                    counts.wrong += 1
                    report("WRONG: \(text)")
                case .hung(let text):
                    counts.hung += 1
                    report("HUNG: \(text)")
                case .failed(let text):
                    counts.failed += 1
                    counts.failures.insert(text)
                }
                if .now - shown > .seconds(60) {
                    shown = .now
                    report("\(kind): \((shown - began).components.seconds) s: \(counts); \(Footprint.now)")
                }
                if .now - began < .seconds(minutes * 60) { group.addTask { await call(connection) } }
            }
        }
        report("\(kind): \(minutes) minutes of mixed traffic: \(counts); before \(before); after \(Footprint.now)")
        return counts.wrong + counts.hung + counts.failed == 0
    }

    private static func call(_ connection: ClientConnection) async -> Outcome {
        let count = Int(pow(10, Double.random(in: 0...7.3)))
        let isUpload = Int.random(in: 0..<3) == 0
        let cancelsAfter =
            Int.random(in: 0..<4) == 0 ? Duration.microseconds(Int(pow(10, Double.random(in: 0...5.5)))) : nil
        let title = "\(isUpload ? "upload" : "download") of \(count) bytes"
        let running = Running { try await isUpload ? upload(count, connection) : download(count, connection) }
        if let cancelsAfter {
            try? await Task.sleep(for: cancelsAfter)
            running.cancel()
        }
        let end = await running.end(within: .seconds(cancelsAfter == nil ? 120 : 5))
        switch end {
        case .hung: return .hung(title + (cancelsAfter.map { ", cancelled after \($0)" } ?? ""))
        case .value(nil): return .right(count)
        case .value(let fault?): return .wrong("\(title): \(fault)")
        case .failed(let error): return cancelsAfter == nil ? .failed("\(title): \(error)") : .cancelled
        }
    }

    /// What is wrong with a download, if anything.
    private static func download(_ count: Int, _ connection: ClientConnection) async throws -> String? {
        var scenario = Scenario("/download", ["bytes": count, "size": Int.random(in: 1_000...100_000)])
        scenario.options.append(("framing", ["length", "chunked", "close"].randomElement() ?? ""))
        if Int.random(in: 0..<8) == 0 { scenario.options.append(("coding", "gzip")) }
        if Int.random(in: 0..<8) == 0 { scenario.options.append(("pause", "0.3")) }
        let received = try await connection.send(scenario)
        let delay: Duration? = count < 3_000_000 && Int.random(in: 0..<3) == 0 ? .milliseconds(1) : nil
        let pause: Duration? = Int.random(in: 0..<6) == 0 ? .milliseconds(500) : nil
        let reading = try await received.read(delay: delay, pause: pause)
        return reading.isWhole(count) ? nil : "\(reading)"
    }

    private static func upload(_ count: Int, _ connection: ClientConnection) async throws -> String? {
        let body =
            Bool.random()
            ? HTTPBody(Pattern.bytes(count: count))
            : HTTPBody(PatternChunks(count: count, size: Int.random(in: 1_000...300_000)))
        var scenario = Scenario("/upload")
        if Int.random(in: 0..<8) == 0 { scenario.options.append(("pause", "0.3")) }
        let uploaded = try await connection.send(scenario, .post, body).uploaded()
        return uploaded.isWhole(count) ? nil : "\(uploaded)"
    }
}
