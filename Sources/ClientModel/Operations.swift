public import Diagnostics

/// The operations of one tag, one resource or one group of the configuration. For example: `runAI.tokens`, of type `RunAI.TokensAPI`.
public struct OperationGroup: Codable, Sendable {
    /// The property of the client or of the ``parent``. For example: `tokens`.
    public var name: Identifier
    /// For example: `TokensAPI`.
    public var typeName: Identifier
    /// What its files are called, without their extension: unlike any other's by more than case.
    public var fileName: Identifier
    /// The tag, or `nil` for operations that are grouped otherwise.
    public var tag: String?
    /// What identifies the group in the document: the tag, `/` and a segment of paths, or the name that the configuration gives it.
    public var key: String
    /// The index of the group whose property it is; `nil` for a property of the client.
    public var parent: Int?
    /// The description of the tag, if the document has one.
    public var documentation: Documentation
    /// In document order. A group of the configuration can have none, if it only holds other groups.
    public var operations: [Operation]

    /// Without a type's own file name, the file is called after the type; without a key, the tag is the key.
    public init(
        name: Identifier, typeName: Identifier, fileName: Identifier? = nil, tag: String?, key: String? = nil,
        parent: Int? = nil, documentation: Documentation = .init(), operations: [Operation]
    ) {
        self.name = name
        self.typeName = typeName
        self.fileName = fileName ?? typeName
        self.tag = tag
        self.key = key ?? tag ?? ""
        self.parent = parent
        self.documentation = documentation
        self.operations = operations
    }
}

/// One request the service answers (Operation Object).
public struct Operation: Codable, Sendable {
    /// The method. For example: `getEphemeralToken`.
    public var name: Identifier
    /// The endpoint's type, nested in the group's. For example: `GetEphemeralToken`.
    public var typeName: Identifier
    /// The document's `operationId`, or one made from method and path.
    public var id: String
    /// Upper case. For example: `POST`.
    public var method: String
    /// The path below the server's URL, with its parameters.
    public var path: PathTemplate
    /// Summary and description of the operation, as the method's doc comment prints them.
    public var documentation: Documentation
    /// Path, query, header, cookie, and of the last three required before optional.
    public var parameters: [Parameter]
    /// The request body; `nil` if the operation has none.
    public var body: RequestBody?
    /// In document order.
    public var responses: [Response]
    /// What the method returns, over all successes.
    public var output: Output
    /// What the method's typed error carries, over all documented failures.
    public var failure: Failure
    /// Any one of these is enough; empty means none is asked for.
    public var security: [SecurityRequirement]
    /// The operation's or the path's own servers, the first being the default; empty means the service's.
    public var servers: [Server]
    /// The name of the argument that chooses among ``servers``; `nil` where there are none.
    public var serverArgument: Identifier?
    /// The endpoint's property that ``serverArgument`` becomes.
    public var serverField: Identifier?
    /// The type whose values hold all ``optionalParameters``, of a method that takes many; nested in the group's.
    public var parametersType: Identifier?
    /// The overloads that take the members of the body as arguments: one at most for each content of ``body``.
    public var bodyOverloads: [BodyOverload] = []
    /// Whether a redirect is what the operation returns.
    public var returnsRedirect: Bool { responses.contains { $0.isRedirect && $0.isOutput } }
    /// The media type of the successes that the method asks for, where it is not the first method of the operation: an operation
    /// whose successes are documented in several media types has a method for each.
    public var variant: String?
    /// The operation's RFC 6901 pointer. For example: `#/paths/~1pets/get`.
    public var pointer: String
    /// The location of the Operation Object; `nil` in a model that was read from JSON.
    public var place: Place?

    /// What the method returns.
    public enum Output: Codable, Sendable {
        /// `Void`; any 2xx status is a success.
        case none
        /// Every success has this body.
        case single(Content)
        /// A `@nonexhaustive` enum with one case per distinct success; cases with no content have no payload.
        case several(typeName: Identifier, cases: [OutcomeCase])

        /// Those of `several`; else empty.
        public var cases: [OutcomeCase] { if case .several(_, let cases) = self { cases } else { [] } }
    }

    /// What `ClientError.documented` carries.
    public enum Failure: Codable, Sendable {
        /// `Never`.
        case none
        /// Every documented failure has this body.
        case single(Content)
        /// An enum with one case for each distinct failure body.
        case several(typeName: Identifier, cases: [OutcomeCase])

        /// Those of `several`; else empty.
        public var cases: [OutcomeCase] { if case .several(_, let cases) = self { cases } else { [] } }
    }

    /// One argument of the method.
    public enum Argument: Sendable {
        /// A parameter of the path, the query, the headers or the cookies.
        case parameter(Parameter)
        /// The request body.
        case body(RequestBody)
        /// Chooses among the operation's own servers.
        case server(Identifier)
    }

