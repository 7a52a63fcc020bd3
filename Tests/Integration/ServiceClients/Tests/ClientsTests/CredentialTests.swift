import Forsta
import Foundation
import HTTPTypes
import RecordingServer
import RunAI
import ShipEngine
import Synchronization
import Testing
import Togai
import TokenClientsRuntime

@Suite struct CredentialTests {
    @Test func readsTheEnvironment() async {
        // Its own process: the environment may not change while other tests read it.
        await #expect(processExitsWith: .success) {
            setenv("SHIPENGINE_API_KEY", "ship", 1)
            setenv("FORSTA_TOKEN", "forsta", 1)
            setenv("RUNAI_TOKEN", "run", 1)
            setenv("TOGAI_TOKEN", "togai", 1)
            setenv("ANOTHER_VARIABLE", "another", 1)
            let stub = StubTransport(.json(#"{"token":"t"}"#), .json(#"{"token":"t"}"#, status: 201), .json("{}"))
            _ = try await ShipEngine(transport: stub).tokens.getEphemeralToken()
            _ = try await Forsta(transport: stub).ephemeralToken.create()
            _ = try await RunAI(transport: stub).tokens.grant()
            let togai = StubTransport(.json(#"{"token":"t"}"#))
            _ = try await Togai(transport: togai).authentication.authenticate()
            _ = try await Togai(bearerAuth: .environment("ANOTHER_VARIABLE"), transport: togai)
                .authentication.authenticate()
            #expect(stub.requests[0].header("API-Key") == "ship")
            #expect(stub.requests[1].header("Authorization") == "JWT forsta")
            #expect(stub.requests[2].header("Authorization") == "Bearer run")
            #expect(togai.requests[0].header("Authorization") == "Bearer togai")
            #expect(togai.requests[1].header("Authorization") == "Bearer another")
        }
    }

    @Test func failsBeforeSendingWhereTheEnvironmentHasNothing() async {
        await #expect(processExitsWith: .success) {
            unsetenv("SHIPENGINE_API_KEY")
            setenv("TOGAI_TOKEN", "", 1)
            let stub = StubTransport(.json(#"{"token":"t"}"#))
            await #expect(throws: (any Error).self) {
                _ = try await ShipEngine(transport: stub).tokens.getEphemeralToken()
            }
            await #expect(throws: (any Error).self) {
                _ = try await Togai(transport: stub).authentication.authenticate()
            }
            #expect(stub.requests.isEmpty)
            _ = try await ShipEngine(apiKey: .none, transport: stub).tokens.getEphemeralToken()
            let lax = Togai(transport: stub).with { $0.requiresCredentials = false }
            _ = try await lax.authentication.authenticate()
            #expect(stub.requests[0].header("API-Key") == nil)
            #expect(stub.requests[1].header("Authorization") == nil)
        }
    }

    @Test func prefersALiteralToTheEnvironment() async {
        await #expect(processExitsWith: .success) {
            setenv("SHIPENGINE_API_KEY", "environment", 1)
            let stub = StubTransport(.json("{}"))
            _ = try await ShipEngine(apiKey: "literal", transport: stub).tokens.getEphemeralToken()
            #expect(stub.requests[0].header("API-Key") == "literal")
        }
    }

    @Test func putsAPrefixBeforeTheValue() async throws {
        let stub = StubTransport(.json(#"{"token":"t"}"#, status: 201))
        _ = try await Forsta(jsonWebToken: Credential("key"), transport: stub).ephemeralToken.create()
        _ = try await Forsta(jsonWebToken: Credential("key", prefix: "Token"), transport: stub).ephemeralToken.create()
        let ship = StubTransport(.json("{}"))
        _ = try await ShipEngine(apiKey: Credential("key", prefix: "Key"), transport: ship).tokens.getEphemeralToken()
        #expect(stub.requests.map { $0.header("Authorization") } == ["JWT key", "Token key"])
        #expect(try ship.request.header("API-Key") == "Key key")
    }

    @Test func sendsNoneWhereToldSo() async throws {
        let stub = StubTransport(.json("{}"))
        _ = try await RunAI(bearerAuth: Credential.none, transport: stub).tokens.grant()
        #expect(try stub.request.header("Authorization") == nil)
    }

    @Test func goesOnlyWhereItIsAskedFor() async throws {
        let stub = StubTransport(.json("{}"))
        let togai = Togai(bearerAuth: "bearer", apiKeyAuth: "apikey", transport: stub)
        _ = try await togai.connection.send(ClientRequest(.get, "/open"))
        var keyed = ClientRequest(.get, "/keyed")
        keyed.security = [["apiKeyAuth"]]
        _ = try await togai.connection.send(keyed)
        #expect(stub.requests.map { $0.header("Authorization") } == [nil, nil])
        #expect(stub.requests.map { $0.header("X-API-Key") } == [nil, "apikey"])
    }

    @Test func refusesACredentialThatWouldBreakOutOfItsHeader() async throws {
        let stub = StubTransport(.json("{}"))
        let error = await #expect(throws: ClientError<ShipEngine.ErrorResponseBody>.self) {
            try await ShipEngine(apiKey: "key\r\nX-Evil: 1", transport: stub).tokens.getEphemeralToken()
        }
        guard case .unencodable = error else {
            Issue.record("not unencodable: \(String(describing: error))")
            return
        }
        #expect(stub.requests.isEmpty)
    }

    @Test func fetchesATokenOnceAndAgainAfterA401() async throws {
        let fetched = Mutex(0)
        let credential = Credential.refreshing {
            fetched.withLock {
                $0 += 1
                return "token \($0)"
            }
        }
        let answers: [Answer] = [
            .body(200, "{}"), .body(401, "{}"), .body(200, "{}"), .body(200, "{}"),
        ]
        let seen = try await RecordingServer.run(answers) { server in
            let runAI = RunAI(bearerAuth: credential, server: .init(server.url))
            for _ in 1...3 { _ = try await runAI.tokens.grant(.init(username: "u")) }
            return await server.requests
        }
        #expect(
            seen.map { $0.values("Authorization") } == [
                ["Bearer token 1"], ["Bearer token 1"], ["Bearer token 2"], ["Bearer token 2"],
            ])
        #expect(seen.map(\.text) == Array(repeating: #"{"username":"u"}"#, count: 4))
        #expect(fetched.withLock { $0 } == 2)
    }

    @Test func givesUpAfterASecond401() async throws {
        let seen = try await RecordingServer.run([.body(401, #"{"message":"expired"}"#)]) { server in
            let togai = Togai(bearerAuth: .refreshing { "stale" }, server: .init(server.url))
            let error = await #expect(throws: ClientError<Togai.ErrorResponse>.self) {
                try await togai.authentication.authenticate()
            }
            #expect(error?.status == 401)
            return await server.requests.count
        }
        #expect(seen == 2)
    }

    @Test func reportsATokenThatCannotBeFetched() async throws {
        struct NoToken: Error {}
        let stub = StubTransport(.json("{}"))
        let error = await #expect(throws: ClientError<RunAI.Error>.self) {
            try await RunAI(bearerAuth: .refreshing { throw NoToken() }, transport: stub).tokens.grant()
        }
        guard case .transport(let reason) = error else {
            Issue.record("not from the transport: \(String(describing: error))")
            return
        }
        #expect((reason as? CredentialFailure)?.underlying is NoToken)
        #expect(stub.requests.isEmpty)
    }
}
