import ClientModel

/// Branches by what their looks have in common, so that each is compared only with those it may be mistaken for.
struct LookIndex {
    /// Branches with the same members.
    private struct Bucket {
        /// What is likely to distinguish them.
        var path: MarkPath?
        var all: [Int] = []
        /// Those that have nothing at ``path``.
        var unmarked: [Int] = []
        /// Those that list a value at ``path``, by the value.
        var marked: [String: [Int]] = [:]
    }

    private var buckets: [SignatureKey: Bucket] = [:]

    /// - Parameter branch: Larger than any before it.
    mutating func insert(_ branch: Int, _ looks: [Union.Signature]) {
        for look in looks {
            let key = SignatureKey(look)
            var bucket = buckets.removeValue(forKey: key) ?? Bucket(path: MarkPath(look))
            if bucket.all.last != branch { bucket.all.append(branch) }
            if let values = bucket.path?.values(of: look) {
                for value in values { bucket.marked[value, default: []].append(branch) }
            } else {
                bucket.unmarked.append(branch)
            }
            buckets[key] = bucket
        }
    }

    /// Branches that a look may be mistaken for, in order: any other is distinct from it.
    func candidates(for look: Union.Signature) -> [Int] {
        guard let bucket = buckets[SignatureKey(look)] else { return [] }
        guard let values = bucket.path?.values(of: look) else { return bucket.all }
        return Set(bucket.unmarked + values.flatMap { bucket.marked[$0] ?? [] }).sorted()
    }
}

/// The way from a look to a member that lists values, through members and elements with one look each.
///
/// Two looks that have disjoint values at its end are distinct.
private indirect enum MarkPath {
    case values(String)
    case member(String, MarkPath)
    case items(MarkPath)

    init?(_ look: Union.Signature, depth: Int = 0) {
        if let name = Set(look.constants.keys).union(look.choices.keys).min() {
            self = .values(name)
            return
        }
        guard depth < 4 else { return nil }
        for (name, looks) in look.members.sorted(by: { $0.key < $1.key }) where looks.count == 1 {
            guard let inner = MarkPath(looks[0], depth: depth + 1) else { continue }
            self = .member(name, inner)
            return
        }
        guard look.items.count == 1, let inner = MarkPath(look.items[0], depth: depth + 1) else { return nil }
        self = .items(inner)
    }

    /// `nil` where the look says nothing at the end of the path.
    func values(of look: Union.Signature) -> [String]? {
        switch self {
        case .values(let name): look.constants[name] ?? look.choices[name]
        case .member(let name, let path): look.members[name].flatMap { $0.count == 1 ? path.values(of: $0[0]) : nil }
        case .items(let path): look.items.count == 1 ? path.values(of: look.items[0]) : nil
        }
    }
}
