import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Generation

/// What is refused before it is rendered is about what would have been written.
@Suite struct OutputLimitTests {
    @Test(arguments: ["runai", "shipengine", "togai"])
    func estimatesAreCloseToTheOutput(_ service: String) throws {
        let file = Repository.root.appending(path: "specs/\(service).yaml")
        let documents = ["pets.yaml": try String(contentsOf: file, encoding: .utf8)]
        let written = Sample.output(documents)
        #expect(!written.problems.hasErrors)
        let bytes = written.files.filter { !$0.path.contains("Runtime") }.reduce(0) { $0 + $1.bytes.count }
        for (limit, isEnough) in [(3 * bytes, true), (bytes / 3, false)] {
            let configuration = "limits: {outputBytes: \(limit)}\n" + Sample.configuration
            let output = Sample.output(documents, configuration: configuration)
            #expect(output.problems.hasErrors != isEnough, "\(bytes) bytes were written, \(limit) allowed")
            #expect(output.files.isEmpty != isEnough)
        }
    }

    @Test func theMessageSaysHowTheLimitIsRaised() throws {
        let output = Sample.output(configuration: "limits: {declarations: 1}\n" + Sample.configuration)
        let found = try #require(output.problems.diagnostics.first { $0.severity == .error })
        #expect(found.kind == "limit-declarations" && found.place != nil)
        #expect(
            found.hint == "`limits: {declarations: …}` in the configuration, or `--max-declarations`, raises the limit")
    }
}
