public import Diagnostics

/// A way to authenticate (Security Scheme Object).
public struct SecurityScheme: Codable, Sendable {
    /// The argument of the client's `init`. For example: `apiKey`.
    public var name: Identifier
    /// The client's static member that describes it. For example: `apiKeyScheme`.
    public var memberName: Identifier
    /// The key in the document. For example: `JSON Web Token`.
    public var wireName: String
    public var kind: Kind
    public var description: String?
    /// What stands before the credential, such as `JWT`; from the configuration.
    public var prefix: String?
    /// The environment variable the credential is read from. For example: `SHIPENGINE_API_KEY`.
    public var environmentVariable: String
    public var place: Place?

    public enum Kind: Codable, Sendable {
        case apiKey(location: ParameterLocation, name: String)
        /// For example: `basic`, `bearer`, in lower case.
        case http(scheme: String, bearerFormat: String?)
        /// Flow name, and authorization, token and refresh URLs.
        case oauth2(flows: [OAuthFlow])
        case openIDConnect(url: String)
        case mutualTLS

        /// Whether it is an API key in the header that credentials of HTTP are sent in.
        public var isKeyInAuthorization: Bool {
            guard case .apiKey(.header, let name) = self else { return false }
            return name.lowercased() == "authorization"
        }
    }

    public struct OAuthFlow: Codable, Sendable {
        public var name: String
        public var authorizationURL: String?
        public var tokenURL: String?
        public var refreshURL: String?
        public var scopes: [Scope]

        public struct Scope: Codable, Sendable {
            public var name: String
            public var description: String

            public init(name: String, description: String) {
                self.name = name
                self.description = description
            }
        }

        public init(
            name: String, authorizationURL: String? = nil, tokenURL: String? = nil, refreshURL: String? = nil,
            scopes: [Scope] = []
        ) {
            self.name = name
            self.authorizationURL = authorizationURL
            self.tokenURL = tokenURL
            self.refreshURL = refreshURL
            self.scopes = scopes
        }
    }

    public init(
        name: Identifier, memberName: Identifier? = nil, wireName: String, kind: Kind, description: String? = nil,
        prefix: String? = nil, environmentVariable: String, place: Place? = nil
    ) {
        self.name = name
        self.memberName = memberName ?? name
        self.wireName = wireName
        self.kind = kind
        self.description = description
        self.prefix = prefix
        self.environmentVariable = environmentVariable
        self.place = place
    }
}

/// Schemes that must be used together, by their wire names, with the scopes each asks for.
///
/// An operation has a list of these, of which any one is enough; an empty requirement means no credentials.
public struct SecurityRequirement: Codable, Sendable {
    public var schemes: [Scheme]

    public struct Scheme: Codable, Sendable {
        public var wireName: String
        public var scopes: [String]

        public init(wireName: String, scopes: [String]) {
            self.wireName = wireName
            self.scopes = scopes
        }
    }

    public init(_ schemes: [Scheme]) { self.schemes = schemes }
}
