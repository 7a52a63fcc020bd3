import Diagnostics
import Foundation
import TestSupport
import Testing

@Suite struct DiagnosticsPageTests {
    private static let path = Repository.root.appending(path: "Documentation/Diagnostics.md")

    /// `RECORD_CASES=1` writes the page, and fails the run.
    @Test func thePageIsCurrent() throws {
        let page = try DiagnosticsPage().markdown
        try Recorded.expect(page, in: Self.path)
    }

    @Test func everyKindIsExplainedAndReported() throws {
        let page = try DiagnosticsPage()
        let entries = page.sections.flatMap(\.entries)
        #expect(entries.map(\.kind) == Diagnostic.Kind.allCases.map { $0 })
        let sources = try RepositoryTests.swiftFiles("Sources").filter { !$0.hasSuffix("Diagnostics/Kind.swift") }
            .map { try String(contentsOf: Repository.root.appending(path: $0), encoding: .utf8) }.joined()
        for entry in entries {
            #expect(entry.comment.split(separator: ". ").count > 1, "\(entry.name) says what to do")
            #expect(sources.contains(".\(entry.name)"), "\(entry.name) is not reported")
            #expect(page.example(entry) != nil, "\(entry.name) has no example")
        }
    }

    @Test func messagesAreFoundByTheirPatterns() {
        let pattern = MessagePattern(
            literal: #"the key \(quote(key, limit: (2))) appears \"twice\" in \(place)", at: x"#)
        #expect(pattern.shown == "the key … appears \"twice\" in …")
        #expect(pattern.matches("the key 'a' appears \"twice\" in this list"))
        #expect(!pattern.matches("the key 'a' appears once in this list"))
        #expect(!MessagePattern(literal: #"\(message)""#).matches("anything"))
    }
}
