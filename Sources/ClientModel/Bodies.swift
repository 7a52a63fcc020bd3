public import Diagnostics

/// A media type as the document spells it, and how its bodies are read and written.
public struct MediaType: Hashable, Codable, Sendable {
    /// How a body is coded, as its media type decides it.
    public enum Kind: String, Hashable, Codable, Sendable {
        /// `form` is `application/x-www-form-urlencoded`. `eventStream` and `jsonLines` are read element by element. `binary` is every other type.
        case json, form, multipart, text, binary, eventStream, jsonLines
    }

    /// For example: `application/json; charset=utf-8`.
    public var text: String
    /// How bodies are read and written.
    public var kind: Kind

    /// The kind is not derived from the text: the configuration of a document can decide otherwise.
    public init(_ text: String, kind: Kind) {
        self.text = text
        self.kind = kind
    }

    /// `application/json` without parameters.
    public static let json = MediaType("application/json", kind: .json)

    /// Whether it is `application/json`, with any parameters.
    public var isPlainJSON: Bool { text.prefix { $0 != ";" && $0 != " " }.lowercased() == Self.json.text }

    /// Whether it stands for several, such as `image/*`.
    public var isRange: Bool { text.contains("*") }

    /// Whether the type itself says that its bodies are JSON: `application/json`, `text/json` or a `+json` suffix (RFC 6839, section 3.1).
    public var saysJSON: Bool {
        let essence = text.prefix { $0 != ";" }.filter { $0 != " " }.lowercased()
        return essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }
}

extension [Content] {
    /// The media types, each once.
    public var mediaTypes: [String] { map(\.mediaType.text).distinct }
}

/// A body of one media type (Media Type Object).
public struct Content: Codable, Sendable {
    /// The key in `content`, with its parameters.
    public var mediaType: MediaType
    /// For `eventStream` and `jsonLines`, the type of one element.
    public var type: TypeReference
    /// How single members of a form or multipart body are written, by wire name.
    public var encodings: [PropertyEncoding]
    /// How the parts of a multipart body that is an array are written, by position; their names are empty.
    public var prefixEncodings: [PropertyEncoding] = []
    /// How the parts behind those are written.
    public var itemEncoding: PropertyEncoding?
    /// For `eventStream`, whether ``type`` is the event with its members and not its data alone.
    public var isWholeEvent = false
    /// JSON texts.
    public var examples: [String]

    /// How one member of a form or one part of a multipart body is written (Encoding Object).
    public struct PropertyEncoding: Codable, Sendable {
        /// The property that it applies to; empty for a part by position.
        public var wireName: String
        /// The `Content-Type` of the part; `nil` derives it from the type.
        public var contentType: String?
        /// The style of a form's member; `nil` is `form`.
        public var style: Parameter.Style?
        /// Whether a list's elements become members of their own; `nil` is the default of the style.
        public var explode: Bool?
        /// Whether RFC 3986's reserved characters are sent unencoded.
        public var allowReserved: Bool

        /// What is not given is left to the defaults of OpenAPI's Encoding Object.
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

    /// A content without encodings by position; those are set afterward.
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
public struct RequestBody: Codable, Sendable {
    /// The method's parameter, which has no label. For example: `body`.
    public var name: Identifier
    /// The endpoint's property it becomes.
    public var fieldName: Identifier
    /// Whether callers must pass a body.
    public var isRequired: Bool
    /// One, or several to choose from: then an enum with one case each.
    public var contents: [Content]
    /// Set where there are several contents: the cases are in the order of `contents`.
    public var choice: Choice?
    /// The description of the Request Body Object.
    public var documentation: Documentation
    /// The location of the Request Body Object; `nil` in a model that was read from JSON.
    public var place: Place?

    /// The enum that a caller chooses a content by.
    public struct Choice: Codable, Sendable {
        /// The enum, nested in the group's type.
        public var typeName: Identifier
        /// One name for each content, all distinct.
        public var caseNames: [Identifier]

        /// The names must be as many as the contents.
        public init(typeName: Identifier, caseNames: [Identifier]) {
            self.typeName = typeName
            self.caseNames = caseNames
        }
    }

