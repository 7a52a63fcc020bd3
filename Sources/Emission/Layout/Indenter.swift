/// Lays out Swift text by its brackets, so that templates and slots need not.
///
/// A line is indented by the brackets still open before it; brackets opened on one line count once, those in comments and string literals not at
/// all; the labels of a `switch` stand level with it. Runs of empty lines become one, none stands after an opening or before a closing
/// bracket. The text must hold no multi-line literal and no quote inside an interpolation, which this tool never writes.
struct Indenter {
    private var output: [UInt8] = []
    private var open: [Bracket] = []
    private var pendingEmptyLine = false
    private var lastSignificantByte: UInt8 = UInt8(ascii: "{")
    private var brackets: [UInt8] = []

    private struct Bracket {
        var levels: Int
        var isSwitch: Bool
    }

    static func indented(_ source: String) -> String {
        var source = source
        return source.withUTF8 { bytes in
            var indenter = Indenter()
            indenter.output.reserveCapacity(bytes.count * 3 / 2)
            for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
                indenter.add(line)
            }
            return String(decoding: indenter.output, as: UTF8.self)
        }
    }

    private mutating func add(_ line: Slice<UnsafeBufferPointer<UInt8>>) {
        var text = line.drop { $0 == UInt8(ascii: " ") }
        while text.last == UInt8(ascii: " ") { text = text.dropLast() }
        guard let first = text.first else {
            pendingEmptyLine = true
            return
        }
        let isComment = text.starts(with: "//".utf8)
        brackets.removeAll(keepingCapacity: true)
        if !isComment { scan(text) }
        let closers = isClosing(first) ? brackets.prefix(while: isClosing).count : 0
        separate(before: first)
        write(text, depth: depth(of: text, closing: closers))
        track(text)
        if !isComment, let last = text.last { lastSignificantByte = last } else { lastSignificantByte = 0 }
    }

    /// Writes the empty line that was asked for, unless a bracket stands beside it.
    private mutating func separate(before first: UInt8) {
        defer { pendingEmptyLine = false }
        guard pendingEmptyLine, !output.isEmpty, !isClosing(first), !isOpening(lastSignificantByte) else { return }
        output.append(UInt8(ascii: "\n"))
    }

    private func depth(of text: Slice<UnsafeBufferPointer<UInt8>>, closing: Int) -> Int {
        var depth = 0
        for bracket in open.dropLast(closing) { depth += bracket.levels }
        let isLabel =
            text.starts(with: "case ".utf8) || text.starts(with: "default:".utf8)
            || text.starts(with: "@unknown default:".utf8)
        return isLabel && open.last?.isSwitch == true ? depth - 1 : depth
    }

    private mutating func write(_ text: Slice<UnsafeBufferPointer<UInt8>>, depth: Int) {
        for _ in 0..<max(0, depth) { output.append(contentsOf: "    ".utf8) }
        output.append(contentsOf: text)
        output.append(UInt8(ascii: "\n"))
    }

    /// Opens and closes what the line's brackets say. Those it leaves open count as one level together.
    private mutating func track(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        var lowest = open.count
        for bracket in brackets {
            if isOpening(bracket) {
                let isSwitch = bracket == UInt8(ascii: "{") && text.starts(with: "switch ".utf8)
                open.append(Bracket(levels: 0, isSwitch: isSwitch))
            } else if !open.isEmpty {
                open.removeLast()
                lowest = min(lowest, open.count)
            }
        }
        if open.count > lowest { open[lowest].levels = 1 }
    }

    /// Collects the brackets of a line that stand outside string literals and comments.
    private mutating func scan(_ text: Slice<UnsafeBufferPointer<UInt8>>) {
        var isQuoted = false
        var isEscaped = false
        var previous: UInt8 = 0
        for byte in text {
            if isQuoted {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isQuoted = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isQuoted = true
            } else if byte == UInt8(ascii: "/"), previous == byte {
                return
            } else if isOpening(byte) || isClosing(byte) {
                brackets.append(byte)
            }
            previous = byte
        }
    }
}

private func isOpening(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "(") || byte == UInt8(ascii: "[")
}

private func isClosing(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "}") || byte == UInt8(ascii: ")") || byte == UInt8(ascii: "]")
}
