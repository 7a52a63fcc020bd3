/// A text of a document for use inside a message: in single quotation marks, and shortened where it is long.
///
/// Control characters need no care: a ``Report`` escapes them.
public func quote(_ text: String, limit: Int = 60) -> String {
    guard text.utf8.count > limit, text.count > limit else { return "'\(text)'" }
    return "'\(text.prefix(limit - 1))…'"
}

/// The name that differs least from a given one, if it differs little enough to be what was meant.
///
/// At most a third of the characters may differ. Of names that differ equally, the first is given.
public func nearest(to name: String, among names: some Sequence<String>) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    guard !letters.isEmpty, letters.count <= 64 else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names where candidate != name && candidate.utf8.count <= 256 {
        let other = Array(candidate.lowercased().unicodeScalars)
        let most = max(letters.count, other.count) / 3
        guard abs(letters.count - other.count) <= most else { continue }
        let distance = editDistance(letters, other)
        if distance <= most, distance < (best?.distance ?? Int.max) { best = (candidate, distance) }
    }
    return best?.name
}

/// Insertions, deletions, replacements and swaps of neighbours that turn one text into the other.
private func editDistance(_ from: [Unicode.Scalar], _ to: [Unicode.Scalar]) -> Int {
    var beforeLast: [Int] = []
    var last = Array(0...to.count)
    for (row, letter) in from.enumerated() {
        var current = [row + 1]
        for (column, other) in to.enumerated() {
            var cost = min(last[column + 1] + 1, current[column] + 1, last[column] + (letter == other ? 0 : 1))
            if row > 0, column > 0, letter == to[column - 1], from[row - 1] == other {
                cost = min(cost, beforeLast[column - 1] + 1)
            }
            current.append(cost)
        }
        beforeLast = last
        last = current
    }
    return last[to.count]
}

/// A number with its noun. For example: `1 use`, `2 uses`.
public func counted(_ number: some CustomStringConvertible, _ noun: String) -> String {
    let number = number.description
    return "\(number) \(noun)\(number == "1" ? "" : "s")"
}

extension [String] {
    /// Each text once, where it is first.
    public var distinct: [String] {
        var known: Set<String> = []
        return filter { known.insert($0).inserted }
    }
}
