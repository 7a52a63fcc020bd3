public import ArgumentParser
public import Generation

/// What is to be read: a configuration, or one document.
struct SourceOptions: ParsableArguments {
    @Argument(
        help: "An OpenAPI document, or '-' for standard input. Defaults to the configuration.",
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var document: String?

    @Option(
        help: ArgumentHelp("The configuration. (default: \(Workspace.defaultPath))", valueName: "file"),
        completion: .file(extensions: ["yaml", "yml", "json"]))
    var config: String?
}

/// What is to be generated.
struct InputOptions: ParsableArguments {
    @OptionGroup var source: SourceOptions

    @Option(help: ArgumentHelp("The module of a single document, and the name of its package.", valueName: "name"))
    var module: String?

    @Option(
        name: .shortAndLong, help: ArgumentHelp("The folder of the package.", valueName: "dir"), completion: .directory)
    var output: String?

    @Option(help: "The access level of the generated code of a single document. (default: public)")
    var access: Configuration.AccessLevel?

    @Option(help: "The layout of the output: a package, or sources for an existing module. (default: package)")
    var layout: Configuration.Layout?

    @Option(
        help: ArgumentHelp("The module from which sources import the runtime, instead of a copy.", valueName: "name")
    )
    var runtime: String?

    @Option(
        help: ArgumentHelp(
            "A folder of templates that replace built-in templates with the same path.", valueName: "dir"),
        completion: .directory)
    var templates: String?

    @OptionGroup(title: "Generate a part of a single document, with everything it needs") var part: PartOptions
    @OptionGroup var reading: DocumentOptions

    func validate() throws {
        try reading.validate(source, module: module)
        if source.document != nil {
            if output == nil { throw ValidationError("a single document requires '--output DIR'.") }
        } else if access != nil {
            throw ValidationError("'--access' requires a single document; in a configuration, use its keys.")
        } else if part.part != nil {
            throw ValidationError(
                "--tag, --path, --operation and --schema require a single document; in a configuration, use `only`.")
        }
    }
}

extension Configuration.AccessLevel: ExpressibleByArgument {}
extension Configuration.Layout: ExpressibleByArgument {}
