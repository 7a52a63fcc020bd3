import ArgumentParser
import Diagnostics
import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Generates again after each change of a file that the last run read, until the process is stopped.
struct Watch {
    private static let interval: UInt32 = 200_000

    let reporting: ReportOptions
    /// A run. It throws its exit status after it reported the reasons.
    let generate: () throws -> Void

    /// - Throws: The exit status of the first run if it lacks its input; later runs may fail.
    func run() throws -> Never {
        var isFirst = true
        while true {
            let log = try logged(isFirst: isFirst)
            isFirst = false
            reporting.say("watching \(counted(log.states.count, "file")); stop with Control-C")
            repeat { usleep(Self.interval) } while !log.isOutdated
            reporting.say("")
        }
    }

    private func logged(isFirst: Bool) throws -> FileLog {
        let log = FileLog()
        do {
            try FileLog.$current.withValue(log) { try generate() }
        } catch let status as ExitCode where !(isFirst && status == Exit.noInput) {
            // The reasons were reported; the next change may be their fix.
        }
        return log
    }
}
