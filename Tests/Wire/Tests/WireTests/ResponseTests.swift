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
            let body = try await Swagger(server: ServerURL(url)).untagged.download()
            #expect(try await body.collect() == Data(bytes.utf8))
        }
        #expect(request.values("Accept") == ["*/*"])
    }

    @Test func bytesNamedJSONAreBytes() async throws {
        _ = try await sent(.body(200, bytes)) { url in
            #expect(try await client(url).untagged.export().collect() == Data(bytes.utf8))
        }
    }

    @Test(arguments: [301, 304, 409])
    func documentedStatusesWithoutABody(status: Int) async throws {
        _ = try await sent(.empty(status)) { url in
            do {
                _ = try await client(url).untagged.readStatus()
                Issue.record("a value came back")
            } catch .documentedStatus(let response, let data) {
                #expect(response.status.code == status)
                #expect(data.isEmpty)
            }
        }
    }

    @Test(arguments: [(404, "documented"), (410, "undocumented"), (500, "undocumented")])
    func otherStatuses(status: Int, kind: String) async throws {
        _ = try await sent(.body(status, #"{"text":"a"}"#)) { url in
            do {
                _ = try await client(url).untagged.readStatus()
                Issue.record("a value came back")
            } catch .documented(let body, _) {
                #expect(kind == "documented" && body.text == "a")
            } catch .undocumented(_, let data) {
                #expect(kind == "undocumented" && data == Data(#"{"text":"a"}"#.utf8))
            }
        }
    }

    @Test(arguments: [
        ("application/vnd.pet+json; version=1", #"{"name":"a"}"#, "a"),
        ("application/vnd.pet+json;version=2", #"{"names":["a","b"]}"#, "a b"),
        ("application/vnd.pet+json; charset=utf-8; version=\"2\"", #"{"names":["a","b"]}"#, "a b"),
        ("text/markdown", "# a", "# a"), ("application/vnd.pet+json; version=3", #"{"name":"a"}"#, "undocumented"),
    ])
    func parametersOfMediaTypesDecide(type: String, body: String, expected: String) async throws {
        _ = try await sent(.body(200, body, type: type)) { url in
            do {
                let text =
                    switch try await client(url).untagged.readPet() {
                    case .vndPetJSON(let pet): pet.name
                    case .okVndPetJSON(let pet): pet.names.joined(separator: " ")
                    case .text(let text): text
                    @unknown default: "unknown"
                    }
                #expect(text == expected)
            } catch .undocumented {
                #expect(expected == "undocumented")
            }
        }
    }
}
