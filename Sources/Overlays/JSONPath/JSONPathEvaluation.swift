import YAML

/// A node that a query selected, and the way to it: the position in each collection from the root on.
struct Selected {
    var node: Node
    var location: [Int]
}

/// The nodes a segment selects.
private struct Selection {
    private(set) var nodes: [Selected] = []
    private var locations: Set<[Int]>?

    /// - Parameter isDistinct: Whether a node is selected once, however many ways lead to it.
    init(isDistinct: Bool = false) { locations = isDistinct ? [] : nil }

    mutating func append(_ one: Selected) {
        guard locations?.insert(one.location).inserted ?? true else { return }
        nodes.append(one)
    }
}

/// Applies queries to one tree.
struct JSONPathEvaluator {
    /// More than this many nodes were looked at.
    struct TooLong: Error {}

    let root: Node
    private var visits = 0
    private var patterns: [String: IRegexp?] = [:]

    private let mostVisits: Int

    /// The most nodes one query may look at, unless told otherwise.
    static let mostVisits = 5_000_000

    init(root: Node, mostVisits: Int = JSONPathEvaluator.mostVisits) {
        self.root = root
        self.mostVisits = mostVisits
    }

    /// The nodes a query selects, in the order of section 2.1; one may be there more than once.
    mutating func select(_ path: JSONPath) throws(TooLong) -> [Selected] {
        visits = 0
        return try select(path.query, from: root, Selection())
    }

    /// The nodes a query selects, each once: what several ways lead to goes on as one after every segment.
    mutating func distinct(_ path: JSONPath) throws(TooLong) -> [Selected] {
        visits = 0
        return try select(path.query, from: root, Selection(isDistinct: true))
    }

    /// - Parameter empty: What each segment fills.
    private mutating func select(
        _ query: JSONPath.Query, from current: Node, _ empty: Selection = Selection()
    ) throws(TooLong) -> [Selected] {
        var selected = [Selected(node: query.isAbsolute ? root : current, location: [])]
        for segment in query.segments {
            var next = empty
            for one in selected { try apply(segment, to: one, &next) }
            selected = next.nodes
        }
        return selected
    }

    private mutating func apply(
        _ segment: JSONPath.Segment, to one: Selected, _ found: inout Selection
    ) throws(TooLong) {
        for selector in segment.selectors { try apply(selector, to: one, &found) }
        guard segment.isDescendant else { return }
        for child in children(one) { try apply(segment, to: child, &found) }
    }

    private mutating func apply(
        _ selector: JSONPath.Selector, to one: Selected, _ found: inout Selection
    ) throws(TooLong) {
        visits += 1
        guard visits < mostVisits else { throw TooLong() }
        switch (selector, one.node.value) {
        case (.name(let name), .mapping(let mapping)):
            guard let position = mapping.position(of: name) else { return }
            found.append(Selected(node: mapping.entries[position].value, location: one.location + [position]))
        case (.wildcard, _): for child in children(one) { found.append(child) }
        case (.index(let index), .sequence(let items)):
            let position = index < 0 ? items.count + index : index
            guard items.indices.contains(position) else { return }
            found.append(Selected(node: items[position], location: one.location + [position]))
        case (.slice(let start, let end, let step), .sequence(let items)):
            for position in Self.positions(start, end, step, count: items.count) {
                found.append(Selected(node: items[position], location: one.location + [position]))
            }
        case (.filter(let condition), _):
            for child in children(one) where try holds(condition, for: child.node) { found.append(child) }
        default: break
        }
    }

    private func children(_ one: Selected) -> [Selected] {
        switch one.node.value {
        case .sequence(let items):
            items.enumerated().map { Selected(node: $1, location: one.location + [$0]) }
        case .mapping(let mapping):
            mapping.entries.enumerated().map { Selected(node: $1.value, location: one.location + [$0]) }
        default: []
        }
    }

    /// Section 2.3.4.2.2.
    private static func positions(_ start: Int?, _ end: Int?, _ step: Int, count: Int) -> [Int] {
        guard step != 0 else { return [] }
        func normalized(_ index: Int) -> Int { index < 0 ? count + index : index }
        if step > 0 {
            let lower = min(max(normalized(start ?? 0), 0), count)
            let upper = min(max(normalized(end ?? count), 0), count)
            return Array(stride(from: lower, to: upper, by: step))
        }
        let upper = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
        let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
        return Array(stride(from: upper, to: lower, by: step))
    }

    // MARK: Filters

    private mutating func holds(_ condition: JSONPath.Condition, for node: Node) throws(TooLong) -> Bool {
        visits += 1
        switch condition {
        case .any(let branches):
            for branch in branches where try holds(branch, for: node) { return true }
            return false
        case .all(let parts):
            for part in parts where try !holds(part, for: node) { return false }
            return true
        case .not(let inner): return try !holds(inner, for: node)
        case .exists(let query): return try !select(query, from: node).isEmpty
        case .compare(let left, let comparison, let right):
            return comparison.holds(try value(left, for: node), try value(right, for: node))
        case .matches(let text, let pattern, let isWhole):
            guard case .string(let text)? = try value(text, for: node),
                case .string(let pattern)? = try value(pattern, for: node)
            else { return false }
            if patterns[pattern] == nil { patterns[pattern] = .some(IRegexp(pattern)) }
            return (patterns[pattern] ?? nil)?.matches(text, isWhole: isWhole) ?? false
        }
    }

    /// One value, or `nil` for nothing.
    private mutating func value(_ operand: JSONPath.Operand, for node: Node) throws(TooLong) -> Node.Value? {
        switch operand {
        case .literal(let value): return value
        case .query(let query): return try select(query, from: node).first?.node.value
        case .value(let query):
            let selected = try select(query, from: node)
            return selected.count == 1 ? selected[0].node.value : nil
        case .count(let query): return .number(String(try select(query, from: node).count))
        case .length(let operand):
            switch try value(operand, for: node) {
            case .string(let text)?: return .number(String(text.unicodeScalars.count))
            case .sequence(let items)?: return .number(String(items.count))
            case .mapping(let mapping)?: return .number(String(mapping.entries.count))
            default: return nil
            }
        }
    }
}
