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
        var refused = 0
        var isInputMissing = false
        for document in documents {
            let reading = try SingleDocument(document, module: Identifier(argument: "Client"), options, reporting)
            refused += reading.isRefused ? 1 : 0
            isInputMissing = isInputMissing || reading.problems.lackInput
            let verdict = "\(document): \(reading.isRefused ? "refused" : "accepted")"
            reporting.summarize(verdict, reading.problems, in: reading.sources)
        }
        if refused > 0 { throw isInputMissing ? Exit.noInput : Exit.refused }
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
        let reading = try SingleDocument(
            document, module: Identifier(argument: module), only: part.part, options, reporting)
        guard let lowered = reading.lowered, !reading.isRefused else {
            reporting.summarize("\(document): refused", reading.problems, in: reading.sources)
            throw reading.problems.lackInput ? Exit.noInput : Exit.refused
        }
        Console.print(try modelJSON(lowered.api))
    }
}

/// One document, read, lowered and reported.
private struct SingleDocument {
    private(set) var sources = SourceFiles()
    private(set) var problems = Problems()
    private(set) var lowered: Lowered?

    var isRefused: Bool { lowered == nil || problems.hasErrors }

    init(
        _ path: String, module: Identifier, only: Configuration.Part? = nil, _ options: DocumentOptions,
        _ reporting: ReportOptions
    ) throws {
        let workspace = try Workspace(
            document: path, module: module, only: only, overlays: options.overlays, options.limits, reporting,
            &sources)
        lowered = workspace.lower(workspace.configuration.clients[0], &sources, &problems)
        problems = reporting.judged(problems)
        reporting.report(problems, in: sources)
    }
}
