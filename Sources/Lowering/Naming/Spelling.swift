import ClientModel
import OpenAPI

extension NameRecord.Spelling {
    /// The spelling of a text, where the text can be of one alone: `user_id` and `userID`, not `user`.
    init?(of text: String) {
        let bytes = text.utf8
        guard bytes.allSatisfy({ isAlphanumeric($0) || $0 == underscore || $0 == hyphen }) else { return nil }
        let (hasUpper, hasLower) = (bytes.contains(where: isUpper), bytes.contains(where: isLower))
        let (hasUnderscore, hasHyphen) = (bytes.contains(underscore), bytes.contains(hyphen))
        switch (hasUpper, hasLower, hasUnderscore, hasHyphen) {
        case (false, true, true, false): self = .snakeCase
        case (false, true, false, true): self = .kebabCase
        case (true, false, _, false) where bytes.count > 1: self = .upperCase
        case (true, true, false, false): self = bytes.first.map(isUpper) == true ? .pascalCase : .camelCase
        default: return nil
        }
    }

    /// The words of a Swift name in this spelling.
    func text(of name: String) -> String {
        let words = Words(name)
        return switch self {
        case .camelCase: words.plainCamelCase(startsUpper: false)
        case .pascalCase: words.plainCamelCase(startsUpper: true)
        case .snakeCase: words.lowerCase(joinedBy: "_")
        case .kebabCase: words.lowerCase(joinedBy: "-")
        case .upperCase: words.upperSnakeCase()
        }
    }

    /// The spelling that most of some texts have. Single words in lower case count for all spellings that begin so.
    ///
    /// - Returns: `nil` if no text shows a spelling.
    static func prevailing(in texts: some Sequence<String>) -> Self? {
        var counts: [Self: Int] = [:]
        var plain = 0
        for text in texts {
            if let spelling = Self(of: text) {
                counts[spelling, default: 0] += 1
            } else if text.utf8.allSatisfy({ isLower($0) || isDigit($0) }) {
                plain += 1
            }
        }
        let lower = [Self.camelCase, .snakeCase, .kebabCase]
        let lowerCount = lower.reduce(plain) { $0 + counts[$1, default: 0] }
        func most(_ spellings: [Self]) -> Self? { spellings.max { counts[$0, default: 0] < counts[$1, default: 0] } }
        let upper = most([.pascalCase, .upperCase])
        if let upper, counts[upper, default: 0] > lowerCount { return upper }
        return counts.isEmpty ? nil : most(lower)
    }
}

private let underscore = UInt8(ascii: "_")
private let hyphen = UInt8(ascii: "-")
