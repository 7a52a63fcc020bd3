import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// Branches of which Swift makes one case: all that are strings, or all that are numbers, else each for itself.
struct BranchGroup {
    enum Kind { case string, integer, number, boolean, other }

    var kind: Kind
    var branches: [Branch]
}

extension Lowerer {
    /// Puts branches of one scalar JSON type together, at the place of the first.
    ///
    /// An open enumeration has room for any string, so `anyOf: [enum, string]` needs no union.
    func groups(of branches: [Branch]) -> [BranchGroup] {
        let hasNumber = branches.contains { scalarKind($0.flat) == .number }
        var groups: [BranchGroup] = []
        for branch in branches {
            var kind = scalarKind(branch.flat)
            if kind == .integer, hasNumber { kind = .number }
            if kind != .other, let index = groups.firstIndex(where: { $0.kind == kind }) {
                groups[index].branches.append(branch)
            } else {
                groups.append(BranchGroup(kind: kind, branches: [branch]))
            }
        }
        return groups
    }

    private func scalarKind(_ flat: Flat) -> BranchGroup.Kind {
        guard tellingUnions(flat).isEmpty else { return .other }
        let types = types(of: flat)
        if let values = flat.values, types.count <= 1 {
            let kinds = Set(values.nodes.map { kind(of: $0.node) }).subtracting([nil])
            guard kinds.count == 1, let kind = kinds.first, let kind else { return .other }
            return types == [.string] ? .string : kind
        }
        switch types {
        case [.string]: return .string
        case [.integer]: return .integer
        case [.number], [.integer, .number], [.number, .integer]: return .number
        case [.boolean]: return .boolean
        default: return .other
        }
    }

    /// The type of a group, for a schema that has no other.
    mutating func only(_ group: BranchGroup, of conjunction: Conjunction, in slot: inout Slot) -> Lowered {
        if group.branches.count == 1 {
            let branch = group.branches[0]
            if let component = branch.component { return .reference(.named(componentType(component))) }
            let members = Conjunction(branch.members, decided: branch.decided)
            return shape(branch.flat, of: members, in: &slot)
        }
        let listed = group.branches.filter { $0.flat.values != nil }
        if listed.count == 1, let component = listed[0].component {
            return .reference(.named(componentType(component)))
        }
        if group.kind == .boolean { return .reference(.scalar(.boolean)) }
        if !listed.isEmpty {
            let values = union(of: listed)
            if !values.isEmpty { return .declared(.enumeration(enumeration(of: values))) }
        }
        return .reference(.scalar(common(group)))
    }

    private mutating func union(of listed: [Branch]) -> [KnownValue] {
        var result: [KnownValue] = []
        var seen: Set<[UInt8]> = []
        for branch in listed {
            guard let values = branch.flat.values else { continue }
            for value in distinct(values, branch.flat) where seen.insert(Array(value.text.utf8)).inserted {
                result.append(value)
            }
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
        case .number: return types.contains(.decimal) ? .decimal : .double
        default: return .string
        }
    }
}

extension Lowerer {
    fileprivate func kind(of node: Node) -> BranchGroup.Kind? {
        switch node.value {
        case .null: nil
        case .string: .string
        case .number(let text): Int64(text) == nil ? .number : .integer
        case .boolean: .boolean
        case .sequence, .mapping: .other
        }
    }
}
