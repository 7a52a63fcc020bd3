import Foundation
import PackagePlugin

/// Generates the clients of a target into the build folder, as a step of its build.
///
/// The target's folder holds `clientsmith.yaml` and the documents that it names; the target depends on the product `ClientRuntime`. The
/// declarations are part of the target's own module.
@main
struct ClientsmithPlugin: BuildToolPlugin {
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let configuration = target.directoryURL.appending(path: "clientsmith.yaml")
        guard FileManager.default.fileExists(atPath: configuration.path) else {
            Diagnostics.error("target '\(target.name)' has no clientsmith.yaml in \(target.directoryURL.path)")
            return []
        }
        let output = context.pluginWorkDirectoryURL.appending(path: "Clients")
        return [
            .buildCommand(
                displayName: "Generating the clients of \(target.name)",
                executable: try context.tool(named: "clientsmith").url,
                arguments: [
                    "generate", "--config", configuration.path, "--output", output.path, "--layout", "fixed",
                    "--runtime",
                    "ClientRuntime", "--frozen-names", "--quiet",
                ],
                inputFiles: documents(in: target.directoryURL),
                outputFiles: sources.map { output.appending(path: $0) })
        ]
    }

    /// The files of a fixed layout, which are the same for all documents.
    private var sources: [String] {
        ["GeneratedClients.swift"] + (1...4).map { "GeneratedOperations\($0).swift" }
            + (1...8).map { "GeneratedTypes\($0).swift" }
    }

    /// Every file the clients may depend on: what a document refers to is known only to who has read it.
    private func documents(in folder: URL) -> [URL] {
        let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (files?.compactMap { $0 as? URL } ?? [])
            .filter { ["yaml", "yml", "json", "mustache"].contains($0.pathExtension.lowercased()) }
            .sorted { $0.path < $1.path }
    }
}
