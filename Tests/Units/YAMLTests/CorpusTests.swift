import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import YAML

/// Documents people publish, beside the package.
@Suite(.enabled(if: Shared.has("corpus"), "the corpus is not beside the package"))
struct CorpusTests {
    private static func documents() throws -> [(path: String, url: URL)] {
        try Shared.files(in: "corpus").filter { !$0.path.hasSuffix(".tsv") }
    }

    @Test func everyDocumentIsReadToItsEnd() throws {
        let documents = try Self.documents()
        #expect(documents.count == 596)
        for (path, url) in documents {
            let bytes = try Shared.bytes(url)
            let reading = Reading(bytes, name: path)
            #expect((reading.node == nil) == bytes.isEmpty, "\(path)")
            #expect(reading.kinds == (bytes.isEmpty ? ["empty-document"] : []), "\(path)")
        }
    }

    @Test func asJSONEveryDocumentHasTheSameTree() throws {
        var compared = 0
        for (path, url) in try Self.documents() {
            let bytes = try Shared.bytes(url)
            guard !bytes.isEmpty, bytes.count < 100_000, let text = Reading(bytes, name: path).node?.json,
                text.hasPrefix("{") || text.hasPrefix("[")
            else { continue }
            let reading = Reading(text)
            #expect(reading.kinds == [], "\(path)")
            #expect(reading.node?.json == text, "\(path)")
            compared += 1
        }
        #expect(compared > 500)
    }

    @Test func placesLieInsideOneAnother() throws {
        for (path, url) in try Self.documents() where path.hasPrefix("yaml-merge") || path.hasPrefix("docker") {
            let reading = Reading(try Shared.bytes(url), name: path)
            var checked = 0
            check(try #require(reading.node), within: 0..<UInt32(reading.text.count), &checked)
            #expect(checked > 10)
        }
    }

    /// Whether a value lies in its collection, unless an alias brought it there.
    private func check(_ node: Node, within outer: Range<UInt32>, _ checked: inout Int) {
        #expect(node.place.start <= node.place.end)
        let inner = node.place.start..<node.place.end
        guard outer.contains(inner) else { return }
        checked += 1
        switch node.value {
        case .sequence(let items): for item in items { check(item, within: inner, &checked) }
        case .mapping(let mapping): for entry in mapping.entries { check(entry.value, within: inner, &checked) }
        default: break
        }
    }
}
