// Written by clientsmith. Do not edit.

@_exported public import ClientRuntime

/// Reports, version 1.
public nonisolated struct SeveralMediaTypes: ServiceClient {
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
    public init(server: ServerURL<SeveralMediaTypes>, transport: any Transport) {
        connection = ClientConnection(server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - server: The URL of the service.
    public init(server: ServerURL<SeveralMediaTypes>) {
        self.init(server: server, transport: DefaultTransport())
    }
    #endif

    public var reports: ReportsAPI { ReportsAPI(connection: connection) }
}

nonisolated extension ServerURL<SeveralMediaTypes> {
}
