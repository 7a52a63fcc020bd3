// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension SeveralMediaTypes {
    public struct ReportsAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /reports/{id}`
        ///
        /// `getCSV` returns `text/csv`.
        ///
        /// `getPNG` returns `image/png` or `image/webp`.
        ///
        /// ```swift
        /// let result = try await severalMediaTypes.reports.get(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Returns: The report.
        /// - Throws: `ClientError`, `documented` for 404.
        public func get(id: String) async throws(ClientError<Problem>) -> Report {
            try await connection.run(Get(id: id))
        }

        /// `GET /reports/{id}`
        ///
        /// ```swift
        /// let result = try await severalMediaTypes.reports.getCSV(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Returns: The report. (`text/csv`)
        /// - Throws: `ClientError`, `documented` for 404, `documentedStatus` for 206.
        public func getCSV(id: String) async throws(ClientError<Problem>) -> String {
            try await connection.run(GetCSV(id: id))
        }

        /// `GET /reports/{id}`
        ///
        /// ```swift
        /// let result = try await severalMediaTypes.reports.getPNG(id: "id")
        /// ```
        ///
        /// - Parameter id: The path parameter `id`.
        /// - Returns: The report. (`image/png` or `image/webp`)
        /// - Throws: `ClientError`, `documented` for 404, `documentedStatus` for 206.
        public func getPNG(id: String) async throws(ClientError<Problem>) -> HTTPBody {
            try await connection.run(GetPNG(id: id))
        }

        /// `PUT /reports/{id}`
        ///
        /// ```swift
        /// try await severalMediaTypes.reports.replace(id: "id", rows: [1.5])
        /// ```
        ///
        /// - Parameters:
        ///   - id: The path parameter `id`.
        ///   - body: The request's body, `application/json`, `text/csv` or `image/png`.
        /// - Throws: `ClientError`.
        public func replace(id: String, _ body: ReplaceContent) async throws(ClientError<Never>) {
            try await connection.run(Replace(id: id, body: body))
        }

        /// The method with a body of `application/json`.
        public func replace(id: String, _ body: Report) async throws(ClientError<Never>) {
            try await replace(id: id, .json(body))
        }

        /// The method with the members of its body of `application/json` as arguments.
        ///
        /// - Parameters:
        ///   - id: The path parameter `id`.
        ///   - rows: The member `rows` of the body.
        public func replace(id: String, rows: [Double]) async throws(ClientError<Never>) {
            try await self.connection.run(Self.Replace(id: id, body: .json(.init(rows: rows))))
        }

        struct Get: ClientEndpoint {
            static let id = "getReport"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/reports/")
                try request.path("id", id)
                request.accept = "application/json, application/problem+json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Report, Problem> {
                switch response.status {
                case 200, 206:
                    if response.has("application/json") { return .output(try response.json()) }
                    return .undocumented
                case 404:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct GetCSV: ClientEndpoint {
            static let id = "getReport"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/reports/")
                try request.path("id", id)
                request.accept = "text/csv, application/problem+json;q=0.5"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<String, Problem> {
                switch response.status {
                case 200:
                    if response.has("text/csv") { return .output(try response.text()) }
                    return .undocumented
                case 206:
                    return .documentedStatus
                case 404:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct GetPNG: ClientEndpoint {
            static let id = "getReport"

            let id: String

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/reports/")
                try request.path("id", id)
                request.accept = "image/png, image/webp, application/problem+json;q=0.5"
                request.streams = ["*/*"]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<HTTPBody, Problem> {
                switch response.status {
                case 200:
                    if response.has("image/png") { return .output(response.body) }
                    if response.has("image/webp") { return .output(response.body) }
                    return .undocumented
                case 206:
                    return .documentedStatus
                case 404:
                    return .failure(try response.json())
                default:
                    return .undocumented
                }
            }
        }

        struct Replace: ClientEndpoint {
            static let id = "putReport"

            let id: String
            let body: ReplaceContent

            func request() throws -> ClientRequest {
                var request = ClientRequest(.put, "/reports/")
                try request.path("id", id)
                switch body {
                case .json(let value): try request.json(value)
                case .csv(let value): try request.text(value, as: "text/csv")
                case .png(let value): request.bytes(value, as: "image/png")
                }
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

        /// The body of `replace`, by content type.
        @nonexhaustive
        public enum ReplaceContent: Sendable {
            /// `application/json`
            case json(Report)
            /// `text/csv`
            case csv(String)
            /// `image/png`
            case png(HTTPBody)
        }
    }
}
