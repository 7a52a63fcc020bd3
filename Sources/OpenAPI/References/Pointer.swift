import Diagnostics
import YAML

/// JSON pointers (RFC 6901), as texts and as lists of tokens.
enum Pointer {
    /// A pointer with one more token.
    ///
    /// A long token is shortened to its beginning and a hash: every schema keeps its pointer, and a document can have tens of
    /// thousands of schemas inside keys of a megabyte. Only keys of more than 1,000 bytes, or in pointers of more than 2,000, are long.
    static func appending(_ token: String, to pointer: String) -> String {
        let token = token.utf8.count > (pointer.utf8.count > 2_000 ? 32 : 1_000) ? shortened(token) : token
        var text = ""
        text.reserveCapacity(pointer.utf8.count + token.utf8.count + 1)
        text += pointer
        text += "/"
        if token.utf8.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "~") }) {
            for scalar in token.unicodeScalars {
                switch scalar {
                case "~": text += "~0"
                case "/": text += "~1"
                default: text.unicodeScalars.append(scalar)
                }
            }
        } else {
            text += token
        }
        return text
    }

    /// A pointer to what stands under a key of a mapping.
    ///
    /// Pointers tell places apart and are compared as strings, so keys that Swift takes for equal have their letters outside of ASCII
    /// percent-encoded (RFC 6901, 6).
    static func appending(_ key: String, of mapping: Mapping, to pointer: String) -> String {
        guard mapping.hasEqualKey(of: key) else { return appending(key, to: pointer) }
        var text = ""
        for byte in key.utf8 {
            if byte < 0x80 {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "%" + String(byte, radix: 16, uppercase: true)
            }
        }
        return appending(text, to: pointer)
    }

    /// The first characters and the hash of all bytes.
    private static func shortened(_ token: String) -> String {
        "\(String(token.unicodeScalars.prefix(8)))…\(String(stableHash(of: token), radix: 16))"
    }

    /// The tokens of a pointer that is empty or begins with `/`; `nil` where a `~` is followed by anything but `0` and `1`.
    static func tokens(_ pointer: some StringProtocol) -> [String]? {
        guard !pointer.isEmpty else { return [] }
        var tokens: [String] = []
        for part in pointer.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
            guard let token = unescape(part) else { return nil }
            tokens.append(token)
        }
        return tokens
    }

    private static func unescape(_ part: some Collection<UInt8>) -> String? {
        guard part.contains(UInt8(ascii: "~")) else { return String(decoding: part, as: UTF8.self) }
        var bytes: [UInt8] = []
        var isEscaped = false
        for byte in part {
            switch (isEscaped, byte) {
            case (true, UInt8(ascii: "0")): bytes.append(UInt8(ascii: "~"))
            case (true, UInt8(ascii: "1")): bytes.append(UInt8(ascii: "/"))
            case (true, _): return nil
            case (false, UInt8(ascii: "~")):
                isEscaped = true
                continue
            case (false, _): bytes.append(byte)
            }
            isEscaped = false
        }
        return isEscaped ? nil : String(decoding: bytes, as: UTF8.self)
    }

    /// The array index a token spells: decimal, no sign, no leading zero.
    static func index(_ token: String) -> Int? {
        guard token.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
        guard token == "0" || token.utf8.first != UInt8(ascii: "0") else { return nil }
        return Int(token)
    }
}
