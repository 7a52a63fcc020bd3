public import Diagnostics

/// A way to authenticate (Security Scheme Object).
public struct SecurityScheme: Codable, Sendable {
    /// The argument of the client's `init`. For example: `apiKey`.
    public var name: Identifier
    /// The client's static member that describes it. For example: `apiKeyScheme`.
    public var memberName: Identifier
    /// The key in the document. For example: `JSON Web Token`.
    public var wireName: String
    /// What the credential is, and where it is sent.
    public var kind: Kind
    /// CommonMark.
    public var description: String?
    /// What stands before the credential, such as `JWT`; from the configuration.
    public var prefix: String?
    /// The environment variable the credential is read from. For example: `SHIPENGINE_API_KEY`.
    public var environmentVariable: String
    /// The location of the Security Scheme Object; `nil` in a model that was read from JSON.
    public var place: Place?

    /// The `type` of a Security Scheme Object, with what belongs to it.
    public enum Kind: Codable, Sendable {
        /// A key that is sent as it is, under a name, in a header, a query parameter or a cookie.
        case apiKey(location: ParameterLocation, name: String)
        /// For example: `basic`, `bearer`, in lower case.
        case http(scheme: String, bearerFormat: String?)
        /// Flow name, and authorization, token and refresh URLs.
        case oauth2(flows: [OAuthFlow])
        /// The URL of the discovery document (OpenID Connect Discovery 1.0); callers pass the token.
        case openIDConnect(url: String)
        /// A client certificate, which the transport must have. The scheme adds nothing to requests.
        case mutualTLS

        /// Whether it is an API key in the header that credentials of HTTP are sent in.
        public var isKeyInAuthorization: Bool {
            guard case .apiKey(.header, let name) = self else { return false }
            return name.lowercased() == "authorization"
        }
    }

    /// One way to obtain a token (OAuth Flow Object). Only documentation and the client credentials flow use it.
    public struct OAuthFlow: Codable, Sendable {
        /// The flow's key. For example: `authorizationCode`.
        public var name: String
        /// Where users grant access; `nil` for flows without that step.
        public var authorizationURL: String?
        /// Where tokens are requested; `nil` for the implicit flow.
        public var tokenURL: String?
        /// Where expired tokens are exchanged; `nil` means at the token URL.
        public var refreshURL: String?
        /// In document order.
        public var scopes: [Scope]

        /// A permission that a token can have.
        public struct Scope: Codable, Sendable {
            /// The text that is sent. For example: `read:pets`.
            public var name: String
            /// What the permission allows, in CommonMark; it can be empty.
            public var description: String

            /// An empty description prints nothing.
            public init(name: String, description: String) {
                self.name = name
                self.description = description
            }
        }

        /// URLs that the flow does not have are `nil`.
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

    /// The environment variable is derived from the module if the configuration has none.
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
    /// All of them are needed together. An empty list means that no credentials are needed.
    public var schemes: [Scheme]

    /// A scheme that a requirement names.
    public struct Scheme: Codable, Sendable {
        /// The key under `components/securitySchemes`.
        public var wireName: String
        /// The scopes that the operation needs; for schemes other than OAuth 2.0, the roles.
        public var scopes: [String]

        /// The scheme must exist in the document.
        public init(wireName: String, scopes: [String]) {
            self.wireName = wireName
            self.scopes = scopes
        }
    }

    /// Without schemes, the requirement is satisfied without credentials.
    public init(_ schemes: [Scheme]) { self.schemes = schemes }
}
