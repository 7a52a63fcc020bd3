/// Whether the bytes are a number by JSON's grammar (RFC 8259, section 6) and nothing else.
func isJSONNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    jsonNumberLength(bytes, from: 0) == bytes.count
}

/// The length of the longest JSON number at a position, or zero.
func jsonNumberLength(_ bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var at = start
    func digits() -> Int {
        var count = 0
        while at + count < bytes.count, 0x30...0x39 ~= bytes[at + count] { count += 1 }
        return count
    }
    func next(_ characters: UInt8...) -> Bool { at < bytes.count && characters.contains(bytes[at]) }

    if next(UInt8(ascii: "-")) { at += 1 }
    let whole = next(UInt8(ascii: "0")) ? 1 : digits()
    guard whole > 0 else { return 0 }
    at += whole
    var length = at - start
    if next(UInt8(ascii: ".")) {
        at += 1
        let fraction = digits()
        guard fraction > 0 else { return length }
        at += fraction
        length = at - start
    }
    if next(UInt8(ascii: "e"), UInt8(ascii: "E")) {
        at += 1
        if next(UInt8(ascii: "+"), UInt8(ascii: "-")) { at += 1 }
        let exponent = digits()
        guard exponent > 0 else { return length }
        at += exponent
        length = at - start
    }
    return length
}
