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
            guard let name = string(entry.value, "the type of a format", quoted: false) else { return nil }
            guard let type = Self.types.first(where: { $0.name == name })?.type else {
                let nearest = nearest(to: name, among: Self.types.map(\.name))
                report(
                    "bad-format-type", "\(quote(name)) is no type a format can become", at: entry.value.place,
                    hint: nearest.map { "did you mean `\($0)`?" }
                        ?? "the types are \(Self.types.map { "`\($0.name)`" }.joined(separator: ", "))")
                return nil
            }
            return Configuration.FormatType(format: Located(entry.key, at: entry.keyPlace), type: type)
        }
    }

    private static let types: [(name: String, type: ScalarType)] = [
        ("String", .string), ("Int", .integer), ("Int32", .int32), ("Int64", .int64), ("UInt64", .uint64),
        ("Double", .double), ("Float", .float), ("Decimal", .decimal), ("DateTime", .dateTime), ("CalendarDate", .date),
        ("TimeOfDay", .time), ("CalendarDuration", .duration), ("UUID", .uuid), ("URL", .url), ("Data", .base64),
    ]
}
