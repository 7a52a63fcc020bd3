// Written by clientsmith. Do not edit.

@_exported public import ClientRuntime

/// Shop, version 1.
public nonisolated struct Groups: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - key: The API key sent in the header `X-Key`. By default it is read from `GROUPS_KEY`; if that is not
    ///     set, calls that require it fail.
    ///   - token: The OAuth 2.0 access token sent in `Authorization`. Flow `clientCredentials`:
    ///     <https://example.com/token>; scopes `write`. By default it is read from `GROUPS_TOKEN`; if that is
    ///     not set, calls that require it fail.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(
        key: Credential = .environment,
        token: Credential = .environment,
        server: ServerURL<Groups> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.keyScheme, with: key)
        connection.authenticate(Self.tokenScheme, with: token)
    }

    /// Creates a client. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - key: The API key sent in the header `X-Key`.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(key: String, server: ServerURL<Groups> = .default, transport: any Transport) {
        self.init(key: Credential(key), server: server, transport: transport)
    }

    /// Creates a client. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - token: The OAuth 2.0 access token sent in `Authorization`. Flow `clientCredentials`:
    ///     <https://example.com/token>; scopes `write`.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(token: String, server: ServerURL<Groups> = .default, transport: any Transport) {
        self.init(token: Credential(token), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - key: The API key sent in the header `X-Key`. By default it is read from `GROUPS_KEY`; if that is not
    ///     set, calls that require it fail.
    ///   - token: The OAuth 2.0 access token sent in `Authorization`. Flow `clientCredentials`:
    ///     <https://example.com/token>; scopes `write`. By default it is read from `GROUPS_TOKEN`; if that is
    ///     not set, calls that require it fail.
    ///   - server: The URL of the service.
    public init(
        key: Credential = .environment,
        token: Credential = .environment,
        server: ServerURL<Groups> = .default
    ) {
        self.init(key: key, token: token, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - key: The API key sent in the header `X-Key`.
    ///   - server: The URL of the service.
    public init(key: String, server: ServerURL<Groups> = .default) {
        self.init(key: key, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - token: The OAuth 2.0 access token sent in `Authorization`. Flow `clientCredentials`:
    ///     <https://example.com/token>; scopes `write`.
    ///   - server: The URL of the service.
    public init(token: String, server: ServerURL<Groups> = .default) {
        self.init(token: token, server: server, transport: DefaultTransport())
    }
    #endif

    public var customers: CustomersAPI { CustomersAPI(connection: connection) }

    /// The API key sent in the header `X-Key`.
    static let keyScheme = SecurityScheme(
        "key",
        .apiKey(in: .header, name: "X-Key"),
        environment: "GROUPS_KEY"
    )

    /// The OAuth 2.0 access token sent in `Authorization`.
    static let tokenScheme = SecurityScheme("token", .oauth2, environment: "GROUPS_TOKEN")
}

nonisolated extension ServerURL<Groups> {
    /// The first server of the document.
    public static var `default`: Self { production() }

    /// `https://{region}.example.com/v1`
    public static func production(region: String = "eu") -> Self {
        Self("https://{region}.example.com/v1", ["region": region], allowed: ["region": ["eu", "us"]])
    }
}
