public import Foundation
public import Testing

/// Texts that tests expect, in files that `RECORD_CASES=1` writes.
public enum Recorded {
    public static let isRecording = ProcessInfo.processInfo.environment["RECORD_CASES"] != nil

    /// Expects a text to be that of a file. Recording writes the file, and fails the run.
    ///
    /// - Parameter found: `nil` if there must be no file.
    public static func expect(
        _ found: String?, in file: URL, _ location: SourceLocation = #_sourceLocation
    ) throws {
        let expected =
            FileManager.default.fileExists(atPath: file.path) ? try String(contentsOf: file, encoding: .utf8) : nil
        guard isRecording else {
            #expect(found == expected, "record \(file.lastPathComponent) with `make record`", sourceLocation: location)
            return
        }
        if let found {
            try found.write(to: file, atomically: true, encoding: .utf8)
        } else if expected != nil {
            try FileManager.default.removeItem(at: file)
        }
        Issue.record("recorded; run again without RECORD_CASES", sourceLocation: location)
    }

    /// The cases in a folder: a folder each, by name.
    public static func cases(in folder: URL) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).filter { !$0.hasPrefix(".") }
            .sorted()
    }
}
