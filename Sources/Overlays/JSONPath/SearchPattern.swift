/// A regular expression that is looked for in a text, with `^` and `$` for its ends; otherwise as RFC 9485 has it.
public struct SearchPattern {
    private let expression: IRegexp

    /// `nil` where the text is none.
    public init?(_ pattern: String) {
        let start = pattern.hasPrefix("^")
        let end = pattern.hasSuffix("$") && !pattern.hasSuffix("\\$")
        let inner = pattern.dropFirst(start ? 1 : 0).dropLast(end ? 1 : 0)
        guard let expression = IRegexp("\(start ? "" : ".*")(\(inner))\(end ? "" : ".*")") else { return nil }
        self.expression = expression
    }

    /// Whether a text has a part that the pattern describes.
    public func matches(_ text: String) -> Bool { expression.matches(text, isWhole: true) }
}
