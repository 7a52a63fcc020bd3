// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension OpenEnumeration {
    public struct StatesAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /states`
        ///
        /// ```swift
        /// let result = try await openEnumeration.states.list(order: .asc)
        /// ```
        ///
        /// - Parameter order: Default: `"asc"`.
        /// - Returns: All states.
        /// - Throws: `ClientError`.
        public func list(order: ListOrder? = nil) async throws(ClientError<Never>) -> [State] {
            try await connection.run(List(order: order))
        }

        struct List: ClientEndpoint {
            static let id = "listStates"

            let order: ListOrder?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/states")
                try request.query("order", order)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<[State], Never> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        /// Default: `"asc"`.
        public struct ListOrder: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var asc: Self { Self(rawValue: "asc") }
            public static var desc: Self { Self(rawValue: "desc") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [.asc, .desc]
            }
        }
    }
}
