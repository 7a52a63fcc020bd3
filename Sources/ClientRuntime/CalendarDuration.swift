/// A duration in calendar units, which have no fixed length (ISO 8601; RFC 3339, appendix A; `format: duration`).
///
/// Decoding and encoding preserves the text. If the service's text is not a duration, all parts are `nil`. Two values are
/// equal if all their parts are: `P1D` equals `P1DT0H`, but not `PT24H`, because a day may have 23 hours.
public nonisolated struct CalendarDuration: Sendable {
    /// The text as received or created. For example: `P1Y2M3DT4H5M6.5S`, `P2W`.
    public let text: String
    /// From years to seconds; empty if the text isn't a duration.
    private let parts: [Double]

    /// The number of years; `nil` if the text is not a duration.
    public var years: Double? { part(0) }
    /// The number of months; `nil` if the text is not a duration.
    public var months: Double? { part(1) }
    /// The number of weeks; `nil` if the text is not a duration.
    public var weeks: Double? { part(2) }
    /// The number of days; `nil` if the text is not a duration.
    public var days: Double? { part(3) }
    /// The number of hours; `nil` if the text is not a duration.
    public var hours: Double? { part(4) }
    /// The number of minutes; `nil` if the text is not a duration.
    public var minutes: Double? { part(5) }
    /// The number of seconds; `nil` if the text is not a duration.
    public var seconds: Double? { part(6) }

    private func part(_ index: Int) -> Double? { parts.isEmpty ? nil : parts[index] }

    /// Parses an ISO 8601 duration with an optional sign. The last number may have a fraction.
    ///
    /// Returns `nil` for any other form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.init(text, parts)
    }

    private static func parts(of text: String) -> [Double]? {
        var rest = Substring(text).utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        let parts = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = Self.numbers(parts[0], units: "YMWD"),
            let time = parts.count == 2 ? Self.numbers(parts[1], units: "HMS") : [nil, nil, nil]
        else { return nil }
        let all = date + time
        let given = all.compactMap { $0 }
        guard !given.isEmpty, parts.count == 1 || time.contains(where: { $0 != nil }),
            given.dropLast().allSatisfy({ $0.truncatingRemainder(dividingBy: 1) == 0 })
        else { return nil }
        return all.map { number -> Double in number.map { isNegative && $0 != 0 ? -$0 : $0 } ?? 0 }
    }

    private init(_ text: String, _ parts: [Double]) {
        self.text = text
        self.parts = parts
    }

    /// Creates a duration in seconds with nanosecond precision.
    public init(_ duration: Duration) {
        let parts = duration.components
        let nanoseconds = abs(parts.attoseconds / 1_000_000_000)
        var number = String(parts.seconds.magnitude)
        if nanoseconds > 0 { number += "." + CalendarDate.padded(Int(nanoseconds), 9) }
        while nanoseconds > 0, number.hasSuffix("0") { number.removeLast() }
        let isNegative = parts.seconds < 0 || parts.attoseconds < 0
        let seconds = Double(number) ?? 0
        self.init("\(isNegative ? "-" : "")PT\(number)S", [0, 0, 0, 0, 0, 0, isNegative ? -seconds : seconds])
    }

    /// The length, with days of 24 hours. `nil` if it has months or years, or exceeds the range of `Duration`.
    public var duration: Duration? {
        guard !parts.isEmpty, parts[0] == 0, parts[1] == 0 else { return nil }
        let length = ((parts[2] * 7 + parts[3]) * 24 + parts[4]) * 3_600 + parts[5] * 60 + parts[6]
        return abs(length) < 9e18 ? .seconds(length) : nil
    }

    /// A number for each unit that is present, or `nil` if the text has another form.
    private static func numbers(_ text: Substring.UTF8View.SubSequence, units: String) -> [Double?]? {
        var rest = text
        var numbers: [Double?] = []
        for unit in units.utf8 {
            let digits = rest.prefix {
                (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
            }
            guard !digits.isEmpty, digits.endIndex != rest.endIndex, rest[digits.endIndex] == unit else {
                numbers.append(nil)
                continue
            }
            let spelled = String(
                decoding: digits.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
            guard let number = Double(spelled), !spelled.hasPrefix("."), !spelled.hasSuffix(".") else { return nil }
            numbers.append(number)
            rest = rest[digits.endIndex...].dropFirst()
        }
        return rest.isEmpty ? numbers : nil
    }
}

nonisolated extension CalendarDuration: Hashable, Codable, CustomStringConvertible {
    /// Whether all parts are equal, or the texts are.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || !left.parts.isEmpty && left.parts == right.parts
    }

    /// Hashes the parts, or the text if it is not a duration.
    public func hash(into hasher: inout Hasher) {
        if parts.isEmpty { hasher.combine(text) } else { hasher.combine(parts) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text) ?? []
        try decoder.expectForm("a duration of ISO 8601", !parts.isEmpty)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
