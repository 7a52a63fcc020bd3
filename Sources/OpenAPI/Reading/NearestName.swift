/// Finds what someone probably meant.
enum NearestName {
    /// The candidate with the fewest changed letters, the first of equals; `nil` where none is near.
    static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
        let wanted = Array(folded(name).prefix(limit))
        guard !wanted.isEmpty else { return nil }
        var best: (name: String, distance: Int)?
        for candidate in candidates where candidate != name {
            let letters = Array(folded(candidate).prefix(limit))
            let allowed = min(max(wanted.count, letters.count) / 3, (best?.distance ?? .max) - 1)
            guard abs(letters.count - wanted.count) <= allowed else { continue }
            let distance = distance(wanted, letters)
            if distance <= allowed { best = (candidate, distance) }
        }
        return best?.name
    }

    private static let limit = 64

    /// Case and separators are what is most often wrong: `min_length` for `minLength`.
    private static func folded(_ name: String) -> [UInt8] {
        name.utf8.compactMap { byte in
            switch byte {
            case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
            case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: " "): nil
            default: byte
            }
        }
    }

    private static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        var row = Array(0...right.count)
        for (index, byte) in left.enumerated() {
            var diagonal = row[0]
            row[0] = index + 1
            for column in right.indices {
                let replaced = diagonal + (byte == right[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
            }
        }
        return row[right.count]
    }
}
