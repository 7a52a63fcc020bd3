import ClientModel
import Diagnostics
import OpenAPI
import YAML

extension Lowerer {
    /// How the branches are told apart: by the document's discriminator, by a member for which each lists other strings,
    /// or by shape. Marks that are not in the branches themselves are added to their looks.
    mutating func selection(
        of looks: inout [[Look]], _ groups: [BranchGroup], _ keyword: Flat.UnionKeyword
    ) -> Union.Selection {
        if let discriminator = keyword.discriminator {
            var values = groups.map { self.values(of: discriminator, $0, trustsLists: true) }
            if mapping(discriminator.property, values, looks) == nil {
                values = groups.map { self.values(of: discriminator, $0, trustsLists: false) }
            }
            if let selection = mapping(discriminator.property, values, looks) {
                reportUnlisted(discriminator, groups)
                return selection
            }
            for index in looks.indices where !values[index].isEmpty && looks[index].count == 1 {
                if looks[index][0].signature.kind == .object {
                    looks[index][0].choices[discriminator.property] = values[index]
                }
            }
        }
        for property in marks(looks) {
            for (index, position) in positions(of: property, looks) {
                looks[index][position].signature.constants[property] = looks[index][position].choices[property]
            }
            let values = looks.map { looks in looks.flatMap { $0.signature.constants[property] ?? [] } }
            let isComplete = looks.joined().allSatisfy { $0.signature.constants[property] != nil }
            if isComplete, let selection = mapping(property, values, looks) { return selection }
        }
        return .shape
    }

    /// A selection by `property`, if every branch is an object with values of its own.
    private func mapping(_ property: String, _ values: [[String]], _ looks: [[Look]]) -> Union.Selection? {
        var mapping: [(value: String, case: Int)] = []
        var seen: [String: Int] = [:]
        for (index, list) in values.enumerated() {
            guard looks[index].allSatisfy({ $0.signature.kind == .object }), !list.isEmpty else { return nil }
            for value in list {
                if let other = seen[value] {
                    if other == index { continue }
                    return nil
                }
                seen[value] = index
                mapping.append((value, index))
            }
        }
        return .discriminator(property: property, mapping: mapping)
    }

    /// The members for which two branches or more list strings, and no two the same.
    private func marks(_ looks: [[Look]]) -> [String] {
        var names: [String] = []
        for look in looks.joined() {
            names += look.signature.known.filter { look.choices[$0] != nil && !names.contains($0) }
            names += look.choices.keys.filter { !look.signature.known.contains($0) && !names.contains($0) }.sorted()
        }
        return names.filter { name in
            var seen: [String: Int] = [:]
            var branches: Set<Int> = []
            for (index, position) in positions(of: name, looks) {
                branches.insert(index)
                for value in looks[index][position].choices[name] ?? [] {
                    if let other = seen.updateValue(index, forKey: value), other != index { return false }
                }
            }
            return branches.count > 1
        }
    }

    private func positions(of name: String, _ looks: [[Look]]) -> [(branch: Int, look: Int)] {
        looks.indices.flatMap { index in
            looks[index].indices.filter { looks[index][$0].choices[name] != nil }.map { (index, $0) }
        }
    }

    /// The values of the discriminator that mean a branch: those mapped to it and its own `const`, else those its schema lists,
    /// else its name. A list that the branches have in common says nothing.
    private func values(of discriminator: Discriminator, _ group: BranchGroup, trustsLists: Bool) -> [String] {
        guard group.branches.count == 1 else { return [] }
        let branch = group.branches[0]
        let targets = [branch.listed, branch.component, branch.members.last].compactMap { $0 }
        var result: [String] = []
        func add(_ value: String) { if !result.contains(value) { result.append(value) } }
        for mapped in discriminator.mapping {
            if let schema = mapped.schema, targets.contains(schema) || targets.contains(unwrap(schema)) {
                add(mapped.value)
            }
        }
        let allowed = allowed(discriminator.property, branch.flat, depth: 0)
        if allowed.count == 1 || (result.isEmpty && trustsLists) { allowed.forEach(add) }
        if result.isEmpty, let name = targets.lazy.compactMap({ componentName($0) }).first { add(name) }
        return result
    }

