#if URLSession || !TransportTraits
    /// Separates `Set-Cookie` fields that were joined by commas, as `URLSession` joins all fields of one name.
    ///
    /// Dates of `Expires` contain commas, and so do some values, although RFC 6265, section 4.1.1, does not allow it. So a
    /// cookie begins only after a comma that is followed by a space, a name and `=`, outside of quotes. Cookies without
    /// `=`, and values that contain `, name=`, can't be separated.
    nonisolated enum SetCookies {
        static func separated(_ joined: String) -> [String] {
            let bytes = Array(joined.utf8)
            var cookies: [String] = []
            var start = 0
            var index = 0
            while index < bytes.count {
                if let end = quotedEnd(bytes, index) {
                    index = end
                } else if bytes[index] == UInt8(ascii: ","), let next = pairStart(bytes, after: index) {
                    cookies.append(String(decoding: bytes[start..<index], as: UTF8.self))
                    (start, index) = (next, next)
                } else {
                    index += 1
                }
            }
            return cookies + [String(decoding: bytes[start...], as: UTF8.self)]
        }

        /// The index of `name=` after a comma and a space, or `nil` if other text follows.
        private static func pairStart(_ bytes: [UInt8], after comma: Int) -> Int? {
            let start = comma + 2
            guard start < bytes.count, bytes[comma + 1] == UInt8(ascii: " ") else { return nil }
            guard let end = bytes[start...].firstIndex(where: { !isNameByte($0) }) else { return nil }
            return end > start && bytes[end] == UInt8(ascii: "=") ? start : nil
        }

        /// The index after a quoted value that begins at `index`, or `nil` if none does.
        private static func quotedEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
            let quote = UInt8(ascii: "\"")
            guard index > 0, bytes[index] == quote, bytes[index - 1] == UInt8(ascii: "="),
                let close = bytes[(index + 1)...].firstIndex(of: quote)
            else { return nil }
            let follows = close + 1 < bytes.count ? bytes[close + 1] : UInt8(ascii: ";")
            return follows == UInt8(ascii: ";") || follows == UInt8(ascii: ",") ? close + 1 : nil
        }

        /// Whether a byte is valid in a token (RFC 9110, section 5.6.2).
        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
    }
#endif
