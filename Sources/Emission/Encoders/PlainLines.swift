/// The lines of a document's text as comments and pages show them: without trailing space, hidden characters shown, words that steer other
/// tools broken, long prose folded, no empty line at either end.
///
/// Descriptions are most of what a run encodes, so this works on UTF-8: one buffer for all lines, and scalars only where a line is not ASCII.
struct PlainLines {
    private var bytes: [UInt8] = []
    /// Where each line ends in `bytes`.
    private var ends: [Int] = []

    static let width = 100

    init(_ text: String) {
        var text = text
        text.withUTF8 { text in
            let text = trimmed(text)
            if text.isEmpty { return }
            bytes.reserveCapacity(text.count + 8)
            var isFenced = false
            var start = 0
            var index = 0
            while index < text.count {
                let length = lineBreakLength(text, at: index)
                if length == 0 {
                    index += 1
                } else {
                    add(UnsafeBufferPointer(rebasing: text[start..<index]), &isFenced)
                    index += length
                    start = index
                }
            }
            add(UnsafeBufferPointer(rebasing: text[start...]), &isFenced)
        }
    }

    var isEmpty: Bool { ends.isEmpty }

    /// Each line as a text of its own.
    var strings: [String] {
        var strings: [String] = []
        strings.reserveCapacity(ends.count)
        forEach { strings.append(String(decoding: $0, as: UTF8.self)) }
        return strings
    }

    /// Calls `body` with the UTF-8 of each line.
    func forEach(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        bytes.withUnsafeBufferPointer { bytes in
            var start = 0
            for end in ends {
                body(UnsafeBufferPointer(rebasing: bytes[start..<end]))
                start = end
            }
        }
    }

    private mutating func add(_ line: UnsafeBufferPointer<UInt8>, _ isFenced: inout Bool) {
        let start = bytes.count
        if line.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) {
            bytes.append(contentsOf: line)
        } else {
            show(line)
        }
        while bytes.count > start, bytes[bytes.count - 1] == UInt8(ascii: " ") { bytes.removeLast() }
        breakSteeringWords(from: start)
        if isFence(bytes[start...]) { isFenced.toggle() }
        if isFenced || bytes.count - start <= Self.width {
            ends.append(bytes.count)
        } else {
            fold(from: start)
        }
    }

    /// Appends a line with its tabs as spaces and its hidden characters as `U+XXXX`.
    private mutating func show(_ line: UnsafeBufferPointer<UInt8>) {
        for scalar in String(decoding: line, as: UTF8.self).unicodeScalars {
            if scalar == "\t" {
                bytes.append(contentsOf: "    ".utf8)
            } else if isHidden(scalar) {
                bytes.append(contentsOf: "U+\(String(scalar.value, radix: 16, uppercase: true))".utf8)
            } else if let encoded = UTF8.encode(scalar) {
                bytes.append(contentsOf: encoded)
            }
        }
    }

    // MARK: Words that steer other tools

    /// Beginnings of directives of linters, formatters, generators and DocC.
    private static let steeringWords: [[UInt8]] = [
        "swiftlint:", "swift-format-ignore", "swiftformat:", "sourcery:", "sourcekit:", "@Metadata {", "@Comment {",
        "@DeprecationSummary {",
    ].map { Array($0.utf8) }

    /// Separates such words from their last character.
    private mutating func breakSteeringWords(from start: Int) {
        // Each of them has one of these in it, and most lines have none.
        guard
            bytes[start...].contains(where: {
                $0 == UInt8(ascii: ":") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "{")
            })
        else { return }
        var index = start
        while index + 1 < bytes.count {
            let pair = (bytes[index], bytes[index + 1])
            index += 1
            switch pair {
            case (UInt8(ascii: "s"), UInt8(ascii: "w")), (UInt8(ascii: "s"), UInt8(ascii: "o")), (UInt8(ascii: "@"), _):
                guard let word = Self.steeringWords.first(where: { bytes[(index - 1)...].starts(with: $0) }) else {
                    break
                }
                bytes.insert(UInt8(ascii: " "), at: index + word.count - 2)
                index += word.count
            default: break
            }
        }
    }

    // MARK: Folding

    /// Breaks a long line of prose at spaces. Tables, headings and quoted code keep their lines.
    private mutating func fold(from start: Int) {
        let line = Array(bytes[start...])
        if isVerbatim(line) { return ends.append(bytes.count) }
        bytes.removeLast(line.count)
        let indentation = line.prefix { $0 == UInt8(ascii: " ") }
        var lineStart = start
        bytes.append(contentsOf: indentation)
        for word in line.split(separator: UInt8(ascii: " ")) {
            let length = bytes.count - lineStart
            if length > indentation.count {
                if length + word.count + 1 > Self.width, !startsBlock(word) {
                    ends.append(bytes.count)
                    lineStart = bytes.count
                    bytes.append(contentsOf: indentation)
                } else {
                    bytes.append(UInt8(ascii: " "))
                }
            }
            bytes.append(contentsOf: word)
        }
        ends.append(bytes.count)
    }

    /// Whether a line that began with the word would be read as a list, a quotation, a heading or a rule.
    private func startsBlock(_ word: ArraySlice<UInt8>) -> Bool {
        guard let first = word.first, let last = word.last else { return false }
        if "-+*>#=|`~".utf8.contains(first) { return true }
        guard last == UInt8(ascii: ".") || last == UInt8(ascii: ")") else { return false }
        if first < 0x80 { return (0x30...0x39).contains(first) }
        return String(decoding: word, as: UTF8.self).first?.isNumber == true
    }
}

/// Whether folding leaves a line as it is: a table's row, a heading or quoted code.
func isVerbatim(_ line: some Sequence<UInt8>) -> Bool {
    line.starts(with: "|".utf8) || line.starts(with: "#".utf8) || line.starts(with: "    ".utf8)
}

/// The bytes of the line break at an index; 0 where there is none.
private func lineBreakLength(_ text: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
    switch text[index] {
    case 0x0A...0x0D: 1
    // U+0085.
    case 0xC2 where index + 1 < text.count && text[index + 1] == 0x85: 2
    // U+2028 and U+2029.
    case 0xE2 where index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8: 3
    default: 0
    }
}

/// UTF-8 without white space at its ends.
func trimmed(_ text: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    var (start, end) = (0, text.count)
    while start < end, let length = whiteSpaceLength(text[start..<end].prefix(3)) { start += length }
    while start < end {
        // The scalar that ends here starts at the last byte that continues none.
        var first = end - 1
        while first > start, text[first] & 0xC0 == 0x80 { first -= 1 }
        guard let length = whiteSpaceLength(text[first..<end]), first + length == end else { break }
        end = first
    }
    return UnsafeBufferPointer(rebasing: text[start..<end])
}

/// The bytes of the white space some text begins with; `nil` where it begins with something else.
private func whiteSpaceLength(_ text: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    guard let first = text.first else { return nil }
    if first < 0x80 { return first == 0x20 || (0x09...0x0D).contains(first) ? 1 : nil }
    var bytes = text.makeIterator()
    var decoder = UTF8()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes), scalar.properties.isWhitespace else { return nil }
    return UTF8.width(scalar)
}
