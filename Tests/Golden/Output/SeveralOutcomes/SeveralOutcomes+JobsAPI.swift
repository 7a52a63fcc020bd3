// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension SeveralOutcomes {
    public struct JobsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /jobs/{id}`
        ///
        /// ```swift
        /// let result = try await severalOutcomes.jobs.get(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Returns: The result.
        /// - Throws: `ClientError`, `documented` for 404, 409 or any 5XX, `documentedStatus` for 304.
        public func get(id: String) async throws(ClientError<GetFailure>) -> GetOutput {
            try await connection.run(Get(id: id))
        }

        struct Get: ClientEndpoint {
            static let id = "getJob"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/jobs/")
                try request.path("id", id)
                request.accept = "application/json, application/problem+json, text/html"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<GetOutput, GetFailure> {
                switch response.status {
                case 200:
                    return .output(.ok(try response.json()))
                case 202:
                    return .output(.accepted(try response.json()))
                case 204:
                    return .output(.noContent)
                case 304:
                    return .documentedStatus
                case 404:
                    return .failure(.problem(try response.json()))
                case 409:
                    return .failure(.conflict(try response.json()))
                case 500...599:
                    return .failure(.html(try response.text()))
                default:
                    return .undocumented
                }
            }
        }

        /// What `get` returns.
        @nonexhaustive
        public enum GetOutput: Sendable {
            /// `application/json`
            case ok(GetResponse)
            /// `application/json`
            case accepted(GetAcceptedResponse)
            case noContent

            /// The body of `ok`, or `nil` for another response.
            public var ok: GetResponse? {
                if case .ok(let value) = self { value } else { nil }
            }

            /// The body of `accepted`, or `nil` for another response.
            public var accepted: GetAcceptedResponse? {
                if case .accepted(let value) = self { value } else { nil }
            }
        }

        /// The documented failures of `get`.
        @nonexhaustive
        public enum GetFailure: Sendable {
            /// `application/problem+json`
            case problem(Problem)
            /// `application/json`
            case conflict(Conflict)
            /// `text/html`
            case html(String)

            /// The body of `problem`, or `nil` for another response.
            public var problem: Problem? {
                if case .problem(let value) = self { value } else { nil }
            }

            /// The body of `conflict`, or `nil` for another response.
            public var conflict: Conflict? {
                if case .conflict(let value) = self { value } else { nil }
            }

            /// The body of `html`, or `nil` for another response.
            public var html: String? {
                if case .html(let value) = self { value } else { nil }
            }

            /// The `title` of a response that has one.
            public var title: String? {
                switch self {
                case .problem(let value): value.title
                case .conflict(let value): value.title
                default: nil
                }
            }
        }

        public struct GetResponse: Codable, Hashable, Sendable, FieldComparable {
            public var value: Double

            public init(value: Double) {
                self.value = value
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.value = fields.double("value")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.double("value", self.value)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.double(left.value, right.value)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.double(self.value, into: &hasher)
            }
        }

        public struct GetAcceptedResponse: Codable, Hashable, Sendable, FieldComparable {
            public var seconds: Int?

            public init(seconds: Int? = nil) {
                self.seconds = seconds
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.seconds = fields.optionalInt("seconds")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.optionalInt("seconds", self.seconds)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.optionalInt(left.seconds, right.seconds)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.optionalInt(self.seconds, into: &hasher)
            }
        }
    }
}
