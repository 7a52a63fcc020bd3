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
        return utf8.withContiguousStorageIfAvailable { $0.count == bytes.count && $0.elementsEqual(bytes) }
            ?? utf8.elementsEqual(bytes)
    }

    private func hash(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
        var hasher = Hasher()
        hasher.combine(bytes: UnsafeRawBufferPointer(bytes))
        return UInt32(truncatingIfNeeded: hasher.finalize())
    }

    private mutating func grow() {
        slots = [UInt32](repeating: 0, count: slots.count * 2)
        for (position, hash) in hashes.enumerated() {
            var slot = Int(hash) & (slots.count - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
            slots[slot] = UInt32(position + 1)
        }
    }
}
