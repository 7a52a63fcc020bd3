import ClientModel

/// The types of the runtime that a package no longer has, because nothing uses them.
///
/// - Parameter kept: the parts that the package has whatever the client uses.
func runtimeChanges(from old: API, to new: API, keeping kept: Set<RuntimePart>) -> [Change] {
    let gone = old.runtimeParts.subtracting(new.runtimeParts).subtracting(kept)
    return RuntimePart.allCases.filter(gone.contains).flatMap(\.types).map { name in
        Change(
            .swift, "runtime-type-removed", name,
            "the runtime no longer has \(code(name)), which nothing uses; `runtimeParts: all` keeps it",
            old: Change.Spot(place: nil), new: nil)
    }
}
