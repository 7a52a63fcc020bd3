// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension EqualTypes {
    public struct LabelsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /labels`
        ///
        /// ```swift
        /// let result = try await equalTypes.labels.list()
        /// ```
        ///
        /// - Returns: A page of labels.
        /// - Throws: `ClientError`, `documented` for any other status.
        public func list() async throws(ClientError<ListDefaultResponse>) -> ListResponse {
            try await connection.run(List())
        }

        struct List: ClientEndpoint {
            static let id = "listLabels"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/labels")
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<ListResponse, ListDefaultResponse> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                default:
                    return .failure(try response.json())
                }
            }
        }

        public struct ListResponse: Codable, Hashable, Sendable, FieldComparable {
            public var prices: [Price]
            public var page: Page

            public init(prices: [Price], page: Page) {
                self.prices = prices
                self.page = page
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.prices = fields.array("prices")
                self.page = try fields.value("page")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.array("prices", self.prices)
                fields.value("page", self.page)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.array(left.prices, right.prices)
                fields.value(left.page, right.page)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.array(self.prices, into: &hasher)
                FieldHasher.value(self.page, into: &hasher)
            }

            /// Price
            public typealias Price = EqualTypes.Price

            public typealias Page = ParcelsAPI.ListResponse.Page
        }

        public typealias ListDefaultResponse = ParcelsAPI.ListDefaultResponse
    }
}
