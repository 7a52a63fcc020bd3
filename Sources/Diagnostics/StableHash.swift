/// A number that depends on `text` alone, whatever the run and the machine: 64-bit FNV-1a over its UTF-8.
public func stableHash(of text: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
}
