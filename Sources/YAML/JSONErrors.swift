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

extension JSONReader {
    mutating func stop(_ kind: Diagnostic.Kind, _ message: String) -> JSONStop {
        _ = faults.stop(kind, message, at: at..<min(at + 1, text.count))
        return .halt
    }

    /// The error that something else stands here than was expected.
    func unexpected(_ expected: String, hint: String? = nil) -> JSONStop {
        guard at < text.count else {
            return .syntax(
                JSONSyntaxError(
                    message: "expected \(expected), found the end of the file", at: at..<at, hint: nil,
                    isPlainlyJSON: true)
            )
        }
        let byte = text[at]
        let isComment = byte == UInt8(ascii: "/") && at + 1 < text.count && "/*".utf8.contains(text[at + 1])
        if isComment {
            return .syntax(
                JSONSyntaxError(
                    message: "JSON does not allow comments", at: at..<(at + 2), hint: nil, isPlainlyJSON: true,
                    isCertain: true))
        }
        let range = at..<(byte == UInt8(ascii: "\"") ? stringEnd(at) : wordEnd(at))
        let found = byte == UInt8(ascii: "\"") ? "the string \(quotedPlainly(range))" : quoted(range)
        return .syntax(
            JSONSyntaxError(
                message: "expected \(expected), found \(found)", at: range, hint: hint,
                isPlainlyJSON: "{}[]:,\"".utf8.contains(byte) || 0x30...0x39 ~= byte))
    }

    func quoted(_ range: Range<Int>) -> String { quote(quotedPlainly(range)) }

    func quotedPlainly(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

    /// Where the word ends that starts at an offset, or else the character.
    func wordEnd(_ start: Int) -> Int {
        var end = start
        while end < text.count, isWordByte(text[end]) { end += 1 }
        return end > start ? end : min(text.count, start + utf8Length(lead: text[start]))
    }

    /// Where the string ends that starts at an offset, or a long one is cut off.
    func stringEnd(_ start: Int) -> Int {
        let rest = text[(start + 1)..<min(text.count, start + 40)]
        return rest.firstIndex { $0 == UInt8(ascii: "\"") || $0 == 0x0A }.map { $0 + 1 } ?? start + 1
    }
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
