import Foundation
import RecordingServer
import RunAI
import Testing
import TokenClientsRuntime

/// The operations the document calls deprecated. They are reached through protocols, whose requirements are not
/// deprecated, so that the tests have no warnings.
@Suite struct RunAIDeprecatedTests {
    typealias Failure = ClientError<RunAI.Error>

    @Test func getsAnApplicationToken() async throws {
        let (answer, request) = try await exchange(
            .body(200, #"{"access_token":"a","id_token":"i"}"#), judged: .appToken
        ) { url in
            try await Self.deprecated(url).appToken(.init(id: "1", name: "n", secret: "s"))
        }
        #expect(request.requestLine == "POST /v1/k8s/auth/oauth/apptoken HTTP/1.1")
        #expect(request.text == #"{"id":"1","name":"n","secret":"s"}"#)
        #expect(
            request.ownHeaders == [
                "accept": ["application/json"], "authorization": ["Bearer key"],
                "content-length": ["34"], "content-type": ["application/json"],
            ])
        #expect(answer == .init(accessToken: "a", idToken: "i"))
    }

    @Test func exchangesACode() async throws {
        let (answer, request) = try await exchange(.body(200, RunAITests.tokens), judged: .exchangeCode) { url in
            try await Self.deprecated(url).exchangeCode(
                redirectURI: "https://app.example/cb?x=1&y", code: "a+b/c=")
        }
        #expect(
            request.requestLine == """
                GET /v1/k8s/auth/token/exchange?redirect_uri=https%3A%2F%2Fapp.example%2Fcb%3Fx%3D1%26y&code=a%2Bb%2Fc%3D \
                HTTP/1.1
                """)
        #expect(request.ownHeaders == ["accept": ["application/json"], "authorization": ["Bearer key"]])
        #expect(request.body.isEmpty)
        #expect(answer == RunAITests.answer)
    }

    @Test func refreshesAToken() async throws {
        let (answer, request) = try await exchange(.body(200, RunAITests.tokens), judged: .refreshToken) { url in
            try await Self.deprecated(url).refresh(refreshToken: "r 1")
        }
        #expect(request.requestLine == "POST /v1/k8s/auth/oauth/tokens/refresh?refresh_token=r%201 HTTP/1.1")
        #expect(
            request.ownHeaders == [
                "accept": ["application/json"], "authorization": ["Bearer key"], "content-length": ["0"],
            ])
        #expect(request.body.isEmpty)
        #expect(answer == RunAITests.answer)
    }

    @Test(arguments: [400, 500, 503], ["appToken", "exchangeCode", "refreshToken"])
    func readsTheDocumentedErrors(status: Int, operation: String) async throws {
        let body = #"{"code":\#(status),"message":"m"}"#
        let (error, _) = try await refusal(.body(status, body), throws: Failure.self) { url in
            let tokens = Self.deprecated(url)
            switch operation {
            case "appToken": _ = try await tokens.appToken(nil)
            case "exchangeCode": _ = try await tokens.exchangeCode(redirectURI: "u", code: "c")
            default: _ = try await tokens.refresh(refreshToken: "r")
            }
        }
        guard case .documented(let failure, _) = error else {
            Issue.record("not documented: \(error)")
            return
        }
        #expect(failure == .init(code: status, message: "m", details: nil))
    }

    private static func deprecated(_ url: String) -> any DeprecatedTokens {
        RunAI(bearerAuth: "key", server: .init(url)).tokens
    }
}

private protocol DeprecatedTokens: Sendable {
    func appToken(
        _ body: RunAI.AppTokenRequest?
    ) async throws(ClientError<RunAI.Error>) -> RunAI.AppTokenResponse
    func exchangeCode(
        redirectURI: String, code: String
    ) async throws(ClientError<RunAI.Error>) -> RunAI.TokenResponse
    func refresh(refreshToken: String) async throws(ClientError<RunAI.Error>) -> RunAI.TokenResponse
}

extension RunAI.TokensAPI: DeprecatedTokens {}
