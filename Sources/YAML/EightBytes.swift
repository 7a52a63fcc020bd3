extension UnsafeBufferPointer<UInt8> {
    /// The eight bytes at an offset, the first of them lowest.
    func eightBytes(at offset: Int) -> UInt64 {
        UInt64(littleEndian: UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
}

extension UInt64 {
    /// Of eight bytes, the bit that ASCII does not have.
    static let topBits: UInt64 = 0x8080_8080_8080_8080

    /// Whether each of eight bytes is printable ASCII and no backslash.
    var isPlain: Bool {
        let each: UInt64 = 0x0101_0101_0101_0101
        // A byte below a limit borrows from its top bit when the limit is taken off.
        let control = (self &- 0x20 * each) & ~self
        let delete = self ^ (0x7F * each)
        let backslash = self ^ (0x5C * each)
        return (self | control | (delete &- each) & ~delete | (backslash &- each) & ~backslash) & Self.topBits == 0
    }
}

/// Whether two texts are the same bytes; `==` also equates texts that are composed differently.
func sameBytes(_ left: String, _ right: String) -> Bool {
    guard left.utf8.count == right.utf8.count else { return false }
    let same = left.utf8.withContiguousStorageIfAvailable { left in
        right.utf8.withContiguousStorageIfAvailable { right in sameBytes(left, right) }
    }
    return (same ?? nil) ?? left.utf8.elementsEqual(right.utf8)
}

func sameBytes(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    guard left.count == right.count else { return false }
    var at = 0
    while at + 8 <= left.count {
        if left.eightBytes(at: at) != right.eightBytes(at: at) { return false }
        at += 8
    }
    return left[at...].elementsEqual(right[at...])
}
