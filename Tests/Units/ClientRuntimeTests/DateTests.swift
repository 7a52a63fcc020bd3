import ClientRuntime
import Foundation
import Testing

@Suite struct DateTests {
    /// Text, and the instant as seconds and nanoseconds since 1970.
    static let instants: [(String, Int, Int)] = [
        ("1970-01-01T00:00:00Z", 0, 0),
        ("1970-01-01T00:00:00z", 0, 0),
        ("1970-01-01t00:00:00Z", 0, 0),
        ("1970-01-01 00:00:00Z", 0, 0),
        ("1970-01-01T00:00:00", 0, 0),
        ("1970-01-01T00:00:00+00:00", 0, 0),
        ("1970-01-01T00:00:00-00:00", 0, 0),
        ("1970-01-01T02:00:00+02:00", 0, 0),
        ("1969-12-31T19:00:00-05:00", 0, 0),
        ("1970-01-01T05:30:00+05:30", 0, 0),
        ("1970-01-01T05:45:00+0545", 0, 0),
        ("1970-01-01T14:00:00+14", 0, 0),
        ("1969-12-31T12:00:00-12:00", 0, 0),
        ("1969-12-31T23:59:59Z", -1, 0),
        ("1969-12-31T23:59:59.9Z", -1, 900_000_000),
        ("1970-01-01T00:00:00.0Z", 0, 0),
        ("1970-01-01T00:00:00.1Z", 0, 100_000_000),
        ("1970-01-01T00:00:00.12Z", 0, 120_000_000),
        ("1970-01-01T00:00:00.123Z", 0, 123_000_000),
        ("1970-01-01T00:00:00.1234Z", 0, 123_400_000),
        ("1970-01-01T00:00:00.12345Z", 0, 123_450_000),
        ("1970-01-01T00:00:00.123456Z", 0, 123_456_000),
        ("1970-01-01T00:00:00.1234567Z", 0, 123_456_700),
        ("1970-01-01T00:00:00.12345678Z", 0, 123_456_780),
        ("1970-01-01T00:00:00.123456789Z", 0, 123_456_789),
        ("1970-01-01T00:00:00.123456789012Z", 0, 123_456_789),
        ("1970-01-01T00:00:00.500+01:00", -3_600, 500_000_000),
        ("1999-12-31T23:59:59Z", 946_684_799, 0),
        ("2000-01-01T00:00:00Z", 946_684_800, 0),
        ("2000-02-29T12:00:00Z", 951_825_600, 0),
        ("2000-03-01T00:00:00Z", 951_868_800, 0),
        ("2016-12-31T23:59:60Z", 1_483_228_800, 0),
        ("2024-02-29T23:59:59Z", 1_709_251_199, 0),
        ("2024-10-01T12:30:45+02:00", 1_727_778_645, 0),
        ("2024-12-31T23:59:59.999999999-11:59", 1_735_732_739, 999_999_999),
        ("2038-01-19T03:14:08Z", 2_147_483_648, 0),
        ("1900-03-01T00:00:00Z", -2_203_891_200, 0),
        ("1600-01-01T00:00:00Z", -11_676_096_000, 0),
        ("0000-01-01T00:00:00Z", -62_167_219_200, 0),
        ("0001-01-01T00:00:00Z", -62_135_596_800, 0),
        ("9999-12-31T23:59:59Z", 253_402_300_799, 0),
    ]

    @Test(arguments: instants)
    func readsAndWritesToTheDigit(_ text: String, _ seconds: Int, _ nanoseconds: Int) throws {
        let value = try #require(DateTime(text))
        #expect(value.seconds == Int64(seconds))
        let fraction = try #require(value.date).timeIntervalSince1970 - Double(seconds)
        #expect(abs(fraction - Double(nanoseconds) / 1_000_000_000) < 0.000_1)
        #expect(value.description == text)

        let json = Data("[\"\(text)\"]".utf8)
        let decoded = try JSONDecoder().decode([DateTime].self, from: json)
        #expect(decoded == [value])
        #expect(try JSONEncoder().encode(decoded) == json)
    }

