import Foundation

/// The server of the suite, a process of its own that ends with this one.
public final class Server: Sendable {
    public struct Origins: Decodable, Sendable {
        public let same: String
        /// The same host at another port.
        public let port: String
        /// The same port of a host with another name.
        public let host: String
        public let secure: String
        /// Connecting to it never ends.
        public let full: String
        /// The file with the certificate of `secure`.
        public let certificate: String
    }

    /// A request as the server has read it.
    public struct Record: Decodable, Sendable {
        public let method: String
        public let target: String
        public let fields: [[String]]
        /// Counted from 1 over all that the server has accepted.
        public let connection: Int
        public let scheme: String
        public let host: String
        /// Whether a stalled client has closed its connection.
        public let hasLeft: Bool
        /// Bytes of the body, where the first differs from the pattern (-1 for none), and its beginning.
        public let length: Int
        public let mismatch: Int
        public let body: String

        public func values(_ name: String) -> [String] {
            fields.filter { $0[0].lowercased() == name.lowercased() }.map { $0[1] }
        }
    }

    public static let shared = Server()

    public let origins: Origins
    private let process: Process
    private let input: FileHandle
    private let output: SharedMutex<LineReader>

    private init() {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        let script = folder.appendingPathComponent("../../Server/server.py").standardizedFileURL
        let (requests, responses) = (Pipe(), Pipe())
        process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-B", script.path]
        process.standardInput = requests
        process.standardOutput = responses
        input = requests.fileHandleForWriting
        output = SharedMutex(LineReader(responses.fileHandleForReading))
        do {
            try process.run()
            let line = output.withLock { $0.next() }
            origins = try JSONDecoder().decode(Origins.self, from: line)
        } catch { fatalError("the server does not start: \(error)") }
    }

    /// The server's process, for what the system says of it.
    public var identifier: Int32 { process.processIdentifier }

    /// The requests of one call so far, the oldest first.
    public func records(_ call: String) -> [Record] {
        let line = output.withLock { output in
            try? input.write(contentsOf: Data((call + "\n").utf8))
            return output.next()
        }
        return (try? JSONDecoder().decode([Record].self, from: line)) ?? []
    }

    /// The requests of one call once there are `count`, or those there are after five seconds.
    public func records(_ call: String, atLeast count: Int) async throws -> [Record] {
        for _ in 0..<500 {
            let found = records(call)
            if found.count >= count { return found }
            try await Task.sleep(for: .milliseconds(10))
        }
        return records(call)
    }
}

private struct LineReader: Sendable {
    private let file: FileHandle
    private var buffer = Data()

    init(_ file: FileHandle) { self.file = file }

    mutating func next() -> Data {
        while true {
            if let end = buffer.firstIndex(of: 0x0A) {
                defer { buffer = Data(buffer[(end + 1)...]) }
                return buffer[..<end]
            }
            let data = file.availableData
            if data.isEmpty { return Data() }
            buffer.append(data)
        }
    }
}
