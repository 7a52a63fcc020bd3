import Diagnostics
import OpenAPI
import YAML

/// Merges schemas, and keeps what is found in them.
struct SchemaLookup {
    let facts: SchemaFacts
    var findings: Findings
    /// Whether each schema was looked into.
    var visited: [Bool]

    init(_ facts: SchemaFacts, _ findings: Findings = Findings()) {
        self.facts = facts
        self.findings = findings
        visited = Array(repeating: false, count: facts.document.schemas.count)
    }

    /// What the members of a conjunction say together, with every `$ref` and `allOf` among them merged: parents first,
    /// in document order. What contradicts itself is reported, and the later one wins: a child comes after what it extends.
    mutating func mergedSchema(of conjunction: Conjunction) -> MergedSchema {
        var merger = SchemaMerger(document: facts.document, conjunction: conjunction)
        for member in conjunction.members { merger.visit(member, isParent: false) }
        merger.dropContradictingValues()
        for diagnostic in merger.findings { findings.report(diagnostic) }
        for id in conjunction.members { visited[id.index] = true }
        for id in merger.visited { visited[id.index] = true }
        return merger.merged
    }

    mutating func report(_ diagnostic: Diagnostic) { findings.report(diagnostic) }
}

/// One walk over a conjunction.
private struct SchemaMerger {
    let document: Document
    let conjunction: Conjunction
    var merged = MergedSchema()
    var findings: [Diagnostic] = []
    private(set) var visited: Set<SchemaID> = []
    private var open: [SchemaID] = []

    init(document: Document, conjunction: Conjunction) {
        self.document = document
        self.conjunction = conjunction
    }

    mutating func visit(_ id: SchemaID, isParent: Bool) {
        let schema = document[id]
        let hasParents = schema.reference != nil || !schema.allOf.isEmpty
        // Most schemas stand for themselves, and need no account of the way.
        guard hasParents || isParent || conjunction.members.count > 1 else { return merge(schema, id, isParent: false) }
        guard visited.insert(id).inserted else { return }
        open.append(id)
        if let reference = schema.reference { visit(reference, isParent: true) }
        for member in schema.allOf { visit(member, isParent: true) }
        merge(schema, id, isParent: isParent)
        open.removeLast()
    }

    private mutating func merge(_ schema: Schema, _ id: SchemaID, isParent: Bool) {
        if schema.boolean == false { merged.isNever = true }
        mergeTypes(schema)
        mergeValues(schema, id)
        mergeMembers(schema, id)
        if !schema.isPlain { mergeConditions(schema) }
        mergeElements(schema)
        mergeUnions(schema, id, isParent: isParent)
        if let format = schema.format { merged.format = format }
        if !schema.isPlain { mergeLimits(schema) }
    }

    private mutating func mergeTypes(_ schema: Schema) {
        guard let types = schema.types else { return }
        let others = types.filter { $0 != .null }
        if others.isEmpty {
            merged.isNull = true
        } else if !merged.narrow(to: others) {
            let earlier = (merged.types ?? []).map(\.rawValue).joined(separator: " or ")
            let later = others.map(\.rawValue).joined(separator: " or ")
            merged.types = others
            findings.append(
                Diagnostic(
                    .degraded, .conflictingTypes, "no value is both \(earlier) and \(later); \(later) is used",
                    at: schema.place, notes: outermostNote))
        }
    }

    private var outermostNote: [Diagnostic.Note] {
        open.count < 2 ? [] : [.init("the schemas are combined here", at: document[open[0]].place)]
    }

    private mutating func mergeValues(_ schema: Schema, _ id: SchemaID) {
        let nodes = schema.constant.map { [$0] } ?? schema.enumeration
        guard let nodes else { return }
        let values = MergedSchema.Values(
            nodes: nodes.enumerated().map { ($1, $0) }, owner: id, isConstant: schema.constant != nil)
        guard let earlier = merged.values else {
            merged.values = values
            return
        }
        let allowed = Set(earlier.nodes.map { jsonText($0.node) })
        let common = values.nodes.filter { allowed.contains(jsonText($0.node)) }
        if common.isEmpty {
            findings.append(
                Diagnostic(
                    .degraded, .conflictingValues, "no value is in both lists; the first is used", at: schema.place,
                    notes: [.init("the first is here", at: document[earlier.owner].place)]))
        } else {
            merged.values = MergedSchema.Values(nodes: common, owner: id, isConstant: values.isConstant)
        }
    }

