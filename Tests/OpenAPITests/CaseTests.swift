import Foundation
import OpenAPI
import Testing

/// Documents with something wrong, each with its exact messages.
///
/// `RECORD_CASES=1` writes what is found in place of what is expected, and fails the run.
@Suite struct CaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names: [String] = {
        let names = try? FileManager.default.contentsOfDirectory(atPath: folder.path)
        return (names ?? []).sorted()
    }()

    @Test func thereAreCases() {
        #expect(Self.names.count >= 25)
    }

    @Test(arguments: names) func says(_ name: String) throws {
        let folder = Self.folder.appending(path: name)
        let document = Array(try Data(contentsOf: folder.appending(path: "openapi.yaml")))
        let reading = OpenAPITests.read(document, as: "openapi.yaml") { path in
            let url = folder.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) else {
                throw LoadError.missing
            }
            if isFolder.boolValue { throw LoadError.refused("it is not a regular file") }
            return Array(try Data(contentsOf: url))
        }
        let found = reading.lines.map { $0 + "\n" }.joined()
        let expected = folder.appending(path: "diagnostics.txt")
        if ProcessInfo.processInfo.environment["RECORD_CASES"] != nil {
            try found.write(to: expected, atomically: true, encoding: .utf8)
            Issue.record("recorded")
            return
        }
        #expect(found == (try String(contentsOf: expected, encoding: .utf8)))
        #expect(!reading.diagnostics.isEmpty)
    }
}
