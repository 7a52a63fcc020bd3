#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A point in time as the seconds since 1970-01-01T00:00:00Z, an integer or a number in JSON (`format: unix-time`).
public nonisolated struct UnixTime: Hashable, Sendable {
    /// The seconds since 1970-01-01T00:00:00Z.
    public let seconds: Double

    /// Creates a time from the seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Double) { self.seconds = seconds }

    /// Creates a time without its fraction of a second, because services expect integers.
    public init(_ date: Date) { seconds = date.timeIntervalSince1970.rounded(.down) }
}

nonisolated extension UnixTime: PointInTime, Codable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The point in time.
    public var date: Date? { Date(timeIntervalSince1970: seconds) }

    /// Whether the first time is earlier.
    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    /// The time between two times.
    public static func - (left: Self, right: Self) -> Duration { .seconds(left.seconds - right.seconds) }

    /// The date-time in UTC. For example: `2024-10-01T12:30:45Z`.
    public var description: String { DateTime(Date(timeIntervalSince1970: seconds)).text }

    /// Creates a time from the seconds since 1970-01-01T00:00:00Z.
    public init(integerLiteral seconds: Int64) { self.init(seconds: Double(seconds)) }

    /// Decodes a number.
    public init(from decoder: any Decoder) throws { seconds = try Double(from: decoder) }

    /// Encodes a number, without a point if the time is a whole second.
    public func encode(to encoder: any Encoder) throws {
        guard let whole = Int64(exactly: seconds) else { return try seconds.encode(to: encoder) }
        try whole.encode(to: encoder)
    }
}
