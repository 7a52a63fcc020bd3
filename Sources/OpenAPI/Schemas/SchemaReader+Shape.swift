import Diagnostics
import YAML

extension SchemaReader {
    /// What kind of value it is, and what is inside it.
    mutating func readShape(_ key: SchemaKey, _ entry: Mapping.Entry) -> Bool {
        switch key {
        case .type: readType(entry)
        case .nullable, .xNullable: readNullable(key, entry)
        case .format: schema.format = reader.text(entry)
        case .enumeration: readEnumeration(entry)
        case .constant: schema.constant = entry.value
        case .xEnumVarnames, .xEnumNames, .xMicrosoftEnum, .xEnumDescriptions, .xEnumDescriptionsByValue:
            labelEntries.append((key, entry))
        case .properties: readProperties(entry)
        case .required: readRequired(entry)
        case .additionalProperties: schema.additionalProperties = additional(entry)
        case .items: readItems(entry)
        case .prefixItems:
            let ids = list(entry)
            withDetails { $0.prefixItems = ids }
        case .patternProperties:
            let patterns = named(entry, "the pattern").map { (pattern: $0.name, schema: $0.schema) }
            withDetails { $0.patternProperties = patterns }
        case .contentEncoding:
            let text = reader.text(entry)
            withDetails { $0.contentEncoding = text }
        case .contentMediaType:
            let text = reader.text(entry)
            withDetails { $0.contentMediaType = text }
        default: return false
        }
        return true
    }

    private mutating func readNullable(_ key: SchemaKey, _ entry: Mapping.Entry) {
        if key == .xNullable, family != .v2_0 { return }
        if key == .nullable, family >= .v3_1 {
            reader.report(
                .repaired, .otherVersionKey,
                "`nullable` is a key of OpenAPI 3.0, not of \(family.text); it is read with its meaning there",
                at: entry.keyPlace, hint: "add `null` to `type`")
        }
        isNullable = reader.boolean(entry) ?? isNullable
    }

    private mutating func readEnumeration(_ entry: Mapping.Entry) {
        if case .sequence(let values) = entry.value.value {
            schema.enumeration = values
        } else if entry.value.isNull {
            reader.reportEmpty(entry)
        } else {
            reader.report(
                .leftOut, .wrongKind, "`enum` must be a list, but is \(entry.value.kindText); it is skipped",
                at: entry.value.place)
        }
    }

    private mutating func readProperties(_ entry: Mapping.Entry) {
        let names = reader.members(entry, in: located)
        schema.properties.reserveCapacity(names.count)
        var composed: [String: Place] = [:]
        for property in names {
            if !property.key.utf8.allSatisfy({ $0 < 0x80 }) {
                if let first = composed[property.key] {
                    reportDuplicate(property.key, at: property.keyPlace, of: first)
                    continue
                }
                composed[property.key] = property.keyPlace
            }
            let id = reader.schema(property.located, leavingOut: "the property \(quote(property.key))")
            if let id {
                schema.properties.append(
                    Schema.Property(name: property.key, namePlace: property.keyPlace, schema: id))
            } else {
                lostProperties.insert(property.key)
            }
        }
    }

    /// Canonically equivalent keys are one key to Swift's strings, and so to its coders.
    private func reportDuplicate(_ name: String, at place: Place, of first: Place) {
        reader.report(
            .leftOut, .duplicate,
            "the property \(quote(name)) differs from another only in Unicode composition, which Swift ignores; it is skipped",
            at: place, notes: [.init("the other one is here", at: first)])
    }

    private mutating func readRequired(_ entry: Mapping.Entry) {
        if case .boolean = entry.value.value {
            reader.report(
                .leftOut, .wrongKind,
                "`required` of a schema must be a list of names, but is \(entry.value.kindText); it is skipped",
                at: entry.value.place, hint: "list the property in `required` of the enclosing object")
            return
        }
        var seen: [String: Place] = [:]
        for (name, place) in reader.texts(entry) {
            if let first = seen[name] {
                reader.report(
                    .repaired, .duplicate, "\(quote(name)) is listed twice in `required`", at: place,
                    notes: [.init("first here", at: first)])
            } else {
                seen[name] = place
                schema.required.append((name, place))
            }
        }
    }

    private mutating func readItems(_ entry: Mapping.Entry) {
        guard case .sequence = entry.value.value else {
            schema.items = one(entry)
            return
        }
        reader.report(
            .repaired, .otherVersionKey, "`items` must be one schema; the list is read as `prefixItems`",
            at: entry.value.place)
        let ids = list(entry)
        withDetails { $0.prefixItems = ids }
    }

    // MARK: Schemas inside

    /// The schema under a keyword.
    mutating func one(_ entry: Mapping.Entry) -> SchemaID? {
        if entry.value.isNull {
            reader.reportEmpty(entry)
            return nil
        }
        return reader.schema(located.child(entry), leavingOut: "\(code(entry.key))")
    }

    /// The list of schemas under a keyword; a single one is its only item.
    mutating func list(_ entry: Mapping.Entry) -> [SchemaID] {
        if case .mapping = entry.value.value, !reader.leadsToList(entry.value, in: located.scope) {
            reader.report(
                .repaired, .wrongKind,
                "\(code(entry.key)) must be a list of schemas; the mapping is read as its only item",
                at: entry.value.place)
            return one(entry).map { [$0] } ?? []
        }
        return reader.items(entry, in: located).compactMap { item in
            reader.schema(item, leavingOut: "this item of \(code(entry.key))")
        }
    }

    /// The mapping of schemas under a keyword.
    mutating func named(_ entry: Mapping.Entry, _ what: String) -> [(name: String, schema: SchemaID)] {
        reader.members(entry, in: located).compactMap { name in
            let id = reader.schema(name.located, leavingOut: "\(what) \(quote(name.key))")
            return id.map { (name.key, $0) }
        }
    }

    mutating func additional(_ entry: Mapping.Entry) -> Schema.Additional? {
        switch entry.value.value {
        case .boolean(let value): return .allowed(value)
        case .string: return reader.boolean(entry).map { .allowed($0) }
        default: return one(entry).map { .schema($0) }
        }
    }
}
