public import ClientModel
public import Diagnostics
import Emission
import Lowering
public import OpenAPI
public import YAML

/// Everything that decides about the output besides the documents.
public struct Tool: Sendable {
    /// The tool's version, as the manifest records it.
    public var version: String
    /// Templates and runtime sources.
    public var templates: ToolTemplates

    /// The version is written to the manifest; a test can fix it.
    public init(version: String = toolVersion, templates: ToolTemplates) {
        self.version = version
        self.templates = templates
    }
}

/// One document read to its client model, the digest of what it means, and the document itself.
public struct Lowered: Sendable {
    /// The client model, with every name.
    public var api: API
    /// A digest that ignores comments, formatting and the order of keys.
    public var meaning: Digest
    /// The document that the model was made from.
    public var document: Document
}

/// Makes a package of a configuration's documents, without touching the disk but through `input`.
///
/// The same input gives the same bytes, in whatever order files are stored and wherever they are.
///
/// - Parameter onStage: told as each stage begins.
/// - Returns: The files of the package, or none where something was refused; and every finding.
public func generate(
    _ configuration: Configuration, from input: some InputFiles, with tool: Tool,
    sources: SourceFiles = SourceFiles(), onStage: (Stage) -> Void = { _ in }
) -> Output {
    var sources = sources
    var problems = Problems()
    if let objection = configuration.objectionToRuntime {
        problems.add(Diagnostic(.error, .misplacedRuntime, objection, at: configuration.runtime?.place))
    }
    let (clients, parsed) = concurrently {
        configuration.clients.map { client in
            lower(
                client, from: input, limits: configuration.limits, sources: &sources, problems: &problems,
                onStage: onStage)
        }
    } and: {
        tool.templates.parsed()
    }
    onStage(.templates)
    let templates = parsed ?? tool.templates.faults(&problems, &sources)
    let lowered = clients.compactMap { $0 }
    guard let templates, lowered.count == clients.count, !problems.hasErrors else {
        return Output(problems: problems, sources: sources)
    }
    onStage(.render)
    var package = PackageModel(
        name: configuration.package, runtimeName: configuration.runtimeTarget, access: configuration.packageAccess,
        clients: lowered.map(\.api),
        layout: configuration.packageLayout, sharedRuntime: configuration.runtime?.value)
    package.hasWholeRuntime = configuration.hasAllRuntimeParts || tool.templates.areChanged
    let files = render(package, templates: templates, runtime: tool.templates.runtime) { onStage(.layOut) }
        .map { OutputFile(path: $0.path, bytes: $0.contents) }
    OutputFile.check(files, &problems)
    if problems.hasErrors { return Output(problems: problems, sources: sources) }
    onStage(.manifest)
    return Output(
        files: files, manifest: manifest(of: files, configuration, lowered, tool), clients: lowered, problems: problems,
        sources: sources)
}

/// The stages of a run, in order. Those from ``read`` to ``name`` come once for each document.
public enum Stage: String, Sendable, CaseIterable {
    /// The configuration and its record of names.
    case configuration
    /// A document to its tree.
    case read
    /// The tree to a document, references followed.
    case resolve
    /// The document to a client model.
    case lower
    /// The names of what the model declares.
    case name
    /// Waiting for the templates, which are parsed meanwhile.
    case templates
    /// Views and templates to text.
    case render
    /// Indentation and line breaks, after rendering.
    case layOut = "lay out"
    /// A hash for each file.
    case manifest
    /// The output folder compared, and written.
    case write
}

/// Reads one document and lowers it: tree, document, client model.
///
/// - Parameter onStage: told as each stage begins.
/// - Returns: `nil` where it was refused; the reasons are in `problems`.
public func lower(
    _ client: Configuration.Client, from input: some InputFiles, limits: Limits = Limits(),
    sources: inout SourceFiles, problems: inout Problems, onStage: (Stage) -> Void = { _ in }
) -> Lowered? {
    onStage(.read)
    var reading = DocumentReading(client, input: input, limits: limits, sources: sources)
    guard let root = reading.root(&problems) else {
        sources = reading.sources
        return nil
    }
    onStage(.resolve)
    let document = Document(root: root.tree, file: root.path, problems: &problems) {
        path, problems throws(LoadError) in
        try reading.file(path, &problems)
    }
    reading.reportUnusedOverlays(&problems)
    sources = reading.sources
    guard let document, !document.hasLongChain else { return nil }
    onStage(.lower)
    let trees = reading.trees
    let (api, meaning) = concurrently {
        Lowering.lower(document, options: client.options(limits), problems: &problems, workers: Cores()) {
            onStage($0 == .names ? .name : .lower)
        }
    } and: {
        Digest(meaningOf: trees)
    }
    problems = problems.withHints()
    return Lowered(api: api, meaning: meaning, document: document)
}

/// Every core of the machine.
private struct Cores: Workers {
    func map<Value: Sendable>(_ count: Int, _ body: @Sendable (Int) -> Value) -> [Value] { concurrently(count, body) }
}

private func manifest(
    of files: [OutputFile], _ configuration: Configuration, _ clients: [Lowered], _ tool: Tool
) -> Manifest {
    let digests = concurrently(files.count) { Digest(of: files[$0].bytes) }
    return Manifest(
        tool: tool.version, templates: tool.templates.digest, configuration: configuration.digest,
        names: RecordFile(clients).digest, documents: clients.map { Manifest.Entry($0.api.name.text, $0.meaning) },
        files: zip(files, digests).map { Manifest.Entry($0.path, $1) })
}

extension Configuration {
    fileprivate var packageAccess: PackageModel.Access {
        switch access {
        case .public: .public
        case .package: .package
        case .internal: .internal
        }
    }

    fileprivate var packageLayout: PackageModel.Layout {
        switch layout {
        case .package: .package
        case .sources: .sources
        case .fixed: .fixed
        }
    }
}

extension Configuration.Client {
    fileprivate func options(_ limits: Limits) -> LoweringOptions {
        var options = LoweringOptions(
            name: module.value,
            pins: names.map {
                .init(
                    pointer: $0.pointer.value, name: $0.name?.value.text, type: $0.type?.value.text,
                    place: $0.pointer.place)
            },
            record: record,
            schemes: security.map {
                .init(
                    wireName: $0.scheme.value, prefix: $0.prefix, environmentVariable: $0.environment,
                    place: $0.scheme.place)
            },
            formats: formats.map { .init(format: $0.format.value, type: $0.type, place: $0.format.place) },
            types: types.map { .init(pointer: $0.pointer.value, type: $0.type, place: $0.pointer.place) },
            selection: only.map { LoweringOptions.Selection($0) }, limits: limits)
        options.groups = groups.map { LoweringOptions.Group($0) }
        return options
    }
}
