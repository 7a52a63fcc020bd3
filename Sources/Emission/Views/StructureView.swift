import ClientModel

extension ViewType {
    static let structure: ViewType = ViewType(
        name: "structure", summary: "An object with known properties.",
        keys: [
            .slots(
                "properties", "The stored properties, documentation included.",
                example: "public var redirectURL: String?"),
            .slot("parameters", "The memberwise initializer's parameter list.", example: "(token: String? = nil)"),
            .slots("assignments", "The initializer's statements.", example: "self.token = token"),
            .flag("isIdentifiable", "Set if a required property `id` identifies a value."),
            .flag("isEmpty", "Set if the object has no properties."),
            .slots("readings", "The statements that decode.", example: "self.token = fields.optionalString(\"token\")"),
            .slots("writings", "The statements that encode.", example: "fields.optionalString(\"token\", self.token)"),
            .slots(
                "comparisons", "The statements that compare.",
                example: "fields.optionalString(left.token, right.token)"),
            .slots(
                "hashings", "The statements that hash.",
                example: "FieldHasher.optionalString(self.token, into: &hasher)"),
            .flag("hasSecrets", "Set if descriptions must omit a property."),
            .slots(
                "shown", "The properties for descriptions.", example: "\"token\": \"REDACTED\","),
        ])
}

extension ClientScope {
    func structure(_ structure: Structure, of type: TypeDeclaration, imports: inout Imports) -> View {
        let scope = TypeDeclaration.Scope.type(type.id)
        for property in structure.properties { imports.expose(modules(of: property.type)) }
        var stored = structure.properties.map { storedProperty($0, in: scope) }
        var readings = stored.map(\.reading)
        var writings = stored.map(\.writing)
        if let value = structure.additionalProperties {
            imports.expose(modules(of: value))
            let additional = additionalProperties(value, named: structure.additionalName, in: scope)
            let known = structure.properties.map { "\(literal: $0.wireName)" as Code }
            readings.append(
                "self.\(additional.name) = fields.rest(\(listed(known, taken: 60, lead: "except: ")))")
            // First, so that the members with a name of their own win.
            writings.insert("fields.rest(self.\(additional.name))", at: 0)
            stored.append(additional)
        }
        if let name = structure.explicitNulls {
            let nulls = explicitNulls(of: structure, named: name)
            let nullable = structure.nullableProperties.map { "\(literal: $0.wireName)" as Code }
            readings.append("self.\(name) = fields.nulls(\(listed(nullable, taken: 40)))")
            // Last, so that a member with a value is encoded with it.
            writings.append("fields.nulls(self.\(name))")
            stored.append(nulls)
        }
        if !stored.isEmpty { imports.expose([.runtime]) }
        return View(
            .structure,
            [
                "properties": .codes(stored.map { documented($0.declaration(access), $0.documentation) }),
                "parameters": .code(argumentList(stored.map(\.parameter), taken: 20)),
                "assignments": .codes(stored.map(\.assignment)),
                "isIdentifiable": .flag(isIdentifiable(structure, type)),
                "isEmpty": .flag(stored.isEmpty),
                "readings": .codes(readings),
                "writings": .codes(writings),
                "comparisons": .codes(stored.map(\.comparison)),
                "hashings": .codes(stored.map(\.hashing)),
                "hasSecrets": .flag(stored.contains(where: \.isSecret)),
                "shown": .codes(stored.map(\.shown)),
            ])
    }

    /// Whether `id` can be the requirement of `Identifiable`, whose associated type `ID` a nested type of that name would be.
    private func isIdentifiable(_ structure: Structure, _ type: TypeDeclaration) -> Bool {
        guard let id = structure.properties.first(where: { $0.name == .id }), id.presence == .required else {
            return false
        }
        let scope = TypeDeclaration.Scope.type(type.id)
        guard speller.declares(.identifierType, in: scope) else { return true }
        guard case .named(let declared) = id.type else { return false }
        return api[declared].scope == scope && api[declared].name == .identifierType
    }

    /// The member that holds what the properties do not name.
    private func additionalProperties(
        _ value: TypeReference, named name: Identifier, in scope: TypeDeclaration.Scope
    ) -> StoredProperty {
        StoredProperty(
            name: name, wireName: "", type: "[String: \(speller.spell(value, in: scope))]", standard: "[:]",
            method: "rest", comparing: "dictionary", isThrowing: false, storage: nil, isSecret: false,
            documentation: Documentation(description: "Members that the document does not name."))
    }

    /// The member that lists which members are sent as `null`.
    private func explicitNulls(of structure: Structure, named name: Identifier) -> StoredProperty {
        let names = structure.nullableProperties.map { "`.\($0.name.text)`" }.joined(separator: ", ")
        return StoredProperty(
            name: name, wireName: "", type: "ExplicitNulls<Self>", standard: "[]", method: "nulls", comparing: "value",
            isThrowing: false, storage: nil, isSecret: false,
            documentation: Documentation(
                description: "The members that are sent as `null` if they have no value: \(names)."))
    }
}
