import Diagnostics
import Foundation
import OpenAPI
import YAML
import TestSupport

@testable import Generation

/// Files that are only in memory. The folder of every document is the root.
struct MemoryFiles: InputFiles {
    var texts: [String: String]

    func document(_ path: String) throws(LoadError) -> InputFile { try file(path, besides: path) }

    func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
        guard let text = texts[path] else { throw .missing }
        return InputFile(name: path, path: path, bytes: Array(text.utf8))
    }
}

extension Sample {
    /// What a run gives for texts in memory, `clientsmith.yaml` and `pets.yaml` unless told otherwise.
    static func output(
        _ documents: [String: String] = ["pets.yaml": pets], configuration: String = configuration,
        tool: Tool = Tool(templates: ToolTemplates())
    ) -> Output {
        var sources = SourceFiles()
        var problems = Problems()
        let tree = parse(
            Array(configuration.utf8), name: "clientsmith.yaml", into: &sources, problems: &problems)
        guard let tree, !problems.hasErrors, let read = Configuration(tree, problems: &problems) else {
            return Output(problems: problems, sources: sources)
        }
        return generate(read, from: MemoryFiles(texts: documents), with: tool, sources: sources)
    }

    /// The output as it is on disk when it is written.
    static func disk(_ output: Output) -> [String: [UInt8]] {
        Dictionary(uniqueKeysWithValues: output.allFiles.map { ($0.path, $0.bytes) })
    }

    /// The findings word for word.
    static func text(_ output: Output) -> String {
        Report(output.problems, in: output.sources).text(folding: .none)
    }
}
