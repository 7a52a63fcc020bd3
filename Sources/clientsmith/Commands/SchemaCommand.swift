import ArgumentParser
import Generation

/// `clientsmith schema`.
struct SchemaCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the configuration.",
        discussion: """
            Editors complete and check a configuration whose first line names the schema, as 'init' writes it:
              # yaml-language-server: $schema=clientsmith.schema.json

            EXAMPLES:
              clientsmith schema >specs/clientsmith.schema.json
            """)

    func run() { Console.print(configurationSchema()) }
}
