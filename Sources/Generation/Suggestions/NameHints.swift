import Diagnostics
import Lowering
import OpenAPI
import Overlays
import YAML

/// Names that a document or a configuration has for other generators, as they are written there.
struct NameHints {
    /// A name for what stands at a pointer.
    struct Name {
        var pointer: String
        var text: String
        var kind: SuggestedKind
        /// Whether the pointer leads to a type that is declared beside something else.
        var isInlineType = false
        var place: Place
    }

    /// A group for an operation: `POST /chat` belongs to `chat`, `completions`.
    struct Group {
        var operation: String
        var path: [String]
        var place: Place
    }

    var names: [Name] = []
    var groups: [Group] = []
    /// Hints of the configuration of another generator that lead nowhere.
    var problems = Problems()

    /// Adds hints behind those that are there: the first for a pointer counts.
    mutating func add(_ other: NameHints) {
        names += other.names
        groups += other.groups
        problems.add(contentsOf: other.problems)
    }
}

/// Reads the extensions by which documents name things for the generators of Fern, Speakeasy and Microsoft.
struct ExtensionReader {
    private(set) var hints = NameHints()
    private var tokens: [String] = []
    private var patterns: [(pattern: SearchPattern, name: String, place: Place)] = []

    init(_ root: Node) {
        patterns = Self.patterns(root)
        walk(root)
    }

    /// Speakeasy's names for all operations whose `operationId` matches a pattern.
    private static func patterns(_ root: Node) -> [(SearchPattern, String, Place)] {
        guard let list = root["x-speakeasy-name-override"], case .sequence(let items) = list.value else { return [] }
        return items.compactMap { item in
            guard let pattern = item["operationId"]?.nonEmptyText,
                let name = item["methodNameOverride"]?.nonEmptyText
            else {
                return nil
            }
            return SearchPattern(pattern).map { ($0, name, item.place) }
        }
    }

    private mutating func walk(_ node: Node) {
        switch node.value {
        case .mapping(let mapping):
            read(mapping)
            for entry in mapping.entries where !entry.key.hasPrefix("x-") && !isData(entry.key) {
                step(entry.key, entry.value)
            }
        case .sequence(let items):
            for (index, item) in items.enumerated() { step(String(index), item) }
        default: break
        }
    }

    private mutating func step(_ token: String, _ node: Node) {
        tokens.append(token)
        walk(node)
        tokens.removeLast()
    }

    /// Whether the value of a key is data, in which every key means something else.
    private func isData(_ key: String) -> Bool {
        switch key {
        case "example", "examples", "default", "enum", "const": true
        default: false
        }
    }

    private mutating func read(_ mapping: Mapping) {
        if tokens.count == 3, tokens[0] == "paths", PathItem.methodKeys.contains(tokens[2]) {
            readOperation(mapping)
        } else if tokens.count >= 2 {
            readDeclaration(mapping)
        }
    }

    private mutating func readOperation(_ mapping: Mapping) {
        if let (name, place) = first(of: ["x-fern-sdk-method-name", "x-speakeasy-name-override"], mapping) {
            add(name, .method, at: place)
        } else if let id = mapping["operationId"]?.nonEmptyText,
            let match = patterns.first(where: { $0.pattern.matches(id) })
        {
            add(match.name, .method, at: match.place)
        }
        let operation = "\(tokens[2].uppercased()) \(tokens[1])"
        for key in ["x-fern-sdk-group-name", "x-speakeasy-group"] {
            guard let node = mapping[key] else { continue }
            hints.groups.append(NameHints.Group(operation: operation, path: groupPath(node), place: node.place))
            return
        }
    }

    /// A list of names, or names with dots between them.
    private func groupPath(_ node: Node) -> [String] {
        if case .sequence(let items) = node.value { return items.compactMap(\.nonEmptyText) }
        return (node.text ?? "").split(separator: ".").map(String.init)
    }

    private mutating func readDeclaration(_ mapping: Mapping) {
        switch tokens[tokens.count - 2] {
        case "schemas", "definitions":
            guard let (name, place) = first(of: ["x-fern-type-name", "x-speakeasy-name-override"], mapping) else {
                return
            }
            add(name, .type, at: place)
        case "properties":
            let keys = ["x-fern-property-name", "x-speakeasy-name-override", "x-ms-client-name"]
            if let (name, place) = first(of: keys, mapping) { add(name, .member, at: place) }
        case "parameters":
            let keys = ["x-fern-parameter-name", "x-speakeasy-name-override", "x-ms-client-name"]
            if let (name, place) = first(of: keys, mapping) { add(name, .member, at: place) }
        default:
            guard let (name, place) = first(of: ["x-fern-type-name", "x-speakeasy-name-override"], mapping) else {
                return
            }
            add(name, .type, isInline: true, at: place)
        }
    }

    private func first(of keys: [String], _ mapping: Mapping) -> (name: String, place: Place)? {
        for key in keys {
            if let node = mapping[key], let text = node.nonEmptyText { return (text, node.place) }
        }
        return nil
    }

    private mutating func add(_ text: String, _ kind: SuggestedKind, isInline: Bool = false, at place: Place) {
        let pointer = "#/" + tokens.map(pointerToken).joined(separator: "/")
        hints.names.append(
            NameHints.Name(pointer: pointer, text: text, kind: kind, isInlineType: isInline, place: place))
    }
}

extension Node {
    /// The value of a mapping's key.
    subscript(key: String) -> Node? { if case .mapping(let mapping) = value { mapping[key] } else { nil } }

    /// The text of a string that is not empty.
    var nonEmptyText: String? { text.flatMap { $0.isEmpty ? nil : $0 } }
}
