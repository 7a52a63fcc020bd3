import ClientModel

/// Branches by what their shapes have in common, so that each is compared only with those it may be mistaken for.
struct ValueShapeIndex {
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
    mutating func insert(_ branch: Int, _ valueShapes: [Union.Signature]) {
        for valueShape in valueShapes {
            let key = SignatureKey(valueShape)
            var bucket = buckets.removeValue(forKey: key) ?? Bucket(path: MarkPath(valueShape))
            if bucket.all.last != branch { bucket.all.append(branch) }
            if let values = bucket.path?.values(of: valueShape) {
                for value in values { bucket.marked[value, default: []].append(branch) }
            } else {
                bucket.unmarked.append(branch)
            }
            buckets[key] = bucket
        }
    }

    /// Branches that a shape may be mistaken for, in order: any other is distinct from it.
    func candidates(for valueShape: Union.Signature) -> [Int] {
        guard let bucket = buckets[SignatureKey(valueShape)] else { return [] }
        guard let values = bucket.path?.values(of: valueShape) else { return bucket.all }
        return Set(bucket.unmarked + values.flatMap { bucket.marked[$0] ?? [] }).sorted()
    }
}

/// The way from a shape to a member that lists values, through members and elements with one shape each.
///
/// Two shapes that have disjoint values at its end are distinct.
private indirect enum MarkPath {
    case values(String)
    case member(String, MarkPath)
    case items(MarkPath)

    init?(_ valueShape: Union.Signature, depth: Int = 0) {
        if let name = Set(valueShape.constants.keys).union(valueShape.choices.keys).min() {
            self = .values(name)
            return
        }
        guard depth < 4 else { return nil }
        for (name, valueShapes) in valueShape.members.sorted(by: { $0.key < $1.key }) where valueShapes.count == 1 {
            guard let inner = MarkPath(valueShapes[0], depth: depth + 1) else { continue }
            self = .member(name, inner)
            return
        }
        guard valueShape.items.count == 1, let inner = MarkPath(valueShape.items[0], depth: depth + 1) else {
            return nil
        }
        self = .items(inner)
    }

    /// `nil` where the shape says nothing at the end of the path.
    func values(of valueShape: Union.Signature) -> [String]? {
        switch self {
        case .values(let name): valueShape.constants[name] ?? valueShape.choices[name]
        case .member(let name, let path):
            valueShape.members[name].flatMap { $0.count == 1 ? path.values(of: $0[0]) : nil }
        case .items(let path): valueShape.items.count == 1 ? path.values(of: valueShape.items[0]) : nil
        }
    }
}
