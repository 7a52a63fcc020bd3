// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Streams {
    public struct FileAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `GET /file`
        ///
        /// ```swift
        /// let result = try await streams.file.download()
        /// ```
        ///
        /// - Returns: Bytes. (`application/zip`)
        /// - Throws: `ClientError`.
        public func download() async throws(ClientError<Never>) -> HTTPBody {
            try await connection.run(Download())
        }

        /// `PUT /file`
        ///
        /// ```swift
        /// try await streams.file.upload(HTTPBody(Data("body".utf8)))
        /// ```
        ///
        /// - Parameter body: The request's body, `application/zip`.
        /// - Throws: `ClientError`.
        public func upload(_ body: HTTPBody) async throws(ClientError<Never>) {
            try await connection.run(Upload(body: body))
        }

        struct Download: ClientEndpoint {
            static let id = "downloadFile"

            func request() throws -> ClientRequest {
                var request = ClientRequest(.get, "/file")
                request.accept = "application/zip"
                request.streams = ["*/*"]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<HTTPBody, Never> {
                switch response.status {
                case 200:
                    return .output(response.body)
                default:
                    return .undocumented
                }
            }
        }

        struct Upload: ClientEndpoint {
            static let id = "uploadFile"

            let body: HTTPBody

            func request() throws -> ClientRequest {
                var request = ClientRequest(.put, "/file")
                request.bytes(body, as: "application/zip")
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
