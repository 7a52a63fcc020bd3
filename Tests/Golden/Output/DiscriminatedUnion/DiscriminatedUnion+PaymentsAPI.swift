// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension DiscriminatedUnion {
    public struct PaymentsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /payments`
        ///
        /// ```swift
        /// let result = try await discriminatedUnion.payments.pay(.card(.init(number: "number")))
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: What was paid.
        /// - Throws: `ClientError`.
        public func pay(_ body: Payment) async throws(ClientError<Never>) -> Payment {
            try await connection.run(Pay(body: body))
        }

        struct Pay: ClientEndpoint {
            static let id = "pay"

            let body: Payment

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/payments")
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Payment, Never> {
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
