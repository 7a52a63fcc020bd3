/// The JSON Schema (draft 7, which editors read) of `clientsmith.yaml`.
///
/// It accepts every configuration that the tool accepts. What depends on several values, on the document or on the command line, only the tool checks.
public func configurationSchema() -> String {
    let keys = ConfigurationKeys.configuration
    let head: [(String, JSONValue?)] = [
        ("$schema", .text("http://json-schema.org/draft-07/schema#")),
        ("title", .text("The configuration of clientsmith \(toolVersion)")),
    ]
    return JSONValue.object(head + keys.schema).document
}

extension ConfigurationKeys {
    fileprivate var schema: [(String, JSONValue?)] {
        let required = keys.filter(\.isRequired).map(\.name)
        let properties: [(String, JSONValue?)] = keys.map { key in
            (key.name, .object([("description", .text(key.summary))] + key.value.schema))
        }
        return [
            ("type", .text("object")), ("additionalProperties", .flag(false)), ("required", .texts(required)),
            ("minProperties", isFilled ? .number(1) : nil), ("properties", .object(properties)),
        ]
    }
}

extension ConfigurationValue {
    /// The pattern of a string; `nil` for a string that can be any.
    private var pattern: String? {
        if case .text(let pattern) = self, !pattern.isEmpty { pattern } else { nil }
    }

    fileprivate var schema: [(String, JSONValue?)] {
        switch self {
        case .text:
            [("type", .text("string")), ("pattern", .optional(pattern))]
        case .choice(let words): [("enum", .list(words.map { .text($0) }))]
        case .number(let range):
            [
                ("type", .text("integer")), ("minimum", .number(range.lowerBound)),
                ("maximum", .number(range.upperBound)),
            ]
        case .list(let item, let isFilled):
            [("type", .text("array")), ("minItems", isFilled ? .number(1) : nil), ("items", .object(item.schema))]
        case .entries(let keys, let value):
            [
                ("type", .text("object")),
                ("propertyNames", keys.pattern.map { .object([("pattern", .text($0))]) }),
                ("additionalProperties", .object(value.schema)),
            ]
        case .mapping(let keys): keys.schema
        case .either(let first, let second):
            [("anyOf", .list([.object(first.schema), .object(second.schema)]))]
        }
    }
}
