import ClientModel

/// The numbers that declarations have once some are dropped.
struct Renumbering {
    private var numbers: [TypeID] = []
    private let dropped: Set<TypeID>

    init(dropping dropped: Set<TypeID>, of count: Int) {
        self.dropped = dropped
        var next = 0
        for index in 0..<count {
            numbers.append(TypeID(next))
            if !dropped.contains(TypeID(index)) { next += 1 }
        }
    }

    /// - Parameter replacements: For each declaration to be dropped, the one that takes its place, which may be dropped as well.
    init(replacing replacements: [TypeID: TypeID], of count: Int) {
        self.init(dropping: Set(replacements.keys), of: count)
        for (id, replacement) in replacements {
            var last = replacement
            while let next = replacements[last] { last = next }
            numbers[id.index] = numbers[last.index]
        }
    }

    func contains(_ id: TypeID) -> Bool { !dropped.contains(id) }

    subscript(id: TypeID) -> TypeID { numbers[id.index] }

    subscript(type: TypeReference) -> TypeReference { type.mapped { self[$0] } }

    func apply(to draft: inout Draft) {
        if case .type(let outer) = draft.scope { draft.scope = .type(self[outer]) }
        draft.shape.mapTypes { self[$0] }
    }

    /// Drops declarations, and replaces the numbers of the others wherever they are.
    func apply(
        to declarations: inout Declarations, _ operations: inout [GroupedOperation],
        _ webhooks: inout [ClientModel.Webhook], _ ambiguities: inout [Ambiguity]
    ) {
        declarations = Declarations(declarations, self)
        for index in operations.indices { operations[index].operation.mapTypes { self[$0] } }
        for index in webhooks.indices { webhooks[index].mapTypes { self[$0] } }
        for index in ambiguities.indices { ambiguities[index].union = self[ambiguities[index].union] }
    }
}
