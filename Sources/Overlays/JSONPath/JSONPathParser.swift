/// Reads the text of a query (RFC 9535, appendix A), byte by byte.
struct JSONPathParser {
    typealias SyntaxError = JSONPath.SyntaxError

    private let bytes: [UInt8]
    var at = 0
    /// Filters and parentheses inside one another.
    private var depth = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// The deepest nesting of filters, parentheses and functions.
    private static let deepest = 64

    mutating func wholeQuery() throws(SyntaxError) -> JSONPath.Query {
        guard take("$") else { throw unexpected("'$'") }
        let query = JSONPath.Query(isAbsolute: true, segments: try segments())
        guard at == bytes.count else { throw unexpected("the end, or '.' or '['") }
        return query
    }

    // MARK: Segments

    mutating func segments() throws(SyntaxError) -> [JSONPath.Segment] {
        var segments: [JSONPath.Segment] = []
        while true {
            let start = at
            skipBlanks()
            if take("..") {
                segments.append(.init(isDescendant: true, selectors: try afterDots()))
            } else if take(".") {
                segments.append(.init(isDescendant: false, selectors: [try shorthand()]))
            } else if peek() == UInt8(ascii: "[") {
                segments.append(.init(isDescendant: false, selectors: try brackets()))
            } else {
                at = start
                return segments
            }
        }
    }

    private mutating func afterDots() throws(SyntaxError) -> [JSONPath.Selector] {
        peek() == UInt8(ascii: "[") ? try brackets() : [try shorthand()]
    }

    private mutating func shorthand() throws(SyntaxError) -> JSONPath.Selector {
        if take("*") { return .wildcard }
        guard let first = peek(), Self.isNameByte(first), !Self.isDigit(first) else {
            throw unexpected("a name or '*'")
        }
        let start = at
        while let byte = peek(), Self.isNameByte(byte) { at += 1 }
        return .name(text(start..<at))
    }

    private mutating func brackets() throws(SyntaxError) -> [JSONPath.Selector] {
        at += 1
        var selectors: [JSONPath.Selector] = []
        repeat {
            skipBlanks()
            selectors.append(try selector())
            skipBlanks()
        } while take(",")
        guard take("]") else { throw unexpected("',' or ']'") }
        return selectors
    }

    private mutating func selector() throws(SyntaxError) -> JSONPath.Selector {
        switch peek() {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try string())
        case UInt8(ascii: "*"):
            at += 1
            return .wildcard
        case UInt8(ascii: "?"):
            at += 1
            skipBlanks()
            return .filter(try nested { parser throws(SyntaxError) in try parser.condition() })
        default: return try indexOrSlice()
        }
    }

    private mutating func indexOrSlice() throws(SyntaxError) -> JSONPath.Selector {
        let start = try integer()
        let end = at
        skipBlanks()
        guard take(":") else {
            at = end
            guard let start else { throw unexpected("a name in quotes, an index, '*' or '?'") }
            return .index(start)
        }
        skipBlanks()
        let stop = try integer()
        skipBlanks()
        guard take(":") else { return .slice(start: start, end: stop, step: 1) }
        skipBlanks()
        return .slice(start: start, end: stop, step: try integer() ?? 1)
    }

    /// An integer that every implementation of JSON keeps exactly, or `nil` where none stands.
    private mutating func integer() throws(SyntaxError) -> Int? {
        let start = at
        let isNegative = take("-")
        let digits = at
        while let byte = peek(), Self.isDigit(byte) { at += 1 }
        if digits == at {
            if isNegative { throw unexpected("a digit") }
            return nil
        }
        let hasZero = bytes[digits] == UInt8(ascii: "0") && (at - digits > 1 || isNegative)
        guard !hasZero, let value = Int(text(start..<at)), abs(value) < 1 << 53 else {
            throw SyntaxError(message: "'\(text(start..<at))' is not a valid integer here", offset: start)
        }
        return value
    }

    // MARK: Bytes

    func peek(_ ahead: Int = 0) -> UInt8? { at + ahead < bytes.count ? bytes[at + ahead] : nil }

    mutating func take(_ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        let expected = UnsafeBufferPointer(start: word.utf8Start, count: count)
        guard at + count <= bytes.count, bytes[at..<at + count].elementsEqual(expected) else { return false }
        at += count
        return true
    }

    mutating func skipBlanks() {
        while let byte = peek(), [0x20, 0x09, 0x0A, 0x0D].contains(byte) { at += 1 }
    }

    func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    mutating func nested<Value>(
        _ read: (inout JSONPathParser) throws(SyntaxError) -> Value
    ) throws(SyntaxError) -> Value {
        guard depth < Self.deepest else {
            throw SyntaxError(message: "more than \(Self.deepest) expressions are nested", offset: at)
        }
        depth += 1
        let value = try read(&self)
        depth -= 1
        return value
    }

    func unexpected(_ expected: String) -> SyntaxError {
        guard at < bytes.count else {
            return SyntaxError(message: "expected \(expected), found the end of the query", offset: at)
        }
        var end = at + 1
        while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
        let follows = at > 0 ? bytes[at - 1] : 0
        let isInName = bytes[at] != UInt8(ascii: "]") && (Self.isNameByte(follows) || follows == UInt8(ascii: "."))
        return SyntaxError(
            message: "expected \(expected), found '\(text(at..<end))'", offset: at,
            hint: isInName ? "write a name with other characters than letters, digits and '_' as ['name']" : nil)
    }

    static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

    static func isNameByte(_ byte: UInt8) -> Bool {
        isDigit(byte) || byte == UInt8(ascii: "_") || byte >= 0x80 || 0x61...0x7A ~= byte | 0x20 && byte >= 0x41
    }
}
