import Diagnostics
import Foundation
import Testing

@testable import YAML

/// A folder of `Cases` named after its danger: `input.yaml` or `input.json`, and word for word what is said of it in
/// `diagnostics.txt`. What is read without an error is in `value.json`.
struct Case: CustomTestStringConvertible, Sendable {
    let folder: URL
    let input: URL

    var testDescription: String { folder.lastPathComponent }

    static let all: [Case] = {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Cases")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: root.path)) ?? []
        return names.sorted().compactMap { name in
            let folder = root.appendingPathComponent(name)
            let files = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
            return files.first { $0.hasPrefix("input.") }.map {
                Case(folder: folder, input: folder.appendingPathComponent($0))
            }
        }
    }()

    /// What reading the input gives: contents by file name.
    func result() throws -> [String: String] {
        var files = SourceFiles()
        var problems = Problems()
        let bytes = [UInt8](try Data(contentsOf: input))
        let root = parse(bytes, name: input.lastPathComponent, into: &files, problems: &problems)
        let report = Report(problems, in: files)
        var result: [String: String] = [:]
        if !report.diagnostics.isEmpty { result["diagnostics.txt"] = report.text() + report.summary + "\n" }
        if let root, !problems.hasErrors { result["value.json"] = root.text() + "\n" }
        return result
    }
}

@Suite struct CaseTests {
    /// `RECORD_CASES=1` writes what is found in place of what is expected, and fails.
    private static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] != nil

    @Test(arguments: Case.all)
    func readsAsRecorded(one: Case) throws {
        let result = try one.result()
        for name in ["diagnostics.txt", "value.json"] {
            let file = one.folder.appendingPathComponent(name)
            let expected = try? String(contentsOf: file, encoding: .utf8)
            if Self.isRecording, expected != result[name] {
                try? FileManager.default.removeItem(at: file)
                try result[name]?.write(to: file, atomically: true, encoding: .utf8)
            }
            #expect(result[name] == expected, "\(name) of \(one.testDescription)")
        }
        #expect(!Self.isRecording, "recorded; run again without RECORD_CASES")
    }

    @Test func noCaseIsForgotten() {
        #expect(Case.all.count >= 80)
    }
}
