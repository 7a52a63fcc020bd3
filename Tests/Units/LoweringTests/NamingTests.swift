@_spi(Naming) import ClientModel
import Testing

@testable import Lowering

@Suite struct NamingTests {
    @Test(
        arguments: [
            ("redirect_url", "redirectURL", "RedirectURL"), ("app_token", "appToken", "AppToken"),
            ("request_id", "requestID", "RequestID"), ("redirectUri", "redirectURI", "RedirectURI"),
            ("redirect_uri", "redirectURI", "RedirectURI"), ("appID", "appID", "AppID"),
            ("clientID", "clientID", "ClientID"), ("User-Agent", "userAgent", "UserAgent"),
            ("API-Key", "apiKey", "APIKey"), ("JSON Web Token", "jsonWebToken", "JSONWebToken"),
            ("se_id", "seID", "SeID"), ("userIds", "userIDs", "UserIDs"), ("user_ids", "userIDs", "UserIDs"),
            ("IDs", "ids", "IDs"), ("HTTPServer", "httpServer", "HTTPServer"), ("URL", "url", "URLValue"),
            ("oauth2Token", "oauth2Token", "Oauth2Token"), ("idToken", "idToken", "IDToken"),
            ("SHIPPED_BY", "shippedBy", "ShippedBy"), ("ERROR", "error", "Error"), ("OK", "ok", "OK"),
            ("X-Request-Id", "xRequestID", "XRequestID"), ("X-RateLimit-Limit", "xRateLimitLimit", "XRateLimitLimit"),
            ("price_BTC", "priceBTC", "PriceBTC"), ("iOSVersion", "iOSVersion", "IOSVersion"),
            ("tokens_get_body.yaml", "tokensGetBodyYAML", "TokensGetBodyYAML"), ("ab.cd/ef gh", "abCdEfGh", "AbCdEfGh"),
            ("_links", "links", "Links"), ("$filter", "filter", "Filter"), ("@type", "type", "TypeValue"),
            ("don't", "dont", "Dont"), ("line_1", "line1", "Line1"), ("v1.10", "v1_10", "V1_10"),
            ("v11.0", "v11_0", "V11_0"), ("Café", "cafe", "Cafe"), ("Größe", "grosse", "Grosse"),
            ("Ærø", "aero", "Aero"), ("Łódź", "lodz", "Lodz"), ("ペット", "petuto", "Petuto"),
            ("Привет", "privet", "Privet"), ("猫", "u732b", "U732b"), ("🐶", "dogFace", "DogFace"),
            ("Pet 🐶", "petDogFace", "PetDogFace"), ("𝐅𝐨𝐨", "foo", "Foo"), ("Ѕtring", "dzetring", "Dzetring"),
            ("Москва", "moskva", "Moskva"), ("Δοκιμη", "dokimi", "Dokimi"),
            ("e\u{301}tat", "etat", "Etat"), ("a\u{200D}b", "ab", "Ab"), ("٣items", "value3items", "Type3items"),
        ])
    func words(text: String, lower: String, upper: String) {
        #expect(Role.property.name(Words(text)) == lower)
        #expect(Role.type.name(Words(text)) == upper)
        #expect(Role.property.name(Words(lower)) == lower)
        #expect(Role.type.name(Words(upper)) == upper)
    }

    @Test(
        arguments: [
            ("+1", "plus1"), ("-1", "minus1"), ("1", "value1"), ("1.10", "value1_10"), ("256x256", "value256x256"),
            ("2024-10-01", "value2024_10_01"), ("", "empty"), (" ", "space"), ("*", "star"), ("-", "minus"),
            (">=", "greaterThanOrEqual"), (">=5", "atLeast5"), ("<5", "lessThan5"), ("!=", "notEqual"),
            ("C++", "cPlusPlus"), ("C#", "cSharp"), ("C", "c"), ("A+", "aPlus"), ("A-", "aMinus"),
            ("-created_at", "minusCreatedAt"), ("created_at", "createdAt"), ("image/*", "imageStar"),
            ("application/json", "applicationJSON"), ("text/plain; charset=utf-8", "textPlainCharsetUtf8"),
            ("\u{0}", "empty"), ("\n", "empty"), ("≠", "notEqual"), ("€", "euroSign"), ("100%", "value100Percent"),
            ("?", "questionMark"), ("none", "noneValue"), ("self", "selfValue"), ("rawValue", "rawValueValue"),
            ("default", "default"), ("init", "init"), ("Type", "type"), ("true", "true"), ("nil", "nil"),
            ("knownValues", "knownValuesValue"), ("\u{FEFF}", "empty"), ("\u{200B}", "empty"), ("a\\(x)", "aX"),
            ("`", "backtick"), ("../../etc/passwd", "etcPasswd"), ("CON", "con"), ("½", "empty"),
        ])
    func values(text: String, name: String) {
        #expect(Role.enumCase.name(Words(text)) == name)
        #expect(Identifier(name) != nil)
    }

