public import ClientModel
public import Diagnostics
public import Emission
import Lowering
import OpenAPI
public import YAML

/// Everything that decides about the output besides the documents.
public struct Tool: Sendable {
    /// The tool's version, as the manifest records it.
    public var version: String
    /// Templates and runtime sources: path relative to the `Templates` folder, and contents. Later ones replace earlier ones of the same path.
    public var templates: [(path: String, contents: String)]
    public var limits: Limits

    public init(version: String, templates: [(path: String, contents: String)], limits: Limits = Limits()) {
        self.version = version
        self.templates = templates
        self.limits = limits
    }
}

/// One document read to its client model, and the digest of what it means.
public struct Lowered: Sendable {
    public var api: API
    public var meaning: Digest
}

/// Makes a package of a configuration's documents, without touching the disk but through `input`.
///
/// The same input gives the same bytes, in whatever order files are stored and wherever they are.
///
/// - Returns: The files of the package, or none where something was refused; and every finding.
/// - Throws: ``TemplateErrors`` where the templates do not fit.
public func generate(
    _ configuration: Configuration, from input: some InputFiles, with tool: Tool, sources: SourceFiles = SourceFiles()
) throws(TemplateErrors) -> Output {
    let templates = try templateSet(tool)
    var sources = sources
    var problems = Problems()
    let clients = configuration.clients.map { client in
        lower(client, from: input, limits: tool.limits, sources: &sources, problems: &problems)
    }
    let lowered = clients.compactMap { $0 }
    guard lowered.count == clients.count, !problems.hasErrors else {
        return Output(problems: problems, sources: sources)
    }
    let package = PackageModel(
        name: configuration.package, access: configuration.packageAccess, clients: lowered.map(\.api))
    let files = render(package, templates: templates, runtime: tool.runtime)
        .map { OutputFile(path: $0.path, bytes: Array($0.contents.utf8)) }
    return Output(
        files: files, manifest: manifest(of: files, configuration, lowered, tool), problems: problems, sources: sources)
}

/// Reads one document and lowers it: tree, document, client model.
///
/// - Returns: `nil` where it was refused; the reasons are in `problems`.
public func lower(
    _ client: Configuration.Client, from input: some InputFiles, limits: Limits = Limits(),
    sources: inout SourceFiles, problems: inout Problems
) -> Lowered? {
    var reading = DocumentReading(client, input: input, limits: limits, sources: sources)
    guard let tree = reading.root(&problems) else {
        sources = reading.sources
        return nil
    }
    let document = Document(root: tree, file: reading.fileName, problems: &problems) {
        path, problems throws(LoadError) in
        try reading.file(path, &problems)
    }
    sources = reading.sources
    guard let document else { return nil }
    let api = Lowering.lower(document, options: client.options, problems: &problems)
    return Lowered(api: api, meaning: Digest(meaningOf: reading.trees))
}

/// Why templates cannot be used: every fault, in order.
public struct TemplateErrors: Error, Sendable {
    public var errors: [TemplateError]
}

private func templateSet(_ tool: Tool) throws(TemplateErrors) -> TemplateSet {
    let errors = TemplateSet.check(tool.templates)
    guard errors.isEmpty else { throw TemplateErrors(errors: errors) }
    do {
        return try TemplateSet(tool.templates)
    } catch let error as TemplateError {
        throw TemplateErrors(errors: [error])
    } catch {
        throw TemplateErrors(errors: [TemplateError(template: "", line: 1, message: "\(error)")])
    }
}

private func manifest(
    of files: [OutputFile], _ configuration: Configuration, _ clients: [Lowered], _ tool: Tool
) -> Manifest {
    Manifest(
        tool: tool.version, templates: tool.digest, configuration: configuration.digest,
        documents: clients.map { Manifest.Entry($0.api.name.text, $0.meaning) },
        files: files.map { Manifest.Entry($0.path, Digest(of: $0.bytes)) })
}

extension Tool {
    private static let runtimeFolder = "ClientRuntime/"

    /// The runtime's sources by file name.
    fileprivate var runtime: [(path: String, contents: String)] {
        let sources = templates.filter { $0.path.hasPrefix(Self.runtimeFolder) && $0.path.hasSuffix(".swift") }
        return sources.map { (String($0.path.dropFirst(Self.runtimeFolder.count)), $0.contents) }
    }

    fileprivate var digest: Digest {
        var form = CanonicalForm()
        for template in templates.sorted(by: { $0.path < $1.path }) {
            form.add("path", template.path)
            form.add("text", template.contents)
        }
        return form.finish()
    }
}

extension Configuration {
    fileprivate var packageAccess: PackageModel.Access {
        switch access {
        case .public: .public
        case .package: .package
        case .internal: .internal
        }
    }

    /// What the configuration decides about the output; comments, order of keys and where documents are do not count.
    fileprivate var digest: Digest {
        var form = CanonicalForm()
        form.add("package", package.text)
        form.add("access", access.rawValue)
        for client in clients {
            form.add("module", client.module.value.text)
            for scheme in client.security.sorted(by: { $0.scheme.value < $1.scheme.value }) {
                form.add("scheme", scheme.scheme.value)
                form.add("prefix", scheme.prefix ?? "")
                form.add("environment", scheme.environment ?? "")
            }
            for pin in client.names.sorted(by: { $0.pointer.value < $1.pointer.value }) {
                form.add("pin", pin.pointer.value)
                form.add("name", pin.name.value.text)
            }
        }
        return form.finish()
    }
}

extension Configuration.Client {
    fileprivate var options: LoweringOptions {
        LoweringOptions(
            name: module.value,
            pins: names.map { .init(pointer: $0.pointer.value, name: $0.name.value.text, place: $0.pointer.place) },
            schemes: security.map {
                .init(
                    wireName: $0.scheme.value, prefix: $0.prefix, environmentVariable: $0.environment,
                    place: $0.scheme.place)
            })
    }
}
