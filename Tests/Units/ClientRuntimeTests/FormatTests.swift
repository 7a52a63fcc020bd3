@testable import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// A format is an annotation: what a service sends is kept, and the typed value is asked of it.
@Suite struct FormatTests {
    private struct Holder: Codable {
        var date: DateTime?
        var day: CalendarDate?
        var time: TimeOfDay?
        var length: CalendarDuration?
        var id: UUIDText?
        var link: URLText?
    }

    private func holder(_ text: String) throws -> Holder {
        let json =
            #"{"date":"\#(text)","day":"\#(text)","time":"\#(text)","length":"\#(text)","id":"\#(text)","link":"\#(text)"}"#
        let response = ClientResponse(
            HTTPResponse(status: 200, headerFields: [.contentType: "application/json"]), Data(json.utf8))
        return try response.json()
    }

    @Test(arguments: ["", " ", "n/a", "0000-00-00", "2024-13-01", "01.10.2024", "tomorrow"])
    func textsOfNoFormComeBackAsTheyWere(_ text: String) throws {
        let value = try holder(text)
        #expect(value.date?.text == text)
        #expect(value.date?.date == nil)
        #expect(value.day?.text == text)
        #expect(value.day?.year == nil)
        #expect(value.time?.text == text)
        #expect(value.time?.hour == nil)
        #expect(value.length?.text == text)
        #expect(value.length?.duration == nil)
        #expect(value.id?.text == text)
        #expect(value.id?.uuid == nil)
        #expect(value.link?.text == text)
        let written = try JSONValue(encoding: value)
        for name in ["date", "day", "time", "length", "id", "link"] { #expect(written[name] == .string(text)) }
    }

    @Test func UUIDsAndURLs() throws {
        let texts = ["7F5D8A34-2c1e-4b6f-9a0d-3e8c5b7f1d29", "7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29"]
        let ids = try texts.map { try #require(try holder($0).id) }
        #expect(ids.map(\.text) == texts)
        #expect(ids[0] == ids[1] && ids[0].hashValue == ids[1].hashValue && ids[0].uuid == UUID(uuidString: texts[0]))
        let uuid = try #require(ids[0].uuid)
        #expect(UUIDText(uuid).text == texts[1])
        #expect(
            ["", " ", "https://example.com/?q=1"].map { try? holder($0).link?.url } == [
                nil, nil, URL(string: "https://example.com/?q=1"),
            ])
        #expect(URLText(URL(filePath: "/a")) == "file:///a")
    }

    @Test(arguments: [
        ("2024-10-01T12:30Z", 1_727_785_800), ("2024-10-01T12:30+02:00", 1_727_778_600), ("2024-10-01", 1_727_740_800),
        ("2024-10-01 12:30:15", 1_727_785_815), ("2024-10-01T12:30:15,5Z", 1_727_785_815),
        ("2024-10-01 12:30:15 +0200", 1_727_778_615),
    ])
    func furtherFormsOfDates(_ text: String, _ seconds: Int64) throws {
        let value = try holder(text)
        #expect(value.date?.seconds == seconds)
        #expect(value.date?.text == text)
        #expect([value.day?.year, value.day?.month, value.day?.day] == [2024, 10, 1])
    }

    @Test func textsOfNoFormCompareByText() {
        let texts = [DateTime("2024-10-01"), try? holder("b").date, try? holder("a").date].compactMap { $0 }
        #expect(texts.sorted().map(\.text) == ["a", "b", "2024-10-01"])
        #expect(Set(texts + texts).count == 3)
    }

    private indirect enum Moment: Decodable {
        case date(DateTime)
        case text(String)
        case unrecognized(JSONValue)

        init(from decoder: any Decoder) throws {
            self = try UnionDecoder.choose(decoder, [UnionBranch(.string), UnionBranch(.string)]) { branch in
                switch branch {
                case 0: .date(try DateTime(from: decoder))
                case 1: .text(try String(from: decoder))
                default: .unrecognized(try JSONValue(from: decoder))
                }
            }
        }
    }

    private struct OnlyDate: Decodable {
        let value: DateTime

        init(from decoder: any Decoder) throws {
            value = try UnionDecoder.choose(decoder, [UnionBranch(.string)]) { branch in
                if branch == 0 { return try DateTime(from: decoder) }
                throw DecodingFailure(path: [], reason: "no branch")
            }
        }
    }

    /// A union still decides by the form of a text, and keeps one of no form where no branch is left.
    @Test func unionsDecideByForm() throws {
        guard case .date = try JSONValue.string("2024-10-01T12:30:00Z").decode(as: Moment.self),
            case .text("soon") = try JSONValue.string("soon").decode(as: Moment.self)
        else {
            Issue.record("another branch")
            return
        }
        #expect(try JSONValue.string("soon").decode(as: OnlyDate.self).value.text == "soon")
    }
}
