import Diagnostics
import OpenAPI
import YAML

/// What a schema says, whatever it is called, says for people and sets as limits.
enum SchemaStructure: Hashable {
    struct Keywords: Hashable {
        var types: [SchemaType]?
        var format: String?
        var boolean: Bool?
        var isNullable: Bool
        var values: [String]
        var properties: [String]
        var required: [String]
        var patterns: [String]
        var counts: [Int]
        var allowsMore: Bool?
    }

    /// The numbers are those of the structures of the schemas within it.
    case keywords(Keywords, [Int])
    /// Is like itself alone.
    case schema(SchemaID)
}

/// Which inline branches are the same, and the structures of the schemas within them, each numbered once.
struct RepeatedBranches {
    private var structures: [SchemaID: Int] = [:]
    private var numbers: [SchemaStructure: Int] = [:]

    /// Makes one of inline branches that are the same but for what they are called and the limits they set: a second case
    /// would never be read.
    ///
    /// Branches that the discriminator has values for stay as they are: the value says which of them it is.
    mutating func merge(
        _ branches: [Branch], _ union: MergedSchema.UnionKeyword, _ lookup: inout SchemaLookup
    ) -> [Branch] {
        let facts = lookup.facts
        let mapped = MappedValues(union.discriminator, facts)
        var result: [Branch] = []
        var positions: [[Int]: Int] = [:]
        for branch in branches {
            guard branch.component == nil, branch.decided.isEmpty, mapped.values(of: branch.targets).isEmpty,
                [[.object], [.array]].contains(branch.merged.allowedTypes)
            else {
                result.append(branch)
                continue
            }
            let structures = structures(of: branch.members.map { facts.unwrap($0) }, facts)
            guard let first = positions[structures] else {
                positions[structures] = result.count
                result.append(branch)
                continue
            }
            let (one, other) = (facts.document[result[first].listed], facts.document[branch.listed])
            result[first].repeatedPointers.append(branch.pointer)
            if let title = other.title, title != one.title { result[first].synonyms.append(title) }
            lookup.report(
                Diagnostic(
                    .repaired, .repeatedBranch, "the branch repeats an earlier one; both become one case",
                    at: other.place, notes: [.init("the first is here", at: one.place)]))
        }
        return result
    }

    /// The numbers of the structures of schemas: two have the same structure where they have the same number. Components and what
    /// has a discriminator are like themselves alone.
    private mutating func structures(of ids: [SchemaID], _ facts: SchemaFacts) -> [Int] {
        let reach = Reach(from: ids) { id in
            guard structures[id] == nil, !facts.isComponent(id), facts.document[id].discriminator == nil else {
                return []
            }
            return facts.document[id].structured.map { facts.unwrap($0) }
        }
        let graph = reach.graph
        let numbers = graph.facts(from: -1) { node, known in
            let id = reach.nodes[node]
            if let number = structures[id] { return number }
            let isAlone = facts.isComponent(id) || facts.document[id].discriminator != nil || graph.isCyclic(node)
            return number(
                isAlone
                    ? .schema(id)
                    : .keywords(SchemaStructure.Keywords(facts.document[id]), graph.edges[node].map { known[$0] }))
        }
        for (id, number) in zip(reach.nodes, numbers) { structures[id] = number }
        return ids.map { numbers[reach.number($0)] }
    }

    private mutating func number(_ structure: SchemaStructure) -> Int {
        if let number = numbers[structure] { return number }
        numbers[structure] = numbers.count
        return numbers.count - 1
    }
}

extension SchemaStructure.Keywords {
    fileprivate init(_ schema: Schema) {
        types = schema.types
        format = schema.format
        boolean = schema.boolean
        isNullable = schema.isNullable
        values = (schema.constant.map { [$0] } ?? schema.enumeration ?? []).map { jsonText($0) }
        properties = schema.properties.map(\.name)
        required = schema.required.map(\.name)
        patterns = schema.patternProperties.map(\.pattern)
        counts = schema.counts
        allowsMore = schema.allowsMore
    }
}

extension Schema.Keywords {
    /// The schemas within it.
    fileprivate var structured: [SchemaID] {
        valueParts + properties.map(\.schema) + patternProperties.map(\.schema)
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
