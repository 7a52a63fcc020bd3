// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension NullAndAbsent {
    public struct ProfileAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `PATCH /profile`
        ///
        /// ```swift
        /// let result = try await nullAndAbsent.profile.update(email: nil)
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: The profile.
        /// - Throws: `ClientError`.
        public func update(_ body: Profile) async throws(ClientError<Never>) -> Profile {
            try await connection.run(Update(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - email: The member `email` of the body.
        ///   - name: The member `name` of the body.
        ///   - nickname: Null removes it.
        ///   - password: Write-only.
        public func update(
            email: String?,
            name: String? = nil,
            nickname: String? = nil,
            password: String? = nil
        ) async throws(ClientError<Never>) -> Profile {
            try await self.connection.run(Self.Update(
                body: .init(email: email, name: name, nickname: nickname, password: password)
            ))
        }

        struct Update: ClientEndpoint {
            static let id = "updateProfile"

            let body: Profile

            func request() throws -> ClientRequest {
                var request = ClientRequest(.patch, "/profile")
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Profile, Never> {
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
