/// A base URL the document offers (Server Object).
public struct Server: Codable, Sendable {
    /// The name of the static member. For example: `sandboxAPIEndpoint`.
    public var name: Identifier
    /// The template, without a trailing slash. For example: `https://{region}.example.com/v1`.
    public var url: String
    /// Whether the URL begins with its path: its host is where the document was found, which the caller has to say.
    public var isRelative: Bool { !defaultURL.contains("://") }
    /// The variables of the URL, in document order.
    public var variables: [Variable]
    /// The parameter for the part that a relative URL lacks, whose label is `at`; `nil` where it lacks none.
    public var baseName: Identifier?
    /// The description of the server.
    public var documentation: Documentation

    /// A variable of a server's URL (Server Variable Object).
    public struct Variable: Codable, Sendable {
        /// The argument's label.
        public var name: Identifier
        /// The name in the URL's braces.
        public var wireName: String
        /// The value that callers need not pass.
        public var defaultValue: String
        /// The allowed values, or empty for any.
        public var allowed: [String]
        /// CommonMark.
        public var description: String?

        /// Without values, every string is allowed.
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

    /// The variables must be those of the URL's expressions.
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
