/// Finds an entry by its key: an open-addressing table of positions, made only for mappings too large to look through.
struct KeyIndex: Sendable {
    private static let scanned = 8

    /// A power of two of slots, each a position plus one or zero; empty when the entries are looked through instead.
    private var slots: [UInt32] = []

    /// Makes the table and hands over each entry whose key an earlier one has, with the position of that one.
    mutating func build(_ entries: [Mapping.Entry], repeated: (_ first: Int, _ again: Int) -> Void) {
        if entries.count <= Self.scanned {
            for later in entries.indices.dropFirst() {
                let key = entries[later].key
                if let first = entries[..<later].firstIndex(where: { sameBytes($0.key, key) }) {
                    repeated(first, later)
                }
            }
            return
        }
        var capacity = 32
        while capacity < entries.count * 2 { capacity *= 2 }
        slots = [UInt32](repeating: 0, count: capacity)
        for position in entries.indices {
            let slot = self.slot(of: entries[position].key, in: entries)
            if slots[slot] == 0 {
                slots[slot] = UInt32(position + 1)
            } else {
                repeated(Int(slots[slot]) - 1, position)
            }
        }
    }

    func position(of key: String, in entries: [Mapping.Entry]) -> Int? {
        if slots.isEmpty { return entries.firstIndex { sameBytes($0.key, key) } }
        let found = slots[slot(of: key, in: entries)]
        return found == 0 ? nil : Int(found) - 1
    }

    /// The slot that holds the key, or the empty one where it belongs.
    private func slot(of key: String, in entries: [Mapping.Entry]) -> Int {
        var slot = hash(key) & (slots.count - 1)
        while slots[slot] != 0, !sameBytes(entries[Int(slots[slot]) - 1].key, key) {
            slot = (slot + 1) & (slots.count - 1)
        }
        return slot
    }

    /// Seeded per process, so that a document cannot be written to make every key collide.
    private func hash(_ key: String) -> Int {
        var key = key
        var hasher = Hasher()
        key.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        return hasher.finalize()
    }
}
