#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A point in time, with its original offset and fraction (RFC 3339, section 5.6; `format: date-time`).
///
/// Decoding and encoding preserves the text exactly. If the service's text is not a date-time, ``seconds`` and ``date``
/// are `nil`. Two values are equal if they name the same instant:
/// `2024-10-01T02:00:00+02:00` equals `2024-10-01T00:00:00.000Z`.
public nonisolated struct DateTime: Sendable {
    /// The text as received or created. For example: `2024-10-01T12:30:45.123456789+02:00`.
    public let text: String
    /// Whole seconds since 1970-01-01T00:00:00Z, or `nil` if the text is not a date-time.
    public let seconds: Int64?

    /// Parses a date, `T` or a space, a time of day with optional seconds and fraction, and an offset.
    ///
    /// A missing offset means UTC; a missing time of day, the start of the day. Returns `nil` for any other form and for days
    /// that do not exist.
    public init?(_ text: String) {
        guard let seconds = Self.seconds(of: text) else { return nil }
        self.text = text
        self.seconds = seconds
    }

    private static func seconds(of text: String) -> Int64? {
        var reader = DigitReader(text)
        guard let date = reader.date() else { return nil }
        let day = Int64(date.dayNumber) * 86_400
        if reader.isAtEnd { return day }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2, in: 0...23),
            reader.take(":"), let minute = reader.number(2, in: 0...59)
        else { return nil }
        var second = 0
        if reader.take(":") {
            guard let number = reader.number(2, in: 0...60) else { return nil }
            second = number
            if reader.take(".") || reader.take(",") { guard reader.skipDigits() > 0 else { return nil } }
        }
        _ = reader.take(" ")
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return day + Int64(hour * 3_600 + minute * 60 + second - offset)
    }

    /// Creates a date-time in UTC with microsecond precision.
    public init(_ date: Date) {
        let limit = 253_402_300_799.0
        let time = min(max(date.timeIntervalSince1970, -62_167_219_200), limit)
        var whole = time.rounded(.down)
        var micros = Int(((time - whole) * 1_000_000).rounded())
        if micros == 1_000_000 { (whole, micros) = (min(whole + 1, limit), 0) }
        let seconds = Int64(whole)
        self.seconds = seconds

        let day = CalendarDate(dayNumber: Int((whole / 86_400).rounded(.down)))
        let timeOfDay = Int(seconds) - day.dayNumber * 86_400
        var fraction = micros == 0 ? "" : ".\(CalendarDate.padded(micros, 6))"
        while micros != 0, fraction.hasSuffix("0") { fraction.removeLast() }
        let clock = [timeOfDay / 3_600, timeOfDay / 60 % 60, timeOfDay % 60].map { CalendarDate.padded($0, 2) }
        text = "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    /// The point in time, with the precision of `Date` (about 0.1 µs), or `nil` if the text is not a date-time.
    public var date: Date? {
        seconds.map { Date(timeIntervalSince1970: Double($0) + (Double("0.\(fraction)") ?? 0)) }
    }

    /// The fraction digits without trailing zeros.
    var fraction: Substring {
        let marks = ".,".utf8
        guard let point = text.utf8.firstIndex(where: marks.contains) else { return "" }
        var digits = text[text.utf8.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
        while digits.hasSuffix("0") { digits.removeLast() }
        return digits
    }
}

nonisolated extension DateTime: Hashable, Codable, CustomStringConvertible {
    /// Whether both name the same point in time, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        if left.text == right.text { return true }
        return left.seconds != nil && left.seconds == right.seconds && left.fraction == right.fraction
    }

    /// Texts that are not date-times come first.
    public static func < (left: Self, right: Self) -> Bool {
        guard let first = left.seconds, let second = right.seconds else {
            return left.seconds == nil && right.seconds == nil ? left.text < right.text : left.seconds == nil
        }
        return first == second ? left.fraction < right.fraction : first < second
    }

    /// Hashes the point in time, or the text if it is not a date-time.
    public func hash(into hasher: inout Hasher) {
        if let seconds {
            hasher.combine(seconds)
            hasher.combine(fraction)
        } else {
            hasher.combine(text)
        }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        seconds = Self.seconds(of: text)
        try decoder.expectForm("a date-time of RFC 3339", seconds != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
