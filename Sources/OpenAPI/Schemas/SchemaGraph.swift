/// Which schemas are made of which others, through references and `allOf` alone.
///
/// A property, an element or a branch of a union makes nothing of a schema: a cycle through one is recursion, and fine.
struct SchemaGraph {
    private let schemas: [Schema]

    init(_ schemas: [Schema]) { self.schemas = schemas }

    /// The cycles of schemas that are made of themselves: no value can be described so.
    ///
    /// At most the first hundred: a document may hold as many as the square of its schemas.
    func cycles() -> [[Int]] {
        var states = [UInt8](repeating: Visit.new, count: schemas.count)
        var path: [(index: Int, next: Int)] = []
        var cycles: [[Int]] = []
        for start in schemas.indices where states[start] == Visit.new {
            states[start] = Visit.open
            path.append((start, 0))
            while let (index, next) = path.last {
                guard let part = schemas[index].part(next) else {
                    states[index] = Visit.closed
                    path.removeLast()
                    continue
                }
                path[path.count - 1].next += 1
                if states[part] == Visit.new {
                    states[part] = Visit.open
                    path.append((part, 0))
                } else if states[part] == Visit.open, cycles.count < 100,
                    let first = path.firstIndex(where: { $0.index == part })
                {
                    cycles.append(path[first...].map(\.index))
                }
            }
        }
        return cycles
    }

    /// The first schema that ends a chain of very many others, each made of the next: putting such a chain together would take time in the
    /// square of its length. There must be no cycles.
    func endOfLongChain(longest: Int = SchemaGraph.longestChain) -> Int? {
        var lengths = [Int](repeating: 0, count: schemas.count)
        var path: [(index: Int, next: Int)] = []
        for start in schemas.indices where lengths[start] == 0 {
            path.append((start, 0))
            while let (index, next) = path.last {
                if let part = schemas[index].part(next) {
                    path[path.count - 1].next += 1
                    if lengths[part] == 0 { path.append((part, 0)) }
                    continue
                }
                var length = 0
                for number in 0..<next { length = max(length, schemas[index].part(number).map { lengths[$0] } ?? 0) }
                lengths[index] = length + 1
                path.removeLast()
                guard length < longest else { return index }
            }
        }
        return nil
    }

    static let longestChain = 100

    private enum Visit {
        static let new: UInt8 = 0
        static let open: UInt8 = 1
        static let closed: UInt8 = 2
    }
}

extension Schema {
    /// The schemas it is made of, one after the other.
    fileprivate func part(_ number: Int) -> Int? {
        guard let reference = self.reference else { return number < self.allOf.count ? self.allOf[number].index : nil }
        if number == 0 { return reference.index }
        return number <= self.allOf.count ? self.allOf[number - 1].index : nil
    }
}
