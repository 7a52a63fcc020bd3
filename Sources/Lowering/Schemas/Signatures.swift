import ClientModel
import OpenAPI
import YAML

/// What values of a branch look like.
struct Look: Hashable {
    var signature: Union.Signature
    /// The strings the document lists for a member. They only tell branches apart where no two list the same, because a
    /// service may come to send others.
    var choices: [String: [String]] = [:]

    init(_ kind: Union.Signature.Kind) { signature = Union.Signature(kind: kind) }

    init(_ signature: Union.Signature) { self.signature = signature }
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

    private mutating func looks(of flat: Flat, depth: Int) -> [Look] {
        guard depth < 6 else { return [Look(.any)] }
        if let values = flat.values { return kinds(of: values).map { Look($0.jsonKind) } }
        if let union = tellingUnions(flat).first {
            var result: [Look] = []
            for listed in union.branches where !index.isNullOnly(unwrap(listed)) {
                var branch = flatten(Conjunction(unwrap(listed)))
                branch.add(membersOf: flat)
                for look in looks(of: branch, depth: depth + 1) where !result.contains(look) { result.append(look) }
            }
            return result.isEmpty ? [Look(.any)] : result
        }
        let types = types(of: flat)
        if types.isEmpty { return [Look(.any)] }
        return types.map { look($0, flat, depth: depth) }
    }

    private func kinds(of values: Flat.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { ValueKind($0.node) }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private mutating func look(_ type: SchemaType, _ flat: Flat, depth: Int) -> Look {
        switch type {
        case .object: return object(flat)
        case .array:
            let items = simplify(flat.items)
            guard let item = items.first, items.count == 1, flat.prefixItems.isEmpty else { return Look(.array) }
            let looks = looks(of: flatten(Conjunction(item)), depth: depth + 1).map(\.signature)
            let isAny = looks.contains { $0.kind == .any }
            return Look(Union.Signature(kind: .array, items: isAny ? [] : looks))
        default: return Look(Union.Signature.Kind(type))
        }
    }

    private func object(_ flat: Flat) -> Look {
        var look = Look(
            Union.Signature(
                kind: .object, required: flat.required, known: flat.properties.map(\.name),
                isClosed: flat.additionalProperties == .allowed(false)))
        for property in flat.properties {
            let choices = choices(property)
            if !choices.isEmpty { look.choices[property.name] = choices }
            if choices.count == 1 { look.signature.constants[property.name] = choices }
            if let kind = kind(of: property.schemas) { look.signature.kinds[property.name] = kind }
        }
        return look
    }

    /// The strings a member is limited to by its `const` or `enum`; empty where there is none.
    func choices(_ property: Flat.Property) -> [String] {
        for id in property.schemas.map({ unwrap($0) }) {
            guard let nodes = listedNodes(id) else { continue }
            return nodes.compactMap { if case .string(let text) = $0.value { text } else { nil } }
        }
        return []
    }

    private func listedNodes(_ id: SchemaID) -> [Node]? {
        let schema = document.schemas[id.index]
        return schema.constant.map { [$0] } ?? schema.enumeration
    }

    /// The one JSON type of a member, if it has only one.
    private func kind(of schemas: [SchemaID]) -> Union.Signature.Kind? {
        var id = unwrap(schemas[0])
        for _ in 0..<20 {
            guard let inner = index.wrapped(id) else { break }
            id = inner
        }
        let schema = document[id]
        guard schema.oneOf.isEmpty, schema.anyOf.isEmpty else { return nil }
        if let types = schema.types?.filter({ $0 != .null }) {
            return types.count == 1 ? Union.Signature.Kind(types[0]) : nil
        }
        if !schema.properties.isEmpty { return .object }
        return schema.items == nil ? nil : .array
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
