/// What a pass over the text finds before libyaml sees it: what libyaml would refuse without a useful place or take for line breaks
/// though no editor shows them so, and pairs of escapes it does not join.
struct Screening {
    struct Special {
        enum Kind {
            /// A character that only a quoted scalar may hold.
            case character
            /// Two escapes such as `\ud83d\ude00`, which JSON writes for one character.
            case surrogatePair
        }

        let kind: Kind
        let bytes: Range<Int>
        /// The character that stands or is meant there.
        let scalar: Unicode.Scalar

        /// Whether it may stand in a quoted scalar (YAML 1.2.2, `nb-json`).
        var isQuotable: Bool { scalar.value >= 0x20 }
    }

    private(set) var specials: [Special] = []
    private(set) var loneReturns: [Int] = []
    private(set) var isASCII = true
    /// Lines that start with `%TAG`: libyaml compares each with all before it.
    private(set) var tagDirectives: [Int] = []
    private let text: UnsafeBufferPointer<UInt8>

    init(_ text: UnsafeBufferPointer<UInt8>) {
        self.text = text
        var at = 0
        var lineStart = true
        while at < text.count {
            if at + 8 <= text.count, text.eightBytes(at: at).isPlain, !(lineStart && text[at] == UInt8(ascii: "%")) {
                lineStart = false
                at += 8
                continue
            }
            let byte = text[at]
            if byte >= 0x20, byte < 0x7F, byte != UInt8(ascii: "\\") {
                if lineStart, byte == UInt8(ascii: "%"), text[at...].starts(with: "%TAG".utf8) {
                    tagDirectives.append(at)
                }
                lineStart = false
                at += 1
                continue
            }
            lineStart = byte == UInt8(ascii: "\n")
            at += screen(at, byte)
        }
    }

    /// Looks at anything but plain printable ASCII and gives its length.
    private mutating func screen(_ at: Int, _ byte: UInt8) -> Int {
        switch byte {
        case UInt8(ascii: "\n"), UInt8(ascii: "\t"):
            return 1
        case UInt8(ascii: "\r"):
            if at + 1 == text.count || text[at + 1] != UInt8(ascii: "\n") { loneReturns.append(at) }
            return 1
        case UInt8(ascii: "\\"):
            return screenEscape(at)
        case 0..<0x80:
            specials.append(Special(kind: .character, bytes: at..<(at + 1), scalar: Unicode.Scalar(byte)))
            return 1
        default:
            isASCII = false
            let length = utf8Length(lead: byte)
            let scalar = scalar(at, length)
            switch scalar.value {
            case 0x80..<0xA0, 0x2028, 0x2029, 0xFFFE, 0xFFFF:
                specials.append(Special(kind: .character, bytes: at..<(at + length), scalar: scalar))
            default:
                break
            }
            return length
        }
    }

    private mutating func screenEscape(_ at: Int) -> Int {
        guard let first = escapedUnit(text, at), UTF16.isLeadSurrogate(first),
            let second = escapedUnit(text, at + 6), UTF16.isTrailSurrogate(second)
        else { return at + 1 < text.count && text[at + 1] == UInt8(ascii: "\\") ? 2 : 1 }
        let scalar = UTF16.decode(UTF16.EncodedScalar([first, second]))
        specials.append(Special(kind: .surrogatePair, bytes: at..<(at + 12), scalar: scalar))
        return 12
    }

    private func scalar(_ at: Int, _ length: Int) -> Unicode.Scalar {
        var value = UInt32(text[at]) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(text[at + offset] & 0x3F) }
        return Unicode.Scalar(value) ?? "\u{FFFD}"
    }

    /// The text with each special character replaced by one that does not occur in it and means nothing to YAML; `nil` if the text
    /// leaves none. The number of code points stays the same.
    func masked() -> (text: [UInt8], mask: Mask)? {
        guard let mask = Mask(unusedIn: text) else { return nil }
        var masked: [UInt8] = []
        masked.reserveCapacity(text.count + 2 * specials.count)
        var copied = 0
        for special in specials {
            masked.append(contentsOf: text[copied..<special.bytes.lowerBound])
            switch special.kind {
            case .character: masked.append(contentsOf: mask.character)
            case .surrogatePair: masked.append(contentsOf: mask.escape + mask.escape)
            }
            copied = special.bytes.upperBound
        }
        masked.append(contentsOf: text[copied...])
        return (masked, mask)
    }
}

/// A private-use character, U+E000 to U+EFFF, that a text does not contain.
struct Mask {
    /// `EE 80 80` to `EE BF BF`.
    let character: [UInt8]
    /// Its escape, `\uE000` to `\uEFFF`.
    let escape: [UInt8]

    init?(unusedIn text: UnsafeBufferPointer<UInt8>) {
        var used = Set<UInt16>()
        for at in text.indices {
            if text[at] == 0xEE { used.insert(UInt16(text[at + 1] & 0x3F) << 6 | UInt16(text[at + 2] & 0x3F)) }
            guard text[at] == UInt8(ascii: "\\") else { continue }
            // The second half of an escape of eight digits is looked at as if it were one of four.
            for unit in [escapedUnit(text, at), hexadecimalUnit(text, at + 6)] {
                if let unit, 0xE000...0xEFFF ~= unit { used.insert(unit & 0xFFF) }
            }
        }
        guard let free = (0..<0x1000).first(where: { !used.contains($0) }) else { return nil }
        character = [0xEE, 0x80 | UInt8(free >> 6), 0x80 | UInt8(free & 0x3F)]
        escape = Array("\\u".utf8) + String(free | 0xE000, radix: 16, uppercase: true).utf8
    }
}

/// The code unit of an escape such as `\u00E9` at an offset.
func escapedUnit(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16? {
    guard at + 6 <= text.count, text[at] == UInt8(ascii: "\\"), text[at + 1] == UInt8(ascii: "u") else { return nil }
    return hexadecimalUnit(text, at + 2)
}

/// The value of four hexadecimal digits at an offset.
func hexadecimalUnit(_ text: UnsafeBufferPointer<UInt8>, _ at: Int) -> UInt16? {
    guard at + 4 <= text.count else { return nil }
    var unit: UInt16 = 0
    for byte in text[at..<(at + 4)] {
        switch byte {
        case 0x30...0x39: unit = unit << 4 | UInt16(byte - 0x30)
        case 0x41...0x46, 0x61...0x66: unit = unit << 4 | UInt16((byte & 0xDF) - 0x37)
        default: return nil
        }
    }
    return unit
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
