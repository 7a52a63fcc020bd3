// Written by clientsmith. Do not edit.

@_exported public import ClientRuntime

/// Limits, version 1.
public nonisolated struct Headers: ServiceClient {
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
    public init(server: ServerURL<Headers>, transport: any Transport) {
        connection = ClientConnection(server: server, transport: transport)
    }

    #if URLSession || AsyncHTTPClient || !TransportTraits
    /// Creates a client with `DefaultTransport`.
    ///
    /// - Parameters:
    ///   - server: The URL of the service.
    public init(server: ServerURL<Headers>) {
        self.init(server: server, transport: DefaultTransport())
    }
    #endif

    public var items: ItemsAPI { ItemsAPI(connection: connection) }

    /// The documented response headers. Each is `nil` if the response does not have it.
    ///
    /// For example, of what `withResponse` and `ClientError.documented` give: `ResponseHeaders(response)`.
    public struct ResponseHeaders: DocumentedHeaders {
        private let fields: HeaderFields

        public init(fields: HeaderFields) {
            self.fields = fields
        }

        /// `ETag`
        public var eTag: String? {
            get throws { try fields.value("ETag") }
        }

        /// `X-Rate-Limit`
        public var xRateLimit: Int? {
            get throws { try fields.value("X-Rate-Limit") }
        }

        /// `X-Tags`
        public var xTags: [String]? {
            get throws { try fields.list("X-Tags") }
        }
    }
}

nonisolated extension ServerURL<Headers> {
}
