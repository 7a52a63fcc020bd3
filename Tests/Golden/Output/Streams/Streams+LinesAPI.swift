// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Streams {
    public struct LinesAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /lines`
        ///
        /// ```swift
        /// let result = try await streams.lines.read()
        /// ```
        ///
        /// - Returns: Lines. (`application/jsonl`)
        /// - Throws: `ClientError`.
        public func read() async throws(ClientError<Never>) -> JSONLines<Answer> {
            try await connection.run(Read())
        }

        struct Read: ClientEndpoint {
            static let id = "readLines"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/lines")
                request.accept = "application/jsonl"
                request.streams = ["application/jsonl"]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<JSONLines<Answer>, Never> {
                switch response.status {
                case 200:
                    return .output(response.jsonLines())
                default:
                    return .undocumented
                }
            }
        }
    }
}
