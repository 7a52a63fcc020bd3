@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import OpenAPI
import YAML

/// What a command works on: a configuration, the files that it names, and what reading them may cost.
///
/// The options of a command line are applied here and nowhere else, so that limits, overlays and layouts hold for every command.
struct Workspace {
    var configuration: Configuration
    /// Documents, relative to ``folder``.
    let files: any InputFiles
    /// The folder that the paths of the configuration are relative to.
    let folder: String
    /// Where the record of names is; `nil` for a document whose package is not written.
    let recordPath: String?
    /// The names of earlier runs.
    private(set) var record = RecordFile()

    var limits: Limits { configuration.limits }

    /// Reads a configuration: from the disk, or from a revision of a git repository.
    ///
    /// - Parameters:
    ///   - layout: What is written in place of what the configuration says.
    ///   - options: Limits that replace those of the configuration.
    /// - Throws: The exit status, after every reason was reported.
    init(
        configuration path: String, at revision: String? = nil, layout: Configuration.Layout? = nil,
        _ options: LimitOptions, _ reporting: ReportOptions, _ sources: inout SourceFiles
    ) throws {
        let path = Path.simplified(path)
        let folder = Path.folder(of: path)
        let initial = options.configurationLimits
        configuration = try Self.read(
            path, from: Self.files(at: revision, limit: initial.bytes), initial, layout, reporting, &sources)
        configuration.limits = options.applied(to: configuration.limits)
        files = Self.files(at: revision, folder: folder, limit: configuration.limits.bytes)
        self.folder = folder
        let recordPath = RecordFile.path(ofConfiguration: path)
        self.recordPath = recordPath
        let files = Self.files(at: revision, limit: configuration.limits.bytes)
        try readRecord(recordPath, from: files, reporting, &sources)
    }

    private mutating func readRecord(
        _ path: String, from input: some InputFiles, _ reporting: ReportOptions, _ sources: inout SourceFiles
    ) throws {
        guard let read = try RecordFile(path, from: input, limits, reporting, &sources) else { return }
        record = read
        for index in configuration.clients.indices {
            let module = configuration.clients[index].module.value.text
            if let names = read.records[module] { configuration.clients[index].record = names }
        }
    }

    private static func files(at revision: String?, folder: String? = nil, limit: Int) -> any InputFiles {
        guard let revision else { return DiskFiles(folder: folder, limit: limit) }
        return GitFiles(revision: revision, folder: folder, limit: limit)
    }

    /// One document: on the disk, on standard input, or at a revision of a git repository (`git:REVISION:PATH`).
    ///
    /// - Throws: The exit status, after every reason was reported.
    init(
        document: String, module: Identifier, output: String? = nil, access: Configuration.AccessLevel = .public,
        only part: Configuration.Part? = nil, overlays: [String] = [], _ options: LimitOptions,
        _ reporting: ReportOptions, _ sources: inout SourceFiles
    ) throws {
        let limits = options.limits
        var path = document
        if let (revision, inner) = GitFiles.parse(document) {
            path = inner
            files = GitFiles(revision: revision, limit: limits.bytes)
        } else {
            files = try DiskFiles(reading: document, limit: limits.bytes, reporting)
        }
        configuration = Configuration(document: path, module: module, output: output ?? ".", access: access, only: part)
        configuration.clients[0].overlays = overlays.map { Located($0) }
        configuration.limits = limits
        folder = "."
        recordPath = output.map { Path.joined($0, RecordFile.fileName) }
        guard let recordPath else { return }
        try readRecord(recordPath, from: DiskFiles(limit: limits.bytes), reporting, &sources)
    }

    /// Reads the document of a client to its model.
    func lower(
        _ client: Configuration.Client, from input: (any InputFiles)? = nil, _ sources: inout SourceFiles,
        _ problems: inout Problems
    ) -> Lowered? {
        let input = input ?? files
        return Generation.lower(client, from: input, limits: limits, sources: &sources, problems: &problems)
    }

    /// Suggests groups and names for a client.
    func suggest(
        for client: Configuration.Client, _ stainless: Node?, allTypes: Bool, _ sources: inout SourceFiles,
        _ problems: inout Problems
    ) -> Suggestion? {
        let input = files
        return Generation.suggest(
            for: client, from: input, stainless: stainless, allTypes: allTypes, limits: limits, sources: &sources,
            problems: &problems)
    }

    private static func read(
        _ path: String, from input: some InputFiles, _ limits: Limits, _ layout: Configuration.Layout?,
        _ report: ReportOptions, _ sources: inout SourceFiles
    ) throws -> Configuration {
        var problems = Problems()
        do {
            let file = try input.document(path)
            let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
            if let tree, !problems.hasErrors, let read = Configuration(tree, layout: layout, problems: &problems) {
                return read
            }
        } catch {
            report.fail(
                .unreadableConfiguration,
                "the configuration \(quote(path, limit: 200)) can't be read: \(error.explanation)",
                hint:
                    "write one with `clientsmith init DOCUMENT`, or name one with `--config FILE`, or a document with "
                    + "`--module NAME --output DIR`")
            throw Exit.noInput
        }
        report.report(problems, in: sources)
        report.summarize("nothing written", problems, in: sources)
        throw Exit.refused
    }
}

extension RecordFile {
    /// Reads a record of names; `nil` if there is none.
    ///
    /// - Throws: The exit status, after every reason was reported.
    fileprivate init?(
        _ path: String, from input: some InputFiles, _ limits: Limits, _ reporting: ReportOptions,
        _ sources: inout SourceFiles
    ) throws {
        var problems = Problems()
        do throws(LoadError) {
            let file = try input.document(path)
            let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
            if let tree, !problems.hasErrors, let record = RecordFile(tree, problems: &problems) {
                self = record
                return
            }
        } catch .missing {
            return nil
        } catch {
            reporting.fail(
                .unreadableRecord,
                "the record of names \(quote(path, limit: 200)) can't be read: \(error.explanation)")
            throw Exit.noInput
        }
        reporting.report(problems, in: sources)
        reporting.summarize("nothing written", problems, in: sources)
        throw Exit.refused
    }
}

extension DiskFiles {
    /// The files of a document a command line names; standard input is read at once.
    fileprivate init(reading document: String, limit: Int, _ report: ReportOptions) throws {
        do {
            self.init(limit: limit, standardInput: document == "-" ? try Console.standardInput(limit: limit) : nil)
        } catch {
            report.fail(.unreadableDocument, "standard input can't be read: \(error.reason)")
            throw Exit.noInput
        }
    }
}
