@_spi(Naming) import ClientModel
import OpenAPI

/// Which group each operation belongs to.
///
/// What the configuration says comes first. Then operations are grouped by their first tag, and those without one by the resource that their
/// path names. A document with one tag at most, which names none of its resources, is grouped by resources alone. The decision is recorded,
/// so that a second tag moves nothing.
struct Grouping {
    enum Key: Hashable {
        /// The properties that lead to it.
        case configured([Identifier])
        case tag(String)
        /// A segment of paths.
        case resource(String)
        /// Of paths without a literal.
        case rest
    }

    private enum Rule: String { case tags, resources }

    /// What all paths begin with and no name needs.
    let prefix: ResourcePath
    private let rule: Rule
    private let configured: ConfiguredGroups
    /// The tags of operations, in document order, and their words.
    private let tags: [(name: String, words: Words)]
    private let tagNouns: NounIndex

    init(_ document: Document, _ groups: [LoweringOptions.Group], _ recorded: inout RecordedNames) {
        configured = ConfiguredGroups(groups)
        let operations = document.paths.flatMap(\.operations)
        var seen: Set<String> = []
        tags = operations.compactMap { $0.tags.first?.name }.filter { seen.insert($0).inserted }
            .map { ($0, Words($0).withoutTrailingAPI) }
        tagNouns = NounIndex(tags.map(\.words.noun))
        let older = recorded.only(.grouping)
        let paths = document.paths.map { ResourcePath($0.template) }
        prefix = older.map { ResourcePath($0.key) } ?? .common(paths)
        rule = older.flatMap { Rule(rawValue: $0.name) } ?? Self.rule(tags.map(\.words), paths, prefix)
        if !operations.isEmpty { recorded.add(rule.rawValue, for: prefix.text, as: .grouping) }
    }

    private static func rule(_ tags: [Words], _ paths: [ResourcePath], _ prefix: ResourcePath) -> Rule {
        guard let tag = tags.first else { return .resources }
        guard tags.count == 1 else { return .tags }
        let noun = tag.noun
        let isResource = Set(paths.flatMap(\.literals)).contains { isSameNoun(Words($0).noun, noun) }
        let resources = Set(paths.compactMap { $0.dropping(prefix).resource })
        return isResource || resources.count < 2 ? .tags : .resources
    }

    func key(_ item: PathItem, _ operation: OpenAPI.Operation) -> Key {
        if let path = configured.path(item, operation) { return .configured(path) }
        if rule == .tags, let tag = operation.tags.first?.name { return .tag(tag) }
        guard let resource = resource(of: item) else { return .rest }
        if rule == .tags, let same = tagNouns.first(Words(resource).noun) { return .tag(tags[same].name) }
        return .resource(resource)
    }

    /// What a path names.
    func resource(of item: PathItem) -> String? { ResourcePath(item.template).dropping(prefix).resource }

    /// How many words all tags begin with and end with, which names do without. Two tags may share a word by chance.
    var sharedWords: (first: Int, last: Int) {
        guard tags.count > 2 else { return (0, 0) }
        let words = tags.map(\.words)
        let shared = Words.shared(words)
        let least = words.map(\.parts.count).min() ?? 0
        return shared.first + shared.last < least ? shared : shared.first < least ? (shared.first, 0) : (0, 0)
    }
}

/// The groups of the configuration, ready to be asked for.
private struct ConfiguredGroups {
    private var operations: [String: [Identifier]] = [:]
    private var paths: [(template: String, group: [Identifier])] = []
    private var tags: [String: [Identifier]] = [:]

    init(_ groups: [LoweringOptions.Group]) {
        for group in groups {
            for operation in group.operations { operations[operation.name] = group.path }
            for path in group.paths { paths.append((path.name, group.path)) }
            for tag in group.tags { tags[tag.name] = group.path }
        }
        paths.sort { $0.template.utf8.count > $1.template.utf8.count }
    }

    func path(_ item: PathItem, _ operation: OpenAPI.Operation) -> [Identifier]? {
        operation.operationID.flatMap { operations[$0] } ?? operations["\(operation.method) \(item.template)"]
            ?? paths.first { isBelow(item.template, $0.template) }?.group
            ?? operation.tags.lazy.compactMap { tags[$0.name] }.first
    }
}

/// Whether a path is another or continues it.
func isBelow(_ template: String, _ other: String) -> Bool {
    template == other || template.utf8.starts(with: (other.hasSuffix("/") ? other : other + "/").utf8)
}

extension Words {
    /// `Pets API` is about pets.
    var withoutTrailingAPI: Words {
        let parts = parts
        guard parts.count > 1, ["api", "apis"].contains(parts[parts.count - 1]) else { return self }
        return dropping(first: 0, last: 1)
    }
}
