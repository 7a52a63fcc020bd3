public import Diagnostics

/// A request the service sends, of a webhook or of a callback: only its models are generated.
public struct Webhook: Codable, Sendable {
    /// The webhook's or the callback's key.
    public var wireName: String
    /// The operation that has the callback, or `nil` for a webhook.
    public var operation: String?
    /// For a callback, the expression that says where it is sent. For example: `{$request.body#/url}`.
    public var expression: String?
    /// The HTTP method in upper case. For example: `POST`.
    public var method: String
    /// Summary and description of the operation.
    public var documentation: Documentation
    /// What the request carries, by media type.
    public var contents: [Content]
    /// What comes beside its body: query and header parameters.
    public var parameters: [Parameter]
    /// What is to be answered.
    public var responses: [Response]
    /// Of the operation.
    public var pointer: String
    /// The location of the operation; `nil` in a model that was read from JSON.
    public var place: Place?

    /// The body as JSON where it is, else the first.
    public var payload: TypeReference? {
        (contents.first { $0.mediaType.kind == .json } ?? contents.first)?.type
    }

    /// An operation without contents has no body to read.
    public init(
        wireName: String, operation: String? = nil, expression: String? = nil, method: String,
        documentation: Documentation, contents: [Content] = [], parameters: [Parameter] = [],
        responses: [Response] = [], pointer: String = "", place: Place? = nil
    ) {
        self.wireName = wireName
        self.operation = operation
        self.expression = expression
        self.method = method
        self.documentation = documentation
        self.contents = contents
        self.parameters = parameters
        self.responses = responses
        self.pointer = pointer
        self.place = place
    }
}
