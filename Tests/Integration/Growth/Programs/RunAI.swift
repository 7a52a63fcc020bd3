import RunAI
import RunAIRuntime

struct Session {
    var client = RunAI(bearerAuth: .refreshing { "token" }, server: "https://cluster.example")

    func grant(_ id: String, _ secret: String) async throws(ClientError<RunAI.Error>) -> RunAI.TokenResponse {
        let body = RunAI.TokenRequest(grantType: .appToken, appID: id, appSecret: secret)
        return try await client.tokens.grant(body, userAgent: "cli/1")
    }

    func grantAll() async throws -> [String?] {
        let all = RunAI.TokenRequest(
            grantType: .password, appID: "1", appSecret: "2", code: "3", redirectURI: "4", refreshToken: "5",
            username: "6", password: "7", clientID: "8")
        let answer = try await client.tokens.grant(all)
        _ = try await client.tokens.grant()
        _ = try await client.tokens.grant(grantType: .appToken, appID: "1", clientID: "8", userAgent: "cli/1")
        return [answer.accessToken, answer.idToken, answer.refreshToken, answer.externalToken]
    }

    func retries() async -> Bool {
        do {
            _ = try await client.tokens.grant(.init(grantType: .init(rawValue: "new")))
            return false
        } catch .documented(let error, _) {
            return error.code == 503 || error.message.isEmpty || error.details == nil
        } catch {
            return false
        }
    }
}

@available(*, deprecated)
func older(_ tokens: RunAI.TokensAPI) async throws -> [String?] {
    let app = try await tokens.appToken(.init(id: "1", name: "2", secret: "3"))
    _ = try await tokens.appToken(id: "1", name: "2", secret: "3")
    let exchanged = try await tokens.exchangeCode(redirectURI: "u", code: "c")
    let fresh = try await tokens.refresh(refreshToken: "r")
    return [app.accessToken, app.idToken, exchanged.accessToken, fresh.idToken]
}

func describe(_ type: RunAI.TokenRequest.GrantType) -> String {
    switch type {
    case .appToken: "app"
    case .refreshToken, .exchangeToken: "token"
    default: type.rawValue
    }
}

let failure = RunAI.Error(code: 400, message: "m", details: nil)
