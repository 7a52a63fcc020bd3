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
    func report(_ problems: Problems, in sources: SourceFiles) {
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

    private func isShown(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.severity {
        case .error: true
        case .remark: verbose
        case .repaired, .leftOut, .degraded: !quiet
        }
    }

    /// Whether a person watches the run on a terminal.
    var showsProgress: Bool { format == .human && !quiet && ProcessEnvironment.isTerminal }

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
