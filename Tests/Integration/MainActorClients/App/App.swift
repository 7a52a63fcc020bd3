import Forsta
import RunAI
import ShipEngine
import Togai
import TokenClientsRuntime

/// Calls all four services from the main actor, as a view model does.
@main final class App {
    private(set) var tokens: [String] = []
    private let stub = StubTransport(
        .json(#"{"token":"1"}"#), .json(#"{"token":"2"}"#, status: 201), .status(204), .json(#"{"accessToken":"3"}"#),
        .json(#"{"token":"4"}"#), .json(#"{"message":"later"}"#, status: 429))

    func load() async throws {
        let forsta = Forsta(jsonWebToken: "key", transport: stub)
        tokens.append(
            try await ShipEngine(apiKey: "key", transport: stub).tokens
                .getEphemeralToken(redirect: .shipengineDashboard).token ?? "")
        tokens.append(try await forsta.ephemeralToken.create().token)
        try await forsta.ephemeralToken.delete()
        let body = RunAI.TokenRequest(grantType: .appToken, appID: "id", appSecret: "secret")
        tokens.append(try await RunAI(bearerAuth: "key", transport: stub).tokens.grant(body).accessToken ?? "")
        let authentication = Togai(bearerAuth: "key", transport: stub).authentication
        tokens.append(try await authentication.withResponse { try await $0.authenticate() }.0.token)
        do {
            _ = try await authentication.authenticate()
        } catch .documented(let body, _) {
            tokens.append(body.message)
        } catch {
            throw error
        }
    }

    static func main() async throws {
        let app = App()
        try await app.load()
        guard app.tokens == ["1", "2", "3", "4", "later"] else { throw Unexpected(tokens: app.tokens) }
        print(app.tokens.joined(separator: " "))
    }
}

struct Unexpected: Error { let tokens: [String] }
