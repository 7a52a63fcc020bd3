import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// What a command line asks for, read and ready: configuration, templates and the folder to write.
struct Job {
    private var configuration: Configuration
    private var files: DiskFiles
    private var tool: Tool
    private var sources: SourceFiles
    let outputPath: String
    let stopwatch: Stopwatch

    /// - Throws: The exit status, after every reason was reported.
    init(_ input: InputOptions, _ report: ReportOptions) throws {
        let choices = input.reading
        var sources = SourceFiles()
        stopwatch = Stopwatch()
        if let document = input.document, let module = input.module, let output = input.output {
            configuration = try Self.configuration(document, module, output, input)
            configuration.clients[0].overlays = choices.overlays.map { Located($0) }
            configuration.limits = choices.limits.applied(to: configuration.limits)
            files = try DiskFiles(reading: document, limit: configuration.limits.bytes, report)
            outputPath = output
        } else {
            let path = Path.simplified(input.config ?? "specs/clientsmith.yaml")
            let folder = Path.folder(of: path)
            configuration = try Self.configuration(
                path, from: DiskFiles(limit: Limits().bytes), layout: input.layout, report, &sources)
            configuration.limits = choices.limits.applied(to: configuration.limits)
            files = DiskFiles(folder: folder, limit: configuration.limits.bytes)
            outputPath = try input.output ?? Self.output(of: configuration, in: folder, path, report)
        }
        try configuration.apply(input)
        let base = files.folder ?? "."
        let configured = configuration.templates.map { Located(Path.joined(base, $0.value), at: $0.place) }
        let folder = input.templates.map { Located($0) } ?? configured
        let templates = try folder.map { try ToolTemplates(folder: $0, report, sources) }
        tool = Tool(templates: templates ?? ToolTemplates())
        self.sources = sources
    }

    /// Generates in memory and reports every finding.
    ///
    /// - Throws: The exit status of a refusal.
    func run(_ report: ReportOptions) throws -> (output: Output, problems: Problems) {
        let progress = Progress(report)
        let output = generate(configuration, from: files, with: tool, sources: sources) { stage in
            stopwatch.begin(stage)
            progress.show(stage)
        }
        progress.clear()
        let problems = report.judged(output.problems)
        report.report(problems, in: output.sources)
        guard problems.hasErrors || output.manifest == nil else { return (output, problems) }
        report.summarize("nothing written", problems, in: output.sources)
        throw problems.lackInput ? Exit.noInput : Exit.refused
    }

    private static func configuration(
        _ document: String, _ module: String, _ output: String, _ input: InputOptions
    ) throws -> Configuration {
        let configuration = Configuration(
            document: document, module: try Identifier(argument: module), output: output,
            access: input.access ?? .public, only: input.part.part)
        if let reason = configuration.objectionToModule {
            throw ValidationError("a module can't be called '\(module)': \(reason).")
        }
        return configuration
    }

    private static func output(
        of configuration: Configuration, in folder: String, _ path: String, _ report: ReportOptions
    ) throws -> String {
        if let output = configuration.output { return Path.joined(folder, output.value) }
        report.fail(
            "missing-output", "\(quote(path, limit: 200)) does not say where to write",
            hint: "give it `output`, or give `--output DIR`")
        throw Exit.refused
    }

    /// Reads the configuration at a path.
    ///
    /// - Throws: The exit status, after every reason was reported.
    static func configuration(
        _ path: String, from input: some InputFiles, layout: Configuration.Layout? = nil, _ report: ReportOptions,
        _ sources: inout SourceFiles
    ) throws -> Configuration {
        let limits = Limits()
        var problems = Problems()
        do {
            let file = try input.document(path)
            let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
            if let tree, !problems.hasErrors, let read = Configuration(tree, layout: layout, problems: &problems) {
                return read
            }
        } catch {
            report.fail(
                "unreadable-configuration",
                "the configuration \(quote(path, limit: 200)) can't be read: \(error.explanation)",
                hint: "name one with `--config FILE`, or a document with `--module NAME --output DIR`")
            throw Exit.noInput
        }
        report.report(problems, in: sources)
        report.summarize("nothing written", problems, in: sources)
        throw Exit.refused
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
                "'\(argument)' is no Swift identifier: use ASCII letters, digits and '_', with no digit in front.")
        }
        self = name
    }
}

extension DiskFiles {
    /// The files of a document a command line names; standard input is read at once.
    init(reading document: String, limit: Int, _ report: ReportOptions) throws {
        do {
            self.init(limit: limit, standardInput: document == "-" ? try Console.standardInput(limit: limit) : nil)
        } catch {
            report.fail("unreadable-document", "standard input can't be read: \(error.reason)")
            throw Exit.noInput
        }
    }
}

extension ToolTemplates {
    /// The tool's templates with those of a folder in their places.
    fileprivate init(folder: Located<String>, _ report: ReportOptions, _ sources: SourceFiles) throws {
        let limit = Limits().bytes
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
                    .error, "unreadable-templates",
                    "the templates in \(quote(folder.value, limit: 200)) can't be read: "
                        + error.loadError(limit: limit).explanation, at: folder.place))
            report.report(problems, in: sources)
            throw folder.place == nil ? Exit.noInput : Exit.refused
        }
        self.init(folder: folder.value, files: found, at: folder.place, problems: &problems)
        guard problems.hasErrors else { return }
        report.report(problems, in: sources)
        throw Exit.refused
    }
}
