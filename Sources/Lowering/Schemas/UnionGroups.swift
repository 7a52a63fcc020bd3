import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// Branches of which Swift makes one case: all that are strings, or all that are numbers, else each for itself.
struct BranchGroup {
    enum Kind {
        case string, integer, number, boolean, other

        /// What a declaration of such values is called where nothing names it.
        var typeName: String {
            switch self {
            case .string: "Text"
            case .integer: "Integer"
            case .number, .boolean: "Number"
            case .other: "Object"
            }
        }
    }

    var kind: Kind
    var branches: [Branch]
}

/// The JSON types of the branches of unions that are all scalars of one type.
struct ScalarKinds {
    private var known: [SchemaID: BranchGroup.Kind] = [:]

    mutating func kind(of merged: MergedSchema, _ lookup: inout SchemaLookup) -> BranchGroup.Kind {
        guard let union = onlyUnion(merged, lookup.facts) else { return ownKind(merged, lookup.facts) }
        return kind(ofAll: union.branches, &lookup)
    }

    /// The union that alone decides what a schema's values are.
    private func onlyUnion(_ merged: MergedSchema, _ facts: SchemaFacts) -> MergedSchema.UnionKeyword? {
        let unions = facts.distinguishingUnions(merged)
        return unions.count == 1 && merged.properties.isEmpty && merged.values == nil ? unions[0] : nil
    }

    private func ownKind(_ merged: MergedSchema, _ facts: SchemaFacts) -> BranchGroup.Kind {
        guard facts.distinguishingUnions(merged).isEmpty else { return .other }
        let types = merged.allowedTypes
        if let values = merged.values, types.count <= 1 {
            let kinds = Set(values.nodes.compactMap { ValueKind($0.node) })
            guard kinds.count == 1, let kind = kinds.first else { return .other }
            return types == [.string] ? .string : BranchGroup.Kind(kind)
        }
        switch types {
        case [.string]: return .string
        case [.integer]: return .integer
        case [.number], [.integer, .number], [.number, .integer]: return .number
        case [.boolean]: return .boolean
        default: return .other
        }
    }

    /// The branches of a union that are not `null`.
    private func parts(_ branches: [SchemaID], _ facts: SchemaFacts) -> [SchemaID] {
        branches.map { facts.unwrap($0) }.filter { !facts.index.isNullOnly($0) }
    }

    private mutating func kind(ofAll branches: [SchemaID], _ lookup: inout SchemaLookup) -> BranchGroup.Kind {
        let facts = lookup.facts
        let starts = parts(branches, facts)
        var own: [SchemaID: BranchGroup.Kind] = [:]
        let reach = Reach(from: starts) { id in
            if let kind = known[id] {
                own[id] = kind
                return []
            }
            let merged = lookup.mergedSchema(of: Conjunction(id))
            guard let union = onlyUnion(merged, facts) else {
                own[id] = ownKind(merged, facts)
                return []
            }
            return parts(union.branches, facts)
        }
        let graph = reach.graph
        let kinds = graph.facts(from: BranchGroup.Kind?.none) { node, kinds in
            own[reach.nodes[node]] ?? common(graph.edges[node].compactMap { kinds[$0] })
        }
        for (id, kind) in zip(reach.nodes, kinds) { known[id] = kind ?? .other }
        return common(starts.compactMap { known[$0] }) ?? .other
    }

    /// The kind that all are of.
    private func common(_ kinds: [BranchGroup.Kind]) -> BranchGroup.Kind? {
        guard let first = kinds.first else { return nil }
        return kinds.allSatisfy { $0 == first } ? first : .other
    }
}

