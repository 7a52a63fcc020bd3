import OpenAPI

/// The values of a discriminator by the schemas they are mapped to, so that each branch finds its own at once.
struct MappedValues {
    private var positions: [SchemaID: [Int]] = [:]
    private var values: [String] = []

    init(_ discriminator: Discriminator?, _ facts: SchemaFacts) {
        for mapped in discriminator?.mapping ?? [] {
            if let schema = mapped.schema {
                // A mapping may name a schema that only wraps a branch.
                for target in Set([schema, facts.unwrap(schema)]) {
                    positions[target, default: []].append(values.count)
                }
            }
            values.append(mapped.value)
        }
    }

    /// The values mapped to any of some schemas, in document order.
    func values(of targets: [SchemaID]) -> [String] {
        let found = targets.compactMap { positions[$0] }
        return found.count == 1 ? found[0].map { values[$0] } : Set(found.joined()).sorted().map { values[$0] }
    }
}
