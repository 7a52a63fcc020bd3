public import ClientRuntime
import Foundation

/// What the server does with a request, and the id under which it records it.
public struct Scenario: Sendable {
    public let path: String
    public var options: [(String, String)]
    public let call = UUID().uuidString

    public init(_ path: String, _ options: KeyValuePairs<String, any CustomStringConvertible & Sendable> = [:]) {
        self.path = path
        self.options = options.map { ($0.key, "\($0.value)") }
    }

    public func request(_ method: ClientRequest.Method = .get, body: HTTPBody? = nil) throws -> ClientRequest {
        var request = ClientRequest(method, path)
        for (name, value) in options { try request.query(name, value) }
        try request.query("call", call)
        request.bytes(body)
        return request
    }

    public var records: [Server.Record] { Server.shared.records(call) }
}

extension ClientConnection {
    /// A connection to the server of the suite, with a transport of its own.
    public static func to(
        _ kind: TransportKind, at origin: String = Server.shared.origins.same, connections: Int? = nil,
        _ change: (inout ClientOptions) -> Void = { _ in }
    ) -> ClientConnection {
        var connection = ClientConnection(
            server: ServerURL<Server>(origin), transport: kind.make(connections: connections))
        change(&connection.options)
        return connection
    }

    public func send(_ scenario: Scenario) async throws -> Received {
        let (head, body) = try await send(try scenario.request())
        return Received(head: head, body: body)
    }

    public func send(
        _ scenario: Scenario, _ method: ClientRequest.Method, _ body: HTTPBody? = nil
    ) async throws -> Received {
        let (head, body) = try await send(try scenario.request(method, body: body))
        return Received(head: head, body: body)
    }
}
