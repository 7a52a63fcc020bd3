// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Deprecated {
    public struct OldAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// Gets what was there before.
        ///
        /// `GET /old`
        ///
        /// ```swift
        /// let result = try await deprecated.old.get(page: 1)
        /// ```
        ///
        /// - Parameter page: Deprecated.
        /// - Returns: Old things.
        /// - Throws: `ClientError`.
        @available(*, deprecated)
        public func get(page: Int? = nil) async throws(ClientError<Never>) -> Old {
            try await connection.run(Get(page: page))
        }

        struct Get: ClientEndpoint {
            static let id = "getOld"

            let page: Int?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/old")
                try request.query("page", page)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Old, Never> {
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
