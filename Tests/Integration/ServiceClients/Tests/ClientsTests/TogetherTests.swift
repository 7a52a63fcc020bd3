import Forsta
import HTTPTypes
import RunAI
import ShipEngine
import Testing
import Togai
import TokenClientsRuntime

/// The name stays the program's own, whatever the four modules bring.
struct Mine: Error {}

struct Result { var tokens: [String] }

/// All four services in one file.
@Suite struct TogetherTests {
    @Test func twoTypesOfOneNameDoNotCollide() {
        let granted = RunAI.TokenResponse(accessToken: "a")
        let session = Togai.TokenResponse(token: "t")
        #expect(Result(tokens: [granted.accessToken, session.token].compactMap(\.self)).tokens == ["a", "t"])
    }

    @Test func theProgramsOwnErrorStaysAnError() async {
        func fails() throws { throw Mine() }
        #expect(throws: Mine.self) { try fails() }
        let errors: [any Error] = [Mine(), ClientError<RunAI.Error>.unencodable(Mine())]
        #expect(errors.count == 2)
    }

    @Test func fourServicesShareOneTransport() async throws {
        let stub = StubTransport(
            .json(#"{"token":"1"}"#), .json(#"{"token":"2"}"#, status: 201), .status(204),
            .json(#"{"accessToken":"3"}"#),
            .json(#"{"token":"4"}"#))
        let forsta = Forsta(jsonWebToken: "key", transport: stub)
        let first = try await ShipEngine(apiKey: "key", transport: stub).tokens.getEphemeralToken()
        let second = try await forsta.ephemeralToken.create()
        try await forsta.ephemeralToken.delete()
        let third = try await RunAI(bearerAuth: "key", transport: stub).tokens.grant(.init(grantType: .appToken))
        let fourth = try await Togai(bearerAuth: "key", transport: stub).authentication.authenticate()
        #expect([first.token, second.token, third.accessToken, fourth.token] == ["1", "2", "3", "4"])
        #expect(stub.requests.map(\.head.method) == [.post, .post, .delete, .post, .post])
    }
}
