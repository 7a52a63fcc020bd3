public import Diagnostics

/// A group of operations (Tag Object).
public struct Tag: Sendable {
    public var name: String
    public var summary: String?
    public var description: String?
    public var externalDocumentation: ExternalDocumentation?
    /// The tag this one is nested under.
    public var parent: String?
    public var kind: String?
    public var place: Place
}
