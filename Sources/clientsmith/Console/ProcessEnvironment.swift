#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The variables the process was started with, read without Foundation.
enum ProcessEnvironment {
    static subscript(name: String) -> String? { getenv(name).map { String(cString: $0) } }

    /// Whether text for people on standard error may be coloured: a terminal, and `NO_COLOR` unset or empty.
    static var allowsColour: Bool {
        isatty(STDERR_FILENO) == 1 && (Self["NO_COLOR"] ?? "").isEmpty && Self["TERM"] != "dumb"
    }
}

/// Standard output and standard error, each text written at once.
enum Console {
    static func print(_ text: String) { write(text, to: STDOUT_FILENO) }
    static func report(_ text: String) { write(text, to: STDERR_FILENO) }

    private static func write(_ text: String, to descriptor: Int32) {
        // A reader that has gone away is no fault of this run.
        try? System.write(Array(text.utf8), to: descriptor, path: "")
    }

    static func standardInput(limit: Int) throws(SystemError) -> [UInt8] {
        try System.read(STDIN_FILENO, path: "<stdin>", size: 1 << 16, limit: limit)
    }
}
