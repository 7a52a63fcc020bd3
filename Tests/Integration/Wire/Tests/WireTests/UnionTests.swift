import Contacts
import Foundation
import RecordingServer
import Testing
import Wire
import WireClientsRuntime

private typealias Prompt = Contacts.Prompt

/// Unions and enums made of literals and variables.
@Suite struct UnionTests {
    private func sent(_ prompt: Prompt) async throws -> String {
        try await WireTests.sent { try await Contacts(server: ServerURL($0)).prompts.send(prompt) }.text
    }

    @Test func valuesOfTheExample() async throws {
        let (name, names) = ("Ada", ["Ada", "Bob"])
        var prompt = Prompt(input: "Hello", limit: 10, model: "experimental")
        prompt.input = ["Hello", name]
        prompt.input = .init(names)
        prompt.model = .small
        prompt.address = .cleared
        #expect(try await sent(prompt) == #"{"address":"","input":["Ada","Bob"],"limit":10,"model":"small"}"#)
    }

    @Test func literalsAreSent() async throws {
        #expect(
            try await sent(Prompt(input: "a", model: "b", parent: "7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29"))
                == #"{"input":"a","model":"b","parent":"7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29"}"#)
        #expect(try await sent(Prompt(input: ["a", "b"])) == #"{"input":["a","b"]}"#)
        #expect(try await sent(Prompt(input: ["a": 1, "a": 2])) == #"{"input":{"a":2}}"#)
        #expect(try await sent(Prompt(input: 1, limit: 2)) == #"{"input":1,"limit":2}"#)
        #expect(try await sent(Prompt(input: 1.5)) == #"{"input":1.5}"#)
    }

    @Test func variablesAreSent() async throws {
        let (text, list, table, number, limit) = ("a", ["b"], ["c": 1], 1.5, Int64(3))
        #expect(try await sent(Prompt(input: .init(text), limit: .init(limit))) == #"{"input":"a","limit":3}"#)
        #expect(try await sent(Prompt(input: .init(list))) == #"{"input":["b"]}"#)
        #expect(try await sent(Prompt(input: .init(table))) == #"{"input":{"c":1}}"#)
        #expect(try await sent(Prompt(input: .init(number))) == #"{"input":1.5}"#)
    }

    @Test func payloadsAreReadByTheNameOfTheCase() throws {
        let json = Data(#"{"input":["a"],"parent":{"id":7,"password":"p"}}"#.utf8)
        let prompt = try JSONValue(json: json).decode(as: Prompt.self)
        #expect(prompt.input?.stringArray == ["a"])
        #expect(prompt.input?.string == nil)
        #expect(prompt.parent?.account?.id == 7)
    }

    @Test func theEmptyStringIsRead() throws {
        let json = Data(#"{"address":"","input":"a"}"#.utf8)
        let prompt = try JSONValue(json: json).decode(as: Prompt.self)
        #expect(prompt == Prompt(input: "a", address: .cleared))
    }
}
