// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Multipart {
    public struct SessionAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /session`
        ///
        /// ```swift
        /// try await multipart.session.signIn(code: "code")
        /// ```
        ///
        /// - Parameter body: The request's body, `application/x-www-form-urlencoded`.
        /// - Throws: `ClientError`.
        public func signIn(_ body: SignInFormBody) async throws(ClientError<Never>) {
            try await connection.run(SignIn(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - code: The member `code` of the body.
        ///   - scopes: The member `scopes` of the body.
        public func signIn(code: String, scopes: [String]? = nil) async throws(ClientError<Never>) {
            try await self.connection.run(Self.SignIn(body: .init(code: code, scopes: scopes)))
        }

        struct SignIn: ClientEndpoint {
            static let id = "signIn"

            let body: SignInFormBody

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/session")
                try request.form(body)
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

        public struct SignInFormBody: Codable, Hashable, Sendable, FieldComparable {
            public var code: String
            public var scopes: [String]?

            public init(code: String, scopes: [String]? = nil) {
                self.code = code
                self.scopes = scopes
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.code = fields.string("code")
                self.scopes = fields.optional("scopes")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.string("code", self.code)
                fields.optional("scopes", self.scopes)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.string(left.code, right.code)
                fields.optionalArray(left.scopes, right.scopes)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.string(self.code, into: &hasher)
                FieldHasher.optionalArray(self.scopes, into: &hasher)
            }
        }
    }
}
