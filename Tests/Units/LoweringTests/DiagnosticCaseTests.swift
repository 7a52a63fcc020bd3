import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Lowering

/// What is said of the documents in Tests/Integration/Schemas/Cases, word for word; a case without `diagnostics.txt` has nothing to
/// say. How their payloads are read is tested there.
///
/// `RECORD_CASES=1` writes what is found in place of what is expected, and fails the run.
@Suite struct DiagnosticCaseTests {
    static let folder = Repository.root.appendingPathComponent("Tests/Integration/Schemas/Cases")

    static let names: [String] = ["allOf", "presence", "unions"].flatMap { kind in
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(kind).path)
        return (names ?? []).sorted().map { "\(kind)/\($0)" }
    }

    @Test func thereAreCases() {
        #expect(Self.names.count { $0.hasPrefix("unions/") } >= 40)
        #expect(Self.names.count { $0.hasPrefix("allOf/") } >= 30)
    }

    @Test(arguments: names) func says(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let document = try Data(contentsOf: folder.appendingPathComponent("document.yaml"))
        let result = try lowered(Array(document), name: "document.yaml")
        let found = Report(result.problems, in: result.files).text(folding: .none)
        let file = folder.appendingPathComponent("diagnostics.txt")
        let expected = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
            if found.isEmpty {
                try? FileManager.default.removeItem(at: file)
            } else {
                try found.write(to: file, atomically: true, encoding: .utf8)
            }
            Issue.record("recorded")
            return
        }
        #expect(found == expected)
    }
}
