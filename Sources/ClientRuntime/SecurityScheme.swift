#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A way to authenticate that the API description offers (Security Scheme Object).
public nonisolated struct SecurityScheme: Sendable {
    /// The scheme's key in the API description.
    public let name: String
    public let kind: Kind
    /// The variable ``Credential/environment`` reads.
    public let environmentVariable: String
    /// What stands before an API key, such as `JWT`.
    public let prefix: String?

    public enum Location: Sendable { case header, query, cookie }

    public enum Kind: Sendable {
        case apiKey(in: Location, name: String)
        /// `basic`, `bearer`, or another scheme of RFC 9110, section 11.
        case http(String)
        case oauth2
        case openIDConnect
        /// Left to the transport.
        case mutualTLS
    }

    public init(_ name: String, _ kind: Kind, environment variable: String, prefix: String? = nil) {
        self.name = name
        self.kind = kind
        environmentVariable = variable
        self.prefix = prefix
    }
}

/// What a client proves its identity with, for one security scheme.
///
/// Its description never shows it.
public nonisolated struct Credential: Sendable {
    enum Source: Sendable {
        case none
        case environment(String?)
        case value(String)
        case refreshing(TokenStore)
    }

    let source: Source
    let prefix: String?

    /// Nothing, on purpose: operations are called without this scheme, and none is missed.
    public static let none = Credential(source: .none, prefix: nil)

    /// The environment variable named after service and scheme, read when the client is made; nothing where it is
    /// not set or empty. For the `basic` scheme it holds `user:password`.
    public static let environment = Credential(source: .environment(nil), prefix: nil)

    /// An environment variable of your choice.
    public static func environment(_ variable: String) -> Self { Self(source: .environment(variable), prefix: nil) }

    /// An API key or a token.
    ///
    /// - Parameter prefix: What is sent before the value, with a space between; the scheme's own where it is `nil`.
    public init(_ value: String, prefix: String? = nil) { self.init(source: .value(value), prefix: prefix) }

    /// User name and password (RFC 7617).
    public static func basic(username: String, password: String) -> Self { Self("\(username):\(password)") }

    /// A token that is fetched when it is first needed and again when the service answers 401.
    ///
    /// However many calls wait for it, `fetch` runs once at a time, and each call is repeated at most once. Waiting counts
    /// towards ``ClientOptions/timeout``; `fetch` is cancelled when the last call that waits for it has left. It may use
    /// a client of its own, but no operation that needs this credential. Where it throws, calls throw
    /// ``CredentialFailure``.
    public static func refreshing(
        prefix: String? = nil, _ fetch: @escaping @Sendable () async throws -> String
    ) -> Self { Self(source: .refreshing(TokenStore(fetch)), prefix: prefix) }

    private init(source: Source, prefix: String?) {
        self.source = source
        self.prefix = prefix
    }

    /// The same with the environment read, or `nil` where there is nothing to send.
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
    public init(stringLiteral value: String) { self.init(value) }
    public var description: String { "Credential" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