    @Test(arguments: [
        "", "2024", "2024-10-01T", "2024-13-01T00:00:00Z", "2024-00-01T00:00:00Z",
        "2024-02-30T00:00:00Z", "2023-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2024-04-31T00:00:00Z",
        "2024-10-01T24:00:00Z", "2024-10-01T12:60:00Z", "2024-10-01T12:30:61Z", "2024-10-01T12:30:45.Z",
        "2024-10-01T12:30:45+2:00", "2024-10-01T12:30:45+25:00", "2024-10-01T12:30:45+02:60",
        "2024-10-01T12:30:45Z ", " 2024-10-01T12:30:45Z", "2024-10-01T12:30:45ZZ", "+2024-10-01T12:30:45Z",
        "24-10-01T12:30:45Z", "2024-1-01T12:30:45Z", "2024/10/01T12:30:45Z", "2024-10-01T１2:30:45Z", "now",
    ])
    func refused(_ text: String) { #expect(DateTime(text) == nil) }

    @Test func equalityIsOfInstants() throws {
        let a = try #require(DateTime("2024-10-01T02:00:00+02:00"))
        let b = try #require(DateTime("2024-10-01T00:00:00.000Z"))
        let c = try #require(DateTime("2024-10-01T00:00:00.0001Z"))
        #expect(a == b)
        #expect(a.hashValue == b.hashValue)
        #expect(b != c)
        #expect(b < c)
        #expect(!(c < b))
        #expect(Set([a, b, c]).count == 2)
    }

    @Test(arguments: [
        (0.0, "1970-01-01T00:00:00Z"), (0.5, "1970-01-01T00:00:00.5Z"), (-0.25, "1969-12-31T23:59:59.75Z"),
        (1_727_778_645.123, "2024-10-01T10:30:45.123Z"), (-62_167_219_200, "0000-01-01T00:00:00Z"),
        (0.999_999_9, "1970-01-01T00:00:01Z"), (1e15, "9999-12-31T23:59:59Z"), (-1e15, "0000-01-01T00:00:00Z"),
    ])
    func fromDate(_ seconds: Double, _ text: String) throws {
        let value = DateTime(Date(timeIntervalSince1970: seconds))
        #expect(value.text == text)
        #expect(DateTime(text) == value)
        #expect(DateTime(text)?.seconds == value.seconds)
    }

    @Test(arguments: [
        "2024-02-29", "0000-01-01", "9999-12-31", "1970-01-01", "2100-02-28", "2000-02-29", "2024-10-01", "1582-10-10",
    ])
    func calendarDates(_ text: String) throws {
        let date = try #require(CalendarDate(text))
        #expect(date.description == text)
        let json = Data("[\"\(text)\"]".utf8)
        #expect(try JSONDecoder().decode([CalendarDate].self, from: json) == [date])
        #expect(try JSONEncoder().encode([date]) == json)
    }

    @Test(arguments: [
        "2023-02-29", "2100-02-29", "2024-1-1", "2024-01-01Tx", "20240101", "", "2024-12-32", "2024-00-10",
        "2024-13-01", "-001-01-01", "2024-01-01 ",
    ])
    func refusedCalendarDates(_ text: String) { #expect(CalendarDate(text) == nil) }

    @Test func orderOfCalendarDates() throws {
        #expect(try #require(CalendarDate("2024-01-31")) < (try #require(CalendarDate("2024-02-01"))))
        #expect(CalendarDate(year: 2024, month: 13, day: 1) == nil)
    }

    @Test func calendarDatesInTimeZones() throws {
        let tokyo = try #require(TimeZone(identifier: "Asia/Tokyo"))
        let instant = try #require(DateTime("2024-12-31T20:00:00Z")?.date)
        #expect(CalendarDate(instant, in: tokyo).description == "2025-01-01")
        let start = try #require(CalendarDate("2025-01-01")?.start(in: tokyo))
        #expect(DateTime(start).text == "2024-12-31T15:00:00Z")
    }

    @Test func everyDayOfFourCenturies() {
        var day = CalendarDate(Date(timeIntervalSince1970: -86_400 * 146_097), in: .gmt)
        for number in -146_096...146_097 {
            let next = CalendarDate(Date(timeIntervalSince1970: 86_400 * Double(number)), in: .gmt)
            #expect(day < next)
            #expect(CalendarDate(year: next.year ?? 0, month: next.month ?? 0, day: next.day ?? 0) == next)
            day = next
        }
    }
}
