import Diagnostics

/// What libyaml refuses, in words that say what was expected and found.
struct SyntaxFault {
    let failure: Events.Failure
    /// Where libyaml found that it could not go on, and where what it was reading had started.
    let at: Int
    let context: Int
    let text: UnsafeBufferPointer<UInt8>

    struct Explanation {
        var message: String
        var bytes: Range<Int>
        var hint: String?
    }

    func report(to faults: inout Faults) -> Halt {
        let found =
            structure ?? scalar ?? properties
            ?? Explanation(message: "this is not YAML: \(failure.problem)", bytes: token(at))
        var notes: [Diagnostic.Note] = []
        if let note = contextNote, lineEnd(context) < found.bytes.lowerBound {
            notes.append(Diagnostic.Note(note, at: faults.place(token(context))))
        }
        return faults.stop(.yamlSyntax, found.message, at: found.bytes, notes: notes, hint: found.hint)
    }

    private var contextNote: String? {
        switch failure.context {
        case "while parsing a block mapping", "while parsing a flow mapping": "the mapping starts here"
        case "while parsing a block collection", "while parsing a flow sequence": "the list starts here"
        case "while parsing a quoted scalar", "while scanning a block scalar": "the text starts here"
        default: nil
        }
    }

    // MARK: Lists and mappings

    private var structure: Explanation? {
        switch failure.problem {
        case "could not find expected ':'": keyWithoutColon
        case "mapping values are not allowed in this context": colonOutOfPlace
        case "did not find expected key": notAKey
        case "did not find expected '-' indicator":
            explain(
                "expected a list item that starts with '- ', found \(found)", hint: "check the indentation")
        case "block sequence entries are not allowed in this context":
            explain("a list can't start here", hint: "start it on a line of its own")
        case "mapping keys are not allowed in this context":
            explain("a key that starts with '? ' is not allowed here", hint: "check the indentation")
        case "did not find expected ',' or ']'": explain("expected a comma or ']', found \(found)")
        case "did not find expected ',' or '}'": explain("expected a comma or '}', found \(found)")
        case "did not find expected node content": explain("expected a value, found \(found)")
        case "found character that cannot start any token": badStart
        case "did not find expected <document start>": notADocument
        default: nil
        }
    }

    private var notADocument: Explanation {
        text[..<min(at, text.count)].starts(with: "%".utf8)
            ? explain("expected '---' after the directives, found \(found)")
            : explain("expected nothing after the end of the document, found \(found)")
    }

    private var keyWithoutColon: Explanation {
        if at - context > 1_024 { return longKey(context) }
        let line = context..<max(context, lineEnd(context))
        return Explanation(
            message: "missing ':' after this key", bytes: line,
            hint: "write 'key: value', or indent the text to continue the line above")
    }

    private func longKey(_ start: Int) -> Explanation {
        Explanation(
            message: "the key has more than 1,024 characters, the limit of YAML",
            bytes: start..<min(start + 1, text.count),
            hint: "write the document as JSON, or the key after '? '")
    }

    private var colonOutOfPlace: Explanation {
        let start = indentationEnd(at)
        if at - start > 1_024 { return longKey(start) }
        let before = String(decoding: text[start..<at], as: UTF8.self)
        if before.contains(": ") {
            return Explanation(
                message: "this line has a second ': '", bytes: at..<min(at + 1, text.count),
                hint: "quote a string that contains ': '")
        }
        return Explanation(
            message: "the key \(quote(before)) is not allowed here: the line above already has a value",
            bytes: start..<at,
            hint: "check the indentation")
    }

    private var notAKey: Explanation {
        if at < text.count, text[at] == UInt8(ascii: "}") || text[at] == UInt8(ascii: "]") {
            return explain("\(found) closes nothing")
        }
        guard indentationEnd(at) == at else {
            let isApostrophe = at > 0 && text[at - 1] == UInt8(ascii: "'")
            return explain(
                "expected the end of the line, found \(found)",
                hint: isApostrophe ? "inside single quotes, write ' twice" : "quote the whole value")
        }
        if isListItem(at) { return explain("expected a key of the mapping, found a list item") }
        return explain(
            "this line is not indented like its mapping", hint: "indent it like the keys above")
    }

    private var badStart: Explanation {
        let character = at < text.count ? text[at] : 0
        if character == UInt8(ascii: "\t") {
            return Explanation(
                message: "a line can't be indented with a tab", bytes: at..<(at + 1), hint: "indent with spaces")
        }
        return Explanation(
            message: "an unquoted string can't start with '\(String(decoding: [character], as: UTF8.self))'",
            bytes: at..<min(at + 1, text.count), hint: "quote it")
    }

