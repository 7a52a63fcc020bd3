// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Map {
    public struct LabelsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `PUT /labels`
        ///
        /// ```swift
        /// let result = try await map.labels.set(["key": "body"])
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: The counts.
        /// - Throws: `ClientError`.
        public func set(_ body: Labels) async throws(ClientError<Never>) -> Counts {
            try await connection.run(Set(body: body))
        }

        struct Set: ClientEndpoint {
            static let id = "setLabels"

            let body: Labels

            func request() throws -> ClientRequest {
                var request = ClientRequest(.put, "/labels")
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Counts, Never> {
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
