// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension ShipEngine {
    public struct TokensAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// Get Ephemeral Token
        ///
        /// Issues a token that an application can be handed so that it may act with your authorization. The
        /// token is good for 10 seconds.
        ///
        /// `POST /v1/tokens/ephemeral`
        ///
        /// ```swift
        /// let result = try await shipEngine.tokens.getEphemeralToken(redirect: .shipengineDashboard)
        /// ```
        ///
        /// - Parameter redirect: Names the application to sign in to: the answer then also carries a URL of that
        ///   application with the token already in it.
        /// - Returns: OK
        /// - Throws: `ClientError`, `documented` for 400 or 500.
        public func getEphemeralToken(
            redirect: Redirect? = nil
        ) async throws(ClientError<ErrorResponseBody>) -> EphemeralToken {
            try await connection.run(GetEphemeralToken(redirect: redirect))
        }

        struct GetEphemeralToken: ClientEndpoint {
            static let id = "tokens_get_ephemeral_token"

            let redirect: Redirect?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/v1/tokens/ephemeral")
                try request.query("redirect", redirect)
                request.accept = "application/json"
                request.security = [["api_key"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<EphemeralToken, ErrorResponseBody> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 400, 500:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }
    }
}
