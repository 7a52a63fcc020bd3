#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A body that does not match the API description. Has the path and what was expected, but never the value found.
public nonisolated struct DecodingFailure: PlainError, Sendable {
    /// The operation's ID, if the body belongs to an operation.
    public internal(set) var operation: String?
    /// The path of the value: names of members and indices of elements. For example: `["errors", "0", "code"]`.
    public internal(set) var path: [String]
    /// What was expected. For example: `expected a string, found null`.
    public let reason: String

    init(path: [String], reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Creates a failure from an error of any decoder.
    init(_ error: any Error) {
        switch error {
        case let failure as DecodingFailure: self = failure
        case DecodingError.typeMismatch(let type, let context):
            self.init(path: context.path, reason: "expected \(type), found another type")
        case DecodingError.valueNotFound(let type, let context):
            self.init(path: context.path, reason: "expected \(type), found null")
        case DecodingError.keyNotFound(let key, let context):
            self.init(path: context.path + [key.stringValue], reason: "missing")
        case DecodingError.dataCorrupted(let context):
            self.init(path: context.path, reason: "not in the expected form")
        default: self.init(path: [], reason: "\(Swift.type(of: error))")
        }
    }
}

nonisolated extension DecodingError.Context {
    fileprivate var path: [String] { codingPath.map(\.stringValue) }
}

nonisolated extension DecodingFailure: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// The operation's ID, the path and the reason.
    public var description: String {
        var location = ""
        for part in path {
            if !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                location += "[\(part)]"
            } else {
                location += location.isEmpty ? part : ".\(part)"
            }
        }
        return [operation, location.isEmpty ? nil : location, reason].compactMap(\.self).joined(separator: ": ")
    }

    /// Same as ``description``.
    public var debugDescription: String { description }
    /// Same as ``description``.
    public var errorDescription: String? { description }
}
