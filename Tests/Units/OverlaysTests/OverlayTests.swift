import Diagnostics
import TestSupport
import Testing
import YAML

@testable import Overlays

/// A document and an overlay, read and applied.
struct Applied {
    var root: Node
    var files = SourceFiles()
    var problems = Problems()

    init(_ document: String, _ overlay: String, limits: Limits = Limits()) {
        root = Node(.null, at: Place(file: 0, start: 0, end: 0))
        guard let tree = parse(Array(document.utf8), name: "openapi.yaml", into: &files, problems: &problems),
            let changes = parse(Array(overlay.utf8), name: "fix.overlay.yaml", into: &files, problems: &problems),
            let read = Overlay(changes, problems: &problems)
        else { return }
        root = read.apply(to: tree, limits: limits, problems: &problems)
    }

    /// An overlay of these actions, in flow style.
    init(_ document: String, actions: String..., limits: Limits = Limits()) {
        self.init(
            document,
            "overlay: 1.1.0\ninfo: {title: Fix, version: \"1\"}\nactions:\n" + actions.map { "- \($0)\n" }.joined(),
            limits: limits)
    }

    var kinds: [String] { problems.diagnostics.map(\.kind) }
}

@Suite struct OverlayTests {
    @Test(
        arguments: [
            ("a: {b: 1}", "{target: $.a, update: {c: 2}}", #"{"a":{"b":1,"c":2}}"#),
            ("a: {b: 1}", "{target: $.a, update: {b: x}}", #"{"a":{"b":"x"}}"#),
            (
                "a: {b: {c: [1], d: 1}}", "{target: $, update: {a: {b: {c: [2], e: 3}}}}",
                #"{"a":{"b":{"c":[1,2],"d":1,"e":3}}}"#
            ),
            ("a: [1]", "{target: $.a, update: 2}", #"{"a":[1,2]}"#),
            ("a: [1]", "{target: $.a, update: [2, 3]}", #"{"a":[1,2,3]}"#),
            ("a: [1]", "{target: $.a, update: {b: 2}}", #"{"a":[1,{"b":2}]}"#),
            ("a: [1, 2]", "{target: '$.a[0]', update: x}", #"{"a":["x",2]}"#),
            ("a: x", "{target: $.a, update: null}", #"{"a":null}"#),
            ("a:", "{target: $.a, update: {b: 1}}", #"{"a":{"b":1}}"#),
            ("a: [1, 2, 1]", "{target: '$.a[?@ == 1]', remove: true}", #"{"a":[2]}"#),
            ("a: {b: 1, c: 2}", "{target: '$.a[\"b\", \"b\"]', remove: true}", #"{"a":{"c":2}}"#),
            ("a: {b: {c: 1}}", "{target: $..*, remove: true}", "{}"),
            ("a: {b: 1}", "{target: $.a, remove: true, update: {c: 1}}", "{}"),
            ("a: {b: 1}", "{target: $.a, remove: false, update: {c: 1}}", #"{"a":{"b":1,"c":1}}"#),
            (
                "a: {x: {k: 1}, y: {k: 2}}", "{target: $.a.*, update: {z: 0}}",
                #"{"a":{"x":{"k":1,"z":0},"y":{"k":2,"z":0}}}"#
            ),
            ("a: {t: {t: {}}}", "{target: $..t, update: {z: 0}}", #"{"a":{"t":{"t":{"z":0},"z":0}}}"#),
            ("a: {b: 1}\nc: {d: 2}", "{target: $.c, copy: $.a}", #"{"a":{"b":1},"c":{"d":2,"b":1}}"#),
            ("a: &x {b: 1}\nc: *x", "{target: $.c, update: {d: 2}}", #"{"a":{"b":1},"c":{"b":1,"d":2}}"#),
        ])
    func changes(_ document: String, _ action: String, _ expected: String) {
        let applied = Applied(document, actions: action)
        #expect(applied.kinds == [])
        #expect(applied.root.json == expected)
    }

    @Test func actionsFollowOneAnother() {
        let applied = Applied(
            "paths: {/items: {get: {}}, /some: {put: {}}}", actions: "{target: $.paths, update: {/new: {}}}",
            "{target: \"$.paths['/new']\", copy: \"$.paths['/items']\"}",
            "{target: \"$.paths['/items']\", remove: true}")
        #expect(applied.kinds == [])
        #expect(applied.root.json == #"{"paths":{"/some":{"put":{}},"/new":{"get":{}}}}"#)
    }

    @Test func valuesKeepThePlacesTheyAreWrittenAt() throws {
        let applied = Applied("a: {b: 1}", actions: "{target: $.a, update: {c: two, b: three}}")
        let changed = try #require(applied.root.value.child(0))
        #expect(changed.place.file == 0)
        guard case .mapping(let mapping) = changed.value else { return }
        #expect(mapping.entries.map(\.keyPlace.file) == [0, 1])
        let texts = mapping.entries.map { entry in
            let bytes = applied.files.files[Int(entry.value.place.file)].bytes
            return String(decoding: bytes[Int(entry.value.place.start)..<Int(entry.value.place.end)], as: UTF8.self)
        }
        #expect(texts == ["three", "two"])
        #expect(mapping["c"] != nil && mapping["b"] != nil)
    }

    @Test func largeMappingsAreFoundInAfterwards() throws {
        let document = (0..<100).map { "k\($0): {}\n" }.joined()
        let applied = Applied(
            document, actions: "{target: $.*, update: {z: 1}}", "{target: $, update: {k7: {y: 2}, new: 1}}")
        guard case .mapping(let mapping) = applied.root.value else { return }
        #expect(mapping.entries.count == 101)
        #expect(mapping["k7"]?.json == #"{"z":1,"y":2}"#)
        #expect(mapping["new"]?.json == "1")
    }

    @Test func anUpdateOfManyTargetsIsCharged() {
        let document = "a: [" + String(repeating: "{}, ", count: 1_000) + "]"
        var limits = Limits()
        limits.aliasedNodes = 2_999
        #expect(
            Applied(document, actions: "{target: $.a.*, update: {b: [1]}}", limits: limits).kinds == ["overlay-limit"])
        limits.aliasedNodes = 3_000
        #expect(Applied(document, actions: "{target: $.a.*, update: {b: [1]}}", limits: limits).kinds == [])
        limits.aliasedNodes = 500_000
        let doubling = (0..<60).flatMap { ["{target: $.a, update: {x\($0): {}}}", "{target: $.a.x\($0), copy: $.a}"] }
        let overlay =
            "overlay: 1.1.0\ninfo: {title: t, version: \"1\"}\nactions:\n" + doubling.map { "- \($0)\n" }.joined()
        #expect(Set(Applied("a: {}", overlay, limits: limits).kinds) == ["overlay-limit"])
    }
}
