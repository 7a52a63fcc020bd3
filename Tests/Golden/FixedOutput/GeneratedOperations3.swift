// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension ManyParameters {
    public struct BicyclesAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /shops/{shop_id}/bicycles`
        ///
        /// ```swift
        /// let result = try await manyParameters.bicycles.list(shopID: "shopID", kind: .road)
        /// ```
        ///
        /// - Parameters:
        ///   - shopID: The path parameter `shop_id`.
        ///   - kind: The query parameter `kind`.
        ///   - limit: The page size.
        ///   - offset: The query parameter `offset`.
        ///   - sort: The member to sort by.
        ///   - order: The query parameter `order`.
        ///   - color: The query parameter `color`.
        ///   - size: The query parameter `size`.
        ///   - brand: The query parameter `brand`.
        ///   - model: The query parameter `model`.
        ///   - year: The query parameter `year`.
        ///   - shop: The query parameter `shop`.
        ///   - parameters: Further parameters.
        ///   - archived: The query parameter `archived`.
        ///   - xSessionToken: Format: `password`.
        /// - Returns: The bicycles.
        /// - Throws: `ClientError`.
        public func list(
            shopID: String,
            kind: ListKind,
            limit: Int? = nil,
            offset: Int? = nil,
            sort: String? = nil,
            order: String? = nil,
            color: String? = nil,
            size: Int? = nil,
            brand: String? = nil,
            model: String? = nil,
            year: Int? = nil,
            shop: String? = nil,
            parameters: String? = nil,
            archived: Bool? = nil,
            xSessionToken: String? = nil
        ) async throws(ClientError<Never>) -> [String] {
            try await connection.run(List(
                shopID: shopID,
                kind: kind,
                limit: limit,
                offset: offset,
                sort: sort,
                order: order,
                color: color,
                size: size,
                brand: brand,
                model: model,
                year: year,
                shop: shop,
                parameters: parameters,
                archived: archived,
                xSessionToken: xSessionToken
            ))
        }

        /// The method with its optional parameters as one value.
        public func list(
            shopID: String,
            kind: ListKind,
            parameters: ListParameters
        ) async throws(ClientError<Never>) -> [String] {
            try await list(
                shopID: shopID,
                kind: kind,
                limit: parameters.limit,
                offset: parameters.offset,
                sort: parameters.sort,
                order: parameters.order,
                color: parameters.color,
                size: parameters.size,
                brand: parameters.brand,
                model: parameters.model,
                year: parameters.year,
                shop: parameters.shop,
                parameters: parameters.parameters,
                archived: parameters.archived,
                xSessionToken: parameters.xSessionToken
            )
        }

        struct List: ClientEndpoint {
            static let id = "listBicycles"

            let shopID: String
            let kind: ListKind
            let limit: Int?
            let offset: Int?
            let sort: String?
            let order: String?
            let color: String?
            let size: Int?
            let brand: String?
            let model: String?
            let year: Int?
            let shop: String?
            let parameters: String?
            let archived: Bool?
            let xSessionToken: String?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/shops/")
                request.secrets = ["X-Session-Token"]
                try request.path("shop_id", shopID)
                request.path("/bicycles")
                try request.query("kind", kind)
                try request.query("limit", limit)
                try request.query("offset", offset)
                try request.query("sort", sort)
                try request.query("order", order)
                try request.query("color", color)
                try request.query("size", size)
                try request.query("brand", brand)
                try request.query("model", model)
                try request.query("year", year)
                try request.query("shop", shop)
                try request.query("parameters", parameters)
                try request.query("archived", archived)
                try request.header("X-Session-Token", xSessionToken)
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

        /// The optional parameters of `GET /shops/{shop_id}/bicycles`.
        public struct ListParameters: Equatable, Sendable, CustomReflectable {
            /// The page size.
            public var limit: Int?
            public var offset: Int?
            /// The member to sort by.
            public var sort: String?
            public var order: String?
            public var color: String?
            public var size: Int?
            public var brand: String?
            public var model: String?
            public var year: Int?
            public var shop: String?
            /// Further parameters.
            public var parameters: String?
            public var archived: Bool?
            /// Format: `password`.
            public var xSessionToken: String?

            public init(
                limit: Int? = nil,
                offset: Int? = nil,
                sort: String? = nil,
                order: String? = nil,
                color: String? = nil,
                size: Int? = nil,
                brand: String? = nil,
                model: String? = nil,
                year: Int? = nil,
                shop: String? = nil,
                parameters: String? = nil,
                archived: Bool? = nil,
                xSessionToken: String? = nil
            ) {
                self.limit = limit
                self.offset = offset
                self.sort = sort
                self.order = order
                self.color = color
                self.size = size
                self.brand = brand
                self.model = model
                self.year = year
                self.shop = shop
                self.parameters = parameters
                self.archived = archived
                self.xSessionToken = xSessionToken
            }

            /// What descriptions and debuggers show: no secret.
            public var customMirror: Swift.Mirror {
                Swift.Mirror(
                    self,
                    children: [
                        "limit": self.limit as Any,
                        "offset": self.offset as Any,
                        "sort": self.sort as Any,
                        "order": self.order as Any,
                        "color": self.color as Any,
                        "size": self.size as Any,
                        "brand": self.brand as Any,
                        "model": self.model as Any,
                        "year": self.year as Any,
                        "shop": self.shop as Any,
                        "parameters": self.parameters as Any,
                        "archived": self.archived as Any,
                        "xSessionToken": "REDACTED",
                ], displayStyle: .struct)
            }
        }

        public struct ListKind: OpenEnum {
            public let rawValue: String

            public init(rawValue: String) {
                self.rawValue = rawValue
            }

            public static var road: Self { Self(rawValue: "road") }
            public static var city: Self { Self(rawValue: "city") }

            /// The values the document lists, in its order.
            public static var knownValues: [Self] {
                [.road, .city]
            }
        }
    }
}

nonisolated extension Map {
    public struct LabelsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `PUT /labels`
        ///
        /// ```swift
        /// let result = try await map.labels.set(["key": "body"])
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: The counts.
        /// - Throws: `ClientError`.
        public func set(_ body: Labels) async throws(ClientError<Never>) -> Counts {
            try await connection.run(Set(body: body))
        }

        struct Set: ClientEndpoint {
            static let id = "setLabels"

            let body: Labels

            func request() throws -> ClientRequest {
                var request = ClientRequest(.put, "/labels")
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Counts, Never> {
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
