import Foundation
import RecordingServer
import Swagger
import Testing
import Wire
import WireClientsRuntime

/// What is read from a socket with `URLSession`.
@Suite struct ResponseTests {
    private let bytes = #"{"a":[1,2"#

    @Test func filesOfOldDocumentsAreBytes() async throws {
        let request = try await sent(.body(200, bytes)) { url in
            let body = try await Swagger(server: ServerURL(url)).download.download()
            #expect(try await body.collect() == Data(bytes.utf8))
        }
        #expect(request.values("Accept") == ["*/*"])
    }

    @Test func bytesNamedJSONAreBytes() async throws {
        _ = try await sent(.body(200, bytes)) { url in
            let body = try await client(url).export.export()
            #expect(try await body.collect() == Data(bytes.utf8))
        }
    }

    private func status(_ url: String) async -> String {
        do {
            return try await client(url).statuses.read()
        } catch .documented(let body, let response) {
            return "\(response.status.code) \(body.text ?? "")"
        } catch .documentedStatus(let response) {
            return "\(response.status.code) with \(response.body.count) bytes"
        } catch .undocumented(let response) {
            return "undocumented \(response.status.code) with \(response.body.count) bytes"
        } catch {
            return "\(error)"
        }
    }

    @Test(arguments: [
        (Answer.empty(301), "301 with 0 bytes"), (.empty(304), "304 with 0 bytes"),
        (.body(409, "{}"), "409 with 2 bytes"),
        (.body(404, #"{"text":"a"}"#), "404 a"), (.body(410, "{}"), "undocumented 410 with 2 bytes"),
        (.body(200, "b", type: "text/plain"), "b"),
    ])
    func statuses(answer: Answer, outcome: String) async throws {
        _ = try await sent(answer) { url in #expect(await status(url) == outcome) }
    }

    /// What each of the three methods returns.
    private func pets(_ url: String) async -> [String] {
        let pets = client(url).pets
        return [
            await outcome { () async throws(ClientError<Never>) in try await pets.read().name },
            await outcome { () async throws(ClientError<Never>) in
                try await pets.readVndPetJSONVersion2().names.joined(separator: " ")
            },
            await outcome { () async throws(ClientError<Never>) in try await pets.readText() },
        ]
    }

    private func outcome(_ call: () async throws(ClientError<Never>) -> String) async -> String {
        do { return try await call() } catch .undocumented { return "undocumented" } catch { return "\(error)" }
    }

    private static let other = "undocumented"

    @Test(arguments: [
        ("application/vnd.pet+json; version=1", #"{"name":"a"}"#, ["a", other, other]),
        ("application/vnd.pet+json;version=2", #"{"names":["a","b"]}"#, [other, "a b", other]),
        ("application/vnd.pet+json; charset=utf-8; version=\"2\"", #"{"names":["a","b"]}"#, [other, "a b", other]),
        ("text/markdown", "# a", [other, other, "# a"]),
        ("application/vnd.pet+json; version=3", #"{"name":"a"}"#, [other, other, other]),
    ])
    func parametersOfMediaTypesDecide(type: String, body: String, outcomes: [String]) async throws {
        try await RecordingServer.run(Array(repeating: .body(200, body, type: type), count: 3)) { server in
            #expect(await pets(server.url) == outcomes)
            let accepted = await server.requests.map {
                $0.values("Accept")
            }
            #expect(
                accepted == [
                    ["application/vnd.pet+json; version=1"], ["application/vnd.pet+json; version=2"], ["text/*"],
                ])
        }
    }
}
