import Diagnostics

extension JSONReader {
    /// Reads the string whose opening quotation mark is next.
    mutating func string() throws(JSONStop) -> String {
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

    mutating func escapedString(from start: Int) throws(JSONStop) -> String {
        var bytes = Array(text[(start + 1)..<at])
        let faultsBefore = faults
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
                let run = at
                repeat { at += 1 } while at < text.count && isPlain(text[at])
                bytes.append(contentsOf: text[run..<at])
            }
        }
        // That it never ends says more than the line breaks after it.
        faults = faultsBefore
        throw unclosed(start)
    }

    private func isPlain(_ byte: UInt8) -> Bool {
        byte >= 0x20 && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
    }

    mutating func report(control byte: UInt8) throws(JSONStop) {
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
                .controlCharacter, "\(name) is not allowed in a JSON string", at: range,
                hint: "write it as '\(escape)'")
        }
    }

    mutating func escape(into bytes: inout [UInt8]) throws(JSONStop) {
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

    mutating func unicodeEscape(from start: Int, into bytes: inout [UInt8]) throws(JSONStop) {
        guard let first = hexadecimalUnit(text, at) else { throw .syntax(badEscape(start)) }
        at += 4
        if let scalar = Unicode.Scalar(first) {
            bytes.append(contentsOf: Unicode.UTF8.encode(scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            return
        }
        if UTF16.isLeadSurrogate(first), let second = escapedUnit(text, at), UTF16.isTrailSurrogate(second) {
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
                .loneSurrogate, "'\(spelled)' is an unpaired UTF-16 surrogate", at: range)
        }
    }

    func badEscape(_ start: Int) -> JSONSyntaxError {
        let isUnicode = start + 1 < text.count && text[start + 1] == UInt8(ascii: "u")
        let second = start + 1 < text.count ? utf8Length(lead: text[start + 1]) : 0
        return JSONSyntaxError(
            message: isUnicode
                ? "expected four hexadecimal digits after '\\u'"
                : "'\(quotedPlainly(start..<(start + 1 + second)))' is not an escape of JSON",
            at: start..<(start + 1 + second), hint: isUnicode ? nil : "write a backslash as '\\\\'", isPlainlyJSON: true
        )
    }

    func unclosed(_ start: Int) -> JSONStop {
        .syntax(
            JSONSyntaxError(
                message: "the string that starts here has no closing quotation mark", at: start..<(start + 1),
                hint: nil,
                isPlainlyJSON: true))
    }
}
