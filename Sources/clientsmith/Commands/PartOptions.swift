import ArgumentParser
import Generation

/// The part of a single document that is wanted.
struct PartOptions: ParsableArguments {
    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp(
            "Include the operations with this tag. Can be repeated, as can the next three options.", valueName: "name"))
    var tags: [String] = []

    @Option(
        name: .customLong("path"),
        help: ArgumentHelp("Include the operations of this path, spelled as in the document.", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("operation"),
        help: ArgumentHelp(
            "Include the operation with this operationId, or with this method and path: 'GET /pets'.", valueName: "id"))
    var operations: [String] = []

    @Option(
        name: .customLong("schema"),
        help: ArgumentHelp("Include the component schema with this name.", valueName: "name"))
    var schemas: [String] = []

    /// `nil` where nothing was chosen: the whole document.
    var part: Configuration.Part? {
        func names(_ texts: [String]) -> [Located<String>] { texts.map { Located($0) } }
        let part = Configuration.Part(
            tags: names(tags), paths: names(paths), operations: names(operations), schemas: names(schemas))
        return part.isEmpty ? nil : part
    }
}
