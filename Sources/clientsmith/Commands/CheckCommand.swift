import ArgumentParser
import Diagnostics
import Generation

/// `clientsmith check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check whether the output on disk is current. Writes nothing.",
        discussion: """
            Exit with status 0 if the output is current, 1 if a document has changed, 2 if only the tool, a template or the configuration has \
            changed, and 3 if a file was edited, is missing, or is extra. 3 takes precedence over 1, and 1 over 2. The difference is printed to \
            standard output.

            All files that were not generated are extra, except hidden files and Package.resolved. Changes of comments, formatting or the order \
            of keys that do not affect the output do not count.

            EXAMPLES:
              clientsmith check
              clientsmith check petstore.yaml --module Petstore --output PetstoreClient
              clientsmith check --format json | jq .reasons
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        let stopwatch = Stopwatch()
        var workspace = try Workspace(reporting, input.reading.limits.given).opening(input)
        let (output, problems) = try workspace.generate(stopwatch)
        stopwatch.begin(.write)
        let path = workspace.outputPath
        let disk: [String: [UInt8]]
        do {
            disk = try filesOnDisk(path)
        } catch {
            throw workspace.systemFailure("read", path, error)
        }
        let check = Check(output, record: workspace.record, against: disk)
        switch reporting.format {
        case .human: describe(check, path)
        case .json: Console.print(check.json(output, disk))
        case .github: annotate(check, in: workspace)
        }
        if reporting.format != .json, !reporting.quiet { Console.print(check.difference(output, disk)) }
        reporting.detail(stopwatch.summary)
        if check.state != .current { throw Exit.status(of: check.state) }
        workspace.summarize("\(path) is current", problems)
    }

    private func describe(_ check: Check, _ path: String) {
        guard check.state != .current else { return }
        let findings = check.findings.map { "  \($0.kind.rawValue): \(escaped(path + "/" + $0.path))\n" }
        Console.report(
            "\(escaped(path)) is not current: \(check.reasons.joined(separator: "; "))\n\(findings.joined())"
                + "hint: \(check.remedy)\n")
    }

    private func annotate(_ check: Check, in workspace: Workspace) {
        guard check.state != .current else { return }
        let path = workspace.outputPath
        var problems = Problems()
        for reason in check.reasons { problems.add(Diagnostic(.error, .check, "\(path): \(reason)", at: nil)) }
        for finding in check.findings {
            problems.add(
                Diagnostic(.error, finding.kind.diagnosticKind, "\(path)/\(finding.path): \(finding.kind)", at: nil))
        }
        workspace.report(problems)
    }
}

extension Check {
    fileprivate var remedy: String {
        let isEdited = findings.contains { $0.kind == .edited }
        let isExtra = findings.contains { $0.kind == .extra && $0.path != Manifest.pendingFileName }
        switch (isEdited, isExtra) {
        case (true, _):
            return "revert the edits, or overwrite them with `clientsmith generate --overwrite-edited`"
        case (false, true): return "move extra files away"
        case (false, false): return "run `clientsmith generate`"
        }
    }
}
