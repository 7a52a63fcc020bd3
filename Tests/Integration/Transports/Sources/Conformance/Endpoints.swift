public import ClientRuntime
public import Foundation

/// An operation that returns its whole response body.
public struct Collected: ClientEndpoint {
    public static var id: String { "collected" }
    private let scenario: Scenario
    private let method: ClientRequest.Method
    private let body: HTTPBody?

    public init(_ scenario: Scenario, _ method: ClientRequest.Method = .get, _ body: HTTPBody? = nil) {
        self.scenario = scenario
        self.method = method
        self.body = body
    }

    public func request() throws -> ClientRequest { try scenario.request(method, body: body) }

    public static func outcome(of response: ClientResponse) throws -> ClientOutcome<Data, Never> {
        .output(response.data)
    }
}

/// An operation that returns server-sent events.
public struct Streamed: ClientEndpoint {
    public static var id: String { "streamed" }
    private let scenario: Scenario

    public init(_ scenario: Scenario) { self.scenario = scenario }

    public func request() throws -> ClientRequest {
        var request = try scenario.request()
        request.streams = ["text/event-stream"]
        return request
    }

    public static func outcome(of response: ClientResponse) throws -> ClientOutcome<EventStream<String>, Never> {
        .output(try response.events())
    }
}
