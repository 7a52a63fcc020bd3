import Foundation
import TestSupport
import Testing

/// How a process ended.
struct Ended {
    var status: Int32
    var output: String
    var errors: String
}

/// The built product.
enum Tool {
    static let executable: URL = {
        let tests = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        // On Apple's platforms the tests are in a bundle, and are run by a helper of the toolchain.
        let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL
            .deletingLastPathComponent()
        return (bundle ?? tests).appending(path: "clientsmith")
    }()

    static func run(
        _ arguments: String..., in folder: Scratch, input: String = "", environment: [String: String] = [:]
    ) throws -> Ended {
        try start(arguments, in: folder, input: input, environment: environment)()
    }

    /// Starts the tool; calling the result waits for its end.
    static func start(
        _ arguments: [String], in folder: Scratch, input: String = "", environment: [String: String] = [:]
    ) throws -> () throws -> Ended {
        let process = Process()
        process.executableURL = executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files rather than pipes, because a full pipe would stop the tool.
        let id = UUID().uuidString
        let logs = FileManager.default.temporaryDirectory
        let (stdin, stdout, stderr) = (
            logs.appending(path: "\(id).in"), logs.appending(path: "\(id).out"), logs.appending(path: "\(id).err")
        )
        try Data(input.utf8).write(to: stdin)
        try Data().write(to: stdout)
        try Data().write(to: stderr)
        process.standardInput = try FileHandle(forReadingFrom: stdin)
        process.standardOutput = try FileHandle(forWritingTo: stdout)
        process.standardError = try FileHandle(forWritingTo: stderr)
        try process.run()
        return {
            process.waitUntilExit()
            defer { for file in [stdin, stdout, stderr] { try? FileManager.default.removeItem(at: file) } }
            return Ended(
                status: process.terminationStatus, output: try String(contentsOf: stdout, encoding: .utf8),
                errors: try String(contentsOf: stderr, encoding: .utf8))
        }
    }
}

extension Sample {
    /// A folder with `specs/clientsmith.yaml` and `specs/pets.yaml`.
    static func folder() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write(configuration, to: "specs/clientsmith.yaml")
        try scratch.write(pets, to: "specs/pets.yaml")
        return scratch
    }
}
