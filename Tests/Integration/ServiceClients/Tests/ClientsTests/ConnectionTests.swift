import Foundation
import HTTPTypes
import RecordingServer
import Testing
import Togai
import TokenClientsRuntime

/// What happens where no whole answer comes.
@Suite struct ConnectionTests {
    typealias Failure = ClientError<Togai.ErrorResponse>

    @Test(arguments: [
        Answer.hangUp, .cutBody(200, #"{"token":"#), .cutBody(200, #"{"token":"jwt"}"#),
        .cutBody(500, #"{"message":"m"}"#), .cutChunks(200, #"{"token":"jwt"}"#),
    ])
    func reportsACutConnection(answer: Answer) async throws {
        let (error, requests) = try await refusal(answer, throws: Failure.self) { url in
            _ = try await Togai(bearerAuth: "key", server: .init(url)).authentication.authenticate()
        }
        guard case .transport = error else {
            Issue.record("not from the transport: \(error)")
            return
        }
        #expect(requests == 1)
        #expect(error.status == nil)
    }

    @Test func reportsThatNobodyListens() async throws {
        let url = try await RecordingServer.run([]) { server in server.url }
        let error = await #expect(throws: Failure.self) {
            try await Togai(bearerAuth: "key", server: .init(url)).authentication.authenticate()
        }
        guard case .transport = error else {
            Issue.record("not from the transport: \(String(describing: error))")
            return
        }
    }

    @Test func stopsWaitingAfterTheTimeout() async throws {
        let (error, _) = try await refusal(.silence, throws: Failure.self) { url in
            _ = try await Togai(bearerAuth: "key", server: .init(url)).with(timeout: .milliseconds(100))
                .authentication.authenticate()
        }
        guard case .transport(let reason) = error else {
            Issue.record("not from the transport: \(error)")
            return
        }
        #expect(reason is CallTimeout)
    }

    @Test func endsWithItsTask() async throws {
        let (error, _) = try await refusal(.silence, throws: Failure.self) { url in
            let call = Task {
                try await Togai(bearerAuth: "key", server: .init(url)).authentication.authenticate()
            }
            try await Task.sleep(for: .milliseconds(100))
            call.cancel()
            _ = try await call.value
        }
        guard case .transport(let reason) = error else {
            Issue.record("not from the transport: \(error)")
            return
        }
        #expect(reason is CancellationError)
    }

    @Test(arguments: [true, false])
    func followsARedirectUnlessItIsTheAnswer(isFollowing: Bool) async throws {
        let answers = [Answer.empty(302, headers: ["Location: /there"]), .body(200, "{}")]
        let (status, targets) = try await RecordingServer.run(answers) { server in
            var request = ClientRequest(.get, "/here")
            request.followsRedirects = isFollowing
            let client = Togai(bearerAuth: "key", server: .init(server.url))
            let (response, _) = try await client.connection.send(request)
            return (response.status.code, await server.requests.map(\.target))
        }
        #expect(status == (isFollowing ? 200 : 302))
        #expect(targets == (isFollowing ? ["/here", "/there"] : ["/here"]))
    }
}
