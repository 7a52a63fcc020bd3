import Diagnostics

extension YAMLReader {
    mutating func alias(depth: Int) throws(Halt) -> Node {
        let name = events.alias
        let range = range()
        end = max(end, range.upperBound)
        guard let anchor = anchors[name] else {
            // Hints are for documents written by hand, and comparing names takes time.
            let isHandful = anchors.count <= 100 && faults.problems.diagnostics.count < 20
            let known = isHandful ? anchors.keys.sorted() : []
            let hint = nearest(to: name, among: known).map { "did you mean '*\($0)'?" }
            try faults.add(.undefinedAlias, "no earlier anchor '&\(name)'", at: range, hint: hint)
            return Node(.null, at: faults.place(range))
        }
        guard let value = anchor.value else {
            try faults.add(
                .selfContainingAlias, "'*\(name)' is inside its own anchored value", at: range,
                notes: [Diagnostic.Note("'&\(name)' is anchored here", at: anchor.place)])
            return Node(.null, at: faults.place(range))
        }
        cost.aliased += value.weight
        if cost.aliased > limits.aliasedNodes {
            throw faults.stop(
                .limitAliases, "the aliases up to here expand to more than \(limits.aliasedNodes) values", at: range)
        }
        cost.deepest = max(cost.deepest, depth - 1 + value.height)
        if cost.deepest > deepest {
            throw faults.stop(
                .limitDepth,
                "with the value of '*\(name)', more than \(deepest) lists and mappings are nested",
                at: range)
        }
        return value.node
    }
}