    /// The endpoint's property has the same name until the naming pass decides otherwise.
    public init(
        name: Identifier, isRequired: Bool, contents: [Content], choice: Choice? = nil,
        documentation: Documentation = .init(), place: Place? = nil
    ) {
        self.name = name
        fieldName = name
        self.isRequired = isRequired
        self.contents = contents
        self.choice = choice
        self.documentation = documentation
        self.place = place
    }
}

/// One documented answer (Response Object).
public struct Response: Codable, Sendable {
    /// The status codes that it documents.
    public var status: StatusPattern
    /// CommonMark; empty if the document has none.
    public var description: String
    /// Every documented content, also those that no branch reads.
    public var contents: [Content]
    /// Documented headers, without `Content-Type`.
    public var headers: [Header]
    /// How the answer is read, by its content type: one for each distinct way, tried in order. Where there is one alone, it is taken whatever
    /// the content type; empty means the same as one `unmodelled`.
    public var branches: [Branch]
    /// Whether a body of another content type than its only branch has is not read: it is what another method asks for.
    public var isNegotiated = false
    /// The location of the Response Object; `nil` in a model that was read from JSON.
    public var place: Place?

    /// One way to read a response.
    ///
    /// For example: a 200 documented as JSON and as CSV has two, of which the second is `.output(case: 1)` with text.
    public struct Branch: Codable, Sendable {
        /// `nil` where there is no body to read.
        public var content: Content?
        /// What becomes of a body that the branch read.
        public var meaning: Meaning

        /// A branch without content reads no body.
        public init(content: Content?, meaning: Meaning) {
            self.content = content
            self.meaning = meaning
        }

        /// Whether the body is returned; else it is thrown.
        public var isOutput: Bool { if case .output = meaning { true } else { false } }
    }

    /// What the response is for the caller.
    public enum Meaning: Codable, Sendable {
        /// Returned; the index of the case where the output has several.
        case output(case: Int?)
        /// Thrown as `ClientError.documented`; the index of the case where the failure has several.
        case failure(case: Int?)
        /// An error or redirect documented without a body: thrown as `ClientError.documentedStatus`.
        case unmodelled
    }

    /// Whether one of the ways to read it is returned.
    public var isOutput: Bool { branches.contains(where: \.isOutput) }

    /// Whether it is an error or a redirect without a body.
    public var isDocumentedStatus: Bool {
        branches.allSatisfy { if case .unmodelled = $0.meaning { true } else { false } }
    }

    /// Whether the status codes are 3xx. `default` is not a redirect.
    public var isRedirect: Bool {
        switch status {
        case .code(let code): code / 100 == 3
        case .range(let hundred): hundred == 3
        case .default: false
        }
    }

    /// The response is not negotiated; lowering sets that afterward.
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
    /// A single status code. For example: `404`.
    case code(Int)
    /// `4XX` is `.range(4)`.
    case range(Int)
    /// Every status code that no other key of the operation covers.
    case `default`
}

extension StatusPattern: RawRepresentable, Codable {
    /// The key as OpenAPI spells it. For example: `404`, `4XX`, `default`.
    public var rawValue: String {
        switch self {
        case .code(let code): String(code)
        case .range(let hundreds): "\(hundreds)XX"
        case .default: "default"
        }
    }

    /// `nil` if the key is neither a status code, a range such as `4XX`, nor `default`.
    public init?(rawValue: String) {
        if rawValue == "default" {
            self = .default
        } else if let code = Int(rawValue) {
            self = .code(code)
        } else if rawValue.hasSuffix("XX"), let hundreds = Int(rawValue.dropLast(2)) {
            self = .range(hundreds)
        } else {
            return nil
        }
    }
}

/// A header of an answer (Header Object).
public struct Header: Codable, Sendable {
    /// The property it is read by, for all answers of the service alike. For example: `xRateLimit`.
    public var name: Identifier
    /// The header's name as documented. Names are compared without case.
    public var wireName: String
    /// The type of the value after it was read.
    public var type: TypeReference
    /// How the field's text is read.
    public var encoding: Encoding
    /// Whether the document says that the header is always sent. Reading never depends on it.
    public var isRequired: Bool
    /// The description of the Header Object.
    public var documentation: Documentation

    /// How a header's text becomes a value.
    public enum Encoding: Hashable, Codable, Sendable {
        /// The style `simple`.
        case simple(explode: Bool)
        /// The `content` of the header is JSON.
        case json
    }

    /// Headers without an encoding of their own are in the style `simple`.
    public init(
        name: Identifier, wireName: String, type: TypeReference, encoding: Encoding = .simple(explode: false),
        isRequired: Bool, documentation: Documentation = .init()
    ) {
        self.name = name
        self.wireName = wireName
        self.type = type
        self.encoding = encoding
        self.isRequired = isRequired
        self.documentation = documentation
    }
}
