import Diagnostics
import TestSupport
import Testing

@testable import YAML

@Suite struct MappingTests {
    private let nowhere = Place(file: 0, start: 0, end: 0)

    private func mapping(_ keys: [String]) -> Mapping {
        Mapping(
            keys.enumerated().map {
                Mapping.Entry(key: $1, keyPlace: nowhere, value: Node(.number(String($0)), at: nowhere))
            })
    }

    @Test(arguments: [0, 1, 8, 9, 16, 17, 1_000])
    func findsEveryKeyAndNoOther(count: Int) {
        let keys = (0..<count).map { "key-\($0)" }
        let mapping = mapping(keys)
        for (position, key) in keys.enumerated() { #expect(mapping[key]?.json == String(position)) }
        #expect(mapping["key-\(count)"] == nil)
        #expect(mapping[""] == nil)
    }

    @Test(arguments: [3, 12])
    func keysDifferByTheirBytes(count: Int) {
        let keys = ["\u{E9}", "e\u{301}", "\u{212B}", "A\u{30A}"] + (0..<count).map { "k\($0)" }
        let mapping = mapping(keys)
        for (position, key) in keys.enumerated() { #expect(mapping[key]?.json == String(position)) }
        #expect(Reading(keys.map { "\($0): 1\n" }.joined()).kinds.isEmpty)
    }

    @Test func twinsDifferInHowTheirLettersAreComposed() {
        var mapping = mapping(["\u{E9}", "e\u{301}", "\u{FC}", "e"])
        #expect(mapping.entries.map { mapping.hasEqualKey(of: $0.key) } == [true, true, false, false])
        mapping.entries.removeLast()
        mapping.entries.append(Mapping.Entry(key: "u\u{308}", keyPlace: nowhere, value: Node(.null, at: nowhere)))
        #expect(mapping.entries.map { mapping.hasEqualKey(of: $0.key) } == [true, true, true, true])
    }

    @Test(arguments: [3, 12])
    func theFirstOfEqualKeysIsFound(count: Int) {
        let mapping = mapping(["a"] + (0..<count).map { "k\($0)" } + ["a"])
        #expect(mapping["a"]?.json == "0")
        #expect(mapping.entries.count == count + 2)
    }

    @Test func changedEntriesAreFound() {
        var mapping = mapping((0..<20).map { "k\($0)" })
        mapping.entries.append(Mapping.Entry(key: "new", keyPlace: nowhere, value: Node(.null, at: nowhere)))
        mapping.entries.removeFirst()
        #expect(mapping["new"] != nil)
        #expect(mapping["k0"] == nil)
        #expect(mapping["k19"]?.json == "19")
    }

    @Test func aRepeatedKeyLeavesTheFirst() throws {
        let reading = Reading((0..<12).map { "k\($0): \($0)\n" }.joined() + "k1: again\nlast: 1\n")
        #expect(reading.kinds == ["duplicate-key"])
        #expect(reading["k1"]?.json == "1")
        #expect(reading["last"]?.json == "1")
        #expect(reading.entries.count == 13)
    }

    @Test func mergedEntriesKeepThePlacesTheyAreWrittenAt() throws {
        let reading = Reading("a: &a {x: 1}\nb:\n  y: 2\n  <<: *a\n")
        let merged = try #require(reading["b"])
        guard case .mapping(let mapping) = merged.value else { return }
        #expect(mapping.entries.map(\.keyPlace.start) == [7, 18])
        #expect(merged.json == #"{"x":1,"y":2}"#)
    }

    @Test func aNodeStaysSmall() {
        #expect(MemoryLayout<Node>.stride <= 32)
        #expect(MemoryLayout<Mapping.Entry>.stride <= 64)
    }
}
