/// Lays out Swift text by its brackets, so that templates and slots need not.
///
/// A line is indented by the brackets still open before it; brackets opened on one line count once, those in comments and string literals not at
/// all; the labels of a `switch` stand level with it. Runs of empty lines become one, none stands after an opening or before a closing
/// bracket or `#endif`. The text must hold no multi-line literal and no quote inside an interpolation, which this tool never writes.
struct Indenter {
    private typealias Line = UnsafeBufferPointer<UInt8>

    private var output: [UInt8] = []
    private var open: [Bracket] = []
    private var pendingEmptyLine = false
    private var lastSignificantByte: UInt8 = UInt8(ascii: "{")
    private var brackets: [UInt8] = []

    private struct Bracket {
        var levels: Int
        var isSwitch: Bool
    }

    /// The text laid out, as UTF-8.
    static func indented(_ source: String) -> [UInt8] {
        var source = source
        return source.withUTF8 { bytes in
            var indenter = Indenter()
            indenter.output.reserveCapacity(bytes.count * 3 / 2)
            var start = 0
            while start <= bytes.count {
                var end = start
                while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
                indenter.add(trimmed(bytes, start, end))
                start = end + 1
            }
            return indenter.output
        }
    }

    private static func trimmed(_ bytes: Line, _ start: Int, _ end: Int) -> Line {
        var (start, end) = (start, end)
        while start < end, bytes[start] == UInt8(ascii: " ") { start += 1 }
        while start < end, bytes[end - 1] == UInt8(ascii: " ") { end -= 1 }
        return Line(rebasing: bytes[start..<end])
    }

    private mutating func add(_ text: Line) {
        guard let first = text.first, let last = text.last else {
            pendingEmptyLine = true
            return
        }
        let isComment = begins(text, with: "//")
        brackets.removeAll(keepingCapacity: true)
        if !isComment { scan(text) }
        var closers = 0
        if isClosing(first) {
            while closers < brackets.count, isClosing(brackets[closers]) { closers += 1 }
        }
        if begins(text, with: "#endif") { pendingEmptyLine = false }
        separate(before: first)
        write(text, depth: depth(of: text, first, closing: closers))
        if !brackets.isEmpty { track(text) }
        lastSignificantByte = isComment ? 0 : last
    }

    /// Writes the empty line that was asked for, unless a bracket stands beside it.
    private mutating func separate(before first: UInt8) {
        defer { pendingEmptyLine = false }
        guard pendingEmptyLine, !output.isEmpty, !isClosing(first), !isOpening(lastSignificantByte) else { return }
        output.append(UInt8(ascii: "\n"))
    }

    private func depth(of text: Line, _ first: UInt8, closing: Int) -> Int {
        var depth = 0
        for index in 0..<max(0, open.count - closing) { depth += open[index].levels }
        guard open.last?.isSwitch == true, "cd@".utf8.contains(first) else { return depth }
        let isLabel =
            begins(text, with: "case ") || begins(text, with: "default:") || begins(text, with: "@unknown default:")
        return isLabel ? depth - 1 : depth
    }

    private mutating func write(_ text: Line, depth: Int) {
        for _ in 0..<max(0, depth) {
            for _ in 0..<4 { output.append(UInt8(ascii: " ")) }
        }
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\n"))
    }

    /// Opens and closes what the line's brackets say. Those it leaves open count as one level together.
    private mutating func track(_ text: Line) {
        var lowest = open.count
        for bracket in brackets {
            if isOpening(bracket) {
                let isSwitch = bracket == UInt8(ascii: "{") && begins(text, with: "switch ")
                open.append(Bracket(levels: 0, isSwitch: isSwitch))
            } else if !open.isEmpty {
                open.removeLast()
                lowest = min(lowest, open.count)
            }
        }
        if open.count > lowest { open[lowest].levels = 1 }
    }

    /// Collects the brackets of a line that stand outside string literals and comments.
    private mutating func scan(_ text: Line) {
        var index = 0
        while index < text.count {
            let byte = text[index]
            if byte == UInt8(ascii: "\"") {
                index = endOfLiteral(text, from: index + 1)
            } else if byte == UInt8(ascii: "/"), index > 0, text[index - 1] == byte {
                return
            } else if isOpening(byte) || isClosing(byte) {
                brackets.append(byte)
            }
            index += 1
        }
    }

    /// The index of the quote that ends a literal.
    private func endOfLiteral(_ text: Line, from start: Int) -> Int {
        var index = start
        while index < text.count, text[index] != UInt8(ascii: "\"") {
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return index
    }

    private func begins(_ text: Line, with prefix: StaticString) -> Bool {
        guard text.count >= prefix.utf8CodeUnitCount else { return false }
        return prefix.withUTF8Buffer { prefix in
            for index in prefix.indices where prefix[index] != text[index] { return false }
            return true
        }
    }
}

private func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
}

private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
}
