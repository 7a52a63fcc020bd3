// Written by clientsmith. Do not edit.

@_exported public import TokenClientsRuntime

/// ShipEngine API, version 1.1.202604070904.
///
/// Shipping labels, rates, tracking and addresses over one REST interface. This document holds the
/// part of it that hands out tokens.
///
/// Terms of service: <https://www.shipengine.com/terms-of-service/>
///
/// Contact: sales@shipengine.com, https://www.shipengine.com/contact/
public nonisolated struct ShipEngine: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - apiKey: The API key sent in the header `API-Key`. By default it is read from `SHIPENGINE_API_KEY`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(
        apiKey: Credential = .environment,
        server: ServerURL<ShipEngine> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.apiKeyScheme, with: apiKey)
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - apiKey: The API key sent in the header `API-Key`.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(apiKey: String, server: ServerURL<ShipEngine> = .default, transport: any Transport) {
        self.init(apiKey: Credential(apiKey), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - apiKey: The API key sent in the header `API-Key`. By default it is read from `SHIPENGINE_API_KEY`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    public init(apiKey: Credential = .environment, server: ServerURL<ShipEngine> = .default) {
        self.init(apiKey: apiKey, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - apiKey: The API key sent in the header `API-Key`.
    ///   - server: The URL of the service.
    public init(apiKey: String, server: ServerURL<ShipEngine> = .default) {
        self.init(apiKey: apiKey, server: server, transport: DefaultTransport())
    }
    #endif

    public var tokens: TokensAPI { TokensAPI(connection: connection) }

    /// Every request carries an API key, which the account's dashboard makes and revokes. A key that is
    /// missing, wrong or expired is answered with `401 Unauthorized`.
    static let apiKeyScheme = SecurityScheme(
        "api_key",
        .apiKey(in: .header, name: "API-Key"),
        environment: "SHIPENGINE_API_KEY"
    )
}

nonisolated extension ServerURL<ShipEngine> {
    /// The first server of the document.
    public static var `default`: Self { production }

    /// `https://api.shipengine.com`
    public static var production: Self { Self("https://api.shipengine.com") }
}
