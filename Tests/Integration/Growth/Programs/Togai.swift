import Togai
import TogaiRuntime

func authenticate(key: String) async throws -> String {
    let togai = Togai(bearerAuth: Credential(key), apiKeyAuth: .none, server: .sandboxAPIEndpoint)
    return try await togai.authentication.authenticate().token
}

func outcome(_ togai: Togai) async -> String {
    do {
        let answer: Togai.TokenResponse = try await togai.authentication.authenticate()
        return answer.token
    } catch .documented(let body, let response) {
        return "\(response): \(body.message)"
    } catch {
        return "\(error)"
    }
}

let stub = StubTransport(.json(#"{"token":"t"}"#))
let local = Togai(bearerAuth: "key", server: .init("http://localhost:8080"), transport: stub)
let bodies: (Togai.TokenResponse, Togai.ErrorResponse) = (.init(token: "t"), .init(message: "m"))

func handle(_ error: ClientError<Togai.ErrorResponse>) -> Int? { error.status }
