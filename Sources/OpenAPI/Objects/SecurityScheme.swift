public import Diagnostics

/// A way to prove who is calling (Security Scheme Object).
public struct SecurityScheme: Sendable {
    public enum Kind: Sendable {
        /// The name of the header, query parameter or cookie.
        case apiKey(location: Parameter.Location, name: String)
        /// The scheme as registered, lower case. For example: `basic` (also 2.0's type of that name), `bearer`.
        case http(scheme: String, bearerFormat: String?)
        case mutualTLS
        case oauth2(flows: [OAuthFlow], metadataURL: String?)
        case openIDConnect(url: String)
    }

    /// The key under `components/securitySchemes`.
    public var name: String
    public var namePlace: Place
    public var kind: Kind
    public var description: String?
    public var isDeprecated = false
    public var pointer: String
    public var place: Place
}

/// How a token is got (OAuth Flow Object).
public struct OAuthFlow: Sendable {
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case implicit, password, clientCredentials, authorizationCode, deviceAuthorization
    }

    public var kind: Kind
    public var authorizationURL: String?
    public var deviceAuthorizationURL: String?
    public var tokenURL: String?
    public var refreshURL: String?
    public var scopes: [(name: String, description: String)] = []
    public var place: Place
}
