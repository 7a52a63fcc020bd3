public import Diagnostics
public import YAML

extension Overlay {
    /// Reads an Overlay document.
    ///
    /// - Returns: `nil` where anything is wrong with it; each mistake is in `problems` as an error, with its place. An overlay is written by
    ///   the one who runs the tool, so that nothing in it is guessed.
    public init?(_ root: Node, problems: inout Problems) {
        var reader = OverlayReader()
        let overlay = reader.overlay(root)
        problems.add(contentsOf: reader.problems)
        guard let overlay, !reader.problems.hasErrors else { return nil }
        self = overlay
    }
}

private struct OverlayReader {
    private(set) var problems = Problems()
    /// Whether the version has `copy`.
    private var hasCopy = false

    mutating func overlay(_ root: Node) -> Overlay? {
        guard
            let fields = mapping(
                root, "an overlay", keys: ["overlay", "info", "extends", "actions"],
                required: ["overlay", "info", "actions"])
        else { return nil }
        if let version = fields["overlay"] { readVersion(version) }
        if let info = fields["info"] {
            let keys = ["title", "version", "description"]
            _ = mapping(info, "the `info` of an overlay", keys: keys, required: ["title", "version"])
        }
        var extends: (String, Place)?
        if let node = fields["extends"] { extends = text(node, "extends").map { ($0, node.place) } }
        let actions = fields["actions"].map { readActions($0) } ?? []
        return Overlay(extends: extends, actions: actions)
    }

    private mutating func readVersion(_ node: Node) {
        let text: String
        switch node.value {
        case .string(let version), .number(let version): text = version
        default: text = ""
        }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        hasCopy = parts.starts(with: ["1", "1"])
        guard !parts.starts(with: ["1", "0"]), !hasCopy else { return }
        report(
            .overlayUnknownVersion,
            text.isEmpty
                ? "the version of an overlay must be a string such as 1.1.0"
                : "\(quote(text)) is not a supported version of overlays; use 1.0 or 1.1", at: node.place)
    }

    private mutating func readActions(_ node: Node) -> [Overlay.Action] {
        guard case .sequence(let items) = node.value else {
            report(.overlayWrongType, "`actions` must be a list of actions", at: node.place)
            return []
        }
        if items.isEmpty { report(.overlayNoActions, "`actions` must not be empty", at: node.place) }
        return items.compactMap { readAction($0) }
    }

    private mutating func readAction(_ node: Node) -> Overlay.Action? {
        guard
            let fields = mapping(
                node, "an action", keys: ["target", "description", "update", "copy", "remove"], required: ["target"]),
            let target = fields["target"], let path = path(target, "target"),
            let change = change(fields, at: node.place)
        else { return nil }
        return Overlay.Action(target: path, place: target.place, change: change)
    }

    private mutating func change(_ fields: Mapping, at place: Place) -> Overlay.Action.Change? {
        if let copy = fields.entry("copy"), !hasCopy {
            report(
                .overlayUnknownKey, "`copy` is not a key of overlays before 1.1", at: copy.keyPlace,
                hint: "write `overlay: 1.1.0`")
            return nil
        }
        if let remove = fields["remove"] {
            guard case .boolean(let flag) = remove.value else {
                report(.overlayWrongType, "`remove` must be true or false", at: remove.place)
                return nil
            }
            if flag { return .remove }
        }
        switch (fields["update"], fields["copy"]) {
        case (let update?, nil): return .update(update)
        case (nil, let copy?): return path(copy, "copy").map { .copy($0, place: copy.place) }
        case (nil, nil): report(.overlayNoChange, "an action needs `update`, `copy` or `remove: true`", at: place)
        case (_?, let copy?): report(.overlayTwoChanges, "an action has `update` or `copy`, not both", at: copy.place)
        }
        return nil
    }

    private mutating func path(_ node: Node, _ key: String) -> JSONPath? {
        guard let text = text(node, key) else { return nil }
        do throws(JSONPath.SyntaxError) {
            return try JSONPath(text)
        } catch {
            let position = String(decoding: text.utf8.prefix(error.offset), as: UTF8.self).count + 1
            report(
                .overlayBadJSONPath,
                "\(quote(text)) is not a valid JSONPath query: at character \(position), \(error.message)",
                at: node.place, hint: error.hint)
            return nil
        }
    }

    private mutating func text(_ node: Node, _ key: String) -> String? {
        if case .string(let text) = node.value { return text }
        report(.overlayWrongType, "`\(key)` must be a text", at: node.place)
        return nil
    }

    private mutating func mapping(_ node: Node, _ what: String, keys: [String], required: [String]) -> Mapping? {
        guard case .mapping(let mapping) = node.value else {
            report(.overlayWrongType, "\(what) must be a mapping", at: node.place)
            return nil
        }
        for entry in mapping.entries where !keys.contains(entry.key) && !entry.key.hasPrefix("x-") {
            report(
                .overlayUnknownKey, "\(quote(entry.key)) is not a key of \(what)", at: entry.keyPlace,
                hint: nearest(to: entry.key, among: keys).map { "did you mean `\($0)`?" }
                    ?? "the keys are \(keys.map { "`\($0)`" }.joined(separator: ", "))")
        }
        for key in required where mapping[key] == nil {
            report(.overlayMissingKey, "\(what) needs `\(key)`", at: node.place)
        }
        return mapping
    }

    private mutating func report(_ kind: Diagnostic.Kind, _ message: String, at place: Place, hint: String? = nil) {
        problems.add(Diagnostic(.error, kind, message, at: place, hint: hint))
    }
}
