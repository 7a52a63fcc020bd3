import OpenAPI

/// What is asked of the schemas of bodies.
extension SchemaFacts {
    /// Whether a schema is a string of bytes, which no JSON text holds: services that write it send a file.
    func isBytes(_ id: SchemaID) -> Bool {
        let schema = document[unwrap(id)]
        return schema.format == "binary" && schema.types.map { $0.allSatisfy { $0 == .string || $0 == .null } } ?? true
    }

    /// Whether a schema's values are bytes or plain text.
    func isOpaque(_ id: SchemaID) -> Bool {
        let schema = document[unwrap(id)]
        return index.isVacuous(unwrap(id)) || schema.types == [.string] && schema.enumeration == nil
    }

    /// Whether the schema of a stream's items describes events with their members (OpenAPI 3.2, "Server-Sent Event
    /// Streams"), and not only their data.
    func isEvent(_ id: SchemaID) -> Bool {
        let reach = Reach(from: [unwrap(id)]) { id in
            let schema = document[id]
            return (schema.allOf + schema.oneOf + schema.anyOf).map { unwrap($0) }
        }
        let graph = reach.graph
        return graph.facts(from: false) { node, known in
            let schema = document[reach.nodes[node]]
            if schema.properties.contains(where: { $0.name == "data" || $0.name == "event" }) { return true }
            let parts = graph.edges[node].map { known[$0] }
            let branches = parts.dropFirst(schema.allOf.count)
            return parts.prefix(schema.allOf.count).contains(true) || !branches.isEmpty && !branches.contains(false)
        }[0]
    }

    func isFile(_ property: String, of media: OpenAPI.MediaType) -> Bool {
        guard let schema = media.schema,
            let found = document[unwrap(schema)].properties.first(where: { $0.name == property })
        else { return false }
        let outer = document[unwrap(found.schema)]
        let inner = outer.types == [.array] ? outer.items.map { document[unwrap($0)] } ?? outer : outer
        return inner.types == [.string] && (inner.format == "binary" || inner.contentMediaType != nil)
    }

    func hasMembers(_ id: SchemaID) -> Bool {
        Reach(from: [id]) { id in document[id].items.map { [unwrap($0)] } ?? [] }.nodes.contains { id in
            let schema = document[id]
            return !schema.properties.isEmpty || !schema.allOf.isEmpty || !schema.oneOf.isEmpty || !schema.anyOf.isEmpty
        }
    }

    /// Whether two schemas describe the same values, as far as lists and scalars go.
    func isSame(_ left: SchemaID?, _ right: SchemaID?) -> Bool {
        var (left, right) = (left, right)
        var seen: Set<[SchemaID]> = []
        while let one = left, let other = right, one != other, seen.insert([one, other]).inserted {
            let (own, others) = (document[one], document[other])
            guard own.types == others.types, own.format == others.format, let type = own.types?.first else {
                return false
            }
            switch type {
            case .array:
                left = own.items.map { unwrap($0) }
                right = others.items.map { unwrap($0) }
            case .object: return false
            default: return own.enumeration == nil && others.enumeration == nil
            }
        }
        // Lists of themselves alone, all the way down, are the same.
        return (left == nil) == (right == nil)
    }
}
