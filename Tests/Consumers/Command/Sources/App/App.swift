import ClientRuntime
import Clients

/// Calls a service through another module's client.
@main struct App {
    static func main() async throws {
        let forsta = Forsta(transport: StubTransport(.json(#"{"token":"forsta"}"#)))
        let token = try await forsta.ephemeralToken.create()
        print(token.token)
    }
}
