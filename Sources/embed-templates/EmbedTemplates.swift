import Foundation

/// Writes one Swift file with every template as a string literal.
///
/// Arguments: the output file, the two folders that names are relative to, then the files to embed. A string literal
/// compiles an order of magnitude faster than the byte array of `.embedInCode`.
@main
enum EmbedTemplates {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 3 else {
            throw CocoaError(.fileNoSuchFile)
        }
        let roots = arguments[1...2].map { $0.hasSuffix("/") ? $0 : $0 + "/" }
        let files = arguments.dropFirst(3).map { path in
            let root = roots.first(where: path.hasPrefix) ?? ""
            return (name: String(path.dropFirst(root.count)), path: path)
        }
        let entries = try files.sorted { $0.name < $1.name }.map { file in
            "    (\(literal(file.name)), \(literal(try String(contentsOfFile: file.path, encoding: .utf8)))),\n"
        }
        let source = """
            /// The templates and the runtime's sources: path relative to `Templates` or `Sources`, and contents.
            package let embeddedTemplates: [(path: String, contents: String)] = [
            \(entries.joined())]

            """
        try source.write(toFile: arguments[0], atomically: true, encoding: .utf8)
    }

    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
