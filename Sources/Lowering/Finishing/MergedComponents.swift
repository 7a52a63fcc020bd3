import ClientModel

/// Drops component schemas that a selection only merges into others, so that nothing is of their type and nothing is nested in them.
///
/// - Parameter components: Those whose declarations were reserved and never asked for.
func dropReserved(
    _ components: inout ComponentTable, from declarations: inout Declarations,
    _ operations: inout [GroupedOperation], _ webhooks: inout [ClientModel.Webhook], _ ambiguities: inout [Ambiguity]
) {
    let dropped = components.dropReserved()
    if dropped.isEmpty { return }
    let numbers = Renumbering(dropping: dropped, of: declarations.count)
    numbers.apply(to: &declarations, &operations, &webhooks, &ambiguities)
}
