import Foundation
import Testing

@testable import ClientRuntime

/// What the runtime does by itself because FoundationEssentials does not.
struct EssentialsTests {
    @Test(arguments: [
        "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
        "Sun, 06 Nov 1994 08:49:37 UTC",
    ])
    func allFormsOfHTTPDatesAreRead(_ text: String) {
        #expect(HTTPDate.date(text) == Date(timeIntervalSince1970: 784_111_777))
    }

    @Test(arguments: [
        "", "GMT", "Sun, 06 Nov 1994", "Sun, 31 Feb 2024 00:00:00 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:49 GMT", "1994-11-06T08:49:37Z",
    ])
    func otherTextIsNoHTTPDate(_ text: String) {
        #expect(HTTPDate.date(text) == nil)
    }

    @Test func yearsOfTwoDigitsAreNearToday() {
        #expect(HTTPDate.date("Friday, 01-Jan-69 00:00:00 GMT") == HTTPDate.date("Tue, 01 Jan 2069 00:00:00 GMT"))
        #expect(HTTPDate.date("Thursday, 01-Jan-70 00:00:00 GMT") == Date(timeIntervalSince1970: 0))
    }

    /// Foundation has the same table; five bytes that it does not know stand for control characters.
    @Test func windowsTextIsThatOfFoundation() {
        let unassigned: Set<UInt8> = [0x81, 0x8D, 0x8F, 0x90, 0x9D]
        for byte in UInt8.min...UInt8.max {
            let data = Data([byte])
            let text = WindowsText.text(of: data)
            #expect(WindowsText.bytes(of: text) == data)
            if !unassigned.contains(byte) { #expect(text == String(data: data, encoding: .windowsCP1252)) }
        }
        #expect(WindowsText.bytes(of: "日") == nil)
    }

    @Test func filesAreReadInChunks() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: "essentials-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data((0..<10).map { UInt8($0) }).write(to: file)
        let reader = try FileReader(file)
        var chunks: [Data] = []
        while let chunk = try reader.read(upToCount: 4) { chunks.append(chunk) }
        #expect(chunks == [Data([0, 1, 2, 3]), Data([4, 5, 6, 7]), Data([8, 9])])
        #expect(FileReader.size(of: file) == 10)
        #expect(FileReader.size(of: FileManager.default.temporaryDirectory) == nil)
    }

    @Test func aMissingFileIsAnError() {
        let file = FileManager.default.temporaryDirectory.appending(path: "missing-\(UUID().uuidString)")
        #expect(throws: CocoaError(.fileReadNoSuchFile)) { try FileReader(file) }
        #expect(FileReader.size(of: file) == nil)
    }
}
