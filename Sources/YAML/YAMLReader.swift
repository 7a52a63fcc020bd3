import CLibYAML
import Diagnostics

/// Reads valid UTF-8 as YAML (version 1.2's core structure, as far as libyaml understands it) and decides what OpenAPI's rules leave open.
func readYAML(_ text: UnsafeBufferPointer<UInt8>, limits: Limits, faults: inout Faults) -> Node? {
    let screening = Screening(text)
    do throws(Halt) {
        try refuseUnreadable(screening, text, faults: &faults)
        if screening.specials.isEmpty {
            return try readEvents(text, of: text, screening, mask: [], limits: limits, faults: &faults)
        }
        guard let (masked, mask) = screening.masked(text) else {
            throw faults.stop(
                "control-character", "there is a control character here", at: screening.specials[0].bytes)
        }
        let root: Result<Node?, Halt> = masked.withUnsafeBufferPointer { masked in
            Result { () throws(Halt) in
                try readEvents(masked, of: text, screening, mask: mask, limits: limits, faults: &faults)
            }
        }
        return try root.get()
    } catch {
        return nil
    }
}

private func readEvents(
    _ input: UnsafeBufferPointer<UInt8>, of text: UnsafeBufferPointer<UInt8>, _ screening: Screening, mask: [UInt8],
    limits: Limits, faults: inout Faults
) throws(Halt) -> Node? {
    guard let events = Events(input) else {
        throw faults.stop("memory", "there is not enough memory to read the file", at: 0..<0)
    }
    var reader = YAMLReader(
        events: events, text: text, screening: screening, mask: mask, limits: limits, faults: faults)
    let root = reader.read()
    faults = reader.faults
    return root
}

/// Refuses what would make every later message misleading.
private func refuseUnreadable(
    _ screening: Screening, _ text: UnsafeBufferPointer<UInt8>, faults: inout Faults
) throws(Halt) {
    if let first = screening.loneReturns.first {
        let count = screening.loneReturns.count
        throw faults.stop(
            "carriage-return",
            count == 1
                ? "there is a carriage return without a line feed here"
                : "there is a carriage return without a line feed here, and in \(count - 1) other places",
            at: first..<(first + 1), hint: "end every line with LF or CRLF")
    }
    if screening.tagDirectives.count > 64 {
        let start = screening.tagDirectives[64]
        throw faults.stop("limit-directives", "there are more than 64 %TAG directives", at: start..<(start + 4))
    }
}

struct YAMLReader: ~Copyable {
    private var events: Events
    let text: UnsafeBufferPointer<UInt8>
    private var marks: Marks
    private var quoted: QuotedSpecials
    private let limits: Limits
    private let deepest: Int
    private(set) var faults: Faults

    private var interner = Interner()
    private var openItems = Pile<Node>()
    private var openEntries = Pile<Mapping.Entry>()
    private var anchors: [String: Anchor] = [:]
    private var cost = Cost()
    /// Where the last token ended that belongs to a value.
    private var end = 0

    init(
        events: consuming Events, text: UnsafeBufferPointer<UInt8>, screening: Screening, mask: [UInt8],
        limits: Limits, faults: Faults
    ) {
        self.events = events
        self.text = text
        self.limits = limits
        self.faults = faults
        deepest = min(limits.depth, Limits.deepest)
        marks = Marks(text, isASCII: screening.isASCII)
        quoted = QuotedSpecials(screening.specials, mask: mask)
    }

    // MARK: The document

    mutating func read() -> Node? {
        do throws(Halt) {
            let root = try document()
            try reportUnquoted(before: text.count)
            return root
        } catch {
            return nil
        }
    }

    private mutating func document() throws(Halt) -> Node {
        try advance()
        try advance()
        guard events.type == YAML_DOCUMENT_START_EVENT else {
            throw faults.stop(
                "empty-document", "the document is empty", at: 0..<0,
                hint: "an OpenAPI document starts with `openapi: 3.1.0`")
        }
        let first = range()
        try advance()
        let root = try node(depth: 1)
        try advance()
        try advance()
        if events.type == YAML_DOCUMENT_START_EVENT {
            throw faults.stop(
                "second-document", "a second document starts here", at: range(),
                notes: [Diagnostic.Note("the first one", at: faults.place(first))],
                hint: "only one document may stand in a file")
        }
        return root
    }

    private mutating func advance() throws(Halt) {
        if events.advance() { return }
        let failure = events.failure
        let at = marks.offset(failure.index)
        try reportUnquoted(before: at)
        let context = failure.context.isEmpty ? 0 : marks.offset(failure.contextIndex)
        throw SyntaxFault(failure, at: at, context: context, text: text).report(to: &faults)
    }

    /// The bytes of the current event.
    private mutating func range() -> Range<Int> {
        let start = marks.offset(events.start)
        return start..<max(start, marks.offset(events.end))
    }

    private mutating func reportUnquoted(before end: Int) throws(Halt) {
        for special in quoted.take(before: end) { try faults.add(special) }
    }

    // MARK: Nodes

