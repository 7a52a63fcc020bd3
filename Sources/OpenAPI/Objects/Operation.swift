public import Diagnostics

/// One method of a path (Operation Object).
public struct Operation: Sendable {
    /// As sent: `GET`, `QUERY`, or the key of an `additionalOperations` entry as written.
    public var method: String
    public var operationID: String?
    public var operationIDPlace: Place?
    public var tags: [(name: String, place: Place)] = []
    public var summary: String?
    public var description: String?
    public var externalDocumentation: ExternalDocumentation?
    /// Those of the path item first, each replaced by the operation's own of the same name and location.
    public var parameters: [Parameter] = []
    public var requestBody: RequestBody?
    /// In document order.
    public var responses: [Response] = []
    public var callbacks: [Callback] = []
    public var isDeprecated = false
    /// `nil` inherits ``Document/security``; an empty list needs none.
    public var security: [SecurityRequirement]?
    /// Empty where the operation has none of its own.
    public var servers: [Server] = []
    public var pointer: String
    public var place: Place
    /// The place of the method's key.
    public var methodPlace: Place
}
