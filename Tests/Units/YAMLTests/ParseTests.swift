import Diagnostics
import TestSupport
import Testing

@testable import YAML

/// What reading a text gave, in a form that is easy to compare.
struct Reading {
    var node: Node?
    var text: [UInt8]
    var diagnostics: [Diagnostic]

    init(_ text: String, limits: Limits = Limits()) {
        self.init(Array(text.utf8), limits: limits)
    }

    init(_ bytes: [UInt8], name: String = "input.yaml", limits: Limits = Limits()) {
        var files = SourceFiles()
        var problems = Problems()
        node = parse(bytes, name: name, into: &files, limits: limits, problems: &problems)
        text = files.files[0].bytes
        diagnostics = problems.diagnostics
    }

    /// The text a place covers.
    func text(_ place: Place) -> String {
        String(decoding: text[Int(place.start)..<Int(place.end)], as: UTF8.self)
    }

    var kinds: [String] { diagnostics.map(\.kind) }
}

extension Node {
    subscript(key: String) -> Node? {
        if case .mapping(let mapping) = value { mapping[key] } else { nil }
    }

    subscript(index: Int) -> Node? {
        if case .sequence(let items) = value, items.indices.contains(index) { items[index] } else { nil }
    }
}

@Suite struct ParseTests {
    @Test func readsATree() throws {
        let reading = Reading("openapi: 3.1.0\ninfo:\n  title: Café ☕\n  version: 1.10\ntags: [a, 'b', {c: ~}]\n")
        #expect(reading.diagnostics.isEmpty)
        let root = try #require(reading.node)
        #expect(
            root.json == #"{"openapi":"3.1.0","info":{"title":"Café ☕","version":1.10},"tags":["a","b",{"c":"~"}]}"#)
    }

    @Test func placesCoverTheirTokens() throws {
        let reading = Reading("a: &x\n  é: 'ö' # end\n  list: [1, {b: 2}]\nc: !!str  5\nd: *x\ne:\nf: |\n  x\n")
        #expect(reading.diagnostics.isEmpty)
        let root = try #require(reading.node)
        let a = try #require(root["a"])
        #expect(reading.text(a.place) == "é: 'ö' # end\n  list: [1, {b: 2}]")
        #expect(reading.text(try #require(a["é"]).place) == "'ö'")
        #expect(reading.text(try #require(a["list"]).place) == "[1, {b: 2}]")
        #expect(reading.text(try #require(a["list"]?[1]).place) == "{b: 2}")
        #expect(reading.text(try #require(root["c"]).place) == "5")
        #expect(root["d"]?.place == a.place)
        let e = try #require(root["e"])
        #expect(e.place.start == e.place.end)
        #expect(reading.text(try #require(root["f"]).place) == "|\n  x\n")
        guard case .mapping(let mapping) = root.value else { return }
        #expect(mapping.entries.map { reading.text($0.keyPlace) } == ["a", "c", "d", "e", "f"])
    }
}
