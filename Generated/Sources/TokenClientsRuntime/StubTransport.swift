public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Returns responses from memory and records the requests, for tests and previews.
///
/// For example: `RunAI(transport: StubTransport(.json(#"{"accessToken": "a"}"#)))`.
public nonisolated struct StubTransport: Transport {
    /// A recorded request.
    public struct Request: Sendable, CustomStringConvertible, CustomReflectable {
        /// The method, URL and headers.
        public let head: HTTPRequest
        /// The complete body.
        public let body: Data

        /// The method and path, without headers, which may contain credentials.
        public var description: String {
            "\(head.method.rawValue) \(head.path?.prefix { $0 != "?" } ?? "")"
        }

        /// A mirror of the description alone, so that `dump` shows no credential.
        public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
    }

    /// A response to return.
    public struct Response: Sendable {
        /// The status code and headers.
        public var head: HTTPResponse
        /// The body.
        public var body: HTTPBody

        /// Creates a response.
        public init(_ head: HTTPResponse, _ body: HTTPBody = HTTPBody()) {
            self.head = head
            self.body = body
        }

        /// A response without a body.
        public static func status(_ code: Int, headers: HTTPFields = [:]) -> Self {
            Self(HTTPResponse(status: .init(code: code), headerFields: headers))
        }

        /// A response with a JSON body.
        public static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Self {
            Self.text(text, type: "application/json", status: status, headers: headers)
        }

        /// A response with a text body.
        public static func text(
            _ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200, headers: HTTPFields = [:]
        ) -> Self {
            var response = Self.status(status, headers: headers)
            response.head.headerFields[.contentType] = type
            response.body = HTTPBody(text)
            return response
        }
    }

    /// The error of a stub that was created without responses.
    public struct NoResponse: Error {}

    private let recorded = Locked<[Request]>([])
    private let respond: @Sendable (Request, Int) async throws -> Response

    /// Creates a stub that returns responses in turn, and the last one for every further request.
    public init(_ responses: Response...) {
        respond = { _, index in
            guard let last = responses.last else { throw NoResponse() }
            return index < responses.count ? responses[index] : last
        }
    }

    /// Creates a stub that computes the response to each request.
    public init(_ respond: @escaping @Sendable (Request) async throws -> Response) {
        self.respond = { request, _ in try await respond(request) }
    }

    /// The requests sent so far, the oldest first.
    public var requests: [Request] { recorded.value }

    /// Records a request and returns the next response.
    public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        let request = Request(head: request, body: try await body?.collect() ?? Data())
        let index = recorded.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        let response = try await respond(request, index)
        return (response.head, response.body)
    }
}
