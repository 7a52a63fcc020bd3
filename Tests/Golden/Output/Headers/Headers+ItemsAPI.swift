// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Headers {
    public struct ItemsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /items/{ids}`
        ///
        /// Documented headers, see ``ResponseHeaders``: `eTag`, `xRateLimit`, `xTags`.
        ///
        /// ```swift
        /// let result = try await headers.items.list(ids: [1])
        /// ```
        ///
        /// - Parameters:
        ///   - ids: The path parameter `ids`.
        ///   - filter: The query parameter `filter`.
        ///   - sort: The query parameter `sort`.
        ///   - options: The query parameter `options`.
        ///   - ifNoneMatch: The header `If-None-Match`.
        ///   - session: The cookie `session`.
        /// - Returns: The items.
        /// - Throws: `ClientError`.
        public func list(
            ids: [Int],
            filter: ListFilter? = nil,
            sort: [String]? = nil,
            options: ListOptions? = nil,
            ifNoneMatch: String? = nil,
            session: String? = nil
        ) async throws(ClientError<Never>) -> [String] {
            try await connection.run(List(
                ids: ids,
                filter: filter,
                sort: sort,
                options: options,
                ifNoneMatch: ifNoneMatch,
                session: session
            ))
        }

        struct List: ClientEndpoint {
            static let id = "getItems"

            let ids: [Int]
            let filter: ListFilter?
            let sort: [String]?
            let options: ListOptions?
            let ifNoneMatch: String?
            let session: String?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/items/")
                try request.path("ids", ids)
                try request.query("filter", filter, style: .deepObject, explode: false)
                try request.query("sort", sort, style: .pipeDelimited, explode: false)
                try request.query("options", json: options)
                try request.header("If-None-Match", ifNoneMatch)
                try request.cookie("session", session)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<[String], Never> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        public struct ListFilter: Codable, Hashable, Sendable, FieldComparable {
            public var name: String?
            public var size: Int?

            public init(name: String? = nil, size: Int? = nil) {
                self.name = name
                self.size = size
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.name = fields.optionalString("name")
                self.size = fields.optionalInt("size")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.optionalString("name", self.name)
                fields.optionalInt("size", self.size)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.optionalString(left.name, right.name)
                fields.optionalInt(left.size, right.size)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.optionalString(self.name, into: &hasher)
                FieldHasher.optionalInt(self.size, into: &hasher)
            }
        }

        public struct ListOptions: Codable, Hashable, Sendable, FieldComparable {
            public var deep: Bool?

            public init(deep: Bool? = nil) {
                self.deep = deep
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.deep = fields.optionalBool("deep")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.optionalBool("deep", self.deep)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.optionalBool(left.deep, right.deep)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.optionalBool(self.deep, into: &hasher)
            }
        }
    }
}
