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

extension Lowerer {
    /// The shapes of a group's values: one, or several where a branch is itself a union.
    mutating func valueShapes(of group: BranchGroup) -> [ValueShape] {
        switch group.kind {
        case .string: return [ValueShape(.string)]
        case .integer: return [ValueShape(.integer)]
        case .number: return [ValueShape(.number)]
        case .boolean: return [ValueShape(.boolean)]
        case .other: return valueShapes(of: group.branches[0].merged, ValueShapeKey(depth: 0))
        }
    }

    /// The shapes of what a walk starts at: those of each schema within it are computed once for each depth.
    private mutating func valueShapes(of merged: MergedSchema, _ start: ValueShapeKey) -> [ValueShape] {
        var mergedSchemas = [start: merged]
        var parts: [ValueShapeParts] = []
        let reach = Reach(from: [start], atMost: 10 * ValueShapeKey.most) { key in
            let own = valueShapeParts(key, &mergedSchemas)
            parts.append(own)
            return own.keys
        }
        guard reach.isComplete else { return [ValueShape(.any)] }
        let graph = reach.graph
        let valueShapes = graph.facts(from: [ValueShape]()) { node, known in
            combined(parts[node], graph.edges[node].map { known[$0] })
        }
        for (key, valueShapes) in zip(reach.nodes, valueShapes) where key.schema != nil && key.beside.isEmpty {
            branchShapes[key] = valueShapes
        }
        return valueShapes[0]
    }

    private mutating func valueShapeParts(_ key: ValueShapeKey, _ mergedSchemas: inout [ValueShapeKey: MergedSchema])
        -> ValueShapeParts
    {
        if let known = branchShapes[key] { return .known(known) }
        guard key.depth < ValueShapeKey.deepest else { return .known([ValueShape(.any)]) }
        let merged =
            mergedSchemas.removeValue(forKey: key) ?? key.schema.map { mergedSchema(of: Conjunction($0)) }
            ?? MergedSchema()
        if let values = merged.values { return .known(kinds(of: values).map { ValueShape($0.jsonKind) }) }
        if let union = distinguishingUnions(merged).first {
            var keys: [ValueShapeKey] = []
            for id in union.branches.map({ unwrap($0) }) where !index.isNullOnly(id) {
                var inner = ValueShapeKey(schema: id, depth: key.depth + 1)
                if !merged.properties.isEmpty {
                    inner.beside = key.beside + [key.schema]
                    var branch = mergedSchema(of: Conjunction(id))
                    branch.add(membersOf: merged)
                    mergedSchemas[inner] = branch
                }
                keys.append(inner)
            }
            return .branches(keys)
        }
        let types = types(of: merged)
        if types.isEmpty { return .known([ValueShape(.any)]) }
        return .types(types, merged, items: items(types, merged, key.depth), entries: entries(types, merged, key.depth))
    }

    private func items(_ types: [SchemaType], _ merged: MergedSchema, _ depth: Int) -> ValueShapeKey? {
        let items = simplify(merged.items)
        guard types.contains(.array), let item = items.first, items.count == 1, merged.prefixItems.isEmpty else {
            return nil
        }
        return ValueShapeKey(schema: item, depth: depth + 2)
    }

    private func entries(_ types: [SchemaType], _ merged: MergedSchema, _ depth: Int) -> ValueShapeKey? {
        guard types.contains(.object), merged.properties.isEmpty, case .schema(let id)? = merged.additionalProperties
        else { return nil }
        return ValueShapeKey(schema: unwrap(id), depth: depth + 2)
    }

    /// The shapes of a schema, by those of its parts.
    private func combined(_ parts: ValueShapeParts, _ inner: [[ValueShape]]) -> [ValueShape] {
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
            return types.map { valueShape($0, merged, items: items, entries: entries) }
        }
    }

    private func kinds(of values: MergedSchema.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { ValueKind($0.node) }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private func valueShape(
        _ type: SchemaType, _ merged: MergedSchema, items: [Union.Signature], entries: [Union.Signature]
    ) -> ValueShape {
        switch type {
        case .object:
            var valueShape = object(merged)
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

    private func object(_ merged: MergedSchema) -> ValueShape {
        var valueShape = ValueShape(.object)
        valueShape.signature.required = merged.required
        valueShape.signature.known = merged.properties.map(\.name)
        valueShape.signature.isClosed = merged.additionalProperties == .allowed(false)
        for property in merged.properties {
            let choices = choices(property)
            if !choices.isEmpty { valueShape.choices[property.name] = choices }
            if choices.count == 1 { valueShape.signature.constants[property.name] = choices }
            if let kind = kind(of: property.schemas) { valueShape.signature.kinds[property.name] = kind }
        }
        return valueShape
    }

    /// The shapes of a member of a branch; none where it may be anything.
    mutating func valueShapes(ofMember name: String, _ merged: MergedSchema) -> [Union.Signature] {
        guard let property = merged.property(name) else { return [] }
        let schemas = simplify(property.schemas)
        let key = ValueShapeKey(schema: schemas.count == 1 ? schemas[0] : nil, depth: 1)
        return described(branchShapes[key] ?? valueShapes(of: mergedSchema(of: Conjunction(schemas)), key))
    }

    /// The values a member is limited to by its `const` and `enum`, as text; empty where it is not, or where one of them is
    /// a list or an object.
    func choices(_ property: MergedSchema.Property) -> [String] {
        var choices: [String]?
        for id in property.schemas.map({ telling($0) }) {
            let schema = document[id]
            guard let nodes = schema.constant.map({ [$0] }) ?? schema.enumeration else { continue }
            let listed = nodes.filter { !$0.isNull }.map(scalarText)
            guard !listed.contains(nil) else { continue }
            let texts = listed.compactMap { $0 }
            choices = choices?.filter(texts.contains) ?? texts
        }
        return choices ?? []
    }

    /// The schema that says what a value is, where those on the way only repeat it.
    private func telling(_ id: SchemaID) -> SchemaID {
        var id = unwrap(id)
        for _ in 0..<20 {
            guard let inner = index.wrapped(id) else { break }
            id = inner
        }
        return id
    }

    /// The one JSON type of a member, if it has only one.
    private func kind(of schemas: [SchemaID]) -> Union.Signature.Kind? {
        for schema in schemas {
            if let kind = document[telling(schema)].jsonKind { return kind }
        }
        return nil
    }
}

extension Schema {
    /// The one JSON type of its values, if it says so itself.
    fileprivate var jsonKind: Union.Signature.Kind? {
        guard self.oneOf.isEmpty, self.anyOf.isEmpty else { return nil }
        if let types = self.types?.filter({ $0 != .null }) {
            return types.count == 1 ? Union.Signature.Kind(types[0]) : nil
        }
        if let nodes = self.constant.map({ [$0] }) ?? self.enumeration {
            let kinds = Set(nodes.compactMap { ValueKind($0) })
            return kinds.count == 1 && !kinds.contains(.structure) ? kinds.first?.jsonKind : nil
        }
        if !self.properties.isEmpty { return .object }
        return self.items == nil ? nil : .array
    }
}

/// A string, number or boolean as text.
private func scalarText(_ node: Node) -> String? {
    switch node.value {
    case .string(let text), .number(let text): text
    case .boolean(let flag): String(flag)
    case .null, .sequence, .mapping: nil
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
