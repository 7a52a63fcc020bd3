import ClientModel
import Diagnostics
import OpenAPI
import YAML

/// The shape of a branch, and those of its members.
private struct DeepSignature: Hashable {
    var signature: Union.Signature
    var inner: [String: [Union.Signature]] = [:]
}

/// How the branches of a union are distinguished.
struct UnionSelection {
    let facts: SchemaFacts
    let groups: [BranchGroup]
    let keyword: MergedSchema.UnionKeyword
    /// Those of each group.
    private(set) var valueShapes: [[ValueShape]]

    init(_ facts: SchemaFacts, _ groups: [BranchGroup], _ keyword: MergedSchema.UnionKeyword, _ shapes: [[ValueShape]])
    {
        self.facts = facts
        self.groups = groups
        self.keyword = keyword
        valueShapes = shapes
    }

    /// How the branches are told apart: by the document's discriminator, by a member for which each lists other strings,
    /// or by shape. Marks that are not in the branches themselves are added to their shapes.
    ///
    /// - Parameter shapes: Those of members of branches, which are looked into as far as it takes.
    mutating func decide(_ shapes: inout BranchShapes, _ lookup: inout SchemaLookup) -> Union.Selection {
        if let discriminator = keyword.discriminator {
            let mapped = MappedValues(discriminator, facts)
            var values = groups.map { self.values(of: discriminator, mapped, $0, trustsLists: true) }
            if mapping(discriminator.property, values) == nil {
                values = groups.map { self.values(of: discriminator, mapped, $0, trustsLists: false) }
            }
            if let selection = mapping(discriminator.property, values) {
                reportUnlisted(discriminator, &lookup)
                return selection
            }
            reportAlike(values, discriminator, &lookup)
            for index in valueShapes.indices where !values[index].isEmpty && valueShapes[index].count == 1 {
                if valueShapes[index][0].signature.kind == .object {
                    valueShapes[index][0].choices[discriminator.property] = values[index]
                }
            }
        }
        for (property, positions) in marks {
            for (index, position) in positions {
                valueShapes[index][position].signature.constants[property] =
                    valueShapes[index][position].choices[property]
            }
            let isComplete = valueShapes.joined().allSatisfy {
                $0.signature.constants[property] != nil && $0.signature.required.contains(property)
            }
            guard isComplete else { continue }
            let values = valueShapes.map { valueShapes in valueShapes.flatMap { $0.signature.constants[property] ?? [] }
            }
            if let selection = mapping(property, values) { return selection }
        }
        loosenOwnMembers()
        addChoices()
        deepen(&shapes, &lookup)
        return .shape
    }

    /// Lets another value than the one listed speak against a branch without ruling it out, where the member may be absent and no other
    /// branch has it: a service that adds a value means the same branch.
    private mutating func loosenOwnMembers() {
        // The only branch that has a member; `nil` where several do.
        var owners: [String: Int?] = [:]
        for index in valueShapes.indices {
            for name in valueShapes[index].flatMap(\.signature.known) {
                if let owner = owners[name], owner != index {
                    owners[name] = .some(nil)
                } else {
                    owners[name] = index
                }
            }
        }
        for index in valueShapes.indices {
            for position in valueShapes[index].indices {
                let signature = valueShapes[index][position].signature
                guard !signature.constants.isEmpty else { continue }
                let required = Set(signature.required)
                for name in signature.constants.keys where !required.contains(name) {
                    if let owner = owners[name], owner != index { continue }
                    valueShapes[index][position].signature.choices[name] =
                        valueShapes[index][position].signature.constants.removeValue(forKey: name)
                        ?? valueShapes[index][position].signature.choices[name]
                }
            }
        }
    }

    /// Lets lists that overlap speak for the branches that list a value.
    private mutating func addChoices() {
        var lists: [String: Set<[String]>] = [:]
        for valueShape in valueShapes.joined() {
            for (name, values) in valueShape.choices { lists[name, default: []].insert(values) }
        }
        for index in valueShapes.indices {
            for position in valueShapes[index].indices {
                for (name, values) in valueShapes[index][position].choices where (lists[name]?.count ?? 0) > 1 {
                    guard valueShapes[index][position].signature.constants[name] == nil else { continue }
                    valueShapes[index][position].signature.choices[name] = values
                }
            }
        }
    }