    /// Reads the node that the current event starts, up to its last event.
    private mutating func node(depth: Int) throws(Halt) -> Node {
        let properties = events.properties
        guard !properties.isEmpty else { return try content(nil, depth: depth) }
        var tag: Tag?
        if let pointer = properties.tag {
            tag = try Tag(String(cString: pointer), at: propertyRange(UInt8(ascii: "!")), faults: &faults)
        }
        guard let pointer = properties.anchor else { return try content(tag, depth: depth) }
        let name = String(cString: pointer)
        let before = cost
        cost.anchors += 1
        let serial = cost.anchors
        anchors[name] = Anchor(serial: serial, place: faults.place(propertyRange(UInt8(ascii: "&"))))
        cost.deepest = depth - 1
        let node = try content(tag, depth: depth)
        if anchors[name]?.serial == serial {
            anchors[name]?.value = Anchor.Value(
                node: node, weight: cost.weight - before.weight, height: cost.deepest - (depth - 1))
        }
        cost.deepest = max(cost.deepest, before.deepest)
        return node
    }

    private mutating func content(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
        cost.written += 1
        if cost.written > limits.nodes {
            throw faults.stop("limit-nodes", "the document has more than \(limits.nodes) values", at: range())
        }
        switch events.type {
        case YAML_SCALAR_EVENT: return try scalar(tag)
        case YAML_ALIAS_EVENT: return try alias(depth: depth)
        case YAML_SEQUENCE_START_EVENT: return try sequence(tag, depth: depth)
        default: return try mapping(tag, depth: depth)
        }
    }

    private mutating func enter(_ depth: Int) throws(Halt) {
        cost.deepest = max(cost.deepest, depth)
        if depth > deepest {
            let start = marks.offset(events.start)
            throw faults.stop(
                "limit-depth", "more than \(deepest) lists and mappings are inside one another here",
                at: start..<min(start + 1, text.count))
        }
    }

    private mutating func scalar(_ tag: Tag?) throws(Halt) -> Node {
        let bytes = events.scalarText
        let style = events.scalarStyle
        var range = range()
        if !events.properties.isEmpty {
            let rest = skipProperties(range)
            if !rest.isEmpty { range = rest }
        }
        end = max(end, range.upperBound)
        cost.bulk += bytes.count >> 8
        let isPlain = style == YAML_PLAIN_SCALAR_STYLE
        let value: Node.Value
        if let tag {
            value = try tag.scalar(bytes, isPlain: isPlain, at: range, faults: &faults)
        } else if isPlain {
            value = resolve(bytes)
        } else if quoted.isEmpty || style == YAML_LITERAL_SCALAR_STYLE || style == YAML_FOLDED_SCALAR_STYLE {
            value = .string(interner.text(bytes))
        } else {
            value = .string(try unmask(bytes, range))
        }
        return Node(value, at: faults.place(range))
    }

    /// The text of a quoted scalar with the characters that were masked from libyaml.
    private mutating func unmask(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) throws(Halt) -> String {
        try reportUnquoted(before: range.lowerBound)
        let inside = quoted.take(before: range.upperBound)
        for special in inside where !special.isQuotable { try faults.add(special) }
        return inside.isEmpty ? interner.text(bytes) : quoted.unmask(bytes, inside)
    }

    private mutating func resolve(_ bytes: UnsafeBufferPointer<UInt8>) -> Node.Value {
        guard let first = bytes.first else { return .null }
        switch first {
        case UInt8(ascii: "-"), 0x30...0x39:
            return isJSONNumber(bytes) ? .number(interner.text(bytes)) : .string(interner.text(bytes))
        case UInt8(ascii: "t") where bytes.elementsEqual("true".utf8): return .boolean(true)
        case UInt8(ascii: "f") where bytes.elementsEqual("false".utf8): return .boolean(false)
        case UInt8(ascii: "n") where bytes.elementsEqual("null".utf8): return .null
        default: return .string(interner.text(bytes))
        }
    }

    private mutating func sequence(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
        try enter(depth)
        let isFlow = events.isFlow
        let start = collectionStart()
        try tag?.expect(.sequence, at: start..<min(start + 1, text.count), faults: &faults)
        let base = openItems.count
        while true {
            try advance()
            if events.type == YAML_SEQUENCE_END_EVENT { break }
            openItems.push(try node(depth: depth + 1))
        }
        closeCollection(isFlow, UInt8(ascii: "]"), start)
        return Node(.sequence(openItems.take(from: base)), at: faults.place(start..<max(start, end)))
    }

    // MARK: Mappings

