/// A name cut into words, ready to be written in either of Swift's two forms.
///
/// Words end at every sign and where camelCase starts a new one. Words that are acronyms are written in capitals, as
/// `redirect_url` and `redirectUrl` → `redirectURL`; other words in capitals keep them, as `OS` in `hostOS`. Two numbers
/// that meet are kept apart: `1.10` → `1_10`. Writing the result again gives the same result.
struct Words {
    private struct Word {
        /// Of `letters`.
        var range: Range<Int>
        /// Part of a longer run of letters whose own case is kept.
        var keepsCase: Bool
    }

    /// Of all words, one after the other.
    private var letters: [UInt8] = []
    private var words: [Word] = []
    /// The whole text where it is too long to be a name.
    private(set) var longText: String?

    var isEmpty: Bool { words.isEmpty }
    var startsWithDigit: Bool { words.first.map { isDigit(letters[$0.range.lowerBound]) } ?? false }

    init(_ text: String) {
        if text.utf8.count > 100 { longText = text }
        let spelled = spell(text)
        letters.reserveCapacity(spelled.count)
        let tokens = spelled.split(separator: 0x20)
        let hasLowercase = tokens.contains { $0.contains(where: isLower) }
        for token in tokens { append(token, inUppercaseName: !hasLowercase, isAlone: tokens.count == 1) }
    }

    /// The words after `prefix`, where the name starts with all of its words and does not end there.
    func dropping(_ prefix: Words) -> Words? {
        guard !prefix.isEmpty, prefix.words.count < words.count else { return nil }
        for (word, other) in zip(words, prefix.words) {
            let (own, others) = (letters[word.range], prefix.letters[other.range])
            guard own.elementsEqual(others, by: { lowercased($0) == lowercased($1) }) else { return nil }
        }
        var rest = self
        rest.words.removeFirst(prefix.words.count)
        return rest
    }

    /// How many words all of some names begin with, and how many they end with.
    static func shared(_ names: [Words]) -> (first: Int, last: Int) {
        let lists = names.map { name in name.words.map { lowercased(Array(name.letters[$0.range])) } }
        let least = lists.map(\.count).min() ?? 0
        let first = (0..<least).first { index in lists.contains { $0[index] != lists[0][index] } }
        let last = (0..<least).first { index in
            lists.contains { $0[$0.count - 1 - index] != lists[0][lists[0].count - 1 - index] }
        }
        return (first ?? least, last ?? least)
    }

    /// The name without some of its first and last words, which may leave none.
    func dropping(first: Int, last: Int) -> Words {
        var rest = self
        rest.words = first + last < words.count ? Array(words[first..<(words.count - last)]) : []
        return rest
    }

    /// Each word in lower case.
    var parts: [String] { words.map { String(decoding: lowercased(Array(letters[$0.range])), as: UTF8.self) } }

    /// The words in lower case, without spaces, as ``isSameNoun(_:_:)`` compares them.
    var noun: String { parts.joined() }

    /// The words at some positions, in their order.
    func keeping(_ positions: some Sequence<Int>) -> Words {
        var rest = self
        rest.words = positions.map { words[$0] }
        return rest
    }

    /// The words, with a space between each two.
    var text: String { words.map { String(decoding: letters[$0.range], as: UTF8.self) }.joined(separator: " ") }

    /// For example: `redirectURL`.
    func lowerCamelCase() -> String {
        camelCase { result in
            // Behind the word that a name with a leading digit is given: `1m` and `1M` are two names.
            if startsWithDigit { return appendCapitalized(words[0], to: &result) }
            for letter in letters[words[0].range] { result.append(lowercased(letter)) }
        }
    }

    /// For example: `RedirectURL`.
    func upperCamelCase() -> String { camelCase { appendCapitalized(words[0], to: &$0) } }

    /// For example: `REDIRECT_URL`.
    func upperSnakeCase() -> String {
        words.map { String(decoding: letters[$0.range].map(uppercased), as: UTF8.self) }.joined(separator: "_")
    }

    /// Whether it is spelled as its words in lower case would be. For example: `Pet` and `HTTPServer` are, `PET` and `HttpServer` are not.
    var hasUsualCapitals: Bool { Words(lowerCase(joinedBy: "_")).upperCamelCase() == upperCamelCase() }

    /// For example, with `_`: `redirect_url`.
    func lowerCase(joinedBy separator: String) -> String {
        words.map { String(decoding: letters[$0.range].map(lowercased), as: UTF8.self) }
            .joined(separator: separator)
    }

    /// The words with one capital each, as most documents spell camelCase. For example: `redirectUrl`.
    func plainCamelCase(startsUpper: Bool) -> String {
        parts.enumerated().map { index, word in
            index > 0 || startsUpper ? word.prefix(1).uppercased() + word.dropFirst() : word
        }.joined()
    }

