import ClientModel

extension Lowerer {
    /// Marks members and payloads as indirect where a value would hold more than ``SizeWalk/limit`` fields within itself.
    ///
    /// Swift stores structs within each other: a value of many levels fills the stack, and takes the compiler gigabytes.
    mutating func boundSizes() {
        var walk = SizeWalk(drafts.map(\.shape))
        walk.run()
        for (index, shape) in walk.shapes.enumerated() { drafts[index].shape = shape }
    }
}

/// Counts the fields that values hold within themselves, those of held values first. Needs cycles to be broken.
private struct SizeWalk {
    static let limit = 64
    /// Smaller values stay where they are: a reference costs an allocation each.
    static let least = 8

    var shapes: [TypeDeclaration.Shape]
    private var sizes: [Int?]

    init(_ shapes: [TypeDeclaration.Shape]) {
        self.shapes = shapes
        sizes = Array(repeating: nil, count: shapes.count)
    }

    mutating func run() {
        for start in shapes.indices {
            var waiting = [(type: start, isReady: false)]
            while let (type, isReady) = waiting.popLast() {
                guard sizes[type] == nil else { continue }
                if isReady {
                    sizes[type] = settle(type)
                } else {
                    waiting.append((type, true))
                    for part in shapes[type].heldParts where !part.isIndirect {
                        if let held = part.type.held?.index, sizes[held] == nil { waiting.append((held, false)) }
                    }
                }
            }
        }
    }

    private func size(_ type: TypeReference) -> Int { type.held.flatMap { sizes[$0.index] } ?? 1 }

    /// The size of a declared type, whose largest parts are made indirect while it is over the limit.
    private mutating func settle(_ type: Int) -> Int {
        if case .alias(let target) = shapes[type] { return size(target) }
        var sizes = shapes[type].heldParts.map { $0.isIndirect ? 1 : size($0.type) }
        for position in sizes.bounded(to: Self.limit, least: Self.least) {
            shapes[type].makeIndirect(position)
            sizes[position] = 1
        }
        return max(1, sizes.reduce(0, +))
    }
}

extension [Int] {
    /// The positions of the largest parts that have to count as one, so that the sum stays within the limit.
    fileprivate func bounded(to limit: Int, least: Int) -> [Int] {
        var sum = reduce(0, +)
        guard sum > limit else { return [] }
        var positions: [Int] = []
        for position in indices.sorted(by: { (self[$1], $0) < (self[$0], $1) }) where sum > limit {
            guard self[position] >= least else { break }
            positions.append(position)
            sum -= self[position] - 1
        }
        return positions
    }
}
