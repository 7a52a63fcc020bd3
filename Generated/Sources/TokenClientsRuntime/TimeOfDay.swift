/// A time of day, with its original fraction and offset (RFC 3339, section 5.6, `full-time` and `partial-time`;
/// `format: time`).
///
/// Decoding and encoding preserves the text. If the service's text is not a time of day, all parts are `nil`. Two values
/// are equal if all their parts are: `10:30` equals `10:30:00.0`, but not `10:30Z`, which has an offset.
public nonisolated struct TimeOfDay: Sendable {
    /// The text as received or created. For example: `10:30:00.5+02:00`.
    public let text: String
    private let parts: Parts?

    private struct Parts: Hashable {
        let hour: Int
        let minute: Int
        let second: Int
        let nanosecond: Int
        let offset: Int?
    }

    /// The hour from 0 to 23, or `nil` if the text is not a time of day.
    public var hour: Int? { parts?.hour }
    /// The minute from 0 to 59, or `nil` if the text is not a time of day.
    public var minute: Int? { parts?.minute }
    /// The second from 0 to 60, which is a leap second, or `nil` if the text is not a time of day.
    public var second: Int? { parts?.second }
    /// The nanosecond, or `nil` if the text is not a time of day. Only ``text`` has further digits.
    public var nanosecond: Int? { parts?.nanosecond }
    /// The offset from UTC in seconds, or `nil` if the text has none.
    public var offset: Int? { parts?.offset }

    /// Parses hours and minutes with optional seconds, fraction and offset.
    ///
    /// Returns `nil` for any other form.
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

    /// Creates a time of day. Returns `nil` if it is out of range, or if the offset does not have whole minutes.
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
    /// Whether all parts are equal, or the texts are.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.parts != nil && left.parts == right.parts
    }

    /// Hashes the parts, or the text if it is not a time of day.
    public func hash(into hasher: inout Hasher) {
        if let parts { hasher.combine(parts) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text)
        try decoder.expectForm("a time as HH:MM:SS", parts != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
