@_spi(Naming) import ClientModel
import ArgumentParser
import Diagnostics
import Generation
import OpenAPI
import YAML

/// What a command works on: a configuration, the files that it names, the tool's templates, and what reading may cost.
///
/// The options of a command line are applied here and nowhere else, so that limits, overlays and layouts hold for every command. A workspace
/// also reports findings and decides the exit status.
struct Workspace {
    /// The configuration of a command line that names none.
    static let defaultPath = "specs/clientsmith.yaml"

    /// Names no document until one is opened.
    private(set) var configuration: Configuration
    /// Documents, relative to ``folder``.
    private(set) var files: any InputFiles
    /// The folder that the paths of the configuration are relative to.
    private(set) var folder = "."
    /// Where the configuration is; `nil` for a single document.
    private(set) var path: String?
    /// The folder of the package; empty if none is written.
    var outputPath = ""
    /// The names of earlier runs, and where they are; `nil` for a document whose package is not written.
    private(set) var record: (names: RecordFile, path: String)?
    /// The templates and the version that decide about the output besides the documents.
    var tool = Tool(templates: ToolTemplates())
    /// Every file that was read. The locations of all findings are in them.
    var sources = SourceFiles()
    let reporting: ReportOptions
    /// The limits of the command line, which replace those of a configuration.
    private let given: GivenLimits

    var limits: Limits { configuration.limits }

    /// A workspace that has nothing open yet, with the limits of the command line or the defaults.
    init(_ reporting: ReportOptions, _ limits: GivenLimits = .none) {
        self.reporting = reporting
        given = limits
        configuration = Configuration(package: Identifier(sanitizing: "Client"), output: nil, clients: [])
        configuration.limits = limits.limits
        files = DiskFiles(limit: limits.limits.bytes)
    }

    /// Reads a configuration: from the disk, or from a revision of a git repository.
    ///
    /// - Parameter layout: What is written in place of what the configuration says.
    /// - Returns: A workspace of the configuration, with the files that were read before.
    /// - Throws: The exit status, after every reason was reported.
    func opening(
        configuration path: String, at revision: String? = nil, layout: Configuration.Layout? = nil
    ) throws -> Workspace {
        var new = Workspace(reporting, given)
        new.sources = sources
        new.configuration.limits = given.forConfiguration
        let path = Path.simplified(path)
        let file = UserFile(
            path: path, unreadable: .unreadableConfiguration, title: "the configuration",
            hint: "write one with `clientsmith init DOCUMENT`, or name one with `--config FILE`, or a document with "
                + "`--module NAME --output DIR`")
        new.configuration = try new.read(file, at: revision) { Configuration($0, layout: layout, problems: &$1) }
        new.configuration.limits = given.applied(to: new.limits)
        new.folder = Path.folder(of: path)
        new.files = new.input(at: revision, folder: new.folder)
        new.path = path
        try new.readRecord(RecordFile.path(ofConfiguration: path), at: revision)
        return new
    }

    /// Opens one document: on the disk, on standard input, or at a revision of a git repository (`git:REVISION:PATH`).
    ///
    /// - Parameter output: The folder of its package, which has the record of names; `nil` if none is written.
    /// - Returns: A workspace of the document, with the files that were read before.
    /// - Throws: The exit status, after every reason was reported.
    func opening(
        document: String, module: Identifier, output: String? = nil, access: Configuration.AccessLevel = .public,
        only part: Configuration.Part? = nil, overlays: [String] = []
    ) throws -> Workspace {
        var new = Workspace(reporting, given)
        new.sources = sources
        let limits = new.limits
        let revised = GitFiles.parse(document)
        if let revised {
            new.files = new.input(at: revised.revision)
        } else if document == "-" {
            new.files = DiskFiles(limit: limits.bytes, standardInput: try standardInput(limit: limits.bytes))
        }
        new.configuration = Configuration(
            document: revised?.path ?? document, module: module, output: output ?? ".", access: access, only: part)
        new.configuration.clients[0].overlays = overlays.map { Located($0) }
        new.configuration.limits = limits
        if let output { try new.readRecord(Path.joined(output, RecordFile.fileName)) }
        return new
    }

    /// Takes what a command line says in place of what the configuration does.
    mutating func apply(layout: Configuration.Layout?, runtime: Identifier?) {
        if let layout { configuration.layout = layout }
        if let runtime { configuration.runtime = Located(runtime) }
    }

    /// Files on the disk, or at a revision of a git repository, under the limits of now.
    func input(at revision: String? = nil, folder: String? = nil) -> any InputFiles {
        guard let revision else { return DiskFiles(folder: folder, limit: limits.bytes) }
        return GitFiles(revision: revision, folder: folder, limit: limits.bytes)
    }

    private func standardInput(limit: Int) throws -> [UInt8] {
        do throws(SystemError) {
            return try Console.standardInput(limit: limit)
        } catch {
            throw failure(.unreadableDocument, "standard input can't be read: \(error.reason)")
        }
    }

    private mutating func readRecord(_ path: String, at revision: String? = nil) throws {
        record = (RecordFile(), path)
        let file = UserFile(path: path, unreadable: .unreadableRecord, title: "the record of names")
        guard let found = try readIfPresent(file, at: revision, { RecordFile($0, problems: &$1) }) else { return }
        record = (found, path)
        for index in configuration.clients.indices {
            let module = configuration.clients[index].module.value.text
            if let names = found.records[module] { configuration.clients[index].record = names }
        }
    }
}