    /// The method's arguments in order: what is in the path, the body, then the rest.
    public var arguments: [Argument] {
        let inPath = parameters.filter { $0.location == .path }.map { Argument.parameter($0) }
        let others = parameters.filter { $0.location != .path }.map { Argument.parameter($0) }
        return inPath + (body.map { [.body($0)] } ?? []) + others + (serverArgument.map { [.server($0)] } ?? [])
    }

    /// Method and path as in the document. For example: `POST /chat`.
    public var requestLine: String { "\(method) \(path.text)" }

    /// The bodies that are returned, of all responses in document order.
    public var outputContents: [Content] {
        responses.flatMap { $0.branches.filter(\.isOutput).compactMap(\.content) }
    }

    /// The media types of ``outputContents``, each once.
    public var outputTypes: [String] { outputContents.mediaTypes }

    /// What a method can be called without, its body and its server aside.
    public var optionalParameters: [Parameter] { parameters.filter { !$0.isRequired } }

    /// A case of the enum that an operation with several successes or failures has.
    public struct OutcomeCase: Codable, Sendable {
        /// The case. For example: `notFound`.
        public var name: Identifier
        /// The body that the case carries; `nil` if the case has no payload.
        public var content: Content?

        /// A case without content has no payload.
        public init(name: Identifier, content: Content?) {
            self.name = name
            self.content = content
        }
    }

    /// Server arguments, variants and parameter types are not set; the passes that decide them add them.
    public init(
        name: Identifier, typeName: Identifier, id: String, method: String, path: PathTemplate,
        documentation: Documentation = .init(), parameters: [Parameter] = [], body: RequestBody? = nil,
        responses: [Response] = [], output: Output = .none, failure: Failure = .none,
        security: [SecurityRequirement] = [], servers: [Server] = [], pointer: String, place: Place? = nil
    ) {
        self.name = name
        self.typeName = typeName
        self.id = id
        self.method = method
        self.path = path
        self.documentation = documentation
        self.parameters = parameters
        self.body = body
        self.responses = responses
        self.output = output
        self.failure = failure
        self.security = security
        self.servers = servers
        self.pointer = pointer
        self.place = place
    }
}

/// Where a parameter or an API key is sent.
public enum ParameterLocation: String, Hashable, Codable, Sendable {
    /// The four locations of every version (Parameter Object, `in`).
    case path, query, header, cookie
    /// The whole query (OpenAPI 3.2).
    case querystring
}

/// One argument of an operation (Parameter Object).
public struct Parameter: Codable, Sendable {
    /// The argument's label. For example: `userAgent`.
    public var name: Identifier
    /// The endpoint's property it becomes.
    public var fieldName: Identifier
    /// The name that is sent. Names of headers are compared without case.
    public var wireName: String
    /// Where in the request the value is sent.
    public var location: ParameterLocation
    /// The type of the argument, without `?` for optional ones.
    public var type: TypeReference
    /// Whether the argument must be passed. Parameters of a path always must.
    public var isRequired: Bool
    /// How the value becomes text.
    public var encoding: Encoding
    /// How single members are written where the encoding is a form, by wire name.
    public var members: [Content.PropertyEncoding] = []
    /// Not shown to observers: of `format: password`, or write-only.
    public var isSecret = false
    /// JSON text of the schema's `default`; documented, never sent.
    public var defaultValue: String?
    /// The description of the Parameter Object.
    public var documentation: Documentation
    /// The location of the Parameter Object; `nil` in a model that was read from JSON.
    public var place: Place?

    /// How values become text, as in OpenAPI's "Style Values"; `tabDelimited` is the `tsv` of 2.0.
    public enum Style: String, Hashable, Codable, Sendable {
        /// `cookie` is OpenAPI 3.2's, without percent-encoding.
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, tabDelimited, deepObject, cookie
    }

    /// What decides about the text of a value: `style` or `content`.
    public enum Encoding: Hashable, Codable, Sendable {
        /// `explode` makes each element or member a pair of its own; `allowReserved` sends RFC 3986's reserved characters unencoded.
        case style(Style, explode: Bool, allowReserved: Bool)
        /// A media type that is JSON, a form or, where nothing else is known of it, text.
        case content(MediaType)

        private enum StyleCodingKeys: String, CodingKey {
            case _0 = "style"
            case explode, allowReserved
        }
    }

    /// The endpoint's property has the same name until the naming pass decides otherwise.
    public init(
        name: Identifier, wireName: String, location: ParameterLocation, type: TypeReference, isRequired: Bool,
        encoding: Encoding, defaultValue: String? = nil, documentation: Documentation = .init(), place: Place? = nil
    ) {
        self.name = name
        fieldName = name
        self.wireName = wireName
        self.location = location
        self.type = type
        self.isRequired = isRequired
        self.encoding = encoding
        self.defaultValue = defaultValue
        self.documentation = documentation
        self.place = place
    }
}
