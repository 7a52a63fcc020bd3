import ClientModel

/// Words that need backticks wherever a name is declared or used (The Swift Programming Language, "Keywords and Punctuation"), and
/// `await`, which does where it is used.
private let keywords: Set<String> = [
    "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default", "defer",
    "deinit",
    "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import",
    "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol",
    "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch", "throw",
    "throws", "true", "try", "typealias", "var", "where", "while",
]

/// Words that need backticks even after a dot, because they mean something else there.
private let keywordsAfterDot: Set<String> = ["init", "self", "Type", "Protocol"]

extension Identifier {
    /// The identifier as it is declared.
    var escaped: String { keywords.contains(text) ? "`\(text)`" : text }

    /// The identifier after a dot.
    var escapedAsMember: String { keywordsAfterDot.contains(text) ? "`\(text)`" : text }

    /// The identifier as a parameter's label, where only three words need backticks.
    var escapedAsLabel: String { ["inout", "var", "let"].contains(text) ? "`\(text)`" : text }

    /// The identifier as an argument's label, where only one word needs backticks and others must have none.
    var escapedAsArgument: String { text == "inout" ? "`\(text)`" : text }
}
