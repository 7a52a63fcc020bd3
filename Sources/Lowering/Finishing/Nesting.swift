import ClientModel

/// The declarations of each scope, none of which is an alias: nothing can be nested in a type alias.
struct Nesting {
    /// In the order in which they were declared.
    private(set) var members: [TypeDeclaration.Scope: [Int]] = [:]
    /// What identifies each declaration in the record of names beside its pointer.
    private(set) var keyEnds: [String] = []

    init() {}

    /// Moves declarations out of aliases: `Pets` with inline elements has `PetsItem` beside it.
    init(movingOutOfAliases declarations: inout Declarations, _ aliases: Aliases) {
        for index in declarations.indices {
            while case .type(let parent) = declarations[index].scope, aliases.contain(parent) {
                declarations[index].scope = declarations[parent].scope
                let prefix = declarations[parent].names[0]
                declarations[index].names = declarations[index].names.map { prefix + $0 }
                declarations[index].rank = .shared
            }
            if declarations[index].scope == .service, declarations[index].rank == .nested {
                declarations[index].rank = .shared
            }
        }
        for (index, draft) in declarations.enumerated() { members[draft.scope, default: []].append(index) }
        keyEnds = declarations.map { draft in
            declarations.isNestedInItsPointer(draft) ? "/" + pointerToken(draft.names[0]) : ""
        }
    }

    /// Whether a declaration is nested in one that stands for the same schema.
    func isNestedInItsPointer(_ index: Int) -> Bool { !keyEnds[index].isEmpty }
}
