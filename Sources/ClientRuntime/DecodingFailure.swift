#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Why a body could not be read: where in it, and what was expected there; never what was found.
public nonisolated struct DecodingFailure: PlainError, Sendable {
    /// The operation's id, where the body answered one.
    public internal(set) var operation: String?
    /// Names of members and positions of elements, from the outside in. For example: `["errors", "0", "code"]`.
    public internal(set) var path: [String]
    /// For example: `expected a string, found null`.
    public let reason: String

    init(path: [String], reason: String) {
        self.path = path
        self.reason = reason
    }

    /// A failure that names what was expected, whatever decoder reported it.
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
    public var description: String {
        var place = ""
        for part in path {
            if !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                place += "[\(part)]"
            } else {
                place += place.isEmpty ? part : ".\(part)"
            }
        }
        return [operation, place.isEmpty ? nil : place, reason].compactMap(\.self).joined(separator: ": ")
    }

    public var debugDescription: String { description }
    public var errorDescription: String? { description }
}
