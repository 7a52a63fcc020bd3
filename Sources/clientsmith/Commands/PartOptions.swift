import ArgumentParser
import Generation

/// The part of a single document that is wanted.
struct PartOptions: ParsableArguments {
    @Option(
        name: .customLong("tag"),
        help: ArgumentHelp(
            "Take the operations with this tag. May be given again, like the three below.", valueName: "name"))
    var tags: [String] = []

    @Option(
        name: .customLong("path"),
        help: ArgumentHelp("Take the operations of this path, spelled as in the document.", valueName: "path"))
    var paths: [String] = []

    @Option(
        name: .customLong("operation"),
        help: ArgumentHelp(
            "Take the operation of this operationId, or of this method and path: 'GET /pets'.", valueName: "id"))
    var operations: [String] = []

    @Option(
        name: .customLong("schema"), help: ArgumentHelp("Take the component schema of this name.", valueName: "name"))
    var schemas: [String] = []

    /// `nil` where nothing was chosen: the whole document.
    var part: Configuration.Part? {
        func names(_ texts: [String]) -> [Located<String>] { texts.map { Located($0) } }
        let part = Configuration.Part(
            tags: names(tags), paths: names(paths), operations: names(operations), schemas: names(schemas))
        return part.isEmpty ? nil : part
    }
}
