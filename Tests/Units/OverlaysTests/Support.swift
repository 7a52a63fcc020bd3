import Diagnostics
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

extension Node {
    /// As JSON text, numbers as written and members in their order.
    var json: String {
        switch value {
        case .null: "null"
        case .boolean(let flag): String(flag)
        case .number(let text): text
        case .string(let text):
            "\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n"))\""
        case .sequence(let items): "[\(items.map(\.json).joined(separator: ","))]"
        case .mapping(let mapping):
            "{\(mapping.entries.map { "\"\($0.key)\":\($0.value.json)" }.joined(separator: ","))}"
        }
    }
}

/// The values a query selects, as JSON; `nil` where it is no query.
func select(_ query: String, from text: String) -> [String]? {
    guard let path = try? JSONPath(query) else { return nil }
    var evaluator = JSONPathEvaluator(root: tree(text))
    return (try? evaluator.select(path))?.map(\.node.json)
}
