// Written by clientsmith. Do not edit.

@_exported public import TokenClientsRuntime

/// Forsta Atlas API, version v1.
///
/// Management of the users and tags of the Forsta messaging platform. This document holds the part that
/// deals with an organization's ephemeral user token.
///
/// Contact: support@forsta.io
public nonisolated struct Forsta: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - jsonWebToken: The API key sent in the header `Authorization` after `JWT`. By default it is read from `FORSTA_TOKEN`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(
        jsonWebToken: Credential = .environment,
        server: ServerURL<Forsta> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.jsonWebTokenScheme, with: jsonWebToken)
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - jsonWebToken: The API key sent in the header `Authorization` after `JWT`.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(jsonWebToken: String, server: ServerURL<Forsta> = .default, transport: any Transport) {
        self.init(jsonWebToken: Credential(jsonWebToken), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - jsonWebToken: The API key sent in the header `Authorization` after `JWT`. By default it is read from `FORSTA_TOKEN`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    public init(jsonWebToken: Credential = .environment, server: ServerURL<Forsta> = .default) {
        self.init(jsonWebToken: jsonWebToken, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - jsonWebToken: The API key sent in the header `Authorization` after `JWT`.
    ///   - server: The URL of the service.
    public init(jsonWebToken: String, server: ServerURL<Forsta> = .default) {
        self.init(jsonWebToken: jsonWebToken, server: server, transport: DefaultTransport())
    }
    #endif

    /// The token with which an organization lets people in for a short while.
    public var ephemeralToken: EphemeralTokenAPI { EphemeralTokenAPI(connection: connection) }

    /// The word `JWT`, a space, and the token: `Authorization: JWT <token>`.
    static let jsonWebTokenScheme = SecurityScheme(
        "JSON Web Token",
        .apiKey(in: .header, name: "Authorization"),
        environment: "FORSTA_TOKEN", prefix: "JWT"
    )
}

nonisolated extension ServerURL<Forsta> {
    /// The first server of the document.
    public static var `default`: Self { production }

    /// `https://atlas.forsta.io/v1`
    public static var production: Self { Self("https://atlas.forsta.io/v1") }
}
