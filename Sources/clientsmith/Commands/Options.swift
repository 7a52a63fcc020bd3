import ArgumentParser
import Diagnostics

/// How findings are reported.
struct ReportOptions: ParsableArguments {
    enum Format: String, ExpressibleByArgument, CaseIterable { case human, json, github }

    @Option(help: "How messages are written: for people, as JSON, or as GitHub annotations.")
    var format: Format = .human

    @Flag(help: "Refuse a document where anything had to be repaired, left out or weakened.")
    var strict = false

    @Flag(name: .shortAndLong, help: "Say nothing but errors.")
    var quiet = false

    @Flag(name: .shortAndLong, help: "Say what was done to each file.")
    var verbose = false

    func validate() throws {
        if quiet && verbose { throw ValidationError("'--quiet' and '--verbose' exclude each other.") }
    }

    /// The findings as this run takes them: under `--strict`, what weakens the output is an error.
    func judged(_ problems: Problems) -> Problems { strict ? problems.strict() : problems }

    /// Writes findings to standard error.
    func report(_ problems: Problems, in sources: SourceFiles) {
        var shown = Problems()
        for diagnostic in problems.diagnostics where isShown(diagnostic) { shown.add(diagnostic) }
        let report = Report(shown, in: sources)
        switch format {
        case .human: Console.report(report.text(colour: ProcessEnvironment.allowsColour))
        case .json: Console.report(report.json())
        case .github: Console.report(report.github())
        }
    }

    private func isShown(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.severity {
        case .error: true
        case .remark: verbose
        case .repaired, .leftOut, .degraded: !quiet
        }
    }

    /// A sentence for people, where they want any.
    func say(_ text: String) {
        if !quiet, format == .human { Console.report(text + "\n") }
    }
}

/// What is to be generated: a configuration, or one document.
struct InputOptions: ParsableArguments {
    @Argument(help: "An OpenAPI document, or '-' for standard input. Without one the configuration is used.")
    var document: String?

    @Option(help: "The configuration.")
    var config: String?

    @Option(help: "The module a single document becomes.")
    var module: String?

    @Option(name: .shortAndLong, help: "The folder of the package.")
    var output: String?

    @Option(help: "A folder whose templates replace the tool's own of the same path.")
    var templates: String?

    func validate() throws {
        if document != nil {
            if module == nil { throw ValidationError("a single document needs '--module NAME'.") }
            if output == nil { throw ValidationError("a single document needs '--output DIR'.") }
            if config != nil { throw ValidationError("give a document or '--config', not both.") }
        } else if module != nil {
            throw ValidationError("'--module' goes with a single document.")
        }
    }
}
