import ClientModel
import Diagnostics
import OpenAPI

extension SchemaConverter {
    /// Decides what a schema becomes, and makes it.
    mutating func shape(_ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot) -> Lowered {
        if merged.isNever {
            reportNever(conjunction)
            return .reference(.json)
        }
        if let values = merged.values { return enumeration(values, merged, of: conjunction, in: &slot) }
        let unions = facts.distinguishingUnions(merged)
        if !unions.isEmpty { return union(unions, merged, of: conjunction, in: &slot) }
        let types = merged.allowedTypes
        noteContradictingFormat(types, merged, conjunction)
        return shape(ofTypes: types, merged, of: conjunction, in: &slot)
    }

    /// Remarks upon a format of another type than the schema's: the type wins.
    private mutating func noteContradictingFormat(
        _ types: [SchemaType], _ merged: MergedSchema, _ conjunction: Conjunction
    ) {
        guard let format = merged.format, merged.types != nil, let type = types.first, types.count == 1,
            !type.canHave(format)
        else { return }
        report(
            Diagnostic(
                .remark, .formatType, "the format \(quote(format)) is not one of \(type.phrase); the type is used",
                at: facts.document[conjunction.members[0]].place))
    }

    /// The same for a schema whose `type` is known.
    mutating func shape(
        ofTypes types: [SchemaType], _ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot
    ) -> Lowered {
        guard types.count == 1, let type = types.first else {
            if types == [.integer, .number] || types == [.number, .integer] {
                return .reference(.scalar(facts.scalars.number(merged, isInteger: false)))
            }
            return types.isEmpty ? .reference(.json) : union(ofTypes: types, merged, of: conjunction, in: &slot)
        }
        switch type {
        case .null: return .reference(.json)
        case .boolean: return .reference(.scalar(.boolean))
        case .integer: return .reference(.scalar(facts.scalars.number(merged, isInteger: true)))
        case .number: return .reference(.scalar(facts.scalars.number(merged, isInteger: false)))
        case .string: return .reference(.scalar(facts.scalars.string(merged)))
        case .array: return .reference(array(merged, of: conjunction, in: &slot))
        case .object: return object(merged, of: conjunction, in: &slot)
        }
    }

    private mutating func reportNever(_ conjunction: Conjunction) {
        let schema = facts.document[conjunction.members[0]]
        report(
            Diagnostic(
                .remark, .impossibleSchema, "no value satisfies this schema; its type is a JSON value",
                at: schema.place))
    }

    private mutating func array(_ merged: MergedSchema, of conjunction: Conjunction, in slot: inout Slot)
        -> TypeReference
    {
        let owner = merged.items.first ?? merged.prefixItems.first
        guard let owner else { return .array(.json) }
        let context = elementContext(slot, conjunction, owner)
        if merged.prefixItems.isEmpty { return .array(element(merged.items, in: context)) }
        return .array(any(of: merged.prefixItems + merged.items, owner: conjunction.members[0], in: context))
    }

    /// The type of an array's or a map's elements, where `null` shows.
    mutating func element(_ members: [SchemaID], in context: Context) -> TypeReference {
        let use = use(members, in: context)
        return use.isNullable ? .nullable(use.type) : use.type
    }

    /// Where the inline elements of what a slot is for are nested.
    func elementContext(_ slot: Slot, _ conjunction: Conjunction, _ owner: SchemaID) -> Context {
        let pointer = facts.document[conjunction.members[0]].pointer
        guard let type = slot.type else { return slot.context.ofElement(in: pointer) }
        return Context(
            scope: .type(type), stem: .fixed("Item"), wireName: declarations[type].wireName, pointer: pointer)
    }
}

extension MergedSchema {
    /// The types a schema allows, worked out from its other keywords where it has no `type`; empty for anything.
    var allowedTypes: [SchemaType] {
        if format == "int-or-string" { return [.integer, .string] }
        if let types {
            let hasAll = types.count >= 5 || Set(types).isSuperset(of: [.string, .number, .boolean, .object, .array])
            return hasAll ? [] : types
        }
        if !properties.isEmpty || additionalProperties != nil || !patternProperties.isEmpty
            || !required.isEmpty
        {
            return [.object]
        }
        if !items.isEmpty || !prefixItems.isEmpty { return [.array] }
        if let format {
            if stringFormats[format] != nil || plainStringFormats.contains(format) { return [.string] }
            if integerFormats[format] != nil { return [.integer] }
            if numberFormats[format] != nil { return [.number] }
        }
        guard let bounds else { return [] }
        if bounds.pattern != nil || bounds.minLength != nil || bounds.maxLength != nil { return [.string] }
        if bounds.minimum != nil || bounds.maximum != nil || bounds.multipleOf != nil { return [.number] }
        return []
    }
}
