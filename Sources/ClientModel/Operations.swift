public import Diagnostics

/// The operations of one tag. For example: `runAI.tokens`, of type `RunAI.TokensAPI`.
public struct OperationGroup: Sendable {
    /// The property of the client. For example: `tokens`.
    public var name: Identifier
    /// For example: `TokensAPI`.
    public var typeName: Identifier
    /// The tag, or `nil` for operations without one.
    public var tag: String?
    public var documentation: Documentation
    public var operations: [Operation]

    public init(
        name: Identifier, typeName: Identifier, tag: String?, documentation: Documentation = .init(),
        operations: [Operation]
    ) {
        self.name = name
        self.typeName = typeName
        self.tag = tag
        self.documentation = documentation
        self.operations = operations
    }
}

/// One request the service answers (Operation Object).
public struct Operation: Sendable {
    /// The method. For example: `getEphemeralToken`.
    public var name: Identifier
    /// The endpoint's type, nested in the group's. For example: `GetEphemeralToken`.
    public var typeName: Identifier
    /// The document's `operationId`, or one made from method and path.
    public var id: String
    /// Upper case. For example: `POST`.
    public var method: String
    public var path: PathTemplate
    public var documentation: Documentation
    /// In the order of the method's arguments: required before optional, path, query, header, cookie.
    public var parameters: [Parameter]
    public var body: RequestBody?
    /// In document order.
    public var responses: [Response]
    public var output: Output
    public var failure: Failure
    /// Any one of these is enough; empty means none is asked for.
    public var security: [SecurityRequirement]
    /// The operation's or the path's own servers; empty means the service's.
    public var servers: [Server]
    public var pointer: String
    public var place: Place?

    /// What the method returns.
    public enum Output: Sendable {
        /// `Void`; any 2xx status is a success.
        case none
        case single(Content)
        /// A `@nonexhaustive` enum with one case per distinct success; cases with no content have no payload.
        case several(typeName: Identifier, cases: [OutcomeCase])
    }

    /// What `ClientError.documented` carries.
    public enum Failure: Sendable {
        /// `Never`.
        case none
        case single(Content)
        case several(typeName: Identifier, cases: [OutcomeCase])
    }

    public struct OutcomeCase: Sendable {
        public var name: Identifier
        public var content: Content?

        public init(name: Identifier, content: Content?) {
            self.name = name
            self.content = content
        }
    }

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

/// A path cut at its parameters. For example: `/pets/{id}` is `/pets/` and the parameter `id`.
public struct PathTemplate: Hashable, Sendable {
    public enum Part: Hashable, Sendable {
        case text(String)
        /// The wire name of a path parameter.
        case parameter(String)
    }

    public var parts: [Part]

    public init(_ parts: [Part]) { self.parts = parts }

    /// As the document spells it.
    public var text: String {
        parts.map { part in
            switch part {
            case .text(let text): text
            case .parameter(let name): "{\(name)}"
            }
        }.joined()
    }
}

/// Where a parameter or an API key is sent.
public enum ParameterLocation: String, Hashable, Sendable {
    case path, query, header, cookie
    /// The whole query (OpenAPI 3.2).
    case querystring
}

/// One argument of an operation (Parameter Object).
public struct Parameter: Sendable {
    /// The argument's label. For example: `userAgent`.
    public var name: Identifier
    public var wireName: String
    public var location: ParameterLocation
    public var type: TypeReference
    public var isRequired: Bool
    public var encoding: Encoding
    /// JSON text of the schema's `default`; documented, never sent.
    public var defaultValue: String?
    public var documentation: Documentation
    public var place: Place?

    public enum Style: String, Hashable, Sendable {
        case matrix, label, simple, form, spaceDelimited, pipeDelimited, deepObject, cookie
    }

    public enum Encoding: Hashable, Sendable {
        case style(Style, explode: Bool, allowReserved: Bool)
        /// A media type, such as `application/json`.
        case content(MediaType)
    }

    public init(
        name: Identifier, wireName: String, location: ParameterLocation, type: TypeReference, isRequired: Bool,
        encoding: Encoding, defaultValue: String? = nil, documentation: Documentation = .init(), place: Place? = nil
    ) {
        self.name = name
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

/// A media type as the document spells it, and how its bodies are read and written.
public struct MediaType: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case json, form, multipart, text, binary, eventStream, jsonLines
    }

