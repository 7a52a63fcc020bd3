import ClientModel
import OpenAPI

/// A Swift type and whether `null` may stand in its place.
struct TypeUse {
    var type: TypeReference
    var isNullable = false
}

extension Lowerer {
    /// The schemas that decide the type of a value which must satisfy all of `members`: wrappers that only add
    /// documentation or limits are taken off, and schemas that say nothing are left out beside others that do.
    func simplify(_ members: [SchemaID]) -> [SchemaID] {
        if members.count == 1 { return [unwrap(members[0])] }
        var result: [SchemaID] = []
        for member in members.map({ unwrap($0) }) where !result.contains(member) { result.append(member) }
        let telling = result.filter { !index.isVacuous($0) }
        if telling.isEmpty { return Array(result.prefix(1)) }
        // An object that says no more than that it is one adds nothing to another.
        let full = telling.filter { !index.isBareType($0) }
        return telling.filter { !index.isBareType($0) || narrows($0, full, telling) }
    }

    /// Whether a `type` alone says more than the other schemas, or contradicts one of them.
    private func narrows(_ id: SchemaID, _ full: [SchemaID], _ all: [SchemaID]) -> Bool {
        let types = document[id].types?.filter { $0 != .null } ?? []
        let others = full.isEmpty ? all.prefix { $0 != id } : full[...]
        return others.allSatisfy { other in
            guard let known = document[other].types?.filter({ $0 != .null }), !known.isEmpty else { return false }
            return !known.allSatisfy(types.contains)
        }
    }

    /// Follows wrappers to the schema that gives the type, up to the first component.
    func unwrap(_ id: SchemaID) -> SchemaID {
        var id = id
        for _ in 0..<100 {
            if isComponent(id) { return id }
            guard let inner = index.wrapped(id) else { return id }
            id = inner
        }
        return id
    }

    func isComponent(_ id: SchemaID) -> Bool { componentNames[id.index] != nil }

    /// The key of a component schema.
    func componentName(_ id: SchemaID) -> String? { componentNames[id.index] }
}