    // MARK: Scalars

    private var scalar: Explanation? {
        switch failure.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            Explanation(
                message: "this quotation mark is not closed",
                bytes: context..<min(context + 1, text.count))
        case "found unknown escape character":
            Explanation(
                message: "\(quote(spelling(at..<(at + 2)))) is not an escape", bytes: at..<min(at + 2, text.count),
                hint: "write a backslash as '\\\\', or use single quotes")
        case "did not find expected hexdecimal number":
            explain("an escape has too few hexadecimal digits here")
        case "found invalid Unicode character escape code":
            Explanation(
                message: "'\(spelling((at - 2)..<(at + 4)))' is not a character",
                bytes: max(0, at - 2)..<min(at + 4, text.count))
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            Explanation(
                message: "a line can't be indented with a tab", bytes: at..<min(at + 1, text.count),
                hint: "indent with spaces")
        case "found an indentation indicator equal to 0":
            explain("an indentation of 0 is not allowed")
        case "did not find expected comment or line break":
            explain("expected the end of the line, found \(found)")
        case "found unexpected ':'": explain("a ':' is not allowed in this string", hint: "quote it")
        default: nil
        }
    }

    // MARK: Anchors, tags and directives

    private var properties: Explanation? {
        switch failure.problem {
        case "did not find expected alphabetic or numeric character": badName
        case "found undefined tag handle":
            explain("the prefix of this tag is not declared", hint: "quote a string that starts with '!'")
        case "did not find the expected '>'", "did not find expected '!'", "did not find expected tag URI",
            "did not find URI escaped octet", "found an incorrect leading UTF-8 octet",
            "found an incorrect trailing UTF-8 octet":
            explain("the tag is not complete here", hint: "quote a string that starts with '!'")
        case "found incompatible YAML document": explain("the document asks for a YAML version other than 1.1 and 1.2")
        case "found duplicate %YAML directive", "found duplicate %TAG directive":
            explain("the directive is repeated here")
        case "found unknown directive name":
            Explanation(
                message: "unknown directive \(quote(spelling(context..<lineEnd(context))))",
                bytes: context..<lineEnd(context), hint: "quote a string that starts with '%'")
        case "could not find expected directive name", "found unexpected non-alphabetical character",
            "did not find expected digit or '.' character", "found extremely long version number",
            "did not find expected version number", "did not find expected whitespace",
            "did not find expected whitespace or line break":
            explain("unexpected \(found)")
        default: nil
        }
    }

    private var badName: Explanation {
        let (noun, sign) = failure.context == "while scanning an alias" ? ("an alias", "*") : ("an anchor", "&")
        return explain(
            at == context + 1
                ? "expected the name of \(noun) after '\(sign)'"
                : "the name of \(noun) can only have letters, digits, '-' and '_'",
            hint: "quote a string that starts with '\(sign)'")
    }

    // MARK: The text

    private func explain(_ message: String, hint: String? = nil) -> Explanation {
        Explanation(message: message, bytes: token(at), hint: hint)
    }

    private var found: String {
        let token = token(at)
        if token.isEmpty { return at >= text.count ? "the end of the file" : "the end of the line" }
        return quote(spelling(token))
    }

    private func spelling(_ bytes: Range<Int>) -> String {
        String(decoding: text[bytes.clamped(to: 0..<text.count)], as: UTF8.self)
    }

    /// The word or the character at an offset.
    private func token(_ start: Int) -> Range<Int> {
        var end = start
        while end < text.count, isWordByte(text[end]) { end += 1 }
        if end == start, end < text.count, text[end] > 0x20 { end += utf8Length(lead: text[end]) }
        return start..<end
    }

    private func lineEnd(_ start: Int) -> Int {
        var end = start
        while end < text.count, text[end] != 0x0A, text[end] != 0x0D { end += 1 }
        return end
    }

    /// Where the first character of a line is that is no blank.
    private func indentationEnd(_ offset: Int) -> Int {
        var start = min(offset, text.count)
        while start > 0, text[start - 1] != 0x0A { start -= 1 }
        while start < offset, text[start] == 0x20 { start += 1 }
        return start
    }

    private func isListItem(_ offset: Int) -> Bool {
        guard offset < text.count, text[offset] == UInt8(ascii: "-") else { return false }
        return offset + 1 == text.count || text[offset + 1] <= 0x20
    }
}
