import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// `clientsmith lint`.
struct Lint: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read documents and report what is wrong with them. Writes nothing.",
        discussion: """
            EXAMPLES:
              clientsmith lint petstore.yaml
              clientsmith lint --strict --format github specs/*.yaml
            """)

    @Argument(
        help: "OpenAPI documents, or '-' for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var documents: [String]

    @OptionGroup var options: DocumentOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        var isRefused = false
        var problems = Problems()
        for document in documents {
            var workspace = try Workspace(reporting, options.limits.given).opening(
                document: document, module: Identifier(argument: "Client"), overlays: options.overlays)
            let reading = workspace.read(workspace.configuration.clients[0])
            workspace.report(reading.problems)
            isRefused = isRefused || reading.api == nil
            problems.add(contentsOf: reading.problems)
            let verdict = "\(document): \(reading.api == nil ? "refused" : "accepted")"
            workspace.summarize(verdict, reading.problems)
        }
        if isRefused { throw Exit.status(of: problems) }
    }
}

/// `clientsmith model`.
struct Model: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the client model of a document as JSON, for authors of templates.",
        discussion: """
            EXAMPLES:
              clientsmith model petstore.yaml
              clientsmith model petstore.yaml --module Petstore | jq '.groups[].operations[]?.name'
            """)

    @Argument(
        help: "An OpenAPI document, or '-' for standard input.", completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String

    @Option(help: ArgumentHelp("The module of the document.", valueName: "name"))
    var module: String = "Client"

    @OptionGroup(title: "Print a part of the document, with everything it needs") var part: PartOptions
    @OptionGroup var options: DocumentOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        var workspace = try Workspace(reporting, options.limits.given).opening(
            document: document, module: Identifier(argument: module), only: part.part, overlays: options.overlays)
        let reading = workspace.read(workspace.configuration.clients[0])
        guard let api = reading.api else { throw workspace.refusal(reading.problems, "\(document): refused") }
        workspace.report(reading.problems)
        Console.print(try modelJSON(api))
    }
}
