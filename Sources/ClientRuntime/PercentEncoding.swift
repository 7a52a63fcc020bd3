/// Percent-encodes UTF-8 text for a component of a URL (RFC 3986, section 2).
nonisolated enum PercentEncoding {
    /// - Parameter reserved: Reserved characters that are not encoded; percent-encoded triplets are then preserved as well.
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

    /// Decodes the triplets of a text. Invalid triplets are preserved.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        guard isHexadecimal(byte) else { return nil }
        return byte < 0x40 ? byte - 0x30 : (byte & 0xDF) - 0x37
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
