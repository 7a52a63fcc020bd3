@_spi(Naming) import ClientModel
import Diagnostics

extension Lowerer {
    /// Marks members and payloads as indirect so that no value contains itself. Arrays and dictionaries need nothing, as
    /// they hold their elements elsewhere. Aliases are looked through: they have no storage to make indirect.
    mutating func breakCycles() {
        let held = HeldTypes(drafts.map(\.shape))
        for edge in held.graph.backEdges {
            drafts[edge.node].shape.makeIndirect(held.positions[edge.node][edge.position])
        }
    }

    /// A type alias that leads back to itself has no Swift form: it becomes a union with the one case.
    ///
    /// For example: `Nested: {type: array, items: {$ref: Nested}}` is `enum Nested { case array([Nested]) }`.
    mutating func breakAliasCircles() {
        let edges = drafts.map { draft -> [Int] in
            guard case .alias(let type) = draft.shape else { return [] }
            return type.mentioned.map(\.index)
        }
        for edge in FactGraph(edges).backEdges {
            guard case .alias(let type) = drafts[edge.node].shape else { continue }
            drafts[edge.node].shape = .union(Union(onlyCase: type, at: drafts[edge.node].place))
        }
    }
}

/// The declarations that values hold within themselves, aliases looked through.
struct HeldTypes {
    /// Structures and unions, by the structures and unions they hold directly.
    let graph: FactGraph
    /// The position in `heldParts` of each edge of ``graph``.
    let positions: [[Int]]
    /// What each declaration is once aliases are gone; `nil` for an alias of a scalar, an array or a dictionary.
    private let targets: [Int?]

    /// - Parameter shapes: Those of all declarations; no alias may lead back to itself.
    init(_ shapes: [TypeDeclaration.Shape]) {
        let aliases = FactGraph(
            shapes.map { shape in
                if case .alias(let type) = shape { type.held.map { [$0.index] } ?? [] } else { [] }
            })
        let targets = aliases.facts(from: Int?.none) { node, known in
            if case .alias = shapes[node] { aliases.edges[node].first.flatMap { known[$0] } } else { node }
        }
        var edges: [[Int]] = []
        var positions: [[Int]] = []
        for shape in shapes {
            var own: [(target: Int, position: Int)] = []
            if case .alias = shape {
            } else {
                for (position, part) in shape.heldParts.enumerated() where !part.isIndirect {
                    if let target = part.type.held.flatMap({ targets[$0.index] }) { own.append((target, position)) }
                }
            }
            edges.append(own.map(\.target))
            positions.append(own.map(\.position))
        }
        graph = FactGraph(edges, startingAt: targets.compactMap { $0 })
        self.positions = positions
        self.targets = targets
    }

    /// The declaration a value of a type consists of.
    func target(_ type: TypeReference) -> Int? { type.held.flatMap { targets[$0.index] } }
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

extension TypeDeclaration.Shape {
    /// The parts a value holds within itself or by reference: properties, payloads, the target of an alias.
    var heldParts: [(type: TypeReference, isIndirect: Bool)] {
        switch self {
        case .structure(let structure): structure.properties.map { ($0.type, $0.isIndirect) }
        case .union(let union): union.cases.map { ($0.type, $0.isIndirect) }
        case .alias(let type): [(type, false)]
        case .enumeration: []
        }
    }

    /// Has the part at a position of ``heldParts`` held by reference; an alias has no place for that.
    mutating func makeIndirect(_ position: Int) {
        switch self {
        case .structure(var structure):
            structure.properties[position].isIndirect = true
            self = .structure(structure)
        case .union(var union):
            union.cases[position].isIndirect = true
            self = .union(union)
        case .alias, .enumeration: break
        }
    }
}
