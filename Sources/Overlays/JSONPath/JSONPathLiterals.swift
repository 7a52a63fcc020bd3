import YAML

/// The literals of queries (RFC 9535, sections 2.3.1 and 2.3.5).
extension JSONPathParser {
    /// A literal where one starts.
    mutating func literal() throws(SyntaxError) -> Node.Value? {
        switch peek() ?? 0 {
        case UInt8(ascii: "'"), UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "-"), 0x30...0x39: return .number(try number())
        default: break
        }
        for (word, value) in [("true", Node.Value.boolean(true)), ("false", .boolean(false)), ("null", .null)]
        where word == self.word() {
            at += word.utf8.count
            return value
        }
        return nil
    }

    /// The letters, digits and underscores here.
    func word() -> String {
        var end = 0
        while let byte = peek(end), byte < 0x80, Self.isNameByte(byte) { end += 1 }
        return text(at..<at + end)
    }

    private mutating func number() throws(SyntaxError) -> String {
        let start = at
        _ = take("-")
        if !take("0") {
            guard let first = peek(), Self.isDigit(first) else { throw unexpected("a digit") }
            skipDigits()
        }
        if take(".") { try digits() }
        if take("e") || take("E") {
            if !take("-") { _ = take("+") }
            try digits()
        }
        if let next = peek(), Self.isNameByte(next) { throw unexpected("the end of the number") }
        return text(start..<at)
    }

    private mutating func digits() throws(SyntaxError) {
        guard let first = peek(), Self.isDigit(first) else { throw unexpected("a digit") }
        skipDigits()
    }

    private mutating func skipDigits() {
        while let byte = peek(), Self.isDigit(byte) { at += 1 }
    }

    /// A text in single or double quotes.
    mutating func string() throws(SyntaxError) -> String {
        let open = at
        let quote = peek()
        at += 1
        var result: [UInt8] = []
        while let byte = peek() {
            if byte == quote {
                at += 1
                return String(decoding: result, as: UTF8.self)
            }
            guard byte >= 0x20 else { throw unexpected("a character that is not a control character") }
            if byte == UInt8(ascii: "\\") {
                result += try escape(quote)
            } else {
                result.append(byte)
                at += 1
            }
        }
        throw SyntaxError(message: "the quotation mark is not closed", offset: open)
    }

    private mutating func escape(_ quote: UInt8?) throws(SyntaxError) -> [UInt8] {
        at += 1
        guard let byte = peek() else { throw unexpected("an escape") }
        let known: [UInt8: UInt8] = [
            UInt8(ascii: "b"): 0x08, UInt8(ascii: "f"): 0x0C, UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D,
            UInt8(ascii: "t"): 0x09, UInt8(ascii: "/"): 0x2F, UInt8(ascii: "\\"): 0x5C,
        ]
        if byte == UInt8(ascii: "u") { return try unicodeEscape() }
        guard let value = byte == quote ? byte : known[byte] else { throw unexpected("an escape") }
        at += 1
        return [value]
    }

    private mutating func unicodeEscape() throws(SyntaxError) -> [UInt8] {
        let start = at - 1
        let first = try codeUnit()
        var units = [first]
        if UTF16.isLeadSurrogate(first), peek() == UInt8(ascii: "\\"), peek(1) == UInt8(ascii: "u") {
            at += 1
            units.append(try codeUnit())
        }
        guard let text = String(validating: units, as: UTF16.self) else {
            throw SyntaxError(message: "unpaired UTF-16 surrogate", offset: start)
        }
        return Array(text.utf8)
    }

    /// The four digits after a `u`.
    private mutating func codeUnit() throws(SyntaxError) -> UInt16 {
        at += 1
        var value: UInt16 = 0
        for _ in 0..<4 {
            guard let digit = peek().flatMap({ Character(Unicode.Scalar($0)).hexDigitValue }) else {
                throw unexpected("a hexadecimal digit")
            }
            value = value << 4 | UInt16(digit)
            at += 1
        }
        return value
    }
}
