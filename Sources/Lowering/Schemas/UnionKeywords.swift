import OpenAPI

/// Which lists of branches decide between types.
extension SchemaFacts {
    /// The `oneOf` and `anyOf` that decide between types; those that only demand members or limits are left to the
    /// service.
    func distinguishingUnions(_ merged: MergedSchema) -> [MergedSchema.UnionKeyword] {
        merged.unions.filter { union in
            union.branches.contains { branch in
                let id = unwrap(branch)
                return !index.isNullOnly(id) && !isConstraint(document[id], beside: merged)
            }
        }
    }

    /// Whether a branch says nothing but which members are required, what is not allowed and how long it may be.
    private func isConstraint(_ schema: Schema, beside merged: MergedSchema) -> Bool {
        let isPlain =
            schema.reference == nil && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.enumeration == nil && schema.constant == nil && schema.items == nil
            && schema.prefixItems.isEmpty && schema.patternProperties.isEmpty && schema.componentName == nil
        guard isPlain else { return false }
        if let types = schema.types, types != [.object] || merged.properties.isEmpty {
            guard let own = merged.types, !merged.properties.isEmpty || schema.properties.isEmpty else { return false }
            return types.filter { $0 != .null } == own && schema.properties.isEmpty && schema.format == nil
        }
        if case .schema? = schema.additionalProperties { return false }
        if schema.properties.isEmpty {
            return !merged.properties.isEmpty || schema.types == nil && schema.format == nil
        }
        return schema.properties.allSatisfy { property in
            merged.property(property.name) != nil && isLimit(document[property.schema])
        }
    }

    /// Whether a schema for a member that is declared elsewhere only narrows its values.
    private func isLimit(_ schema: Schema) -> Bool {
        schema.reference == nil && schema.componentName == nil && schema.properties.isEmpty && schema.items == nil
            && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty
            && schema.constant == nil && schema.enumeration == nil
    }

    /// The list a branch consists of that lists, at some remove, the one it is in.
    func circularUnion(_ id: SchemaID, _ union: MergedSchema.UnionKeyword) -> MergedSchema.UnionKeyword? {
        guard index.listEachOther(id, union.owner) else { return nil }
        let schema = document[id]
        let isOneOf = schema.anyOf.isEmpty
        return MergedSchema.UnionKeyword(owner: id, branches: schema.listed, isOneOf: isOneOf, discriminator: nil)
    }

    /// The list an inline branch consists of, unless it has its own discriminator.
    func innerUnion(_ id: SchemaID) -> MergedSchema.UnionKeyword? {
        let schema = document[id]
        guard !isComponent(id), schema.discriminator == nil, schema.properties.isEmpty, schema.allOf.isEmpty,
            schema.reference == nil, schema.oneOf.isEmpty != schema.anyOf.isEmpty, schema.enumeration == nil,
            schema.required.isEmpty
        else { return nil }
        let isOneOf = !schema.oneOf.isEmpty
        return MergedSchema.UnionKeyword(
            owner: id, branches: isOneOf ? schema.oneOf : schema.anyOf, isOneOf: isOneOf, discriminator: nil)
    }
}
