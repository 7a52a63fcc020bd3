@_spi(Naming) import ClientModel
import ArgumentParser
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
    let reporting: ReportOptions
    /// Every file that was read. The locations of all findings are in them.
    var sources: SourceFiles

    var limits: Limits { configuration.limits }

    /// Reads a configuration: from the disk, or from a revision of a git repository.
    ///
    /// - Parameters:
    ///   - layout: What is written in place of what the configuration says.
    ///   - options: Limits that replace those of the configuration.
    ///   - sources: The files that were read before.
    /// - Throws: The exit status, after every reason was reported.
    init(
        configuration path: String, at revision: String? = nil, layout: Configuration.Layout? = nil,
        _ options: LimitOptions, _ reporting: ReportOptions, after sources: SourceFiles = SourceFiles()
    ) throws {
        let path = Path.simplified(path)
        let folder = Path.folder(of: path)
        let initial = options.configurationLimits
        var sources = sources
        configuration = try UserFile(
            path: path, unreadable: .unreadableConfiguration, title: "the configuration",
            hint: "write one with `clientsmith init DOCUMENT`, or name one with `--config FILE`, or a document with "
                + "`--module NAME --output DIR`"
        ).read(from: Self.files(at: revision, limit: initial.bytes), initial, reporting, &sources) {
            Configuration($0, layout: layout, problems: &$1)
        }
        configuration.limits = options.applied(to: configuration.limits)
        files = Self.files(at: revision, folder: folder, limit: configuration.limits.bytes)
        self.folder = folder
        self.reporting = reporting
        self.sources = sources
        let recordPath = RecordFile.path(ofConfiguration: path)
        self.recordPath = recordPath
        try readRecord(recordPath, from: Self.files(at: revision, limit: configuration.limits.bytes))
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
        _ reporting: ReportOptions, after sources: SourceFiles = SourceFiles()
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
        self.reporting = reporting
        self.sources = sources
        recordPath = output.map { Path.joined($0, RecordFile.fileName) }
        if let recordPath { try readRecord(recordPath, from: DiskFiles(limit: limits.bytes)) }
    }

    private mutating func readRecord(_ path: String, from input: some InputFiles) throws {
        let file = UserFile(path: path, unreadable: .unreadableRecord, title: "the record of names")
        let found = try file.readIfPresent(from: input, limits, reporting, &sources) { RecordFile($0, problems: &$1) }
        guard let found else { return }
        record = found
        for index in configuration.clients.indices {
            let module = configuration.clients[index].module.value.text
            if let names = record.records[module] { configuration.clients[index].record = names }
        }
    }
}

// MARK: Documents

extension Workspace {
    /// What a document says, and the findings as this run judges them.
    struct Reading {
        /// `nil` for a refused document.
        var api: API?
        var problems: Problems

        init(_ api: API?, _ problems: Problems) {
            self.api = problems.hasErrors ? nil : api
            self.problems = problems
        }
    }

    /// Reads the document of a client to its model.
    mutating func read(_ client: Configuration.Client, from input: (any InputFiles)? = nil) -> Reading {
        var problems = Problems()
        let input = input ?? files
        let lowered = lower(client, from: input, limits: limits, sources: &sources, problems: &problems)
        return Reading(lowered?.api, reporting.judged(problems))
    }

    /// Reads a client model that `clientsmith model` printed.
    ///
    /// - Returns: `nil` if the file is no model.
    mutating func readModel(_ path: String) -> Reading? {
        guard let file = try? files.document(path) else { return nil }
        var (sources, problems) = (sources, Problems())
        let tree = YAML.parse(file.bytes, name: file.name, into: &sources, limits: limits, problems: &problems)
        guard let tree, API.isModel(tree) else { return nil }
        self.sources = sources
        return Reading(API(model: tree, problems: &problems), problems)
    }

    /// Suggests groups and names for a client.
    mutating func suggest(
        for client: Configuration.Client, _ stainless: Node?, allTypes: Bool, _ problems: inout Problems
    ) -> Suggestion? {
        let input = files
        return Generation.suggest(
            for: client, from: input, stainless: stainless, allTypes: allTypes, limits: limits, sources: &sources,
            problems: &problems)
    }

    func report(_ problems: Problems) { reporting.report(problems, in: sources) }

    /// Reports why the run did nothing, and returns the exit status.
    func refusal(
        _ problems: Problems, _ summary: String? = "nothing written", status: ExitCode? = nil
    ) -> ExitCode { reporting.refusal(problems, in: sources, summary, status: status) }
}

extension DiskFiles {
    /// The files of a document a command line names; standard input is read at once.
    fileprivate init(reading document: String, limit: Int, _ report: ReportOptions) throws {
        do {
            self.init(limit: limit, standardInput: document == "-" ? try Console.standardInput(limit: limit) : nil)
        } catch {
            throw report.failure(
                .unreadableDocument, "standard input can't be read: \(error.reason)", status: Exit.noInput)
        }
    }
}
