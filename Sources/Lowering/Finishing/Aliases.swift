@_spi(Naming) import ClientModel
import Diagnostics

/// What stands behind aliases. Every chain of them ends, because only breaking their cycles gives this value.
struct Aliases {
    /// What stands behind each alias; `nil` for what is no alias.
    private let resolved: [TypeReference?]
    /// The declaration that a value of each alias holds within itself, if there is one.
    private let held: [TypeID?]

    init() { (resolved, held) = ([], []) }

    /// Turns aliases that lead back to themselves, which Swift can't express, into unions with one case.
    ///
    /// For example: `Nested: {type: array, items: {$ref: Nested}}` is `enum Nested { case array([Nested]) }`.
    init(breakingCyclesOf declarations: inout Declarations) {
        let edges = declarations.map { $0.shape.aliased?.mentioned.map(\.index) ?? [] }
        for edge in FactGraph(edges).backEdges {
            guard let type = declarations[edge.node].shape.aliased else { continue }
            declarations[edge.node].shape = .union(Union(onlyCase: type, at: declarations[edge.node].place))
        }
        let types = declarations.map(\.shape.aliased)
        let graph = FactGraph(types.map { type in type?.held.map { [$0.index] } ?? [] })
        resolved = graph.facts(from: nil) { node, known in
            guard case .named(let id)? = types[node] else { return types[node] }
            return known[id.index] ?? types[node]
        }
        held = graph.facts(from: nil) { node, known in
            types[node]?.held.flatMap { types[$0.index] == nil ? $0 : known[$0.index] }
        }
    }

    /// Whether a declaration is an alias.
    func contain(_ id: TypeID) -> Bool { resolved[id.index] != nil }

    /// The type behind aliases.
    func resolved(_ type: TypeReference) -> TypeReference {
        if case .named(let id) = type { resolved[id.index] ?? type } else { type }
    }

    /// The declaration other than an alias that a value of a type holds within itself, if there is one.
    func declaration(heldBy type: TypeReference) -> TypeID? {
        type.held.flatMap { contain($0) ? held[$0.index] : $0 }
    }
}

extension TypeDeclaration.Shape {
    /// What an alias is a name of.
    var aliased: TypeReference? { if case .alias(let type) = self { type } else { nil } }
}

extension Union {
    /// A union of arrays or dictionaries alone.
    fileprivate init(onlyCase type: TypeReference, at place: Place?) {
        let isArray = if case .array = type { true } else { false }
        self.init(
            cases: [
                Case(
                    name: Identifier(sanitizing: isArray ? "array" : "dictionary"), type: type,
                    signature: Signature(kind: isArray ? .array : .object), place: place)
            ], selection: .shape)
    }
}

extension TypeReference {
    /// The declaration a value of this type holds within itself, if there is one.
    var held: TypeID? {
        switch self {
        case .scalar, .json, .array, .dictionary: nil
        case .nullable(let inner): inner.held
        case .named(let id): id
        }
    }
}
