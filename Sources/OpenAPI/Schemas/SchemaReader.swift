import Diagnostics
import YAML

/// Reads one schema. Each group of keywords has its own file.
struct SchemaReader {
    let reader: Reader
    let located: Located
    let family: Version.Family
    var schema: Schema.Keywords
    var details: Details.Content?
    /// 3.0's `exclusiveMinimum` and `exclusiveMaximum`, which say something of `minimum` and `maximum`.
    var isMinimumExclusive = false
    var isMaximumExclusive = false
    /// `nullable`, whether or not its version has it.
    var isNullable = false
    /// The format that a word for a type brings with it, such as `date`.
    var impliedFormat: String?
    /// The extensions that name or describe the values of `enum`, which may stand before it.
    var labelEntries: [(key: SchemaKey, entry: Mapping.Entry)] = []
    /// Properties that were left out and are not required either.
    var lostProperties: Set<String> = []

    static func read(_ source: SchemaSource, _ reader: Reader) -> Schema {
        var schemaReader = SchemaReader(source.located, reader)
        switch source.form {
        case .anything: break
        case .text: schemaReader.schema.types = SchemaTypes.list(.string)
        case .form(let members): schemaReader.read(members)
        case .schema: schemaReader.read(isParameter: false)
        case .parameter: schemaReader.read(isParameter: true)
        }
        return schemaReader.finished()
    }

    private init(_ located: Located, _ reader: Reader) {
        self.reader = reader
        self.located = located
        family = reader.family(of: located)
        schema = Schema.Keywords(pointer: located.pointer, place: located.place)
    }

    private mutating func read(isParameter: Bool) {
        switch located.node.value {
        case .boolean(let value): schema.boolean = value
        case .null:
            reader.report(
                .repaired, .emptyValue, "a schema without a value is read as one that allows anything",
                at: located.place)
        case .mapping(let mapping):
            for entry in mapping.entries { read(entry, isParameter: isParameter) }
        default: _ = reader.mapping(located.node, "a schema")
        }
    }

    private mutating func read(_ entry: Mapping.Entry, isParameter: Bool) {
        guard let key = SchemaKey.table[entry.key] else {
            if !isParameter || !Self.parameterKeys.contains(entry.key) {
                reportUnknown(entry)
            }
            return
        }
        if isParameter, Self.parameterKeys.contains(entry.key) { return }
        if let versions = SchemaKey.table.versions(of: key), !versions.contains(family) {
            reader.reportOtherVersion(entry, versions, family)
        }
        if readAnnotation(key, entry) || readShape(key, entry) || readComposition(key, entry) { return }
        _ = readBounds(key, entry) || readCondition(key, entry)
    }

    /// Since 3.1 a schema may have any keyword; one that is nearly one of JSON Schema's is still worth a word.
    private func reportUnknown(_ entry: Mapping.Entry) {
        guard !entry.key.hasPrefix("x-") else { return }
        if reader.reportCase(entry, in: "a schema", among: SchemaKey.table.names) { return }
        let hint = reader.findings.hints.hint(forKeyword: entry.key)
        if family >= .v3_1, hint == nil { return }
        reader.report(
            .remark, .unknownKey, "\(code(entry.key)) is not a key of a schema; it is ignored", at: entry.keyPlace,
            hint: hint)
    }

    /// What a parameter, header or items object of 2.0 says beside its schema.
    private static let parameterKeys: Set<String> = [
        "name", "in", "required", "allowEmptyValue", "collectionFormat", "deprecated", "example", "examples",
        "style", "explode", "allowReserved", "schema", "content",
    ]

    private mutating func read(_ members: [FormMember]) {
        schema.types = SchemaTypes.list(.object)
        schema.properties = members.map { Schema.Property(name: $0.name, namePlace: $0.namePlace, schema: $0.schema) }
        schema.required = members.filter(\.isRequired).map { ($0.name, $0.namePlace) }
    }

    private mutating func finished() -> Schema {
        resolveExclusiveBounds()
        resolveNull()
        checkSpellingsOfNumbers()
        schema.format = schema.format ?? impliedFormat
        if !labelEntries.isEmpty { readLabels() }
        if !lostProperties.isEmpty { schema.required.removeAll { lostProperties.contains($0.name) } }
        schema.details = details.map(Details.init)
        return Schema(schema)
    }

    private mutating func resolveNull() {
        schema.isNullable = isNullable || schema.types?.contains(.null) == true
        guard isNullable, let types = schema.types, !types.contains(.null) else { return }
        schema.types = SchemaTypes.adding(.null, to: types)
    }

    /// What a detail is kept in, made when the first one is met.
    mutating func withDetails(_ change: (inout Details.Content) -> Void) {
        var content = details.take() ?? Details.Content()
        change(&content)
        details = content
    }
}

/// Lists of types that many schemas share.
enum SchemaTypes {
    private static let single = Dictionary(uniqueKeysWithValues: SchemaType.allCases.map { ($0, [$0]) })
    private static let nullable = Dictionary(uniqueKeysWithValues: SchemaType.allCases.map { ($0, [$0, .null]) })

    static func list(_ type: SchemaType) -> [SchemaType] { single[type] ?? [type] }

    static func adding(_ type: SchemaType, to types: [SchemaType]) -> [SchemaType] {
        types.count == 1 && type == .null ? nullable[types[0]] ?? [types[0], type] : types + [type]
    }
}
