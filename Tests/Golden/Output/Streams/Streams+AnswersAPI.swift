// Written by clientsmith. Do not edit.

public import ClientRuntime

nonisolated extension Streams {
    public struct AnswersAPI: OperationGroup {
        /// What sends the requests.
        public var connection: ClientConnection

        /// Makes a group that sends its requests through `connection`.
        public init(connection: ClientConnection) {
            self.connection = connection
        }

        /// `POST /answers`
        ///
        /// `createStream` returns `text/event-stream`.
        ///
        /// ```swift
        /// let result = try await streams.answers.create(question: "question")
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: The answer, whole or word by word.
        /// - Throws: `ClientError`.
        public func create(_ body: CreateBody) async throws(ClientError<Never>) -> Answer {
            try await connection.run(Create(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameter question: The member `question` of the body.
        public func create(question: String) async throws(ClientError<Never>) -> Answer {
            try await self.connection.run(Self.Create(body: .init(question: question)))
        }

        /// `POST /answers`
        ///
        /// ```swift
        /// let result = try await streams.answers.createStream(question: "question")
        /// ```
        ///
        /// - Parameter body: The request's body.
        /// - Returns: The answer, whole or word by word. (`text/event-stream`)
        /// - Throws: `ClientError`.
        public func createStream(
            _ body: CreateBody
        ) async throws(ClientError<Never>) -> EventStream<Answer> {
            try await connection.run(CreateStream(body: body))
        }

        /// The method with the members of its body as arguments.
        ///
        /// - Parameter question: The member `question` of the body.
        public func createStream(question: String) async throws(ClientError<Never>) -> EventStream<Answer> {
            try await self.connection.run(Self.CreateStream(body: .init(question: question)))
        }

        struct Create: ClientEndpoint {
            static let id = "createAnswer"

            let body: CreateBody

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/answers")
                try request.json(body)
                request.accept = "application/json"
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<Answer, Never> {
                switch response.status {
                case 200:
                    if response.has("application/json") { return .output(try response.json()) }
                    return .undocumented
                default:
                    return .undocumented
                }
            }
        }

        struct CreateStream: ClientEndpoint {
            static let id = "createAnswer"

            let body: CreateBody

            func request() throws -> ClientRequest {
                var request = ClientRequest(.post, "/answers")
                try request.json(body)
                request.accept = "text/event-stream"
                request.streams = ["text/event-stream"]
                return request
            }

            static func outcome(of response: ClientResponse) throws -> ClientOutcome<EventStream<Answer>, Never> {
                switch response.status {
                case 200:
                    if response.has("text/event-stream") { return .output(try response.events()) }
                    return .undocumented
                default:
                    return .undocumented
                }
            }
        }

        public struct CreateBody: Codable, Hashable, Sendable, FieldComparable {
            public var question: String

            public init(question: String) {
                self.question = question
            }

            public init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                self.question = fields.string("question")
                try fields.finish()
            }

            public func encode(to encoder: any Encoder) throws {
                let fields = FieldEncoder(encoder)
                fields.string("question", self.question)
                try fields.finish()
            }

            public static func areEqual(_ left: Self, _ right: Self) -> Bool {
                var fields = FieldComparison()
                fields.string(left.question, right.question)
                return fields.isEqual
            }

            public func hash(into hasher: inout Hasher) {
                FieldHasher.string(self.question, into: &hasher)
            }
        }
    }
}
