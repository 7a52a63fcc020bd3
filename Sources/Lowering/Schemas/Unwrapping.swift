import ClientModel
import OpenAPI
import YAML

/// A Swift type and whether `null` may stand in its place.
struct Use {
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
        let telling = result.filter { !isVacuous(document[$0]) }
        if telling.isEmpty { return Array(result.prefix(1)) }
        // An object that says no more than that it is one adds nothing to another.
        let full = telling.filter { !isBareType(document[$0]) }
        return full.isEmpty ? Array(telling.prefix(1)) : full
    }

    /// Follows wrappers to the schema that gives the type, up to the first component.
    func unwrap(_ id: SchemaID) -> SchemaID {
        var id = id
        for _ in 0..<100 {
            if isComponent(id) { return id }
            guard let inner = wrapped(id) else { return id }
            id = inner
        }
        return id
    }

    /// The schema that `id` only wraps, if that is all it does.
    ///
    /// For example: `{allOf: [{$ref: X}], description: …}`, `{$ref: X, nullable: true}`, `{anyOf: [X, {type: null}]}`.
    func wrapped(_ id: SchemaID) -> SchemaID? {
        let schema = document[id]
        guard schema.reference != nil || !schema.allOf.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty,
            !hasStructure(schema)
        else { return nil }
        let parts = ((schema.reference.map { [$0] } ?? []) + schema.allOf).filter { !isVacuous(document[$0]) }
        guard parts.count <= 1 else { return nil }
        let inner: SchemaID
        if schema.oneOf.isEmpty, schema.anyOf.isEmpty {
            guard let part = parts.first else { return nil }
            inner = part
        } else {
            guard parts.isEmpty, schema.oneOf.isEmpty || schema.anyOf.isEmpty,
                let branch = onlyBranch(schema.oneOf + schema.anyOf)
            else { return nil }
            inner = branch
        }
        return agrees(schema, with: inner) ? inner : nil
    }

    private func onlyBranch(_ branches: [SchemaID]) -> SchemaID? {
        let others = branches.filter { !isNullOnly(document[$0]) }
        guard let first = others.first, others.allSatisfy({ $0 == first }) else { return nil }
        return first
    }

    /// Whether the wrapper's own `type` and `required` leave the inner schema as it is.
    private func agrees(_ wrapper: Schema, with inner: SchemaID) -> Bool {
        let types = wrapper.types?.filter { $0 != .null } ?? []
        guard !types.isEmpty || !wrapper.required.isEmpty else { return true }
        var target = document[inner]
        for _ in 0..<100 where target.types == nil {
            guard let next = target.reference ?? (target.allOf.count == 1 ? target.allOf[0] : nil) else { break }
            target = document[next]
        }
        if let inherited = target.types?.filter({ $0 != .null }) {
            guard types.isEmpty || inherited.allSatisfy(types.contains) else { return false }
        } else if !types.isEmpty, types != [.object] || (target.properties.isEmpty && target.allOf.isEmpty) {
            return false
        }
        let required = Set(target.required.map(\.name))
        return wrapper.required.allSatisfy { required.contains($0.name) }
    }

    /// Whether a schema has keywords of its own that make or change a type, other than `type`, `required` and the
    /// combining ones.
    private func hasStructure(_ schema: Schema) -> Bool {
        schema.enumeration != nil || schema.constant != nil || !schema.properties.isEmpty || schema.items != nil
            || !schema.prefixItems.isEmpty || !schema.patternProperties.isEmpty || schema.boolean == false
            || (schema.additionalProperties.map { if case .schema = $0 { true } else { false } } ?? false)
    }

    /// Whether a schema allows everything.
    func isVacuous(_ schema: Schema) -> Bool {
        isBareType(schema) && schema.types == nil
    }

    /// Whether a schema has a `type` at most.
    func isBareType(_ schema: Schema) -> Bool {
        schema.reference == nil && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.required.isEmpty && schema.format == nil && schema.additionalProperties == nil
            && schema.discriminator == nil && !hasStructure(schema)
    }

    /// Whether a schema's only value is `null`.
    func isNullOnly(_ schema: Schema) -> Bool {
        if let types = schema.types, types.allSatisfy({ $0 == .null }), !types.isEmpty { return true }
        guard let nodes = schema.constant.map({ [$0] }) ?? schema.enumeration, !nodes.isEmpty else { return false }
        return nodes.allSatisfy { $0.isNull }
    }

    /// Whether `null` is one of several values a schema allows.
    func isNullable(_ id: SchemaID, depth: Int = 0) -> Bool {
        guard depth < 50 else { return false }
        let schema = document[id]
        if schema.isNullable { return true }
        if schema.types != nil { return false }
        if let nodes = schema.constant.map({ [$0] }) ?? schema.enumeration { return nodes.contains { $0.isNull } }
        let branches = schema.oneOf + schema.anyOf
        if !branches.isEmpty {
            return branches.contains { isNullOnly(document[$0]) || isNullable($0, depth: depth + 1) }
        }
        let all = (schema.reference.map { [$0] } ?? []) + schema.allOf
        let parts = all.filter { !isVacuous(document[$0]) }
        if all.contains(where: { isVacuous(document[$0]) && document[$0].isNullable }) { return true }
        return !parts.isEmpty && parts.allSatisfy { isNullable($0, depth: depth + 1) }
    }

    func isComponent(_ id: SchemaID) -> Bool { components[id] != nil }
}

extension Node {
    var isNull: Bool { if case .null = value { true } else { false } }
}
