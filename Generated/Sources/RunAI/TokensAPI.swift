// Written by clientsmith. Do not edit.

public import TokenClientsRuntime

nonisolated extension RunAI {
    /// Tokens authenticate calls to the Run:ai API. The API server has to be set up to use Run:ai's own
    /// identity service.
    public struct TokensAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// get application token
        ///
        /// Gets an access token that stands for an application.
        /// It is the authorization server that issues it.
        ///
        /// `POST /v1/k8s/auth/oauth/apptoken`
        ///
        /// ```swift
        /// let result = try await runAI.tokens.appToken(id: "id", name: "name", secret: "secret")
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: Executed successfully.
        /// - Throws: `ClientError`, `documented` for 400, 500 or 503.
        @available(*, deprecated)
        public func appToken(
            _ body: AppTokenRequest? = nil
        ) async throws(ClientError<Error>) -> AppTokenResponse {
            try await connection.run(AppToken(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - id: The member `id` of the body.
        ///   - name: The member `name` of the body.
        ///   - secret: The member `secret` of the body.
        @available(*, deprecated)
        public func appToken(
            id: String,
            name: String,
            secret: String
        ) async throws(ClientError<Error>) -> AppTokenResponse {
            try await self.connection.run(Self.AppToken(body: .init(id: id, name: name, secret: secret)))
        }

        /// exchange code for token
        ///
        /// Turns an authorization code into an access token.
        /// The code comes from the authorization server.
        ///
        /// `GET /v1/k8s/auth/token/exchange`
        ///
        /// ```swift
        /// let result = try await runAI.tokens.exchangeCode(redirectURI: "redirectURI", code: "code")
        /// ```
        ///
        /// - Parameters:
        ///   - redirectURI: Where the authorization server sends the user once its flow is complete.
        ///   - code: The code that the identity provider gave for the exchange.
        /// - Returns: Executed successfully.
        /// - Throws: `ClientError`, `documented` for 400, 500 or 503.
        @available(*, deprecated)
        public func exchangeCode(
            redirectURI: String,
            code: String
        ) async throws(ClientError<Error>) -> TokenResponse {
            try await connection.run(ExchangeCode(redirectURI: redirectURI, code: code))
        }

        /// Create an application token.
        ///
        /// Issues a token, of the sort that the `grant_type` parameter selects.
        ///
        /// `POST /api/v1/token`
        ///
        /// ```swift
        /// let result = try await runAI.tokens.grant(grantType: .appToken, appID: "appID", appSecret: "appSecret")
        /// ```
        ///
        /// - Parameters:
        ///   - body: The request's body.
        ///   - userAgent: The header `User-Agent`.
        /// - Returns: Executed successfully.
        /// - Throws: `ClientError`, `documented` for 400, 500 or 503.
        public func grant(
            _ body: TokenRequest? = nil,
            userAgent: String? = nil
        ) async throws(ClientError<Error>) -> TokenResponse {
            try await connection.run(Grant(body: body, userAgent: userAgent))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - grantType: The member `grantType` of the body.
        ///   - appID: The member `appID` of the body.
        ///   - appSecret: The member `appSecret` of the body.
        ///   - code: The member `code` of the body.
        ///   - redirectURI: The member `redirectUri` of the body.
        ///   - refreshToken: The member `refreshToken` of the body.
        ///   - username: The member `username` of the body.
        ///   - password: The member `password` of the body.
        ///   - clientID: The member `clientID` of the body.
        ///   - userAgent: The header `User-Agent`.
        public func grant(
            grantType: TokenRequest.GrantType? = nil,
            appID: String? = nil,
            appSecret: String? = nil,
            code: String? = nil,
            redirectURI: String? = nil,
            refreshToken: String? = nil,
            username: String? = nil,
            password: String? = nil,
            clientID: String? = nil,
            userAgent: String? = nil
        ) async throws(ClientError<Error>) -> TokenResponse {
            try await self.connection.run(Self.Grant(
                body: .init(
                    grantType: grantType,
                    appID: appID,
                    appSecret: appSecret,
                    code: code,
                    redirectURI: redirectURI,
                    refreshToken: refreshToken,
                    username: username,
                    password: password,
                    clientID: clientID
                ),
                userAgent: userAgent
            ))
        }

        /// refresh token
        ///
        /// Gives a user new tokens for old ones.
        /// The refresh token comes from the authorization server.
        ///
        /// `POST /v1/k8s/auth/oauth/tokens/refresh`
        ///
        /// ```swift
        /// let result = try await runAI.tokens.refresh(refreshToken: "refreshToken")
        /// ```
        ///
        /// - Parameter refreshToken: The refresh token that the identity provider gave.
        /// - Returns: Executed successfully.
        /// - Throws: `ClientError`, `documented` for 400, 500 or 503.
        @available(*, deprecated)
        public func refresh(refreshToken: String) async throws(ClientError<Error>) -> TokenResponse {
            try await connection.run(Refresh(refreshToken: refreshToken))
        }

        struct AppToken: ClientEndpoint {
            static let id = "app_token"

            let body: AppTokenRequest?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/v1/k8s/auth/oauth/apptoken")
                try request.json(body)
                request.accept = "application/json"
                request.security = [["bearerAuth"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<AppTokenResponse, Error> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 400, 500, 503:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct ExchangeCode: ClientEndpoint {
            static let id = "exchange_code_for_token"

            let redirectURI: String
            let code: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/v1/k8s/auth/token/exchange")
                try request.query("redirect_uri", redirectURI)
                try request.query("code", code)
                request.accept = "application/json"
                request.security = [["bearerAuth"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<TokenResponse, Error> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 400, 500, 503:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Grant: ClientEndpoint {
            static let id = "grant_token"

            let body: TokenRequest?
            let userAgent: String?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/api/v1/token")
                try request.header("User-Agent", userAgent)
                try request.json(body)
                request.accept = "application/json"
                request.security = [["bearerAuth"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<TokenResponse, Error> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 400, 500, 503:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Refresh: ClientEndpoint {
            static let id = "refresh_token"

            let refreshToken: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/v1/k8s/auth/oauth/tokens/refresh")
                try request.query("refresh_token", refreshToken)
                request.accept = "application/json"
                request.security = [["bearerAuth"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<TokenResponse, Error> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                case 400, 500, 503:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }
    }
}
