import CLibYAML
import Diagnostics

extension YAMLReader {
    mutating func mapping(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
        try enter(depth)
        let isFlow = events.isFlow
        let start = collectionStart()
        try tag?.expect(.mapping, at: start..<min(start + 1, text.count), faults: &faults)
        let base = openEntries.count
        var merge: (key: Range<Int>, value: Node)?
        while true {
            try advance()
            if events.type == YAML_MAPPING_END_EVENT { break }
            if isMergeKey {
                let key = range()
                if let merge {
                    try faults.add(
                        repeatedKey: "<<", in: "mapping", at: faults.place(key), first: faults.place(merge.key))
                }
                try advance()
                let value = try node(depth: depth + 1)
                merge = merge ?? (key, value)
            } else if let key = try self.key(depth: depth + 1, isFlow: isFlow) {
                try advance()
                let value = try node(depth: depth + 1)
                openEntries.push(Mapping.Entry(key: key.text, keyPlace: key.place, keyKind: key.kind, value: value))
            } else {
                try advance()
                _ = try node(depth: depth + 1)
            }
        }
        closeCollection(isFlow, UInt8(ascii: "}"), start)
        var mapping = try unique(openEntries.take(from: base))
        if let merge { mapping = try merged(merge.value, into: mapping, at: merge.key) }
        return Node(.mapping(mapping), at: faults.place(start..<max(start, end)))
    }

    var isMergeKey: Bool {
        guard events.type == YAML_SCALAR_EVENT, events.scalarStyle == YAML_PLAIN_SCALAR_STYLE else { return false }
        let text = events.scalarText
        guard text.count == 2, text[0] == UInt8(ascii: "<"), text[1] == UInt8(ascii: "<") else { return false }
        let properties = events.properties
        return properties.tag.map { String(cString: $0) == Tag.merge } ?? (properties.anchor == nil)
    }

    struct Key {
        var text: String
        var place: Place
        var kind: Mapping.KeyKind
    }

    /// Reads the key that the current event starts; `nil` if it can be none.
    mutating func key(depth: Int, isFlow: Bool) throws(Halt) -> Key? {
        if isFlow { try refuseQuestionMark() }
        let alias = events.type == YAML_ALIAS_EVENT ? faults.place(range()) : nil
        let node = try node(depth: depth)
        cost.written -= 1
        let place = alias ?? node.place
        switch node.value {
        case .string(let text): return Key(text: text, place: place, kind: .string)
        case .number(let text): return Key(text: text, place: place, kind: .number)
        case .boolean(let flag): return Key(text: flag ? "true" : "false", place: place, kind: .boolean)
        case .null:
            let isOmitted = events.type == YAML_SCALAR_EVENT && events.scalarText.isEmpty
            return Key(text: isOmitted ? "" : "null", place: place, kind: .null)
        case .sequence, .mapping:
            let start = Int(place.start)
            try faults.add(
                .keyKind, "a key must be a string, not a \(node.isSequence ? "list" : "mapping")",
                at: start..<min(start + 1, Int(place.end)))
            return nil
        }
    }

    /// libyaml takes `{?a: b}` for `{? a: b}`, though the question mark belongs to the key.
    private mutating func refuseQuestionMark() throws(Halt) {
        let start = marks.offset(events.start)
        guard start > 0, text[start - 1] == UInt8(ascii: "?") else { return }
        try faults.add(
            .yamlSyntax, "an unquoted string inside brackets or braces can't start with '?'", at: (start - 1)..<start,
            hint: "quote it")
    }

    mutating func unique(_ entries: [Mapping.Entry]) throws(Halt) -> Mapping {
        var repeated: [(first: Mapping.Entry, again: Mapping.Entry)] = []
        let mapping = Mapping(checking: entries) { repeated.append(($0, $1)) }
        for (first, again) in repeated {
            try faults.add(repeatedKey: again.key, in: "mapping", at: again.keyPlace, first: first.keyPlace)
        }
        return mapping
    }

    /// Adds the entries a merge key brings. They come before the mapping's own, which win over them, as the first of a list of
    /// mappings wins over the rest.
    mutating func merged(_ source: Node, into own: Mapping, at key: Range<Int>) throws(Halt) -> Mapping {
        guard let sources = source.mergeSources else {
            // An alias that stands for nothing has been reported.
            if faults.problems.diagnostics.last?.place == source.place { return own }
            try faults.add(
                .mergeKey, "the merge key '<<' needs a mapping or a list of mappings", at: key,
                notes: [Diagnostic.Note("found another value", at: source.place)])
            return own
        }
        return Mapping(merging: sources, into: own)
    }
}
