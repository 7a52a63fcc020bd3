import FlyingSocks
import Foundation

/// An HTTP server on a loopback port that keeps what it reads and writes what it is told.
public actor RecordingServer {
    /// For example: `http://127.0.0.1:40123`.
    public nonisolated let url: String
    /// What came so far, the oldest first.
    public private(set) var requests: [RecordedRequest] = []

    private let answers: [Answer]

    private init(url: String, answers: [Answer]) {
        self.url = url
        self.answers = answers
    }

    /// Runs a server for as long as `body` does.
    ///
    /// - Parameter answers: Given in turn; the last one stays.
    public static func run<Value: Sendable>(
        _ answers: [Answer], _ body: @Sendable (RecordingServer) async throws -> Value
    ) async throws -> Value {
        let listener = try Socket(domain: AF_INET, type: .stream)
        defer { try? listener.close() }
        try listener.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try listener.listen()
        guard case .ip4(_, let port) = try listener.sockname() else { throw SocketError.unsupportedAddress }
        let server = RecordingServer(url: "http://127.0.0.1:\(port)", answers: answers)
        let pool: some AsyncSocketPool = .make()
        try await pool.prepare()
        let socket = try AsyncSocket(socket: listener, pool: pool)
        return try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { try await pool.run() }
            group.addTask { try await server.accept(from: socket) }
            defer { group.cancelAll() }
            return try await body(server)
        }
    }

    private nonisolated func accept(from socket: AsyncSocket) async throws {
        try await withThrowingDiscardingTaskGroup { group in
            for try await connection in socket.sockets {
                group.addTask {
                    defer { try? connection.close() }
                    try? await self.serve(connection)
                }
            }
        }
    }

    private nonisolated func serve(_ connection: AsyncSocket) async throws {
        var reader = RequestReader(connection)
        while let request = try await reader.next() {
            let answer = await record(request)
            try await connection.write(answer.bytes)
            switch answer.ending {
            case .keepsOpen: continue
            case .closes: return
            case .stalls: try await Task.sleep(for: .seconds(60))
            }
        }
    }

    private func record(_ request: RecordedRequest) -> Answer {
        requests.append(request)
        return answers.isEmpty ? .hangUp : answers[min(requests.count, answers.count) - 1]
    }
}
