public import Foundation

/// An instant with the offset and the fraction it was written with (RFC 3339, section 5.6; `format: date-time`).
///
/// Reading and writing gives back the same text to the digit. Two values are equal where they name the same
/// instant: `2024-10-01T02:00:00+02:00` equals `2024-10-01T00:00:00.000Z`.
public nonisolated struct DateTime: Sendable {
    /// For example: `2024-10-01T12:30:45.123456789+02:00`.
    public let text: String
    /// Whole seconds since 1970-01-01T00:00:00Z.
    public let seconds: Int64

    /// Reads a date, `T` or a space, a time of day with any number of fraction digits, and an offset.
    ///
    /// A text without offset is taken as UTC. Returns `nil` where `text` is not of that form or names no real day.
    public init?(_ text: String) {
        var reader = DigitReader(text)
        guard let date = reader.date(), reader.take("T") || reader.take("t") || reader.take(" "),
            let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59),
            reader.take(":"), let second = reader.number(2, in: 0...60)
        else { return nil }
        if reader.take(".") { guard reader.skipDigits() > 0 else { return nil } }
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        self.text = text
        seconds = Int64(date.dayNumber) * 86_400 + Int64(hour * 3_600 + minute * 60 + second - offset)
    }

    /// The instant in UTC, to the microsecond.
    public init(_ date: Date) {
        let limit = 253_402_300_799.0
        let time = min(max(date.timeIntervalSince1970, -62_167_219_200), limit)
        var whole = time.rounded(.down)
        var micros = Int(((time - whole) * 1_000_000).rounded())
        if micros == 1_000_000 { (whole, micros) = (min(whole + 1, limit), 0) }
        seconds = Int64(whole)

        let day = CalendarDate(dayNumber: Int((whole / 86_400).rounded(.down)))
        let timeOfDay = Int(seconds) - day.dayNumber * 86_400
        var fraction = micros == 0 ? "" : ".\(CalendarDate.padded(micros, 6))"
        while micros != 0, fraction.hasSuffix("0") { fraction.removeLast() }
        let clock = [timeOfDay / 3_600, timeOfDay / 60 % 60, timeOfDay % 60].map { CalendarDate.padded($0, 2) }
        text = "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    /// The instant, to the precision of `Date` (about a tenth of a microsecond).
    public var date: Date { Date(timeIntervalSince1970: Double(seconds) + (Double("0.\(fraction)") ?? 0)) }

    /// The digits after the point without trailing zeros.
    var fraction: Substring {
        guard let point = text.utf8.firstIndex(of: UInt8(ascii: ".")) else { return "" }
        var digits = text[text.utf8.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
        while digits.hasSuffix("0") { digits.removeLast() }
        return digits
    }
}

nonisolated extension DateTime: Hashable, Comparable, Codable, CustomStringConvertible {
    public static func == (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds && (left.text == right.text || left.fraction == right.fraction)
    }

    public static func < (left: Self, right: Self) -> Bool {
        left.seconds == right.seconds ? left.fraction < right.fraction : left.seconds < right.seconds
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(seconds)
        hasher.combine(fraction)
    }

    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        let text = try String(from: decoder)
        guard let value = Self(text) else { throw decoder.corrupted("expected a date-time of RFC 3339") }
        self = value
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
