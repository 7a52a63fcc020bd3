/// Percent-encoding (RFC 3986, 2.1).
enum PercentEncoding {
    /// The text decoded once; `nil` where a `%` is not followed by two hexadecimal digits, or the result is not UTF-8.
    static func decode(_ text: some StringProtocol) -> String? {
        guard text.utf8.contains(percent) else { return String(text) }
        return decode(Array(text.utf8), isStrict: true).flatMap { String(validating: $0, as: UTF8.self) }
    }

    /// The text decoded until nothing is left to decode: what a reader that decodes too often would see.
    static func decodeFully(_ text: some StringProtocol) -> String? {
        var bytes = Array(text.utf8)
        while bytes.contains(percent), let decoded = decode(bytes, isStrict: false), decoded != bytes {
            bytes = decoded
        }
        return String(validating: bytes, as: UTF8.self)
    }

    private static let percent = UInt8(ascii: "%")

    private static func decode(_ bytes: [UInt8], isStrict: Bool) -> [UInt8]? {
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == percent {
                if index + 2 < bytes.count, let high = digit(bytes[index + 1]), let low = digit(bytes[index + 2]) {
                    decoded.append(high << 4 | low)
                    index += 3
                    continue
                }
                if isStrict { return nil }
            }
            decoded.append(bytes[index])
            index += 1
        }
        return decoded
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}
