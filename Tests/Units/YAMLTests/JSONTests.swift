import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite struct JSONTests {
    @Test func readsWhatLibyamlRefuses() throws {
        let long = String(repeating: "k", count: 2_000)
        let reading = Reading(
            #"{"\ud83d\ude00": "\ud83d\ude00 \u00e9", "\#(long)""# + "\n" + #": "x", "d": "\#u{7F}\#u{80}"}"#)
        #expect(reading.diagnostics.isEmpty)
        let root = try #require(reading.node)
        #expect(root["😀"]?.json == #""😀 é""#)
        #expect(root[long]?.json == #""x""#)
        #expect(root["d"]?.json == #""\u007F\u0080""#)
    }

    @Test(arguments: [
        "0", "-0", "1.10", "1e400", "18446744073709551615", "-1.5E+3", String(repeating: "9", count: 10_000),
    ])
    func numbersKeepTheirText(text: String) throws {
        #expect(try #require(Reading("[\(text)]").node).json == "[\(text)]")
    }

    @Test func placesCoverTheirTokens() throws {
        let reading = Reading(#"{ "é": [1, {"b" : "x\n"}], "c":null}"#)
        let root = try #require(reading.node)
        #expect(reading.text(root.place) == #"{ "é": [1, {"b" : "x\n"}], "c":null}"#)
        let list = try #require(root["é"])
        #expect(reading.text(list.place) == #"[1, {"b" : "x\n"}]"#)
        #expect(reading.text(try #require(list[1]?["b"]).place) == #""x\n""#)
        guard case .mapping(let mapping) = root.value else { return }
        #expect(mapping.entries.map { reading.text($0.keyPlace) } == [#""é""#, #""c""#])
    }

    @Test func goesOnAfterFaultsInStrings() {
        let reading = Reading("{\"a\": \"\\uD800\", \"b\": \"x\u{1}\ny\", \"a\": \"\\uDE00\"}")
        #expect(
            reading.kinds == [
                "lone-surrogate", "control-character", "control-character", "lone-surrogate", "duplicate-key",
            ])
        #expect(reading.node != nil)
    }

    @Test(arguments: ["{a: 1, b: [x, 'y']}", "[2024-10-01, 12:30:45, 010]", "{\"a\": 1,}", "# c\n{}", "{\"a\": *b}"])
    func flowYAMLIsStillYAML(text: String) {
        let reading = Reading(text)
        #expect(reading.node != nil)
        #expect(!reading.kinds.contains("json-syntax"))
    }

    @Test func theMessageIsOfWhatTheTextLooksLike() {
        #expect(
            Reading(#"{"a": 1 "b": 2}"#).diagnostics.map(\.message) == [
                "expected a comma or '}', found the string \"b\""
            ])
        #expect(Reading(#"{"a": {"b": 1}"#).kinds == ["json-syntax"])
        #expect(Reading(#"{a: {b: 1}"#).kinds == ["yaml-syntax"])
        #expect(Reading("{ // note\n\"a\": 1}").diagnostics.map(\.message) == ["JSON does not allow comments"])
        #expect(Reading(#"{"a": 1} {"b": 2}"#).kinds == ["json-syntax"])
    }
}
