// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension ShapedUnion {
    public struct SearchAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /search`
        ///
        /// ```swift
        /// try await shapedUnion.search.search(.string("body"))
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Throws: `ClientError`.
        public func search(_ body: Filter) async throws(ClientError<Never>) {
            try await connection.run(Search(body: body))
        }

        struct Search: ClientEndpoint {
            static let id = "search"

            let body: Filter

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/search")
                try request.json(body)
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Void, Never> {
                switch response.status {
                case 200...299:
                    return .output(())
                default:
                    return .undocumented
                }
            }
        }
    }
}
