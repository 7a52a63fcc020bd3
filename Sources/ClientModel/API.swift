/// A service's client as Swift sees it: every reference followed, every name settled.
///
/// For example: the four operations, seven types, one server and one security scheme of Run:ai. Nothing in it
/// depends on the version or the layout of the document it came from.
public struct API: Codable, Sendable {
    /// The service's type and its module. For example: `RunAI`.
    public var name: Identifier
    /// The document's own description (Info Object).
    public var info: Information
    /// The servers that apply to operations without servers of their own; the first is the default.
    public var servers: [Server]
    /// Every security scheme of the document, also those that no operation requires, in document order.
    public var securitySchemes: [SecurityScheme]
    /// In the order their first operation appears, those that only hold others last.
    public var groups: [OperationGroup]
    /// Every declared type, nested ones included; a ``TypeID`` is an index into it.
    public var types: [TypeDeclaration]
    /// Requests that the service sends, of webhooks and of callbacks.
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

    /// Creates a model whose type identifiers are the indices of `types`.
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

    /// The declaration with an identifier. The identifier must be of this model.
    public subscript(id: TypeID) -> TypeDeclaration {
        _read { yield types[id.index] }
        _modify { yield &types[id.index] }
    }
}

/// What the document says of the service as a whole (Info Object, External Documentation Object).
public struct Information: Codable, Sendable {
    /// The title; empty if the document has none.
    public var title: String
    /// The version of the document, not of OpenAPI. Any text is allowed.
    public var version: String
    /// A short form of the description (OpenAPI 3.1 and later).
    public var summary: String?
    /// CommonMark.
    public var description: String?
    /// The URL of the terms of service, as the document spells it.
    public var termsOfService: String?
    /// Who answers questions about the service.
    public var contact: Contact?
    /// The license of the service, not of the generated code.
    public var license: License?
    /// Documentation outside the document, which pages link to.
    public var externalDocumentation: ExternalDocumentation?

    /// Who to ask about the service (Contact Object).
    public struct Contact: Codable, Sendable {
        /// The person or organization.
        public var name: String?
        /// The email address, unchecked.
        public var email: String?
        /// The URL of a page with contact information, unchecked.
        public var url: String?

        /// Any of the three can be missing.
        public init(name: String? = nil, email: String? = nil, url: String? = nil) {
            self.name = name
            self.email = email
            self.url = url
        }
    }

    /// The license of the service (License Object).
    public struct License: Codable, Sendable {
        /// The name that the document displays. For example: `Apache 2.0`.
        public var name: String
        /// The URL of the license's text, unchecked.
        public var url: String?

        /// Without a URL, pages print the name alone.
        public init(name: String, url: String? = nil) {
            self.name = name
            self.url = url
        }
    }

    /// The fields that are not required are `nil`.
    public init(title: String, version: String) {
        self.title = title
        self.version = version
    }
}

/// A link to more documentation.
public struct ExternalDocumentation: Hashable, Codable, Sendable {
    /// An absolute URL, or one relative to the document; unchecked.
    public var url: String
    /// CommonMark.
    public var description: String?

    /// Without a description, links have the URL as their text.
    public init(url: String, description: String? = nil) {
        self.url = url
        self.description = description
    }
}

/// What a doc comment is made of. All texts are the document's own, untouched.
public struct Documentation: Hashable, Codable, Sendable {
    /// The schema's `title` or the operation's `summary`.
    public var summary: String?
    /// CommonMark, as the document has it; encoders make it safe to print.
    public var description: String?
    /// Whether the document says `deprecated: true`.
    public var isDeprecated: Bool
    /// Sentences the tool adds, such as "Default: `10`." or "At most 25 characters.", as plain text.
    public var facts: [String]
    /// Limits, which ``facts`` say in words.
    public var bounds: [Bound]
    /// Documentation outside the document (External Documentation Object).
    public var externalDocumentation: ExternalDocumentation?
    /// Examples as JSON text, in document order.
    public var examples: [String]

    /// Without arguments, an element that the document does not describe.
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
