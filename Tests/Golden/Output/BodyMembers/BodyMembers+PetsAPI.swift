// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension BodyMembers {
    public struct PetsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /owners/{ownerID}/pets`
        ///
        /// ```swift
        /// let result = try await bodyMembers.pets.create(ownerID: "ownerID", name: "name", kind: .cat)
        /// ```
        ///
        /// - Parameters:
        ///   - ownerID: The path parameter `ownerID`.
        ///   - body: The request's body.
        ///   - dryRun: The query parameter `dryRun`.
        /// - Returns: The pet.
        /// - Throws: `ClientError`.
        public func create(
            ownerID: String,
            _ body: NewPet? = nil,
            dryRun: Bool? = nil
        ) async throws(ClientError<Never>) -> Pet {
            try await connection.run(Create(ownerID: ownerID, body: body, dryRun: dryRun))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - ownerID: The path parameter `ownerID`.
        ///   - name: What the pet is called.
        ///   - kind: The member `kind` of the body.
        ///   - born: The member `born` of the body.
        ///   - dryRun: The query parameter `dryRun`.
        public func create(
            ownerID: String,
            name: String,
            kind: NewPet.Kind,
            born: CalendarDate? = nil,
            dryRun: Bool? = nil
        ) async throws(ClientError<Never>) -> Pet {
            try await self.connection.run(Self.Create(
                ownerID: ownerID,
                body: .init(name: name, kind: kind, born: born),
                dryRun: dryRun
            ))
        }

        struct Create: ClientEndpoint {
            static let id = "createPet"

            let ownerID: String
            let body: NewPet?
            let dryRun: Bool?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/owners/")
                try request.path("ownerID", ownerID)
                request.path("/pets")
                try request.query("dryRun", dryRun)
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Pet, Never> {
                switch response.status {
                case 201:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }
    }
}
