import Foundation

/// The machine the suite runs on.
public enum Machine {
    /// How many times longer than on an idle machine work may take now: threads that want to run, for each core.
    /// Between 1 and 20; 1 where the system does not tell.
    public static var delay: Int {
        let text = (try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)) ?? ""
        let words = text.split { $0 == " " || $0 == "/" }
        // The average of the last minute, and the threads of this moment.
        guard words.count > 3, let average = Double(words[0]), let running = Double(words[3]) else { return 1 }
        let each = max(average, running) / Double(ProcessInfo.processInfo.activeProcessorCount)
        return Int(min(max(each.rounded(.up), 1), 20))
    }
}
