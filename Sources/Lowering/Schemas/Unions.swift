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

extension SchemaConverter {
    /// Makes a union of what a `oneOf` or `anyOf` lists.
    mutating func union(
        _ keywords: [MergedSchema.UnionKeyword], _ merged: MergedSchema, of conjunction: Conjunction,
        in slot: inout Slot
    ) -> Lowered {
        guard keywords.count == 1, let union = keywords.first else {
            return combined(keywords, merged, of: conjunction, in: &slot)
        }
        let branches = branches(of: union, merged, conjunction)
        if branches.isEmpty { return .reference(.json) }
        let groups = groups(of: branches.count > 1 ? unions.repeated.merge(branches, union, &lookup) : branches)
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
            let id = facts.unwrap(listed)
            guard !facts.index.isNullOnly(id), seen.insert(id).inserted else { continue }
            if let inner = facts.innerUnion(id) ?? facts.circularUnion(id, union) {
                pending += entries(of: inner)
                continue
            }
            let keyword = union.isOneOf ? "oneOf" : "anyOf"
            let pointer = "\(facts.document[union.owner].pointer)/\(keyword)/\(position)"
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

    /// A branch as it is, or together with what stands beside the list.
    private mutating func branch(
        _ id: SchemaID, _ listed: SchemaID, _ pointer: String, _ union: MergedSchema.UnionKeyword,
        _ merged: MergedSchema,
        _ conjunction: Conjunction
    ) -> Branch {
        let own = mergedSchema(of: Conjunction(id))
        let discriminator = (union.discriminator ?? merged.discriminator)?.property
        let added = merged.properties.contains { $0.name != discriminator && own.property($0.name) == nil }
        let isObject = own.allowedTypes.allSatisfy { $0 == .object } && own.values == nil && own.unions.isEmpty
        let demands =
            !facts.isComponent(id) && merged.required.contains { own.property($0) != nil && !own.isRequired($0) }
        let opens = isObject && own.additionalProperties == nil && !own.properties.isEmpty && merged.allowsMore
        guard added || demands || opens, isObject || !merged.properties.isEmpty else {
            return Branch(
                members: [id], merged: own, component: facts.isComponent(id) ? id : nil, listed: listed,
                pointer: pointer)
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
            for listed in union.branches where !facts.index.isNullOnly(facts.unwrap(listed)) {
                let branch = mergedSchema(of: Conjunction(facts.unwrap(listed)))
                isObject = isObject && branch.allowedTypes == [.object] && branch.values == nil
                merged.add(membersOf: branch)
            }
        }
        let place = facts.document[unions[1].owner].place
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
