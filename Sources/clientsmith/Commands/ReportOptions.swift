import ArgumentParser
import Diagnostics

/// How findings are reported.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case human, json, github }

    @Option(help: "How messages are written: for people, as JSON objects, or as commands of GitHub Actions.")
    var format: Format = .human

    @Flag(help: "Refuse a document where anything had to be repaired, left out or weakened.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Show every finding, what was done to each file, and how long it took.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
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
    func fail(_ kind: String, _ message: String, hint: String? = nil) {
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
        say(found.isEmpty ? done : "\(done); \(found)")
    }
}
