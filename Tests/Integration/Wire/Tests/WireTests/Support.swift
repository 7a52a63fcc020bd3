import Foundation
import RecordingServer
import Testing
import Wire
import WireClientsRuntime

/// What one call sends over a socket, where the service gives one response.
func sent(
    _ answer: Answer = .empty(204), _ call: @Sendable (String) async throws -> Void
) async throws -> RecordedRequest {
    try await RecordingServer.run([answer]) { server in
        try await call(server.url)
        let requests = await server.requests
        try #require(requests.count == 1)
        return requests[0]
    }
}

func client(_ url: String) -> Wire {
    Wire(server: ServerURL(url), session: "key", authorization: "Bearer 7")
}

/// Reads a response body, and sends what was read back as a request body.
///
/// - Returns: The value, after the body that was sent is found to have the meaning of the one that came.
func roundTrip(_ json: String) async throws -> Everything {
    try await RecordingServer.run([.body(200, json)]) { server in
        let wire = client(server.url)
        let value = try await wire.echo.echo(Everything())
        _ = try await wire.echo.echo(value)
        let body = try #require(await server.requests.last?.body)
        let meaning = [Data(json.utf8), body].map { try? JSONSerialization.jsonObject(with: $0) as? NSDictionary }
        #expect(meaning[0] == meaning[1], "\(String(decoding: body, as: UTF8.self))")
        return value
    }
}

typealias Everything = Wire.Everything
