import ArgumentParser
import Diagnostics
import Generation

/// `clientsmith check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell whether the output on disk is what would be written now. Writes nothing.",
        discussion: """
            Ends with 0 where the output is current, 1 where a document has changed, 2 where only the tool, a template or the configuration \
            has, and 3 where a file was edited by hand, is missing, or is extra. 3 comes before 1, and 1 before 2. The difference goes to \
            standard output.

            Extra is every file that was not generated but hidden ones and Package.resolved. Comments, formatting and the order of keys that \
            change nothing in the output do not count as a change of a document.

            EXAMPLES:
              clientsmith check
              clientsmith check petstore.yaml --module Petstore --output PetstoreClient
              clientsmith check --format json | jq .reasons
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        let job = try Job(input, reporting)
        let (output, problems) = try job.run(reporting)
        job.stopwatch.begin(.write)
        let disk: [String: [UInt8]]
        do {
            disk = try filesOnDisk(job.outputPath)
        } catch {
            reporting.fail("system", "can't read \(quote(job.outputPath, limit: 200)): \(error)")
            throw Exit.systemFailure
        }
        let check = Check(output, record: job.record, against: disk)
        switch reporting.format {
        case .human: describe(check, job.outputPath)
        case .json: Console.print(check.json(output, disk))
        case .github: annotate(check, job.outputPath)
        }
        if reporting.format != .json, !reporting.quiet { Console.print(check.difference(output, disk)) }
        reporting.detail(job.stopwatch.summary)
        if check.state != .current { throw ExitCode(check.state.rawValue) }
        reporting.summarize("\(job.outputPath) is current", problems, in: output.sources)
    }

    private func describe(_ check: Check, _ path: String) {
        guard check.state != .current else { return }
        let findings = check.findings.map { "  \($0.kind.rawValue): \(escaped(path + "/" + $0.path))\n" }
        Console.report(
            "\(escaped(path)) is not current: \(check.reasons.joined(separator: "; "))\n\(findings.joined())"
                + "hint: \(check.remedy)\n")
    }

    private func annotate(_ check: Check, _ path: String) {
        guard check.state != .current else { return }
        var problems = Problems()
        for reason in check.reasons { problems.add(Diagnostic(.error, "check", "\(path): \(reason)", at: nil)) }
        for finding in check.findings {
            problems.add(
                Diagnostic(.error, "check-\(finding.kind)", "\(path)/\(finding.path): \(finding.kind)", at: nil))
        }
        reporting.report(problems)
    }
}

extension Check {
    fileprivate var remedy: String {
        let isEdited = findings.contains { $0.kind == .edited }
        let isExtra = findings.contains { $0.kind == .extra && $0.path != Manifest.pendingFileName }
        switch (isEdited, isExtra) {
        case (true, _):
            return "take the edits back, or write the files anew with `clientsmith generate --overwrite-edited`"
        case (false, true): return "move what is extra away"
        case (false, false): return "run `clientsmith generate`"
        }
    }
}
