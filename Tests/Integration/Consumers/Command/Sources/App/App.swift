import Clients

/// Calls a service through another module's client.
@main struct App {
    static func main() async throws {
        print(try await Forsta.stub(token: "forsta").ephemeralToken.create().token)
    }
}
