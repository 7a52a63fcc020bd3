import Forsta
import Foundation
import HTTPTypes
import RecordingServer
import Testing
import TokenClientsRuntime

@Suite struct ForstaTests {
    typealias Failure = ClientError<Never>

    @Test func createsWithTheWordJWTBeforeTheToken() async throws {
        let (answer, request) = try await exchange(.body(201, #"{"token":"ephemeral"}"#), judged: .createToken) { url in
            try await Forsta(jsonWebToken: "key", server: .init(url + "/v1")).ephemeralToken.create()
        }
        #expect(request.requestLine == "POST /v1/ephemeral-token HTTP/1.1")
        #expect(
            request.ownHeaders == [
                "accept": ["application/json"], "authorization": ["JWT key"], "content-length": ["0"],
            ])
        #expect(request.body.isEmpty)
        #expect(answer.token == "ephemeral")
    }

    @Test(arguments: [200, 201, 202, 204, 226, 299])
    func deletesWithAnySuccess(status: Int) async throws {
        let answer: Answer = status == 200 ? .body(200, "gone", type: "text/plain") : .empty(status)
        let (_, request) = try await exchange(answer, judged: .deleteToken) { url in
            try await Forsta(jsonWebToken: "key", server: .init(url + "/v1")).ephemeralToken.delete()
        }
        #expect(request.requestLine == "DELETE /v1/ephemeral-token HTTP/1.1")
        #expect(request.ownHeaders.filter { $0.key != "content-length" } == ["authorization": ["JWT key"]])
        #expect(request.body.isEmpty)
    }

    @Test(arguments: [200, 204, 400, 404, 409, 500])
    func createsWithNothingBut201(status: Int) async throws {
        let answer: Answer = status == 204 ? .empty(204) : .body(status, #"{"token":"t"}"#)
        let (error, _) = try await refusal(answer, throws: Failure.self) { url in
            _ = try await Forsta(jsonWebToken: "key", server: .init(url)).ephemeralToken.create()
        }
        guard case .undocumented(let response) = error else {
            Issue.record("not undocumented: \(error)")
            return
        }
        #expect(response.status.code == status)
    }

    @Test(arguments: [400, 401, 404, 500, 503])
    func deletesWithNoOtherStatus(status: Int) async throws {
        let (error, _) = try await refusal(.body(status, "no", type: "text/plain"), throws: Failure.self) { url in
            try await Forsta(jsonWebToken: "key", server: .init(url)).ephemeralToken.delete()
        }
        guard case .undocumented(let response) = error else {
            Issue.record("not undocumented: \(error)")
            return
        }
        #expect(response.status.code == status)
        #expect(response.body == Data("no".utf8))
    }

    @Test(arguments: [#"{"token":null}"#, "{}", #"["t"]"#, "nonsense"])
    func refusesAnAnswerWithoutToken(body: String) async throws {
        let (error, _) = try await refusal(.body(201, body), throws: Failure.self) { url in
            _ = try await Forsta(jsonWebToken: "key", server: .init(url)).ephemeralToken.create()
        }
        guard case .undecodable(let reason, let response) = error else {
            Issue.record("not undecodable: \(error)")
            return
        }
        #expect(response.status.code == 201)
        #expect(response.body == Data(body.utf8))
        #expect(reason is DecodingFailure)
    }
}
