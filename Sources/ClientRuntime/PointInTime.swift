#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value of a service that names a point in time. Compares with `Date`, formats, and subtracts.
public nonisolated protocol PointInTime: Comparable, Sendable {
    /// The point in time, or `nil` if the value names none.
    var date: Date? { get }
}

nonisolated extension PointInTime {
    /// Whether both are the same point in time, with the precision of `Date`.
    public static func == (left: Self, right: Date) -> Bool { left.date == right }
    /// Whether both are the same point in time, with the precision of `Date`.
    public static func == (left: Date, right: Self) -> Bool { left == right.date }
    /// Whether both are different points in time.
    public static func != (left: Self, right: Date) -> Bool { left.date != right }
    /// Whether both are different points in time.
    public static func != (left: Date, right: Self) -> Bool { left != right.date }

    /// Whether the value is earlier. One that names no point in time comes first.
    public static func < (left: Self, right: Date) -> Bool { left.date.map { $0 < right } ?? true }
    /// Whether the date is earlier.
    public static func < (left: Date, right: Self) -> Bool { right.date.map { left < $0 } ?? false }
    /// Whether the value is later.
    public static func > (left: Self, right: Date) -> Bool { right < left }
    /// Whether the date is later.
    public static func > (left: Date, right: Self) -> Bool { right < left }
    /// Whether the value is not later.
    public static func <= (left: Self, right: Date) -> Bool { !(right < left) }
    /// Whether the date is not later.
    public static func <= (left: Date, right: Self) -> Bool { !(right < left) }
    /// Whether the value is not earlier.
    public static func >= (left: Self, right: Date) -> Bool { !(left < right) }
    /// Whether the date is not earlier.
    public static func >= (left: Date, right: Self) -> Bool { !(left < right) }

    /// The seconds from a date to the value, or `nil` if the value names no point in time.
    public func timeIntervalSince(_ date: Date) -> TimeInterval? { self.date?.timeIntervalSince(date) }

    /// The seconds from another value to this one, or `nil` if one of them names no point in time.
    public func timeIntervalSince(_ other: some PointInTime) -> TimeInterval? {
        other.date.flatMap { timeIntervalSince($0) }
    }

    /// Formats the point in time, or returns the value's text if it names none. For example:
    /// `order.createdAt.formatted(.iso8601.year().month().day())`.
    public func formatted<Style: FormatStyle>(_ style: Style) -> String
    where Style.FormatInput == Date, Style.FormatOutput == String {
        date.map(style.format) ?? "\(self)"
    }
}

nonisolated extension DateTime: PointInTime {
    /// The exact time between two values, or `nil` if one of them is not a date-time.
    public static func - (left: Self, right: Self) -> Duration? {
        guard let first = left.seconds, let second = right.seconds else { return nil }
        return Duration(secondsComponent: first, attosecondsComponent: left.attoseconds)
            - Duration(secondsComponent: second, attosecondsComponent: right.attoseconds)
    }

    /// The fraction with the precision of `Duration`.
    private var attoseconds: Int64 {
        let digits = fraction.prefix(18)
        return Int64(digits + String(repeating: "0", count: 18 - digits.count)) ?? 0
    }
}
