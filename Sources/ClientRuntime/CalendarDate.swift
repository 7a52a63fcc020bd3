#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A day of the Gregorian calendar, without time or time zone (RFC 3339 `full-date`; `format: date`).
///
/// Decoding and encoding preserves the text. If the service's text is not a date, ``year``, ``month`` and ``day`` are
/// `nil`. Two values are equal if they name the same day.
public nonisolated struct CalendarDate: Sendable {
    /// The text as received or created. For example: `2024-10-01`.
    public let text: String
    private let parts: Parts?

    private struct Parts: Hashable {
        let year: Int
        let month: Int
        let day: Int
    }

    /// The year, or `nil` if the text is not a date.
    public var year: Int? { parts?.year }
    /// The month from 1 to 12, or `nil` if the text is not a date.
    public var month: Int? { parts?.month }
    /// The day of the month from 1 to 31, or `nil` if the text is not a date.
    public var day: Int? { parts?.day }

    /// Creates a date. Returns `nil` unless it is a valid day of the years 0 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else {
            return nil
        }
        self.init(Parts(year: year, month: month, day: day))
    }

    private init(_ parts: Parts) {
        self.parts = parts
        text = "\(Self.padded(parts.year, 4))-\(Self.padded(parts.month, 2))-\(Self.padded(parts.day, 2))"
    }

    /// Parses a date such as `2024-10-01`, or the date of an RFC 3339 date-time.
    ///
    /// Returns `nil` for any other form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.text = text
        self.parts = parts
    }

    private static func parts(of text: String) -> Parts? {
        var reader = DigitReader(text)
        guard let date = reader.date() else { return nil }
        return reader.isAtEnd || DateTime(text) != nil ? date.parts : nil
    }

    /// Creates the day on which `date` falls in a time zone.
    public init(_ date: Date, in timeZone: TimeZone) {
        let local = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
        self.init(dayNumber: Int(min(max((local / 86_400).rounded(.down), -719_528), 2_932_896)))
    }

    /// The start of the day in a time zone, or `nil` if the text is not a date.
    public func start(in timeZone: TimeZone) -> Date? {
        guard parts != nil else { return nil }
        let universal = Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
        let guess = universal - Double(timeZone.secondsFromGMT(for: universal))
        return universal - Double(timeZone.secondsFromGMT(for: guess))
    }

    /// Days since 1970-01-01; 0 if the text names no day.
    var dayNumber: Int {
        guard let parts else { return 0 }
        let (year, month, day) = (parts.year, parts.month, parts.day)
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            Parts(
                year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
                day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

nonisolated extension CalendarDate: Hashable, Comparable, Codable, CustomStringConvertible {
    /// Whether both name the same day, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.parts != nil && left.parts == right.parts
    }

    /// Texts that are not dates come first.
    public static func < (left: Self, right: Self) -> Bool {
        guard left.parts != nil, right.parts != nil else {
            return left.parts == nil && right.parts == nil ? left.text < right.text : left.parts == nil
        }
        return left.dayNumber < right.dayNumber
    }

    /// Hashes the day, or the text if it is not a date.
    public func hash(into hasher: inout Hasher) {
        if let parts { hasher.combine(parts) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text)
        try decoder.expectForm("a date as YYYY-MM-DD", parts != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// Reads digits and separators from the start of a text.
nonisolated struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ count: Int, in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return range.contains(value) ? value : nil
    }

    mutating func skipDigits() -> Int {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(count)
        return count
    }

    /// Reads the digits of a fraction; only the first nine count.
    mutating func nanoseconds() -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let first = digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return (0..<max(0, 9 - digits.count)).reduce(first) { number, _ in number * 10 }
    }

    mutating func date() -> CalendarDate? {
        guard let year = number(4, in: 0...9999), take("-"), let month = number(2, in: 1...12), take("-"),
            let day = number(2, in: 1...31)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `Z`, `+02:00`, `+0200`, `+02` or nothing, in seconds.
    mutating func offset() -> Int? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+"), let hours = number(2, in: 0...23) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = take(":")
            guard let number = number(2, in: 0...59) else { return nil }
            minutes = number
        }
        return (hours * 3_600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}
