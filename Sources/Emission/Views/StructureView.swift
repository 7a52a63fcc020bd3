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
            .flag("isEmpty", "There where the object has no properties at all."),
            .slots("readings", "The statements that decode.", example: "token = try fields.optional(\"token\")"),
            .slots("writings", "The statements that encode.", example: "try fields.optional(token, \"token\")"),
        ])
}

/// How one stored property of a generated struct is declared, read and written.
struct StoredProperty {
    var name: Code
    /// As a parameter that is label and name at once.
    var label: Code
    var wireName: String
    /// With its optionality.
    var type: Code
    var isOptional: Bool
    /// Kept in `storage` behind a box, since a property wrapper cannot stand in a `nonisolated` type.
    var isIndirect: Bool
    var storage: Code { Code(encoded: "_" + name.text.filter { $0 != "`" }) }
    var presence: Property.Presence
    var documentation: Documentation
}

extension ClientScope {
    func structure(_ structure: Structure, of type: TypeDeclaration, imports: inout Imports) -> View {
        let scope = TypeDeclaration.Scope.type(type.id)
        for property in structure.properties { expose(property, imports: &imports) }
        imports.use(.runtime)
        let stored = structure.properties.map { storedProperty($0, in: scope) }
        let additional = structure.additionalProperties.map { additionalProperties($0, in: scope, imports: &imports) }
        let known = structure.properties.map { "\(literal: $0.wireName)" as Code }
        var readings = stored.map(reading)
        var writings = stored.map(writing)
        if additional != nil {
            readings.append("additionalProperties = try fields.additional(except: [\(known.joined(", "))])")
            writings.append("try fields.additional(additionalProperties)")
        }
        let all = stored + (additional.map { [$0] } ?? [])
        return View(
            .structure,
            [
                "properties": .codes(all.map(declaration)),
                "parameters": .code(argumentList(all.map(parameter), taken: 20)),
                "assignments": .codes(all.map(assignment)),
                "isEmpty": .flag(all.isEmpty),
                "readings": .codes(readings),
                "writings": .codes(writings),
            ])
    }

    private func expose(_ property: Property, imports: inout Imports) {
        imports.expose(property.type.modules)
        if property.presence == .optionalNullable || property.isIndirect { imports.expose([.runtime]) }
    }

    private func storedProperty(_ property: Property, in scope: TypeDeclaration.Scope) -> StoredProperty {
        let type = speller.spell(property.type, in: scope)
        let spelled: Code =
            switch property.presence {
            case .required: type
            case .requiredNullable, .optional: "\(type)?"
            case .optionalNullable: "Nullable<\(type)>?"
            }
        return StoredProperty(
            name: Code(property.name), label: Code(encoded: property.name.escapedAsLabel), wireName: property.wireName,
            type: spelled,
            isOptional: property.presence == .optional || property.presence == .optionalNullable,
            isIndirect: property.isIndirect, presence: property.presence,
            documentation: property.documentation)
    }

    /// The member that holds what the properties do not name.
    private func additionalProperties(
        _ value: TypeReference, in scope: TypeDeclaration.Scope, imports: inout Imports
    ) -> StoredProperty {
        imports.expose(value.modules)
        return StoredProperty(
            name: "additionalProperties", label: "additionalProperties", wireName: "",
            type: "[String: \(speller.spell(value, in: scope))]",
            isOptional: false, isIndirect: false, presence: .required,
            documentation: Documentation(description: "Members the document gives no name to."))
    }

    /// For example: `public var token: String?`, or a box and the property that opens it.
    private func declaration(_ property: StoredProperty) -> Code {
        let declaration = documented("\(access)var \(property.name): \(property.type)", property.documentation)
        guard property.isIndirect else { return declaration }
        return """
            \(declaration) {
            get { \(property.storage).wrappedValue }
            set { \(property.storage).wrappedValue = newValue }
            }
            private var \(property.storage): Indirect<\(property.type)>
            """
    }

    private func assignment(_ property: StoredProperty) -> Code {
        property.isIndirect
            ? "\(property.storage) = Indirect(wrappedValue: \(property.name))"
            : "self.\(property.name) = \(property.name)"
    }

    private func parameter(_ property: StoredProperty) -> Code {
        let value: Code =
            property.isOptional
            ? " = nil" : property.name == "additionalProperties" && property.wireName.isEmpty ? " = [:]" : ""
        return "\(property.label): \(property.type)\(value)"
    }

    /// For example: `token = try fields.optional("token")`.
    private func reading(_ property: StoredProperty) -> Code {
        let method: Code =
            switch property.presence {
            case .required: "required"
            case .requiredNullable: "requiredNullable"
            case .optional: "optional"
            case .optionalNullable: "optionalNullable"
            }
        return "\(property.name) = try fields.\(method)(\(literal: property.wireName))"
    }

    /// For example: `try fields.optional("token", token)`.
    private func writing(_ property: StoredProperty) -> Code {
        let method: Code =
            switch property.presence {
            case .required: "required"
            case .requiredNullable: "requiredNullable"
            case .optional: "optional"
            case .optionalNullable: "optionalNullable"
            }
        return "try fields.\(method)(\(literal: property.wireName), \(property.name))"
    }
}
