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
}

extension Reader {
    // MARK: Structure

    /// A mapping, without which its holder has no meaning.
    func mapping(_ node: Node, _ what: @autoclosure () -> String) -> Mapping? {
        if case .mapping(let mapping) = node.value { return mapping }
        report(.error, .wrongKind, "\(what()) must be a mapping, but is \(node.kindText)", at: node.place)
        return nil
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
            .repaired, .notText, "\(what) must be text, but is \(node.kindText); it is read as \(quote(text))",
            at: node.place)
        return text
    }

    /// Text that only people read: where it is none, it is left out. It may refer to text in another file.
    func prose(_ entry: Mapping.Entry, in parent: Located) -> String? {
        switch entry.value.value {
        case .mapping:
            let start = parent.child(entry)
            guard entry.value.referenceText != nil else { break }
            let end = references.followPlain(
                start, otherwise: "\(code(entry.key)) is skipped", &findings)
            guard let end else { return nil }
            if case .string(let text) = end.node.value { return text }
        case .sequence: break
        default: return text(entry)
        }
        report(
            .leftOut, .wrongKind,
            "\(code(entry.key)) must be text, but is \(entry.value.kindText); it is skipped", at: entry.value.place)
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
            "\(code(entry.key)) must be true or false, but is \(entry.value.kindText); it is skipped",
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
                "\(code(entry.key)) must be a number, but is \(entry.value.kindText); it is skipped",
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
                    report(.repaired, .emptyValue, "an empty item of \(code(entry.key)) is skipped", at: item.place)
                }.map { ($0, item.place) }
            }
        case .null: reportEmpty(entry)
        default: reportNoList(entry.key, entry.value)
        }
        return []
    }
}
