#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An error that prevented a request from being sent. Its description names the parameter, but never its value.
public nonisolated struct RequestFailure: OperationError, Sendable, CustomStringConvertible, LocalizedError {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// What is wrong. For example: `the path parameter id is empty`.
    public let reason: String

    init(_ reason: String) { self.reason = reason }

    /// The operation's ID and the reason.
    public var description: String { operation.map { "\($0): \(reason)" } ?? reason }
    /// Same as ``description``.
    public var errorDescription: String? { description }
}
