import Foundation
import TestSupport
import Testing

@testable import YAML

/// The cases of the yaml-test-suite. What we read differently is pinned in `suite-differences.tsv` with the reason; a case that is
/// missing there, stands there needlessly or has another result than it says fails.
@Suite(.enabled(if: Shared.has("yaml-suite"), "the yaml-test-suite is not beside the package"))
struct SuiteTests {
    private struct Case {
        var name: String
        var yaml: [UInt8]
        var json: [UInt8]?
        var isRefused: Bool

        /// What reading gives if it is not what the suite expects.
        var difference: String? {
            let reading = Reading(yaml)
            guard reading.diagnostics.isEmpty, let node = reading.node else {
                return isRefused ? nil : "refused: " + reading.kinds.joined(separator: " ")
            }
            if isRefused { return "read: " + node.comparable }
            guard let json, let expected = Reading(json, name: "in.json").node else { return nil }
            return node.comparable == expected.comparable ? nil : "read: " + node.comparable
        }
    }

    private static func cases() throws -> [Case] {
        let files = try Shared.files(in: "yaml-suite")
        let byPath = Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.url) })
        return try files.filter { $0.path.hasSuffix("/in.yaml") }.map { path, url in
            let name = String(path.dropLast("/in.yaml".count))
            return Case(
                name: name, yaml: try Shared.bytes(url), json: try byPath[name + "/in.json"].map(Shared.bytes),
                isRefused: byPath[name + "/error"] != nil)
        }
    }

    @Test func everyCaseIsReadAsTheSuiteSaysOrAsPinned() throws {
        let cases = try Self.cases()
        #expect(cases.count == 402)
        let list = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(
            "suite-differences.tsv")
        let pinned = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").dropFirst().map {
            $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(2).joined(separator: "\t")
        }
        let found = cases.compactMap { one in one.difference.map { "\(one.name)\t\($0)" } }
        let added = found.filter { !pinned.contains($0) }
        let gone = pinned.filter { !found.contains($0) }
        #expect(added.isEmpty, "not pinned:\n\(added.joined(separator: "\n"))")
        #expect(gone.isEmpty, "pinned but not so:\n\(gone.joined(separator: "\n"))")
    }

    @Test func jsonIsReadAsFoundationReadsIt() throws {
        let texts = try Self.cases().compactMap(\.json)
        var compared = 0
        for text in texts {
            guard let value = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed),
                value is NSArray || value is NSDictionary
            else { continue }
            let node = try #require(Reading(text, name: "in.json").node)
            let written = Data(node.comparable.utf8)
            let again = try JSONSerialization.jsonObject(with: written)
            #expect((value as? NSObject) == (again as? NSObject))
            compared += 1
        }
        #expect(compared > 150)
    }
}
