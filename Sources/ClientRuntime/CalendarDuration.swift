/// A length of time in units of the calendar, which have no fixed length (ISO 8601; RFC 3339, appendix A;
/// `format: duration`).
///
/// Reading and writing gives back the same text, also where the service's text is no duration: then all parts are `nil`. Two values are equal where all their parts are: `P1D` equals `P1DT0H`, and not
/// `PT24H`, since a day may have 23 hours.
public nonisolated struct CalendarDuration: Sendable {
    /// For example: `P1Y2M3DT4H5M6.5S`, `P2W`.
    public let text: String
    /// From years to seconds; empty where the text is no duration.
    private let parts: [Double]

    public var years: Double? { part(0) }
    public var months: Double? { part(1) }
    public var weeks: Double? { part(2) }
    public var days: Double? { part(3) }
    public var hours: Double? { part(4) }
    public var minutes: Double? { part(5) }
    public var seconds: Double? { part(6) }

    private func part(_ index: Int) -> Double? { parts.isEmpty ? nil : parts[index] }

    /// Reads numbers and their units in order, with a sign before the `P` if there is one. The last number may have a fraction.
    ///
    /// Returns `nil` where `text` is not of that form.
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

    /// The duration in seconds, to the nanosecond.
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

    /// The length with days of 24 hours, or `nil` where there are months or years in it, or more than a `Duration` holds.
    public var duration: Duration? {
        guard !parts.isEmpty, parts[0] == 0, parts[1] == 0 else { return nil }
        let length = ((parts[2] * 7 + parts[3]) * 24 + parts[4]) * 3_600 + parts[5] * 60 + parts[6]
        return abs(length) < 9e18 ? .seconds(length) : nil
    }

    /// A number for each unit that is there, or `nil` where the text is something else.
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
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || !left.parts.isEmpty && left.parts == right.parts
    }

    public func hash(into hasher: inout Hasher) {
        if parts.isEmpty { hasher.combine(text) } else { hasher.combine(parts) }
    }

    public var description: String { text }

    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text) ?? []
        try decoder.expectForm("a duration of ISO 8601", !parts.isEmpty)
    }

    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}