    /// Looks into the members of branches that nothing else tells apart, and leaves out what is not needed: what the elements
    /// of the only array look like.
    private mutating func deepen(_ shapes: inout BranchShapes, _ lookup: inout SchemaLookup) {
        if valueShapes.joined().count(where: { $0.signature.kind == .array }) == 1 {
            for index in valueShapes.indices {
                for position in valueShapes[index].indices where valueShapes[index][position].signature.kind == .array {
                    valueShapes[index][position].signature.items = []
                }
            }
        }
        let plain = valueShapes.indices.filter {
            valueShapes[$0].count == 1 && valueShapes[$0][0].signature.kind == .object
        }
        let keys = plain.map { SignatureKey(valueShapes[$0][0].signature) }
        let alike = Dictionary(grouping: zip(keys, plain), by: \.0).mapValues { $0.map(\.1) }
        for (key, index) in zip(keys, plain) {
            if let alike = alike[key], alike.count > 1, alike[0] == index { deepen(alike, &shapes, &lookup) }
        }
    }

    /// The same for branches with the same members, given in their order.
    private mutating func deepen(_ alike: [Int], _ shapes: inout BranchShapes, _ lookup: inout SchemaLookup) {
        // Branches that are the same, members of members included, are one.
        var classes: [DeepSignature: [Int]] = [:]
        var distinct: [DeepSignature] = []
        for index in alike {
            var deep = DeepSignature(signature: valueShapes[index][0].signature)
            for name in deep.signature.known {
                deep.inner[name] = shapes.shapes(ofMember: name, groups[index].branches[0].merged, &lookup)
            }
            if classes[deep] == nil { distinct.append(deep) }
            classes[deep, default: []].append(index)
        }
        let first = distinct[0].inner
        let names = Set(first.keys.filter { name in distinct.contains { $0.inner[name] != first[name] } })
        for one in distinct {
            var open = names
            for other in distinct where !open.isEmpty && other != one && !areDistinct(one.signature, other.signature) {
                let telling = open.filter { areDistinct(one.inner[$0] ?? [], other.inner[$0] ?? []) }
                open.subtract(telling)
            }
            for index in classes[one] ?? [] {
                for name in names.subtracting(open) { valueShapes[index][0].signature.members[name] = one.inner[name] }
            }
        }
    }

    /// A selection by `property`, if every branch is an object with values of its own.
    private func mapping(_ property: String, _ values: [[String]]) -> Union.Selection? {
        var mapping: [Union.Mapping] = []
        var seen: [String: Int] = [:]
        for (index, list) in values.enumerated() {
            guard valueShapes[index].allSatisfy({ $0.signature.kind == .object }), !list.isEmpty else { return nil }
            for value in list {
                if let other = seen[value] {
                    if other == index { continue }
                    return nil
                }
                seen[value] = index
                mapping.append(.init(value: value, case: index))
            }
        }
        return .discriminator(property: property, mapping: mapping)
    }

    /// The members for which two branches or more list strings, and no two the same; and the shapes that have them.
    private var marks: [(name: String, positions: [(branch: Int, valueShape: Int)])] {
        var names: [String] = []
        var seen: Set<String> = []
        var positions: [String: [(branch: Int, valueShape: Int)]] = [:]
        for index in valueShapes.indices {
            for (position, valueShape) in valueShapes[index].enumerated() where !valueShape.choices.isEmpty {
                let known = Set(valueShape.signature.known)
                names += valueShape.signature.known.filter { valueShape.choices[$0] != nil && seen.insert($0).inserted }
                names += valueShape.choices.keys.filter { !known.contains($0) && seen.insert($0).inserted }.sorted()
                for name in valueShape.choices.keys { positions[name, default: []].append((index, position)) }
            }
        }
        return names.compactMap { name in
            var seen: [String: Int] = [:]
            var branches: Set<Int> = []
            for (index, position) in positions[name] ?? [] {
                branches.insert(index)
                for value in valueShapes[index][position].choices[name] ?? [] {
                    if let other = seen.updateValue(index, forKey: value), other != index { return nil }
                }
            }
            return branches.count > 1 ? (name, positions[name] ?? []) : nil
        }
    }

