import Diagnostics

/// Why a text is not JSON, before it is known whether it is YAML instead.
struct JSONSyntaxError: Error {
    var message: String
    var at: Range<Int>
    var hint: String?
    /// Whether the text up to and with the offence looks like nothing but JSON, so that this says more than what a YAML reader finds.
    var isPlainlyJSON: Bool
    /// Whether a YAML reader would take the offence for something else than was meant.
    var isCertain = false
}

/// How reading a text as JSON can end early.
enum JSONStop: Error {
    case syntax(JSONSyntaxError)
    /// The reason has been reported.
    case halt

    /// Lets the two kinds of errors of a reader through one `throws`.
    static func reporting<Value>(_ body: () throws(Halt) -> Value) throws(JSONStop) -> Value {
        do { return try body() } catch { throw .halt }
    }
}

/// Reads JSON text (RFC 8259) with the places of its values. Numbers keep their text.
struct JSONReader: ~Copyable {
    private let text: UnsafeBufferPointer<UInt8>
    private let limits: Limits
    private let deepest: Int
    private(set) var faults: Faults
    private var at = 0
    private var values = 0
    private var interner = Interner()
    private var openItems = Pile<Node>()
    private var openEntries = Pile<Mapping.Entry>()

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
            throw unexpected("the end of the document", hint: "only one document may stand in a file")
        }
        return root
    }

    // MARK: Values

    private mutating func value(depth: Int) throws(JSONStop) -> Node {
        skipBlanks()
        values += 1
        if values > limits.nodes {
            throw stop("limit-nodes", "the document has more than \(limits.nodes) values")
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

    private mutating func object(depth: Int) throws(JSONStop) -> Mapping {
        try open(depth)
        let base = openEntries.count
        skipBlanks()
        if !take(UInt8(ascii: "}")) {
            repeat {
                try member(depth: depth)
                skipBlanks()
            } while take(UInt8(ascii: ","))
            if !take(UInt8(ascii: "}")) { throw unexpected("a comma or `}`") }
        }
        return try unique(openEntries.take(from: base))
    }

    private mutating func member(depth: Int) throws(JSONStop) {
        skipBlanks()
        let start = at
        guard at < text.count, text[at] == UInt8(ascii: "\"") else { throw unexpected("a key in double quotes") }
        let key = try string()
        let place = faults.place(start..<at)
        skipBlanks()
        if !take(UInt8(ascii: ":")) { throw unexpected("a colon after the key") }
        openEntries.push(Mapping.Entry(key: key, keyPlace: place, value: try value(depth: depth + 1)))
    }

    private mutating func array(depth: Int) throws(JSONStop) -> [Node] {
        try open(depth)
        let base = openItems.count
        skipBlanks()
        if !take(UInt8(ascii: "]")) {
            repeat {
                openItems.push(try value(depth: depth + 1))
                skipBlanks()
            } while take(UInt8(ascii: ","))
            if !take(UInt8(ascii: "]")) { throw unexpected("a comma or `]`") }
        }
        return openItems.take(from: base)
    }

    private mutating func open(_ depth: Int) throws(JSONStop) {
        if depth > deepest {
            throw stop("limit-depth", "more than \(deepest) arrays and objects are inside one another here")
        }
        at += 1
    }

    private mutating func unique(_ entries: [Mapping.Entry]) throws(JSONStop) -> Mapping {
        var repeated: [(first: Mapping.Entry, again: Mapping.Entry)] = []
        let mapping = Mapping(checking: entries) { repeated.append(($0, $1)) }
        for (first, again) in repeated {
            try JSONStop.reporting { () throws(Halt) in
                try faults.add(repeatedKey: again.key, at: again.keyPlace, first: first.keyPlace)
            }
        }
        return mapping
    }

    private mutating func number() throws(JSONStop) -> String {
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

    private mutating func word(_ word: StaticString, _ value: Node.Value) throws(JSONStop) -> Node.Value {
        let end = at + word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
        guard wordEnd(at) == end, text[at..<end].elementsEqual(expected) else { throw unexpected("a value") }
        at = end
        return value
    }

    // MARK: Strings

    /// Reads the string whose opening quotation mark is next.
    private mutating func string() throws(JSONStop) -> String {
        let start = at
        at += 1
        while at < text.count {
            switch text[at] {
            case UInt8(ascii: "\""):
                at += 1
                return interner.text(UnsafeBufferPointer(rebasing: text[(start + 1)..<(at - 1)]))
            case UInt8(ascii: "\\"), 0..<0x20:
                return try escapedString(from: start)
            default:
                at += 1
            }
        }
        throw unclosed(start)
    }

    private mutating func escapedString(from start: Int) throws(JSONStop) -> String {
        var bytes = Array(text[(start + 1)..<at])
        while at < text.count {
            let byte = text[at]
            switch byte {
            case UInt8(ascii: "\""):
                at += 1
                return String(decoding: bytes, as: UTF8.self)
            case UInt8(ascii: "\\"):
                try escape(into: &bytes)
            case 0..<0x20:
                try report(control: byte)
                bytes.append(byte)
                at += 1
            default:
                bytes.append(byte)
                at += 1
            }
        }
        throw unclosed(start)
    }

    private mutating func report(control byte: UInt8) throws(JSONStop) {
        let code = "U+" + hexadecimal(Unicode.Scalar(byte))
        let range = at..<(at + 1)
        let name =
            switch byte {
            case UInt8(ascii: "\n"): "a line break"
            case UInt8(ascii: "\t"): "a tab"
            default: "the control character \(code)"
            }
        let escape =
            switch byte {
            case UInt8(ascii: "\n"): "\\n"
            case UInt8(ascii: "\r"): "\\r"
            case UInt8(ascii: "\t"): "\\t"
            default: "\\u" + hexadecimal(Unicode.Scalar(byte))
            }
        try JSONStop.reporting { () throws(Halt) in
            try faults.add(
                "control-character", "\(name) may not stand in a string of JSON as it is", at: range,
                hint: "write it as `\(escape)`")
        }
    }

    private mutating func escape(into bytes: inout [UInt8]) throws(JSONStop) {
        let start = at
        at += 2
        switch start + 1 < text.count ? text[start + 1] : 0 {
        case UInt8(ascii: "\""): bytes.append(UInt8(ascii: "\""))
        case UInt8(ascii: "\\"): bytes.append(UInt8(ascii: "\\"))
        case UInt8(ascii: "/"): bytes.append(UInt8(ascii: "/"))
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"): try unicodeEscape(from: start, into: &bytes)
        default:
            throw .syntax(badEscape(start))
        }
    }

    private mutating func unicodeEscape(from start: Int, into bytes: inout [UInt8]) throws(JSONStop) {
        guard let first = codeUnit(at: at) else { throw .syntax(badEscape(start)) }
        at += 4
        if let scalar = Unicode.Scalar(first) {
            bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            return
        }
        if UTF16.isLeadSurrogate(first), at + 1 < text.count, text[at] == UInt8(ascii: "\\"),
            text[at + 1] == UInt8(ascii: "u"), let second = codeUnit(at: at + 2), UTF16.isTrailSurrogate(second)
        {
            at += 6
            let scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
            bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            return
        }
        let range = start..<at
        let spelled = quotedPlainly(range)
        bytes.append(contentsOf: Unicode.UTF8.encodedReplacementCharacter)
        try JSONStop.reporting { () throws(Halt) in
            try faults.add(
                "lone-surrogate", "`\(spelled)` is half of a surrogate pair, without the other half", at: range)
        }
    }

    private func codeUnit(at start: Int) -> UInt16? {
        guard start + 4 <= text.count else { return nil }
        var unit: UInt16 = 0
        for byte in text[start..<(start + 4)] {
            guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    // MARK: What is wrong

    private func badEscape(_ start: Int) -> JSONSyntaxError {
        let isUnicode = start + 1 < text.count && text[start + 1] == UInt8(ascii: "u")
        let second = start + 1 < text.count ? utf8Length(lead: text[start + 1]) : 0
        return JSONSyntaxError(
            message: isUnicode
                ? "four hexadecimal digits were expected after `\\u`"
                : "`\(quotedPlainly(start..<(start + 1 + second)))` is not an escape of JSON",
            at: start..<(start + 1 + second), hint: isUnicode ? nil : "write a backslash as `\\\\`", isPlainlyJSON: true
        )
    }

    private func unclosed(_ start: Int) -> JSONStop {
        .syntax(
            JSONSyntaxError(
                message: "the string that starts here has no closing quotation mark", at: start..<(start + 1),
                hint: nil,
                isPlainlyJSON: true))
    }

    private mutating func stop(_ kind: String, _ message: String) -> JSONStop {
        _ = faults.stop(kind, message, at: at..<min(at + 1, text.count))
        return .halt
    }

    /// The error that something else stands here than was expected.
    private func unexpected(_ expected: String, hint: String? = nil) -> JSONStop {
        guard at < text.count else {
            return .syntax(
                JSONSyntaxError(
                    message: "\(expected) was expected, and the file ends", at: at..<at, hint: nil, isPlainlyJSON: true)
            )
        }
        let byte = text[at]
        let isComment = byte == UInt8(ascii: "/") && at + 1 < text.count && "/*".utf8.contains(text[at + 1])
        if isComment {
            return .syntax(
                JSONSyntaxError(
                    message: "there are no comments in JSON", at: at..<(at + 2), hint: nil, isPlainlyJSON: true,
                    isCertain: true))
        }
        let range = at..<(byte == UInt8(ascii: "\"") ? stringEnd(at) : wordEnd(at))
        let found = byte == UInt8(ascii: "\"") ? "the string \(quotedPlainly(range))" : quoted(range)
        return .syntax(
            JSONSyntaxError(
                message: "\(expected) was expected, and this is \(found)", at: range, hint: hint,
                isPlainlyJSON: "{}[]:,\"".utf8.contains(byte) || 0x30...0x39 ~= byte))
    }

    private func quoted(_ range: Range<Int>) -> String { quote(quotedPlainly(range)) }

    private func quotedPlainly(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Where the word ends that starts at an offset, or else the character.
    private func wordEnd(_ start: Int) -> Int {
        var end = start
        while end < text.count, isWordByte(text[end]) { end += 1 }
        return end > start ? end : min(text.count, start + utf8Length(lead: text[start]))
    }

    /// Where the string ends that starts at an offset, or a long one is cut off.
    private func stringEnd(_ start: Int) -> Int {
        let rest = text[(start + 1)..<min(text.count, start + 40)]
        return rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == 0x0A }.map { $0 + 1 } ?? start + 1
    }

    // MARK: Bytes

    private mutating func skipBlanks() {
        while at < text.count, isBlank(text[at]) { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < text.count, text[at] == byte else { return false }
        at += 1
        return true
    }
}

private func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Whether a byte is part of what a reader sees as a word: a letter, a digit, a sign of a number, or not ASCII.
func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80..., UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "$"),
        UInt8(ascii: "."), UInt8(ascii: "+"):
        true
    default: false
    }
}
