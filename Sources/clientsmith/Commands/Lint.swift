import ArgumentParser
import ClientModel
import Diagnostics
import Generation
import OpenAPI
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

    @Argument(help: "OpenAPI documents, or '-' for standard input.")
    var documents: [String]

    @OptionGroup var reporting: ReportOptions

    func run() throws {
        var isRefused = false
        for document in documents {
            let reading = try SingleDocument(document)
            let problems = reporting.judged(reading.problems)
            reporting.report(problems, in: reading.sources)
            isRefused = isRefused || problems.hasErrors || reading.lowered == nil
        }
        if isRefused { throw Exit.refused }
        reporting.say(documents.count == 1 ? "the document is accepted" : "\(documents.count) documents are accepted")
    }
}

/// `clientsmith model`.
struct Model: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print the client model of a document as JSON, for authors of templates.",
        discussion: """
            EXAMPLES:
              clientsmith model petstore.yaml
              clientsmith model petstore.yaml --module Petstore | jq '.groups[].operations[].name'
            """)

    @Argument(help: "An OpenAPI document, or '-' for standard input.")
    var document: String

    @Option(help: "The module the document becomes.")
    var module: String = "Client"

    @OptionGroup var reporting: ReportOptions

    func run() throws {
        guard let name = Identifier(module) else {
            throw ValidationError("'\(module)' is no Swift identifier: use ASCII letters, digits and '_'.")
        }
        let reading = try SingleDocument(document, module: name)
        let problems = reporting.judged(reading.problems)
        reporting.report(problems, in: reading.sources)
        guard let lowered = reading.lowered, !problems.hasErrors else { throw Exit.refused }
        Console.print(modelJSON(lowered.api))
    }
}

/// One document, read and lowered.
private struct SingleDocument {
    var sources = SourceFiles()
    var problems = Problems()
    var lowered: Lowered?

    init(_ path: String, module: Identifier? = Identifier("Client")) throws {
        let limits = Limits()
        let standardInput = path == "-" ? try Console.standardInput(limit: limits.bytes) : nil
        let files = DiskFiles(limit: limits.bytes, standardInput: standardInput)
        guard let module else { return }
        let client = Configuration.Client(document: Located(path), module: Located(module))
        lowered = lower(client, from: files, limits: limits, sources: &sources, problems: &problems)
    }
}
