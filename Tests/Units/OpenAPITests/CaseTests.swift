import Foundation
import OpenAPI
import TestSupport
import Testing

/// Documents with something wrong, each with its exact messages.
///
/// `RECORD_CASES=1` writes what is found in place of what is expected, and fails the run.
@Suite struct CaseTests {
    static let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Cases")

    static let names = Recorded.cases(in: folder)

    @Test func noCaseIsForgotten() { #expect(Self.names.count == 44) }

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
        try Recorded.expect(found, in: folder.appending(path: "diagnostics.txt"))
        #expect(!reading.diagnostics.isEmpty)
    }
}
