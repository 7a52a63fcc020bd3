import ShipEngine
import ShipEngineRuntime

/// Calls the server at the given URL, over the default transport and over one of its own.
@main struct App {
    static func main() async {
        let server = ServerURL<ShipEngine>(CommandLine.arguments[1])
        let clients = [
            ShipEngine(apiKey: "key", server: server),
            ShipEngine(apiKey: "key", server: server, transport: ReportingTransport()),
        ]
        print(DefaultTransport.self)
        for client in clients {
            do {
                let token = try await client.tokens.getEphemeralToken()
                print(token.token ?? "none")
            } catch {
                print(error)
            }
        }
    }
}
