import ArgumentParser

/// Reads OpenAPI documents and writes the Swift packages that call the services they describe.
@main
struct Clientsmith: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "clientsmith",
        abstract: "Writes Swift packages that call the services OpenAPI documents describe.",
        discussion: """
            EXAMPLES:
              Write what specs/clientsmith.yaml asks for:
                clientsmith generate
              Make a package of one document:
                clientsmith generate petstore.yaml --module Petstore --output PetstoreClient
              Tell whether checked-in output is current:
                clientsmith check
              Read a document and say what is wrong with it:
                clientsmith lint petstore.yaml

            EXIT STATUS:
              0   done, or the output is current
              1   check: a document has changed since the output was written
              2   check: only the tool, a template or the configuration has
              3   check: a file was edited, is missing, or is extra
              64  the command line is wrong
              65  a document, configuration or template is refused; nothing was written
              66  an input cannot be opened
              73  the output cannot be written

            SHELL COMPLETIONS:
              clientsmith --generate-completion-script bash|zsh|fish
            """,
        version: version,
        subcommands: [Generate.self, CheckCommand.self, Lint.self, Model.self])
}

/// How the process ends, by the numbers of sysexits(3).
enum Exit {
    static let refused = ExitCode(65)
    static let noInput = ExitCode(66)
    static let cannotWrite = ExitCode(73)
}
