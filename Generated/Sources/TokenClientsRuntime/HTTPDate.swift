#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates of HTTP headers (RFC 9110, section 5.6.7).
nonisolated enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    static func date(_ text: String) -> Date? {
        var words = text.split { " ,-".contains($0) }.dropFirst()
        if words.last == "GMT" || words.last == "UTC" { words.removeLast() }
        let parts = words.map(String.init)
        guard parts.count == 4 else { return nil }
        let isYearLast = months.contains(parts[0])
        let (month, day) = isYearLast ? (parts[0], parts[1]) : (parts[1], parts[0])
        let (year, time) = isYearLast ? (parts[3], parts[2]) : (parts[2], parts[3])
        guard let index = months.firstIndex(of: month), let day = Int(day), let year = Int(year),
            let date = CalendarDate(year: full(year), month: index + 1, day: day), let seconds = seconds(of: time)
        else { return nil }
        return Date(timeIntervalSince1970: Double(date.dayNumber * 86_400 + seconds))
    }

    /// A year of two digits is in the years 1970 to 2069.
    private static func full(_ year: Int) -> Int { year < 70 ? year + 2000 : year < 100 ? year + 1900 : year }

    private static func seconds(of time: String) -> Int? {
        var reader = DigitReader(time)
        guard let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59),
            reader.take(":"), let second = reader.number(2, in: 0...60), reader.isAtEnd
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }
}
