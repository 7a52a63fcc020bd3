// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Groups {
    public struct CustomersAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /v1/customers`
        ///
        /// ```swift
        /// try await groups.customers.list(limit: 1)
        /// ```
        ///
        /// - Parameter limit: The query parameter `limit`.
        /// - Throws: `ClientError`.
        public func list(limit: Int? = nil) async throws(ClientError<Never>) {
            try await connection.run(List(limit: limit))
        }

        /// `POST /v1/customers`
        ///
        /// ```swift
        /// let result = try await groups.customers.create(id: "id")
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: Created.
        /// - Throws: `ClientError`.
        public func create(_ body: Customer) async throws(ClientError<Never>) -> Customer {
            try await connection.run(Create(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameters:
        ///   - id: The member `id` of the body.
        ///   - name: The member `name` of the body.
        public func create(id: String, name: String? = nil) async throws(ClientError<Never>) -> Customer {
            try await self.connection.run(Self.Create(body: .init(id: id, name: name)))
        }

        /// `GET /v1/customers/{id}`
        ///
        /// ```swift
        /// let result = try await groups.customers.get(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Returns: A customer.
        /// - Throws: `ClientError`.
        public func get(id: String) async throws(ClientError<Never>) -> Customer {
            try await connection.run(Get(id: id))
        }

        /// `DELETE /v1/customers/{id}`
        ///
        /// ```swift
        /// try await groups.customers.delete(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Throws: `ClientError`.
        public func delete(id: String) async throws(ClientError<Never>) {
            try await connection.run(Delete(id: id))
        }

        /// `GET /v1/customers/{id}/orders`
        ///
        /// ```swift
        /// try await groups.customers.orders(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Throws: `ClientError`.
        public func orders(id: String) async throws(ClientError<Never>) {
            try await connection.run(Orders(id: id))
        }

        struct List: ClientEndpoint {
            static let id = "GetCustomers"

            let limit: Int?

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/v1/customers")
                try request.query("limit", limit)
                request.security = [["key"]]
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

        struct Create: ClientEndpoint {
            static let id = "PostCustomers"

            let body: Customer

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/v1/customers")
                try request.json(body)
                request.accept = "application/json"
                request.security = [["key"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Customer, Never> {
                switch response.status {
                case 201:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Get: ClientEndpoint {
            static let id = "GetCustomersCustomer"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/v1/customers/")
                try request.path("id", id)
                request.accept = "application/json"
                request.security = [["key"]]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Customer, Never> {
                switch response.status {
                case 200:
                    return .output(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Delete: ClientEndpoint {
            static let id = "DeleteCustomersCustomer"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.delete, "/v1/customers/")
                try request.path("id", id)
                request.security = [["token"]]
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

        struct Orders: ClientEndpoint {
            static let id = "GetCustomersCustomerOrders"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/v1/customers/")
                try request.path("id", id)
                request.path("/orders")
                request.security = [["key"]]
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
    }
}
