/// The words for signs of ASCII, by where they stand in a name.
enum Signs {
    static let names: [Unicode.Scalar: String] = [
        " ": "space", "!": "exclamation mark", "\"": "quote", "#": "hash", "$": "dollar", "%": "percent",
        "&": "ampersand", "'": "apostrophe", "(": "left parenthesis", ")": "right parenthesis", "*": "star",
        "+": "plus", ",": "comma", "-": "minus", ".": "dot", "/": "slash", ":": "colon", ";": "semicolon",
        "<": "less than", "=": "equals", ">": "greater than", "?": "question mark", "@": "at", "[": "left bracket",
        "\\": "backslash", "]": "right bracket", "^": "caret", "_": "underscore", "`": "backtick",
        "{": "left brace", "|": "bar", "}": "right brace", "~": "tilde",
    ]

    /// Names that are operators and nothing else.
    static let operators: [String: String] = [
        "=": "equal", "==": "equal", "===": "identical", "!=": "not equal", "<>": "not equal", "!==": "not identical",
        "≠": "not equal", "<": "less than", ">": "greater than", "<=": "less than or equal",
        ">=": "greater than or equal", "≤": "less than or equal", "≥": "greater than or equal", "=~": "matches",
        "!~": "does not match", "~=": "matches", "&&": "and", "||": "or", "!": "not",
    ]

    /// Before all words.
    static let leading: [String: String] = [
        "+": "plus", "-": "minus", "<": "less than", ">": "greater than", "<=": "at most", ">=": "at least",
        "=": "equal to", "==": "equal to", "!=": "not equal to", "<>": "not equal to", "!": "not", "≤": "at most",
        "≥": "at least", "≠": "not equal to", "±": "plus minus", "*": "star",
    ]

    /// Between two words, without what only separates them.
    static let inner: [String: String] = [
        "+": "plus", "++": "plus plus", "&": "and", "&&": "and", "%": "percent", "*": "star", "<": "less than",
        ">": "greater than", "<=": "at most", ">=": "at least", "!=": "not equal to", "==": "equals",
    ]

    /// Behind all words.
    static let trailing: Set<Unicode.Scalar> = ["+", "-", "#", "%", "*", "?", "!"]

    /// A comparison behind all words: `StartTime>` is `StartTime after`, `Price<=` is `Price at most`.
    static func comparison(_ sign: String, isTime: Bool) -> String? {
        switch sign {
        case "<": isTime ? "before" : "less than"
        case ">": isTime ? "after" : "greater than"
        case "<=": isTime ? "on or before" : "at most"
        case ">=": isTime ? "on or after" : "at least"
        case "!=", "<>": "not equal"
        default: nil
        }
    }

    /// Whether the last word spelled is that of a point in time, as in `StartTime` and `DateCreated`.
    static func endsInTime(_ spelled: [UInt8]) -> Bool {
        guard let last = spelled.split(separator: 0x20).last else { return false }
        let word = String(decoding: last, as: UTF8.self)
        return ["Date", "Time", "DATE", "TIME"].contains { word.hasSuffix($0) }
            || word.hasPrefix("Date") || ["date", "time", "created", "updated", "since"].contains(word)
    }

    /// Whether what was spelled ends in the zone that offsets are added to.
    static func endsInTimeZone(_ spelled: [UInt8]) -> Bool {
        let end = lowercased(Array(spelled.suffix(3)))
        guard end.elementsEqual("gmt".utf8) || end.elementsEqual("utc".utf8) else { return false }
        return spelled.count == 3 || !isAlphanumeric(spelled[spelled.count - 4])
    }

    /// A text with a word for each sign, also those that only separate words.
    static func spelledOut(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            if scalar == "-" {
                result += " dash "
            } else if let name = names[scalar] {
                result += " \(name) "
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// How a text of signs and letters uses capitals, in a word.
    static func letterCase(_ text: String) -> String? {
        let letters = text.utf8.filter { isUpper($0) || isLower($0) }
        guard let first = letters.first else { return nil }
        if letters.allSatisfy(isLower) { return "lowercase" }
        if letters.allSatisfy(isUpper) { return "uppercase" }
        return isUpper(first) ? "capitalized" : "mixedCase"
    }
}
