import ClientModel
import OpenAPI
import YAML

/// What values of a branch look like.
struct Look: Hashable {
    var signature: Union.Signature
    /// The values the document lists for a member, as text. They only tell branches apart for certain where no two list the
    /// same, because a service may come to send others.
    var choices: [String: [String]] = [:]

    init(_ kind: Union.Signature.Kind) { signature = Union.Signature(kind: kind) }

    init(_ signature: Union.Signature) { self.signature = signature }
}

/// A schema whose values' looks are wanted, and how far below the branch of a union it stands.
struct LookKey: Hashable {
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

/// What the looks of a schema are made of.
private enum LookParts {
    case known([Look])
    case branches([LookKey])
    case types([SchemaType], Flat, items: LookKey?, entries: LookKey?)

    var keys: [LookKey] {
        switch self {
        case .known: []
        case .branches(let keys): keys
        case .types(_, _, let items, let entries): [items, entries].compactMap { $0 }
        }
    }
}

extension Lowerer {
    /// The looks of a group's values: one, or several where a branch is itself a union.
    mutating func looks(of group: BranchGroup) -> [Look] {
        switch group.kind {
        case .string: return [Look(.string)]
        case .integer: return [Look(.integer)]
        case .number: return [Look(.number)]
        case .boolean: return [Look(.boolean)]
        case .other: return looks(of: group.branches[0].flat, LookKey(depth: 0))
        }
    }

    /// The looks of what a walk starts at: those of each schema within it are computed once for each depth.
    private mutating func looks(of flat: Flat, _ start: LookKey) -> [Look] {
        var flats = [start: flat]
        var parts: [LookParts] = []
        let reach = Reach(from: [start], atMost: 10 * LookKey.most) { key in
            let own = lookParts(key, &flats)
            parts.append(own)
            return own.keys
        }
        guard reach.isComplete else { return [Look(.any)] }
        let graph = reach.graph
        let looks = graph.facts(from: [Look]()) { node, known in
            combined(parts[node], graph.edges[node].map { known[$0] })
        }
        for (key, looks) in zip(reach.nodes, looks) where key.schema != nil && key.beside.isEmpty {
            branchLooks[key] = looks
        }
        return looks[0]
    }

    private mutating func lookParts(_ key: LookKey, _ flats: inout [LookKey: Flat]) -> LookParts {
        if let known = branchLooks[key] { return .known(known) }
        guard key.depth < LookKey.deepest else { return .known([Look(.any)]) }
        let flat = flats.removeValue(forKey: key) ?? key.schema.map { flatten(Conjunction($0)) } ?? Flat()
        if let values = flat.values { return .known(kinds(of: values).map { Look($0.jsonKind) }) }
        if let union = tellingUnions(flat).first {
            var keys: [LookKey] = []
            for id in union.branches.map({ unwrap($0) }) where !index.isNullOnly(id) {
                var inner = LookKey(schema: id, depth: key.depth + 1)
                if !flat.properties.isEmpty {
                    inner.beside = key.beside + [key.schema]
                    var branch = flatten(Conjunction(id))
                    branch.add(membersOf: flat)
                    flats[inner] = branch
                }
                keys.append(inner)
            }
            return .branches(keys)
        }
        let types = types(of: flat)
        if types.isEmpty { return .known([Look(.any)]) }
        return .types(types, flat, items: items(types, flat, key.depth), entries: entries(types, flat, key.depth))
    }

    private func items(_ types: [SchemaType], _ flat: Flat, _ depth: Int) -> LookKey? {
        let items = simplify(flat.items)
        guard types.contains(.array), let item = items.first, items.count == 1, flat.prefixItems.isEmpty else {
            return nil
        }
        return LookKey(schema: item, depth: depth + 2)
    }

    private func entries(_ types: [SchemaType], _ flat: Flat, _ depth: Int) -> LookKey? {
        guard types.contains(.object), flat.properties.isEmpty, case .schema(let id)? = flat.additionalProperties
        else { return nil }
        return LookKey(schema: unwrap(id), depth: depth + 2)
    }

    /// The looks of a schema, by those of its parts.
    private func combined(_ parts: LookParts, _ inner: [[Look]]) -> [Look] {
        switch parts {
        case .known(let looks): return looks
        case .branches:
            var result: [Look] = []
            var seen: Set<Look> = []
            for looks in inner {
                for look in looks where seen.insert(look).inserted { result.append(look) }
                if result.count > LookKey.most { return [Look(.any)] }
            }
            return result.isEmpty ? [Look(.any)] : result
        case .types(let types, let flat, let items, let entries):
            let items = items.map { _ in described(inner[0]) } ?? []
            let entries = entries.flatMap { _ in inner.last.map { described($0) } } ?? []
            return types.map { look($0, flat, items: items, entries: entries) }
        }
    }

    private func kinds(of values: Flat.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { ValueKind($0.node) }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private func look(
        _ type: SchemaType, _ flat: Flat, items: [Union.Signature], entries: [Union.Signature]
    ) -> Look {
        switch type {
        case .object:
            var look = object(flat)
            look.signature.items = entries
            return look
        case .array:
            var signature = Union.Signature(kind: .array)
            signature.items = items
            return Look(signature)
        default: return Look(Union.Signature.Kind(type))
        }
    }

    /// The signatures of looks; none where one of them is any.
    private func described(_ looks: [Look]) -> [Union.Signature] {
        looks.contains { $0.signature.kind == .any } ? [] : looks.map(\.signature)
    }

    private func object(_ flat: Flat) -> Look {
        var look = Look(.object)
        look.signature.required = flat.required
        look.signature.known = flat.properties.map(\.name)
        look.signature.isClosed = flat.additionalProperties == .allowed(false)
        for property in flat.properties {
            let choices = choices(property)
            if !choices.isEmpty { look.choices[property.name] = choices }
            if choices.count == 1 { look.signature.constants[property.name] = choices }
            if let kind = kind(of: property.schemas) { look.signature.kinds[property.name] = kind }
        }
        return look
    }

    /// The looks of a member of a branch; none where it may be anything.
    mutating func looks(ofMember name: String, _ flat: Flat) -> [Union.Signature] {
        guard let property = flat.property(name) else { return [] }
        let schemas = simplify(property.schemas)
        let key = LookKey(schema: schemas.count == 1 ? schemas[0] : nil, depth: 1)
        return described(branchLooks[key] ?? looks(of: flatten(Conjunction(schemas)), key))
    }

    /// The values a member is limited to by its `const` and `enum`, as text; empty where it is not, or where one of them is
    /// a list or an object.
    func choices(_ property: Flat.Property) -> [String] {
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
