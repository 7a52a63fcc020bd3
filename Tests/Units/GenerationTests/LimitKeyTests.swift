import Foundation
import Generation
import TestSupport
import Testing
import YAML

@Suite struct LimitKeyTests {
    @Test(arguments: LimitKey.allCases) func thePageHasTheDefault(_ key: LimitKey) throws {
        let page = Repository.root.appending(path: "Documentation/Clientsmith.docc/InputDocuments.md")
        let row = "| `\(key.rawValue)` | `\(key.option)` | \(Limits()[key]) |"
        #expect(try String(contentsOf: page, encoding: .utf8).contains(row), "\(row)")
    }
}
