/// The encoders behind ``Markdown``, on UTF-8.

/// Code on one line, fenced by as many backticks as it needs, in a way that ends no table's cell.
func codeSpan(_ code: String) -> String {
    let line = oneLine(code)
    let backtick = UInt8(ascii: "`")
    var longest = 0
    var run = 0
    for byte in line {
        run = byte == backtick ? run + 1 : 0
        longest = max(longest, run)
    }
    let fence = repeatElement(backtick, count: longest + 1)
    let needsSpace = line.first == backtick || line.last == backtick
    var result = Array(fence)
    if needsSpace { result.append(UInt8(ascii: " ")) }
    escape(line, where: { $0 == UInt8(ascii: "|") }, into: &result)
    if needsSpace { result.append(UInt8(ascii: " ")) }
    result += fence
    return String(decoding: result, as: UTF8.self)
}

/// Text on one line with every character that means something to Markdown escaped.
func escapedLine(_ text: String) -> String {
    var result: [UInt8] = []
    escape(oneLine(text), where: { "\\`*_{}[]<>()#+!|~".utf8.contains($0) }, into: &result)
    return String(decoding: result, as: UTF8.self)
}

/// A description as a block: hidden characters shown, raw HTML as text, and schemes a page should not open cut off.
func safeBlock(_ text: String) -> String {
    var block: [UInt8] = []
    var isFirst = true
    forEachSafeLine(of: HTMLText.markdown(text)) { line, _ in
        if !isFirst { block.append(UInt8(ascii: "\n")) }
        isFirst = false
        block.append(contentsOf: line)
    }
    return String(decoding: block, as: UTF8.self)
}

/// A description on one line, without ending a table's cell.
func safeCell(_ text: String) -> String {
    var line: [UInt8] = []
    forEachSafeLine(of: HTMLText.markdown(text)) { part, isFenced in
        if !isFenced, part.count > PlainLines.width, !isVerbatim(part) {
            for word in part.split(separator: UInt8(ascii: " ")) {
                appendPart(UnsafeBufferPointer(rebasing: word), to: &line)
            }
        } else {
            appendPart(part, to: &line)
        }
    }
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 4)
    escape(line, where: { $0 == UInt8(ascii: "|") }, into: &result)
    return String(decoding: result, as: UTF8.self)
}

/// Text on one line.
private func oneLine(_ text: String) -> [UInt8] {
    var line: [UInt8] = []
    PlainLines(text).forEach { appendPart($0, to: &line) }
    return line
}

private func appendPart(_ part: UnsafeBufferPointer<UInt8>, to line: inout [UInt8]) {
    let part = trimmed(part)
    if part.isEmpty { return }
    if !line.isEmpty { line.append(UInt8(ascii: " ")) }
    line.append(contentsOf: part)
}

private func escape(_ text: [UInt8], where isSpecial: (UInt8) -> Bool, into result: inout [UInt8]) {
    for byte in text {
        if isSpecial(byte) { result.append(UInt8(ascii: "\\")) }
        result.append(byte)
    }
}

/// Calls `body` with each line and whether it is quoted code.
private func forEachSafeLine(of text: String, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Void) {
    let fence = Array("```".utf8)
    var isFenced = false
    PlainLines(text).forEach { line in
        if line.starts(with: fence) { isFenced.toggle() }
        if isFenced || !line.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "]") }) {
            body(line, isFenced)
        } else {
            withoutMarkup(line).withUnsafeBufferPointer { body($0, false) }
        }
    }
    // A fence the description leaves open would swallow the rest of the page.
    if isFenced { fence.withUnsafeBufferPointer { body($0, false) } }
}

private let unsafeSchemes = ["javascript:", "data:", "vbscript:", "file:"].map { Array($0.utf8) }

/// The length of the beginning of a link, from its bracket to the colon of a scheme that runs something or reads files; `nil` where there is none.
///
/// Destinations of links and of link reference definitions may follow white space, and schemes are written in any case (CommonMark 0.31, 4.7
/// and 6.3; RFC 3986, 3.1).
private func unsafeLinkLength(_ link: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let mark = link.dropFirst().first, mark == UInt8(ascii: "(") || mark == UInt8(ascii: ":") else { return nil }
    let destination = link.dropFirst(2).drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
    let scheme = unsafeSchemes.first { scheme in
        destination.count >= scheme.count && zip(destination, scheme).allSatisfy { $0 | 0x20 == $1 }
    }
    return scheme.map { link.count - destination.count + $0.count }
}

private func withoutMarkup(_ line: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(line.count + 8)
    var isCode = false
    var index = 0
    while index < line.count {
        let byte = line[index]
        if byte == UInt8(ascii: "`") { isCode.toggle() }
        if byte == UInt8(ascii: "]"), let length = unsafeLinkLength(line[index...]) {
            result.append(contentsOf: [byte, line[index + 1], UInt8(ascii: "#")])
            index += length
        } else {
            if byte == UInt8(ascii: "<"), !isCode {
                result.append(contentsOf: "&lt;".utf8)
            } else {
                result.append(byte)
            }
            index += 1
        }
    }
    return result
}
