/// Markdown out of the tags and the text of HTML.
struct MarkdownWriter {
    private var output: [UInt8] = []
    /// Whether white space counts as one blank, as in HTML.
    private let collapses: Bool
    /// The lists that are open, and the number of the next element of those that have numbers.
    private var lists: [Int?] = []
    private var links: [String?] = []
    /// Where the content of a `code` element begins.
    private var codeStart: Int?
    private var isPreformatted = false
    /// The cells of the current row of a table, and whether a row was written.
    private var cells: [[UInt8]]?
    private var hasRows = false

    var isCode: Bool { isPreformatted || codeStart != nil }

    init(collapses: Bool) { self.collapses = collapses }

    mutating func write(_ byte: UInt8) {
        guard collapses, !isPreformatted, isSpace(byte) else { return output.append(byte) }
        if let last = output.last, !isSpace(last) { output.append(UInt8(ascii: " ")) }
    }

    mutating func copy(_ bytes: ArraySlice<UInt8>) { output += bytes }

    /// Removes the bracket that opened a link, and the mark of an image before it.
    ///
    /// - Returns: `false` if no link is open on this line.
    mutating func dropLinkStart() -> Bool {
        let line = output.lastIndex(of: newline) ?? -1
        guard let start = output.lastIndex(of: UInt8(ascii: "[")), start > line,
            !output[start...].contains(UInt8(ascii: "]"))
        else { return false }
        output.remove(at: start)
        if start > 0, output[start - 1] == UInt8(ascii: "!") { output.remove(at: start - 1) }
        return true
    }

    /// - Returns: Whether the tag is one that is known, so that it is not text.
    mutating func handle(_ tag: HTMLTag) -> Bool {
        if isPreformatted, tag.name != "pre" { return tag.name == "code" || tag.name == "span" || tag.name == "br" }
        switch tag.name {
        case "p", "div", "section", "article", "blockquote", "dl", "details", "hr", "center": paragraph()
        case "br": lineBreak()
        case "h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary": heading(tag)
        case "b", "strong": emphasis("**", tag)
        case "i", "em": emphasis("*", tag)
        case "code", "tt", "kbd", "samp": code(tag)
        case "pre": preformatted(tag)
        case "a": link(tag)
        case "img": output += (tag.value ?? "").utf8
        case "ul", "ol": list(tag)
        case "li": if !tag.isEnd { item() }
        case "dd": tag.isEnd ? paragraph() : lineBreak()
        case "table": table(tag)
        case "tr": row(tag)
        case "td", "th": cell(tag)
        case "span", "font", "u", "small", "sup", "sub", "thead", "tbody", "tfoot", "caption", "colgroup", "col",
            "nobr",
            "wbr", "mark", "del", "s", "abbr", "cite", "q", "var", "label", "main", "header", "footer", "big", "ins":
            break
        default: return false
        }
        return true
    }

    mutating func finish() -> String {
        if codeStart != nil { endCode() }
        if isPreformatted { output += "\n```".utf8 }
        if cells != nil { endRow() }
        return DocComment.trimmed(String(decoding: output, as: UTF8.self))
    }

    // MARK: Blocks

    private mutating func trimEnd() {
        while let last = output.last, last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") { output.removeLast() }
    }

    private mutating func lineBreak() {
        trimEnd()
        if cells != nil { return output.append(UInt8(ascii: " ")) }
        if !output.isEmpty { output.append(newline) }
        output += String(repeating: "  ", count: lists.count).utf8
    }

    private mutating func paragraph() {
        trimEnd()
        guard !output.isEmpty, cells == nil else { return }
        let isInItem = !lists.isEmpty
        if isInItem, output.last == UInt8(ascii: "-") || output.suffix(2) == [UInt8(ascii: "."), UInt8(ascii: " ")] {
            return output.append(UInt8(ascii: " "))
        }
        while output.last == newline { output.removeLast() }
        output += [newline, newline]
        output += String(repeating: "  ", count: lists.count).utf8
    }

    private mutating func heading(_ tag: HTMLTag) {
        if tag.isEnd {
            emphasis("**", tag)
            paragraph()
        } else {
            paragraph()
            emphasis("**", tag)
        }
    }

    private mutating func preformatted(_ tag: HTMLTag) {
        guard tag.isEnd == isPreformatted else { return }
        if tag.isEnd {
            while output.last == newline { output.removeLast() }
            output += "\n```\n\n".utf8
        } else {
            paragraph()
            output += "```\n".utf8
        }
        isPreformatted = !tag.isEnd
    }

