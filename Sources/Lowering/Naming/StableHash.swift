import Diagnostics

/// A short text made of letters and digits that depends on `text` alone: its hash written in base 36 with a letter first.
///
/// - Parameter length: How many characters are wanted, at most 12.
func stableHash(_ text: String, length: Int) -> String {
    var hash = stableHash(of: text)
    var result: [UInt8] = [UInt8(ascii: "a") + UInt8(hash % 26)]
    hash /= 26
    while result.count < length {
        let digit = UInt8(hash % 36)
        result.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
        hash /= 36
    }
    return String(decoding: result, as: UTF8.self)
}
