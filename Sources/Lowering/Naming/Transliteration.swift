/// Writes any text as ASCII letters and digits, with a space where a word ends.
///
/// ASCII letters and digits stay. Letters of other scripts are spelled as Unicode names them: `é` is `e`, `Я` is `Ya`,
/// `ペット` is `petuto`; a sign that stands for a thing becomes the words of its name, `🐶` `dog face`; ideographs and
/// what has no name become `u` and their number, as `u732b`. All other signs end a word, except those that carry
/// meaning: `+1` is `plus 1`, `-1` `minus 1`, `>=5` `at least 5`, `C++` `C plus plus`, `GMT-5` `GMT minus 5`. A name of
/// signs alone is spelled out, and what is empty then is the empty array.
func spell(_ text: String) -> [UInt8] {
    if text.utf8.count <= 256, let plain = spellPlain(text) { return plain }
    var speller = Speller(text)
    return speller.spelled()
}

/// The common case: ASCII with signs only between words.
private func spellPlain(_ text: String) -> [UInt8]? {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count)
    var previousIsSign = true
    for byte in text.utf8 {
        if isAlphanumeric(byte) {
            result.append(byte)
            previousIsSign = false
        } else {
            guard !previousIsSign, byte == 0x5F || byte == 0x2D || byte == 0x20 || byte == 0x2E || byte == 0x2F,
                byte != 0x2D || !Signs.endsInTimeZone(result)
            else { return nil }
            result.append(0x20)
            previousIsSign = true
        }
    }
    return previousIsSign ? nil : result
}

func isAlphanumeric(_ byte: UInt8) -> Bool { isLower(byte) || isUpper(byte) || isDigit(byte) }
func isLower(_ byte: UInt8) -> Bool { byte >= 0x61 && byte <= 0x7A }
func isUpper(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }
func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

private struct Speller {
    /// More than any name keeps, so that a text of megabytes costs nothing.
    static let limit = 400

    private let scalars: [Unicode.Scalar]
    /// Whether all letters are capitals, which the words of signs follow: `A&B` is `A AND B`.
    private let isUppercase: Bool
    private var result: [UInt8] = []

    init(_ text: String) {
        scalars = Array(text.unicodeScalars.prefix(Self.limit))
        isUppercase =
            scalars.contains { $0.isASCII && isUpper(UInt8($0.value)) }
            && !scalars.contains { $0.isASCII && isLower(UInt8($0.value)) }
    }

    mutating func spelled() -> [UInt8] {
        guard let first = scalars.firstIndex(where: isWordScalar),
            let last = scalars.lastIndex(where: isWordScalar)
        else { return signsAlone() }
        if let words = Signs.leading[text(of: scalars[..<first])] { append(words: words) }
        spellInner(scalars[first...last])
        spellTrailing(scalars[(last + 1)...])
        return result
    }

    private func text(of signs: some Sequence<Unicode.Scalar>) -> String { String(String.UnicodeScalarView(signs)) }

    private mutating func append(words: String) {
        separate()
        result.append(contentsOf: (isUppercase ? words.uppercased() : words).utf8)
        separate()
    }

    private mutating func separate() { if let last = result.last, last != 0x20 { result.append(0x20) } }

    private mutating func signsAlone() -> [UInt8] {
        if let words = Signs.operators[text(of: scalars[...])] {
            append(words: words)
        } else {
            for scalar in scalars {
                if let name = Signs.names[scalar] ?? signName(scalar) { append(words: name) }
            }
        }
        return result
    }

    private mutating func spellInner(_ inner: ArraySlice<Unicode.Scalar>) {
        var index = inner.startIndex
        while index < inner.endIndex {
            let end = inner[index...].firstIndex { isWordScalar($0) || !$0.isASCII } ?? inner.endIndex
            guard end > index else {
                append(inner[index])
                index += 1
                continue
            }
            if let words = word(between: inner[index..<end], before: scalars[end...]) {
                append(words: words)
            } else {
                for scalar in inner[index..<end] { append(scalar) }
            }
            index = end
        }
    }

