public import Diagnostics

/// A page elsewhere (External Documentation Object).
public struct ExternalDocumentation: Sendable {
    public var url: String
    public var description: String?
    public var place: Place
}
