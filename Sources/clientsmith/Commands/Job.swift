import ArgumentParser
import ClientModel
import Diagnostics
import Emission
import Generation
import Templates
import YAML

/// What a command line asks for, read and ready: configuration, templates and the folder to write.
struct Job {
    var configuration: Configuration
    var files: DiskFiles
    var tool: Tool
    var outputPath: String
    var sources: SourceFiles

    /// - Throws: The exit status, after every reason was reported.
    init(_ input: InputOptions, _ report: ReportOptions) throws {
        let limits = Limits()
        var sources = SourceFiles()
        if let document = input.document, let module = input.module, let output = input.output {
            guard let name = Identifier(module) else {
                throw ValidationError("'\(module)' is no Swift identifier: use ASCII letters, digits and '_'.")
            }
            let standardInput = document == "-" ? try Console.standardInput(limit: limits.bytes) : nil
            configuration = Configuration(document: document, module: name, output: output)
            if let reason = configuration.objectionToModule {
                throw ValidationError("'\(module)' cannot be a module: \(reason).")
            }
            files = DiskFiles(limit: limits.bytes, standardInput: standardInput)
            outputPath = output
        } else {
            let path = input.config ?? "specs/clientsmith.yaml"
            configuration = try Self.configuration(path, limits, report, &sources)
            let folder = Path.folder(of: path)
            files = DiskFiles(folder: folder, limit: limits.bytes)
            outputPath = input.output ?? Path.joined(folder, configuration.output.value)
        }
        let base = files.folder
        let folder = input.templates ?? configuration.templates.map { Path.joined(base, $0.value) }
        let own = try folder.map(Self.templates) ?? []
        tool = Tool(version: Clientsmith.version, templates: Self.merged(Templates.files, own), limits: limits)
        self.sources = sources
    }

    /// Generates in memory and reports every finding.
    ///
    /// - Throws: The exit status of a refusal.
    func run(_ report: ReportOptions) throws -> Output {
        do {
            let output = try generate(configuration, from: files, with: tool, sources: sources)
            let problems = report.judged(output.problems)
            report.report(problems, in: output.sources)
            if problems.hasErrors || output.manifest == nil { throw Exit.refused }
            return output
        } catch let failure as TemplateErrors {
            for error in failure.errors {
                let hint = error.hint.map { "\n  hint: \($0)" } ?? ""
                Console.report("\(error.template):\(error.line): error: \(error.message)\(hint)\n")
            }
            throw Exit.refused
        }
    }

    private static func configuration(
        _ path: String, _ limits: Limits, _ report: ReportOptions, _ sources: inout SourceFiles
    ) throws -> Configuration {
        var problems = Problems()
        do {
            let file = try DiskFiles(limit: limits.bytes).document(path)
            let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
            if let tree, !problems.hasErrors, let read = Configuration(tree, problems: &problems) { return read }
        } catch {
            Console.report("error: the configuration '\(path)' cannot be read: \(error.explanation)\n")
            throw Exit.noInput
        }
        report.report(problems, in: sources)
        throw Exit.refused
    }

    /// The template files of a folder, by path relative to it.
    private static func templates(_ path: String) throws -> [(path: String, contents: String)] {
        do {
            var folder = try OutputFolder(path, isCreated: false)
            return try folder.files(under: ["swift", "pages", "package"]).filter { $0.hasSuffix(".mustache") }.map {
                ($0, String(decoding: try folder.read($0) ?? [], as: UTF8.self))
            }
        } catch {
            Console.report("error: the templates cannot be read: \(error)\n")
            throw Exit.noInput
        }
    }

    private static func merged(
        _ built: [(path: String, contents: String)], _ own: [(path: String, contents: String)]
    ) -> [(path: String, contents: String)] {
        let replaced = Set(own.map(\.path))
        return built.filter { !replaced.contains($0.path) } + own
    }
}
