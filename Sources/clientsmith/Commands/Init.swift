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
            Each document becomes a module named after its title, or by '--module'. The configuration has the environment variable of each \
            credential and can be edited. Its JSON Schema is written beside it for editors. An existing configuration is not overwritten. The \
            command prints how to use the package.

            EXAMPLES:
              clientsmith init specs/petstore.yaml
              clientsmith init specs/petstore.yaml --module Petstore
              clientsmith init specs/*.yaml --package StoreClients --output Packages/StoreClients
            """)

    @Argument(help: "OpenAPI documents.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var documents: [String]

    @Option(
        help: ArgumentHelp(
            "The module of a document. Repeat it for each document, in their order. (default: derived from the titles)",
            valueName: "name"))
    var module: [String] = []

    @Option(
        help: ArgumentHelp("The package's name. (default: derived from the first module)", valueName: "name"))
    var package: String?

    @Option(
        help: ArgumentHelp("The configuration.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var config = Workspace.defaultPath

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder of the package.", valueName: "dir"),
        completion: .directory)
    var output: String = "Generated"

    @OptionGroup var limits: LimitOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        if documents.contains("-") { throw ValidationError("a configuration can't name standard input.") }
        if !module.isEmpty, module.count != documents.count {
            throw ValidationError(
                "specify '--module' once for each document: \(counted(documents.count, "document")), "
                    + "\(counted(module.count, "module")).")
        }
        let absolute = (documents + [output]).filter { $0.hasPrefix("/") != config.hasPrefix("/") }
        if let path = absolute.first {
            throw ValidationError(
                "specify '\(path)' and the configuration both as relative paths, or both as absolute paths.")
        }
    }

    func run() throws {
        let modules = try module.map { try Identifier(argument: $0).text }
        var clients: [NewConfiguration.Client] = []
        for (index, document) in documents.enumerated() {
            let module = modules.isEmpty ? nil : modules[index]
            clients.append(try client(document, module, besides: clients.map(\.module)))
        }
        let path = Path.simplified(config)
        try writeConfiguration(of: clients, to: path)
        var options = ["--config", path]
        if reporting.quiet { options.append("--quiet") }
        if reporting.verbose { options.append("--verbose") }
        let written = try Generate.parse(options).write()
        let folder = Path.folder(of: path)
        reporting.say(
            "commit \(folder == "." ? path : folder) and \(Path.simplified(output)); "
                + "after a change, run `clientsmith generate --config \(path)`")
        for line in firstLines(of: written, modules: clients.map(\.module)) { reporting.say(line) }
    }

    private func writeConfiguration(of clients: [NewConfiguration.Client], to path: String) throws {
        let folder = Path.folder(of: path)
        let first = clients[0].module
        let name = try package.map { try Identifier(argument: $0).text }
        let new = NewConfiguration(
            package: name ?? first + (clients.count == 1 ? "Client" : "Clients"),
            output: Path.way(to: Path.simplified(output), from: folder), clients: clients, limits: limits.given.numbers)
        var files = [
            OutputFile(path: Path.relative(path, to: folder) ?? path, bytes: Array(new.text.utf8))
        ]
        let schema = NewConfiguration.schemaFileName
        // One of another version is the user's to replace.
        if System.realPath(Path.joined(folder, schema)) == nil {
            files.append(OutputFile(path: schema, bytes: Array(configurationSchema().utf8)))
        }
        let written = try NewFiles.write(files, to: folder, in: Workspace(reporting))
        reporting.say("\(path) is \(written.contains(files[0].path) ? "written" : "already there")")
    }

    /// How to depend on the package and call it: the first example of its pages.
    private func firstLines(of written: Output, modules: [String]) -> [String] {
        let path = Path.simplified(output)
        guard let name = path.split(separator: "/").last, name != ".", name != ".." else { return [] }
        let pages = written.files.filter { $0.path.hasPrefix("Documentation/") && $0.path.hasSuffix(".md") }
        let example = pages.lazy.compactMap { page in
            let lines = String(decoding: page.bytes, as: UTF8.self).split(
                separator: "\n", omittingEmptySubsequences: false)
            return lines.firstIndex(of: "```swift").map { lines[($0 + 1)...].prefix { $0 != "```" } }
        }.first
        guard let example else { return [] }
        let products = modules.map { "    .product(name: \"\($0)\", package: \"\(name)\")," }
        return ["", "Package.swift:", "", "    .package(path: \"\(path)\"),"] + products + ["", "The first call:", ""]
            + example.map { $0.isEmpty ? "" : "    " + $0 }
    }

    /// A document's client; if the document is refused, every reason is reported.
    private func client(
        _ document: String, _ name: String?, besides modules: [String]
    ) throws -> NewConfiguration.Client {
        let module: String
        if let name {
            module = name
        } else {
            let title = try api(document, module: "Client").info.title
            module = NewConfiguration.module(titled: title, besides: modules)
        }
        // Environment variables are called after the module.
        let schemes = try api(document, module: module).securitySchemes
        return NewConfiguration.Client(
            document: Path.way(to: Path.simplified(document), from: Path.folder(of: Path.simplified(config))),
            module: module, credentials: schemes.map { ($0.wireName, $0.environmentVariable) })
    }

    private func api(_ document: String, module: String) throws -> API {
        var workspace = try Workspace(reporting, limits.given).opening(
            document: document, module: try Identifier(argument: module))
        let reading = workspace.read(workspace.configuration.clients[0])
        guard let api = reading.api else { throw workspace.refusal(reading.problems) }
        return api
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
