import ShipEngine
import Togai

/// Uses both packages in one file, without a word of either runtime.
@main struct App {
    static func main() async throws {
        let token = try await shipEngine.tokens.getEphemeralToken(redirect: .shipengineDashboard)
        let session: Togai.TokenResponse = try await togai.authentication.authenticate()
        guard token.token == "ship", session.token == "togai" else { throw Unexpected() }
        do {
            _ = try await togai.authentication.authenticate()
            throw Unexpected()
        } catch let error as Unexpected {
            throw error
        } catch {
            print("\(token.token ?? "") \(session.token): \(error)")
        }
    }
}

struct Unexpected: Error {}
