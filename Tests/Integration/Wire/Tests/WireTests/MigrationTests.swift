import Petstore
import RecordingServer
import Testing
import WireClientsRuntime

/// The calls that the pages for users of other generators show.
@Suite struct MigrationTests {
    private func name(of id: String, token: String, server: ServerURL<Petstore> = .default) async throws -> String? {
        let petstore = Petstore(token: token, server: server)
        do {
            return try await petstore.pets.get(id: id).name
        } catch .documented(let problem, let response) {
            print(response.status, problem.detail)
            return nil
        }
    }

    @Test(arguments: [
        (Answer.body(200, #"{"name":"Rex"}"#), "Rex" as String?), (.body(404, #"{"detail":"gone"}"#), nil),
    ])
    func aName(answer: Answer, expected: String?) async throws {
        let request = try await sent(answer) { url in
            let found = try await name(of: "a/b", token: "key", server: ServerURL(url))
            #expect(found == expected)
        }
        #expect(request.target == "/pets/a%2Fb")
        #expect(request.values("Authorization") == ["Bearer key"])
    }

    @Test func anotherFailureIsThrown() async throws {
        _ = try await sent(.body(503, "busy")) { url in
            let error = await #expect(throws: ClientError<Petstore.Problem>.self) {
                _ = try await name(of: "7", token: "key", server: ServerURL(url))
            }
            #expect(error?.status == 503)
        }
    }
}
