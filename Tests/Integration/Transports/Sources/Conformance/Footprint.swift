import CAllocator
import Foundation

/// What this process holds at a moment.
public struct Footprint: Sendable, CustomStringConvertible {
    public var descriptors = 0
    public var threads = 0
    /// Bytes of memory in use, as the allocator and as the system count them.
    public var heap = 0
    public var resident = 0
    /// The most bytes of memory there ever were.
    public var peak = 0

    /// What there is now; zeros where the system does not tell.
    public static var now: Footprint {
        var now = Footprint()
        now.descriptors = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count) ?? 0
        let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
        for line in status.split(separator: "\n") {
            let words = line.split { $0 == "\t" || $0 == " " }
            guard words.count > 1, let value = Int(words[1]) else { continue }
            switch words[0] {
            case "Threads:": now.threads = value
            case "VmRSS:": now.resident = value * 1_024
            case "VmHWM:": now.peak = value * 1_024
            default: break
            }
        }
        now.heap = allocator_bytes_in_use()
        return now
    }

    /// The footprint once it is within limits, or after `seconds`.
    public static func settled(
        within seconds: Double = 5, _ isSmall: (Footprint) -> Bool
    ) async throws -> Footprint {
        let end = ContinuousClock.now + .seconds(seconds)
        while true {
            let now = Footprint.now
            if isSmall(now) || ContinuousClock.now > end { return now }
            try await Task.sleep(for: .milliseconds(50))
        }
    }

    public var description: String {
        "\(descriptors) descriptors, \(threads) threads, heap \(heap >> 10) KiB, resident \(resident >> 20) MiB"
    }
}

/// Lives as long as something holds it; counts those that do.
public final class Token: Sendable {
    private static let count = SharedMutex(0)

    public static var live: Int { count.withLock { $0 } }

    public init() { Self.count.withLock { $0 += 1 } }

    deinit { Self.count.withLock { $0 -= 1 } }
}
