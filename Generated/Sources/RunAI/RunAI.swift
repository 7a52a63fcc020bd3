// Written by clientsmith. Do not edit.

@_exported public import TokenClientsRuntime

/// Runai API, version 2.18.
///
/// The control plane of Run:ai, which schedules work on clusters of GPUs. This document holds the
/// operations that grant and refresh tokens.
///
/// License: Run:AI, <https://www.run.ai/eula>
public nonisolated struct RunAI: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT). By default it is read from `RUNAI_TOKEN`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(
        bearerAuth: Credential = .environment,
        server: ServerURL<RunAI> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.bearerAuthScheme, with: bearerAuth)
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT).
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(bearerAuth: String, server: ServerURL<RunAI> = .default, transport: any Transport) {
        self.init(bearerAuth: Credential(bearerAuth), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT). By default it is read from `RUNAI_TOKEN`;
    ///     if that is not set, calls that require it fail.
    ///   - server: The URL of the service.
    public init(bearerAuth: Credential = .environment, server: ServerURL<RunAI> = .default) {
        self.init(bearerAuth: bearerAuth, server: server, transport: DefaultTransport())
    }

    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT).
    ///   - server: The URL of the service.
    public init(bearerAuth: String, server: ServerURL<RunAI> = .default) {
        self.init(bearerAuth: bearerAuth, server: server, transport: DefaultTransport())
    }
    #endif

    /// Tokens authenticate calls to the Run:ai API. The API server has to be set up to use Run:ai's own
    /// identity service.
    public var tokens: TokensAPI { TokensAPI(connection: connection) }

    /// Bearer authentication
    static let bearerAuthScheme = SecurityScheme("bearerAuth", .http("bearer"), environment: "RUNAI_TOKEN")
}

nonisolated extension ServerURL<RunAI> {
    /// The first server of the document.
    public static var `default`: Self { production }

    /// `https://app.run.ai`
    public static var production: Self { Self("https://app.run.ai") }
}
