import Diagnostics
import OpenAPI

/// Reports the schemas that consist of themselves alone: references in a cycle, an `allOf` of itself, lists of
/// branches that end in no type or in null alone.
///
/// - Parameter found: The errors so far; a reader that already refused the cycles of references needs no second message.
/// - Returns: Whether there is one, so that the document has no meaning.
func refuseEndlessSchemas(_ facts: SchemaFacts, besides found: Problems, _ findings: inout Findings) -> Bool {
    let (document, index) = (facts.document, facts.index)
    let parents = FactGraph(document.schemas.map { schema in schema.parents.map(\.index) })
    var refused: Set<Int> = []
    for nodes in parents.components where parents.isCyclic(nodes[0]) {
        refused.formUnion(nodes)
        if found.hasErrors { continue }
        refuse(parents.cycle(through: nodes.min() ?? nodes[0]), "refers only to itself", document, &findings)
    }
    let lists = SchemaIndex.lists(document)
    let hasLeaf = lists.facts(from: false) { node, known in
        let schema = document.schemas[node]
        return !schema.isOnlyList || lists.edges[node].contains { known[$0] }
    }
    for nodes in lists.components where lists.isCyclic(nodes[0]) && !hasLeaf[nodes[0]] {
        guard refused.isDisjoint(with: nodes) else { continue }
        refused.formUnion(nodes)
        refuse(lists.cycle(through: nodes.min() ?? nodes[0]), "lists only itself", document, &findings)
    }
    let wrapped = FactGraph(document.schemas.indices.map { index.wrapped(SchemaID($0)).map { [$0.index] } ?? [] })
    for nodes in wrapped.components where wrapped.isCyclic(nodes[0]) && refused.isDisjoint(with: nodes) {
        refused.formUnion(nodes)
        refuse(wrapped.cycle(through: nodes.min() ?? nodes[0]), "is nothing but itself and null", document, &findings)
    }
    return !refused.isEmpty
}

private func refuse(_ cycle: [Int], _ what: String, _ document: Document, _ findings: inout Findings) {
    let schemas = cycle.map { document.schemas[$0] }
    let chain = (schemas + schemas.prefix(1)).map { "'\($0.pointer)'" }
    let shown = chain.count > 8 ? chain.prefix(4) + ["…"] + chain.suffix(3) : chain[...]
    findings.report(
        Diagnostic(
            .error, .endlessSchema, "\(chain[0]) \(what): \(shown.joined(separator: " → "))",
            at: schemas[0].place,
            notes: schemas.dropFirst().prefix(6).map { .init("the cycle continues here", at: $0.place) },
            hint: "give one of them a 'type' or remove the reference"))
}

extension SchemaIndex {
    /// Schemas that only list others, by those they list.
    static func lists(_ document: Document) -> FactGraph {
        FactGraph(document.schemas.map { $0.isOnlyList ? $0.listed.map(\.index) : [] })
    }
}

extension Schema.Keywords {
    /// The schemas that each of its values must satisfy.
    fileprivate var parents: [SchemaID] { (reference.map { [$0] } ?? []) + allOf }

    /// The schemas one of which each of its values must satisfy.
    var listed: [SchemaID] { (reference.map { [$0] } ?? []) + oneOf + anyOf }

    /// Whether it has no keyword that makes a type but a reference, a `oneOf` or an `anyOf`.
    var isOnlyList: Bool {
        let combining = (reference == nil ? 0 : 1) + (oneOf.isEmpty ? 0 : 1) + (anyOf.isEmpty ? 0 : 1)
        return combining == 1 && allOf.isEmpty && types == nil && properties.isEmpty && items == nil
            && enumeration == nil && constant == nil && required.isEmpty && additionalProperties == nil
            && prefixItems.isEmpty && patternProperties.isEmpty && boolean == nil
    }
}
