import Diagnostics
import Testing

@testable import YAML

/// Inputs that are small or cheap to make and dear to read without limits. Each takes well under a second.
@Suite(.timeLimit(.minutes(1))) struct LimitTests {
    private func text(_ piece: String, _ count: Int) -> String { String(repeating: piece, count: count) }

    @Test func bytes() {
        var limits = Limits()
        limits.bytes = 10
        #expect(Reading("0123456789", limits: limits).kinds.isEmpty)
        #expect(Reading("0123456789\n", limits: limits).kinds == ["limit-bytes"])
    }

    @Test(arguments: ["[", "{a: ", "- ", "{\"a\":", "? ", "{a: [{b: "])
    func depth(opening: String) {
        #expect(Reading(text(opening, 100_000 / opening.utf8.count)).kinds == ["limit-depth"])
        var limits = Limits()
        limits.depth = 3
        #expect(Reading("[[[1]]]", limits: limits).kinds.isEmpty)
        #expect(Reading("[[[[1]]]]", limits: limits).kinds == ["limit-depth"])
        #expect(Reading("a:\n- b: 1\n", limits: limits).kinds.isEmpty)
        #expect(Reading("a:\n- - b: 1\n", limits: limits).kinds == ["limit-depth"])
    }

    @Test func noLimitOnDepthIsTakenBeyondAThousand() {
        var limits = Limits()
        limits.depth = .max
        #expect(Reading(text("[", 1_000) + text("]", 1_000), limits: limits).kinds.isEmpty)
        #expect(Reading(text("[", 1_001) + text("]", 1_001), limits: limits).kinds == ["limit-depth"])
    }

    @Test(arguments: ["[1, 2, 3, 4]", "a: 1\nb: 2\nc: 3\nd: 4\n", "{\"a\": 1, \"b\": [2, 3]}"])
    func nodes(document: String) {
        var limits = Limits()
        limits.nodes = 5
        #expect(Reading(document, limits: limits).kinds.isEmpty)
        limits.nodes = 4
        #expect(Reading(document, limits: limits).kinds == ["limit-nodes"])
    }

    @Test func aliasesAreChargedWithWhatTheyStandFor() {
        var limits = Limits()
        limits.aliasedNodes = 9
        let anchor = "a: &a [1, 2]\n"
        #expect(Reading(anchor + "b: [*a, *a, *a]\n", limits: limits).kinds.isEmpty)
        #expect(Reading(anchor + "b: [*a, *a, *a, *a]\n", limits: limits).kinds == ["limit-aliases"])
        #expect(Reading(anchor + "b: &b [*a, *a]\nc: *b\n", limits: limits).kinds == ["limit-aliases"])
        #expect(Reading("a: &a x\nb: [*a, *a, *a, *a, *a, *a, *a, *a, *a]", limits: limits).kinds.isEmpty)
        #expect(Reading("a: &a \(text("x", 2_560))\nb: *a", limits: limits).kinds == ["limit-aliases"])
    }

    @Test func aliasesOfADocumentOfTheUsualKindPass() {
        let anchored = "params: &params\n" + text("- name: limit\n  in: query\n", 50)
        #expect(Reading(anchored + (0..<600).map { "p\($0): *params\n" }.joined()).kinds.isEmpty)
    }

    @Test func errors() {
        let reading = Reading((0..<5_000).map { "a\($0): *b\n" }.joined())
        #expect(reading.kinds.count == 1_001)
        #expect(reading.kinds.last == "limit-errors")
        #expect(reading.node == nil)
        var limits = Limits()
        limits.errors = 2
        #expect(
            Reading("{\"a\": 1, \"a\": 2, \"a\": 3}", limits: limits).kinds == [
                "duplicate-key", "duplicate-key", "limit-errors",
            ])
        #expect(
            Reading([0xFF, 0x20, 0xFF, 0x20, 0xFF], limits: limits).kinds == ["encoding", "encoding", "limit-errors"])
    }

    @Test func directives() {
        #expect(Reading((0..<20_000).map { "%TAG !a\($0)! a\n" }.joined() + "---\n").kinds == ["limit-directives"])
        #expect(
            Reading("a: 1\n...\n" + (0..<20_000).map { "%TAG !a\($0)! a\n" }.joined()).kinds == ["limit-directives"])
    }

    @Test func manyOfEverythingIsRead() {
        #expect(Reading((0..<100_000).map { "k\($0): &a\($0) v\n" }.joined()).kinds.isEmpty)
        #expect(Reading("[" + (0..<100_000).map { "\"k\($0)\"" }.joined(separator: ",") + "]").kinds.isEmpty)
        #expect(Reading("a: &a 1\nb: [" + text("*a, ", 100_000) + "1]").kinds.isEmpty)
        #expect(Reading("a: \"" + text("x\u{2028}", 100_000) + "\"").kinds.isEmpty)
        #expect(Reading("a: " + text("\u{1F600} ", 100_000) + "\nb: 1").kinds.isEmpty)
        #expect(Reading("{\"" + text("k", 1_000_000) + "\": \"" + text("\\n", 1_000_000) + "\"}").kinds.isEmpty)
    }
}
