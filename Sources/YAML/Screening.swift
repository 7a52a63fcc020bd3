/// What a pass over the text finds before libyaml sees it: characters libyaml would refuse without a useful place or take for line
/// breaks though no editor shows them so, and where code points lie.
struct Screening {
    struct Special {
        let bytes: Range<Int>
        let scalar: Unicode.Scalar

        /// Whether it may stand in a quoted scalar (YAML 1.2.2, `nb-json`).
        var isQuotable: Bool { scalar.value >= 0x20 }
    }

    private(set) var specials: [Special] = []
    private(set) var loneReturns: [Int] = []
    private(set) var isASCII = true
    /// Lines that start with `%TAG`: libyaml compares each with all before it.
    private(set) var tagDirectives: [Int] = []

    init(_ text: UnsafeBufferPointer<UInt8>) {
        var at = 0
        var lineStart = true
        while at < text.count {
            let byte = text[at]
            if byte >= 0x20, byte < 0x7F {
                if lineStart, byte == UInt8(ascii: "%") { noteDirective(text, at) }
                lineStart = false
                at += 1
                continue
            }
            lineStart = byte == UInt8(ascii: "\n")
            at += screen(text, at, byte)
        }
    }

    /// Looks at anything but printable ASCII and gives its length.
    private mutating func screen(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
            return 1
        case UInt8(ascii: "\r"):
            if at + 1 == text.count || text[at + 1] != UInt8(ascii: "\n") { loneReturns.append(at) }
            return 1
        case 0..<0x80:
            specials.append(Special(bytes: at..<(at + 1), scalar: Unicode.Scalar(byte)))
            return 1
        default:
            isASCII = false
            let length = utf8Length(lead: byte)
            let scalar = scalar(text, at, length)
            switch scalar.value {
            case 0x80..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF:
                specials.append(Special(bytes: at..<(at + length), scalar: scalar))
            default:
                break
            }
            return length
        }
    }

    private mutating func noteDirective(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) {
        if text[at...].starts(with: "%TAG".utf8) { tagDirectives.append(at) }
    }

    private func scalar(_ text: UnsafeBufferPointer<UInt8>, _ at: Int, _ length: Int) -> Unicode.Scalar {
        var value = UInt32(text[at]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(text[at + offset] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The text with each special character replaced by one that does not occur in it and means nothing to YAML, and that
    /// character; `nil` if the text leaves none.
    func masked(_ text: UnsafeBufferPointer<UInt8>) -> (text: [UInt8], mask: [UInt8])? {
        guard let mask = unusedCharacter(text) else { return nil }
        var masked: [UInt8] = []
        masked.reserveCapacity(text.count + 2 * specials.count)
        var copied = 0
        for special in specials {
            masked.append(contentsOf: text[copied..<special.bytes.lowerBound])
            masked.append(contentsOf: mask)
            copied = special.bytes.upperBound
        }
        masked.append(contentsOf: text[copied...])
        return (masked, mask)
    }

    /// A private-use character of U+E000 to U+EFFF that the text does not contain: `EE 80 80` to `EE BF BF`.
    private func unusedCharacter(_ text: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
        var used = Set<UInt16>()
        for at in text.indices where text[at] == 0xEE {
            used.insert(UInt16(text[at + 1] & 0x3F) << 6 | UInt16(text[at + 2] & 0x3F))
        }
        guard let free = (0..<0x1000).first(where: { !used.contains($0) }) else { return nil }
        return [0xEE, 0x80 | UInt8(free >> 6), 0x80 | UInt8(free & 0x3F)]
    }
}

/// The length of a well-formed UTF-8 sequence by its first byte.
func utf8Length(lead: UInt8) -> Int {
    switch lead {
    case 0..<0x80: 1
    case 0x80..<0xE0: 2
    case 0xE0..<0xF0: 3
    default: 4
    }
}
