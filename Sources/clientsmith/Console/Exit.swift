import ArgumentParser

/// How the process ends, by the numbers of sysexits(3). 64, a wrong command line, is ArgumentParser's.
enum Exit {
    /// A document, configuration or template is refused.
    static let refused = ExitCode(65)
    /// A file named on the command line can't be read.
    static let noInput = ExitCode(66)
    /// A document can't be had from where it comes from.
    static let unavailable = ExitCode(69)
    /// The output folder can't be used.
    static let unusableOutput = ExitCode(73)
    /// The system failed to read or write the output.
    static let systemFailure = ExitCode(74)
}
