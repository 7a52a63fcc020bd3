public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Answers requests from memory and keeps them, for tests and previews.
///
/// For example: `RunAI(transport: StubTransport(.json(#"{"accessToken": "a"}"#)))`.
public nonisolated struct StubTransport: Transport {
    /// A request as it would have been sent.
    public struct Request: Sendable, CustomStringConvertible, CustomReflectable {
        public let head: HTTPRequest
        public let body: Data

        /// Method and path: the rest may hold credentials.
        public var description: String {
            "\(head.method.rawValue) \(head.path?.prefix { $0 != "?" } ?? "")"
        }

        public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
    }

    public struct Answer: Sendable {
        public var head: HTTPResponse
        public var body: HTTPBody

        public init(_ head: HTTPResponse, _ body: HTTPBody = HTTPBody()) {
            self.head = head
            self.body = body
        }

        public static func status(_ code: Int, headers: HTTPFields = [:]) -> Self {
            Self(HTTPResponse(status: .init(code: code), headerFields: headers))
        }

        public static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Self {
            Self.text(text, type: "application/json", status: status, headers: headers)
        }

        public static func text(
            _ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200, headers: HTTPFields = [:]
        ) -> Self {
            var answer = Self.status(status, headers: headers)
            answer.head.headerFields[.contentType] = type
            answer.body = HTTPBody(text)
            return answer
        }
    }

    /// A stub has no answer left, or none was given.
    public struct NoAnswer: Error {}

    private let recorded = Locked<[Request]>([])
    private let respond: @Sendable (Request, Int) async throws -> Answer

    /// Gives the answers in turn; the last one stays.
    public init(_ answers: Answer...) {
        respond = { _, index in
            guard let last = answers.last else { throw NoAnswer() }
            return index < answers.count ? answers[index] : last
        }
    }

    public init(_ respond: @escaping @Sendable (Request) async throws -> Answer) {
        self.respond = { request, _ in try await respond(request) }
    }

    /// What has been sent so far, the oldest first.
    public var requests: [Request] { recorded.value }

    public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        let request = Request(head: request, body: try await body?.collect() ?? Data())
        let index = recorded.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        let answer = try await respond(request, index)
        return (answer.head, answer.body)
    }
}
