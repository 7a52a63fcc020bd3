import Foundation
import HTTPTypes
import RecordingServer
import RunAI
import Testing
import TokenClientsRuntime

/// What an error tells, and what it must not tell.
@Suite struct ErrorTests {
    typealias Failure = ClientError<RunAI.Error>

    @Test(arguments: [
        Answer.body(400, #"{"code":400,"message":"private-message","details":"private-details"}"#),
        .body(418, "private-page", type: "text/plain"),
        .body(200, #"{"accessToken":["private-token"]}"#),
        .body(200, "private-nonsense"),
        .cutBody(200, #"{"accessToken":"private-token"#),
    ])
    func showsNeitherBodyNorSecret(answer: Answer) async throws {
        let (error, _) = try await refusal(answer, throws: Failure.self) { url in
            _ = try await RunAI(bearerAuth: "private-credential", server: .init(url)).tokens
                .grant(.init(appSecret: "private-secret"), userAgent: "private-agent")
        }
        #expect(!texts(of: error).contains("private"))
    }

    @Test func showsNoSecretOfWhatItCouldNotSend() async throws {
        let stub = StubTransport(.json("{}"))
        let runAI = RunAI(bearerAuth: "private\r\n", transport: stub)
        let error = try #require(
            await #expect(throws: Failure.self) { try await runAI.tokens.grant(.init(password: "private")) })
        #expect(!texts(of: error).contains("private"))
        #expect(stub.requests.isEmpty)
    }

    @Test func showsStatusRequestAndPlace() async throws {
        let answer = Answer.body(200, #"{"accessToken":["x"]}"#, headers: ["X-Request-ID: 7f3c"])
        let (error, _) = try await refusal(answer, throws: Failure.self) { url in
            _ = try await RunAI(bearerAuth: "key", server: .init(url)).tokens.grant()
        }
        let text = "\(error)"
        #expect(text.contains("200"))
        #expect(text.contains("7f3c"))
        #expect(text.contains("accessToken"))
        #expect(error.status == 200)
        #expect(error.requestID == "7f3c")
    }

    @Test func aClientShowsNoCredential() {
        let runAI = RunAI(bearerAuth: "private-credential", transport: StubTransport(.json("{}")))
        var dumped = ""
        dump(runAI, to: &dumped)
        #expect(!"\(runAI) \(String(reflecting: runAI)) \(dumped)".contains("private"))
    }
}
