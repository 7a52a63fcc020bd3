import ClientModel

/// Which declarations are the same but for where they stand and what they are called.
///
/// Members are the same with their names, types, presence and texts: a text that is right in one place can be wrong in another.
struct EqualShapes {
    /// For each declaration, the first that is the same. A component is like itself alone, as is what contains itself.
    let first: [Int]

    /// - Parameter graph: The declarations that each mentions.
    init(_ declarations: Declarations, _ graph: FactGraph) {
        var byShape: [TypeDeclaration.Shape: Int] = [:]
        var byName: [NamedShape: Int] = [:]
        var first = Array(declarations.indices)
        // Types that differ in their names alone are no copies of each other where others contain them.
        _ = graph.facts(from: -1) { node, known in
            let draft = declarations[node]
            guard draft.rank != .component, !graph.isCyclic(node) else { return node }
            let shape = draft.shape.comparable { TypeID(known[$0.index]) }
            first[node] = byShape[shape, setting: node]
            return byName[NamedShape(shape: first[node], name: draft.names[0]), setting: node]
        }
        self.first = first
    }

    private struct NamedShape: Hashable {
        var shape: Int
        var name: String
    }
}

extension Dictionary {
    /// The value of a key, which gets one if it has none.
    fileprivate subscript(key: Key, setting value: Value) -> Value {
        mutating get {
            if let known = self[key] { return known }
            self[key] = value
            return value
        }
    }
}

extension TypeDeclaration.Shape {
    /// The same without what says where it stands.
    ///
    /// - Parameter transform: Gives the declaration that stands for others that are the same.
    fileprivate func comparable(_ transform: (TypeID) -> TypeID) -> Self {
        var shape = self
        shape.mapTypes { $0.mapped(transform) }
        switch shape {
        case .structure(var structure):
            for index in structure.properties.indices { structure.properties[index].place = nil }
            return .structure(structure)
        case .enumeration(var enumeration):
            for index in enumeration.cases.indices { enumeration.cases[index].place = nil }
            return .enumeration(enumeration)
        case .union(var union):
            for index in union.cases.indices {
                union.cases[index].place = nil
                union.cases[index].pointers = []
            }
            return .union(union)
        case .alias: return shape
        }
    }
}
