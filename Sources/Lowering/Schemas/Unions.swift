import ClientModel
import Diagnostics
import OpenAPI

/// One way a value of a union may look, before it has a name.
struct Branch {
    /// What its values satisfy together.
    var members: [SchemaID]
    var decided: [SchemaID] = []
    var merged: MergedSchema
    /// The component it is, if it is one and nothing is added to it.
    var component: SchemaID?
    /// The schema the union lists.
    var listed: SchemaID
    /// Of the entry in the list.
    var pointer: String
    /// The titles of other branches it stands for.
    var synonyms: [String] = []
    /// Components that add nothing to it.
    var aliases: [SchemaID] = []
    /// The pointers of further entries that are the same.
    var repeatedPointers: [String] = []

    /// The schemas that a mapping of a discriminator names it by.
    var targets: [SchemaID] { [listed, component, members.last].compactMap { $0 } + aliases }
}

extension Lowerer {
    /// The `oneOf` and `anyOf` that decide between types; those that only demand members or limits are left to the
    /// service.
    func distinguishingUnions(_ merged: MergedSchema) -> [MergedSchema.UnionKeyword] {
        merged.unions.filter { union in
            union.branches.contains { branch in
                let id = unwrap(branch)
                return !index.isNullOnly(id) && !isConstraint(document[id], beside: merged)
            }
        }
    }

    /// Whether a branch says nothing but which members are required, what is not allowed and how long it may be.
    private func isConstraint(_ schema: Schema, beside merged: MergedSchema) -> Bool {
        let isPlain =
            schema.reference == nil && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.enumeration == nil && schema.constant == nil && schema.items == nil
            && schema.prefixItems.isEmpty && schema.patternProperties.isEmpty && schema.componentName == nil
        guard isPlain else { return false }
        if let types = schema.types, types != [.object] || merged.properties.isEmpty {
            guard let own = merged.types, !merged.properties.isEmpty || schema.properties.isEmpty else { return false }
            return types.filter { $0 != .null } == own && schema.properties.isEmpty && schema.format == nil
        }
        if case .schema? = schema.additionalProperties { return false }
        if schema.properties.isEmpty {
            return !merged.properties.isEmpty || schema.types == nil && schema.format == nil
        }
        return schema.properties.allSatisfy { property in
            merged.property(property.name) != nil && isLimit(document[property.schema])
        }
    }

    /// Whether a schema for a member that is declared elsewhere only narrows its values.
    private func isLimit(_ schema: Schema) -> Bool {
        schema.reference == nil && schema.componentName == nil && schema.properties.isEmpty && schema.items == nil
            && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.constant == nil && schema.enumeration == nil
    }

    /// Makes a union of what a `oneOf` or `anyOf` lists.
    mutating func union(
        _ unions: [MergedSchema.UnionKeyword], _ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot
    ) -> Lowered {
        guard unions.count == 1, let union = unions.first else {
            return combined(unions, merged, of: conjunction, in: &slot)
        }
        let branches = branches(of: union, merged, conjunction)
        if branches.isEmpty { return .reference(.json) }
        let groups = groups(of: branches.count > 1 ? mergingRepeatedBranches(branches, union) : branches)
        if groups.count == 1 { return only(groups[0], of: conjunction, in: &slot) }
        let type = declare(&slot, conjunction)
        return .declared(.union(self.union(of: groups, union, in: type)))
    }

    /// The branches of a list, `null` and the list itself left out, inline lists within it and lists that it is in a cycle
    /// with taken as part of it, each branch once.
    private mutating func branches(
        of union: MergedSchema.UnionKeyword, _ merged: MergedSchema, _ conjunction: Conjunction
    ) -> [Branch] {
        let outer = union.owner
        var result: [Branch] = []
        var seen = Set(conjunction.members)
        var pending = entries(of: union)
        while let (union, position) = pending.popLast() {
            let listed = union.branches[position]
            let id = unwrap(listed)
            guard !index.isNullOnly(id), seen.insert(id).inserted else { continue }
            if let inner = innerUnion(id) ?? circularUnion(id, union) {
                pending += entries(of: inner)
                continue
            }
            let keyword = union.isOneOf ? "oneOf" : "anyOf"
            let pointer = "\(document[union.owner].pointer)/\(keyword)/\(position)"
            let isOuter = union.owner == outer
            result.append(
                isOuter
                    ? branch(id, listed, pointer, union, merged, conjunction)
                    : branch(id, listed, pointer, union, MergedSchema(), Conjunction(union.owner)))
        }
        return result
    }