extension SchemaConverter {
    /// Puts branches of one scalar JSON type together, at the place of the first.
    ///
    /// An open enumeration has room for any string, so `anyOf: [enum, string]` needs no union.
    mutating func groups(of branches: [Branch]) -> [BranchGroup] {
        let kinds = branches.map { unions.scalars.kind(of: $0.merged, &lookup) }
        let hasNumber = kinds.contains(.number)
        var groups: [BranchGroup] = []
        var positions: [BranchGroup.Kind: Int] = [:]
        for (branch, own) in zip(branches, kinds) {
            let kind = own == .integer && hasNumber ? .number : own
            if kind != .other, let index = positions[kind] {
                groups[index].branches.append(branch)
            } else {
                positions[kind] = groups.count
                groups.append(BranchGroup(kind: kind, branches: [branch]))
            }
        }
        return groups
    }

    /// The type of a group, for a schema that has no other.
    mutating func only(_ group: BranchGroup, of conjunction: Conjunction, in slot: inout Slot) -> Lowered {
        if group.branches.count == 1 {
            let branch = group.branches[0]
            if let component = branch.component { return .reference(.named(componentType(component))) }
            let members = Conjunction(branch.members, decided: branch.decided)
            return shape(branch.merged, of: members, in: &slot)
        }
        if group.kind == .boolean { return .reference(.scalar(.boolean)) }
        var listed: [(branch: Branch, values: [KnownValue])] = []
        for branch in group.branches {
            let values = labeled(values(of: branch.merged), by: branch.members.last ?? branch.listed)
            if !values.isEmpty { listed.append((branch, values)) }
        }
        if listed.count == 1, let component = listed[0].branch.component {
            return .reference(.named(componentType(component)))
        }
        guard !listed.isEmpty else { return .reference(.scalar(common(group))) }
        var seen: Set<[UInt8]> = []
        let values = listed.flatMap(\.values).filter { seen.insert(Array($0.text.utf8)).inserted }
        var enumeration = enumeration(of: values)
        enumeration.allowsOthers = listed.count < group.branches.count
        return .declared(.enumeration(enumeration))
    }

    /// The values a scalar schema lists, in itself or in its branches.
    private mutating func values(of merged: MergedSchema) -> [KnownValue] {
        if let values = merged.values { return lookup.distinct(values, merged, canPin: !naming.pins.isEmpty) }
        guard let union = facts.distinguishingUnions(merged).first else { return [] }
        var result: [KnownValue] = []
        _ = Reach(from: union.branches.map { facts.unwrap($0) }) { id in
            let branch = mergedSchema(of: Conjunction(id))
            if let values = branch.values {
                result += labeled(lookup.distinct(values, branch, canPin: !naming.pins.isEmpty), by: id)
                return []
            }
            return facts.distinguishingUnions(branch).first.map { $0.branches.map { facts.unwrap($0) } } ?? []
        }
        return result
    }

    /// The value of a branch that allows no other, called and described as its schema is.
    private func labeled(_ values: [KnownValue], by id: SchemaID) -> [KnownValue] {
        guard values.count == 1, var value = values.first else { return values }
        value.name = value.name ?? facts.document[id].title
        value.description = value.description ?? facts.document[id].description
        return [value]
    }

    /// The scalar that holds the values of all branches of a group.
    private func common(_ group: BranchGroup) -> ScalarType {
        let types = group.branches.map { branch in
            group.kind == .string
                ? facts.scalars.string(branch.merged)
                : facts.scalars.number(branch.merged, isInteger: group.kind == .integer)
        }
        if let first = types.first, types.allSatisfy({ $0 == first }) { return first }
        switch group.kind {
        case .integer: return types.contains(.uint64) ? .decimal : .int64
        case .number:
            // A double holds integers up to 2^53 alone.
            let exact: [ScalarType] = [.decimal, .int64, .uint64]
            return types.contains { exact.contains($0) } ? .decimal : .double
        default: return .string
        }
    }
}

extension BranchGroup.Kind {
    init(_ kind: ValueKind) {
        switch kind {
        case .string: self = .string
        case .integer: self = .integer
        case .number: self = .number
        case .boolean: self = .boolean
        case .structure: self = .other
        }
    }
}
