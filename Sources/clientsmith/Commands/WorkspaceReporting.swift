import ArgumentParser
import Diagnostics
import Generation

extension Workspace {
    /// Writes findings to standard error.
    func report(_ problems: Problems) { reporting.report(problems, in: sources) }

    /// The last line of a run: what was done, and what was found on the way.
    func summarize(_ done: String, _ problems: Problems) { reporting.summarize(done, problems, in: sources) }

    /// Says that another run writes to a file or folder.
    func sayWaiting(for path: String) { reporting.say("waiting for another run that writes to \(path)") }
}

// MARK: Ends of a run

extension Workspace {
    /// Reports why a run did nothing.
    ///
    /// - Parameters:
    ///   - summary: The last line; `nil` for none.
    ///   - status: The exit status, if the findings do not decide it.
    /// - Returns: The exit status.
    func refusal(
        _ problems: Problems, _ summary: String? = "nothing written", status: ExitCode? = nil
    ) -> ExitCode {
        report(problems)
        if let summary { summarize(summary, problems) }
        return status ?? Exit.status(of: problems)
    }

    /// Reports an error that has no location, and returns the exit status.
    ///
    /// - Parameter status: The exit status, if the kind does not decide it.
    func failure(
        _ kind: Diagnostic.Kind, _ message: String, hint: String? = nil, status: ExitCode? = nil
    ) -> ExitCode {
        var problems = Problems()
        problems.add(Diagnostic(.error, kind, message, at: nil, hint: hint))
        return refusal(problems, nil, status: status)
    }

    /// Reports that the system failed, and returns the exit status.
    ///
    /// - Parameter action: What could not be done. For example: `write below`.
    func systemFailure(_ action: String, _ path: String, _ error: SystemError) -> ExitCode {
        failure(.system, "can't \(action) \(quote(path, limit: 200)): \(error)")
    }

    /// Reports files that would be overwritten, and returns the exit status.
    func occupied(_ files: [(path: String, reason: String, hint: String)]) -> ExitCode {
        var problems = Problems()
        for file in files {
            problems.add(
                Diagnostic(
                    .error, .occupied, "\(quote(file.path, limit: 200)) \(file.reason)", at: nil, hint: file.hint))
        }
        return refusal(problems)
    }
}
