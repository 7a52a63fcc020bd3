import Groups
import RecordingServer
import Testing
import WireClientsRuntime

/// Groups of the configuration and methods that share a name send what they stand for.
@Suite struct GroupTests {
    private func target(_ call: @Sendable (Groups) async throws -> Void) async throws -> String {
        let request = try await sent { try await call(Groups(server: ServerURL($0))) }
        return "\(request.method) \(request.target)"
    }

    @Test func nestedGroups() async throws {
        #expect(
            try await target { try await $0.chat.completions.create(.init(text: "a")) } == "POST /chat/completions")
        #expect(
            try await target { try await $0.chat.completions.get(completionID: "1") } == "GET /chat/completions/1")
    }

    @Test func groupsOfSeveralTags() async throws {
        #expect(try await target { try await $0.storage.listFiles() } == "GET /files")
        #expect(try await target { try await $0.storage.createUpload() } == "POST /uploads")
    }

    @Test func methodsWithOneName() async throws {
        #expect(try await target { try await $0.playlists.list() } == "GET /me/playlists")
        #expect(try await target { try await $0.playlists.list(userID: "7") } == "GET /users/7/playlists")
    }

    /// Options of an outer group hold for the groups in it.
    @Test func optionsOfAnOuterGroup() async throws {
        let request = try await sent { url in
            try await Groups(server: ServerURL(url)).chat.with(headers: ["X-A": "1"]).completions.get(completionID: "1")
        }
        #expect(request.values("X-A") == ["1"])
    }
}