    @Test func reservedTypeNames() {
        for name in ["Data", "URL", "UUID", "Type", "Self", "Protocol", "String", "JSONValue", "Codable"] {
            #expect(Role.type.name(Words(name)) == name + "Value")
        }
        for name in ["Error", "Result", "Task", "Operation", "Locale", "Main"] {
            #expect(Role.type.name(Words(name)) == name)
        }
        #expect(Role.type.name(Words("PetsAPI")) == "PetsAPIValue")
        #expect(Role.type.name(Words("pets_api")) == "PetsAPIValue")
    }

    @Test func longNamesAreCutAndKeptApart() {
        let long = String(repeating: "abcdefghij", count: 1_000)
        let name = Role.type.name(Words(long + "x"))
        #expect(name.utf8.count <= 120)
        #expect(name.hasPrefix("Abcdefghij"))
        #expect(Identifier(name) != nil)
        let words = (0..<100).map { "word\($0)" }.joined(separator: "_")
        #expect(Role.type.name(Words(words)) != Role.type.name(Words(words.dropLast(1) + "x")))
    }

    @Test func everyNameIsAnIdentifier() {
        let scalars =
            (0..<0x3000).compactMap { Unicode.Scalar($0 as UInt32) } + ["🚀", "猫", "가", "\u{10FFFF}", "\u{E000}"]
        for role in [Role.type, .property, .enumCase, .unionCase, .parameter, .method, .group, .server, .scheme] {
            for scalar in scalars where role == .type || scalar.value < 0x200 {
                for text in [String(scalar), "a\(scalar)1", "\(scalar)a"] {
                    let name = role.name(Words(text))
                    #expect(Identifier(name) != nil, "\(text.unicodeScalars) → \(name)")
                    #expect(!role.isReserved(name))
                }
            }
        }
    }

    @Test func hashesDependOnTheTextAlone() {
        #expect(stableHash("Foo", length: 4) == stableHash("Foo", length: 4))
        #expect(stableHash("Foo", length: 4) != stableHash("foo", length: 4))
        #expect(stableHash("Foo", length: 8).hasPrefix(stableHash("Foo", length: 4)))
        for text in ["", "a", "Foo", "日本"] {
            let hash = stableHash(text, length: 6)
            #expect(hash.utf8.count == 6)
            #expect(hash.utf8.first.map(isLower) == true)
        }
    }

    @Test func scopesKeepNamesApart() {
        func resolve(_ texts: [String], ignoresCase: Bool = false) -> [String] {
            var scope = NameScope(ignoresCase: ignoresCase)
            return scope.resolve(texts.map { NameScope.Claim([Role.property.name(Words($0))], wireName: $0) }).names
        }
        let names = resolve(["foo_bar", "fooBar", "foo-bar", "foo"])
        #expect(names[0] == "fooBar")
        #expect(names[1].hasPrefix("fooBar_"))
        #expect(Set(names).count == 4)
        // What is added at the end renames nothing.
        #expect(resolve(["foo_bar", "fooBar", "foo-bar"]) == Array(names.prefix(3)))
        // The order of the others does not matter to a later one.
        #expect(resolve(["foo_bar", "foo-bar", "fooBar"])[2] == names[1])
        #expect(Set(resolve(["foobar", "fooBar"], ignoresCase: true).map { $0.lowercased() }).count == 2)
    }
}
