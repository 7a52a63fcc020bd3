public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The response that a ``ClientError`` is about. It has the properties of its ``head`` too: `response.status`, `response.headerFields`.
@dynamicMemberLookup
public nonisolated struct FailedResponse: Sendable {
    /// The status code and the headers.
    public let head: HTTPResponse
    /// The ID of the operation that was called.
    public let operation: String
    /// The bytes of the body; empty if they exceed the client's limits.
    public let body: Data

    /// Creates a response, for tests.
    public init(_ head: HTTPResponse, body: Data = Data(), operation: String = "") {
        self.head = head
        self.operation = operation
        self.body = body
    }

    /// The service's ID of the request, for its support.
    public var requestID: String? { head.requestID }

    /// A property of the ``head``.
    public subscript<Value>(dynamicMember keyPath: KeyPath<HTTPResponse, Value>) -> Value { head[keyPath: keyPath] }
}

nonisolated extension FailedResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The operation, the status code and the request ID, never the body.
    public var description: String { operation.isEmpty ? head.summary : "\(operation): \(head.summary)" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// An empty mirror, so that `dump` shows no body.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
