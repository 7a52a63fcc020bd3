import Foundation
import HTTPTypes
import Synchronization
import Testing

@testable import ClientRuntime

@Suite struct RedirectTests {
    private static let headers: HTTPFields = [
        .accept: "application/json", .authorization: "Bearer secret", .cookie: "session=secret",
        .contentType: "text/plain", .contentLength: "5",
    ]

    private func stub(_ redirects: (Int, String)...) -> StubTransport {
        let answers = redirects.map { StubTransport.Response.status($0.0, headers: [.location: $0.1]) }
        let count = Mutex(0)
        return StubTransport { _ in
            let index = count.withLock { count in
                defer { count += 1 }
                return count
            }
            return index < answers.count ? answers[index] : .status(204)
        }
    }

    /// The last request and the status code of the response, after `transport` has answered a request to
    /// `https://a.test/x/y?key=secret`.
    private func send(
        _ method: HTTPRequest.Method, body: HTTPBody? = nil, limit: Int = 20, _ transport: StubTransport
    ) async throws -> (StubTransport.Request, Int) {
        let request = HTTPRequest(
            method: method, scheme: "https", authority: "a.test", path: "/x/y?key=secret", headerFields: Self.headers)
        let (response, _) = try await Redirects(transport: transport, limit: limit).send(request, body: body)
        return (try #require(transport.requests.last), response.status.code)
    }

    @Test(arguments: [
        (301, "POST", "GET"), (302, "POST", "GET"), (303, "POST", "GET"), (307, "POST", "POST"), (308, "POST", "POST"),
        (301, "PUT", "PUT"), (302, "DELETE", "DELETE"), (303, "PUT", "GET"), (303, "HEAD", "HEAD"), (307, "PUT", "PUT"),
        (301, "GET", "GET"), (308, "PATCH", "PATCH"),
    ])
    func methodsAndBodies(status: Int, sent: String, followed: String) async throws {
        let method = try #require(HTTPRequest.Method(rawValue: sent))
        let body = ["GET", "HEAD"].contains(sent) ? nil : HTTPBody("hello")
        let (request, code) = try await send(method, body: body, stub((status, "/z")))
        #expect(code == 204)
        #expect(request.head.method.rawValue == followed)
        #expect(request.head.path == "/z")
        #expect(request.head.headerFields[.authorization] == "Bearer secret")
        #expect(String(decoding: request.body, as: UTF8.self) == (followed == sent && body != nil ? "hello" : ""))
        #expect((request.head.headerFields[.contentType] == nil) == (followed != sent))
    }

    @Test(arguments: [
        ("/z?a=1#f", "https://a.test/z?a=1"), ("z", "https://a.test/x/z"), ("?b=2", "https://a.test/x/y?b=2"),
        ("https://A.test:443/z", "https://a.test:443/z"), ("../..", "https://a.test/"),
        ("//b.test", "https://b.test/"), ("https://user:word@b.test:8443/z", "https://b.test:8443/z"),
    ])
    func locations(location: String, target: String) async throws {
        let request = try await send(.get, stub((302, location))).0.head
        #expect("\(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")" == target)
    }

    @Test(arguments: ["https://b.test/z", "https://a.test:8443/z", "//a.test.b.test/z"])
    func otherOriginsGetNoHeaderButAccept(location: String) async throws {
        let (get, code) = try await send(.get, stub((302, location)))
        #expect(code == 204)
        #expect(get.head.headerFields == [.accept: "application/json"])
        let (post, _) = try await send(.post, body: HTTPBody("hello"), stub((303, location)))
        #expect(post.head.headerFields == [.accept: "application/json"])
        #expect(post.body.isEmpty)
    }

    @Test func headersDoNotComeBackWithTheOrigin() async throws {
        let request = try await send(.get, stub((302, "https://b.test/"), (302, "https://a.test/z"))).0
        #expect(request.head.authority == "a.test")
        #expect(request.head.headerFields == [.accept: "application/json"])
    }

    @Test(arguments: [
        ("GET", 302, "http://a.test/z"), ("POST", 307, "https://b.test/z"), ("GET", 302, "ftp://a.test/z"),
        ("GET", 302, "mailto:a@b.test"), ("GET", 304, "/z"), ("GET", 300, "/z"), ("GET", 305, "/z"),
    ])
    func redirectsThatAreTheResponse(method: String, status: Int, location: String) async throws {
        let transport = stub((status, location))
        let (_, code) = try await send(try #require(HTTPRequest.Method(rawValue: method)), transport)
        #expect(code == status)
        #expect(transport.requests.count == 1)
    }

    @Test func bodiesThatCanBeReadOnce() async throws {
        let body = HTTPBody(AsyncStream { $0.finish() })
        #expect(try await send(.post, body: body, stub((307, "/z"))).1 == 307)
        #expect(try await send(.post, body: HTTPBody(AsyncStream { $0.finish() }), stub((303, "/z"))).1 == 204)
    }

    @Test func loopsAndTooMany() async throws {
        let circle = StubTransport(.status(302, headers: [.location: "/x/y?key=secret"]))
        await #expect(throws: TooManyRedirects(count: 1, isLoop: true)) { _ = try await send(.get, circle) }
        let endless = StubTransport { request in
            .status(302, headers: [.location: "/\(request.head.path?.count ?? 0)\(request.head.path ?? "")"])
        }
        await #expect(throws: TooManyRedirects(count: 4, isLoop: false)) { _ = try await send(.get, limit: 3, endless) }
        #expect(endless.requests.count == 4)
        #expect(try await send(.get, limit: 0, stub((302, "/z"))).1 == 302)
    }

    @Test func clientsFollowUnlessTheRequestDocumentsRedirects() async throws {
        let client = Bare(transport: stub((302, "/z"), (302, "/w")))
        #expect(try await client.send(ClientRequest(.get, "/x")).0.status.code == 204)
        var request = ClientRequest(.get, "/x")
        request.followsRedirects = false
        #expect(try await Bare(transport: stub((302, "/z"))).send(request).0.status.code == 302)
        let circle = Bare(transport: StubTransport(.status(302, headers: [.location: "/x"])))
            .with { $0.retry = .standard }
        do throws(ClientError<Never>) {
            _ = try await circle.connection.send(ClientRequest(.get, "/x"))
            Issue.record("a loop has an end")
        } catch {
            #expect(error.description == "no response: redirect loop after 1 redirects")
        }
    }

    @Test func cookiesAreOneField() async throws {
        var connection = ClientConnection(server: "https://api.test" as ServerURL<Bare>, transport: StubTransport())
        let stub = StubTransport(.status(204))
        connection.transport = stub
        connection.authenticate(
            SecurityScheme("s", .apiKey(in: .cookie, name: "sid"), environment: "SID"), with: Credential("k"))
        var request = ClientRequest(.get, "/x")
        request.security = [["s"]]
        try request.cookie("a", "1")
        try request.cookie("b", "2")
        _ = try await connection.send(request)
        connection.options.headers[.cookie] = "c=3; d=4"
        _ = try await connection.send(request)
        let fields = stub.requests.map { request in request.head.headerFields[fields: .cookie].map(\.value) }
        #expect(fields == [["a=1; b=2; sid=k"], ["c=3; d=4"]])
    }
}