    private mutating func mapping(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
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
                if let merge { try reportRepeated("<<", at: faults.place(key), first: faults.place(merge.key)) }
                try advance()
                let value = try node(depth: depth + 1)
                merge = merge ?? (key, value)
            } else if let key = try self.key(depth: depth + 1) {
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

    private var isMergeKey: Bool {
        guard events.type == YAML_SCALAR_EVENT, events.scalarStyle == YAML_PLAIN_SCALAR_STYLE else { return false }
        return events.scalarText.elementsEqual("<<".utf8) && events.properties.isEmpty
    }

    private struct Key {
        var text: String
        var place: Place
        var kind: Mapping.KeyKind
    }

    /// Reads the key that the current event starts; `nil` if it can be none.
    private mutating func key(depth: Int) throws(Halt) -> Key? {
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
                "key-kind", "a key must be text, and this one is a \(node.isSequence ? "list" : "mapping")",
                at: start..<min(start + 1, Int(place.end)))
            return nil
        }
    }

    private mutating func unique(_ entries: [Mapping.Entry]) throws(Halt) -> Mapping {
        var repeated: [(first: Mapping.Entry, again: Mapping.Entry)] = []
        let mapping = Mapping(checking: entries) { repeated.append(($0, $1)) }
        for (first, again) in repeated {
            try reportRepeated(again.key, at: again.keyPlace, first: first.keyPlace)
        }
        return mapping
    }

    private mutating func reportRepeated(_ key: String, at place: Place, first: Place) throws(Halt) {
        try faults.add(repeatedKey: key, at: place, first: first)
    }

    /// Adds the entries a merge key brings. They come before the mapping's own, which win over them, as the first of a list of
    /// mappings wins over the rest.
    private mutating func merged(_ source: Node, into own: Mapping, at key: Range<Int>) throws(Halt) -> Mapping {
        guard let sources = source.mergeSources else {
            // An alias that stands for nothing has been reported.
            if faults.problems.diagnostics.last?.place == source.place { return own }
            try faults.add(
                "merge-key", "the merge key `<<` takes a mapping or a list of mappings", at: key,
                notes: [Diagnostic.Note("and this is something else", at: source.place)])
            return own
        }
        return Mapping(merging: sources, into: own)
    }

    // MARK: Aliases

    private mutating func alias(depth: Int) throws(Halt) -> Node {
        let name = events.alias
        let range = range()
        end = max(end, range.upperBound)
        guard let anchor = anchors[name] else {
            let known = anchors.count > 100 ? [] : anchors.keys.sorted()
            let hint = nearest(to: name, among: known).map { "did you mean `*\($0)`?" }
            try faults.add("undefined-alias", "nothing before this is anchored as `&\(name)`", at: range, hint: hint)
            return Node(.null, at: faults.place(range))
        }
        guard let value = anchor.value else {
            try faults.add(
                "self-containing-alias", "`*\(name)` stands inside the value it stands for", at: range,
                notes: [Diagnostic.Note("`&\(name)` is anchored here", at: anchor.place)])
            return Node(.null, at: faults.place(range))
        }
        cost.aliased += value.weight
        if cost.aliased > limits.aliasedNodes {
            throw faults.stop(
                "limit-aliases", "the aliases up to here stand for more than \(limits.aliasedNodes) values", at: range)
        }
        cost.deepest = max(cost.deepest, depth - 1 + value.height)
        if cost.deepest > deepest {
            throw faults.stop(
                "limit-depth",
                "with what `*\(name)` stands for, more than \(deepest) lists and mappings are inside one another",
                at: range)
        }
        return value.node
    }

    // MARK: Places

    /// Where the collection starts that the current event opens.
    private mutating func collectionStart() -> Int {
        let range = range()
        let start = events.properties.isEmpty ? range.lowerBound : skipProperties(range).lowerBound
        end = max(end, start)
        return start
    }

    private mutating func closeCollection(_ isFlow: Bool, _ bracket: UInt8, _ start: Int) {
        guard isFlow else { return }
        let close = marks.offset(events.end)
        if close > start, text[close - 1] == bracket { end = max(end, close) }
    }

    /// The bytes of the current event's anchor or tag, by the character it starts with.
    private mutating func propertyRange(_ sign: UInt8) -> Range<Int> {
        let whole = range()
        var start = whole.lowerBound
        while start < whole.upperBound, text[start] != sign {
            start = max(start + 1, propertyEnd(start, limit: whole.upperBound))
        }
        return start..<propertyEnd(start, limit: text.count)
    }

    private func propertyEnd(_ start: Int, limit: Int) -> Int {
        let isVerbatim = text[start...].starts(with: "!<".utf8)
        var at = start
        while at < limit, text[at] > 0x20, isVerbatim || !",[]{}".utf8.contains(text[at]) { at += 1 }
        return at
    }

    /// What is left of a node's bytes after its anchor and tag, and the blanks and comments after them.
    private func skipProperties(_ whole: Range<Int>) -> Range<Int> {
        var at = whole.lowerBound
        let limit = whole.upperBound
        func skip(while condition: (UInt8) -> Bool) { while at < limit, condition(text[at]) { at += 1 } }
        while at < limit {
            switch text[at] {
            case UInt8(ascii: "&"), UInt8(ascii: "!"): at = max(at + 1, propertyEnd(at, limit: limit))
            case 0...0x20: skip { $0 <= 0x20 }
            case UInt8(ascii: "#"): skip { $0 != 0x0A }
            default: return at..<limit
            }
        }
        return limit..<limit
    }
}
