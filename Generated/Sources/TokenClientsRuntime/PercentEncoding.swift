/// Percent-encodes UTF-8 text for one place of a URL (RFC 3986, section 2).
nonisolated enum PercentEncoding {
    /// - Parameter reserved: Reserved characters that stay, together with triplets that are encoded already.
    static func encode(_ text: String, keeping reserved: StaticString = "") -> String {
        let kept = UnsafeBufferPointer(start: reserved.utf8Start, count: reserved.utf8CodeUnitCount)
        let bytes = Array(text.utf8)
        guard !bytes.allSatisfy({ isUnreserved($0) }) else { return text }
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isTriplet =
                !kept.isEmpty && byte == UInt8(ascii: "%") && index + 2 < bytes.count
                && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2])
            if isUnreserved(byte) || isTriplet || kept.contains(byte) {
                result.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}
