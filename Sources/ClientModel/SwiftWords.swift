/// Words that mean something to Swift itself, which no source of this project declares (The Swift Programming Language, "Lexical
/// Structure", and the standard library). What templates, views and the runtime spell is found in them, and not listed by hand.
public enum SwiftWords {
    /// Words that need backticks wherever a name is declared or used, and `await`, which does where it is used.
    public static let keywords: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup",
        "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript",
        "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where", "while",
    ]

    /// Words that need backticks even after a dot.
    public static let afterDot: Set<String> = ["init", "self", "Type", "Protocol"]

    /// Words that need backticks as the label of a parameter; those of ``inArgumentLabels`` do as that of an argument, where others
    /// must have none.
    public static let inParameterLabels: Set<String> = ["inout", "let", "var"]
    /// Words that need backticks as the label of an argument. No other label can have them there.
    public static let inArgumentLabels: Set<String> = ["inout"]

    /// Words that, behind backticks or not, are no name that the document gives: they name something of every type.
    public static let ofEveryType: Set<String> = afterDot.union(["Self"])

    /// What no member of a type can be called: `.self` is the value.
    public static let ofEveryValue: Set<String> = ["self"]
    /// What a call after a dot means: `.init(…)`.
    public static let ofEveryCall: Set<String> = ["init", "self"]
    /// The members of `Hashable` that the compiler makes.
    public static let ofHashable: Set<String> = ["hashValue"]
    /// The case of an optional without a payload: behind a dot, a value of that name is taken for it.
    public static let ofEmptyOptional: Set<String> = ["none"]
    /// The cases of an optional, for which cases with a payload are taken.
    public static let ofOptional: Set<String> = ofEmptyOptional.union(["some"])

    /// Types that the compiler looks up by name, and those that a nested type of the name would hide.
    public static let types: Set<String> = [
        "AnyObject", "CodingKey", "CodingKeys", "Optional", "Protocol", "RawValue", "Type", "URL", "UUID",
    ]
}
