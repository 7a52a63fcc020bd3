import Foundation

/// Writes one Swift file holding every template as a string literal.
///
/// Arguments: the output file, the folder the names are relative to, then the files to embed. A string literal
/// compiles an order of magnitude faster than the byte array of `.embedInCode`.
@main
enum EmbedTemplates {
    static func main() throws {
        let arguments = Array(CommandLine.arguments.dropFirst())
        guard arguments.count >= 2 else {
            throw CocoaError(.fileNoSuchFile)
        }
        let root = arguments[1].hasSuffix("/") ? arguments[1] : arguments[1] + "/"
        let entries = try arguments.dropFirst(2).sorted().map { path in
            let text = try String(contentsOfFile: path, encoding: .utf8)
            let name = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
            return "    (\(literal(name)), \(literal(text))),\n"
        }
        let source = """
            /// The files under `Templates/`: path relative to that folder, and contents.
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
