import ClientRuntime

/// Calls two services whose clients are part of this module.
@main struct App {
    static func main() async throws {
        let togai = Togai(bearerAuth: "key", transport: StubTransport(.json(#"{"token":"togai"}"#)))
        let ship = ShipEngine(apiKey: "key", transport: StubTransport(.json(#"{"token":"ship"}"#)))
        let session = try await togai.authentication.authenticate()
        let token = try await ship.tokens.getEphemeralToken(redirect: .shipengineDashboard)
        print(session.token, token.token ?? "none")
    }
}
