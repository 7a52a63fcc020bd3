import Diagnostics
import YAML

extension Node {
    /// What the node is, as a message says it.
    var kindText: String {
        switch value {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .number: "a number"
        case .string: "text"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    var isNull: Bool {
        if case .null = value { true } else { false }
    }
}

extension Reader {
    // MARK: Structure

    /// A mapping, without which its holder has no meaning.
    func mapping(_ node: Node, _ what: @autoclosure () -> String) -> Mapping? {
        if case .mapping(let mapping) = node.value { return mapping }
        report(.error, .wrongKind, "\(what()) must be a mapping, but is \(node.kindText)", at: node.place)
        return nil
    }

    /// The entries of a mapping of names. Nothing, and the empty list some serializers write for it, have none.
    func entries(_ entry: Mapping.Entry) -> [Mapping.Entry] {
        switch entry.value.value {
        case .mapping(let mapping):
            for entry in mapping.entries where entry.keyKind != .string { reportKeyKind(entry) }
            return mapping.entries
        case .null:
            reportEmpty(entry)
        case .sequence(let items) where items.isEmpty:
            report(
                .repaired, .wrongKind,
                "\(code(entry.key)) must be a mapping, but is an empty list; it is read as empty",
                at: entry.value.place)
        default:
            _ = mapping(entry.value, "\(code(entry.key))")
        }
        return []
    }

    /// The named members of a mapping, without specification extensions.
    func members(_ entry: Mapping.Entry) -> [Mapping.Entry] {
        entries(entry).filter { !$0.key.hasPrefix("x-") }
    }

    /// The items of a list. A mapping where a list of mappings belongs is its only item.
    func items(_ entry: Mapping.Entry) -> [Node] {
        switch entry.value.value {
        case .sequence(let items): return items
        case .null:
            reportEmpty(entry)
        default:
            report(
                .error, .wrongKind, "\(code(entry.key)) must be a list, but is \(entry.value.kindText)",
                at: entry.value.place)
        }
        return []
    }

    private func reportKeyKind(_ entry: Mapping.Entry) {
        let kind = entry.keyKind == .number ? "a number" : "no text"
        report(
            .repaired, .numberKey, "the key \(entry.key) is \(kind); it is read as \(quote(entry.key))",
            at: entry.keyPlace, hint: "write it in quotes")
    }

    func reportEmpty(_ entry: Mapping.Entry) {
        report(.repaired, .emptyValue, "\(code(entry.key)) has no value; it is read as absent", at: entry.keyPlace)
    }

    // MARK: Scalars

    /// Text. A number, `true` or `false` is the text as written.
    func text(_ entry: Mapping.Entry) -> String? {
        text(entry.value, "\(code(entry.key))", whenNull: { reportEmpty(entry) })
    }

    func text(_ node: Node, _ what: @autoclosure () -> String, whenNull: () -> Void) -> String? {
        switch node.value {
        case .string(let text): return text
        case .number(let text): return unquoted(text, node, what())
        case .boolean(let value): return unquoted(value ? "true" : "false", node, what())
        case .null: whenNull()
        case .sequence, .mapping:
            report(.error, .wrongKind, "\(what()) must be text, but is \(node.kindText)", at: node.place)
        }
        return nil
    }

    private func unquoted(_ text: String, _ node: Node, _ what: String) -> String {
        report(
            .repaired, .notText, "\(what) must be text, but is \(node.kindText); it is read as \"\(text)\"",
            at: node.place)
        return text
    }

    /// Text that only people read: where it is none, it is left out. It may refer to text in another file.
    func prose(_ entry: Mapping.Entry, in parent: Located) -> String? {
        switch entry.value.value {
        case .mapping:
            let start = parent.child(entry)
            guard referenceText(of: entry.value) != nil else { break }
            let end = followPlain(start, otherwise: "\(code(entry.key)) is left out")
            guard let end else { return nil }
            if case .string(let text) = end.node.value { return text }
        case .sequence: break
        default: return text(entry)
        }
        report(
            .leftOut, .wrongKind,
            "\(code(entry.key)) must be text, but is \(entry.value.kindText); it is left out", at: entry.value.place)
        return nil
    }

    /// `true` or `false`, also where spelled as text.
    func boolean(_ entry: Mapping.Entry) -> Bool? {
        switch entry.value.value {
        case .boolean(let value): return value
        case .null:
            reportEmpty(entry)
            return nil
        case .string(let text):
            if let value = ["true": true, "false": false][text.lowercased()] {
                report(
                    .repaired, .spelling,
                    "\(code(entry.key)) must be true or false; \(quote(text)) is read as \(value)",
                    at: entry.value.place)
                return value
            }
        default: break
        }
        report(
            .leftOut, .wrongKind,
            "\(code(entry.key)) must be true or false, but is \(entry.value.kindText); it is left out",
            at: entry.value.place)
        return nil
    }

    /// The text of a number, as written, also where it is quoted.
    func number(_ entry: Mapping.Entry) -> String? {
        switch entry.value.value {
        case .number(let text): return text
        case .null:
            reportEmpty(entry)
            return nil
        case .string(let text) where NumberText.isNumber(text):
            report(
                .repaired, .spelling, "\(code(entry.key)) must be a number; the text is read as \(text)",
                at: entry.value.place)
            return text
        default:
            report(
                .leftOut, .wrongKind,
                "\(code(entry.key)) must be a number, but is \(entry.value.kindText); it is left out",
                at: entry.value.place)
            return nil
        }
    }

    /// A list of texts with their places; a single text is its only item.
    func texts(_ entry: Mapping.Entry) -> [(name: String, place: Place)] {
        switch entry.value.value {
        case .string(let text):
            report(
                .repaired, .wrongKind,
                "\(code(entry.key)) must be a list of texts; \(quote(text)) is read as its only item",
                at: entry.value.place)
            return [(text, entry.value.place)]
        case .sequence(let items):
            return items.compactMap { item in
                text(item, "an item of \(code(entry.key))") {
                    report(.repaired, .emptyValue, "an empty item of \(code(entry.key)) is left out", at: item.place)
                }.map { ($0, item.place) }
            }
        default:
            _ = items(entry)
            return []
        }
    }

    // MARK: Objects

    /// Reads the known keys of an object in document order and names the unknown ones.
    ///
    /// - Returns: false where the node is no mapping.
    @discardableResult
    func read<Key: ObjectKey>(_ located: Located, _ body: (Key, Mapping.Entry) -> Void) -> Bool {
        guard let mapping = mapping(located.node, Key.table.object) else { return false }
        let family = family(of: located)
        for entry in mapping.entries {
            if let key = Key.table[entry.key] {
                if let versions = Key.table.versions(of: key), !versions.contains(family) {
                    reportOtherVersion(entry, versions, family)
                }
                body(key, entry)
            } else {
                reportUnknown(entry, in: Key.table.object, among: Key.table.names)
            }
        }
        return true
    }

    func reportOtherVersion(
        _ entry: Mapping.Entry, _ versions: ClosedRange<Version.Family>, _ family: Version.Family
    ) {
        let other = family < versions.lowerBound ? versions.lowerBound : versions.upperBound
        report(
            .remark, .otherVersionKey,
            "\(code(entry.key)) is a key of OpenAPI \(other.text), not of \(family.text); it is read as it is meant there",
            at: entry.keyPlace)
    }

    func reportUnknown(_ entry: Mapping.Entry, in object: String, among names: [String]) {
        guard !entry.key.hasPrefix("x-") else { return }
        report(
            .remark, .unknownKey, "\(code(entry.key)) is no key of \(object); it is not read", at: entry.keyPlace,
            hint: hint(for: entry.key, among: names))
    }

    func reportMissing(_ key: String, in object: String, at place: Place) {
        report(.error, .missingKey, "\(object) needs \(code(key))", at: place)
    }
}
