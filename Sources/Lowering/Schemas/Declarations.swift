import ClientModel

/// The declarations of a client while they are made, by their ``TypeID``. None is ever taken out.
struct Declarations: RandomAccessCollection, MutableCollection {
    private var drafts: [Draft] = []

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

    mutating func append(_ draft: Draft) -> TypeID {
        drafts.append(draft)
        return TypeID(drafts.count - 1)
    }
}
