import ClientModel

/// How many fields a value may hold within itself.
private let largestSize = 64
/// Smaller values stay where they are: a reference costs an allocation each.
private let leastSize = 8

/// Marks members and payloads as indirect where a value would hold more than ``largestSize`` fields within itself.
///
/// Swift stores structs within each other: a value of many levels fills the stack, and takes the compiler gigabytes.
func boundSizes(in declarations: inout Declarations, _ held: HeldTypes) {
    var shapes = declarations.map(\.shape)
    _ = held.graph.facts(from: 0) { type, known in
        if case .alias = shapes[type] { return 1 }
        var sizes = shapes[type].heldParts.map { part in
            part.isIndirect ? 1 : held.target(part.type).map { known[$0] } ?? 1
        }
        for position in sizes.bounded(to: largestSize, least: leastSize) {
            shapes[type].makeIndirect(position)
            sizes[position] = 1
        }
        return max(1, sizes.reduce(0, +))
    }
    for (index, shape) in shapes.enumerated() { declarations[index].shape = shape }
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