    /// The positions in a list, the first one last.
    private func entries(of union: MergedSchema.UnionKeyword) -> [(union: MergedSchema.UnionKeyword, position: Int)] {
        union.branches.indices.reversed().map { (union, $0) }
    }

    /// The list a branch consists of that lists, at some remove, the one it is in.
    private func circularUnion(_ id: SchemaID, _ union: MergedSchema.UnionKeyword) -> MergedSchema.UnionKeyword? {
        guard index.listEachOther(id, union.owner) else { return nil }
        let schema = document[id]
        let isOneOf = schema.anyOf.isEmpty
        return MergedSchema.UnionKeyword(owner: id, branches: schema.listed, isOneOf: isOneOf, discriminator: nil)
    }

    /// The list an inline branch consists of, unless it has its own discriminator.
    private func innerUnion(_ id: SchemaID) -> MergedSchema.UnionKeyword? {
        let schema = document[id]
        guard !isComponent(id), schema.discriminator == nil, schema.properties.isEmpty, schema.allOf.isEmpty,
            schema.reference == nil, schema.oneOf.isEmpty != schema.anyOf.isEmpty, schema.enumeration == nil,
            schema.required.isEmpty
        else { return nil }
        let isOneOf = !schema.oneOf.isEmpty
        return MergedSchema.UnionKeyword(
            owner: id, branches: isOneOf ? schema.oneOf : schema.anyOf, isOneOf: isOneOf, discriminator: nil)
    }

    /// A branch as it is, or together with what stands beside the list.
    private mutating func branch(
        _ id: SchemaID, _ listed: SchemaID, _ pointer: String, _ union: MergedSchema.UnionKeyword,
        _ merged: MergedSchema,
        _ conjunction: Conjunction
    ) -> Branch {
        let own = mergedSchema(of: Conjunction(id))
        let discriminator = (union.discriminator ?? merged.discriminator)?.property
        let added = merged.properties.contains { $0.name != discriminator && own.property($0.name) == nil }
        let isObject = types(of: own).allSatisfy { $0 == .object } && own.values == nil && own.unions.isEmpty
        let demands =
            !isComponent(id) && merged.required.contains { own.property($0) != nil && !own.isRequired($0) }
        let opens = isObject && own.additionalProperties == nil && !own.properties.isEmpty && merged.allowsMore
        guard added || demands || opens, isObject || !merged.properties.isEmpty else {
            return Branch(
                members: [id], merged: own, component: isComponent(id) ? id : nil, listed: listed, pointer: pointer)
        }
        let members = conjunction.members + [id]
        let decided = conjunction.decided + [union.owner]
        return Branch(
            members: members, decided: decided, merged: mergedSchema(of: Conjunction(members, decided: decided)),
            listed: id,
            pointer: pointer)
    }

    /// Several lists at once have no Swift form: all their members, none of them required, in one struct.
    private mutating func combined(
        _ unions: [MergedSchema.UnionKeyword], _ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot
    ) -> Lowered {
        var merged = merged
        var isObject = true
        for union in unions {
            for listed in union.branches where !index.isNullOnly(unwrap(listed)) {
                let branch = mergedSchema(of: Conjunction(unwrap(listed)))
                isObject = isObject && types(of: branch) == [.object] && branch.values == nil
                merged.add(membersOf: branch)
            }
        }
        let place = document[unions[1].owner].place
        report(
            Diagnostic(
                .degraded, .combinedUnions,
                "several 'oneOf' or 'anyOf' at once become "
                    + (isObject ? "one type with the members of all their branches" : "a JSON value"), at: place))
        guard isObject else { return .reference(.json) }
        merged.unions = []
        return object(merged, of: conjunction, in: &slot)
    }
}
