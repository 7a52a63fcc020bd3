import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

extension Workspace {
    /// Opens what a command line asks for: a configuration or one document, with the templates to use.
    ///
    /// - Parameter needsOutput: Whether a configuration must say where to write.
    /// - Throws: The exit status, after every reason was reported.
    func opening(_ input: InputOptions, needsOutput: Bool = true) throws -> Workspace {
        var new: Workspace
        if let document = input.source.document, let module = input.module, let output = input.output {
            new = try opening(
                document: document, module: try Identifier(argument: module), output: output,
                access: input.access ?? .public, only: input.part.part, overlays: input.reading.overlays)
            new.outputPath = output
            if let reason = new.configuration.objectionToModule {
                throw ValidationError("a module can't be named '\(module)': \(reason).")
            }
        } else {
            new = try opening(configuration: input.source.config ?? Self.defaultPath, layout: input.layout)
            new.outputPath = try input.output ?? (needsOutput ? new.configuredOutput() : "")
        }
        new.apply(layout: input.layout, runtime: try input.runtime.map { try Identifier(argument: $0) })
        let configured = new.configuration.templates.map { Located(Path.joined(new.folder, $0.value), at: $0.place) }
        if let folder = input.templates.map({ Located($0) }) ?? configured {
            new.tool.templates = try new.templates(in: folder)
        }
        return new
    }

    private func configuredOutput() throws -> String {
        if let output = configuration.output { return Path.joined(folder, output.value) }
        throw failure(
            .missingOutput, "\(quote(path ?? "", limit: 200)) has no output folder",
            hint: "add `output`, or use `--output DIR`")
    }

    /// Generates in memory and reports every finding.
    ///
    /// - Parameter stopwatch: Gets the beginning of each stage.
    /// - Throws: The exit status of a refusal.
    mutating func generate(_ stopwatch: Stopwatch) throws -> (output: Output, problems: Problems) {
        let progress = Progress(isShown: reporting.showsProgress)
        let output = Generation.generate(configuration, from: files, with: tool, sources: sources) { stage in
            stopwatch.begin(stage)
            progress.show(stage)
        }
        progress.clear()
        sources = output.sources
        let problems = reporting.judged(output.problems)
        if problems.hasErrors || output.manifest == nil { throw refusal(problems) }
        report(problems)
        return (output, problems)
    }

    /// The tool's templates with those of a folder in their places.
    private func templates(in folder: Located<String>) throws -> ToolTemplates {
        var problems = Problems()
        var found: [(path: String, contents: String)] = []
        do throws(SystemError) {
            for path in try System.files(below: folder.value) {
                let bytes = try System.read(Path.joined(folder.value, path), limit: limits.bytes)
                found.append((path, String(decoding: bytes, as: UTF8.self)))
            }
        } catch {
            problems.add(
                Diagnostic(
                    .error, .unreadableTemplates,
                    "the templates in \(quote(folder.value, limit: 200)) can't be read: "
                        + error.loadError(limit: limits.bytes).explanation, at: folder.place))
            throw refusal(problems, nil)
        }
        let templates = ToolTemplates(folder: folder.value, files: found, at: folder.place, problems: &problems)
        if problems.hasErrors { throw refusal(problems, nil) }
        return templates
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
