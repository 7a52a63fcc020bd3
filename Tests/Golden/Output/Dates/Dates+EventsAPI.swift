// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Dates {
    public struct EventsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /events`
        ///
        /// ```swift
        /// let result = try await dates.events.list(after: DateTime(Date(timeIntervalSince1970: 0)))
        /// ```
        ///
        /// - Parameter after: The query parameter `after`.
        /// - Returns: Events.
        /// - Throws: `ClientError`.
        public func list(after: DateTime? = nil) async throws(ClientError<Never>) -> [Event] {
            try await connection.run(List(after: after))
        }

        struct List: ClientEndpoint {
            static let id = "listEvents"

            let after: DateTime?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/events")
                try request.query("after", after)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<[Event], Never> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }
    }
}
