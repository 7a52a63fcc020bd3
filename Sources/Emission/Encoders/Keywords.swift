import ClientModel

extension Identifier {
    /// The identifier as it is declared.
    var escaped: String { escaped(from: SwiftWords.keywords) }

    /// The identifier after a dot.
    var escapedAsMember: String { escaped(from: SwiftWords.afterDot) }

    /// The identifier as a parameter's label, where only three words need backticks.
    var escapedAsLabel: String { escaped(from: SwiftWords.inParameterLabels) }

    /// The identifier as an argument's label, where only one word needs backticks and others must have none.
    var escapedAsArgument: String { escaped(from: SwiftWords.inArgumentLabels) }

    private func escaped(from words: Set<String>) -> String { words.contains(text) ? "`\(text)`" : text }
}
