public import ClientRuntime
import Foundation
public import HTTPTypes

/// A response whose body is still to be read.
public struct Received: Sendable {
    public let head: HTTPResponse
    public let body: HTTPBody

    public var status: Int { head.status.code }

    /// Reads the body and compares it with the pattern.
    ///
    /// - Parameters:
    ///   - delay: Waited after each chunk.
    ///   - pause: Waited once, after the first chunk.
    public func read(delay: Duration? = nil, pause: Duration? = nil) async throws -> Reading {
        var reading = Reading()
        var pause = pause
        for try await chunk in body {
            reading.add(chunk)
            if let delay { try await Task.sleep(for: delay) }
            if let wait = pause {
                pause = nil
                try await Task.sleep(for: wait)
            }
        }
        return reading
    }

    /// What the server has read of an upload.
    public func uploaded() async throws -> Uploaded {
        try JSONDecoder().decode(Uploaded.self, from: try await body.collect())
    }
}

public struct Uploaded: Decodable, Sendable {
    public let length: Int
    /// The first byte that differs from the pattern, or -1.
    public let mismatch: Int

    public func isWhole(_ count: Int) -> Bool { length == count && mismatch == -1 }
}
