/// A base URL the document offers (Server Object).
public struct Server: Codable, Sendable {
    /// The name of the static member. For example: `sandboxAPIEndpoint`.
    public var name: Identifier
    /// The template, without a trailing slash. For example: `https://{region}.example.com/v1`.
    public var url: String
    /// Whether the URL begins with its path: its host is where the document was found, which the caller has to say.
    public var isRelative: Bool { !defaultURL.contains("://") }
    public var variables: [Variable]
    /// The parameter for the part that a relative URL lacks, whose label is `at`; `nil` where it lacks none.
    public var baseName: Identifier?
    public var documentation: Documentation

    public struct Variable: Codable, Sendable {
        public var name: Identifier
        public var wireName: String
        public var defaultValue: String
        /// The allowed values, or empty for any.
        public var allowed: [String]
        public var description: String?

        public init(
            name: Identifier, wireName: String, defaultValue: String, allowed: [String] = [],
            description: String? = nil
        ) {
            self.name = name
            self.wireName = wireName
            self.defaultValue = defaultValue
            self.allowed = allowed
            self.description = description
        }
    }

    public init(name: Identifier, url: String, variables: [Variable] = [], documentation: Documentation = .init()) {
        self.name = name
        self.url = url
        self.variables = variables
        self.documentation = documentation
    }

    /// The template with every variable's default in place.
    public var defaultURL: String {
        variables.reduce(url) { $0.replacing("{\($1.wireName)}", with: $1.defaultValue) }
    }
}
