import ArgumentParser
import Generation

/// `clientsmith check`.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Tell whether the output on disk is what would be written now. Writes nothing.",
        discussion: """
            Ends with 0 where the output is current, 1 where a document has changed (the difference goes to standard output), 2 where only \
            the tool, a template or the configuration has, and 3 where a file was edited by hand, is missing, or is extra in a folder the \
            package is built from. 3 comes before 1, and 1 before 2.

            EXAMPLES:
              clientsmith check
              clientsmith check petstore.yaml --module Petstore --output PetstoreClient
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        let job = try Job(input, reporting)
        let output = try job.run(reporting)
        let disk: [String: [UInt8]]
        do {
            disk = try filesOnDisk(job.outputPath, output)
        } catch {
            Console.report("error: cannot read '\(job.outputPath)': \(error)\n")
            throw Exit.noInput
        }
        let check = Check(output, against: disk)
        describe(check)
        if check.state != .outputChanged, !check.findings.isEmpty { Console.print(difference(check, output, disk)) }
        if check.state != .current { throw ExitCode(check.state.rawValue) }
    }

    private func describe(_ check: Check) {
        if check.state == .current {
            reporting.say("the output is current")
            return
        }
        for reason in check.reasons { Console.report("\(reason)\n") }
        for finding in check.findings where check.state == .outputChanged || reporting.verbose {
            Console.report("\(finding.kind.rawValue): \(finding.path)\n")
        }
    }

    private func difference(_ check: Check, _ output: Output, _ disk: [String: [UInt8]]) -> String {
        var new: [String: [UInt8]] = [:]
        for file in output.allFiles { new[file.path] = file.bytes }
        return check.findings.map { UnifiedDiff.text(path: $0.path, old: disk[$0.path], new: new[$0.path]) }.joined()
    }
}
