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
                    for held in held(by: type) where sizes[held] == nil { waiting.append((held, false)) }
                }
            }
        }
    }

    private func held(by type: Int) -> [Int] {
        switch shapes[type] {
        case .structure(let structure): structure.properties.compactMap { $0.isIndirect ? nil : $0.type.held?.index }
        case .union(let union): union.cases.compactMap { $0.isIndirect ? nil : $0.type.held?.index }
        case .alias(let target): [target.held?.index].compactMap { $0 }
        case .enumeration: []
        }
    }

    private func size(_ type: TypeReference) -> Int { type.held.flatMap { sizes[$0.index] } ?? 1 }

    /// The size of a declared type, whose largest parts are made indirect while it is over the limit.
    private mutating func settle(_ type: Int) -> Int {
        switch shapes[type] {
        case .structure(var structure):
            var parts = structure.properties.map { $0.isIndirect ? 1 : size($0.type) }
            for part in parts.bounded(to: Self.limit, least: Self.least) {
                structure.properties[part].isIndirect = true
                parts[part] = 1
            }
            shapes[type] = .structure(structure)
            return max(1, parts.reduce(0, +))
        case .union(var union):
            var parts = union.cases.map { $0.isIndirect ? 1 : size($0.type) }
            for part in parts.bounded(to: Self.limit, least: Self.least) {
                union.cases[part].isIndirect = true
                parts[part] = 1
            }
            shapes[type] = .union(union)
            return max(1, parts.reduce(0, +))
        case .alias(let target): return size(target)
        case .enumeration: return 1
        }
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
