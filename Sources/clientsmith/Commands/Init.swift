import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// `clientsmith init`.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Write a configuration for documents and generate its package.",
        discussion: """
            Each document becomes a module named after its title. The configuration has the environment variable of each credential and can be \
            edited. An existing configuration is not overwritten.

            EXAMPLES:
              clientsmith init specs/petstore.yaml
              clientsmith init specs/*.yaml --package StoreClients --output Packages/StoreClients
            """)

    @Argument(help: "OpenAPI documents.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var documents: [String]

    @Option(
        help: ArgumentHelp("The package's name. (default: derived from the first module)", valueName: "name"))
    var package: String?

    @Option(
        help: ArgumentHelp("The configuration. (default: specs/clientsmith.yaml)", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config: String = "specs/clientsmith.yaml"

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder of the package. (default: Generated)", valueName: "dir"),
        completion: .directory)
    var output: String = "Generated"

    @OptionGroup var limits: LimitOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if documents.contains("-") { throw ValidationError("a configuration can't name standard input.") }
        let absolute = (documents + [output]).filter { $0.hasPrefix("/") != config.hasPrefix("/") }
        if let path = absolute.first {
            throw ValidationError(
                "specify '\(path)' and the configuration both as relative paths, or both as absolute paths.")
        }
    }

    func run() throws {
        var clients: [NewConfiguration.Client] = []
        for document in documents { clients.append(try client(document, besides: clients.map(\.module))) }
        let path = Path.simplified(config)
        let folder = Path.folder(of: path)
        let first = clients[0].module
        let name = try package.map { try Identifier(argument: $0).text }
        let new = NewConfiguration(
            package: name ?? first + (clients.count == 1 ? "Client" : "Clients"),
            output: Path.way(to: Path.simplified(output), from: folder), clients: clients, limits: limits.given)
        let file = OutputFile(
            path: path.split(separator: "/").last.map(String.init) ?? path, bytes: Array(new.text.utf8))
        let written = try NewFiles.write([file], to: folder, reporting)
        reporting.say("\(path) is \(written.isEmpty ? "already there" : "written")")
        var options = ["--config", path]
        if reporting.quiet { options.append("--quiet") }
        if reporting.verbose { options.append("--verbose") }
        _ = try Generate.parse(options).write()
        reporting.say("commit both; after a change, run `clientsmith generate --config \(path)`")
    }

    /// What there is to say of a document; where it is refused, every reason is reported.
    private func client(_ document: String, besides modules: [String]) throws -> NewConfiguration.Client {
        let title = try api(document, module: "Client").info.title
        let module = NewConfiguration.module(titled: title, besides: modules)
        // Again, since the environment variables are called after the module.
        let schemes = try api(document, module: module).securitySchemes
        return NewConfiguration.Client(
            document: Path.way(to: Path.simplified(document), from: Path.folder(of: Path.simplified(config))),
            module: module, credentials: schemes.map { ($0.wireName, $0.environmentVariable) })
    }

    private func api(_ document: String, module: String) throws -> API {
        var (sources, problems) = (SourceFiles(), Problems())
        let workspace = try Workspace(
            document: document, module: try Identifier(argument: module), limits, reporting, &sources)
        let api = workspace.lower(workspace.configuration.clients[0], &sources, &problems)?.api
        if let api, !problems.hasErrors { return api }
        reporting.report(problems, in: sources)
        reporting.summarize("nothing written", problems, in: sources)
        throw problems.lackInput ? Exit.noInput : Exit.refused
    }
}

extension Path {
    /// How a path is spelled from a folder. Both start from the same place, and are in their simplest form.
    static func way(to path: String, from folder: String) -> String {
        let (target, start) = (path.split(separator: "/"), folder == "." ? [] : folder.split(separator: "/"))
        let shared = zip(target, start).prefix { $0 == $1 }.count
        let up = Array(repeating: Substring(".."), count: start.count - shared)
        let way = (up + target.dropFirst(shared)).joined(separator: "/")
        return way.isEmpty ? "." : way
    }
}
