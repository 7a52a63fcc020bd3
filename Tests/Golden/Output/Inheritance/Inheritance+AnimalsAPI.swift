// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Inheritance {
    public struct AnimalsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /animals`
        ///
        /// ```swift
        /// let result = try await inheritance.animals.list()
        /// ```
        ///
        /// - Returns: Animals.
        /// - Throws: `ClientError`.
        public func list() async throws(ClientError<Never>) -> [Animal] {
            try await connection.run(List())
        }

        struct List: ClientEndpoint {
            static let id = "listAnimals"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/animals")
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<[Animal], Never> {
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
