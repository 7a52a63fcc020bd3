import Diagnostics
import YAML

extension SchemaReader {
    mutating func readType(_ entry: Mapping.Entry) {
        switch entry.value.value {
        case .sequence(let items):
            if family < .v3_1 {
                reader.report(
                    .repaired, .otherVersionKey,
                    "a list of types belongs to OpenAPI 3.1, not to \(family.text); it is read with its meaning there",
                    at: entry.value.place)
            }
            readTypes(items, entry)
        default:
            if let type = type(entry.value) { schema.types = SchemaTypes.list(type) }
        }
    }

    private mutating func readTypes(_ items: [Node], _ entry: Mapping.Entry) {
        var types: [SchemaType] = []
        for item in items {
            guard let type = type(item, isInList: true) else { return schema.types = nil }
            if types.contains(type) {
                reader.report(
                    .repaired, .duplicate, "\(quote(type.rawValue)) is listed twice in `type`", at: item.place)
            } else {
                types.append(type)
            }
        }
        if types.isEmpty {
            reader.report(
                .degraded, .badValue, "an empty list of types allows nothing; it is read as one that allows anything",
                at: entry.value.place)
        } else {
            schema.types = types.count == 1 ? SchemaTypes.list(types[0]) : types
        }
    }

    /// One type, also where it is spelled as no JSON Schema spells it; `nil` where it says nothing.
    private mutating func type(_ node: Node, isInList: Bool = false) -> SchemaType? {
        switch node.value {
        case .string(let text):
            guard let type = SchemaType(text) else { return respelled(text, node) }
            if type == .null, !isInList, family < .v3_1 {
                reader.report(
                    .repaired, .otherVersionKey,
                    "the type `null` belongs to OpenAPI 3.1, not to \(family.text); it is read with its meaning there",
                    at: node.place)
            }
            return type
        case .null:
            reader.report(.repaired, .spelling, "the type null must be quoted: \"null\"", at: node.place)
            return .null
        default:
            reader.report(
                .error, .wrongKind, "`type` must be text or a list of texts, but is \(node.kindText)", at: node.place)
            return nil
        }
    }

    private mutating func respelled(_ text: String, _ node: Node) -> SchemaType? {
        if text == "file", family == .v2_0 {
            impliedFormat = "binary"
            return .string
        }
        let letters = String(
            decoding: text.lowercased().utf8.filter { $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") },
            as: UTF8.self)
        guard let (type, format) = TypeSpelling.known[letters] else {
            reader.report(
                .degraded, .badValue, "\(quote(text)) is not a type; it is read as any type",
                at: node.place,
                hint: reader.hint(for: text, among: SchemaType.allCases.map(\.rawValue)))
            return nil
        }
        guard let type else {
            reader.report(
                .repaired, .spelling, "\(quote(text)) is not a type; it is read as any type",
                at: node.place)
            return nil
        }
        impliedFormat = format
        reader.report(
            .repaired, .spelling, "\(quote(text)) is not a type; it is read as \(quote(type.rawValue))", at: node.place)
        return type
    }
}

/// What people write for a type, its letters only, and what they mean. No type means any.
enum TypeSpelling {
    static let known: [String: (type: SchemaType?, format: String?)] = {
        var known: [String: (type: SchemaType?, format: String?)] = [
            "str": (.string, nil), "text": (.string, nil), "char": (.string, nil), "int": (.integer, nil),
            "long": (.integer, "int64"), "bool": (.boolean, nil), "num": (.number, nil), "float": (.number, "float"),
            "double": (.number, "double"), "decimal": (.number, nil), "dict": (.object, nil), "map": (.object, nil),
            "list": (.array, nil), "none": (.null, nil), "nil": (.null, nil), "any": (nil, nil), "": (nil, nil),
            "uuid": (.string, "uuid"), "uri": (.string, "uri"), "url": (.string, "uri"), "date": (.string, "date"),
            "datetime": (.string, "date-time"), "timestamp": (.string, "date-time"), "byte": (.string, "byte"),
            "binary": (.string, "binary"), "file": (.string, "binary"), "password": (.string, "password"),
        ]
        for type in SchemaType.allCases { known[type.rawValue] = (type, nil) }
        return known
    }()
}

extension SchemaType {
    /// The type an exact spelling names.
    init?(_ text: String) {
        guard let type = Self.byName[text] else { return nil }
        self = type
    }

    private static let byName = Dictionary(uniqueKeysWithValues: allCases.map { ($0.rawValue, $0) })
}
