import Diagnostics

extension Node {
    var isSequence: Bool {
        if case .sequence = value { true } else { false }
    }

    /// The mappings a merge key takes its entries from, if this can be its value.
    var mergeSources: [Mapping]? {
        switch value {
        case .mapping(let mapping): return [mapping]
        case .sequence(let items):
            let mappings = items.compactMap { item -> Mapping? in
                if case .mapping(let mapping) = item.value { mapping } else { nil }
            }
            return mappings.count == items.count ? mappings : nil
        default: return nil
        }
    }
}

extension Mapping {
    /// The entries of the sources and then of the mapping itself. A key keeps its first position, and takes the value of the mapping
    /// itself or else of the first source that has it. (PyYAML gives the same order.)
    init(merging sources: [Mapping], into own: Mapping) {
        var all = sources.reversed().flatMap(\.entries) + own.entries
        var replaced: [(position: Int, by: Int)] = []
        var index = KeyIndex()
        index.build(all) { replaced.append(($0, $1)) }
        for (position, by) in replaced { all[position] = all[by] }
        let dropped = Set(replaced.map(\.by))
        self.init(all.indices.filter { !dropped.contains($0) }.map { all[$0] })
    }
}
