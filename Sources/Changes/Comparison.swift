public import ClientModel

/// What changed from one version of a service's client to another, on the wire and for Swift callers.
///
/// Both are compared by what they are and not by how they are spelled: on the wire operations are the same by method and path, types by the
/// members that lead to them; in Swift everything is the same by the name callers write.
///
/// - Parameters:
///   - isOneModule: Whether callers are in the client's own module, where `@nonexhaustive` has no effect.
///   - kept: The parts of the runtime that the package has whatever the client uses.
/// - Returns: Those that break the wire first, then those that break Swift callers, then the safe ones; each in the order of the documents.
public func changes(
    from old: API, to new: API, isOneModule: Bool = false, keeping kept: Set<RuntimePart> = []
) -> [Change] {
    var wire = WireComparison(old, new)
    wire.run()
    let added = Set(wire.changes.filter { $0.kind.contains("-added") }.compactMap { $0.new.map(SpotOfAddition.init) })
    let swift = SurfaceComparison(old, new, isOneModule: isOneModule).changes.filter { change in
        // What is new on the wire is new in Swift, which need not be said twice.
        guard change.verdict == .safe, change.old == nil, let new = change.new, new.place != nil else { return true }
        return !added.contains(SpotOfAddition(new))
    }
    let runtime = runtimeChanges(from: old, to: new, keeping: kept)
    let found = merged(wire.changes + swift + runtime + documentationChanges(from: old, to: new))
    // Any other change of a type has an effect on its values.
    return found.isEmpty ? sampleChanges(from: old, to: new) : found
}

/// Where something new stands. Members of types have a place of their own, and no pointer.
private struct SpotOfAddition: Hashable {
    var spot: Change.Spot

    init(_ spot: Change.Spot) { self.spot = Change.Spot(place: spot.place) }
}

/// Each change once, with the worst of its verdicts: a type may travel both ways.
private func merged(_ changes: [Change]) -> [Change] {
    var order: [String] = []
    var worst: [String: Change] = [:]
    for change in changes {
        if let other = worst[change.id] {
            if change.verdict < other.verdict { worst[change.id] = change }
        } else {
            order.append(change.id)
            worst[change.id] = change
        }
    }
    let once = order.compactMap { worst[$0] }
    return Change.Verdict.allCases.flatMap { verdict in once.filter { $0.verdict == verdict } }
}
