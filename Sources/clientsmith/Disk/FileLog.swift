#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The files that a run reads, or looks for, and their states.
///
/// A run reads on one thread, so nothing else changes the log meanwhile.
final class FileLog: @unchecked Sendable {
    /// The log of the run under way, if it is watched.
    @TaskLocal static var current: FileLog?

    /// What changes when a file is written or replaced; `nil` for a missing file.
    struct State: Equatable {
        private var seconds, nanoseconds, size: Int
        private var number: UInt64

        init?(_ path: String) {
            var status = stat()
            guard stat(path, &status) == 0 else { return nil }
            #if canImport(Darwin)
                (seconds, nanoseconds) = (status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec)
            #else
                (seconds, nanoseconds) = (status.st_mtim.tv_sec, status.st_mtim.tv_nsec)
            #endif
            (size, number) = (Int(status.st_size), UInt64(status.st_ino))
        }
    }

    /// By path, as each was when it was read first.
    private(set) var states: [String: State?] = [:]

    func add(_ path: String) {
        if states[path] == nil { states.updateValue(State(path), forKey: path) }
    }

    /// Takes the state of a file that the run itself wrote.
    func renew(_ path: String) { states.updateValue(State(path), forKey: path) }

    /// Whether a file is another one than the run read.
    var isOutdated: Bool { states.contains { path, state in State(path) != state } }
}