    /// The strings a branch allows for the property; a branch that is a union allows those of its own branches.
    private func allowed(_ property: String, _ flat: Flat, depth: Int) -> [String] {
        if let declared = flat.property(property) {
            for schema in declared.schemas.map({ unwrap($0) }) {
                let schema = document[schema]
                guard let nodes = schema.constant.map({ [$0] }) ?? schema.enumeration else { continue }
                return nodes.compactMap { if case .string(let text) = $0.value { text } else { nil } }
            }
        }
        guard depth < 6 else { return [] }
        var result: [String] = []
        for union in flat.unions {
            for mapped in union.discriminator?.mapping ?? [] where union.discriminator?.property == property {
                if mapped.schema.map({ union.branches.contains($0) }) ?? false { result.append(mapped.value) }
            }
            for listed in union.branches {
                let inner = document[unwrap(listed)]
                var flat = Flat()
                for declared in inner.properties {
                    flat.add(declared.name, at: declared.namePlace, declared.schema, of: listed)
                }
                result += allowed(property, flat, depth: depth + 1)
            }
        }
        return result
    }

    private mutating func reportUnlisted(_ discriminator: Discriminator, _ groups: [BranchGroup]) {
        var targets: Set<SchemaID> = []
        for branch in groups.flatMap(\.branches) {
            targets.formUnion([branch.listed] + [branch.component, branch.members.last].compactMap { $0 })
        }
        for mapped in discriminator.mapping {
            guard let schema = mapped.schema, !targets.contains(schema), !targets.contains(unwrap(schema)) else {
                continue
            }
            report(
                Diagnostic(
                    .leftOut, "unlisted-mapping",
                    "'\(mapped.value)' is mapped to a schema that is no branch; its values stay unrecognized",
                    at: mapped.place))
        }
    }

    /// Reports the branches that no value tells from an earlier one.
    mutating func reportAmbiguities(_ cases: [Union.Case]) {
        for (index, right) in cases.enumerated() {
            let twin = cases[..<index].first { left in
                ([left.signature] + left.alternatives).contains { one in
                    ([right.signature] + right.alternatives).contains { !areDistinct(one, $0) }
                }
            }
            guard let twin else { continue }
            report(
                Diagnostic(
                    .degraded, "ambiguous-union",
                    "'\(twin.name)' and '\(right.name)' can't be told apart; a value of either is read as the first",
                    at: right.place, notes: [.init("the first is here", at: twin.place)]))
        }
    }

    /// Whether some look of a value speaks for one of the two and against the other.
    private func areDistinct(_ left: Union.Signature, _ right: Union.Signature) -> Bool {
        if left.kind != right.kind {
            return left.kind != .any && right.kind != .any || left.kind == .any || right.kind == .any
        }
        switch left.kind {
        case .object: return areDistinctObjects(left, right)
        case .array:
            if left.items.isEmpty || right.items.isEmpty { return left.items.isEmpty != right.items.isEmpty }
            return left.items.allSatisfy { one in right.items.allSatisfy { areDistinct(one, $0) } }
        default: return left.values != right.values
        }
    }

    private func areDistinctObjects(_ left: Union.Signature, _ right: Union.Signature) -> Bool {
        for (name, values) in left.constants {
            if let others = right.constants[name], Set(others).isDisjoint(with: values) { return true }
        }
        let (known, otherKnown) = (Set(left.known), Set(right.known))
        if known != otherKnown || Set(left.required) != Set(right.required) { return true }
        return left.kinds.contains { name, kind in right.kinds[name].map { $0 != kind } ?? false }
    }
}
