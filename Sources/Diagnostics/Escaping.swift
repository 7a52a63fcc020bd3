/// A text as it may be printed: characters that move the cursor, colour the terminal, reorder or hide what stands around them, or
/// speak to a build server are spelled as escapes, so that it stays on one line and reads as what it is.
public func escaped(_ text: String) -> String {
    if text.utf8.allSatisfy({ 0x20..<0x7F ~= $0 && $0 != UInt8(ascii: "#") }) { return text }
    var result = ""
    var before: (Unicode.Scalar, Unicode.Scalar) = (" ", " ")
    for scalar in text.unicodeScalars {
        // `##[` anywhere in a line starts a command of GitHub's runner.
        if scalar == "[", before == ("#", "#") {
            result += "\\["
        } else {
            result += escape(scalar) ?? String(Character(scalar))
        }
        before = (before.1, scalar)
    }
    return result
}

/// How a character is spelled that may not be printed, and `nil` for all others.
func escape(_ scalar: Unicode.Scalar) -> String? {
    switch scalar {
    case "\n": return "\\n"
    case "\r": return "\\r"
    case "\t": return "\\t"
    default: break
    }
    switch scalar.value {
    case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x180E, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF,
        0xFFF9...0xFFFB, 0xE0000...0xE007F:
        return "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    default:
        return nil
    }
}

/// How many columns of a terminal a character takes that is printed as it is.
func displayWidth(_ scalar: Unicode.Scalar, after before: Unicode.Scalar?) -> Int {
    if scalar.isASCII { return 1 }
    if before == "\u{200D}" { return 0 }
    switch scalar.value {
    case 0x200C, 0x200D, 0xFE00...0xFE0F, 0x1F3FB...0x1F3FF:
        return 0
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
        0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
        0x20000...0x3FFFD:
        return 2
    default:
        break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: return scalar.properties.isEmojiPresentation ? 2 : 1
    }
}