    /// Drops the values of an `enum` or `const` that the schema's `type` rules out: services follow the type.
    mutating func dropContradictingValues() {
        guard var values = merged.values, let types = merged.types else { return }
        let kept = values.nodes.filter { $0.node.canBe(of: types) }
        guard kept.count < values.nodes.count else { return }
        let dropped = values.nodes.filter { !$0.node.canBe(of: types) }
        let type = types.map(\.rawValue).joined(separator: " or ")
        let text = dropped.count == 1 ? jsonText(dropped[0].node) + " is" : "\(dropped.count) values are"
        findings.append(
            Diagnostic(
                .degraded, .valueType, "\(text) not of the schema's type, \(type), and not listed as known",
                at: dropped[0].node.place))
        values.nodes = kept
        merged.values = kept.allSatisfy(\.node.isNull) ? nil : values
    }

    private mutating func mergeMembers(_ schema: Schema, _ id: SchemaID) {
        for property in schema.properties { merged.add(property.name, at: property.namePlace, property.schema, of: id) }
        for (name, place) in schema.required { merged.require(name, at: place) }
        switch (schema.additionalProperties, merged.additionalProperties) {
        case (.schema(let id)?, _): merged.additionalProperties = .schema(id)
        case (.allowed(let isAllowed)?, nil): merged.additionalProperties = .allowed(isAllowed)
        // A parent that closes itself would forbid all its child adds, which nobody means.
        case (.allowed(true)?, .allowed(false)?): merged.additionalProperties = .allowed(true)
        default: break
        }
        if !schema.isPlain { merged.patternProperties.append(contentsOf: schema.patternProperties.map(\.schema)) }
    }

    /// Members that only stand under a condition may be there and need not.
    private mutating func mergeConditions(_ schema: Schema) {
        let conditions = schema.conditions
        let branches =
            [conditions.thenSchema, conditions.elseSchema].compactMap { $0 }
            + conditions.dependentSchemas.map(\.schema)
        for id in branches {
            for property in document[id].properties where merged.property(property.name) == nil {
                merged.add(property.name, at: property.namePlace, property.schema, of: id)
            }
        }
        if merged.additionalProperties == nil, case .schema(let id)? = conditions.unevaluatedProperties {
            merged.additionalProperties = .schema(id)
        }
    }

    private mutating func mergeElements(_ schema: Schema) {
        if let items = schema.items, !merged.items.contains(items) { merged.items.append(items) }
        if merged.prefixItems.isEmpty, !schema.isPlain { merged.prefixItems = schema.prefixItems }
    }

    /// A parent that lists its children, one of which is being looked at, says nothing new about that child.
    private mutating func mergeUnions(_ schema: Schema, _ id: SchemaID, isParent: Bool) {
        guard !conjunction.decided.contains(id) else { return }
        for (branches, isOneOf) in [(schema.oneOf, true), (schema.anyOf, false)] where !branches.isEmpty {
            let listsChild = isParent && branches.contains { open.contains($0) || conjunction.members.contains($0) }
            guard !listsChild else { continue }
            merged.unions.append(
                MergedSchema.UnionKeyword(
                    owner: id, branches: branches, isOneOf: isOneOf, discriminator: schema.discriminator))
        }
        if merged.discriminator == nil { merged.discriminator = schema.discriminator }
    }

    private mutating func mergeLimits(_ schema: Schema) {
        merged.contentEncoding = merged.contentEncoding ?? schema.contentEncoding
        merged.contentMediaType = merged.contentMediaType ?? schema.contentMediaType
        if merged.bounds == nil { merged.bounds = schema.bounds } else { merged.bounds?.merge(schema.bounds) }
    }
}

extension Schema.Bounds {
    /// Takes each limit that is not set yet.
    fileprivate mutating func merge(_ other: Schema.Bounds) {
        minimum = minimum ?? other.minimum
        maximum = maximum ?? other.maximum
        exclusiveMinimum = exclusiveMinimum ?? other.exclusiveMinimum
        exclusiveMaximum = exclusiveMaximum ?? other.exclusiveMaximum
        multipleOf = multipleOf ?? other.multipleOf
        minLength = minLength ?? other.minLength
        maxLength = maxLength ?? other.maxLength
        minItems = minItems ?? other.minItems
        maxItems = maxItems ?? other.maxItems
        pattern = pattern ?? other.pattern
        uniqueItems = uniqueItems || other.uniqueItems
    }
}
