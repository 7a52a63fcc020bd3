import Foundation
import RecordingServer
import Testing
import Wire
import WireClientsRuntime

/// Members that are omitted, `null` or a value.
@Suite struct NullTests {
    private func sent(_ settings: Wire.Settings) async throws -> String {
        try await WireTests.sent { _ = try? await client($0).settings.change(settings) }.text
    }

    @Test func variablesAndLiteralsAreSent() async throws {
        let (title, colors, limits) = ("t", ["red"], ["a": 1])
        var settings = Wire.Settings(title: title, colors: colors, limits: limits, meta: .init(text: "m"))
        #expect(
            try await sent(settings)
                == #"{"colors":["red"],"limits":{"a":1},"meta":{"text":"m"},"title":"t"}"#)
        settings.colors = ["blue", title]
        settings.limits = nil
        settings.meta = nil
        #expect(try await sent(settings) == #"{"colors":["blue","t"],"title":"t"}"#)
    }

    @Test func nullIsSentWhereItIsListed() async throws {
        let settings = Wire.Settings(
            colors: [], owner: .init(text: "o", explicitNulls: .nickname), explicitNulls: [.title, .colors, .meta])
        #expect(
            try await sent(settings)
                == #"{"colors":[],"meta":null,"owner":{"nickname":null,"text":"o"},"title":null}"#)
    }

    @Test func formsAndPartsOmitNull() async throws {
        let settings = Wire.Settings(title: "t", explicitNulls: [.colors, .meta])
        let form = try await WireTests.sent { try await client($0).settings.send(settings) }
        #expect(form.text == "title=t")
        let parts = try await WireTests.sent { try await client($0).settings.upload(settings) }
        #expect(parts.text.contains("name=\"title\""))
        #expect(!parts.text.contains("colors"))
    }

    @Test(arguments: [
        "{}", #"{"title":null}"#, #"{"colors":null,"owner":{"nickname":null}}"#, #"{"colors":["a"],"meta":null}"#,
    ]) func nullAndAbsentSurvive(_ text: String) async throws {
        let settings = try JSONValue(json: Data(text.utf8)).decode(as: Wire.Settings.self)
        #expect(try await sent(settings) == text)
    }
}
