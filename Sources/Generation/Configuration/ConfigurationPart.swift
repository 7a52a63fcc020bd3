@_spi(Naming) import ClientModel
import Diagnostics
import Lowering
import YAML

extension ConfigurationReader {
    /// Reads `only`, the part of a document that is wanted.
    mutating func readPart(_ node: Node) -> Configuration.Part? {
        guard let fields = mapping(node, .part) else { return nil }
        func names(_ key: String) -> [Located<String>] { fields[key].map { readChoices($0, key) } ?? [] }
        let part = Configuration.Part(
            tags: names("tags"), paths: names("paths"), operations: names("operations"), schemas: names("schemas"))
        if part.isEmpty, !found {
            report(
                .emptyPart, "`only` names nothing", at: node.place,
                hint: "name `tags`, `paths`, `operations` or `schemas`, or remove `only` to generate the whole document"
            )
        }
        return part
    }

    /// Reads `groups`: Swift names, nested ones with dots, and the operations of each.
    mutating func readGroups(_ node: Node) -> [Configuration.Group] {
        guard case .mapping(let groups) = node.value else {
            mistyped(node, "groups", "a mapping from group names to `tags`, `paths` or `operations`")
            return []
        }
        return groups.entries.compactMap { readGroup($0) }
    }

    private mutating func readGroup(_ entry: Mapping.Entry) -> Configuration.Group? {
        let names = entry.key.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let path = names.compactMap { Identifier($0) }
        guard path.count == names.count else {
            report(
                .badGroup, "\(quote(entry.key)) is not a valid name of a group", at: entry.keyPlace,
                hint: "write Swift identifiers, nested ones with a dot: `chat.completions`")
            return nil
        }
        guard let fields = mapping(entry.value, .group) else { return nil }
        func choices(_ key: String) -> [Located<String>] { fields[key].map { readChoices($0, key) } ?? [] }
        let part = Configuration.Part(
            tags: choices("tags"), paths: choices("paths"), operations: choices("operations"))
        if part.isEmpty, !found {
            report(
                .emptyGroup, "the group \(quote(entry.key)) names nothing", at: entry.value.place,
                hint: "name `tags`, `paths` or `operations`")
        }
        let type = fields["type"].flatMap { identifier($0, "a group's type") }
        return Configuration.Group(path: path, part: part, type: type, place: entry.keyPlace)
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

extension LoweringOptions.Group {
    init(_ group: Configuration.Group) {
        let named = LoweringOptions.Selection(group.part)
        self.init(
            path: group.path, tags: named.tags, paths: named.paths, operations: named.operations,
            type: group.type?.value, place: group.place)
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
