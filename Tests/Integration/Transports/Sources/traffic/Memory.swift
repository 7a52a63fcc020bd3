import ClientRuntime
import Conformance
import Foundation

/// The most memory a transfer of many bytes takes, in a process that does nothing else.
enum Memory {
    static func download(_ kind: TransportKind, mebibytes: Int) async throws -> Bool {
        let scenario = Scenario("/download", ["bytes": mebibytes << 20, "size": 1 << 20])
        return try await measured("\(kind): download of \(mebibytes) MiB", mebibytes << 20) {
            let reading = try await ClientConnection.to(kind).send(scenario).read()
            return (reading.isWhole(mebibytes << 20), "\(reading)")
        }
    }

    /// A reader slower than the server: one millisecond for each chunk.
    static func slow(_ kind: TransportKind, mebibytes: Int) async throws -> Bool {
        let scenario = Scenario("/download", ["bytes": mebibytes << 20, "size": 1 << 20])
        return try await measured("\(kind): slow download of \(mebibytes) MiB", mebibytes << 20) {
            let reading = try await ClientConnection.to(kind).send(scenario).read(delay: .milliseconds(1))
            return (reading.isWhole(mebibytes << 20), "\(reading)")
        }
    }

    static func upload(_ kind: TransportKind, mebibytes: Int) async throws -> Bool {
        let body = HTTPBody(PatternChunks(count: mebibytes << 20, size: 1 << 18))
        return try await measured("\(kind): upload of \(mebibytes) MiB", mebibytes << 20) {
            let uploaded = try await ClientConnection.to(kind).send(Scenario("/upload"), .post, body).uploaded()
            return (uploaded.isWhole(mebibytes << 20), "\(uploaded)")
        }
    }

    private static func measured(
        _ title: String, _ count: Int, _ work: () async throws -> (Bool, String)
    ) async throws -> Bool {
        // The pattern and the server's process are there before.
        _ = (Pattern.bytes(count: 1), Server.shared)
        let before = Footprint.now
        let began = ContinuousClock.now
        let (isGood, text) = try await work()
        let seconds = (ContinuousClock.now - began) / .seconds(1)
        let after = Footprint.now
        let rate = Double(count) / seconds / 1_048_576
        report(
            "\(title): \(isGood ? "right" : "WRONG: \(text)"), peak \(after.peak >> 20) MiB "
                + "(\(before.resident >> 20) MiB before), \(Int(rate)) MiB/s")
        return isGood
    }
}

/// Writes a line at once, also where the output is a file.
func report(_ line: String) { try? FileHandle.standardOutput.write(contentsOf: Data((line + "\n").utf8)) }
