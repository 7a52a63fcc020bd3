public import ArgumentParser
public import Generation

/// What is to be generated: a configuration, or one document.
struct InputOptions: ParsableArguments {
    @Argument(
        help: "An OpenAPI document, or '-' for standard input. Without one the configuration is used.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String?

    @Option(
        help: ArgumentHelp("The configuration. (default: specs/clientsmith.yaml)", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?

    @Option(help: ArgumentHelp("The module a single document becomes, and the name of its package.", valueName: "name"))
    var module: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder of the package.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(help: "Who may use what is made of a single document. (default: public)")
    var access: Configuration.AccessLevel?

    @Option(help: "What is written: a package, or sources for a module of yours. (default: package)")
    var layout: Configuration.Layout?

    @Option(
        help: ArgumentHelp("The module sources import their runtime from, in place of a copy of it.", valueName: "name")
    )
    var runtime: String?

    @Option(
        help: ArgumentHelp(
            "A folder whose templates replace the tool's own of the same path.", valueName: "dir"),
        completion: .directory)
    var templates: String?

    @OptionGroup(title: "A part of a single document, with all it needs and nothing more") var part: PartOptions
    @OptionGroup var reading: DocumentOptions

    func validate() throws {
        if document != nil {
            if module == nil { throw ValidationError("a single document needs '--module NAME'.") }
            if output == nil { throw ValidationError("a single document needs '--output DIR'.") }
            if config != nil { throw ValidationError("give a document or '--config', not both.") }
        } else if module != nil {
            throw ValidationError("'--module' goes with a single document.")
        } else if access != nil || !reading.overlays.isEmpty {
            let option = access != nil ? "--access" : "--overlay"
            throw ValidationError("'\(option)' goes with a single document; a configuration has its own.")
        } else if part.part != nil {
            throw ValidationError("a part is chosen of a single document; a configuration has `only`.")
        }
    }
}

extension Configuration.AccessLevel: ExpressibleByArgument {}
extension Configuration.Layout: ExpressibleByArgument {}
