import ArgumentParser
import Diagnostics
import Generation

/// How the process ends, by the numbers of sysexits(3). 64, a wrong command line, is ArgumentParser's.
enum Exit {
    /// A document, configuration or template is refused.
    static let refused = ExitCode(65)
    /// A file named on the command line can't be read.
    static let noInput = ExitCode(66)
    /// A document can't be fetched from its source.
    static let unavailable = ExitCode(69)
    /// The output folder can't be used.
    static let unusableOutput = ExitCode(73)
    /// The system failed to read or write the output.
    static let systemFailure = ExitCode(74)
    /// `diff` found a change of the kind that `--fail-on` names.
    static let changed = ExitCode(1)

    /// The exit status of a run that its errors ended. The first error that is more than a refusal decides it.
    static func status(of problems: Problems...) -> ExitCode {
        let errors = problems.lazy.flatMap(\.diagnostics).filter { $0.severity == .error }
        return errors.compactMap(status).first ?? refused
    }

    /// The exit status of `check`.
    static func status(of state: Check.State) -> ExitCode { ExitCode(state.rawValue) }

    /// The exit status that an error demands; `nil` if it refuses the input.
    private static func status(of error: Diagnostic) -> ExitCode? {
        switch Diagnostic.Kind(rawValue: error.kind) {
        // A file without a location is named on the command line. One that a configuration names is a mistake in that.
        case .unreadableDocument, .unreadableConfiguration, .unreadableRecord, .unreadableAcceptance,
            .unreadableTemplates:
            error.place == nil ? noInput : nil
        case .unavailable: unavailable
        case .unusableOutput, .occupied: unusableOutput
        case .system: systemFailure
        default: nil
        }
    }
}

extension Problems {
    /// Whether a file that the command line names can't be read.
    var lackInput: Bool { hasErrors && Exit.status(of: self) == Exit.noInput }
}
