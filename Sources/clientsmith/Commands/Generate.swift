import ArgumentParser
import Diagnostics
import Generation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// `clientsmith generate`.
struct Generate: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Generate the package of a configuration, or of a single document.",
        discussion: """
            Unchanged files are not written again, and files that are no longer generated are removed. Files that were edited, or that the \
            tool did not write, are neither overwritten nor removed: the command exits with status 73 and writes nothing.

            EXAMPLES:
              clientsmith generate
              clientsmith generate --config api/clientsmith.yaml
              clientsmith generate --watch
              clientsmith generate petstore.yaml --module Petstore --output PetstoreClient
              cat petstore.json | clientsmith generate - --module Petstore --output PetstoreClient
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var reporting: ReportOptions

    @Flag(help: "Overwrite generated files that were edited by hand. Other files stay unchanged.")
    var overwriteEdited = false

    @Flag(help: "Read the record of names but do not write it; warn if there is one that lacks names.")
    var frozenNames = false

    @Flag(help: "Write the record of names and nothing else.")
    var namesOnly = false

    @Flag(help: "Generate again after each change of the configuration, a document or a template.")
    var watch = false

    @Option(
        help: ArgumentHelp("A file for the time and memory of each stage, as JSON.", valueName: "file"),
        completion: .file(extensions: ["json"]))
    var timings: String?

    func validate() throws {
        if watch, input.source.document == "-" { throw ValidationError("standard input can't be watched.") }
        if frozenNames, namesOnly { throw ValidationError("give '--frozen-names' or '--names-only', not both.") }
    }

    func run() throws {
        if watch { try Watch(reporting: reporting) { _ = try write() }.run() }
        // Documents, models and files need not be taken apart piece by piece.
        withExtendedLifetime(try write()) { Self.exit() }
    }

    /// Generates, writes, and returns what was generated.
    func write() throws -> Output {
        let stopwatch = Stopwatch()
        var workspace = try Workspace(reporting, input.reading.limits.given).opening(input, needsOutput: !namesOnly)
        let (output, problems) = try workspace.generate(stopwatch)
        stopwatch.begin(.write)
        if !namesOnly {
            let result = try write(output, in: workspace)
            describe(result)
            reporting.detail(stopwatch.summary)
            try record(output, in: workspace)
            workspace.summarize(result.summary, problems)
            try timings.map { try writeTimings(stopwatch, to: $0, in: workspace) }
        } else {
            try record(output, in: workspace)
        }
        return output
    }

    private func write(_ output: Output, in workspace: Workspace) throws -> PackageWriter.Result {
        let path = workspace.outputPath
        var writer = PackageWriter(overwritesEdited: overwriteEdited)
        writer.onWait = { workspace.sayWaiting(for: path) }
        do throws(PackageWriter.Failure) {
            return try writer.write(output, to: path)
        } catch {
            throw explain(error, in: workspace)
        }
    }

    /// Writes the names that the next run has to keep.
    private func record(_ output: Output, in workspace: Workspace) throws {
        guard let (names, path) = workspace.record, names != output.record else { return }
        let added = output.record.additions(to: names)
        for text in added.texts { reporting.detail("recorded \(text)") }
        if frozenNames {
            guard !added.isEmpty else { return }
            // Who keeps no record has decided so.
            let severity: Diagnostic.Severity = names.isEmpty ? .remark : .degraded
            var problems = Problems()
            problems.add(
                Diagnostic(
                    severity, .unrecordedNames,
                    "\(added.summary) can change when the document does: \(quote(path, limit: 200)) lacks them",
                    at: nil, hint: "run `clientsmith generate` without `--frozen-names` once, and check the file in"))
            workspace.report(problems)
            return
        }
        do throws(SystemError) {
            var folder = try OutputFolder(Path.folder(of: path), isCreated: true)
            try folder.lock { workspace.sayWaiting(for: path) }
            let name = Path.relative(path, to: Path.folder(of: path)) ?? path
            _ = try folder.read(name)
            try folder.place([OutputFile(path: name, bytes: output.record.render())])
            FileLog.current?.renew(path)
        } catch {
            throw workspace.systemFailure("write", path, error)
        }
        if !added.isEmpty { reporting.say("\(added.summary) recorded in \(path)") }
    }

    private func writeTimings(_ stopwatch: Stopwatch, to path: String, in workspace: Workspace) throws {
        do throws(SystemError) {
            let file = try System.open(path, flags: O_WRONLY | O_CREAT | O_TRUNC)
            defer { System.close(file) }
            try System.write(Array(stopwatch.json.utf8), to: file, path: path)
        } catch {
            throw workspace.systemFailure("write", path, error)
        }
    }

    private func describe(_ result: PackageWriter.Result) {
        for path in result.written { reporting.detail("wrote \(path)") }
        for path in result.removed { reporting.detail("removed \(path)") }
        for path in result.kept {
            reporting.say("\(path) is no longer generated; it is kept because it was edited")
        }
    }

    /// Reports why nothing was written, and returns the exit status.
    private func explain(_ failure: PackageWriter.Failure, in workspace: Workspace) -> ExitCode {
        let path = workspace.outputPath
        return switch failure {
        case .occupied(let foreign, let edited):
            workspace.occupied(
                foreign.map { (path + "/" + $0, "was not written by clientsmith", "move it away") }
                    + edited.map {
                        (
                            path + "/" + $0, "was edited since clientsmith wrote it",
                            "move it away, or use `--overwrite-edited`"
                        )
                    })
        case .unsuitable(let reason): workspace.failure(.unusableOutput, reason)
        case .system(let error): workspace.systemFailure("write below", path, error)
        }
    }
}

extension PackageWriter.Result {
    /// For example: `7 files written, 31 unchanged, 1 removed`.
    var summary: String {
        var parts = ["\(written.count) \(written.count == 1 ? "file" : "files") written", "\(unchanged) unchanged"]
        if !removed.isEmpty { parts.append("\(removed.count) removed") }
        return parts.joined(separator: ", ")
    }
}
