import Diagnostics
import YAML

extension SchemaReader {
    /// What people read, and what says nothing of the values.
    mutating func readAnnotation(_ key: SchemaKey, _ entry: Mapping.Entry) -> Bool {
        switch key {
        case .title: schema.title = reader.prose(entry, in: located)
        case .description: schema.description = reader.prose(entry, in: located)
        case .defaultValue: schema.defaultValue = entry.value
        case .example: schema.examples.insert(entry.value, at: 0)
        case .examples: readExamples(entry)
        case .readOnly: schema.isReadOnly = reader.boolean(entry) ?? false
        case .writeOnly: schema.isWriteOnly = reader.boolean(entry) ?? false
        case .deprecated: schema.isDeprecated = reader.boolean(entry) ?? false
        case .externalDocs:
            let documentation = reader.externalDocumentation(located.child(entry))
            withDetails { $0.externalDocumentation = documentation }
        case .xml:
            let xml = reader.xml(located.child(entry))
            withDetails { $0.xml = xml }
        case .comment, .schema, .vocabulary, .anchor, .recursiveAnchor: break
        default: return false
        }
        return true
    }

    private mutating func readExamples(_ entry: Mapping.Entry) {
        switch entry.value.value {
        case .sequence(let items): schema.examples += items
        case .mapping(let mapping):
            reader.report(
                .repaired, .wrongKind, "`examples` of a schema must be a list; the values of the mapping are read",
                at: entry.value.place)
            for example in mapping.entries {
                if case .mapping(let inner) = example.value.value, let value = inner["value"] {
                    schema.examples.append(value)
                } else {
                    schema.examples.append(example.value)
                }
            }
        case .null: reader.reportEmpty(entry)
        default:
            reader.report(
                .repaired, .wrongKind, "`examples` of a schema must be a list; the value is read as its only item",
                at: entry.value.place)
            schema.examples.append(entry.value)
        }
    }
}
