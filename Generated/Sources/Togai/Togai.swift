// Written by clientsmith. Do not edit.

@_exported public import TokenClientsRuntime

/// Togai Apis, version 1.0.
///
/// APIs for Togai App
///
/// Contact: engg@togai.com
///
/// License: Apache 2.0, <https://www.apache.org/licenses/LICENSE-2.0.html>
///
/// See <https://docs.togai.com/docs>
public nonisolated struct Togai: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (Bearer <credential>). By default it is
    ///     read from `TOGAI_TOKEN`; if that is not set, calls that require it fail.
    ///   - apiKeyAuth: The API key sent in the header `X-API-Key`. By default it is read from `TOGAI_API_KEY`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(
        bearerAuth: Credential = .environment,
        apiKeyAuth: Credential = .environment,
        server: ServerURL<Togai> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.bearerAuthScheme, with: bearerAuth)
        connection.authenticate(Self.apiKeyAuthScheme, with: apiKeyAuth)
    }

    /// Creates a client. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (Bearer <credential>).
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(bearerAuth: String, server: ServerURL<Togai> = .default, transport: any Transport) {
        self.init(bearerAuth: Credential(bearerAuth), server: server, transport: transport)
    }

    /// Creates a client. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - apiKeyAuth: The API key sent in the header `X-API-Key`.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(apiKeyAuth: String, server: ServerURL<Togai> = .default, transport: any Transport) {
        self.init(apiKeyAuth: Credential(apiKeyAuth), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (Bearer <credential>). By default it is
    ///     read from `TOGAI_TOKEN`; if that is not set, calls that require it fail.
    ///   - apiKeyAuth: The API key sent in the header `X-API-Key`. By default it is read from `TOGAI_API_KEY`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    public init(
        bearerAuth: Credential = .environment,
        apiKeyAuth: Credential = .environment,
        server: ServerURL<Togai> = .default
    ) {
        self.init(
            bearerAuth: bearerAuth,
            apiKeyAuth: apiKeyAuth,
            server: server,
            transport: DefaultTransport()
        )
    }

    /// Creates a client with `DefaultTransport`. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (Bearer <credential>).
    ///   - server: The URL of the service.
    public init(bearerAuth: String, server: ServerURL<Togai> = .default) {
        self.init(bearerAuth: bearerAuth, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`. The other credentials come from the environment.
    ///
    /// - Parameters:
    ///   - apiKeyAuth: The API key sent in the header `X-API-Key`.
    ///   - server: The URL of the service.
    public init(apiKeyAuth: String, server: ServerURL<Togai> = .default) {
        self.init(apiKeyAuth: apiKeyAuth, server: server, transport: DefaultTransport())
    }
    #endif

    /// Authentication API
    public var authentication: AuthenticationAPI { AuthenticationAPI(connection: connection) }

    /// The bearer credential sent in `Authorization` (Bearer <credential>).
    static let bearerAuthScheme = SecurityScheme("bearerAuth", .http("bearer"), environment: "TOGAI_TOKEN")

    /// The API key sent in the header `X-API-Key`.
    static let apiKeyAuthScheme = SecurityScheme(
        "apiKeyAuth",
        .apiKey(in: .header, name: "X-API-Key"),
        environment: "TOGAI_API_KEY"
    )
}

nonisolated extension ServerURL<Togai> {
    /// The first server of the document.
    public static var `default`: Self { apiEndpoint }

    /// Api endpoint
    ///
    /// `https://api.togai.com`
    public static var apiEndpoint: Self { Self("https://api.togai.com") }

    /// Sandbox api endpoint
    ///
    /// `https://sandbox-api.togai.com`
    public static var sandboxAPIEndpoint: Self { Self("https://sandbox-api.togai.com") }
}
