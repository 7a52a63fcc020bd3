import ArgumentParser
import Diagnostics
import Generation

/// How findings are reported.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case human, json, github }

    @Option(help: "The format of messages: text, JSON objects, or commands of GitHub Actions.")
    var format: Format = .human

    @Flag(help: "Treat repairs, omissions and weakened types as errors.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Print only errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Print every finding, the changes to each file, and the time taken.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("'--quiet' and '--verbose' can't be combined.") }
    }

    /// The findings as this run takes them: under `--strict`, what weakens the output is an error.
    func judged(_ problems: Problems) -> Problems { strict ? problems.strict() : problems }

    /// Writes findings to standard error.
    func report(_ problems: Problems, in sources: SourceFiles = SourceFiles()) {
        var shown = Problems()
        for diagnostic in problems.diagnostics where isShown(diagnostic) { shown.add(diagnostic) }
        guard !shown.diagnostics.isEmpty else { return }
        let report = Report(shown, in: sources)
        let folding: Report.Folding = verbose ? .none : .repeated
        switch format {
        case .human: Console.report(report.text(colour: ProcessEnvironment.allowsColour, folding: folding))
        case .json: Console.report(report.json())
        case .github: Console.report(report.github(folding: folding))
        }
    }

    /// Writes an error that has no place in a file.
    func fail(_ kind: Diagnostic.Kind, _ message: String, hint: String? = nil) {
        var problems = Problems()
        problems.add(Diagnostic(.error, kind, message, at: nil, hint: hint))
        report(problems)
    }

    private func isShown(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.severity {
        case .error: true
        case .remark: verbose
        case .repaired, .leftOut, .degraded: !quiet
        }
    }

    /// A sentence for people, where they want any.
    func say(_ text: @autoclosure () -> String) {
        if !quiet, format == .human { Console.report(escaped(text()) + "\n") }
    }

    /// A sentence for people who want every one.
    func detail(_ text: @autoclosure () -> String) {
        if verbose { say(text()) }
    }

    /// The last line of a run: what was done, and what was found on the way.
    func summarize(_ done: String, _ problems: Problems, in sources: SourceFiles) {
        let found = Report(problems, in: sources).summary
        let hidesRemarks = !verbose && problems.diagnostics.contains { $0.severity == .remark }
        say(found.isEmpty ? done : "\(done); \(found)\(hidesRemarks ? ", shown with `--verbose`" : "")")
    }
}

// MARK: Ends of a run

extension ReportOptions {
    /// Reports why a run did nothing.
    ///
    /// - Parameters:
    ///   - summary: The last line; `nil` for none.
    ///   - status: The exit status, if the findings do not decide it.
    /// - Returns: The exit status.
    func refusal(
        _ problems: Problems, in sources: SourceFiles = SourceFiles(), _ summary: String? = "nothing written",
        status: ExitCode? = nil
    ) -> ExitCode {
        report(problems, in: sources)
        if let summary { summarize(summary, problems, in: sources) }
        return status ?? (problems.lackInput ? Exit.noInput : Exit.refused)
    }

    /// Reports an error that has no location, and returns the exit status.
    func failure(_ kind: Diagnostic.Kind, _ message: String, hint: String? = nil, status: ExitCode) -> ExitCode {
        fail(kind, message, hint: hint)
        return status
    }

    /// Reports that the system failed, and returns the exit status.
    ///
    /// - Parameter action: What could not be done. For example: `write below`.
    func systemFailure(_ action: String, _ path: String, _ error: SystemError) -> ExitCode {
        failure(.system, "can't \(action) \(quote(path, limit: 200)): \(error)", status: Exit.systemFailure)
    }

    /// Reports files that would be overwritten, and returns the exit status.
    func occupied(_ files: [(path: String, reason: String, hint: String)]) -> ExitCode {
        var problems = Problems()
        for file in files {
            problems.add(
                Diagnostic(
                    .error, .occupied, "\(quote(file.path, limit: 200)) \(file.reason)", at: nil, hint: file.hint))
        }
        return refusal(problems, status: Exit.unusableOutput)
    }

    /// Says that another run writes to a file or folder.
    func sayWaiting(for path: String) { say("waiting for another run that writes to \(path)") }
}
