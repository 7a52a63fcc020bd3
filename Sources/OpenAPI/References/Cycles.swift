import Diagnostics
import YAML

extension Reader {
    /// Reports schemas that are made of themselves through references and `allOf` alone: no value can be described so.
    ///
    /// At most the first hundred: a document may hold as many as the square of its schemas.
    ///
    /// A cycle through a property, an element or a branch of a union is recursion, and fine.
    ///
    /// - Returns: whether there are any.
    func reportCycles(_ schemas: [Schema]) -> Bool {
        var states = [UInt8](repeating: Visit.new, count: schemas.count)
        var path: [(index: Int, next: Int)] = []
        var cycles = 0
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
                } else if states[part] == Visit.open, cycles < 100,
                    let first = path.firstIndex(where: { $0.index == part })
                {
                    cycles += 1
                    reportCycle(
                        path[first...].map { step in
                            let located = arena.sources[step.index].located
                            return (located.node, located.pointer)
                        })
                }
            }
        }
        return cycles > 0
    }

    /// Reports schemas that are made of very many others, each of the next: putting such a chain together would take time in the square of
    /// its length. There must be no cycles.
    ///
    /// - Returns: Whether there is one.
    func reportLongChains(_ schemas: [Schema]) -> Bool {
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
                guard length < Self.longestChain else {
                    report(
                        .error, .limitChain,
                        "more than \(Self.longestChain) schemas refer to one another through references and `allOf`",
                        at: arena.sources[index].located.node.place)
                    return true
                }
            }
        }
        return false
    }

    private static let longestChain = 100

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
