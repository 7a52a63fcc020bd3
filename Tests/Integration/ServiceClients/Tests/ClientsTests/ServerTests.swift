import Forsta
import Foundation
import HTTPTypes
import RecordingServer
import RunAI
import ShipEngine
import Testing
import Togai
import TokenClientsRuntime

@Suite struct ServerTests {
    @Test func takesTheFirstServerOfTheDocumentUnlessToldOtherwise() async throws {
        let stub = StubTransport(
            .json(#"{"token":"t"}"#), .json(#"{"token":"t"}"#, status: 201), .json(#"{"token":"t"}"#))
        _ = try await ShipEngine(apiKey: "key", transport: stub).tokens.getEphemeralToken()
        _ = try await Forsta(jsonWebToken: "key", transport: stub).ephemeralToken.create()
        _ = try await RunAI(bearerAuth: "key", transport: stub).tokens.grant()
        _ = try await Togai(bearerAuth: "key", transport: stub).authentication.authenticate()
        #expect(
            stub.requests.map(Self.url) == [
                "https://api.shipengine.com/v1/tokens/ephemeral", "https://atlas.forsta.io/v1/ephemeral-token",
                "https://app.run.ai/api/v1/token", "https://api.togai.com/authenticate",
            ])
    }

    @Test func namesTheServersOfTheDocument() async throws {
        let stub = StubTransport(.json(#"{"token":"t"}"#))
        _ = try await Togai(bearerAuth: "key", server: .apiEndpoint, transport: stub).authentication.authenticate()
        _ = try await Togai(bearerAuth: "key", server: .sandboxAPIEndpoint, transport: stub).authentication
            .authenticate()
        #expect(
            stub.requests.map(Self.url) == [
                "https://api.togai.com/authenticate", "https://sandbox-api.togai.com/authenticate",
            ])
        #expect(ServerURL<Togai>.default == .apiEndpoint)
    }

    @Test(arguments: [
        ("http://localhost:8080", "http://localhost:8080/authenticate"),
        ("https://proxy.example/togai/", "https://proxy.example/togai/authenticate"),
        ("https://proxy.example/a%20b", "https://proxy.example/a%20b/authenticate"),
        ("http://[::1]:9", "http://[::1]:9/authenticate"),
    ])
    func takesAnyOtherURL(server: String, url: String) async throws {
        let stub = StubTransport(.json(#"{"token":"t"}"#))
        _ = try await Togai(bearerAuth: "key", server: .init(server), transport: stub).authentication.authenticate()
        #expect(try Self.url(stub.request) == url)
    }

    @Test func keepsThePathOfTheServer() async throws {
        let (_, request) = try await exchange(.body(200, "{}")) { url in
            try await RunAI(bearerAuth: "key", server: .init(url + "/gate/way/")).tokens.grant()
        }
        #expect(request.requestLine == "POST /gate/way/api/v1/token HTTP/1.1")
    }

    @Test(arguments: ["", "nonsense", "ftp://host.example", "https://", "https://user:secret@host.example", "/v1"])
    func refusesWhatIsNoServer(server: String) async throws {
        let stub = StubTransport(.json("{}"))
        let error = await #expect(throws: ClientError<RunAI.Error>.self) {
            try await RunAI(bearerAuth: "key", server: .init(server), transport: stub).tokens.grant()
        }
        guard case .unencodable = error else {
            Issue.record("not unencodable: \(String(describing: error))")
            return
        }
        #expect(stub.requests.isEmpty)
        #expect(error.map(texts)?.contains("secret") == false)
    }

    private static func url(_ request: StubTransport.Request) -> String {
        let head = request.head
        return "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
    }
}
