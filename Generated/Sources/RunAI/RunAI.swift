// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

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

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT). By default it is read from `RUNAI_TOKEN`;
    ///     unset, calls that need it fail.
    ///   - server: Where the service is reached.
    ///   - transport: What sends the requests.
    public init(
        bearerAuth: Credential = .environment,
        server: ServerURL<RunAI> = .default,
        transport: any Transport
    ) {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(Self.bearerAuthScheme, with: bearerAuth)
    }

    /// Makes a client.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT).
    ///   - server: Where the service is reached.
    ///   - transport: What sends the requests.
    public init(bearerAuth: String, server: ServerURL<RunAI> = .default, transport: any Transport) {
        self.init(bearerAuth: Credential(bearerAuth), server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Makes a client that sends with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT). By default it is read from `RUNAI_TOKEN`;
    ///     unset, calls that need it fail.
    ///   - server: Where the service is reached.
    public init(bearerAuth: Credential = .environment, server: ServerURL<RunAI> = .default) {
        self.init(bearerAuth: bearerAuth, server: server, transport: DefaultTransport())
    }

    /// Makes a client that sends with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - bearerAuth: The bearer credential sent in `Authorization` (JWT).
    ///   - server: Where the service is reached.
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
