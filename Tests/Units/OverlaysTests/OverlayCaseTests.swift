import Diagnostics
import Foundation
import TestSupport
import Testing

/// Overlays with something to say about, each with its exact messages, and what it leaves of the document if there is no error.
@Suite struct OverlayCaseTests {
    static let folder = Repository.root.appending(path: "Tests/Units/OverlaysTests/Cases")

    static let names = Recorded.cases(in: folder)

    @Test func noCaseIsForgotten() { #expect(Self.names.count == 15) }

    @Test(arguments: names) func says(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        func text(_ file: String) throws -> String {
            try String(contentsOf: folder.appending(path: file), encoding: .utf8)
        }
        let applied = Applied(try text("openapi.yaml"), try text("fix.overlay.yaml"))
        let report = Report(applied.problems, in: applied.files)
        try Recorded.expect(report.text() + report.summary + "\n", in: folder.appending(path: "diagnostics.txt"))
        let result = applied.problems.hasErrors ? nil : applied.root.json + "\n"
        try Recorded.expect(result, in: folder.appending(path: "result.json"))
    }
}
