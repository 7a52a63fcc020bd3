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

extension Lowerer {
    /// Puts branches of one scalar JSON type together, at the place of the first.
    ///
    /// An open enumeration has room for any string, so `anyOf: [enum, string]` needs no union.
    mutating func groups(of branches: [Branch]) -> [BranchGroup] {
        let kinds = branches.map { scalarKind($0.flat, depth: 0) }
        let hasNumber = kinds.contains(.number)
        var groups: [BranchGroup] = []
        for (branch, own) in zip(branches, kinds) {
            let kind = own == .integer && hasNumber ? .number : own
            if kind != .other, let index = groups.firstIndex(where: { $0.kind == kind }) {
                groups[index].branches.append(branch)
            } else {
                groups.append(BranchGroup(kind: kind, branches: [branch]))
            }
        }
        return groups
    }

    private mutating func scalarKind(_ flat: Flat, depth: Int) -> BranchGroup.Kind {
        let unions = tellingUnions(flat)
        if let union = unions.first {
            guard unions.count == 1, flat.properties.isEmpty, flat.values == nil, depth < 6 else { return .other }
            return scalarKind(ofAll: union.branches, depth: depth)
        }
        let types = types(of: flat)
        if let values = flat.values, types.count <= 1 {
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

    private mutating func scalarKind(ofAll branches: [SchemaID], depth: Int) -> BranchGroup.Kind {
        var common: BranchGroup.Kind?
        for id in branches.map({ unwrap($0) }) where !index.isNullOnly(id) {
            let kind = scalarKind(flatten(Conjunction(id)), depth: depth + 1)
            if let common, common != kind { return .other }
            common = kind
        }
        return common ?? .other
    }

    /// The type of a group, for a schema that has no other.
    mutating func only(_ group: BranchGroup, of conjunction: Conjunction, in slot: inout Slot) -> Lowered {
        if group.branches.count == 1 {
            let branch = group.branches[0]
            if let component = branch.component { return .reference(.named(componentType(component))) }
            let members = Conjunction(branch.members, decided: branch.decided)
            return shape(branch.flat, of: members, in: &slot)
        }
        if group.kind == .boolean { return .reference(.scalar(.boolean)) }
        var listed: [(branch: Branch, values: [KnownValue])] = []
        for branch in group.branches {
            let values = values(of: branch.flat, depth: 0)
            if !values.isEmpty { listed.append((branch, values)) }
        }
        if listed.count == 1, let component = listed[0].branch.component {
            return .reference(.named(componentType(component)))
        }
        guard !listed.isEmpty else { return .reference(.scalar(common(group))) }
        var seen: Set<[UInt8]> = []
        let values = listed.flatMap(\.values).filter { seen.insert(Array($0.text.utf8)).inserted }
        return .declared(.enumeration(enumeration(of: values)))
    }

    /// The values a scalar schema lists, in itself or in its branches.
    private mutating func values(of flat: Flat, depth: Int) -> [KnownValue] {
        if let values = flat.values { return distinct(values, flat) }
        guard depth < 6, let union = tellingUnions(flat).first else { return [] }
        var result: [KnownValue] = []
        for id in union.branches.map({ unwrap($0) }) {
            result += values(of: flatten(Conjunction(id)), depth: depth + 1)
        }
        return result
    }

    /// The scalar that holds the values of all branches of a group.
    private func common(_ group: BranchGroup) -> ScalarType {
        let types = group.branches.map { branch in
            group.kind == .string ? string(branch.flat) : number(branch.flat, isInteger: group.kind == .integer)
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
