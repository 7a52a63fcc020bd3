import Diagnostics
import OpenAPI

/// What branches that are the same have in common, so that only few need to be compared.
private struct TwinKey: Hashable {
    var types: [[SchemaType]?]
    var names: [[String]]

    init(_ schemas: [Schema]) {
        types = schemas.map(\.types)
        names = schemas.map { $0.properties.map(\.name) }
    }
}

extension Lowerer {
    /// Makes one of inline branches that are the same but for what they are called and the limits they set: a second case
    /// would never be read.
    ///
    /// Branches that the discriminator has values for stay as they are: the value says which of them it is.
    mutating func mergingTwins(_ branches: [Branch], _ union: Flat.UnionKeyword) -> [Branch] {
        var result: [Branch] = []
        var positions: [TwinKey: [Int]] = [:]
        for branch in branches {
            guard branch.component == nil, branch.decided.isEmpty, mappedValue(branch, union) == nil else {
                result.append(branch)
                continue
            }
            let key = TwinKey(branch.members.map { document[unwrap($0)] })
            guard let first = positions[key]?.first(where: { isTwin(result[$0], branch) }) else {
                positions[key, default: []].append(result.count)
                result.append(branch)
                continue
            }
            let (one, other) = (document[result[first].listed], document[branch.listed])
            result[first].twins.append(branch.pointer)
            if let title = other.title, title != one.title { result[first].synonyms.append(title) }
            report(
                Diagnostic(
                    .repaired, "repeated-branch", "the branch is the same as an earlier one; one case stands for both",
                    at: other.place, notes: [.init("the first is here", at: one.place)]))
        }
        return result
    }

    /// The first value that a union's discriminator maps to a branch.
    func mappedValue(_ branch: Branch, _ union: Flat.UnionKeyword) -> String? {
        union.discriminator?.mapping.first { mapped in
            mapped.schema.map { branch.targets.contains($0) || branch.targets.contains(unwrap($0)) } ?? false
        }?.value
    }

    private func isTwin(_ left: Branch, _ right: Branch) -> Bool {
        left.component == nil && left.decided.isEmpty && left.members.count == right.members.count
            && zip(left.members, right.members).allSatisfy { areAlike($0, $1, depth: 0) }
            && [.object, .array].contains(types(of: right.flat).first) && types(of: right.flat).count == 1
    }

    /// Whether two schemas have the same structure, whatever they are called, say for people, and set as limits.
    private func areAlike(_ left: SchemaID, _ right: SchemaID, depth: Int) -> Bool {
        let (left, right) = (unwrap(left), unwrap(right))
        if left == right { return true }
        guard depth < 20, !isComponent(left), !isComponent(right) else { return false }
        let (one, other) = (document[left], document[right])
        func areAll(_ left: [SchemaID], _ right: [SchemaID]) -> Bool {
            left.count == right.count && zip(left, right).allSatisfy { areAlike($0, $1, depth: depth + 1) }
        }
        return haveSameKeywords(one, other)
            && areAll(one.children, other.children)
            && areAll(one.properties.map(\.schema), other.properties.map(\.schema))
    }

    private func haveSameKeywords(_ one: Schema, _ other: Schema) -> Bool {
        func values(_ schema: Schema) -> [String] {
            (schema.constant.map { [$0] } ?? schema.enumeration ?? []).map { jsonText($0) }
        }
        return one.types == other.types && one.format == other.format && one.boolean == other.boolean
            && one.isNullable == other.isNullable && values(one) == values(other)
            && one.properties.map(\.name) == other.properties.map(\.name)
            && one.required.map(\.name) == other.required.map(\.name) && one.counts == other.counts
            && one.discriminator == nil && other.discriminator == nil
            && one.patternProperties.map(\.pattern) == other.patternProperties.map(\.pattern)
            && one.allowsMore == other.allowsMore
    }
}

extension Schema.Keywords {
    /// The schemas within it but for its properties.
    fileprivate var children: [SchemaID] {
        var children = allOf + oneOf + anyOf + prefixItems + patternProperties.map(\.schema)
        children += [reference, items].compactMap { $0 }
        if case .schema(let id)? = additionalProperties { children.append(id) }
        return children
    }

    fileprivate var counts: [Int] {
        [
            allOf.count, oneOf.count, anyOf.count, prefixItems.count, reference == nil ? 0 : 1, items == nil ? 0 : 1,
        ]
    }

    fileprivate var allowsMore: Bool? {
        switch additionalProperties {
        case .allowed(let isAllowed)?: isAllowed
        case .schema?: true
        case nil: nil
        }
    }
}
