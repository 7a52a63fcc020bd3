@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import YAML

extension SchemaConverter {
    /// What an object schema becomes: a struct where it has properties, forbids further ones, or is a component that says
    /// nothing of its members; else a dictionary.
    mutating func object(_ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot) -> Lowered {
        let isClosed = merged.additionalProperties == .allowed(false)
        let isOpen = merged.additionalProperties != nil || !merged.patternProperties.isEmpty
        let isStructure =
            !merged.properties.isEmpty || !merged.required.isEmpty || (isClosed && merged.patternProperties.isEmpty)
            || (slot.type != nil && !isOpen)
        guard isStructure else {
            return .reference(.dictionary(furtherMembers(merged, of: conjunction, in: slot) ?? .json))
        }
        let type = declare(&slot, conjunction)
        let further = furtherMembers(merged, of: conjunction, in: slot)
        let isUnrestricted = merged.properties.isEmpty && !isOpen
        return .declared(
            .structure(
                Structure(
                    properties: properties(merged, of: type, conjunction),
                    additionalProperties: isUnrestricted ? .json : further)))
    }

    /// The type of members without a property of their own, or `nil` where the schema does not speak of them.
    private mutating func furtherMembers(
        _ merged: MergedSchema, of conjunction: Conjunction, in slot: Slot
    ) -> TypeReference? {
        var members: [SchemaID] = merged.patternProperties
        var allowsAny = false
        switch merged.additionalProperties {
        case .schema(let id)?: members.append(id)
        case .allowed(true)?: allowsAny = true
        default: break
        }
        guard let first = members.first else { return allowsAny ? .json : nil }
        if allowsAny {
            report(
                Diagnostic(
                    .degraded, .mixedMembers,
                    "members whose type depends on a name pattern become JSON values",
                    at: facts.document[first].place))
            return .json
        }
        return any(of: members, owner: conjunction.members[0], in: elementContext(slot, conjunction, first))
    }

    private mutating func properties(_ merged: MergedSchema, of type: TypeID, _ conjunction: Conjunction) -> [Property]
    {
        var listed: [MergedSchema.Property] = []
        for property in merged.properties {
            if property.schemas.contains(where: { facts.document[$0].boolean == false }) {
                reportForbidden(property)
            } else {
                listed.append(property)
            }
        }
        var claims: [NameScope.Claim] = []
        let pointer = declarations[type].pointer
        for property in listed {
            let origins = naming.pins.isEmpty ? [] : property.origins
            claims.append(
                claim(
                    property.name, in: pointer, at: property.place,
                    origins.map { "\(facts.document[$0].pointer)/properties/\(pointerToken(property.name))" }))
        }
        let undeclared = merged.required.filter { merged.property($0) == nil }
        for name in undeclared {
            let place = merged.requiredPlace(name) ?? facts.document[conjunction.members[0]].place
            claims.append(claim(name, in: pointer, at: place, []))
        }
        let names = assignNames(claims, as: .properties, in: NameScope(), pointers: claims.map { _ in nil })
        var result: [Property] = []
        var origins: Set<SchemaID> = []
        for (property, name) in zip(listed, names) {
            if budget.isSpent { break }
            let lowered = self.property(property, named: name, merged, of: type)
            let origin = property.origins[0]
            budget.charge(
                lowered, of: property.schemas, declaredBy: origin, isFirst: origins.insert(origin).inserted, facts)
            result.append(lowered)
        }
        for (wireName, name) in zip(undeclared, names.dropFirst(listed.count)) {
            let lowered = undeclaredProperty(wireName, named: name, merged, conjunction)
            budget.charge(lowered, of: [], declaredBy: conjunction.members[0], isFirst: false, facts)
            result.append(lowered)
        }
        return result.filter(\.isRequired) + result.filter { !$0.isRequired }
    }

    private mutating func claim(
        _ wireName: String, in owner: String, at place: Place, _ pointers: [String]
    ) -> NameScope.Claim {
        let isDecorated = wireName.utf8.first.map { !isAlphanumeric($0) && $0 < 0x80 } ?? false
        var pin: String?
        for pointer in pointers where pin == nil { pin = pinned(pointer, .property) }
        var claim = NameScope.Claim(
            naming.propertyCandidates(wireName), text: wireName, wireName: wireName, pinned: pin,
            rank: isDecorated ? 1 : 0,
            keys: { [keys = naming.keys] in ["\(keys.key(owner))/properties/\(pointerToken(wireName))"] })
        claim.origin = NameScope.Origin(text: wireName, place: place)
        return claim
    }

    private mutating func property(
        _ property: MergedSchema.Property, named name: String, _ merged: MergedSchema, of type: TypeID
    ) -> Property {
        let origin = property.origins[0]
        let component = facts.isComponent(origin) ? origin : facts.enclosingComponents[origin]
        if let component { reserveComponent(component) }
        let isRefined = property.schemas.count > 1
        let context = Context(
            scope: .type(isRefined ? type : inline.enclosing[origin] ?? type), component: isRefined ? nil : component,
            stem: .member(property.name), wireName: property.name,
            pointer: pointer(of: property))
        let use = use(property.schemas, in: context)
        let traits = facts.traits(of: property.schemas)
        let presence: Property.Presence =
            switch (merged.isRequired(property.name), use.isNullable) {
            case (true, false): .required
            case (true, true): .requiredNullable
            case (false, false): .optional
            case (false, true): .optionalNullable
            }
        var result = Property(
            name: Identifier(sanitizing: name), wireName: property.name, type: use.type, presence: presence,
            isReadOnly: traits.isReadOnly, isWriteOnly: traits.isWriteOnly,
            isSecret: traits.isSecret || use.type.holdsText && SecretNames.contains(property.name),
            defaultValue: traits.defaultValue.map { jsonText($0) },
            documentation: facts.documentation(of: property.schemas, traits), place: property.place)
        if presence == .required, use.type == .scalar(.boolean) {
            let choices = facts.choices(property)
            result.constant = choices.count == 1 ? .boolean(choices[0] == "true") : nil
        }
        return result
    }

    /// Of the schema that declares the type of a property, which is not the first where a later one refines it.
    private func pointer(of property: MergedSchema.Property) -> String {
        guard property.schemas.count > 1 else { return facts.document[property.origins[0]].pointer }
        let own = facts.document[facts.simplify(property.schemas)[0]].pointer
        let pointers = property.origins.map { facts.document[$0].pointer }
        return pointers.first { own.utf8.starts(with: $0.utf8) } ?? pointers[0]
    }

    private mutating func reportForbidden(_ property: MergedSchema.Property) {
        report(
            Diagnostic(
                .remark, .forbiddenProperty, "\(quote(property.name)) is not allowed; it has no property in Swift",
                at: property.place))
    }

    /// A name that is required and has no schema: any value, and no error where a service leaves it out all the same.
    private mutating func undeclaredProperty(
        _ wireName: String, named name: String, _ merged: MergedSchema, _ conjunction: Conjunction
    ) -> Property {
        let place = merged.requiredPlace(wireName) ?? facts.document[conjunction.members[0]].place
        report(
            Diagnostic(
                .repaired, .undeclaredProperty,
                "\(quote(wireName)) is required and has no schema; it is read as an optional member of any type",
                at: place,
                hint: nearest(to: wireName, among: merged.properties.map(\.name)).map { "did you mean `\($0)`?" }))
        return Property(
            name: Identifier(sanitizing: name), wireName: wireName, type: .json, presence: .optional, place: place)
    }
}

extension Property {
    var isRequired: Bool { presence == .required || presence == .requiredNullable }
}
