/// What few schemas say, in a box, because a document has tens of thousands of schemas.
final class Details: Sendable {
    struct Content: Sendable {
        var bounds = Schema.Bounds()
        var conditions = Schema.Conditions()
        var patternProperties: [(pattern: String, schema: SchemaID)] = []
        var prefixItems: [SchemaID] = []
        var definitions: [(name: String, schema: SchemaID)] = []
        var contentEncoding: String?
        var contentMediaType: String?
        var discriminator: Discriminator?
        var valueLabels: [Schema.ValueLabel] = []
        var xml: XML?
        var externalDocumentation: ExternalDocumentation?
        /// The name in its `$dynamicAnchor`.
        var dynamicAnchor: String?
        /// The name in its `$dynamicRef`; the schema that it leads to without any other scope is the `reference`.
        var dynamicReference: String?
        /// Whether it has an `$id`: anchors inside it are its own.
        var isResource = false
    }

    let content: Content

    init(_ content: Content) { self.content = content }

    static let none = Details(Content())
}

extension Schema.Keywords {
    private var rare: Details.Content { (details ?? .none).content }

    /// Limits of numbers, lengths and counts.
    public var bounds: Schema.Bounds { rare.bounds }
    /// Whether it says none of what few schemas do: ``bounds``, ``conditions``, ``patternProperties`` and the like.
    public var isPlain: Bool { details == nil }
    /// `not`, `if`, `contains` and other keywords that depend on a value.
    public var conditions: Schema.Conditions { rare.conditions }
    /// By ECMA-262 regular expression, in document order.
    public var patternProperties: [(pattern: String, schema: SchemaID)] { rare.patternProperties }
    /// The first elements of an array, one by one. In older documents a list under `items`.
    public var prefixItems: [SchemaID] { rare.prefixItems }
    /// `$defs`; also `definitions` inside a schema.
    public var definitions: [(name: String, schema: SchemaID)] { rare.definitions }
    /// For example: `base64`.
    public var contentEncoding: String? { rare.contentEncoding }
    /// The media type of a string's content (JSON Schema Validation, section 8.4).
    public var contentMediaType: String? { rare.contentMediaType }
    /// How values of ``oneOf`` and ``anyOf`` name their branch (Discriminator Object).
    public var discriminator: Discriminator? { rare.discriminator }
    /// What the values of `enumeration` are called, value by value, or empty where no extension says so.
    public var valueLabels: [Schema.ValueLabel] { rare.valueLabels }
    /// How the schema is written as XML (XML Object).
    public var xml: XML? { rare.xml }
    /// Documentation outside the document.
    public var externalDocumentation: ExternalDocumentation? { rare.externalDocumentation }
    var dynamicAnchor: String? { rare.dynamicAnchor }
    var dynamicReference: String? { rare.dynamicReference }
    var isResource: Bool { rare.isResource }
}
