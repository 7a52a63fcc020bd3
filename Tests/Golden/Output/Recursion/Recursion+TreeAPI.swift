// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Recursion {
    public struct TreeAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /tree`
        ///
        /// ```swift
        /// let result = try await recursion.tree.get()
        /// ```
        ///
        /// - Returns: The root.
        /// - Throws: `ClientError`.
        public func get() async throws(ClientError<Never>) -> Tree {
            try await connection.run(Get())
        }

        struct Get: ClientEndpoint {
            static let id = "getTree"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/tree")
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Tree, Never> {
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
