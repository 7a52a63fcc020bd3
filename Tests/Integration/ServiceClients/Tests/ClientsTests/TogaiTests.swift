import Foundation
import HTTPTypes
import RecordingServer
import Testing
import Togai
import TokenClientsRuntime

@Suite struct TogaiTests {
    typealias Failure = ClientError<Togai.ErrorResponse>

    @Test func authenticatesWithABearerTokenAlone() async throws {
        let (answer, request) = try await exchange(.body(200, #"{"token":"jwt"}"#), judged: .authenticate) { url in
            try await Togai(bearerAuth: "key", apiKeyAuth: "unasked", server: .init(url)).authentication.authenticate()
        }
        #expect(request.requestLine == "POST /authenticate HTTP/1.1")
        #expect(
            request.ownHeaders == [
                "accept": ["application/json"], "authorization": ["Bearer key"], "content-length": ["0"],
            ])
        #expect(request.body.isEmpty)
        #expect(answer == .init(token: "jwt"))
    }

    @Test(arguments: [401, 403, 404, 429])
    func readsTheDocumentedErrors(status: Int) async throws {
        let error = try await failure(.body(status, #"{"message":"<Reason message>"}"#))
        guard case .documented(let body, let response) = error else {
            Issue.record("not documented: \(error)")
            return
        }
        #expect(body == .init(message: "<Reason message>"))
        #expect(response.status.code == status)
    }

    @Test(arguments: [400, 409, 418, 500, 502])
    func readsEveryOtherStatusAsTheDefault(status: Int) async throws {
        let error = try await failure(.body(status, #"{"message":"m"}"#))
        guard case .documented(let body, let response) = error else {
            Issue.record("not documented: \(error)")
            return
        }
        #expect(body.message == "m")
        #expect(response.status.code == status)
    }

    @Test(arguments: [
        (200, #"{"token":7}"#), (200, "{}"), (429, "Too Many Requests"), (500, #"{"error":"no message"}"#),
    ])
    func refusesBodiesThatAreNotAsDocumented(status: Int, body: String) async throws {
        let error = try await failure(.body(status, body))
        guard case .undecodable(_, let response) = error else {
            Issue.record("not undecodable: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(response.body == Data(body.utf8))
    }

    private func failure(_ answer: Answer) async throws -> Failure {
        try await refusal(answer, throws: Failure.self) { url in
            _ = try await Togai(bearerAuth: "key", server: .init(url)).authentication.authenticate()
        }.error
    }

    @Test func ignoresUnknownMembers() async throws {
        let (answer, _) = try await exchange(
            .body(200, #"{"token":"jwt","expires":{"in":[1,2]}}"#), judged: .authenticate
        ) { url in
            try await Togai(bearerAuth: "key", server: .init(url)).authentication.authenticate()
        }
        #expect(answer.token == "jwt")
    }
}
