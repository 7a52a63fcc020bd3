import ClientModel
import OpenAPI
import YAML

/// What values of a branch look like.
struct ValueShape: Hashable {
    var signature: Union.Signature
    /// The values the document lists for a member, as text. They distinguish branches for certain only where no two list the
    /// same, because a service may come to send others.
    var choices: [String: [String]] = [:]

    init(_ kind: Union.Signature.Kind) { signature = Union.Signature(kind: kind) }

    init(_ signature: Union.Signature) { self.signature = signature }
}

/// A schema whose values' shapes are wanted, and how far below the branch of a union it stands.
struct ValueShapeKey: Hashable {
    /// `nil` for what the walk starts at, which may be no schema of its own.
    var schema: SchemaID?
    /// What lists it and has members of its own, outermost first: each branch has those too.
    var beside: [SchemaID?] = []
    var depth: Int

    /// A branch that is a union of more counts as anything.
    static let most = 2_000
    /// What stands deeper counts as anything.
    static let deepest = 6
}

/// What the shapes of a schema are made of.
private enum ValueShapeParts {
    case known([ValueShape])
    case branches([ValueShapeKey])
    case types([SchemaType], MergedSchema, items: ValueShapeKey?, entries: ValueShapeKey?)

    var keys: [ValueShapeKey] {
        switch self {
        case .known: []
        case .branches(let keys): keys
        case .types(_, _, let items, let entries): [items, entries].compactMap { $0 }
        }
    }
}

/// The shapes of branches of unions and of their members, each computed once.
struct BranchShapes {
    private var known: [ValueShapeKey: [ValueShape]] = [:]

    /// The shapes of a group's values: one, or several where a branch is itself a union.
    mutating func shapes(of group: BranchGroup, _ lookup: inout SchemaLookup) -> [ValueShape] {
        switch group.kind {
        case .string: return [ValueShape(.string)]
        case .integer: return [ValueShape(.integer)]
        case .number: return [ValueShape(.number)]
        case .boolean: return [ValueShape(.boolean)]
        case .other: return shapes(of: group.branches[0].merged, ValueShapeKey(depth: 0), &lookup)
        }
    }

    /// The shapes of what a walk starts at: those of each schema within it are computed once for each depth.
    private mutating func shapes(
        of merged: MergedSchema, _ start: ValueShapeKey, _ lookup: inout SchemaLookup
    ) -> [ValueShape] {
        var mergedSchemas = [start: merged]
        var parts: [ValueShapeParts] = []
        let reach = Reach(from: [start], atMost: 10 * ValueShapeKey.most) { key in
            let own = self.parts(of: key, &mergedSchemas, &lookup)
            parts.append(own)
            return own.keys
        }
        guard reach.isComplete else { return [ValueShape(.any)] }
        let graph = reach.graph
        let facts = lookup.facts
        let valueShapes = graph.facts(from: [ValueShape]()) { node, shapes in
            combined(parts[node], graph.edges[node].map { shapes[$0] }, facts)
        }
        for (key, valueShapes) in zip(reach.nodes, valueShapes) where key.schema != nil && key.beside.isEmpty {
            known[key] = valueShapes
        }
        return valueShapes[0]
    }

    private func parts(
        of key: ValueShapeKey, _ mergedSchemas: inout [ValueShapeKey: MergedSchema], _ lookup: inout SchemaLookup
    ) -> ValueShapeParts {
        let facts = lookup.facts
        if let known = known[key] { return .known(known) }
        guard key.depth < ValueShapeKey.deepest else { return .known([ValueShape(.any)]) }
        let merged =
            mergedSchemas.removeValue(forKey: key) ?? key.schema.map { lookup.mergedSchema(of: Conjunction($0)) }
            ?? MergedSchema()
        if let values = merged.values { return .known(kinds(of: values).map { ValueShape($0.jsonKind) }) }
        if let union = facts.distinguishingUnions(merged).first {
            var keys: [ValueShapeKey] = []
            for id in union.branches.map({ facts.unwrap($0) }) where !facts.index.isNullOnly(id) {
                var inner = ValueShapeKey(schema: id, depth: key.depth + 1)
                if !merged.properties.isEmpty {
                    inner.beside = key.beside + [key.schema]
                    var branch = lookup.mergedSchema(of: Conjunction(id))
                    branch.add(membersOf: merged)
                    mergedSchemas[inner] = branch
                }
                keys.append(inner)
            }
            return .branches(keys)
        }
        let types = merged.allowedTypes
        if types.isEmpty { return .known([ValueShape(.any)]) }
        return .types(
            types, merged, items: items(types, merged, key.depth, facts),
            entries: entries(types, merged, key.depth, facts))
    }

