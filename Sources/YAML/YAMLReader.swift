import CLibYAML
import Diagnostics

/// Builds the tree of one text from libyaml's events, and decides what YAML and libyaml leave to OpenAPI's rules.
struct YAMLReader: ~Copyable {
    var events: Events
    let text: UnsafeBufferPointer<UInt8>
    var marks: Marks
    var hidden: MaskedCharacters
    let limits: Limits
    let deepest: Int
    var faults: Faults

    var interner = Interner()
    var openItems = Pile<Node>()
    var openEntries = Pile<Mapping.Entry>()
    var anchors: [String: Anchor] = [:]
    var cost = Cost()
    /// Where the last token ended that belongs to a value.
    var end = 0

    init(
        events: consuming Events, text: UnsafeBufferPointer<UInt8>, screening: Screening, mask: Mask?,
        limits: Limits, faults: Faults
    ) {
        self.events = events
        self.text = text
        self.limits = limits
        self.faults = faults
        deepest = min(limits.depth, Limits.deepest)
        marks = Marks(text, isASCII: screening.isASCII)
        hidden = MaskedCharacters(screening.specials, mask: mask)
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

    mutating func document() throws(Halt) -> Node {
        try advance()
        try advance()
        guard events.type == YAML_DOCUMENT_START_EVENT else {
            throw faults.stop(
                .emptyDocument, text.isEmpty ? "the file is empty" : "the document is empty", at: 0..<0)
        }
        let first = range()
        try advance()
        let root = try node(depth: 1)
        try advance()
        try advance()
        if events.type == YAML_DOCUMENT_START_EVENT {
            throw faults.stop(
                .secondDocument, "a second document starts here", at: range(),
                notes: [Diagnostic.Note("the first one starts here", at: faults.place(first))],
                hint: "a file may have only one document")
        }
        return root
    }

    mutating func advance() throws(Halt) {
        if events.advance() { return }
        let failure = events.failure
        let at = marks.offset(failure.index)
        try reportUnquoted(before: at)
        let context = failure.context.isEmpty ? 0 : marks.offset(failure.contextIndex)
        throw SyntaxFault(failure: failure, at: at, context: context, text: text).report(to: &faults)
    }

    /// The bytes of the current event.
    mutating func range() -> Range<Int> {
        let start = marks.offset(events.start)
        return start..<max(start, marks.offset(events.end))
    }

    mutating func reportUnquoted(before end: Int) throws(Halt) {
        for special in hidden.take(before: end) where special.kind == .character { try faults.add(special) }
    }

    // MARK: Nodes

    /// Reads the node that the current event starts, up to its last event.
    mutating func node(depth: Int) throws(Halt) -> Node {
        let properties = events.properties
        guard !properties.isEmpty else { return try content(nil, depth: depth) }
        var tag: Tag?
        if let pointer = properties.tag {
            let range = propertyRange(UInt8(ascii: "!"))
            let spelling = String(decoding: text[range], as: UTF8.self)
            tag = try Tag(String(cString: pointer), spelling, at: range, faults: &faults)
        }
        guard let pointer = properties.anchor else { return try content(tag, depth: depth) }
        let name = String(cString: pointer)
        let before = cost
        cost.anchors += 1
        let serial = cost.anchors
        let range = propertyRange(UInt8(ascii: "&"))
        if range.count != name.utf8.count + 1 {
            // libyaml ends the name where its own alphabet does and takes the rest for the value.
            try faults.add(
                .yamlSyntax, "the name of an anchor can only have letters, digits, '-' and '_'", at: range)
        }
        anchors[name] = Anchor(serial: serial, place: faults.place(range))
        cost.deepest = depth - 1
        let node = try content(tag, depth: depth)
        if anchors[name]?.serial == serial {
            anchors[name]?.value = Anchor.Value(
                node: node, weight: cost.weight - before.weight, height: cost.deepest - (depth - 1))
        }
        cost.deepest = max(cost.deepest, before.deepest)
        return node
    }

    mutating func content(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
        cost.written += 1
        if cost.written > limits.nodes {
            throw faults.stop(.limitNodes, "the document has more than \(limits.nodes) values", at: range())
        }
        switch events.type {
        case YAML_SCALAR_EVENT: return try scalar(tag)
        case YAML_ALIAS_EVENT: return try alias(depth: depth)
        case YAML_SEQUENCE_START_EVENT: return try sequence(tag, depth: depth)
        default: return try mapping(tag, depth: depth)
        }
    }

    mutating func enter(_ depth: Int) throws(Halt) {
        cost.deepest = max(cost.deepest, depth)
        if depth > deepest {
            let start = marks.offset(events.start)
            throw faults.stop(
                .limitDepth, "more than \(deepest) lists and mappings are nested here",
                at: start..<min(start + 1, text.count))
        }
    }

    mutating func sequence(_ tag: Tag?, depth: Int) throws(Halt) -> Node {
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
}
