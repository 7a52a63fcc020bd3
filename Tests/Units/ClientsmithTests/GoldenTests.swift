import Foundation
import TestSupport
import Testing

/// The Swift that is written for each construct, whole: a change of a template or of a name shows itself in the files of
/// `Tests/Golden`.
///
/// `RECORD_CASES=1` writes what is generated in place of what is expected, and fails the run.
@Suite struct GoldenTests {
    private static let folder = Repository.root.appending(path: "Tests/Golden")

    private static var documents: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.appending(path: "Documents").path).sorted()
        }
    }

    @Test(arguments: ["clientsmith.yaml", "fixed.yaml"])
    func theOutputIsExpected(configuration: String) throws {
        let path = Self.folder.appending(path: configuration).path
        if Recorded.isRecording {
            #expect(try Tool.run("generate", "--config", path, in: Scratch()).status == 0)
            Issue.record("recorded; run again without RECORD_CASES")
            return
        }
        let checked = try Tool.run("check", "--config", path, in: Scratch())
        #expect(checked.status == 0, "\(checked.output)\(checked.errors)")
    }

    /// Every document has a client, and none is longer than a reviewer reads.
    @Test func documentsAreShortAndGenerated() throws {
        let configuration = try String(contentsOf: Self.folder.appending(path: "clientsmith.yaml"), encoding: .utf8)
        let documents = try Self.documents
        #expect(documents.count == 18)
        for document in documents {
            let path = "Documents/\(document)"
            let text = try String(contentsOf: Self.folder.appending(path: path), encoding: .utf8)
            #expect(text.split(separator: "\n").count <= 60, "\(path)")
            #expect(configuration.contains("document: \(path),"), "\(path)")
        }
    }
}
