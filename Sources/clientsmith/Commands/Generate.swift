import ArgumentParser
import Diagnostics
import Generation

/// `clientsmith generate`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write the packages a configuration asks for, or one of a single document.",
        discussion: """
            Files whose bytes are right already are not touched. Files of a schema that is gone are removed. What the tool did not \
            write, or what was edited since, is neither overwritten nor removed: the run ends with status 73 and writes nothing.

            EXAMPLES:
              clientsmith generate
              clientsmith generate --config api/clientsmith.yaml
              clientsmith generate petstore.yaml --module Petstore --output PetstoreClient
              cat petstore.json | clientsmith generate - --module Petstore --output PetstoreClient
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reporting: ReportOptions

    @Flag(help: "Overwrite generated files that were edited by hand. Files the tool never wrote stay as they are.")
    var overwriteEdited = false

    func run() throws {
        let job = try Job(input, reporting)
        let output = try job.run(reporting)
        let writer = PackageWriter(overwritesEdited: overwriteEdited)
        do {
            let result = try writer.write(output, to: job.outputPath)
            describe(result, output)
        } catch {
            explain(error, job.outputPath)
            throw Exit.cannotWrite
        }
    }

    private func describe(_ result: PackageWriter.Result, _ output: Output) {
        if reporting.verbose {
            for path in result.written { reporting.say("wrote \(path)") }
            for path in result.removed { reporting.say("removed \(path)") }
        }
        var parts = ["\(result.written.count) written", "\(result.unchanged) unchanged"]
        if !result.removed.isEmpty { parts.append("\(result.removed.count) removed") }
        reporting.say("files: \(parts.joined(separator: ", "))")
    }

    private func explain(_ failure: PackageWriter.Failure, _ path: String) {
        switch failure {
        case .occupied(let paths):
            for path in paths.prefix(20) {
                Console.report("error: \(path) was not written by clientsmith, or was edited since\n")
            }
            if paths.count > 20 { Console.report("error: and \(paths.count - 20) more\n") }
            Console.report(
                "  hint: move them away; with '--overwrite-edited', files that were generated before are written again\n"
            )
        case .unsuitable(let reason): Console.report("error: \(reason)\n")
        case .system(let error): Console.report("error: cannot write below '\(path)': \(error)\n")
        }
    }
}
