/// The special characters of a text in order, which libyaml does not see: they are put back into the scalars that may hold them.
struct MaskedCharacters {
    private var waiting: ArraySlice<Screening.Special>
    private let mask: Mask?

    init(_ specials: [Screening.Special], mask: Mask?) {
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

    /// The text of a scalar with the special characters that stand in it.
    ///
    /// - Parameter source: the whole document, for escapes that mean nothing in a scalar which is not in double quotes.
    func unmask(
        _ bytes: UnsafeBufferPointer<UInt8>, _ specials: [Screening.Special], inDoubleQuotes: Bool,
        source: UnsafeBufferPointer<UInt8>
    ) -> String {
        guard let mask else { return String(decoding: bytes, as: UTF8.self) }
        var text: [UInt8] = []
        text.reserveCapacity(bytes.count)
        var at = 0
        for special in specials {
            let isEscape = special.kind == .surrogatePair && !inDoubleQuotes
            let masked = isEscape ? mask.escape : mask.character
            while at < bytes.count, bytes[at] != masked[0] || !bytes[at...].starts(with: masked) {
                text.append(bytes[at])
                at += 1
            }
            guard at < bytes.count else { break }
            if isEscape {
                text.append(contentsOf: source[special.bytes])
            } else {
                text.append(contentsOf: Unicode.UTF8.encode(special.scalar) ?? Unicode.UTF8.encodedReplacementCharacter)
            }
            at += special.kind == .surrogatePair ? masked.count * 2 : masked.count
        }
        text.append(contentsOf: bytes[min(at, bytes.count)...])
        return String(decoding: text, as: UTF8.self)
    }
}
