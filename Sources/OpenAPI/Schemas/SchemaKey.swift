/// The keywords of a schema, of every version.
enum SchemaKey: String, ObjectKey {
    case reference = "$ref"
    case dynamicReference = "$dynamicRef"
    case recursiveReference = "$recursiveRef"
    case id = "$id"
    case schema = "$schema"
    case anchor = "$anchor"
    case dynamicAnchor = "$dynamicAnchor"
    case recursiveAnchor = "$recursiveAnchor"
    case vocabulary = "$vocabulary"
    case comment = "$comment"
    case definitions = "$defs"
    case oldDefinitions = "definitions"
    case type
    case nullable
    case xNullable = "x-nullable"
    case format
    case title
    case description
    case enumeration = "enum"
    case constant = "const"
    case xEnumVarnames = "x-enum-varnames"
    case xEnumNames = "x-enumNames"
    case xMicrosoftEnum = "x-ms-enum"
    case xEnumDescriptions = "x-enum-descriptions"
    case xEnumDescriptionsByValue = "x-enumDescriptions"
    case defaultValue = "default"
    case example
    case examples
    case properties
    case required
    case additionalProperties
    case patternProperties
    case propertyNames
    case unevaluatedProperties
    case dependentRequired
    case dependentSchemas
    case dependencies
    case items
    case additionalItems
    case prefixItems
    case contains
    case unevaluatedItems
    case allOf
    case oneOf
    case anyOf
    case not
    case ifSchema = "if"
    case thenSchema = "then"
    case elseSchema = "else"
    case discriminator
    case readOnly
    case writeOnly
    case deprecated
    case minimum
    case maximum
    case exclusiveMinimum
    case exclusiveMaximum
    case multipleOf
    case minLength
    case maxLength
    case pattern
    case minItems
    case maxItems
    case uniqueItems
    case minContains
    case maxContains
    case minProperties
    case maxProperties
    case contentEncoding
    case contentMediaType
    case contentSchema
    case externalDocs
    case xml

    static let table = KeyTable<SchemaKey>(
        "a schema",
        only: [
            (
                .v3_1 ... .newest,
                [
                    .dynamicReference, .recursiveReference, .constant, .examples, .patternProperties, .propertyNames,
                    .unevaluatedProperties, .dependentRequired, .dependentSchemas, .prefixItems, .contains,
                    .unevaluatedItems, .ifSchema, .thenSchema, .elseSchema, .minContains, .maxContains,
                    .contentEncoding, .contentMediaType, .contentSchema, .definitions,
                ]
            ),
            (.v3_0 ... .newest, [.oneOf, .anyOf, .not, .writeOnly, .deprecated]),
        ])
}
