/// Reads the text of an I-Regexp (RFC 9485, section 3).
struct IRegexpParser {
    typealias Expression = IRegexp.Expression

    private let scalars: [Unicode.Scalar]
    private var at = 0
    private var depth = 0

    init(_ pattern: String) { scalars = Array(pattern.unicodeScalars) }

    /// `nil` where the text is no I-Regexp.
    mutating func whole() -> Expression? {
        guard let expression = branches(), at == scalars.count else { return nil }
        return expression
    }

    private mutating func branches() -> Expression? {
        guard let first = sequence() else { return nil }
        var all = [first]
        while take("|") {
            guard let next = sequence() else { return nil }
            all.append(next)
        }
        return all.count == 1 ? first : .branches(all)
    }

    private mutating func sequence() -> Expression? {
        var parts: [Expression] = []
        while let next = peek, next != "|", next != ")" {
            guard let atom = atom(), let piece = quantified(atom) else { return nil }
            parts.append(piece)
        }
        return .sequence(parts)
    }

    private mutating func quantified(_ atom: Expression) -> Expression? {
        if take("*") { return .repeated(atom, least: 0, most: nil) }
        if take("+") { return .repeated(atom, least: 1, most: nil) }
        if take("?") { return .repeated(atom, least: 0, most: 1) }
        guard take("{") else { return atom }
        guard let least = count() else { return nil }
        var most: Int? = least
        if take(",") { most = peek == "}" ? nil : count() ?? -1 }
        guard take("}"), most.map({ $0 >= least }) ?? true else { return nil }
        return .repeated(atom, least: least, most: most)
    }

    private mutating func count() -> Int? {
        var text = ""
        while let next = peek, "0"..."9" ~= next {
            text.unicodeScalars.append(next)
            at += 1
        }
        return Int(text)
    }

    private mutating func atom() -> Expression? {
        guard let next = peek else { return nil }
        switch next {
        case "(":
            at += 1
            depth += 1
            defer { depth -= 1 }
            guard depth < 64, let inner = branches(), take(")") else { return nil }
            return inner
        case ".":
            at += 1
            return .character(.init(isNegated: true, ranges: [0x0A...0x0A, 0x0D...0x0D]))
        case "\\": return escape().map { .character($0) }
        case "[": return classExpression().map { .character($0) }
        case ")", "*", "+", "?", "]", "{", "}", "|": return nil
        default:
            at += 1
            return .character(.init(ranges: [next.value...next.value]))
        }
    }

    /// A character or a category after a backslash.
    private mutating func escape() -> IRegexp.CharacterSet? {
        let start = at
        if let scalar = escapedCharacter() { return .init(ranges: [scalar.value...scalar.value]) }
        at = start
        return category().map { .init(categories: [$0]) }
    }

    private mutating func escapedCharacter() -> Unicode.Scalar? {
        guard take("\\"), let next = peek else { return nil }
        at += 1
        switch next {
        case "n": return "\n"
        case "r": return "\r"
        case "t": return "\t"
        case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return next
        default: return nil
        }
    }

    private static let categories: [Unicode.Scalar: String] = [
        "L": "lmotu", "M": "cen", "N": "dlo", "P": "cdefios", "Z": "lps", "S": "ckmo", "C": "cfno",
    ]

    /// For example: `\p{Lu}`.
    private mutating func category() -> (name: String, isNegated: Bool)? {
        guard take("\\") else { return nil }
        let isNegated = take("P")
        guard isNegated || take("p"), take("{"), let first = peek, let seconds = Self.categories[first] else {
            return nil
        }
        at += 1
        var name = String(Character(first))
        if let second = peek, seconds.unicodeScalars.contains(second) {
            name.unicodeScalars.append(second)
            at += 1
        }
        return take("}") ? (name, isNegated) : nil
    }

    private mutating func classExpression() -> IRegexp.CharacterSet? {
        at += 1
        var set = IRegexp.CharacterSet(isNegated: take("^"))
        let start = at
        if take("-") { set.ranges.append(0x2D...0x2D) }
        while let next = peek, next != "]" {
            if next == "-" {
                at += 1
                guard peek == "]" else { return nil }
                set.ranges.append(0x2D...0x2D)
                break
            }
            if next == "\\", at + 1 < scalars.count, scalars[at + 1] == "p" || scalars[at + 1] == "P" {
                guard let category = category() else { return nil }
                set.categories.append(category)
            } else {
                guard let range = range() else { return nil }
                set.ranges.append(range)
            }
        }
        return at > start && take("]") ? set : nil
    }

    private mutating func range() -> ClosedRange<UInt32>? {
        guard let low = classCharacter() else { return nil }
        guard peek == "-", at + 1 < scalars.count, scalars[at + 1] != "]" else { return low.value...low.value }
        at += 1
        guard let high = classCharacter(), low.value <= high.value else { return nil }
        return low.value...high.value
    }

    private mutating func classCharacter() -> Unicode.Scalar? {
        guard let next = peek else { return nil }
        if next == "\\" { return escapedCharacter() }
        guard next != "-", next != "[", next != "]" else { return nil }
        at += 1
        return next
    }

    private var peek: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

    private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
        guard peek == scalar else { return false }
        at += 1
        return true
    }
}
