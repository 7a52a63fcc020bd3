extension Schema.Keywords {
    /// Replaces each schema inside this one, and each that it refers to.
    ///
    /// - Parameter change: Gets a schema and where this schema uses it. For example: `items`, or `properties` and `name`.
    mutating func replaceParts(_ change: (SchemaID, _ path: [String]) -> SchemaID) {
        if let id = reference { reference = change(id, ["$ref"]) }
        if let id = items { items = change(id, ["items"]) }
        allOf = replaced(allOf, "allOf", change)
        oneOf = replaced(oneOf, "oneOf", change)
        anyOf = replaced(anyOf, "anyOf", change)
        for index in properties.indices {
            properties[index].schema = change(properties[index].schema, ["properties", properties[index].name])
        }
        additionalProperties?.replace("additionalProperties", change)
        guard var content = details?.content else { return }
        content.replaceParts(change)
        details = Details(content)
    }

    /// The schemas inside this one, and those that it refers to.
    var parts: [SchemaID] {
        var parts: [SchemaID] = []
        var copy = self
        copy.replaceParts { id, _ in
            parts.append(id)
            return id
        }
        return parts
    }
}

private typealias Change = (SchemaID, _ path: [String]) -> SchemaID

private func replaced(_ ids: [SchemaID], _ key: String, _ change: Change) -> [SchemaID] {
    ids.enumerated().map { change($1, [key, String($0)]) }
}

extension Schema.Additional {
    fileprivate mutating func replace(_ key: String, _ change: Change) {
        if case .schema(let id) = self { self = .schema(change(id, [key])) }
    }
}

extension Details.Content {
    fileprivate mutating func replaceParts(_ change: Change) {
        prefixItems = replaced(prefixItems, "prefixItems", change)
        patternProperties = patternProperties.map { ($0, change($1, ["patternProperties", $0])) }
        definitions = definitions.map { ($0, change($1, ["$defs", $0])) }
        conditions.replaceParts(change)
        guard var found = discriminator else { return }
        for (index, mapped) in found.mapping.enumerated() {
            found.mapping[index].schema = mapped.schema.map { change($0, ["discriminator", "mapping", mapped.value]) }
        }
        found.defaultMapping = found.defaultMapping.map { change($0, ["discriminator", "defaultMapping"]) }
        discriminator = found
    }
}

extension Schema.Conditions {
    fileprivate mutating func replaceParts(_ change: Change) {
        not = not.map { change($0, ["not"]) }
        ifSchema = ifSchema.map { change($0, ["if"]) }
        thenSchema = thenSchema.map { change($0, ["then"]) }
        elseSchema = elseSchema.map { change($0, ["else"]) }
        contains = contains.map { change($0, ["contains"]) }
        propertyNames = propertyNames.map { change($0, ["propertyNames"]) }
        contentSchema = contentSchema.map { change($0, ["contentSchema"]) }
        dependentSchemas = dependentSchemas.map { ($0, change($1, ["dependentSchemas", $0])) }
        unevaluatedProperties?.replace("unevaluatedProperties", change)
        unevaluatedItems?.replace("unevaluatedItems", change)
    }
}
