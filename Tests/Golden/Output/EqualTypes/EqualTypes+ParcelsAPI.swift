// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension EqualTypes {
    public struct ParcelsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /parcels`
        ///
        /// ```swift
        /// let result = try await equalTypes.parcels.list()
        /// ```
        ///
        /// - Returns: A page of parcels.
        /// - Throws: `ClientError`, `documented` for any other status.
        public func list() async throws(ClientError<ListDefaultResponse>) -> ListResponse {
            try await connection.run(List())
        }

        struct List: ClientEndpoint {
            static let id = "listParcels"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/parcels")
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
            public var items: [Parcel]
            public var page: Page

            public init(items: [Parcel], page: Page) {
                self.items = items
                self.page = page
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.items = fields.array("items")
                self.page = try fields.value("page")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.array("items", self.items)
                fields.value("page", self.page)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.array(left.items, right.items)
                fields.value(left.page, right.page)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.array(self.items, into: &hasher)
                FieldHasher.value(self.page, into: &hasher)
            }

            public struct Page: Codable, Hashable, Sendable, FieldComparable {
                public var next: String?

                public init(next: String? = nil) {
                    self.next = next
                }

                public init(from decoder: any Decoder) throws {
                    let fields = try FieldDecoder(decoder)
                    self.next = fields.optionalString("next")
                    try fields.finish()
                }

                public func encode(to encoder: any Encoder) throws {
                    let fields = FieldEncoder(encoder)
                    fields.optionalString("next", self.next)
                    try fields.finish()
                }

                public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                    var fields = FieldComparison()
                    fields.optionalString(left.next, right.next)
                    return fields.isEqual
                }

                public func hash(into hasher: inout Hasher) {
                    FieldHasher.optionalString(self.next, into: &hasher)
                }
            }
        }

        public struct ListDefaultResponse: Codable, Hashable, Sendable, FieldComparable {
            public var message: String

            public init(message: String) {
                self.message = message
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.message = fields.string("message")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.string("message", self.message)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.string(left.message, right.message)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.string(self.message, into: &hasher)
            }
        }
    }
}