    /// What signs of ASCII between two words mean, if they do more than end the first.
    private func word(between signs: ArraySlice<Unicode.Scalar>, before rest: ArraySlice<Unicode.Scalar>) -> String? {
        if signs.count == 1, signs.first == "-" {
            let isNumber = rest.first.map { ("0"..."9").contains($0) } ?? false
            return isNumber && Signs.endsInTimeZone(result) ? "minus" : nil
        }
        // What is in angle brackets is a part, as in `List<Pet>`.
        if signs.contains("<"), rest.contains(">") { return nil }
        if signs.contains(">"), scalars[..<signs.startIndex].contains("<") { return nil }
        let spoken = signs.filter { !["/", ".", ":", "_", " "].contains($0) }
        if signs.contains(" "), !["+", "&"].contains(text(of: spoken)) { return nil }
        return Signs.inner[text(of: spoken)]
    }

    private mutating func spellTrailing(_ signs: ArraySlice<Unicode.Scalar>) {
        let spoken = signs.filter { !["/", ".", " ", "_"].contains($0) }
        if !scalars[..<signs.startIndex].contains("<"),
            let words = Signs.comparison(text(of: spoken), isTime: Signs.endsInTime(result))
        {
            return append(words: words)
        }
        guard spoken.allSatisfy({ Signs.trailing.contains($0) }), spoken.count <= 3 else { return }
        for sign in spoken {
            if let name = sign == "#" ? "sharp" : Signs.names[sign] { append(words: name) }
        }
    }

    private mutating func append(_ scalar: Unicode.Scalar) {
        if scalar.isASCII {
            let byte = UInt8(scalar.value)
            if isAlphanumeric(byte) {
                result.append(byte)
            } else if byte != UInt8(ascii: "'") {
                separate()
            }
            return
        }
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter:
            if let letters = letterName(scalar) {
                result.append(contentsOf: letters.utf8)
            } else {
                append(words: "u" + String(scalar.value, radix: 16))
            }
        case .decimalNumber, .otherNumber, .letterNumber:
            if let number = scalar.properties.numericValue, number >= 0, number == number.rounded(), number < 1e6 {
                result.append(contentsOf: String(Int(number)).utf8)
            } else {
                separate()
            }
        case .otherSymbol: if let name = signName(scalar) { append(words: name) }
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: break
        default: if scalar != "’" { separate() }
        }
    }
}

/// Whether a scalar says something where it stands alone.
private func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return isAlphanumeric(UInt8(scalar.value)) }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
        .letterNumber, .otherNumber, .otherSymbol:
        return true
    default: return false
    }
}

/// How a letter outside ASCII is spelled: the last part of its Unicode name before any `WITH`.
private func letterName(_ scalar: Unicode.Scalar) -> String? {
    if let letters = commonLetters[scalar] { return letters }
    guard let name = scalar.properties.name, !name.utf8.contains(0x2D) else { return nil }
    let words = name.split(separator: " ").prefix { $0 != "WITH" }
    guard words.count > 1, let last = words.last, last.utf8.count <= 6, last.utf8.allSatisfy(isUpper) else {
        return nil
    }
    let letters = last.lowercased()
    let isCapital = words.contains("CAPITAL")
    return isCapital ? letters.prefix(1).uppercased() + letters.dropFirst() : letters
}

/// The words of a sign's Unicode name, or `nil` where it has none worth saying.
private func signName(_ scalar: Unicode.Scalar) -> String? {
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .spaceSeparator, .lineSeparator, .paragraphSeparator,
        .surrogate, .privateUse, .unassigned:
        return nil
    default: break
    }
    guard let name = scalar.properties.name else { return nil }
    let words = name.utf8.map { isUpper($0) ? $0 + 0x20 : isDigit($0) ? $0 : 0x20 }
    return String(decoding: words, as: UTF8.self)
}

/// Letters whose Unicode names are not how they are read.
private let commonLetters: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = ["ß": "ss", "ẞ": "SS"]
    let pairs = """
        а a б b в v г g д d е e ё yo ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch ш sh \
        щ shch ъ - ы y ь - э e ю yu я ya є ye і i ї yi ґ g α a β b γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x \
        ο o π p ρ r σ s ς s τ t υ y φ f χ ch ψ ps ω o
        """.split(separator: " ").map { $0 == "-" ? "" : String($0) }
    for index in stride(from: 0, to: pairs.count, by: 2) {
        guard let small = pairs[index].unicodeScalars.first else { continue }
        letters[small] = pairs[index + 1]
        let capital = small.properties.uppercaseMapping.unicodeScalars.first ?? small
        if capital != small {
            letters[capital] = pairs[index + 1].prefix(1).uppercased() + pairs[index + 1].dropFirst()
        }
    }
    return letters
}()