    /// For example: `application/json; charset=utf-8`.
    public var text: String
    public var kind: Kind

    public init(_ text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }
}

/// A body of one media type (Media Type Object).
public struct Content: Sendable {
    public var mediaType: MediaType
    /// For `eventStream` and `jsonLines`, the type of one element.
    public var type: TypeReference
    /// How single members of a form or multipart body are written, by wire name.
    public var encodings: [PropertyEncoding]
    /// JSON texts.
    public var examples: [String]

    public struct PropertyEncoding: Sendable {
        public var wireName: String
        public var contentType: String?
        public var style: Parameter.Style?
        public var explode: Bool?
        public var allowReserved: Bool

        public init(
            wireName: String, contentType: String? = nil, style: Parameter.Style? = nil, explode: Bool? = nil,
            allowReserved: Bool = false
        ) {
            self.wireName = wireName
            self.contentType = contentType
            self.style = style
            self.explode = explode
            self.allowReserved = allowReserved
        }
    }

    public init(
        mediaType: MediaType, type: TypeReference, encodings: [PropertyEncoding] = [], examples: [String] = []
    ) {
        self.mediaType = mediaType
        self.type = type
        self.encodings = encodings
        self.examples = examples
    }
}

/// What a request carries (Request Body Object).
public struct RequestBody: Sendable {
    /// The parameter's name inside the endpoint; the method's argument has no label. For example: `body`.
    public var name: Identifier
    public var isRequired: Bool
    /// One, or several to choose from: then an enum with one case each.
    public var contents: [Content]
    /// Set where there are several contents: the enum's name, and its cases in the order of `contents`.
    public var choice: (typeName: Identifier, caseNames: [Identifier])?
    public var documentation: Documentation
    public var place: Place?

    public init(
        name: Identifier, isRequired: Bool, contents: [Content],
        choice: (typeName: Identifier, caseNames: [Identifier])? = nil, documentation: Documentation = .init(),
        place: Place? = nil
    ) {
        self.name = name
        self.isRequired = isRequired
        self.contents = contents
        self.choice = choice
        self.documentation = documentation
        self.place = place
    }
}

/// One documented answer (Response Object).
public struct Response: Sendable {
    public var status: StatusPattern
    public var description: String
    public var contents: [Content]
    public var headers: [Header]
    /// How the answer is read, by its content type: one for each distinct way, tried in order. Where there is one alone, it is taken whatever
    /// the content type; empty means the same as one `unmodelled`.
    public var branches: [Branch]
    public var place: Place?

    /// One way to read an answer.
    ///
    /// For example: a 200 documented as JSON and as CSV has two, of which the second is `.output(case: 1)` with text.
    public struct Branch: Sendable {
        /// `nil` where there is no body to read.
        public var content: Content?
        public var meaning: Meaning

        public init(content: Content?, meaning: Meaning) {
            self.content = content
            self.meaning = meaning
        }
    }

    /// What the answer is for the caller.
    public enum Meaning: Sendable {
        /// Returned; the index of the case where the output has several.
        case output(case: Int?)
        /// Thrown as `ClientError.documented`; the index of the case where the failure has several.
        case failure(case: Int?)
        /// Documented without a body: thrown as `ClientError.undocumented` with status and bytes.
        case unmodelled
    }

    public init(
        status: StatusPattern, description: String, contents: [Content] = [], headers: [Header] = [],
        branches: [Branch], place: Place? = nil
    ) {
        self.status = status
        self.description = description
        self.contents = contents
        self.headers = headers
        self.branches = branches
        self.place = place
    }
}

/// The key of a response.
public enum StatusPattern: Hashable, Sendable {
    case code(Int)
    /// `4XX` is `.range(4)`.
    case range(Int)
    case `default`
}

/// A header of an answer (Header Object).
public struct Header: Sendable {
    public var wireName: String
    public var type: TypeReference
    public var isRequired: Bool
    public var documentation: Documentation

    public init(wireName: String, type: TypeReference, isRequired: Bool, documentation: Documentation = .init()) {
        self.wireName = wireName
        self.type = type
        self.isRequired = isRequired
        self.documentation = documentation
    }
}
