/// An I-Regexp (RFC 9485), matched in time that grows with pattern and text and never explodes.
struct IRegexp {
    indirect enum Expression {
        case character(CharacterSet)
        case sequence([Expression])
        case branches([Expression])
        case repeated(Expression, least: Int, most: Int?)
    }

    /// Characters by their scalars and general categories.
    struct CharacterSet {
        var isNegated = false
        var ranges: [ClosedRange<UInt32>] = []
        /// The first letters of a category's name, and whether all others are meant.
        var categories: [(name: String, isNegated: Bool)] = []

        func contains(_ scalar: Unicode.Scalar) -> Bool {
            let isListed =
                ranges.contains { $0.contains(scalar.value) }
                || categories.contains { scalar.properties.generalCategory.isIn($0.name) != $0.isNegated }
            return isListed != isNegated
        }
    }

    private let expression: Expression

    /// `nil` where the text is no I-Regexp.
    init?(_ pattern: String) {
        var parser = IRegexpParser(pattern)
        guard let expression = parser.whole() else { return nil }
        self.expression = expression
    }

    /// Whether the text as a whole, or else a part of it, is what the pattern describes.
    func matches(_ text: String, isWhole: Bool) -> Bool {
        let scalars = Array(text.unicodeScalars)
        let starts = isWhole ? [0] : Set(0...scalars.count)
        let ends = Self.ends(of: expression, from: starts, in: scalars)
        return isWhole ? ends.contains(scalars.count) : !ends.isEmpty
    }

    /// Where a match can end that starts at one of some positions.
    private static func ends(of expression: Expression, from starts: Set<Int>, in text: [Unicode.Scalar]) -> Set<Int> {
        switch expression {
        case .character(let set):
            return Set(starts.lazy.filter { $0 < text.count && set.contains(text[$0]) }.map { $0 + 1 })
        case .sequence(let parts):
            return parts.reduce(starts) { ends(of: $1, from: $0, in: text) }
        case .branches(let branches):
            return branches.reduce(into: []) { $0.formUnion(ends(of: $1, from: starts, in: text)) }
        case .repeated(let inner, let least, let most):
            var reached = starts
            for _ in 0..<least {
                let next = ends(of: inner, from: reached, in: text)
                if next == reached { break }
                reached = next
            }
            var all = reached
            var count = least
            while !reached.isEmpty, most.map({ count < $0 }) ?? true {
                reached = ends(of: inner, from: reached, in: text).subtracting(all)
                all.formUnion(reached)
                count += 1
            }
            return all
        }
    }
}

extension Unicode.GeneralCategory {
    /// Whether the category is one that a name such as `L` or `Lu` stands for.
    fileprivate func isIn(_ name: String) -> Bool { abbreviation.hasPrefix(name) }

    private var abbreviation: String {
        switch self {
        case .uppercaseLetter: "Lu"
        case .lowercaseLetter: "Ll"
        case .titlecaseLetter: "Lt"
        case .modifierLetter: "Lm"
        case .otherLetter: "Lo"
        case .nonspacingMark: "Mn"
        case .spacingMark: "Mc"
        case .enclosingMark: "Me"
        case .decimalNumber: "Nd"
        case .letterNumber: "Nl"
        case .otherNumber: "No"
        case .connectorPunctuation: "Pc"
        case .dashPunctuation: "Pd"
        case .openPunctuation: "Ps"
        case .closePunctuation: "Pe"
        case .initialPunctuation: "Pi"
        case .finalPunctuation: "Pf"
        case .otherPunctuation: "Po"
        case .mathSymbol: "Sm"
        case .currencySymbol: "Sc"
        case .modifierSymbol: "Sk"
        case .otherSymbol: "So"
        case .spaceSeparator: "Zs"
        case .lineSeparator: "Zl"
        case .paragraphSeparator: "Zp"
        case .control: "Cc"
        case .format: "Cf"
        case .surrogate: "Cs"
        case .privateUse: "Co"
        case .unassigned: "Cn"
        @unknown default: ""
        }
    }
}