    private func camelCase(first: (inout [UInt8]) -> Void) -> String {
        guard !words.isEmpty else { return "" }
        var result: [UInt8] = []
        result.reserveCapacity(letters.count + words.count)
        first(&result)
        for word in words.dropFirst() {
            if let last = result.last, isDigit(last), isDigit(letters[word.range.lowerBound]) { result.append(0x5F) }
            appendCapitalized(word, to: &result)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func appendCapitalized(_ word: Word, to result: inout [UInt8]) {
        let letters = letters[word.range]
        if !word.keepsCase {
            if isAcronym(letters.prefix(upTo: (letters.lastIndex { !isDigit($0) } ?? letters.startIndex) + 1))
                || isAcronym(letters)
            {
                for letter in letters { result.append(uppercased(letter)) }
                return
            }
            if letters.last == UInt8(ascii: "s"), isAcronym(letters.dropLast()) {
                for letter in letters.dropLast() { result.append(uppercased(letter)) }
                return result.append(UInt8(ascii: "s"))
            }
        }
        result.append(uppercased(letters[letters.startIndex]))
        result.append(contentsOf: letters.dropFirst())
    }

    private mutating func append(_ token: ArraySlice<UInt8>, inUppercaseName: Bool, isAlone: Bool) {
        guard token.contains(where: isUpper) else { return append(token, keepsCase: false) }
        if !token.contains(where: isLower) {
            let isShout = inUppercaseName && (!isAlone || token.count(where: isUpper) > 3)
            return isShout ? appendLowercased(token) : append(token, keepsCase: true)
        }
        let parts = camelParts(token)
        if parts.count == 1, !isAlone { return appendLowercased(token) }
        for part in parts {
            token[part].count(where: isUpper) > 1 ? append(token[part], keepsCase: true) : appendLowercased(token[part])
        }
    }

    private mutating func append(_ word: ArraySlice<UInt8>, keepsCase: Bool) {
        let start = letters.count
        letters.append(contentsOf: word)
        words.append(Word(range: start..<letters.count, keepsCase: keepsCase))
    }

    private mutating func appendLowercased(_ word: ArraySlice<UInt8>) {
        let start = letters.count
        for letter in word { letters.append(lowercased(letter)) }
        words.append(Word(range: start..<letters.count, keepsCase: false))
    }
}

/// Cuts camelCase into its words: `HTTPServer` into `HTTP` and `Server`, `oauth2Token` into `oauth2` and `Token`.
private func camelParts(_ letters: ArraySlice<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = letters.startIndex
    for index in letters.indices.dropFirst() where isUpper(letters[index]) || isLower(letters[index]) {
        let previous = letters[index - 1]
        let startsWord = isUpper(letters[index]) && !isUpper(previous)
        if startsWord {
            parts.append(start..<index)
            start = index
        } else if isLower(letters[index]), isUpper(previous), index - 1 > start, !isPlural(letters, at: index) {
            parts.append(start..<(index - 1))
            start = index - 1
        }
    }
    parts.append(start..<letters.endIndex)
    return parts
}

/// Whether the `s` at `index` ends a plural such as `IDs`.
private func isPlural(_ letters: ArraySlice<UInt8>, at index: Int) -> Bool {
    letters[index] == UInt8(ascii: "s") && (index + 1 == letters.endIndex || !isLower(letters[index + 1]))
}

func lowercased(_ letters: [UInt8]) -> [UInt8] { letters.map { lowercased($0) } }
private func lowercased(_ letter: UInt8) -> UInt8 { isUpper(letter) ? letter + 0x20 : letter }
private func uppercased(_ letter: UInt8) -> UInt8 { isLower(letter) ? letter - 0x20 : letter }

private func isAcronym(_ letters: ArraySlice<UInt8>) -> Bool { packed(letters).map(acronyms.contains) ?? false }

/// Up to eight letters in one number.
private func packed(_ letters: some Collection<UInt8>) -> UInt64? {
    letters.count > 8 ? nil : letters.reduce(0) { $0 << 8 | UInt64($1) }
}

/// Words written in capitals. Taking one in or out renames what is generated.
private let acronyms: Set<UInt64> = Set(
    """
    acl aes ai api arn ascii aws cdn cidr cli cms cors cpu crm css csv cvc cvv db dns dsn eta faq fps ftp gcp gif gpu \
    grpc gui guid html http https iam iban id imap io ip iso jpeg jpg json jwk jwks jwt kms kpi lan ldap \
    llm mac md5 mfa mime mms mp3 mp4 nfs oidc os otp pdf pgp php png pop3 qr ram rgb rpc rsa rss s3 saml scim sdk sha sha1 \
    sha256 sha512 sim sku sla sms smtp sql ssd ssh ssl ssn sso svg tcp tls toml totp ttl tv udp ui uri url usb utc uuid \
    vat vlan vm vpc vpn wan xml xss yaml zip
    """.split(separator: " ").compactMap { packed($0.utf8) })
