import ClientRuntime
import Foundation
import Testing

@Suite struct TimeTests {
    struct Time: Sendable, CustomTestStringConvertible {
        var text: String
        /// Hour, minute, second, nanosecond.
        var parts: [Int]
        var offset: Int?

        init(_ text: String, _ parts: [Int], offset: Int? = nil) {
            self.text = text
            self.parts = parts
            self.offset = offset
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        Time("00:00:00Z", [0, 0, 0, 0], offset: 0), Time("23:59:59z", [23, 59, 59, 0], offset: 0),
        Time("23:59:60Z", [23, 59, 60, 0], offset: 0), Time("10:30:00+02:00", [10, 30, 0, 0], offset: 7_200),
        Time("10:30:00-11:30", [10, 30, 0, 0], offset: -41_400), Time("10:30:00+0530", [10, 30, 0, 0], offset: 19_800),
        Time("10:30:00", [10, 30, 0, 0]), Time("10:30", [10, 30, 0, 0]), Time("10:30Z", [10, 30, 0, 0], offset: 0),
        Time("12:00:00.5", [12, 0, 0, 500_000_000]), Time("12:00:00.000000001Z", [12, 0, 0, 1], offset: 0),
        Time("12:00:00.1234567899+01:00", [12, 0, 0, 123_456_789], offset: 3_600),
    ])
    func times(_ time: Time) throws {
        let value = try #require(TimeOfDay(time.text))
        #expect([value.hour, value.minute, value.second, value.nanosecond] == time.parts)
        #expect(value.offset == time.offset)
        try expectSameText(value, time.text)
    }

    @Test(arguments: [
        "", "10", "10:", "1:30", "24:00:00", "10:60", "10:30:61", "10:30:00.", "10:30:00,5", "10:30:00+2", "10:30:00 Z",
        "T10:30:00", "2024-01-01T10:30:00Z", "10:30:00ZZ", "10.30", "10:30 AM",
    ])
    func refusedTimes(_ text: String) { #expect(TimeOfDay(text) == nil) }

    @Test func timesOfParts() throws {
        #expect(TimeOfDay(hour: 7, minute: 5)?.text == "07:05:00")
        #expect(TimeOfDay(hour: 7, minute: 5, second: 9, nanosecond: 120_000_000, offset: 0)?.text == "07:05:09.12Z")
        #expect(TimeOfDay(hour: 23, minute: 0, offset: -19_800)?.text == "23:00:00-05:30")
        #expect(TimeOfDay(hour: 24, minute: 0) == nil)
        #expect(TimeOfDay(hour: -1, minute: 0) == nil)
        #expect(TimeOfDay(hour: 1, minute: 0, nanosecond: 1_000_000_000) == nil)
        #expect(TimeOfDay(hour: 1, minute: 0, offset: 90) == nil)
        #expect(TimeOfDay("10:30") == TimeOfDay("10:30:00.0"))
        #expect(TimeOfDay("10:30Z") == TimeOfDay("10:30:00+00:00"))
        #expect(TimeOfDay("10:30") != TimeOfDay("10:30Z"))
    }

    struct Length: Sendable, CustomTestStringConvertible {
        var text: String
        /// Years, months, weeks, days, hours, minutes, seconds.
        var parts: [Double]
        /// With days of 24 hours.
        var seconds: Double?

        init(_ text: String, _ parts: [Double], seconds: Double? = nil) {
            self.text = text
            self.parts = parts
            self.seconds = seconds
        }

        var testDescription: String { text }
    }

    @Test(arguments: [
        Length("P1Y2M3DT4H5M6S", [1, 2, 0, 3, 4, 5, 6]), Length("P1Y", [1, 0, 0, 0, 0, 0, 0]),
        Length("P18M", [0, 18, 0, 0, 0, 0, 0]), Length("P2W", [0, 0, 2, 0, 0, 0, 0], seconds: 1_209_600),
        Length("P1D", [0, 0, 0, 1, 0, 0, 0], seconds: 86_400),
        Length("PT36H", [0, 0, 0, 0, 36, 0, 0], seconds: 129_600),
        Length("PT1M", [0, 0, 0, 0, 0, 1, 0], seconds: 60), Length("PT0S", [0, 0, 0, 0, 0, 0, 0], seconds: 0),
        Length("PT1.5S", [0, 0, 0, 0, 0, 0, 1.5], seconds: 1.5),
        Length("PT0,25S", [0, 0, 0, 0, 0, 0, 0.25], seconds: 0.25),
        Length("P0.5D", [0, 0, 0, 0.5, 0, 0, 0], seconds: 43_200),
        Length("-P1D", [0, 0, 0, -1, 0, 0, 0], seconds: -86_400),
        Length("+PT10M30S", [0, 0, 0, 0, 0, 10, 30], seconds: 630),
        Length("P1DT0H", [0, 0, 0, 1, 0, 0, 0], seconds: 86_400),
    ])
    func durations(_ length: Length) throws {
        let value = try #require(CalendarDuration(length.text))
        let date = [value.years, value.months, value.weeks, value.days]
        #expect(date + [value.hours, value.minutes, value.seconds] == length.parts)
        #expect(value.duration == length.seconds.map { .seconds($0) })
        try expectSameText(value, length.text)
    }

    @Test(arguments: [
        "", "P", "PT", "P1", "1D", "P1S", "PT1D", "P1DT", "P1D2Y", "PT1M1H", "P1.5DT1H", "P.5D", "P1.D", "PT1.5.5S",
        "p1d",
        "P-1D", "P1D ", "1h30m", "90", "PT1S1S",
    ])
    func refusedDurations(_ text: String) { #expect(CalendarDuration(text) == nil) }

    @Test(arguments: [
        "P1" + String(repeating: "0", count: 40) + "D",
        "-PT1" + String(repeating: "0", count: 40) + "S", "P1" + String(repeating: "0", count: 400) + "W",
    ])
    func durationsThatDoNotFit(_ text: String) throws {
        let value = try #require(CalendarDuration(text))
        #expect(value.duration == nil)
    }

    @Test(arguments: [
        (Duration.seconds(0), "PT0S"), (.seconds(90), "PT90S"), (.milliseconds(1_500), "PT1.5S"),
        (.nanoseconds(1), "PT0.000000001S"), (.seconds(-3), "-PT3S"), (.milliseconds(-250), "-PT0.25S"),
    ])
    func durationsOfSwift(_ duration: Duration, _ text: String) throws {
        let value = CalendarDuration(duration)
        #expect(value.text == text)
        #expect(value == CalendarDuration(text))
        #expect(value.duration == duration)
    }

    @Test func equalDurationsHaveEqualParts() {
        #expect(CalendarDuration("P1D") == CalendarDuration("P1DT0H"))
        #expect(CalendarDuration("P1D") != CalendarDuration("PT24H"))
        #expect(CalendarDuration("PT0S") == CalendarDuration("-P0D"))
    }

    /// Both coders read a value from its text and write the same text.
    private func expectSameText<Value: Codable & Hashable & CustomStringConvertible>(
        _ value: Value, _ text: String
    ) throws {
        #expect(value.description == text)
        let json = Data("[\"\(text)\"]".utf8)
        let decoded = try JSONDecoder().decode([Value].self, from: json)
        #expect(decoded == [value])
        #expect(try JSONEncoder().encode(decoded) == json)
        let own = try JSONValue(json: json).decode(as: [Value].self)
        #expect(own == [value])
        #expect(try JSONValue(encoding: own) == JSONValue(json: json))
    }
}
