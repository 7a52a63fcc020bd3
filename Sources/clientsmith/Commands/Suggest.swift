import ArgumentParser
@_spi(Naming) import ClientModel
import Diagnostics
import Generation
import YAML

/// `clientsmith suggest`.
struct Suggest: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print groups and names for a configuration, to be reviewed.",
        discussion: """
            The names are those that the document has for other generators (x-fern-…, x-speakeasy-…, x-ms-client-name) or a configuration of \
            Stainless has, and for all else those that the tool gives. Names that can't be used are reported and skipped. Nothing is written.

            EXAMPLES:
              clientsmith suggest petstore.yaml --module Petstore
              clientsmith suggest openapi.yaml --module Acme --stainless stainless.yml > specs/names.yaml
              clientsmith suggest --config specs/clientsmith.yaml
            """)

    @OptionGroup var source: SourceOptions

    @Option(help: ArgumentHelp("The module of a single document.", valueName: "name"))
    var module: String?

    @Option(
        help: ArgumentHelp("A configuration of Stainless whose resources name the methods.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml"]))
    var stainless: String?

    @Flag(help: "List each type that the document does not name, too.")
    var types = false

    @OptionGroup var options: DocumentOptions
    @OptionGroup var reporting: ReportOptions

    func validate() throws {
        try options.validate(source, module: module)
    }

    func run() throws {
        var workspace = try workspace()
        if stainless != nil, workspace.configuration.clients.count > 1 {
            throw ValidationError("'--stainless' requires a single document.")
        }
        let stainless = try self.stainless.map { path in
            try workspace.read(UserFile(path: path, unreadable: .unreadableDocument, summary: nil)) { tree, _ in tree }
        }
        var text = Suggestion.header
        var problems = Problems()
        for client in workspace.configuration.clients {
            guard let suggestion = workspace.suggest(for: client, stainless, allTypes: types, &problems) else { break }
            text += suggestion.text
        }
        problems = reporting.judged(problems)
        if problems.hasErrors { throw workspace.refusal(problems, "nothing printed") }
        workspace.report(problems)
        Console.print(text)
    }

    private func workspace() throws -> Workspace {
        let workspace = Workspace(reporting, options.limits.given)
        guard let document = source.document, let module else {
            return try workspace.opening(configuration: source.config ?? Workspace.defaultPath)
        }
        return try workspace.opening(
            document: document, module: try Identifier(argument: module), overlays: options.overlays)
    }
}
