import Foundation

/// Writes `Sources/Templates/EmbeddedTemplates.swift`: every template and every source of the runtime as a string literal.
///
/// Run in the root of the repository, by `make embed`. The file is checked in, so that building needs no plug-in. Literals of several lines have the lines of
/// the files, so that a change of a template is as small in the file as in the template.
@main
enum EmbedTemplates {
    static let output = "Sources/Templates/EmbeddedTemplates.swift"

    static func main() throws {
        let files =
            try files(below: "Templates", extension: "mustache", root: "Templates/")
            + files(below: "Sources/ClientRuntime", extension: "swift", root: "Sources/")
        let entries = try files.sorted { $0.name < $1.name }.map { file in
            "    (\"\(file.name)\", \(literal(try String(contentsOfFile: file.path, encoding: .utf8)))),\n"
        }
        let source = """
            // swift-format-ignore-file
            // Written by `make embed`.

            /// The templates and the runtime's sources: path relative to `Templates` or `Sources`, and contents.
            let embeddedTemplates: [(path: String, contents: String)] = [
            \(entries.joined())]

            """
        if source != (try? String(contentsOfFile: output, encoding: .utf8)) {
            try source.write(toFile: output, atomically: true, encoding: .utf8)
        }
    }

    /// The files with an extension, named by their paths from `root`.
    private static func files(below folder: String, extension: String, root: String) throws -> [(
        name: String, path: String
    )] {
        let paths = FileManager.default.enumerator(atPath: folder)?.compactMap { $0 as? String } ?? []
        guard !paths.isEmpty else { throw CocoaError(.fileNoSuchFile) }
        return paths.filter { $0.hasSuffix("." + `extension`) }.map { path in
            let path = "\(folder)/\(path)"
            return (String(path.dropFirst(root.count)), path)
        }
    }

    /// A literal that holds the lines as they are, between as many number signs as no line has behind quotes or a backslash.
    private static func literal(_ text: String) -> String {
        var signs = "#"
        while text.contains("\"\"\"" + signs) || text.contains("\\" + signs) { signs += "#" }
        return "\(signs)\"\"\"\n\(text)\n\"\"\"\(signs)"
    }
}
