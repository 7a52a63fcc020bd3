import Diagnostics
import TestSupport
import YAML

@testable import Overlays

/// The tree of a text without faults.
func tree(_ text: String) -> Node {
    var files = SourceFiles()
    var problems = Problems()
    let root = parse(Array(text.utf8), name: "document", into: &files, problems: &problems)
    return problems.hasErrors
        ? Node(.null, at: Place(file: 0, start: 0, end: 0)) : root ?? Node(.null, at: .init(file: 0, start: 0, end: 0))
}

/// The values a query selects, as JSON; `nil` where it is no query.
func select(_ query: String, from text: String) -> [String]? {
    guard let path = try? JSONPath(query) else { return nil }
    var evaluator = JSONPathEvaluator(root: tree(text))
    return (try? evaluator.select(path))?.map(\.node.json)
}
