import ClientModel

/// The declarations of a client while they are made, by their ``TypeID``.
struct Declarations: RandomAccessCollection, MutableCollection {
    private var drafts: [Draft] = []

    init() {}

    /// Those that are left of others, with other numbers.
    init(_ others: Declarations, _ numbers: Renumbering) {
        for index in others.indices where numbers.contains(TypeID(index)) {
            var draft = others[index]
            numbers.apply(to: &draft)
            drafts.append(draft)
        }
    }

    var startIndex: Int { 0 }
    var endIndex: Int { drafts.count }

    subscript(index: Int) -> Draft {
        get { drafts[index] }
        _modify { yield &drafts[index] }
    }

    subscript(id: TypeID) -> Draft {
        get { drafts[id.index] }
        _modify { yield &drafts[id.index] }
    }

    /// Whether a declaration is nested in one that stands for the same schema: a branch of an `allOf` has the pointer of the type it is nested in.
    func isNestedInItsPointer(_ draft: Draft) -> Bool {
        if case .type(let outer) = draft.scope { self[outer].pointer == draft.pointer } else { false }
    }

    mutating func append(_ draft: Draft) -> TypeID {
        drafts.append(draft)
        return TypeID(drafts.count - 1)
    }
}