    /// The values of the discriminator that mean a branch: those mapped to it and its own `const`, else those its schema lists,
    /// else its name. A list that the branches have in common says nothing.
    private func values(
        of discriminator: Discriminator, _ mapped: MappedValues, _ group: BranchGroup, trustsLists: Bool
    ) -> [String] {
        guard group.branches.count == 1 else { return [] }
        let branch = group.branches[0]
        let targets = [branch.listed, branch.component, branch.members.last].compactMap { $0 }
        var result: [String] = []
        func add(_ value: String) { if !result.contains(value) { result.append(value) } }
        mapped.values(of: targets).forEach(add)
        let allowed = allowed(discriminator.property, branch.merged)
        if allowed.count == 1 || (result.isEmpty && trustsLists) { allowed.forEach(add) }
        if result.isEmpty, let name = targets.lazy.compactMap({ facts.componentName($0) }).first {
            // Of a union, the branches have values of their own.
            if allowed.isEmpty || branch.merged.property(discriminator.property) != nil { add(name) }
        }
        return result
    }

    /// The values a branch allows for the property; a branch that is a union allows those of its own branches.
    private func allowed(_ property: String, _ merged: MergedSchema) -> [String] {
        if let declared = merged.property(property) {
            let choices = facts.choices(declared)
            if !choices.isEmpty { return choices }
        }
        var result: [String] = []
        for union in merged.unions {
            if let discriminator = union.discriminator, discriminator.property == property {
                let listed = Set(union.branches)
                result += discriminator.mapping.filter { $0.schema.map(listed.contains) ?? false }.map(\.value)
            }
            for listed in union.branches {
                guard
                    let declared = facts.document[facts.unwrap(listed)].properties.first(where: { $0.name == property })
                else {
                    continue
                }
                result += facts.choices(
                    MergedSchema.Property(
                        name: property, place: declared.namePlace, schemas: [declared.schema], origins: [listed]))
            }
        }
        return result
    }

    /// The group of the schema that `defaultMapping` leads to.
    var fallback: Int? {
        guard let schema = keyword.discriminator?.defaultMapping else { return nil }
        return groups.firstIndex { group in
            group.branches.contains { branch in
                branch.targets.contains(schema) || branch.targets.contains(facts.unwrap(schema))
            }
        }
    }

    /// Swift takes texts for equal that differ only in how Unicode composes their letters.
    private func reportAlike(
        _ values: [[String]], _ discriminator: Discriminator, _ lookup: inout SchemaLookup
    ) {
        var seen: [String: String] = [:]
        for value in values.joined() {
            guard let other = seen.updateValue(value, forKey: value), !other.utf8.elementsEqual(value.utf8) else {
                continue
            }
            lookup.report(
                Diagnostic(
                    .degraded, .equalMappings,
                    "two values of the discriminator '\(discriminator.property)' differ only in how Unicode composes '\(value)'; the branches are distinguished by their members",
                    at: discriminator.place, hint: "give one of them another name"))
        }
    }

    private func reportUnlisted(_ discriminator: Discriminator, _ lookup: inout SchemaLookup) {
        var targets: Set<SchemaID> = []
        for branch in groups.flatMap(\.branches) {
            targets.formUnion(branch.targets)
        }
        for mapped in discriminator.mapping {
            guard let schema = mapped.schema, !targets.contains(schema), !targets.contains(facts.unwrap(schema)) else {
                continue
            }
            lookup.report(
                Diagnostic(
                    .leftOut, .unlistedMapping,
                    "'\(mapped.value)' is mapped to a schema that is not a branch; its values are unrecognized",
                    at: mapped.place))
        }
    }
}
