import Diagnostics
import YAML

extension SchemaReader {
    /// References, and schemas made of others.
    mutating func readComposition(_ key: SchemaKey, _ entry: Mapping.Entry) -> Bool {
        switch key {
        case .reference: readReference(entry)
        case .dynamicReference: readDynamicReference(entry)
        case .id, .dynamicAnchor: readIdentity(key, entry)
        case .recursiveReference: readRecursiveReference(entry)
        case .allOf: schema.allOf = branches(entry)
        case .oneOf: schema.oneOf = branches(entry)
        case .anyOf: schema.anyOf = branches(entry)
        case .discriminator:
            let discriminator = reader.discriminator(located.child(entry))
            withDetails { $0.discriminator = discriminator }
        case .definitions, .oldDefinitions:
            let definitions = named(entry, "the definition")
            withDetails { $0.definitions += definitions }
        default: return false
        }
        return true
    }

    private mutating func branches(_ entry: Mapping.Entry) -> [SchemaID] {
        if case .sequence(let items) = entry.value.value, items.isEmpty {
            reader.report(
                .repaired, .emptyValue, "\(code(entry.key)) has no schemas; it is read as absent", at: entry.value.place
            )
        }
        return list(entry)
    }

    private mutating func readReference(_ entry: Mapping.Entry) {
        guard case .string(let text) = entry.value.value else {
            reader.report(
                .error, .wrongKind, "\(code(entry.key)) must be text, but is \(entry.value.kindText)",
                at: entry.value.place
            )
            return
        }
        schema.reference =
            reader.arena.siblingReference(text, of: located, &reader.references, &reader.findings)
            ?? schema.reference
    }

    /// Where `$dynamicRef` leads from other scopes is decided when all schemas are read; see ``DynamicScopes``.
    private mutating func readDynamicReference(_ entry: Mapping.Entry) {
        readReference(entry)
        guard case .string(let text) = entry.value.value, let fragment = URIReference(text).fragment,
            let name = PercentEncoding.decode(fragment), !name.isEmpty, name.utf8.first != UInt8(ascii: "/")
        else { return }
        withDetails { $0.dynamicReference = name }
        reader.arena.hasDynamicReferences = true
    }

    private mutating func readIdentity(_ key: SchemaKey, _ entry: Mapping.Entry) {
        guard case .string(let text) = entry.value.value else { return }
        if key == .dynamicAnchor {
            withDetails { $0.dynamicAnchor = text }
        } else if !text.hasPrefix("#") {
            withDetails { $0.isResource = true }
        }
    }

    /// `$recursiveRef` (2019-09) means the nearest schema around it that says `$recursiveAnchor`, or the whole resource.
    private mutating func readRecursiveReference(_ entry: Mapping.Entry) {
        guard let anchor = reader.references.recursiveAnchor(around: located, &reader.findings) else {
            reader.report(
                .degraded, .danglingReference,
                "`$recursiveRef` does not resolve: no enclosing schema has `$recursiveAnchor`", at: entry.value.place)
            return
        }
        schema.reference = reader.arena.schema(
            at: anchor, leavingOut: "the reference", &reader.references, &reader.findings)
    }
}
