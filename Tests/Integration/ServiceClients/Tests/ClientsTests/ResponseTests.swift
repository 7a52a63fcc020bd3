import Foundation
import HTTPTypes
import RecordingServer
import RunAI
import ShipEngine
import Testing
import TokenClientsRuntime

/// Status, headers, options and the stub.
@Suite struct ResponseTests {
    @Test func givesStatusAndHeadersBesideTheValue() async throws {
        let answer = Answer.body(
            200, #"{"token":"abc"}"#, headers: ["X-Shipengine-Requestid: r1", "X-Twice: a", "X-Twice: b"])
        let (result, _) = try await exchange(answer) { url in
            try await ShipEngine(apiKey: "key", server: .init(url)).tokens
                .withResponse { try await $0.getEphemeralToken(redirect: .shipengineDashboard) }
        }
        let (token, response) = result
        #expect(token.token == "abc")
        #expect(response.status.code == 200)
        #expect(HTTPField.Name("X-Shipengine-RequestId").flatMap { response.headerFields[$0] } == "r1")
    }

    @Test func keepsTheDocumentedErrorBesideTheResponse() async throws {
        let stub = StubTransport(.json(#"{"code":503,"message":"m"}"#, status: 503))
        let tokens = RunAI(bearerAuth: "key", transport: stub).tokens
        let error = await #expect(throws: ClientError<RunAI.Error>.self) {
            try await tokens.withResponse { try await $0.grant() }
        }
        guard case .documented(let body, _) = error else {
            Issue.record("not documented: \(String(describing: error))")
            return
        }
        #expect(body.code == 503)
    }

    @Test func sendsFurtherHeadersWhereAsked() async throws {
        let (_, request) = try await exchange(.body(200, "{}")) { url in
            try await ShipEngine(apiKey: "key", server: .init(url))
                .with(headers: ["On-Behalf-Of": "se-123456"]).tokens.getEphemeralToken()
        }
        #expect(request.values("On-Behalf-Of") == ["se-123456"])
        #expect(request.values("API-Key") == ["key"])
    }

    @Test func answersFromMemory() async throws {
        let stub = StubTransport { request in
            request.head.path == "/api/v1/token" ? .json(#"{"accessToken":"a"}"#) : .status(404)
        }
        let runAI = RunAI(bearerAuth: "key", transport: stub)
        let answer = try await runAI.tokens.grant(.init(grantType: .appToken, appID: "id"))
        #expect(answer.accessToken == "a")
        let request = try stub.request
        #expect(request.head.method == .post)
        #expect(String(decoding: request.body, as: UTF8.self) == #"{"appID":"id","grantType":"app_token"}"#)
        #expect(request.header("Content-Type") == "application/json")
    }

    @Test func onePieceOfCodeTellsTheOutcomesApart() async throws {
        func outcome(_ answer: StubTransport.Response) async -> String {
            do {
                return try await ShipEngine(apiKey: "key", transport: StubTransport(answer)).tokens
                    .getEphemeralToken().token ?? "none"
            } catch .documented(let body, let response) {
                return "\(response.status.code) \(body.errors.first?.errorCode.rawValue ?? "-")"
            } catch .undocumented(let response) {
                return "undocumented \(response.status.code)"
            } catch {
                return "other"
            }
        }
        let envelope = """
            {"request_id":"aa3d8e8e-462b-4476-9618-72db7f7b7009","errors":[{"error_source":"carrier",\
            "error_type":"system","error_code":"meter_failure","message":"m"}]}
            """
        #expect(await outcome(.json(#"{"token":"abc"}"#)) == "abc")
        #expect(await outcome(.json("{}")) == "none")
        #expect(await outcome(.json(envelope, status: 500)) == "500 meter_failure")
        #expect(await outcome(.status(401)) == "undocumented 401")
        #expect(await outcome(.json("[]")) == "other")
    }
}
