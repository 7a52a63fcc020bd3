/// What a document declares for use elsewhere (Components Object), whether or not it is used. In document order, each
/// with its `componentName` set; component schemas are in ``Document/componentSchemas``.
public struct Components: Sendable {
    /// The status of a component is `default`.
    public var responses: [Response] = []
    public var parameters: [Parameter] = []
    public var examples: [Example] = []
    public var requestBodies: [RequestBody] = []
    public var headers: [Header] = []
    public var securitySchemes: [SecurityScheme] = []
    public var links: [Link] = []
    public var callbacks: [Callback] = []
    public var pathItems: [PathItem] = []
    public var mediaTypes: [MediaType] = []
}
