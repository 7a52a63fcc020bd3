import FlyingSocks
import Foundation

/// Takes one request after another off a connection.
struct RequestReader {
    private let connection: AsyncSocket
    private var buffer: [UInt8] = []

    init(_ connection: AsyncSocket) { self.connection = connection }

    /// The next request, or `nil` where what came is none.
    ///
    /// - Throws: When the connection ends.
    mutating func next() async throws -> RecordedRequest? {
        guard let head = RequestHead(try await bytes(through: "\r\n\r\n")) else { return nil }
        if head.awaitsContinue { try await connection.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
        var body = Data()
        if head.isChunked {
            while true {
                let size = String(decoding: try await bytes(through: "\r\n"), as: UTF8.self)
                guard let count = Int(size.trimmingCharacters(in: .whitespacesAndNewlines), radix: 16) else {
                    return nil
                }
                body += try await bytes(count)
                _ = try await bytes(2)
                if count == 0 { break }
            }
        } else {
            body = try await bytes(head.length ?? 0)
        }
        return RecordedRequest(requestLine: head.requestLine, headers: head.headers, body: body)
    }

    private mutating func bytes(through end: String) async throws -> Data {
        while true {
            if let range = Data(buffer).range(of: Data(end.utf8)) { return try await bytes(range.upperBound) }
            buffer += try await connection.read(atMost: 4096)
        }
    }

    private mutating func bytes(_ count: Int) async throws -> Data {
        while buffer.count < count { buffer += try await connection.read(atMost: 4096) }
        defer { buffer.removeFirst(count) }
        return Data(buffer.prefix(count))
    }
}
