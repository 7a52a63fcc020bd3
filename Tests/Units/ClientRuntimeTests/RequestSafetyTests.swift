import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// A request goes to the client's server, with what the service needs, or nowhere.
@Suite struct RequestSafetyTests {
    /// `nil` where the request is refused before it is sent.
    private func path(_ path: String, at server: ServerURL<Bare> = "https://api.test/v1") async -> String? {
        let stub = StubTransport(.status(204))
        do { _ = try await Bare(server: server, transport: stub).connection.send(ClientRequest(.get, path)) } catch {
            guard case .unencodable = error else { return "\(error)" }
            #expect(stub.requests.isEmpty)
            return nil
        }
        let head = stub.requests.first?.head
        #expect(head?.authority == "api.test")
        return head?.path
    }

    @Test(arguments: [
        "@other.host/x", ":80/x", ".evil.test/x", "x", "https://other.host/x", "http://api.test/v1/x",
        "https://api.test:444/x", "https://api.test@other.host/x", "//other.host@x/%2e%2e", "/a/%2e%2e/b", "/a/.%2E",
        "/%2e", "/../x", "/a b", "/a#b", "/a\\b", "/a\r\nX: y",
    ])
    func refusedPaths(_ text: String) async { #expect(await path(text) == nil) }

    @Test func linksOfTheSameOrigin() async {
        #expect(await path("/x") == "/v1/x")
        #expect(await path("https://api.test/v2/x?page=2&n=1") == "/v2/x?page=2&n=1")
        #expect(await path("https://API.test:443?page=2") == "/?page=2")
        #expect(await path("/x%2F..%2Fy") == "/v1/x%2F..%2Fy")
    }

    @Test func queriesOfPathsAndServersStay() async throws {
        let path = try await sent(.get, "/files?beta=true") { try $0.query("limit", 2) }.head.path
        #expect(path == "/files?beta=true&limit=2")
        #expect(await self.path("/files", at: "https://api.test/v1?code=7") == "/v1/files?code=7")
        #expect(await self.path("/files?beta=true", at: "https://api.test/?code=7") == "/files?code=7&beta=true")
    }

    private func bare(
        _ credentials: [(SecurityScheme, Credential)] = [], requiresCredentials: Bool = true
    ) -> (Bare, StubTransport) {
        let stub = StubTransport(.status(204))
        var client = Bare(transport: stub)
        for (scheme, credential) in credentials { client.connection.authenticate(scheme, with: credential) }
        client.connection.options.requiresCredentials = requiresCredentials
        return (client, stub)
    }

    private func refusal(_ client: Bare, _ security: [[String]]) async -> String? {
        var request = ClientRequest(.get, "/x")
        request.security = security
        do {
            _ = try await client.connection.send(request)
            return nil
        } catch { return "\(error)" }
    }

    @Test func aMissingCredentialIsNamedBeforeAnythingIsSent() async {
        let key = CredentialTests.key
        let bearer = CredentialTests.bearer
        let prefix = "the request could not be encoded: no credential for the security scheme "
        let (none, stub) = bare([(key, .environment)])
        #expect(await refusal(none, [["key"]]) == prefix + "'key'")
        #expect(await refusal(none, [["key"], ["bearer"]]) == prefix + "'key' or 'bearer'")
        #expect(stub.requests.isEmpty)
        #expect(await refusal(none, [["key"], []]) == nil)
        let (half, _) = bare([(key, "k")])
        #expect(await refusal(half, [["key", "bearer"]]) == prefix + "'bearer'")
        let (waived, _) = bare([(key, .none), (bearer, .none)])
        #expect(await refusal(waived, [["key", "bearer"]]) == nil)
        let (lax, sent) = bare([(key, "k")], requiresCredentials: false)
        #expect(await refusal(lax, [["key", "bearer"]]) == nil)
        #expect(sent.requests.first?.head.headerFields.isEmpty == true)
    }

    @Test(arguments: [("a b", "x"), ("", "x"), ("X-A", "a\r\nX-B: c"), ("X-A", "a\u{0}b")])
    func headersOfACopyAreRefused(_ name: String, _ value: String) async {
        let (client, stub) = bare()
        do {
            _ = try await client.with(headers: [name: value]).connection.send(ClientRequest(.get, "/x"))
            Issue.record("no error")
        } catch .unencodable(let error) { #expect("\(error)".contains("header")) } catch { Issue.record("\(error)") }
        #expect(stub.requests.isEmpty)
    }

    @Test func jsonInAHeaderIsASCII() async throws {
        let head = try await sent { try $0.header("X-Arg", json: ["path": "/Grüße/😀\u{7F}"]) }.head
        #expect(header("X-Arg", head) == #"{"path":"/Gr\u00fc\u00dfe/\ud83d\ude00\u007f"}"#)
    }

    @Test func aFileThatCannotBeReadIsNotSent() async throws {
        let file = FileContent(file: URL(fileURLWithPath: "/no/such/file"))
        let builds: [(inout ClientRequest) throws -> Void] = [
            { try $0.json(["file": file]) }, { try $0.multipart(["file": file]) }, { try $0.form(["file": file]) },
            { try $0.bytes(file, in: "*/*") }, { $0.bytes(HTTPBody(file: URL(fileURLWithPath: "/no/such/file"))) },
            { try $0.query("file", file) }, { try $0.multipart(["object": ["file": file]]) },
        ]
        for build in builds {
            await #expect(throws: (any Error).self) { _ = try await sent(.post, "/x", build) }
        }
        #expect(throws: RequestFailure.self) { _ = try JSONValue(encoding: file) }
    }
}
