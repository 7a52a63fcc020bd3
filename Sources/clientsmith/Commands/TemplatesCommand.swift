import ArgumentParser
import Diagnostics
import Emission
import Generation

/// `clientsmith templates`.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Export the templates, or describe their keys.",
        subcommands: [Export.self, Describe.self])

    /// `clientsmith templates export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the built-in templates to a folder for editing.",
            discussion: """
                Without names, export every template and README.md, which describes their keys. With names, export only these; sources of the \
                runtime can be named as well. If a file already exists and differs, nothing is written and the command exits with status 73.

                EXAMPLES:
                  clientsmith templates export templates
                  clientsmith templates export templates swift/header.mustache
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
        var folder: String

        @Argument(help: ArgumentHelp("Export only these templates, by path.", valueName: "template"))
        var names: [String] = []

        @OptionGroup var reporting: ReportOptions

        func run() throws {
            var files = ToolTemplates.own.filter { $0.path.hasSuffix(".mustache") }
            files.append(("README.md", templateReference()))
            if !names.isEmpty { files = try names.map(named) }
            let new = files.map { OutputFile(path: $0.path, bytes: Array($0.contents.utf8)) }
            let written = try NewFiles.write(new, to: folder, in: Workspace(reporting))
            for path in written { reporting.detail("wrote \(path)") }
            reporting.say("\(written.count) \(written.count == 1 ? "file" : "files") written to \(folder)")
        }

        private func named(_ name: String) throws -> (path: String, contents: String) {
            let all = ToolTemplates.own
            if let file = all.first(where: { $0.path == name }) { return file }
            let hint = nearest(to: name, among: all.map(\.path)).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError("unknown template '\(name)'.\(hint)")
        }
    }

    /// `clientsmith templates describe`.
    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print the keys of every template as Markdown.")

        func run() { Console.print(templateReference()) }
    }
}
