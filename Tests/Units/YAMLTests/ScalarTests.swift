import TestSupport
import Testing

@testable import YAML

@Suite struct ScalarTests {
    /// Texts that YAML 1.1 or 1.2's core schema takes for something else.
    static let texts = [
        "yes", "no", "on", "off", "y", "n", "Yes", "NO", "True", "FALSE", "~", "Null", "NULL", "010", "08", "0o10",
        "0x1F",
        "0b1", "1_000", "+1", "1.", ".5", "1e", "-x", "--1", "1-", ".inf", "-.inf", ".nan", "NaN", "Infinity",
        "12:30:45",
        "190:20:30", "2024-10-01", "2024-10-01T12:00:00Z", "1.2.3", "1,000", "=", "truex", "nulll", "tru", "1 2",
    ]
    static let numbers = [
        "0", "-0", "1", "-12", "1.10", "0.0", "1e3", "1E+3", "-1.5e-3", "18446744073709551615", "9223372036854776000",
        "1e400", String(repeating: "9", count: 10_000),
    ]

    @Test(arguments: texts + numbers + ["true", "false", "null", ""], ["'", "\""])
    func quotedIsText(text: String, quote: String) throws {
        let node = try #require(Reading("a: \(quote)\(text)\(quote)\n")["a"])
        #expect(node.json == "\"\(text)\"")
    }

    @Test(arguments: texts)
    func plainIsTextAsWritten(text: String) throws {
        let reading = Reading("a: \(text)\n")
        #expect(reading.diagnostics.isEmpty)
        #expect(reading["a"]?.json == "\"\(text)\"")
        #expect(Reading("\(text): a\n").entries.map(\.key) == [text])
        #expect(Reading("\(text): a\n").entries.map(\.keyKind) == [.string])
    }

    @Test(arguments: numbers)
    func plainNumbersKeepTheirText(text: String) throws {
        let value = try #require(Reading("a: \(text)\n")["a"]).value
        guard case .number(text) = value else {
            Issue.record("\(value)")
            return
        }
        guard text.utf8.count < 1_000 else { return }
        #expect(Reading("\(text): a\n").entries.map(\.key) == [text])
        #expect(Reading("\(text): a\n").entries.map(\.keyKind) == [.number])
    }

    @Test(arguments: [("true", Mapping.KeyKind.boolean), ("false", .boolean), ("null", .null)])
    func plainWordsOfJSON(text: String, kind: Mapping.KeyKind) throws {
        #expect(try #require(Reading("a: \(text)\n")["a"]).json == text)
        #expect(try #require(Reading("a: |\n  \(text)")["a"]).json == "\"\(text)\"")
        #expect(Reading("\(text): a\n").entries.map(\.key) == [text])
        #expect(Reading("\(text): a\n").entries.map(\.keyKind) == [kind])
        #expect(Reading("'\(text)': a\n").entries.map(\.keyKind) == [.string])
    }

    @Test func whatIsLeftOutIsNull() throws {
        #expect(try #require(Reading("a:\nb:\n- \n- x\n").node).json == #"{"a":null,"b":[null,"x"]}"#)
    }
}

extension Reading {
    subscript(key: String) -> Node? { node?[key] }

    var entries: [Mapping.Entry] {
        if case .mapping(let mapping) = node?.value { mapping.entries } else { [] }
    }
}
