import ClientModel
import Diagnostics
import YAML

extension ConfigurationReader {
    /// Reads which Swift type the strings or numbers of a format become. For example: `uri: String`, `money: Decimal`.
    mutating func readFormats(_ node: Node) -> [Configuration.FormatType] {
        guard case .mapping(let formats) = node.value else {
            mistyped(node, "formats", "a mapping from formats to Swift types")
            return []
        }
        return formats.entries.compactMap { entry in
            type(entry.value, of: "a format", among: Self.formatTypes, .badFormatType).map {
                Configuration.FormatType(format: Located(entry.key, at: entry.keyPlace), type: $0)
            }
        }
    }

    /// Reads which Swift type single schemas become. For example: `#/components/schemas/Probe/properties/port: Int`.
    mutating func readTypes(_ node: Node) -> [Configuration.SchemaType] {
        guard case .mapping(let types) = node.value else {
            mistyped(node, "types", "a mapping from JSON pointers into the document to Swift types")
            return []
        }
        return types.entries.compactMap { entry in
            guard let type = type(entry.value, of: "a schema", among: Self.schemaTypes, .badSchemaType),
                let pointer = pointer(entry)
            else { return nil }
            return Configuration.SchemaType(pointer: pointer, type: type)
        }
    }

    private mutating func type<Value>(
        _ node: Node, of what: String, among types: [(name: String, type: Value)], _ kind: Diagnostic.Kind
    ) -> Value? {
        guard let name = string(node, "the type of \(what)", quoted: false) else { return nil }
        if let type = types.first(where: { $0.name == name })?.type { return type }
        let nearest = nearest(to: name, among: types.map(\.name))
        report(
            kind, "\(quote(name)) is not a supported type for \(what)", at: node.place,
            hint: nearest.map { "did you mean `\($0)`?" }
                ?? "the types are \(types.map { "`\($0.name)`" }.joined(separator: ", "))")
        return nil
    }

    /// The Swift types of formats, by their names in a configuration.
    static let formatTypes: [(name: String, type: ScalarType)] = [
        ("String", .string), ("Int", .integer), ("Int32", .int32), ("Int64", .int64), ("UInt64", .uint64),
        ("Double", .double), ("Float", .float), ("Decimal", .decimal), ("DateTime", .dateTime), ("CalendarDate", .date),
        ("TimeOfDay", .time), ("CalendarDuration", .duration), ("UUIDText", .uuid), ("URLText", .url),
        ("Data", .base64), ("Date", .instant), ("UnixTime", .unixTime),
    ]

    /// The Swift types of single schemas.
    static let schemaTypes: [(name: String, type: TypeReference)] =
        formatTypes.map { ($0.name, .scalar($0.type)) } + [("Bool", .scalar(.boolean)), ("JSONValue", .json)]
}
