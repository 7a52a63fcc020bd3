import Foundation
import PackagePlugin

/// Embeds the package's templates and the sources of its runtime into the target that uses the plug-in.
@main
struct EmbedTemplates: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
        let package = context.package.directoryURL
        let templates = package.appending(path: "Templates")
        let runtime = package.appending(path: "Sources/ClientRuntime")
        let files = Self.files(below: templates, extension: "mustache") + Self.files(below: runtime, extension: "swift")
        let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedTemplates.swift")
        return [
            .buildCommand(
                displayName: "Embedding \(files.count) templates",
                executable: try context.tool(named: "embed-templates").url,
                arguments: [output.path, templates.path, runtime.deletingLastPathComponent().path] + files.map(\.path),
                inputFiles: files, outputFiles: [output])
        ]
    }

    private static func files(below folder: URL, extension: String) -> [URL] {
        let enumerator = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (enumerator?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == `extension` }
            .sorted { $0.path < $1.path }
    }
}