    private mutating func list(_ tag: HTMLTag) {
        if tag.isEnd {
            _ = lists.popLast()
            paragraph()
        } else {
            if lists.isEmpty { paragraph() }
            lists.append(tag.name == "ol" ? 1 : nil)
        }
    }

    private mutating func item() {
        trimEnd()
        while output.last == newline || output.last == UInt8(ascii: " ") { output.removeLast() }
        if !output.isEmpty { output.append(newline) }
        if lists.isEmpty { lists.append(nil) }
        if lists.count == 1, let before = output.dropLast().last, before != newline, !isItemLine {
            output.append(newline)
        }
        output += String(repeating: "  ", count: lists.count - 1).utf8
        if let number = lists[lists.count - 1] {
            output += "\(number). ".utf8
            lists[lists.count - 1] = number + 1
        } else {
            output += "- ".utf8
        }
    }

    /// Whether the last line that was written belongs to a list.
    private var isItemLine: Bool {
        let line = output.dropLast().split(separator: newline).last?.drop { $0 == UInt8(ascii: " ") } ?? []
        return line.starts(with: "- ".utf8) || line.first.map { (0x30...0x39).contains($0) } == true
    }

    // MARK: Text

    private mutating func emphasis(_ mark: String, _ tag: HTMLTag) {
        if tag.isEnd {
            let isSpaced = output.last == UInt8(ascii: " ")
            trimEnd()
            output += mark.utf8
            if isSpaced { output.append(UInt8(ascii: " ")) }
        } else {
            output += mark.utf8
        }
    }

    private mutating func code(_ tag: HTMLTag) {
        if !tag.isEnd, codeStart == nil { codeStart = output.count }
        if tag.isEnd, codeStart != nil { endCode() }
    }

    private mutating func endCode() {
        // A block within the element may have taken back white space from before it.
        guard let start = codeStart.map({ min($0, output.count) }) else { return }
        let code = String(decoding: output[start...], as: UTF8.self)
        output.removeSubrange(start...)
        if !code.isEmpty { output += codeSpan(code).utf8 }
        codeStart = nil
    }

    private mutating func link(_ tag: HTMLTag) {
        if tag.isEnd {
            guard let link = links.popLast() else { return }
            if let link { output += "](\(link))".utf8 }
        } else {
            let isUsable = tag.value.map(isWebAddress) ?? false
            links.append(isUsable ? tag.value : nil)
            if isUsable { output.append(UInt8(ascii: "[")) }
        }
    }

    // MARK: Tables

    private mutating func table(_ tag: HTMLTag) {
        if cells != nil { endRow() }
        hasRows = false
        paragraph()
    }

    private mutating func row(_ tag: HTMLTag) {
        if cells != nil { endRow() }
        if !tag.isEnd {
            trimEnd()
            cells = []
        }
    }

    private mutating func cell(_ tag: HTMLTag) {
        guard cells != nil, !tag.isEnd else { return }
        trimEnd()
        cells?.append([])
        output.append(cellMark)
    }

    /// Writes the cells that were gathered since the row began.
    private mutating func endRow() {
        let count = cells?.count ?? 0
        cells = nil
        guard count > 0 else { return }
        var parts: [[UInt8]] = []
        for _ in 0..<count {
            guard let mark = output.lastIndex(of: cellMark) else { break }
            parts.append(Array(output[(mark + 1)...]))
            output.removeSubrange(mark...)
        }
        let texts = parts.reversed().map { part in
            DocComment.trimmed(String(decoding: part.map { $0 == newline ? 0x20 : $0 }, as: UTF8.self))
                .replacing("|", with: "\\|")
        }
        if !output.isEmpty, output.last != newline { output.append(newline) }
        output += "| \(texts.joined(separator: " | ")) |\n".utf8
        if !hasRows { output += "|\(String(repeating: " --- |", count: count))\n".utf8 }
        hasRows = true
    }
}

/// Whether a link can lead there from anywhere, and its address can stand between the parentheses of a link.
private func isWebAddress(_ text: String) -> Bool {
    let start = text.prefix(8).lowercased()
    return ["https://", "http://", "mailto:"].contains { start.hasPrefix($0) }
        && !text.utf8.contains { isSpace($0) || $0 == UInt8(ascii: ")") }
}

private let newline = UInt8(ascii: "\n")
/// A byte that text in UTF-8 never has.
private let cellMark: UInt8 = 0xFF
