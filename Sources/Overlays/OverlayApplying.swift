public import Diagnostics
public import YAML

extension Overlay {
    /// Applies the actions to a document's tree, one after the other. What was not changed, and each value an update brings, keeps the place
    /// where it is written.
    ///
    /// - Parameters:
    ///   - root: the document's tree.
    ///   - limits: how deep the result may be (``Limits/depth``), and how many values all actions may add (``Limits/aliasedNodes``), for an
    ///     update of many targets is written once as an alias is.
    ///   - problems: gets an error for each action that cannot be applied, and a warning for each whose target selects nothing.
    /// - Returns: the tree after every action that could be applied.
    public func apply(to root: Node, limits: Limits = Limits(), problems: inout Problems) -> Node {
        var applier = OverlayApplier(root: root, limits: limits)
        for action in actions { applier.apply(action) }
        problems.add(contentsOf: applier.problems)
        return applier.root
    }
}

private struct OverlayApplier {
    private(set) var root: Node
    private(set) var problems = Problems()
    private let limits: Limits
    private var added = 0

    init(root: Node, limits: Limits) {
        self.root = root
        self.limits = limits
    }

    mutating func apply(_ action: Overlay.Action) {
        guard let targets = select(action.target, at: action.place) else { return }
        if targets.isEmpty {
            problems.add(
                Diagnostic(
                    .leftOut, .overlayNoTarget, "the target selects nothing; the action is skipped",
                    at: action.place))
            return
        }
        do throws(Refusal) {
            switch action.change {
            case .remove: try remove(targets, action)
            case .update(let update): try merge(update, into: targets, action)
            case .copy(let path, let place):
                guard let sources = select(path, at: place) else { return }
                guard sources.count == 1 else {
                    throw Refusal(.overlayCopy, "`copy` must select one value, but selects \(sources.count)", at: place)
                }
                try merge(sources[0].node, into: targets, action)
            }
        } catch {
            problems.add(
                Diagnostic(.error, error.kind, error.message, at: error.place, notes: error.notes))
        }
    }

    /// What a query selects, each node once and in the order of the document.
    private mutating func select(_ path: JSONPath, at place: Place) -> [Selected]? {
        var evaluator = JSONPathEvaluator(root: root)
        do {
            return try evaluator.distinct(path).sorted { $0.location.lexicographicallyPrecedes($1.location) }
        } catch {
            problems.add(
                Diagnostic(
                    .error, .overlayLimit, "the query visits more than \(JSONPathEvaluator.mostVisits) values",
                    at: place))
            return nil
        }
    }

    private mutating func remove(_ targets: [Selected], _ action: Overlay.Action) throws(Refusal) {
        guard targets[0].location != [] else {
            throw Refusal(.overlayRoot, "the whole document can't be removed", at: action.place)
        }
        root = try rewritten(root, targets[...], depth: 0) { _ throws(Refusal) in nil } ?? root
    }

    private mutating func merge(_ value: Node, into targets: [Selected], _ action: Overlay.Action) throws(Refusal) {
        let first = targets[0].node
        if let other = targets.first(where: { $0.node.value.shape != first.value.shape })?.node {
            throw Refusal(
                .overlayKinds, "the target selects \(first.value.shape.plural) and \(other.value.shape.plural)",
                at: action.place,
                notes: [
                    .init("this is \(first.value.shape.noun)", at: first.place),
                    .init("this is \(other.value.shape.noun)", at: other.place),
                ])
        }
        try charge(value, targets, action)
        var merging = OverlayMerging()
        root =
            try rewritten(root, targets[...], depth: 0) { target throws(Refusal) in
                try merging.merged(value, into: target, isTarget: true)
            } ?? root
        problems.add(contentsOf: merging.problems)
    }

    private mutating func charge(_ value: Node, _ targets: [Selected], _ action: Overlay.Action) throws(Refusal) {
        let size = value.size(upTo: limits.aliasedNodes)
        let (total, isHuge) = size.weight.multipliedReportingOverflow(by: targets.count)
        guard !isHuge, total <= limits.aliasedNodes - added else {
            throw Refusal(
                .overlayLimit, "the overlay up to here adds more than \(limits.aliasedNodes) values", at: action.place)
        }
        added += total
        let deepest = targets.map(\.location.count).max() ?? 0
        guard deepest + size.height <= limits.depth else {
            throw Refusal(
                .overlayLimit, "with this action, more than \(limits.depth) lists and mappings are nested",
                at: action.place)
        }
    }
}

/// Rewrites the targets at and below a node, innermost first; targets are sorted by location.
///
/// - Parameter change: gives what stands in a target's place, or `nil` for nothing.
private func rewritten(
    _ node: Node, _ targets: ArraySlice<Selected>, depth: Int, change: (Node) throws(Refusal) -> Node?
) throws(Refusal) -> Node? {
    var node = node
    var inner = targets
    let isTarget = targets.first.map { $0.location.count == depth } ?? false
    if isTarget { inner = inner.dropFirst() }
    var replaced: [(position: Int, by: Node?)] = []
    while let first = inner.first {
        let position = first.location[depth]
        let group = inner.prefix { $0.location[depth] == position }
        inner = inner.dropFirst(group.count)
        guard let child = node.value.child(position) else { continue }
        replaced.append((position, try rewritten(child, group, depth: depth + 1, change: change)))
    }
    if !replaced.isEmpty { node.value.replace(replaced) }
    return isTarget ? try change(node) : node
}

/// Why an action was not applied.
struct Refusal: Error {
    var kind: Diagnostic.Kind
    var message: String
    var place: Place
    var notes: [Diagnostic.Note]

    init(_ kind: Diagnostic.Kind, _ message: String, at place: Place, notes: [Diagnostic.Note] = []) {
        self.kind = kind
        self.message = message
        self.place = place
        self.notes = notes
    }
}
