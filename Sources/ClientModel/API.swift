/// A service's client as Swift sees it: every reference followed, every name settled.
///
/// For example: the four operations, seven types, one server and one security scheme of Run:ai. Nothing in it
/// depends on the version or the layout of the document it came from.
public struct API: Codable, Sendable {
    /// The service's type and its module. For example: `RunAI`.
    public var name: Identifier
    public var info: Information
    public var servers: [Server]
    public var securitySchemes: [SecurityScheme]
    /// In the order their first operation appears, those that only hold others last.
    public var groups: [OperationGroup]
    /// Every declared type, nested ones included; a ``TypeID`` is an index into it.
    public var types: [TypeDeclaration]
    public var webhooks: [Webhook]
    /// The headers of all answers, each name and type once.
    public var headers: [Header] = []
    /// The constant that examples keep the client in. For example: `runAI`.
    public var instanceName: Identifier
    /// The suite of the generated round-trip tests. For example: `RunAIRoundTripTests`.
    public var suiteName: Identifier
    /// The test target. For example: `RunAITests`.
    public var testModule: Identifier
    /// The names that are to be recorded. No part of the JSON of a model.
    public var record = NameRecord()

    public init(
        name: Identifier, info: Information, servers: [Server] = [], securitySchemes: [SecurityScheme] = [],
        groups: [OperationGroup] = [], types: [TypeDeclaration] = [], webhooks: [Webhook] = []
    ) {
        self.name = name
        self.info = info
        self.servers = servers
        self.securitySchemes = securitySchemes
        self.groups = groups
        self.types = types
        self.webhooks = webhooks
        instanceName = name
        suiteName = name
        testModule = name
    }

    /// The properties that lead from the client to a group. For example: `chat`, `completions`.
    public func path(ofGroup index: Int) -> [Identifier] {
        (groups[index].parent.map { path(ofGroup: $0) } ?? []) + [groups[index].name]
    }

    /// The type behind aliases.
    public func resolved(_ type: TypeReference) -> TypeReference {
        var type = type
        while case .named(let id) = type, case .alias(let target) = self[id].shape { type = target }
        return type
    }

    public subscript(id: TypeID) -> TypeDeclaration {
        _read { yield types[id.index] }
        _modify { yield &types[id.index] }
    }
}

/// What the document says of the service as a whole (Info Object, External Documentation Object).
public struct Information: Codable, Sendable {
    public var title: String
    public var version: String
    public var summary: String?
    public var description: String?
    public var termsOfService: String?
    public var contact: Contact?
    public var license: License?
    public var externalDocumentation: ExternalDocumentation?

    public struct Contact: Codable, Sendable {
        public var name: String?
        public var email: String?
        public var url: String?

        public init(name: String? = nil, email: String? = nil, url: String? = nil) {
            self.name = name
            self.email = email
            self.url = url
        }
    }

    public struct License: Codable, Sendable {
        public var name: String
        public var url: String?

        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    public init(title: String, version: String) {
        self.title = title
        self.version = version
    }
}

/// A link to more documentation.
public struct ExternalDocumentation: Hashable, Codable, Sendable {
    public var url: String
    public var description: String?

    public init(url: String, description: String? = nil) {
        self.url = url
        self.description = description
    }
}

/// What a doc comment is made of. All texts are the document's own, untouched.
public struct Documentation: Hashable, Codable, Sendable {
    /// The schema's `title` or the operation's `summary`.
    public var summary: String?
    public var description: String?
    public var isDeprecated: Bool
    /// Sentences the tool adds, such as "Default: `10`." or "At most 25 characters.", as plain text.
    public var facts: [String]
    /// Limits, which ``facts`` say in words.
    public var bounds: [Bound]
    public var externalDocumentation: ExternalDocumentation?
    /// Examples as JSON text, in document order.
    public var examples: [String]

    public init(
        summary: String? = nil, description: String? = nil, isDeprecated: Bool = false, facts: [String] = [],
        bounds: [Bound] = [], externalDocumentation: ExternalDocumentation? = nil, examples: [String] = []
    ) {
        self.summary = summary
        self.description = description
        self.isDeprecated = isDeprecated
        self.facts = facts
        self.bounds = bounds
        self.externalDocumentation = externalDocumentation
        self.examples = examples
    }
}
