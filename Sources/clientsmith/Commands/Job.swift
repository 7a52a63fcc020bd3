import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// What a command line asks for, read and ready: configuration, templates and the folder to write.
struct Job {
    private var workspace: Workspace
    private var tool: Tool
    let outputPath: String
    /// The record of names as it was read, and where it is.
    var record: (names: RecordFile, path: String)? { workspace.recordPath.map { (workspace.record, $0) } }
    let stopwatch: Stopwatch

    /// - Parameter needsOutput: Whether a configuration must say where to write.
    /// - Throws: The exit status, after every reason was reported.
    init(_ input: InputOptions, _ report: ReportOptions, needsOutput: Bool = true) throws {
        stopwatch = Stopwatch()
        if let document = input.document, let module = input.module, let output = input.output {
            workspace = try Workspace(
                document: document, module: try Identifier(argument: module), output: output,
                access: input.access ?? .public, only: input.part.part, overlays: input.reading.overlays,
                input.reading.limits, report)
            if let reason = workspace.configuration.objectionToModule {
                throw ValidationError("a module can't be named '\(module)': \(reason).")
            }
            outputPath = output
        } else {
            let path = Path.simplified(input.config ?? "specs/clientsmith.yaml")
            workspace = try Workspace(configuration: path, layout: input.layout, input.reading.limits, report)
            outputPath = try input.output ?? (needsOutput ? Self.output(of: workspace, path, report) : "")
        }
        try workspace.configuration.apply(input)
        let base = workspace.folder
        let configured = workspace.configuration.templates.map { Located(Path.joined(base, $0.value), at: $0.place) }
        let folder = input.templates.map { Located($0) } ?? configured
        let templates = if let folder { try ToolTemplates(folder: folder, in: workspace) } else { ToolTemplates() }
        tool = Tool(templates: templates)
    }

    /// Generates in memory and reports every finding.
    ///
    /// - Throws: The exit status of a refusal.
    func run(_ report: ReportOptions) throws -> (output: Output, problems: Problems) {
        let progress = Progress(report)
        let output = generate(
            workspace.configuration, from: workspace.files, with: tool, sources: workspace.sources
        ) { stage in
            stopwatch.begin(stage)
            progress.show(stage)
        }
        progress.clear()
        let problems = report.judged(output.problems)
        if problems.hasErrors || output.manifest == nil { throw report.refusal(problems, in: output.sources) }
        report.report(problems, in: output.sources)
        return (output, problems)
    }

    private static func output(of workspace: Workspace, _ path: String, _ report: ReportOptions) throws -> String {
        if let output = workspace.configuration.output { return Path.joined(workspace.folder, output.value) }
        throw report.failure(
            .missingOutput, "\(quote(path, limit: 200)) has no output folder",
            hint: "add `output`, or use `--output DIR`", status: Exit.refused)
    }
}

extension Configuration {
    /// Takes what a command line says in place of what the configuration does.
    fileprivate mutating func apply(_ input: InputOptions) throws {
        if let layout = input.layout { self.layout = layout }
        if let runtime = input.runtime { self.runtime = Located(try Identifier(argument: runtime)) }
    }
}

extension Identifier {
    /// The value of an option that must be a Swift identifier.
    init(argument: String) throws {
        guard let name = Identifier(argument) else {
            throw ValidationError(
                "'\(argument)' is not a Swift identifier: use ASCII letters, digits and '_', not starting with a digit."
            )
        }
        self = name
    }
}

extension ToolTemplates {
    /// The tool's templates with those of a folder in their places.
    fileprivate init(folder: Located<String>, in workspace: Workspace) throws {
        let limit = workspace.limits.bytes
        var problems = Problems()
        var found: [(path: String, contents: String)] = []
        do throws(SystemError) {
            for path in try System.files(below: folder.value) {
                let bytes = try System.read(Path.joined(folder.value, path), limit: limit)
                found.append((path, String(decoding: bytes, as: UTF8.self)))
            }
        } catch {
            problems.add(
                Diagnostic(
                    .error, .unreadableTemplates,
                    "the templates in \(quote(folder.value, limit: 200)) can't be read: "
                        + error.loadError(limit: limit).explanation, at: folder.place))
            throw workspace.refusal(problems, nil, status: folder.place == nil ? Exit.noInput : Exit.refused)
        }
        self.init(folder: folder.value, files: found, at: folder.place, problems: &problems)
        if problems.hasErrors { throw workspace.refusal(problems, nil) }
    }
}
