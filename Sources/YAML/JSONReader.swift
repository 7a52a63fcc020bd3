import Diagnostics

/// Reads JSON text (RFC 8259) with the places of its values. Numbers keep their text.
struct JSONReader: ~Copyable {
    let text: UnsafeBufferPointer<UInt8>
    let limits: Limits
    let deepest: Int
    var faults: Faults
    var at = 0
    var values = 0
    var interner = Interner()
    var openItems = Pile<Node>()
    var openEntries = Pile<Mapping.Entry>()

    /// The text must be valid UTF-8.
    init(_ text: UnsafeBufferPointer<UInt8>, limits: Limits, faults: Faults) {
        self.text = text
        self.limits = limits
        self.faults = faults
        deepest = min(limits.depth, Limits.deepest)
    }

    /// Whether a text can be a JSON object or array, by its first character.
    static func mayRead(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        let first = text.first { !isBlank($0) }
        return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    }

    mutating func read() throws(JSONStop) -> Node {
        let root = try value(depth: 1)
        skipBlanks()
        if at < text.count {
            let isSecond = "{[".utf8.contains(text[at])
            throw unexpected(
                "the end of the document", hint: isSecond ? "a file may have only one document" : nil)
        }
        return root
    }

    // MARK: Values

    mutating func value(depth: Int) throws(JSONStop) -> Node {
        skipBlanks()
        values += 1
        if values > limits.nodes {
            throw stop(.limitNodes, "the document has more than \(limits.nodes) values")
        }
        guard at < text.count else { throw unexpected("a value") }
        let start = at
        let value: Node.Value
        switch text[at] {
        case UInt8(ascii: "{"): value = .mapping(try object(depth: depth))
        case UInt8(ascii: "["): value = .sequence(try array(depth: depth))
        case UInt8(ascii: "\""): value = .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: value = .number(try number())
        case UInt8(ascii: "t"): value = try word("true", .boolean(true))
        case UInt8(ascii: "f"): value = try word("false", .boolean(false))
        case UInt8(ascii: "n"): value = try word("null", .null)
        default: throw unexpected("a value")
        }
        return Node(value, at: faults.place(start..<at))
    }

    mutating func object(depth: Int) throws(JSONStop) -> Mapping {
        try open(depth)
        let base = openEntries.count
        skipBlanks()
        if !take(UInt8(ascii: "}")) {
            repeat {
                try member(depth: depth)
                skipBlanks()
            } while take(UInt8(ascii: ","))
            if !take(UInt8(ascii: "}")) { throw unexpected("a comma or '}'") }
        }
        return try unique(openEntries.take(from: base))
    }

    mutating func member(depth: Int) throws(JSONStop) {
        skipBlanks()
        let start = at
        guard at < text.count, text[at] == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let key = try string()
        let place = faults.place(start..<at)
        skipBlanks()
        if !take(UInt8(ascii: ":")) { throw unexpected("a colon after the key") }
        openEntries.push(Mapping.Entry(key: key, keyPlace: place, value: try value(depth: depth + 1)))
    }

    mutating func array(depth: Int) throws(JSONStop) -> [Node] {
        try open(depth)
        let base = openItems.count
        skipBlanks()
        if !take(UInt8(ascii: "]")) {
            repeat {
                openItems.push(try value(depth: depth + 1))
                skipBlanks()
            } while take(UInt8(ascii: ","))
            if !take(UInt8(ascii: "]")) { throw unexpected("a comma or ']'") }
        }
        return openItems.take(from: base)
    }

    mutating func open(_ depth: Int) throws(JSONStop) {
        if depth > deepest {
            throw stop(.limitDepth, "more than \(deepest) arrays and objects are nested here")
        }
        at += 1
    }

    mutating func unique(_ entries: [Mapping.Entry]) throws(JSONStop) -> Mapping {
        var repeated: [(first: Mapping.Entry, again: Mapping.Entry)] = []
        let mapping = Mapping(checking: entries) { repeated.append(($0, $1)) }
        for (first, again) in repeated {
            try JSONStop.reporting { () throws(Halt) in
                try faults.add(repeatedKey: again.key, in: "object", at: again.keyPlace, first: first.keyPlace)
            }
        }
        return mapping
    }

    mutating func number() throws(JSONStop) -> String {
        let length = jsonNumberLength(text, from: at)
        guard length > 0 else { throw unexpected("a digit") }
        let start = at
        at += length
        if at < text.count, !isBlank(text[at]), !",]}".utf8.contains(text[at]) {
            let end = wordEnd(start)
            throw .syntax(
                JSONSyntaxError(
                    message: "\(quoted(start..<end)) is not a number in JSON", at: start..<end, hint: nil,
                    isPlainlyJSON: false))
        }
        return interner.text(UnsafeBufferPointer(rebasing: text[start..<at]))
    }

    mutating func word(_ word: StaticString, _ value: Node.Value) throws(JSONStop) -> Node.Value {
        let end = at + word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard wordEnd(at) == end, text[at..<end].elementsEqual(expected) else { throw unexpected("a value") }
        at = end
        return value
    }

    // MARK: Bytes

    mutating func skipBlanks() {
        while at < text.count, isBlank(text[at]) { at += 1 }
    }

    mutating func take(_ byte: UInt8) -> Bool {
        guard at < text.count, text[at] == byte else { return false }
        at += 1
        return true
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}
