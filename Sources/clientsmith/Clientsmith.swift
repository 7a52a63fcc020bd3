import ArgumentParser
import Generation

@main
enum Main {
    static func main() {
        Allocator.takeLargeSteps()
        LargeStack.run { Clientsmith.main() }
    }
}

/// Reads OpenAPI documents and writes the Swift packages that call the services they describe.
struct Clientsmith: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clientsmith",
        abstract: "Generate Swift clients from OpenAPI documents.",
        discussion: """
            EXAMPLES:
              Create a configuration and a package for documents:
                clientsmith init specs/petstore.yaml
              Generate the clients of specs/clientsmith.yaml:
                clientsmith generate
              Generate a package for one document:
                clientsmith generate petstore.yaml --module Petstore --output PetstoreClient
              Download new versions of documents:
                clientsmith fetch
              Check whether checked-in output is current:
                clientsmith check
              Check a document for problems:
                clientsmith lint petstore.yaml
              List what a new version of a document breaks:
                clientsmith diff petstore-1.yaml petstore-2.yaml

            MESSAGES AND RESULTS:
              Messages go to standard error. Results go to standard output: the difference of 'check', the changes of 'diff', the JSON of \
            'model' and the YAML of 'suggest'. Colors are used on terminals only, unless NO_COLOR is set.

            EXIT STATUS:
              0   done, or the output is current
              1   check: a document has changed since the output was written
                  diff: there is a change of the kind of '--fail-on'
              2   check: only the tool, a template or the configuration has changed
              3   check: a file was edited, is missing, or is extra
              64  the command line is wrong
              65  a document, configuration or template is invalid; nothing was written
              66  a file named on the command line can't be read
              69  fetch: a document can't be downloaded
              73  the output folder can't be used, or contains files that the tool did not write
              74  reading or writing the output failed

            SHELL COMPLETIONS:
              clientsmith --generate-completion-script bash|zsh|fish
            """,
        version: toolVersion,
        subcommands: [
            Init.self, Generate.self, CheckCommand.self, Fetch.self, Diff.self, Lint.self, Model.self,
            Suggest.self, SchemaCommand.self, TemplatesCommand.self,
        ])
}
