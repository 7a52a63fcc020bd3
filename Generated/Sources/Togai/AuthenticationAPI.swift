// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension Togai {
    /// Authentication API
    public struct AuthenticationAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// Generate short lived bearer token
        ///
        /// Answers with a bearer token. What that token is depends on how the request itself is authenticated.
        ///   - With an API key, a new JWT is made, which stays valid for 24 hours.
        ///   - With a JWT as bearer token, that same JWT comes back.
        ///
        /// How to make an API key is told under
        /// [Generating New API
        /// Keys](https://docs.togai.com/api-reference/authentication#generating-new-api-keys).
        ///
        /// `POST /authenticate`
        ///
        /// ```swift
        /// let result = try await togai.authentication.authenticate()
        /// ```
        ///
        /// - Returns: OK
        /// - Throws: `ClientError`, `documented` for 401, 403, 404, 429 or any other status.
        public func authenticate() async throws(ClientError<ErrorResponse>) -> TokenResponse {
            try await connection.run(Authenticate())
        }

        struct Authenticate: ClientEndpoint {
            static let id = "authenticate"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/authenticate")
                request.accept = "application/json"
                request.security = [["bearerAuth"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<TokenResponse, ErrorResponse> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 401, 403, 404, 429:
                    return .failure(try response.json())
                default:
                    return .failure(try response.json())
                }
            }
        }
    }
}
