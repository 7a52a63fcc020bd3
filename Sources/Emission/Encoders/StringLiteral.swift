/// A one-line Swift string literal whose value is `value`, quotes included.
///
/// Everything that could end the literal, start an interpolation, break the line or hide from a reader's eye (controls, line separators,
/// bidirectional marks, zero-width characters) is written as an escape.
func stringLiteral(_ value: String) -> String {
    if value.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return asciiLiteral(value) }
    var result = "\""
    for scalar in value.unicodeScalars {
        switch scalar {
        case "\"": result += "\\\""
        case "\\": result += "\\\\"
        case "\n": result += "\\n"
        case "\r": result += "\\r"
        case "\t": result += "\\t"
        default:
            if isHidden(scalar) {
                result += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
    }
    return result + "\""
}

/// A literal of printable ASCII.
private func asciiLiteral(_ value: String) -> String {
    let special = value.utf8.count { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }
    if special == 0 { return "\"\(value)\"" }
    return String(unsafeUninitializedCapacity: value.utf8.count + special + 2) { buffer in
        var end = 0
        func write(_ byte: UInt8) {
            buffer[end] = byte
            end += 1
        }
        write(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") { write(UInt8(ascii: "\\")) }
            write(byte)
        }
        write(UInt8(ascii: "\""))
        return end
    }
}

/// Whether a scalar shows nothing of itself or changes how its neighbours are shown.
func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x061C, 0x180E, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE0FFF:
        true
    default: false
    }
}
