import ArgumentParser
import Changes
import Diagnostics
import Generation

/// `clientsmith diff`.
struct Diff: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "List the changes between two versions of a document, for the service and for Swift callers.",
        discussion: """
            A change breaks the wire if the service rejects requests of programs built for the old version, or returns responses that they do \
            not expect: a request must not narrow, and a response must not widen. A change breaks Swift callers if they do not compile against \
            the new client, or do something else. Other changes are safe.

            A version is a document, a document at a revision of a git repository ('git:REVISION:PATH'), or the output of 'clientsmith model'. \
            To compare two versions of the tool, compare the models that they print for one document.

            Reviewers accept changes in a file, by the ID in the output:
              accepted:
                - change: property-removed Pet.age
                  reason: The service never returned it.

            EXAMPLES:
              clientsmith diff petstore-1.yaml petstore-2.yaml
              clientsmith diff git:v1.0.0:api/petstore.yaml api/petstore.yaml --fail-on swift
              clientsmith diff --since origin/main --markdown
              clientsmith diff old-model.json petstore.yaml --module Petstore
            """)

    @Argument(
        help: ArgumentHelp("The old version, and the new one.", valueName: "version"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var versions: [String] = []

    @Option(help: ArgumentHelp("The module of the document. (default: Client)", valueName: "name"))
    var module: String?

    @Option(
        help: ArgumentHelp(
            "Compare every client of the configuration with its version at a git revision.", valueName: "revision"))
    var since: String?

    @Option(
        help: ArgumentHelp("The configuration, with '--since'. (default: \(Workspace.defaultPath))", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    @Option(
        help: """
            Compare for callers of this layout: with 'sources' and 'fixed' they are in the client's own module. \
            (default: the configuration's, or package)
            """)
    var layout: Configuration.Layout?

    @Option(
        help: ArgumentHelp("A file with accepted changes.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var accepted: String?

    @Option(
        help: ArgumentHelp(
            "Exit with status 1 if a change breaks the wire, if one breaks Swift callers or the wire, or if anything changed.",
            valueName: "wire|swift|any"))
    var failOn: Threshold?

    @Option(
        help: ArgumentHelp("The current version of the package, to suggest the next one.", valueName: "version"))
    var currentVersion: String?

    @Flag(help: "Print Markdown, for a pull request.")
    var markdown = false

    @OptionGroup var limits: LimitOptions
    @OptionGroup var reporting: ReportOptions

    enum Threshold: String, ExpressibleByArgument, CaseIterable {
        case wire, swift, any

        var verdict: Change.Verdict {
            switch self {
            case .wire: .wire
            case .swift: .swift
            case .any: .safe
            }
        }
    }

    func validate() throws {
        if since == nil {
            guard versions.count == 2 else {
                throw ValidationError("specify the old and the new version, or '--since'.")
            }
            if config != nil { throw ValidationError("'--config' requires '--since'.") }
        } else {
            guard versions.isEmpty else { throw ValidationError("specify two versions or '--since', not both.") }
            if module != nil { throw ValidationError("'--module' requires two versions.") }
        }
        if let currentVersion, SemanticVersion(currentVersion) == nil {
            throw ValidationError("'\(currentVersion)' is not a version such as '1.4.2'.")
        }
        if markdown, reporting.format != .human {
            throw ValidationError("specify '--markdown' or '--format', not both.")
        }
    }

    func run() throws {
        var comparing = Comparing(workspace: Workspace(reporting, limits.given), layout: layout)
        var accepting = try accepted.map { try comparing.accepted($0) } ?? AcceptedChanges()
        let found =
            if let since {
                try comparing.clients(since: since, configuration: config ?? Workspace.defaultPath)
            } else {
                try [comparing.versions(versions[0], versions[1], module: module ?? "Client")]
            }
        let reports = found.map { accepting.report(on: $0.changes, of: $0.module) }
        var problems = Problems()
        accepting.reportUnused(&problems)
        comparing.workspace.report(problems)
        let current = currentVersion.flatMap { SemanticVersion($0) }
        show(ChangeReports(reports, in: comparing.workspace.sources, current: current))
        if let failOn, reports.contains(where: { $0.has(failOn.verdict) }) { throw Exit.changed }
    }

    private func show(_ reports: ChangeReports) {
        switch reporting.format {
        case .human: Console.print(markdown ? reports.markdown() : reports.text())
        case .json: Console.print(reports.json())
        case .github: Console.print(reports.github())
        }
    }
}
