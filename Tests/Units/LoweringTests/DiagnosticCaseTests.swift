import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Lowering

/// What is said of the documents in Tests/Integration/Payloads/Cases, word for word; a case without `diagnostics.txt` has nothing to
/// say. How their payloads are read is tested there.
///
/// `RECORD_CASES=1` writes what is found in place of what is expected, and fails the run.
@Suite struct DiagnosticCaseTests {
    static let folder = Repository.root.appendingPathComponent("Tests/Integration/Payloads/Cases")

    static let names = ["allOf", "presence", "unions"].flatMap { kind in
        Recorded.cases(in: folder.appendingPathComponent(kind)).map { "\(kind)/\($0)" }
    }

    @Test(arguments: [("allOf", 47), ("presence", 11), ("unions", 59)])
    func noCaseIsForgotten(_ kind: String, _ count: Int) {
        #expect(Self.names.count { $0.hasPrefix("\(kind)/") } == count)
    }

    @Test(arguments: names) func says(_ name: String) throws {
        let folder = Self.folder.appendingPathComponent(name)
        let document = try Data(contentsOf: folder.appendingPathComponent("document.yaml"))
        let result = try lowered(Array(document), name: "document.yaml")
        let found = Report(result.problems, in: result.files).text(folding: .none)
        try Recorded.expect(found.isEmpty ? nil : found, in: folder.appendingPathComponent("diagnostics.txt"))
    }
}
