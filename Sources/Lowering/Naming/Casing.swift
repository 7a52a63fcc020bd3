/// A name cut into words, ready to be written in either of Swift's two forms.
///
/// Words end at every sign and where camelCase starts a new one. Snake-case words that are acronyms are written in
/// capitals, as `redirect_url` → `redirectURL`; a name that is camelCase already keeps the case it has, as
/// `redirectUri` and `clientID`. Two numbers that meet are kept apart: `1.10` → `1_10`. Writing the result again gives
/// the same result.
struct Words {
    private struct Word {
        var letters: [UInt8]
        /// Part of a longer run of letters whose own case is kept.
        var keepsCase: Bool
    }

    private var words: [Word] = []
    /// The whole text where it is too long to be a name.
    private(set) var longText: String?

    var isEmpty: Bool { words.isEmpty }
    var startsWithDigit: Bool { words.first?.letters.first.map(isDigit) ?? false }

    init(_ text: String) {
        if text.utf8.count > 100 { longText = text }
        let tokens = spell(text).split(separator: 0x20)
        let hasLowercase = tokens.contains { $0.contains(where: isLower) }
        for token in tokens { append(token, inUppercaseName: !hasLowercase, isAlone: tokens.count == 1) }
    }

    /// The words after `prefix`, where the name starts with all of its words and does not end there.
    func dropping(_ prefix: Words) -> Words? {
        guard !prefix.isEmpty, prefix.words.count < words.count else { return nil }
        for (word, other) in zip(words, prefix.words) where lowercased(word.letters) != lowercased(other.letters) {
            return nil
        }
        var rest = self
        rest.words.removeFirst(prefix.words.count)
        return rest
    }

    /// For example: `redirectURL`.
    func lowerCamelCase() -> String {
        guard let first = words.first else { return "" }
        return joined(first: lowercased(first.letters))
    }

    /// For example: `RedirectURL`.
    func upperCamelCase() -> String {
        guard let first = words.first else { return "" }
        return joined(first: Self.capitalized(first))
    }

    /// For example: `REDIRECT_URL`.
    func upperSnakeCase() -> String {
        words.map { String(decoding: uppercased($0.letters), as: UTF8.self) }.joined(separator: "_")
    }

    private func joined(first: [UInt8]) -> String {
        var result = first
        for word in words.dropFirst() {
            let next = Self.capitalized(word)
            if let last = result.last, isDigit(last), let digit = next.first, isDigit(digit) { result.append(0x5F) }
            result.append(contentsOf: next)
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func capitalized(_ word: Word) -> [UInt8] {
        let letters = word.letters
        if !word.keepsCase {
            if acronyms.contains(letters) { return uppercased(letters) }
            if letters.last == UInt8(ascii: "s"), acronyms.contains(Array(letters.dropLast())) {
                return uppercased(Array(letters.dropLast())) + [UInt8(ascii: "s")]
            }
        }
        guard let first = letters.first, isLower(first) else { return letters }
        return [first - 0x20] + letters.dropFirst()
    }

    private mutating func append(_ token: ArraySlice<UInt8>, inUppercaseName: Bool, isAlone: Bool) {
        let letters = Array(token)
        guard letters.contains(where: isUpper) else { return words.append(Word(letters: letters, keepsCase: false)) }
        if !letters.contains(where: isLower) {
            let count = letters.count(where: isUpper)
            let isShout = inUppercaseName && (!isAlone || count > 3)
            return words.append(
                isShout
                    ? Word(letters: lowercased(letters), keepsCase: false) : Word(letters: letters, keepsCase: true))
        }
        let parts = camelParts(letters)
        if parts.count == 1, !isAlone { return words.append(Word(letters: lowercased(letters), keepsCase: false)) }
        for part in parts { words.append(Word(letters: part, keepsCase: part.contains(where: isUpper))) }
    }
}

/// Cuts camelCase into its words: `HTTPServer` into `HTTP` and `Server`, `oauth2Token` into `oauth2` and `Token`.
private func camelParts(_ letters: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var start = 0
    for index in letters.indices.dropFirst() where isUpper(letters[index]) || isLower(letters[index]) {
        let previous = letters[index - 1]
        let startsWord = isUpper(letters[index]) && !isUpper(previous)
        if startsWord {
            parts.append(Array(letters[start..<index]))
            start = index
        } else if isLower(letters[index]), isUpper(previous), index - 1 > start, !isPlural(letters, at: index) {
            parts.append(Array(letters[start..<(index - 1)]))
            start = index - 1
        }
    }
    parts.append(Array(letters[start...]))
    return parts
}

/// Whether the `s` at `index` ends a plural such as `IDs`.
private func isPlural(_ letters: [UInt8], at index: Int) -> Bool {
    letters[index] == UInt8(ascii: "s") && (index + 1 == letters.count || !isLower(letters[index + 1]))
}

func lowercased(_ letters: [UInt8]) -> [UInt8] { letters.map { isUpper($0) ? $0 + 0x20 : $0 } }
private func uppercased(_ letters: [UInt8]) -> [UInt8] { letters.map { isLower($0) ? $0 - 0x20 : $0 } }

/// Words written in capitals. Taking one in or out renames what is generated.
private let acronyms: Set<[UInt8]> = Set(
    """
    acl aes ai api arn ascii aws cdn cidr cli cms cors cpu crm css csv cvc cvv db dns dsn eta faq fps ftp gcp gif gpu \
    grpc gui guid html http https iam iban id imap io ip iso jpeg jpg json jwk jwks jwt kms kpi lan ldap \
    llm mac md5 mfa mime mms nfs oidc os otp pdf pgp php png pop3 qr ram rgb rpc rsa rss s3 saml scim sdk sha sha1 \
    sha256 sha512 sim sku sla sms smtp sql ssd ssh ssl ssn sso svg tcp tls toml totp ttl tv udp ui uri url usb utc uuid \
    vat vlan vm vpc vpn wan xml xss yaml zip
    """.split(separator: " ").map { Array($0.utf8) })
