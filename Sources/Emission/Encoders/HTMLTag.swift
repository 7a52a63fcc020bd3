/// A start tag or an end tag of HTML (HTML, 13.1.2) with the one attribute that matters.
struct HTMLTag {
    /// In lower case.
    let name: String
    let isEnd: Bool
    /// The value of `href` or, of an image, `alt`.
    private(set) var value: String?
    /// The index after the tag.
    let end: Int

    private static let blocks: Set<String> = [
        "p", "div", "section", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "pre", "blockquote", "dl",
        "br",
    ]

    /// Whether text that begins with it is a page of HTML and no Markdown.
    var isBlock: Bool { Self.blocks.contains(name) }

    /// The tag that begins at an index; `nil` if there is none.
    init?(_ text: [UInt8], at start: Int) {
        guard start < text.count, text[start] == UInt8(ascii: "<") else { return nil }
        var index = start + 1
        isEnd = index < text.count && text[index] == UInt8(ascii: "/")
        if isEnd { index += 1 }
        let nameStart = index
        while index < text.count, Self.isNamePart(text[index]) { index += 1 }
        guard index > nameStart, index < text.count, isSpace(text[index]) || "/>".utf8.contains(text[index]) else {
            return nil
        }
        name = String(decoding: text[nameStart..<index], as: UTF8.self).lowercased()
        let wanted = name == "img" ? "alt" : "href"
        while index < text.count, text[index] != UInt8(ascii: ">") {
            guard text[index] != UInt8(ascii: "<"), index - start < 2000 else { return nil }
            guard let attribute = Self.attribute(text, &index) else {
                index += 1
                continue
            }
            if attribute.name == wanted { value = attribute.value }
        }
        guard index < text.count else { return nil }
        end = index + 1
    }

    /// Reads `name="value"` and moves the index after it; `nil` if no attribute begins there.
    private static func attribute(_ text: [UInt8], _ index: inout Int) -> (name: String, value: String)? {
        let start = index
        while index < text.count, isNamePart(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
        let name = String(decoding: text[start..<index], as: UTF8.self).lowercased()
        guard index > start else { return nil }
        while index < text.count, isSpace(text[index]) { index += 1 }
        guard index < text.count, text[index] == UInt8(ascii: "=") else { return (name, "") }
        index += 1
        while index < text.count, isSpace(text[index]) { index += 1 }
        guard index < text.count else { return nil }
        let quote = text[index]
        let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
        if isQuoted { index += 1 }
        let valueStart = index
        while index < text.count,
            isQuoted ? text[index] != quote : !isSpace(text[index]) && text[index] != UInt8(ascii: ">")
        {
            index += 1
        }
        let value = String(decoding: text[valueStart..<index], as: UTF8.self)
        if isQuoted, index < text.count { index += 1 }
        return (name, value)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
    }
}

/// A reference to a character, such as `&amp;` or `&#8217;` (HTML, 13.1.4).
struct CharacterReference {
    let text: String
    let end: Int

    private static let names: [String: String] = [
        "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "ndash": "–", "mdash": "—",
        "hellip": "…", "lsquo": "‘", "rsquo": "’", "ldquo": "“", "rdquo": "”", "bull": "•", "middot": "·", "copy": "©",
        "reg": "®", "trade": "™", "rarr": "→", "larr": "←", "times": "×", "deg": "°", "le": "≤", "ge": "≥", "ne": "≠",
        "euro": "€", "pound": "£", "sect": "§", "para": "¶",
    ]

    /// Whether the character itself can stand in Markdown: `<` and `&` would begin something.
    var isReadable: Bool { text != "<" && text != ">" && text != "&" }

    init?(_ input: [UInt8], at start: Int) {
        let limit = min(input.count, start + 12)
        guard let end = input[start..<limit].firstIndex(of: UInt8(ascii: ";")) else { return nil }
        let name = String(decoding: input[(start + 1)..<end], as: UTF8.self)
        self.end = end + 1
        if let known = Self.names[name] {
            text = known
        } else if name.hasPrefix("#"), let scalar = Self.scalar(name.dropFirst()), scalar.value >= 0x20 {
            text = String(Character(scalar))
        } else {
            return nil
        }
    }

    private static func scalar(_ digits: Substring) -> Unicode.Scalar? {
        let isHexadecimal = digits.hasPrefix("x") || digits.hasPrefix("X")
        let number = isHexadecimal ? UInt32(digits.dropFirst(), radix: 16) : UInt32(digits)
        return number.flatMap { Unicode.Scalar($0) }
    }
}
