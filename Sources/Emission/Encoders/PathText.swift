/// The text of a path with everything percent-encoded that RFC 3986 lets stand in neither a path nor a query.
///
/// What is encoded already stays so. For example: `/v1/größe` becomes `/v1/gr%C3%B6%C3%9Fe`.
func percentEncodedPath(_ text: String) -> String {
    let allowed = Set("-._~!$&'()*+,;=:@/?%".utf8)
    var result = ""
    for byte in text.utf8 {
        let isAlphanumeric =
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        if isAlphanumeric || allowed.contains(byte) {
            result.unicodeScalars.append(Unicode.Scalar(byte))
        } else {
            let digits = String(byte, radix: 16, uppercase: true)
            result += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
        }
    }
    return result
}
