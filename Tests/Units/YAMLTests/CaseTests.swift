import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

/// Inputs named after their danger: `input.yaml` or `input.json`, and word for word what is said of it in `diagnostics.txt`. What is read without an error
/// is in `value.json`.
@Suite struct CaseTests {
    static let folder = Repository.root.appending(path: "Tests/Units/YAMLTests/Cases")

    static let names = Recorded.cases(in: folder)

    @Test func noCaseIsForgotten() { #expect(Self.names.count == 111) }

    @Test(arguments: names) func readsAsRecorded(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        let inputs = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasPrefix("input.") }
        let input = try #require(inputs.first)
        var files = SourceFiles()
        var problems = Problems()
        let bytes = [UInt8](try Data(contentsOf: folder.appending(path: input)))
        let root = parse(bytes, name: input, into: &files, problems: &problems)
        let report = Report(problems, in: files)
        let said = report.diagnostics.isEmpty ? nil : report.text() + report.summary + "\n"
        let value = problems.hasErrors ? nil : root.map { $0.json + "\n" }
        try Recorded.expect(said, in: folder.appending(path: "diagnostics.txt"))
        try Recorded.expect(value, in: folder.appending(path: "value.json"))
    }
}
