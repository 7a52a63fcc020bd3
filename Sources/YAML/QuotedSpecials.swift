import Diagnostics

/// The special characters of a text in order, told apart while events arrive by whether they stand in a quoted scalar.
struct QuotedSpecials {
    private var waiting: ArraySlice<Screening.Special>
    /// The bytes libyaml was given in place of each.
    private let mask: [UInt8]

    init(_ specials: [Screening.Special], mask: [UInt8]) {
        waiting = specials[...]
        self.mask = mask
    }

    var isEmpty: Bool { waiting.isEmpty }

    /// Takes out those that stand before an offset.
    mutating func take(before end: Int) -> [Screening.Special] {
        let taken = waiting.prefix { $0.bytes.lowerBound < end }
        waiting = waiting.dropFirst(taken.count)
        return Array(taken)
    }

    /// The text of a scalar with the characters that were masked.
    func unmask(_ bytes: UnsafeBufferPointer<UInt8>, _ specials: [Screening.Special]) -> String {
        var text: [UInt8] = []
        var at = 0
        var next = specials.makeIterator()
        while at < bytes.count {
            if bytes[at...].starts(with: mask), let special = next.next() {
                text.append(contentsOf: Unicode.UTF8.encode(special.scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
                at += mask.count
            } else {
                text.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

extension Faults {
    /// Reports a character that may not stand where it does.
    mutating func add(_ special: Screening.Special) throws(Halt) {
        let code = "U+" + hexadecimal(special.scalar)
        switch special.scalar.value {
        case 0x85, 0x2028, 0x2029:
            try add(
                "hidden-line-break", "\(code) is a line break that most editors do not show as one", at: special.bytes,
                hint: "remove it, or write it as \"\\u\(hexadecimal(special.scalar))\" in double quotes")
        default:
            try add(
                "control-character", "the control character \(code) may not stand here", at: special.bytes,
                hint: "remove it, or write it as \"\\u\(hexadecimal(special.scalar))\" in double quotes")
        }
    }

    mutating func add(repeatedKey key: String, at place: Place, first: Place) throws(Halt) {
        try add(
            "duplicate-key", "the key \(quote(key)) stands twice in this mapping",
            at: Int(place.start)..<Int(place.end),
            notes: [Diagnostic.Note("it stands here first", at: first)])
    }
}

/// The code point in at least four hexadecimal digits.
func hexadecimal(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
