public import Diagnostics

/// A header of an answer or of a part (Header Object). Its name is an RFC 9110 token.
public struct Header: Sendable {
    public var name: String
    public var namePlace: Place
    public var description: String?
    public var isRequired = false
    public var isDeprecated = false
    public var explode = false
    /// `nil` exactly where ``content`` is set.
    public var schema: SchemaID?
    public var content: MediaType?
    /// `example` comes first and has an empty name.
    public var examples: [Example] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/headers`, where it was declared there.
    public var componentName: String?
}
