import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Generation

/// Configurations with something wrong, each with its exact messages. A case without `pets.yaml` of its own has the sample document.
///
/// `RECORD_CASES=1` writes what is found in place of what is expected, and fails the run.
@Suite struct ConfigurationCaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names = Recorded.cases(in: folder)

    @Test func noCaseIsForgotten() { #expect(Self.names.count == 69) }

    @Test(arguments: names) func says(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        let configuration = try String(contentsOf: folder.appending(path: "clientsmith.yaml"), encoding: .utf8)
        let document = try? String(contentsOf: folder.appending(path: "pets.yaml"), encoding: .utf8)
        let output = Sample.output(["pets.yaml": document ?? Sample.pets], configuration: configuration)
        let found = Sample.text(output)
        try Recorded.expect(found, in: folder.appending(path: "diagnostics.txt"))
        #expect(!found.isEmpty)
        #expect(output.files.isEmpty == output.problems.hasErrors)
    }
}
