import Diagnostics
import YAML

/// Merges values into others (Overlay Specification 1.1, Action Object).
struct OverlayMerging {
    private(set) var problems = Problems()

    /// - Parameter isTarget: whether `target` is what an action selected, rather than a property of that: a list may then get one more item.
    mutating func merged(_ update: Node, into target: Node, isTarget: Bool) throws(Refusal) -> Node {
        switch (target.value, update.value) {
        case (.mapping(let old), .mapping(let new)):
            return Node(.mapping(try merged(new, into: old)), at: target.place)
        case (.sequence(let old), .sequence(let new)):
            return Node(.sequence(old + new), at: target.place)
        case (.sequence(let old), _) where isTarget:
            return Node(.sequence(old + [update]), at: target.place)
        case (_, .null) where target.value.shape != .primitive:
            return unchanged(target, update)
        case (.null, _): return update
        default:
            guard target.value.shape == .primitive, update.value.shape == .primitive else {
                throw Refusal(
                    .overlayMismatch,
                    "this is \(update.value.shape.noun), but its target is \(target.value.shape.noun)",
                    at: update.place, notes: [.init("the target is here", at: target.place)])
            }
            return update
        }
    }

    private mutating func merged(_ update: Mapping, into target: Mapping) throws(Refusal) -> Mapping {
        var entries = target.entries
        for entry in update.entries {
            if let position = target.position(of: entry.key) {
                entries[position].value = try merged(entry.value, into: entries[position].value, isTarget: false)
            } else {
                entries.append(entry)
            }
        }
        return Mapping(entries)
    }

    /// `key:` with nothing behind it is a place for more, which did not come.
    private mutating func unchanged(_ target: Node, _ update: Node) -> Node {
        problems.add(
            Diagnostic(
                .repaired, .overlayEmptyValue,
                "missing value; \(target.value.shape.noun) stays unchanged", at: update.place,
                notes: [.init("this stays", at: target.place)]))
        return target
    }
}

extension Node.Value {
    /// What overlays tell apart.
    enum Shape {
        case object, array, primitive

        var noun: String {
            switch self {
            case .object: "a mapping"
            case .array: "a list"
            case .primitive: "a single value"
            }
        }

        var plural: String {
            switch self {
            case .object: "mappings"
            case .array: "lists"
            case .primitive: "single values"
            }
        }
    }

    var shape: Shape {
        switch self {
        case .mapping: .object
        case .sequence: .array
        default: .primitive
        }
    }

    func child(_ position: Int) -> Node? {
        switch self {
        case .sequence(let items): items.indices.contains(position) ? items[position] : nil
        case .mapping(let mapping): mapping.entries.indices.contains(position) ? mapping.entries[position].value : nil
        default: nil
        }
    }

    /// Puts values in the places of some children, or takes them out.
    mutating func replace(_ children: [(position: Int, by: Node?)]) {
        let gone = Set(children.lazy.filter { $0.by == nil }.map(\.position))
        switch self {
        case .sequence(var items):
            for (position, node) in children { if let node { items[position] = node } }
            self = .sequence(items.indices.filter { !gone.contains($0) }.map { items[$0] })
        case .mapping(let mapping):
            var entries = mapping.entries
            for (position, node) in children { if let node { entries[position].value = node } }
            self = .mapping(Mapping(entries.indices.filter { !gone.contains($0) }.map { entries[$0] }))
        default: break
        }
    }
}

extension Node {
    /// How many values it is, a text counting one more for every 256 bytes, and how many collections are inside one another in it.
    ///
    /// - Parameter most: where counting stops.
    func size(upTo most: Int) -> (weight: Int, height: Int) {
        var weight = 0
        let height = measure(&weight, most)
        return (weight, height)
    }

    private func measure(_ weight: inout Int, _ most: Int) -> Int {
        weight += 1
        guard weight <= most else { return 0 }
        switch value {
        case .string(let text), .number(let text):
            weight += text.utf8.count >> 8
            return 0
        default: break
        }
        var height = 0
        if case .sequence(let items) = value {
            for item in items { height = max(height, item.measure(&weight, most)) }
            return 1 + height
        }
        guard case .mapping(let mapping) = value else { return 0 }
        for entry in mapping.entries { height = max(height, entry.value.measure(&weight, most)) }
        return 1 + height
    }
}
