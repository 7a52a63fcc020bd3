import Foundation
import RecordingServer
import Swagger
import Testing
import Wire
import WireClientsRuntime

/// What is sent over a socket with `URLSession`.
@Suite struct RequestTests {
    @Test func fragmentsOfPathsAreNotSent() async throws {
        let request = try await sent { try await client($0).files.rename(id: "1") }
        #expect(request.requestLine == "PUT /files/1 HTTP/1.1")
    }

    @Test func queriesOfPathsAndServersAreContinued() async throws {
        #expect(
            try await sent { try await client($0).files.list(limit: 3) }.target == "/files?beta=true&limit=3")
        let other = try await sent { try await client($0 + "/v1?key=a").files.list(limit: 3) }
        #expect(other.target == "/v1/files?key=a&beta=true&limit=3")
    }

    @Test func cookiesAreOneField() async throws {
        let request = try await sent { try await client($0).search.search(prefs: ["a", "b"], sid: "1") }
        #expect(request.values("Cookie") == ["prefs=a; prefs=b; sid=1; session=key"])
    }

    @Test func JSONInHeadersIsASCII() async throws {
        let request = try await sent { try await client($0).search.search(xMeta: .init(text: "é😀")) }
        #expect(request.values("X-Meta") == [#"{"text":"\u00e9\ud83d\ude00"}"#])
    }

    @Test func listsSeparatedByTabs() async throws {
        let request = try await sent {
            try await Swagger(server: ServerURL($0)).lists.send(
                .init(words: ["x", "y z"]), tabs: ["a", "b c"], pipes: ["d", "e"])
        }
        #expect(request.target == "/lists?tabs=a%09b%20c&pipes=d%7Ce")
        #expect(request.text == "words=x%09y%20z")
    }

    /// Of two kinds of patches the caller chooses; `application/json` itself has a short form.
    @Test func bodiesOfSeveralJSONTypes() async throws {
        let patch = try await sent {
            try await client($0).things.update(id: "1", .mergePatchJSON(.init(text: "a")))
        }
        #expect(patch.values("Content-Type") == ["application/merge-patch+json"])
        let put = try await sent { try await client($0).things.replace(id: "1", .init(text: "a")) }
        #expect(put.values("Content-Type") == ["application/json"])
        #expect(put.text == #"{"text":"a"}"#)
    }

    @Test func aBodyWithoutMembersIsNotSentWithGET() async throws {
        let request = try await sent { try await client($0).empty.read() }
        #expect(request.body.isEmpty)
        #expect(request.values("Content-Type").isEmpty)
    }

    @Test func aKeyInAuthorizationIsSentAsItIs() async throws {
        let request = try await sent { try await client($0).token.read() }
        #expect(request.values("Authorization") == ["Bearer 7"])
    }

    @Test func invalidHeadersAreRefused() async throws {
        for (name, value) in [("a b", "c"), ("X-A", "é\nX-B: 1")] {
            await #expect(throws: ClientError<Never>.self) {
                try await client("http://127.0.0.1:9").with(headers: [name: value]).empty.read()
            }
        }
    }
}
