import Foundation
import HTTPTypes
import RecordingServer
import Testing
import TokenClientsRuntime

/// Calls a service that gives `answers` in turn, and hands over the one request it saw.
///
/// - Parameter operation: Which one is called, where the request is to be judged against the document.
func exchange<Value: Sendable>(
    _ answers: Answer..., judged operation: Operation? = nil, call: @Sendable (String) async throws -> Value
) async throws -> (value: Value, request: RecordedRequest) {
    try await RecordingServer.run(answers) { server in
        let value = try await call(server.url)
        let requests = await server.requests
        try #require(requests.count == 1, "one call sends one request")
        if let operation { try SentRequests.keep(requests[0], operation) }
        return (value, requests[0])
    }
}

/// Calls a service that gives `answer`, where the call is to fail.
///
/// - Returns: The error, and how many requests the service saw.
func refusal<Failure>(
    _ answer: Answer, throws type: ClientError<Failure>.Type, call: @Sendable (String) async throws -> Void,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws -> (error: ClientError<Failure>, requests: Int) {
    try await RecordingServer.run([answer]) { server in
        let error = await #expect(throws: type, sourceLocation: sourceLocation) { try await call(server.url) }
        return (try #require(error, sourceLocation: sourceLocation), await server.requests.count)
    }
}

extension RecordedRequest {
    /// Headers that belong to the connection or to `URLSession`, and not to the operation.
    private static let transportHeaders: Set = [
        "host", "connection", "accept-encoding", "accept-language", "user-agent",
    ]

    /// What the client has put into the head: lower-cased names, values of a repeated header one after another.
    var ownHeaders: [String: [String]] {
        var found: [String: [String]] = [:]
        for (name, value) in headers where !Self.transportHeaders.contains(name.lowercased()) {
            if name.lowercased() == "accept", value == "*/*" { continue }
            found[name.lowercased(), default: []].append(value)
        }
        return found
    }
}

extension StubTransport {
    /// The one request that was sent.
    var request: Request {
        get throws {
            try #require(requests.count == 1)
            return requests[0]
        }
    }
}

extension StubTransport.Request {
    func header(_ name: String) -> String? { HTTPField.Name(name).flatMap { head.headerFields[$0] } }
}

/// Everything a program may print of an error.
func texts(of error: some Error) -> String {
    var dumped = ""
    dump(error, to: &dumped)
    return [
        "\(error)", String(describing: error), String(reflecting: error), error.localizedDescription, dumped,
    ].joined(separator: "\n")
}
