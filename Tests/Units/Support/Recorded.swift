public import Foundation
public import Testing

/// Texts that tests expect, in files that `RECORD_CASES=1` writes.
public enum Recorded {
    public static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] != nil

    /// Expects a text to be that of a file. Recording writes the file, and fails the run.
    public static func expect(
        _ found: String, in file: URL, _ location: SourceLocation = #_sourceLocation
    ) throws {
        if isRecording {
            try found.write(to: file, atomically: true, encoding: .utf8)
            Issue.record("recorded; run again without RECORD_CASES", sourceLocation: location)
            return
        }
        let expected = try String(contentsOf: file, encoding: .utf8)
        #expect(found == expected, "record it with `make record`", sourceLocation: location)
    }

    /// The cases in a folder: a folder each, by name.
    public static func cases(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    }
}
