public import Diagnostics

/// One input of an operation outside the body (Parameter Object).
public struct Parameter: Sendable {
    public enum Location: String, Hashable, Sendable {
        case path, query, header, cookie
        /// The whole query string (3.2).
        case querystring
    }

    public var name: String
    public var namePlace: Place
    public var location: Location
    public var description: String?
    /// Always true in a path.
    public var isRequired = false
    public var isDeprecated = false
    public var allowsEmptyValue = false
    /// The default of the location where the document has none.
    public var style: Style
    /// The default of the style where the document has none.
    public var explode: Bool
    public var allowReserved = false
    /// `nil` exactly where ``content`` is set.
    public var schema: SchemaID?
    /// At most one media type.
    public var content: MediaType?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/parameters`, where it was declared there.
    public var componentName: String?
}

/// How a value is written into a path, a query, a header, a cookie or a form ("Style Values").
public enum Style: String, Hashable, Sendable, CaseIterable {
    case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
}
