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
        abstract: "Writes Swift packages that call the services OpenAPI documents describe.",
        discussion: """
            EXAMPLES:
              Begin with a configuration and a package for documents:
                clientsmith init specs/petstore.yaml
              Write what specs/clientsmith.yaml asks for:
                clientsmith generate
              Make a package of one document:
                clientsmith generate petstore.yaml --module Petstore --output PetstoreClient
              Bring new versions of documents:
                clientsmith fetch
              Tell whether checked-in output is current:
                clientsmith check
              Read a document and say what is wrong with it:
                clientsmith lint petstore.yaml
              Say what a new version of a document breaks:
                clientsmith diff petstore-1.yaml petstore-2.yaml

            MESSAGES AND RESULTS:
              Messages go to standard error; results, which are the difference 'check' finds, what 'diff' says and the JSON 'model' prints, go to standard \
            output. Colours are for terminals only, and off where NO_COLOR is set.

            EXIT STATUS:
              0   done, or the output is current
              1   check: a document has changed since the output was written
                  diff: there is a change as bad as '--fail-on' says
              2   check: only the tool, a template or the configuration has
              3   check: a file was edited, is missing, or is extra
              64  the command line is wrong
              65  a document, configuration or template is refused; nothing was written
              66  a file named on the command line can't be read
              69  fetch: a document can't be had from where it comes from
              73  the output folder can't be used, or holds something the tool did not write
              74  reading or writing the output failed

            SHELL COMPLETIONS:
              clientsmith --generate-completion-script bash|zsh|fish
            """,
        version: toolVersion,
        subcommands: [
            Init.self, Generate.self, CheckCommand.self, Fetch.self, Diff.self, Lint.self, Model.self,
            TemplatesCommand.self,
        ])
}
