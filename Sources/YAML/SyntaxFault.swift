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
        return faults.stop("yaml-syntax", found.message, at: found.bytes, notes: notes, hint: found.hint)
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
                "a list item that starts with '- ' was expected, and this is \(found)", hint: "check the indentation")
        case "block sequence entries are not allowed in this context":
            explain("a list may not start here", hint: "start it on a line of its own")
        case "mapping keys are not allowed in this context":
            explain("a key that starts with '? ' may not stand here", hint: "check the indentation")
        case "did not find expected ',' or ']'": explain("a comma or ']' was expected, and this is \(found)")
        case "did not find expected ',' or '}'": explain("a comma or '}' was expected, and this is \(found)")
        case "did not find expected node content": explain("a value was expected, and this is \(found)")
        case "found character that cannot start any token": badStart
        case "did not find expected <document start>": notADocument
        default: nil
        }
    }

    private var notADocument: Explanation {
        text[..<min(at, text.count)].starts(with: "%".utf8)
            ? explain("'---' was expected after the directives, and this is \(found)")
            : explain("nothing was expected after the end of the document, and this is \(found)")
    }

    private var keyWithoutColon: Explanation {
        if at - context > 1_024 { return longKey(context) }
        let line = context..<max(context, lineEnd(context))
        return Explanation(
            message: "there is no ':' after this key", bytes: line,
            hint: "write 'key: value', or indent the text to continue the line above")
    }

    private func longKey(_ start: Int) -> Explanation {
        Explanation(
            message: "a key has more than 1,024 characters, which YAML does not allow",
            bytes: start..<min(start + 1, text.count),
            hint: "write the document as JSON, or the key after '? '")
    }

    private var colonOutOfPlace: Explanation {
        let start = indentationEnd(at)
        if at - start > 1_024 { return longKey(start) }
        let before = String(decoding: text[start..<at], as: UTF8.self)
        if before.contains(": ") {
            return Explanation(
                message: "a second ': ' stands in this line", bytes: at..<min(at + 1, text.count),
                hint: "put a text that contains ': ' in quotes")
        }
        return Explanation(
            message: "the key \(quote(before)) may not stand here: the line above has a value already",
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
                "nothing more was expected in this line, and there is \(found)",
                hint: isApostrophe ? "inside single quotes, write ' twice" : "put the whole value in quotes")
        }
        if isListItem(at) { return explain("a key of the mapping was expected, and this is a list item") }
        return explain(
            "this line is not indented like the mapping it would belong to", hint: "indent it like the keys above it")
    }

    private var badStart: Explanation {
        let character = at < text.count ? text[at] : 0
        if character == UInt8(ascii: "\t") {
            return Explanation(
                message: "a tab may not indent a line", bytes: at..<(at + 1), hint: "indent with spaces")
        }
        return Explanation(
            message: "a text may not start with '\(String(decoding: [character], as: UTF8.self))'",
            bytes: at..<min(at + 1, text.count), hint: "put it in quotes")
    }

    // MARK: Scalars

    private var scalar: Explanation? {
        switch failure.problem {
        case "found unexpected end of stream", "found unexpected document indicator":
            Explanation(
                message: "the quotation mark that opens here is not closed",
                bytes: context..<min(context + 1, text.count))
        case "found unknown escape character":
            Explanation(
                message: "\(quote(spelling(at..<(at + 2)))) is not an escape", bytes: at..<min(at + 2, text.count),
                hint: "write a backslash as '\\\\', or use single quotes")
        case "did not find expected hexdecimal number":
            explain("an escape has too few hexadecimal digits here")
        case "found invalid Unicode character escape code":
            Explanation(
                message: "'\(spelling((at - 2)..<(at + 4)))' is no character",
                bytes: max(0, at - 2)..<min(at + 4, text.count))
        case "found a tab character that violates indentation",
            "found a tab character where an indentation space is expected":
            Explanation(
                message: "a tab may not indent a line", bytes: at..<min(at + 1, text.count), hint: "indent with spaces")
        case "found an indentation indicator equal to 0":
            explain("an indentation of 0 is not possible")
        case "did not find expected comment or line break":
            explain("the line was expected to end here, and there is \(found)")
        case "found unexpected ':'": explain("a ':' may not stand in this text", hint: "put it in quotes")
        default: nil
        }
    }

    // MARK: Anchors, tags and directives

    private var properties: Explanation? {
        switch failure.problem {
        case "did not find expected alphabetic or numeric character": badName
        case "found undefined tag handle":
            explain("the prefix of this tag is not declared", hint: "put a text that starts with '!' in quotes")
        case "did not find the expected '>'", "did not find expected '!'", "did not find expected tag URI",
            "did not find URI escaped octet", "found an incorrect leading UTF-8 octet",
            "found an incorrect trailing UTF-8 octet":
            explain("the tag is not complete here", hint: "put a text that starts with '!' in quotes")
        case "found incompatible YAML document": explain("the document asks for a YAML version other than 1.1 and 1.2")
        case "found duplicate %YAML directive", "found duplicate %TAG directive":
            explain("the directive stands here again")
        case "found unknown directive name":
            Explanation(
                message: "there is no directive \(quote(spelling(context..<lineEnd(context))))",
                bytes: context..<lineEnd(context), hint: "put a text that starts with '%' in quotes")
        case "could not find expected directive name", "found unexpected non-alphabetical character",
            "did not find expected digit or '.' character", "found extremely long version number",
            "did not find expected version number", "did not find expected whitespace",
            "did not find expected whitespace or line break":
            explain("something else was expected here than \(found)")
        default: nil
        }
    }

    private var badName: Explanation {
        let (noun, sign) = failure.context == "while scanning an alias" ? ("an alias", "*") : ("an anchor", "&")
        return explain(
            at == context + 1
                ? "the name of \(noun) was expected after '\(sign)'"
                : "the name of \(noun) may have letters, digits, '-' and '_' only",
            hint: "put a text that starts with '\(sign)' in quotes")
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
