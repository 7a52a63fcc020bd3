import ClientModel
import OpenAPI
import YAML

extension Lowerer {
    /// The looks of a group's values: one, or several where a branch is itself a union.
    mutating func signatures(of group: BranchGroup) -> [Union.Signature] {
        switch group.kind {
        case .string: return [Union.Signature(kind: .string)]
        case .integer: return [Union.Signature(kind: .integer)]
        case .number: return [Union.Signature(kind: .number)]
        case .boolean: return [Union.Signature(kind: .boolean)]
        case .other: return signatures(of: group.branches[0].flat, depth: 0)
        }
    }

    private mutating func signatures(of flat: Flat, depth: Int) -> [Union.Signature] {
        guard depth < 6 else { return [Union.Signature(kind: .any)] }
        if let values = flat.values {
            return kinds(of: values).map { Union.Signature(kind: $0.jsonKind) }
        }
        let unions = tellingUnions(flat)
        if let union = unions.first {
            var result: [Union.Signature] = []
            for listed in union.branches where !isNullOnly(document[unwrap(listed)]) {
                let inner = Conjunction(unwrap(listed))
                var branch = flatten(inner)
                for property in flat.properties {
                    for (schema, origin) in zip(property.schemas, property.origins) {
                        branch.add(property.name, at: property.place, schema, of: origin)
                    }
                }
                for signature in signatures(of: branch, depth: depth + 1) where !result.contains(signature) {
                    result.append(signature)
                }
            }
            return result.isEmpty ? [Union.Signature(kind: .any)] : result
        }
        let types = types(of: flat)
        if types.isEmpty { return [Union.Signature(kind: .any)] }
        return types.map { signature($0, flat, depth: depth) }
    }

    private func kinds(of values: Flat.Values) -> [ValueKind] {
        let found = values.nodes.compactMap { (node, _) -> ValueKind? in
            switch node.value {
            case .null: nil
            case .string: .string
            case .number(let text): Int64(text) == nil ? .number : .integer
            case .boolean: .boolean
            case .sequence, .mapping: .structure
            }
        }
        let kinds = ValueKind.allCases.filter(found.contains)
        return kinds.isEmpty ? [.structure] : kinds
    }

    private mutating func signature(_ type: SchemaType, _ flat: Flat, depth: Int) -> Union.Signature {
        switch type {
        case .null: return Union.Signature(kind: .null)
        case .boolean: return Union.Signature(kind: .boolean)
        case .integer: return Union.Signature(kind: .integer)
        case .number: return Union.Signature(kind: .number)
        case .string: return Union.Signature(kind: .string)
        case .array:
            let items = simplify(flat.items)
            guard let item = items.first, items.count == 1, flat.prefixItems.isEmpty else {
                return Union.Signature(kind: .array)
            }
            let looks = signatures(of: flatten(Conjunction(item)), depth: depth + 1)
            return Union.Signature(kind: .array, items: looks.contains { $0.kind == .any } ? [] : looks)
        case .object: return object(flat)
        }
    }

    private func object(_ flat: Flat) -> Union.Signature {
        var constants: [String: [String]] = [:]
        var kinds: [String: Union.Signature.Kind] = [:]
        for property in flat.properties {
            let values = self.constants(property.name, flat)
            if !values.isEmpty { constants[property.name] = values }
            if let kind = kind(of: property.schemas) { kinds[property.name] = kind }
        }
        return Union.Signature(
            kind: .object, required: flat.required, known: flat.properties.map(\.name), constants: constants,
            kinds: kinds, isClosed: flat.additionalProperties == .allowed(false))
    }

    /// The one JSON type of a member, if it has only one.
    private func kind(of schemas: [SchemaID]) -> Union.Signature.Kind? {
        var id = unwrap(schemas[0])
        for _ in 0..<20 {
            guard let inner = wrapped(id) else { break }
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
