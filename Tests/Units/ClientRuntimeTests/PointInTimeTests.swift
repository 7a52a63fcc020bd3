import ClientRuntime
import Foundation
import Testing

@Suite struct PointInTimeTests {
    private let noon = Date(timeIntervalSince1970: 1_727_784_000)

    private func dateTime(_ text: String) throws -> DateTime { try #require(DateTime(text)) }

    private var invalid: DateTime {
        get throws { try decoded("\"soon\"") }
    }

    @Test func dateTimesCompareWithDates() throws {
        let same = try dateTime("2024-10-01T14:00:00+02:00")
        #expect(same == noon)
        #expect(noon == same)
        #expect(!(same != noon))
        #expect(same <= noon && same >= noon && !(same < noon) && !(same > noon))
        let later = try dateTime("2024-10-01T12:00:00.5Z")
        #expect(later > noon && noon < later && later != noon)
        #expect(noon <= later && later >= noon && !(noon >= later) && !(later <= noon))
    }

    @Test func textsThatAreNoDateTimesComeFirst() throws {
        let invalid = try invalid
        #expect(invalid != noon && noon != invalid)
        #expect(invalid < noon && noon > invalid)
        #expect(!(noon < invalid) && !(invalid > noon))
        #expect(invalid.timeIntervalSince(noon) == nil)
        #expect(try invalid - dateTime("2024-10-01T12:00:00Z") == nil)
    }

    @Test func dateTimesAreSubtracted() throws {
        let (first, last) = (try dateTime("2024-10-01T12:00:00.25Z"), try dateTime("2024-10-01T14:00:01.75+01:00"))
        #expect(last.timeIntervalSince(first) == 3_601.5)
        #expect(first.timeIntervalSince(noon) == 0.25)
        #expect(last - first == .milliseconds(3_601_500))
        let exact = try dateTime("2024-10-01T12:00:00.000000000000000001Z") - dateTime("2024-10-01T12:00:00Z")
        #expect(exact == Duration(secondsComponent: 0, attosecondsComponent: 1))
    }

    @Test func dateTimesAreFormatted() throws {
        let style = Date.ISO8601FormatStyle().year().month().day()
        #expect(try dateTime("2024-10-01T23:00:00-05:00").formatted(style) == "2024-10-02")
        #expect(try invalid.formatted(style) == "soon")
    }

    @Test(arguments: ["1727784000", "1727784000.5", "-1"]) func unixTimesAreNumbers(_ text: String) async throws {
        let time: UnixTime = try decoded(text)
        #expect(try await written(time) == text)
        #expect(time.timeIntervalSince(noon) == Double(text).map { $0 - 1_727_784_000 })
    }

    @Test func unixTimesAreTimes() throws {
        let time = UnixTime(noon.addingTimeInterval(0.75))
        #expect(time == noon)
        #expect(time < noon.addingTimeInterval(1))
        #expect("\(time)" == "2024-10-01T12:00:00Z")
        #expect(time - 1_727_783_990 == .seconds(10))
        #expect(time > 1_727_783_999)
        #expect(try time.timeIntervalSince(dateTime("2024-10-01T11:59:59Z")) == 1)
    }
}
