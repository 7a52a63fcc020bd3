import Diagnostics
import Lowering
import YAML

extension ConfigurationReader {
    /// Reads `only`, the part of a document that is wanted.
    mutating func readPart(_ node: Node) -> Configuration.Part? {
        guard let fields = mapping(node, "`only`", keys: ["tags", "paths", "operations", "schemas"]) else { return nil }
        func names(_ key: String) -> [Located<String>] { fields[key].map { readChoices($0, key) } ?? [] }
        let part = Configuration.Part(
            tags: names("tags"), paths: names("paths"), operations: names("operations"), schemas: names("schemas"))
        if part.isEmpty, !found {
            report(
                "empty-part", "`only` names nothing", at: node.place,
                hint: "name `tags`, `paths`, `operations` or `schemas`, or remove `only` to generate the whole document"
            )
        }
        return part
    }

    private mutating func readChoices(_ node: Node, _ key: String) -> [Located<String>] {
        guard case .sequence(let items) = node.value else {
            mistyped(node, key, "a list of names from the document")
            return []
        }
        return items.compactMap { item in
            string(item, "a name in `\(key)`", quoted: false).map { Located($0, at: item.place) }
        }
    }
}

extension LoweringOptions.Selection {
    init(_ part: Configuration.Part) {
        func choices(_ names: [Located<String>]) -> [Choice] { names.map { Choice($0.value, at: $0.place) } }
        self.init(
            tags: choices(part.tags), paths: choices(part.paths), operations: choices(part.operations),
            schemas: choices(part.schemas))
    }
}
