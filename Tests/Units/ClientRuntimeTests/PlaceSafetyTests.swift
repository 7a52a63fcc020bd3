import ClientRuntime
import HTTPTypes
import Testing

/// No value leaves its place.
@Suite struct PlaceSafetyTests {
    @Test(arguments: [".", "..", ""])
    func refusedSegments(_ value: String) async throws {
        let stub = StubTransport(.status(204))
        var request = ClientRequest(.get, "/a/")
        await #expect(throws: (any Error).self) {
            try request.path("id", value)
            request.path("/b")
            _ = try await Bare(transport: stub).send(request)
        }
        #expect(stub.requests.isEmpty)
    }

    @Test func twoParametersCannotMakeDots() async throws {
        await #expect(throws: ClientError<Never>.self) {
            _ = try await sent(.get, "/a/") {
                try $0.path("x", ".")
                try $0.path("y", ".")
            }
        }
        #expect(
            try await sent(.get, "/a/") {
                try $0.path("x", ".."); $0.path(".json")
            }.head.path == "/a/...json")
    }

    @Test(arguments: [
        ("../../admin", "..%2F..%2Fadmin"), ("a?x=1", "a%3Fx%3D1"), ("a#b", "a%23b"), ("%2e%2e", "%252e%252e"),
        ("a\\b", "a%5Cb"), ("a;b=c", "a%3Bb%3Dc"), ("\u{0}\r\n", "%00%0D%0A"), ("日本", "%E6%97%A5%E6%9C%AC"),
    ])
    func encodedSegments(_ value: String, _ expected: String) async throws {
        #expect(try await sent(.get, "/a/") { try $0.path("id", value) }.head.path == "/a/\(expected)")
    }

    @Test func reservedCharactersNeverEndASegment() async throws {
        let path = try await sent(.get, "/a/") { try $0.path("id", "b/c?d#e:f@g", allowReserved: true) }.head.path
        #expect(path == "/a/b%2Fc%3Fd%23e:f@g")
    }

    @Test(arguments: ["a\r\nX-Evil: 1", "a\nb", "a\rb", "a\u{0}b"])
    func refusedHeaderValues(_ value: String) async throws {
        await #expect(throws: RequestFailure.self) { _ = try await sent { try $0.header("X-A", value) } }
        await #expect(throws: RequestFailure.self) { _ = try await sent { try $0.cookie("a", value, style: .cookie) } }
    }

    @Test func headersBeyondASCII() async throws {
        #expect(header("X-A", try await sent { try $0.header("X-A", "Grüße 日本") }.head) == "Grüße 日本")
    }

    @Test func refusedCookies() async throws {
        await #expect(throws: RequestFailure.self) {
            _ = try await sent { try $0.cookie("a", "b; c=d", style: .cookie) }
        }
        #expect(try await sent { try $0.cookie("a", "b; c=d") }.head.headerFields[.cookie] == "a=b%3B%20c%3Dd")
    }

    @Test(arguments: [
        "ftp://a.test", "https://", "https://user:pass@a.test", "https://a.test#x", "not a url",
        "/relative",
    ])
    func refusedServers(_ url: String) async throws {
        let stub = StubTransport(.status(204))
        do {
            _ = try await Bare(server: ServerURL(url), transport: stub).connection.send(ClientRequest(.get, "/x"))
            Issue.record("no error")
        } catch .unencodable {} catch { Issue.record("\(error)") }
        #expect(stub.requests.isEmpty)
    }

    @Test(arguments: ["evil.com/", "a@evil.com", "a:80", "", "a b", "a?b", "..", "a#"])
    func refusedServerVariables(_ host: String) async throws {
        let server = ServerURL<Bare>("https://{host}.api.test/{base}", ["host": host, "base": "v1"])
        await #expect(throws: ClientError<Never>.self) {
            _ = try await Bare(server: server, transport: StubTransport(.status(204))).send(ClientRequest(.get, "/x"))
        }
    }

    @Test func serverVariables() async throws {
        func url(_ server: ServerURL<Bare>) async throws -> String? {
            let stub = StubTransport(.status(204))
            _ = try await Bare(server: server, transport: stub).send(ClientRequest(.get, "/x"))
            let head = try #require(stub.requests.first).head
            return "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
        }
        let template = "https://{region}.api.test:{port}/{base}/"
        let allowed = ["region": ["eu", "us"]]
        let values = ["region": "eu", "port": "8443", "base": "v1/b"]
        #expect(try await url(ServerURL(template, values, allowed: allowed)) == "https://eu.api.test:8443/v1/b/x")
        await #expect(throws: ClientError<Never>.self) {
            _ = try await url(ServerURL(template, ["region": "mars", "port": "1", "base": "b"], allowed: allowed))
        }
        #expect(try await url("http://localhost:8080/") == "http://localhost:8080/x")
    }
}
