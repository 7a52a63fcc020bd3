/// Calls a service whose client belongs to this module, from the main actor.
@main struct App {
    static func main() async throws {
        let runAI = RunAI(bearerAuth: "key", transport: StubTransport(.json(#"{"accessToken":"runai"}"#)))
        let token = try await runAI.tokens.grant()
        print(token.accessToken ?? "none")
    }
}
