@_spi(Naming) import ClientModel

/// The declarations that values hold within themselves, aliases looked through. No value holds itself, because only breaking cycles gives this
/// value.
struct HeldTypes {
    /// Structures and unions, by the structures and unions they hold directly.
    private(set) var graph = FactGraph([])
    private var aliases = Aliases()

    init() {}

    /// Marks members and payloads as indirect so that no value contains itself. Arrays and dictionaries need nothing, as
    /// they hold their elements elsewhere. Aliases are looked through: they have no storage to make indirect.
    init(breakingCyclesOf declarations: inout Declarations, _ aliases: Aliases) {
        self.aliases = aliases
        let starts = declarations.indices.compactMap { aliases.declaration(heldBy: .named(TypeID($0)))?.index }
        let edges = declarations.map { Self.heldParts(of: $0.shape, aliases) }
        graph = FactGraph(edges.map { $0.map(\.target) }, startingAt: starts)
        if graph.backEdges.isEmpty { return }
        for edge in graph.backEdges {
            declarations[edge.node].shape.makeIndirect(edges[edge.node][edge.position].position)
        }
        graph = FactGraph(
            declarations.map { Self.heldParts(of: $0.shape, aliases).map(\.target) }, startingAt: starts)
    }

    private static func heldParts(
        of shape: TypeDeclaration.Shape, _ aliases: Aliases
    ) -> [(target: Int, position: Int)] {
        if case .alias = shape { return [] }
        var parts: [(target: Int, position: Int)] = []
        for (position, part) in shape.heldParts.enumerated() where !part.isIndirect {
            if let target = aliases.declaration(heldBy: part.type)?.index { parts.append((target, position)) }
        }
        return parts
    }

    /// The declaration a value of a type consists of.
    func target(_ type: TypeReference) -> Int? { aliases.declaration(heldBy: type)?.index }
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