    private func items(
        _ types: [SchemaType], _ merged: MergedSchema, _ depth: Int, _ facts: SchemaFacts
    ) -> ValueShapeKey? {
        let items = facts.simplify(merged.items)
        guard types.contains(.array), let item = items.first, items.count == 1, merged.prefixItems.isEmpty else {
            return nil
        }
        return ValueShapeKey(schema: item, depth: depth + 2)
    }

    private func entries(
        _ types: [SchemaType], _ merged: MergedSchema, _ depth: Int, _ facts: SchemaFacts
    ) -> ValueShapeKey? {
        guard types.contains(.object), merged.properties.isEmpty, case .schema(let id)? = merged.additionalProperties
        else { return nil }
        return ValueShapeKey(schema: facts.unwrap(id), depth: depth + 2)
    }

    /// The shapes of a schema, by those of its parts.
    private func combined(
        _ parts: ValueShapeParts, _ inner: [[ValueShape]], _ facts: SchemaFacts
    ) -> [ValueShape] {
        switch parts {
        case .known(let valueShapes): return valueShapes
        case .branches:
            var result: [ValueShape] = []
            var seen: Set<ValueShape> = []
            for valueShapes in inner {
                for valueShape in valueShapes where seen.insert(valueShape).inserted { result.append(valueShape) }
                if result.count > ValueShapeKey.most { return [ValueShape(.any)] }
            }
            return result.isEmpty ? [ValueShape(.any)] : result
        case .types(let types, let merged, let items, let entries):
            let items = items.map { _ in described(inner[0]) } ?? []
            let entries = entries.flatMap { _ in inner.last.map { described($0) } } ?? []
            return types.map { valueShape($0, merged, items: items, entries: entries, facts) }
        }
    }

    private func kinds(of values: MergedSchema.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { ValueKind($0.node) }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private func valueShape(
        _ type: SchemaType, _ merged: MergedSchema, items: [Union.Signature], entries: [Union.Signature],
        _ facts: SchemaFacts
    ) -> ValueShape {
        switch type {
        case .object:
            var valueShape = object(merged, facts)
            valueShape.signature.items = entries
            return valueShape
        case .array:
            var signature = Union.Signature(kind: .array)
            signature.items = items
            return ValueShape(signature)
        default: return ValueShape(Union.Signature.Kind(type))
        }
    }

    /// The signatures of shapes; none where one of them is any.
    private func described(_ valueShapes: [ValueShape]) -> [Union.Signature] {
        valueShapes.contains { $0.signature.kind == .any } ? [] : valueShapes.map(\.signature)
    }

    private func object(_ merged: MergedSchema, _ facts: SchemaFacts) -> ValueShape {
        var valueShape = ValueShape(.object)
        valueShape.signature.required = merged.required
        valueShape.signature.known = merged.properties.map(\.name)
        valueShape.signature.isClosed = merged.additionalProperties == .allowed(false)
        for property in merged.properties {
            let choices = facts.choices(property)
            if !choices.isEmpty { valueShape.choices[property.name] = choices }
            if choices.count == 1 { valueShape.signature.constants[property.name] = choices }
            if let kind = facts.kind(of: property.schemas) { valueShape.signature.kinds[property.name] = kind }
        }
        return valueShape
    }

    /// The shapes of a member of a branch; none where it may be anything.
    mutating func shapes(
        ofMember name: String, _ merged: MergedSchema, _ lookup: inout SchemaLookup
    ) -> [Union.Signature] {
        guard let property = merged.property(name) else { return [] }
        let schemas = lookup.facts.simplify(property.schemas)
        let key = ValueShapeKey(schema: schemas.count == 1 ? schemas[0] : nil, depth: 1)
        if let known = known[key] { return described(known) }
        return described(shapes(of: lookup.mergedSchema(of: Conjunction(schemas)), key, &lookup))
    }
}

extension ValueKind {
    /// `nil` for `null`.
    init?(_ node: Node) {
        switch node.value {
        case .null: return nil
        case .string: self = .string
        case .number(let text): self = Int64(text) == nil ? .number : .integer
        case .boolean: self = .boolean
        case .sequence, .mapping: self = .structure
        }
    }
}

extension Union.Signature.Kind {
    init(_ type: SchemaType) {
        switch type {
        case .null: self = .null
        case .boolean: self = .boolean
        case .integer: self = .integer
        case .number: self = .number
        case .string: self = .string
        case .array: self = .array
        case .object: self = .object
        }
    }
}
