import Foundation
import PackagePlugin

/// `swift package generate-clients`: writes what the package's configurations ask for, or with `--check` tells whether it is current.
///
/// A configuration is `clientsmith.yaml` in the package's folder, in its folder `specs` or in that of a target; `--config FILE` names one. All
/// other arguments are those of `clientsmith generate`, or of `clientsmith check`.
@main
struct ClientsmithCommand: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) async throws {
        var extractor = ArgumentExtractor(arguments)
        let command = extractor.extractFlag(named: "check") > 0 ? "check" : "generate"
        let rest = extractor.remainingArguments
        let tool = try context.tool(named: "clientsmith").url
        let folder = context.package.directoryURL
        var worst: Int32 = 0
        for configuration in try configurations(context.package, rest) {
            let status = try run(tool, [command] + configuration + rest, in: folder)
            worst = max(worst, status)
        }
        // The tool has said why; its status is the command's.
        if worst != 0 { exit(worst) }
    }

    /// The arguments that name the configurations, run by run.
    private func configurations(_ package: Package, _ arguments: [String]) throws -> [[String]] {
        if arguments.contains(where: { $0 == "--config" || $0.hasPrefix("--config=") || $0 == "--help" }) {
            return [[]]
        }
        let folders =
            [package.directoryURL, package.directoryURL.appending(path: "specs")] + package.targets.map(\.directoryURL)
        let found = folders.map { $0.appending(path: "clientsmith.yaml") }
            .filter { FileManager.default.fileExists(atPath: $0.path) }
        guard !found.isEmpty else {
            Diagnostics.error(
                "no clientsmith.yaml in the package's folder, in `specs`, or in the folder of a target; name one with `--config FILE`"
            )
            exit(66)
        }
        return found.map { ["--config", $0.path] }
    }

    private func run(_ tool: URL, _ arguments: [String], in folder: URL) throws -> Int32 {
        let process = Process()
        process.executableURL = tool
        process.arguments = arguments
        process.currentDirectoryURL = folder
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }
}
