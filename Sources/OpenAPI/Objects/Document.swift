public import Diagnostics

/// A whole OpenAPI document, every version brought to the shape of 3.2 (OpenAPI Object, Swagger Object).
///
/// For example: a Swagger 2.0 document has its `definitions` under ``components``, and its `host`, `basePath` and
/// `schemes` are one server each.
///
/// Schemas live in one arena, ``schemas``, and are named by ``SchemaID`` everywhere else, so that recursion costs
/// nothing. References to anything but schemas have been followed.
public struct Document: Sendable {
    public var version: Version
    public var info: Info
    /// Empty where the document names none, or only the default `/`.
    public var servers: [Server] = []
    /// In document order.
    public var paths: [PathItem] = []
    public var webhooks: [Webhook] = []
    public var components = Components()
    /// What operations need that say nothing themselves; any one of these is enough. `nil` where the document is silent.
    public var security: [SecurityRequirement]?
    public var tags: [Tag] = []
    public var externalDocumentation: ExternalDocumentation?
    /// Every schema that is reached from the document, component schemas first in document order.
    public var schemas: [Schema] = []
    /// The schemas of `components/schemas` (2.0: `definitions`), in document order. A component that only refers to a
    /// schema that is no component, such as the root of another file, is that schema.
    public var componentSchemas: [(name: String, id: SchemaID)] = []
    public var place: Place

    public subscript(id: SchemaID) -> Schema { schemas[id.index] }
}

/// The `openapi` or `swagger` key.
public struct Version: Hashable, Sendable {
    public enum Family: Int, Hashable, Comparable, Sendable {
        case v2_0, v3_0, v3_1, v3_2

        public static func < (left: Family, right: Family) -> Bool { left.rawValue < right.rawValue }
    }

    public var family: Family
    /// As the document spells it. For example: `3.0.3`.
    public var text: String
}
