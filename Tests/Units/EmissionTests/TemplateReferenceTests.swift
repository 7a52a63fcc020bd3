import Emission
import Foundation
import TestSupport
import Testing

/// What template authors read.
@Suite struct TemplateReferenceTests {
    static let templates = Repository.root.appending(path: "Templates")

    /// `RECORD_CASES=1` writes the page, and fails the run.
    @Test func thePageIsCurrent() throws {
        try Recorded.expect(templateReference(), in: Self.templates.appending(path: "README.md"))
    }

    /// Every tag of every template of the tool is in the page.
    @Test func everyKeyInUseIsThere() throws {
        let page = templateReference()
        let paths = FileManager.default.enumerator(atPath: Self.templates.path)?.compactMap { $0 as? String } ?? []
        let files = paths.filter { $0.hasSuffix(".mustache") }
        #expect(files.count > 10)
        for file in files {
            let text = try String(contentsOf: Self.templates.appending(path: file), encoding: .utf8)
            for match in text.matches(of: /\{\{[#^]?([A-Za-z]+)\}\}/) {
                #expect(page.contains("| `\(match.1)` | "), "\(file) has \(match.1)")
            }
        }
    }
}
