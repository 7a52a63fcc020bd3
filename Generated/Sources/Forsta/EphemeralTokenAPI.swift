// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension Forsta {
    /// The token with which an organization lets people in for a short while.
    public struct EphemeralTokenAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// Retrieves the ephemeral user token
        ///
        /// Answers with the ephemeral user token that the caller's organization has at the moment. It mostly
        /// serves to create ephemeral users through the [embedded
        /// client](https://docs.forsta.io/docs/embedded-client).
        ///
        /// `POST /ephemeral-token`
        ///
        /// ```swift
        /// let result = try await forsta.ephemeralToken.create()
        /// ```
        ///
        /// - Returns: The organization's token.
        /// - Throws: `ClientError`.
        public func create() async throws(ClientError<Never>) -> EphemeralTokenPostResponse {
            try await connection.run(Create())
        }

        /// Delete the ephemeral user token
        ///
        /// Leaves the caller's organization without an ephemeral user token, by setting it to null.
        ///
        /// `DELETE /ephemeral-token`
        ///
        /// ```swift
        /// try await forsta.ephemeralToken.delete()
        /// ```
        ///
        /// - Throws: `ClientError`.
        public func delete() async throws(ClientError<Never>) {
            try await connection.run(Delete())
        }

        struct Create: ClientEndpoint {
            static let id = "ephemeral-token_create"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/ephemeral-token")
                request.accept = "application/json"
                request.security = [["JSON Web Token"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<EphemeralTokenPostResponse, Never> {
                switch response.status {
                case 201:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Delete: ClientEndpoint {
            static let id = "ephemeral-token_delete"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.delete, "/ephemeral-token")
                request.security = [["JSON Web Token"]]
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
