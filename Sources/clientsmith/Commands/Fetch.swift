import ArgumentParser
import ClientModel
import Diagnostics
import Generation
import YAML

/// `clientsmith fetch`.
struct Fetch: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Download the latest version of each configured document.",
        discussion: """
            The only command that opens a connection. Download the document of each client with a `source`, check it with the client's overlays, \
            replace the old document, and record its `sha256` in the configuration. Invalid documents are not written, and documents that were \
            edited since they were fetched are not overwritten. Files that a document refers to are not downloaded.

            EXAMPLES:
              clientsmith fetch
              clientsmith fetch --only Petstore --config api/clientsmith.yaml
              clientsmith fetch && clientsmith generate && clientsmith diff --since HEAD --markdown
            """)

    @Option(
        help: ArgumentHelp("The configuration.", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config = Workspace.defaultPath

    @Option(help: ArgumentHelp("A client's module. Can be repeated. (default: all)", valueName: "module"))
    var only: [String] = []

    @Flag(help: "Also overwrite documents that were edited locally or were never fetched.")
    var overwriteEdited = false

    @Flag(help: "Download and check the documents without writing them.")
    var dryRun = false

    @OptionGroup var limits: LimitOptions
    @OptionGroup var reporting: ReportOptions

    func run() throws {
        let workspace = try Workspace(reporting, limits.given).opening(configuration: config)
        var documents: [FetchedDocument] = []
        for client in try chosen(in: workspace) {
            documents.append(try FetchedDocument(client, in: workspace))
        }
        try refuseEdited(documents, in: workspace)
        for document in documents { reporting.say(document.summary) }
        guard !dryRun else { return }
        try FetchedFiles(documents: documents, workspace: workspace).write()
    }

    private func chosen(in workspace: Workspace) throws -> [Configuration.Client] {
        let clients = workspace.configuration.clients
        let modules = clients.map(\.module.value.text)
        for module in only where !modules.contains(module) {
            let known = nearest(to: module, among: modules).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError("the configuration has no client '\(module)'.\(known)")
        }
        let chosen = clients.filter {
            $0.source != nil && (only.isEmpty || only.contains($0.module.value.text))
        }
        if chosen.isEmpty {
            throw workspace.failure(
                .noSource, "\(quote(workspace.path ?? "", limit: 200)) has no source of a document",
                hint: "add `source: https://…` to a client")
        }
        return chosen
    }

    private func refuseEdited(_ documents: [FetchedDocument], in workspace: Workspace) throws {
        let edited = documents.filter { $0.isEdited && !overwriteEdited }
        if edited.isEmpty { return }
        throw workspace.occupied(
            edited.map {
                (
                    $0.path, "was edited since it was fetched and would be overwritten",
                    "move the changes to an overlay, or use `--overwrite-edited`"
                )
            })
    }
}
