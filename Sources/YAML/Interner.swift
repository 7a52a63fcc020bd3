/// Makes texts of bytes, each distinct one of middling length only once: documents repeat their keys and references thousands
/// of times. Shorter ones need no memory of their own, longer ones are rarely repeated.
struct Interner {
    private static let lengths = 16...64

    /// A power of two of slots, each a position in `texts` plus one, or zero.
    private var slots = [UInt32](repeating: 0, count: 1024)
    private var texts: [String] = []
    private var hashes: [UInt32] = []

    /// The text of bytes that are UTF-8.
    mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        guard Self.lengths.contains(bytes.count) else { return String(decoding: bytes, as: UTF8.self) }
        if texts.count * 2 >= slots.count { grow() }
        let hash = hash(bytes)
        var slot = Int(hash) & (slots.count - 1)
        while slots[slot] != 0 {
            let position = Int(slots[slot]) - 1
            if hashes[position] == hash, isText(at: position, bytes) { return texts[position] }
            slot = (slot + 1) & (slots.count - 1)
        }
        texts.append(String(decoding: bytes, as: UTF8.self))
        hashes.append(hash)
        slots[slot] = UInt32(texts.count)
        return texts[texts.count - 1]
    }

    private func isText(at position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        let utf8 = texts[position].utf8
        return utf8.withContiguousStorageIfAvailable { sameBytes($0, bytes) } ?? utf8.elementsEqual(bytes)
    }

    /// A product of the words, the last two of which may overlap. Seeded per process, so that a document cannot be written to make texts
    /// collide.
    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hash = Self.seed ^ UInt64(bytes.count)
        var at = 0
        while at < bytes.count {
            let product = (hash ^ bytes.eightBytes(at: min(at, bytes.count - 8))).multipliedFullWidth(by: Self.factor)
            hash = product.high ^ product.low
            at += 8
        }
        return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
    }

    private static let seed = UInt64.random(in: .min ... .max)
    private static let factor = UInt64.random(in: .min ... .max) | 1

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (position, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(position + 1)
        }
    }
}
