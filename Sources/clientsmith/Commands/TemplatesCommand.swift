import ArgumentParser
import Diagnostics
import Emission
import Generation

/// `clientsmith templates`.
struct TemplatesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "templates",
        abstract: "Write out the templates, or say what they are given.",
        subcommands: [Export.self, Describe.self])

    /// `clientsmith templates export`.
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write the tool's templates to a folder, to be changed there.",
            discussion: """
                Without names every template is written, and README.md, which says what each is given; with names those alone, which may be \
                sources of the runtime too. A file that is there already and differs is not overwritten: nothing is written then, and the run ends \
                with status 73.

                EXAMPLES:
                  clientsmith templates export templates
                  clientsmith templates export templates swift/header.mustache
                """)

        @Argument(help: ArgumentHelp("The folder.", valueName: "dir"), completion: .directory)
        var folder: String

        @Argument(help: ArgumentHelp("Only these, by their paths.", valueName: "template"))
        var names: [String] = []

        @OptionGroup var reporting: ReportOptions

        func run() throws {
            var files = ToolTemplates.own.filter { $0.path.hasSuffix(".mustache") }
            files.append(("README.md", templateReference()))
            if !names.isEmpty { files = try names.map(named) }
            let new = files.map { OutputFile(path: $0.path, bytes: Array($0.contents.utf8)) }
            let written = try NewFiles.write(new, to: folder, reporting)
            for path in written { reporting.detail("wrote \(path)") }
            reporting.say("\(written.count) \(written.count == 1 ? "file" : "files") written to \(folder)")
        }

        private func named(_ name: String) throws -> (path: String, contents: String) {
            let all = ToolTemplates.own
            if let file = all.first(where: { $0.path == name }) { return file }
            let hint = nearest(to: name, among: all.map(\.path)).map { " Did you mean '\($0)'?" } ?? ""
            throw ValidationError("there is no template '\(name)'.\(hint)")
        }
    }

    /// `clientsmith templates describe`.
    struct Describe: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Print what every template is given, key by key, as Markdown.")

        func run() { Console.print(templateReference()) }
    }
}
