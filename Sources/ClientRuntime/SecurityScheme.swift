#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An authentication method of a service (Security Scheme Object).
public nonisolated struct SecurityScheme: Sendable {
    /// The scheme's key in the API description.
    public let name: String
    /// The kind of authentication.
    public let kind: Kind
    /// The environment variable of ``Credential/environment``.
    public let environmentVariable: String
    /// The text before an API key, such as `JWT`.
    public let prefix: String?

    /// The location of an API key.
    public enum Location: Sendable {
        /// A request header.
        case header
        /// A query parameter.
        case query
        /// A cookie.
        case cookie
    }

    /// A kind of authentication.
    public enum Kind: Sendable {
        /// A value in a header, a query parameter or a cookie.
        case apiKey(in: Location, name: String)
        /// `basic`, `bearer`, or another HTTP authentication scheme (RFC 9110, section 11).
        case http(String)
        /// OAuth 2.0; the credential is an access token.
        case oauth2
        /// OpenID Connect; the credential is an access token.
        case openIDConnect
        /// Client certificates, which the transport provides.
        case mutualTLS
    }

    /// Creates a security scheme.
    public init(_ name: String, _ kind: Kind, environment variable: String, prefix: String? = nil) {
        self.name = name
        self.kind = kind
        environmentVariable = variable
        self.prefix = prefix
    }
}

/// A credential of a client for a security scheme.
///
/// Its description never contains the value.
public nonisolated struct Credential: Sendable {
    enum Source: Sendable {
        case none
        case environment(String?)
        case value(String)
        case refreshing(TokenStore)
    }

    let source: Source
    let prefix: String?

    /// No credential. Operations that require the scheme are called without it.
    public static let none = Credential(source: .none, prefix: nil)

    /// The value of ``SecurityScheme/environmentVariable``, read when the client is created. Missing if the variable is not
    /// set or empty. For the scheme `basic`, the format is `user:password`.
    public static let environment = Credential(source: .environment(nil), prefix: nil)

    /// The value of an environment variable, read when the client is created.
    public static func environment(_ variable: String) -> Self { Self(source: .environment(variable), prefix: nil) }

    /// Creates a credential from an API key or a token.
    ///
    /// - Parameters:
    ///   - value: The key or token.
    ///   - prefix: The text sent before the value and a space. `nil` means the prefix of the scheme.
    public init(_ value: String, prefix: String? = nil) { self.init(source: .value(value), prefix: prefix) }

    /// A user name and password (RFC 7617).
    public static func basic(username: String, password: String) -> Self { Self("\(username):\(password)") }

    /// A token that is fetched when it is first needed, and again when the service responds with the status code 401.
    ///
    /// Concurrent calls share one `fetch`, and each call is repeated at most once. Waiting counts towards
    /// ``ClientOptions/timeout``. `fetch` is cancelled when no call waits for it. It may use another client, but must not
    /// call operations that need this credential. If it throws, calls throw ``CredentialFailure``.
    public static func refreshing(
        prefix: String? = nil, _ fetch: @escaping @Sendable () async throws -> String
    ) -> Self { Self(source: .refreshing(TokenStore(fetch)), prefix: prefix) }

    private init(source: Source, prefix: String?) {
        self.source = source
        self.prefix = prefix
    }

    /// The credential with the value of its environment variable, or `nil` if it has none.
    func resolved(for scheme: SecurityScheme) -> Credential? {
        switch source {
        case .none: return nil
        case .value, .refreshing: return self
        case .environment(let name):
            let value = ProcessInfo.processInfo.environment[name ?? scheme.environmentVariable] ?? ""
            return value.isEmpty ? nil : Credential(value, prefix: prefix)
        }
    }
}

nonisolated extension Credential: ExpressibleByStringLiteral, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Creates a credential from an API key or a token.
    public init(stringLiteral value: String) { self.init(value) }
    /// The type's name, without the value.
    public var description: String { "Credential" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// An empty mirror, so that `dump` does not show the value.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
