import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What a run is at, on one line of a terminal that is gone when the run goes on; anything else is told nothing.
struct Progress {
    let isShown: Bool

    func show(_ stage: Stage) {
        if isShown { Console.report("\r\u{1B}[K\(stage.words) …") }
    }

    func clear() {
        if isShown { Console.report("\r\u{1B}[K") }
    }
}

extension ProcessEnvironment {
    /// Whether a person reads standard error, on a terminal that can take back a line.
    static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 && Self["TERM"] != "dumb" }
}

extension Stage {
    fileprivate var words: String {
        switch self {
        case .configuration: "reading the configuration"
        case .read: "reading documents"
        case .resolve: "following references"
        case .lower: "resolving types"
        case .name: "assigning names"
        case .templates: "reading templates"
        case .render: "rendering files"
        case .layOut: "laying out files"
        case .manifest: "hashing files"
        case .write: "writing files"
        }
    }
}
