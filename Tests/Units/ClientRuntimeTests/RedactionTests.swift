import ClientRuntime
import Foundation
import HTTPTypes
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct RedactionTests {
    private let secret = "PLANTED"

    /// The request as an observer sees it.
    private func seen(
        headers: [String: String] = [:], _ path: String = "/x", _ build: (inout ClientRequest) throws -> Void
    ) async throws -> HTTPRequest {
        let heads = Locker<HTTPRequest>()
        let client = Bare(transport: StubTransport(.status(204))).with(headers: headers).with {
            $0.observer = { if case .request(let head) = $0.step { heads.add(head) } }
        }
        var request = ClientRequest(.get, path)
        try build(&request)
        _ = try await client.send(request)
        return try #require(heads.values.first)
    }

    private final class Locker<Value: Sendable>: @unchecked Sendable {
        private let lock = NSLock()
        private var kept: [Value] = []
        func add(_ value: Value) { lock.withLock { kept.append(value) } }
        var values: [Value] { lock.withLock { kept } }
    }

    @Test func secretsTheDescriptionNames() async throws {
        let head = try await seen("/a/") {
            $0.secrets = ["pass", "X-Own", "p"]
            try $0.path("p", secret)
            $0.path("/b")
            try $0.query("pass", secret)
            try $0.query("plain", "1")
            try $0.header("X-Own", secret)
            try $0.header("X-Plain", "1")
        }
        #expect(head.path == "/a/REDACTED/b?pass=REDACTED&plain=1")
        #expect(header("X-Own", head) == "REDACTED")
        #expect(header("X-Plain", head) == "1")
    }

    @Test(arguments: ["refresh_token", "code", "client_secret", "password", "apiKey", "api-key", "access_token", "sig"])
    func usualNames(_ name: String) async throws {
        let head = try await seen {
            try $0.query(name, secret)
            try $0.header("X-" + name, secret)
            try $0.cookie(name, secret)
        }
        #expect(!"\(head)".contains(secret))
        #expect(head.path == "/x?\(name)=REDACTED")
    }

    @Test func headersOfTheCallersOwn() async throws {
        let head = try await seen(headers: ["X-Mine": secret, "User-Agent": "me/1"]) { _ in }
        #expect(header("X-Mine", head) == "REDACTED")
        #expect(header("User-Agent", head) == "me/1")
    }

    @Test func clientsAndOptionsShowNothing() {
        var client = Shop(apiKey: Credential(secret), transport: StubTransport(.status(204)))
            .with(headers: ["X-Mine": secret])
        client.connection.options.observer = { _ in }
        var text = "\(client) \(String(reflecting: client)) \(client.connection.options)"
        dump(client, to: &text)
        dump(client.connection, to: &text)
        dump(client.connection.options, to: &text)
        #expect(!text.contains(secret))
    }

    @Test func errorsOfStreamsAreErrorsOfTheClientWithoutURLs() async throws {
        let url = try #require(URL(string: "https://api.test/x?api_key=PLANTED"))
        let body = HTTPBody(
            AsyncThrowingStream<Data, any Error> { continuation in
                continuation.yield(Data("data: 1\n\n".utf8))
                continuation.finish(
                    throwing: URLError(.networkConnectionLost, userInfo: [NSURLErrorFailingURLErrorKey: url]))
            })
        let head = HTTPResponse(status: 200, headerFields: [.contentType: "text/event-stream"])
        let client = Bare(transport: StubTransport(.init(head, body)))
        do {
            for try await value in try await client.connection.run(Events()) { #expect(value == 1) }
            Issue.record("no error")
        } catch {
            #expect("\(error)" == "no response: events: the connection was lost (URLError -1005)")
            var text = ""
            dump(error, to: &text)
            #expect(!text.contains(secret))
        }
    }
}

/// An operation that answers with events.
struct Events: ClientEndpoint {
    static let id = "events"

    func request() throws -> ClientRequest {
        var request = ClientRequest(.get, "/events")
        request.streams = ["text/event-stream"]
        return request
    }

    static func outcome(of response: ClientResponse) throws -> ClientOutcome<EventStream<Int>, Never> {
        response.status == 200 ? .output(try response.events()) : .undocumented
    }
}
