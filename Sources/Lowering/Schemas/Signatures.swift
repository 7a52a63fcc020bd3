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

/// A schema and how far below the branch of a union it is looked at.
struct LookKey: Hashable {
    var schema: SchemaID
    var depth: Int

    /// A branch that is a union of more counts as anything.
    static let most = 2_000
}

extension Lowerer {
    /// The looks of a group's values: one, or several where a branch is itself a union.
    mutating func looks(of group: BranchGroup) -> [Look] {
        switch group.kind {
        case .string: return [Look(.string)]
        case .integer: return [Look(.integer)]
        case .number: return [Look(.number)]
        case .boolean: return [Look(.boolean)]
        case .other: return looks(of: group.branches[0].flat, depth: 0)
        }
    }

    /// The looks of a single schema's values, computed once for each depth.
    private mutating func looks(of id: SchemaID, depth: Int) -> [Look] {
        let key = LookKey(schema: id, depth: depth)
        if let known = branchLooks[key] { return known }
        let looks = looks(of: flatten(Conjunction(id)), depth: depth)
        branchLooks[key] = looks
        return looks
    }

    private mutating func looks(of flat: Flat, depth: Int) -> [Look] {
        guard depth < 6 else { return [Look(.any)] }
        if let values = flat.values { return kinds(of: values).map { Look($0.jsonKind) } }
        if let union = tellingUnions(flat).first {
            var result: [Look] = []
            var seen: Set<Look> = []
            for id in union.branches.map({ unwrap($0) }) where !index.isNullOnly(id) {
                for look in looks(ofBranch: id, beside: flat, depth: depth + 1) where seen.insert(look).inserted {
                    result.append(look)
                }
                if result.count > LookKey.most { return [Look(.any)] }
            }
            return result.isEmpty ? [Look(.any)] : result
        }
        let types = types(of: flat)
        if types.isEmpty { return [Look(.any)] }
        return types.map { look($0, flat, depth: depth) }
    }

    private mutating func looks(ofBranch id: SchemaID, beside flat: Flat, depth: Int) -> [Look] {
        if flat.properties.isEmpty { return looks(of: id, depth: depth) }
        var branch = flatten(Conjunction(id))
        branch.add(membersOf: flat)
        return looks(of: branch, depth: depth)
    }

    private func kinds(of values: Flat.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { ValueKind($0.node) }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private mutating func look(_ type: SchemaType, _ flat: Flat, depth: Int) -> Look {
        switch type {
        case .object: return object(flat, depth: depth)
        case .array:
            let items = simplify(flat.items)
            guard let item = items.first, items.count == 1, flat.prefixItems.isEmpty else { return Look(.array) }
            var signature = Union.Signature(kind: .array)
            signature.items = described(looks(of: item, depth: depth + 2))
            return Look(signature)
        default: return Look(Union.Signature.Kind(type))
        }
    }

    /// The signatures of looks; none where one of them is any.
    private func described(_ looks: [Look]) -> [Union.Signature] {
        looks.contains { $0.signature.kind == .any } ? [] : looks.map(\.signature)
    }

    private mutating func object(_ flat: Flat, depth: Int) -> Look {
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
        if flat.properties.isEmpty, case .schema(let id)? = flat.additionalProperties {
            look.signature.items = described(looks(of: unwrap(id), depth: depth + 2))
        }
        return look
    }

    /// The looks of a member of a branch; none where it may be anything.
    mutating func looks(ofMember name: String, _ flat: Flat) -> [Union.Signature] {
        guard let property = flat.property(name) else { return [] }
        let schemas = simplify(property.schemas)
        if schemas.count == 1 { return described(looks(of: schemas[0], depth: 1)) }
        return described(looks(of: flatten(Conjunction(schemas)), depth: 1))
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
