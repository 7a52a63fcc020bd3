/// A time of day with the fraction and the offset it was written with (RFC 3339, section 5.6, `full-time` and
/// `partial-time`; `format: time`).
///
/// Reading and writing gives back the same text, also where the service's text is no time of day: then all parts are
/// `nil`. Two values are equal where all their parts are: `10:30` equals `10:30:00.0`, and not `10:30Z`, which says for
/// which offset it holds.
public nonisolated struct TimeOfDay: Sendable {
    /// For example: `10:30:00.5+02:00`.
    public let text: String
    private let parts: Parts?

    private struct Parts: Hashable {
        let hour: Int
        let minute: Int
        let second: Int
        let nanosecond: Int
        let offset: Int?
    }

    public var hour: Int? { parts?.hour }
    public var minute: Int? { parts?.minute }
    /// 60 in a leap second.
    public var second: Int? { parts?.second }
    /// Further digits are kept in ``text`` alone.
    public var nanosecond: Int? { parts?.nanosecond }
    /// Seconds ahead of UTC, or `nil` where the text has no offset.
    public var offset: Int? { parts?.offset }

    /// Reads hours and minutes, seconds with any number of fraction digits if there are any, and an offset if there is one.
    ///
    /// Returns `nil` where `text` is not of that form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.text = text
        self.parts = parts
    }

    private static func parts(of text: String) -> Parts? {
        var reader = DigitReader(text)
        guard let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59)
        else {
            return nil
        }
        var (second, nanosecond) = (0, 0)
        if reader.take(":") {
            guard let number = reader.number(2, in: 0...60) else { return nil }
            second = number
            if reader.take(".") {
                guard let fraction = reader.nanoseconds() else { return nil }
                nanosecond = fraction
            }
        }
        let hasOffset = !reader.isAtEnd
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return Parts(
            hour: hour, minute: minute, second: second, nanosecond: nanosecond, offset: hasOffset ? offset : nil)
    }

    /// Returns `nil` where there is no such time, or no such offset of whole minutes.
    public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int? = nil) {
        guard (0...999_999_999).contains(nanosecond), [hour, minute, second].allSatisfy({ (0...99).contains($0) })
        else {
            return nil
        }
        var text = [hour, minute, second].map { CalendarDate.padded($0, 2) }.joined(separator: ":")
        if nanosecond > 0 { text += "." + CalendarDate.padded(nanosecond, 9) }
        while nanosecond > 0, text.hasSuffix("0") { text.removeLast() }
        if let offset {
            guard offset.isMultiple(of: 60), abs(offset) < 86_400 else { return nil }
            let parts = [abs(offset) / 3_600, abs(offset) / 60 % 60].map { CalendarDate.padded($0, 2) }
            text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + parts.joined(separator: ":")
        }
        self.init(text)
    }
}

nonisolated extension TimeOfDay: Hashable, Codable, CustomStringConvertible {
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.parts != nil && left.parts == right.parts
    }

    public func hash(into hasher: inout Hasher) {
        if let parts { hasher.combine(parts) } else { hasher.combine(text) }
    }

    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text)
        try decoder.expectForm("a time as HH:MM:SS", parts != nil)
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
