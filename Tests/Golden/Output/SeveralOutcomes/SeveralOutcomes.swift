// Written by clientsmith. Do not edit.

@_exported public import ClientRuntime

/// Jobs, version 1.
public nonisolated struct SeveralOutcomes: ServiceClient {
    /// What sends the requests.
    public var connection: ClientConnection

    /// Makes a client that sends its requests through `connection`.
    public init(connection: ClientConnection) {
        self.connection = connection
    }

    /// Creates a client.
    ///
    /// - Parameters:
    ///   - server: The URL of the service.
    ///   - transport: The transport that sends the requests.
    public init(server: ServerURL<SeveralOutcomes>, transport: any Transport) {
        connection = ClientConnection(server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - server: The URL of the service.
    public init(server: ServerURL<SeveralOutcomes>) {
        self.init(server: server, transport: DefaultTransport())
    }
    #endif

    public var jobs: JobsAPI { JobsAPI(connection: connection) }
}

nonisolated extension ServerURL<SeveralOutcomes> {
}
