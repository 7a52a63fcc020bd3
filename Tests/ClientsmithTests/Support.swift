import Foundation
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A folder that goes when the value does.
final class Scratch {
    let url: URL

    init() throws {
        url = FileManager.default.temporaryDirectory.appending(path: "clientsmith-\(UUID())")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    var path: String { url.path }

    func write(_ text: String, to path: String) throws {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try Data(text.utf8).write(to: file)
    }

    func read(_ path: String) throws -> String { try String(contentsOf: url.appending(path: path), encoding: .utf8) }

    func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: url.appending(path: path).path) }

    func remove(_ path: String) throws { try FileManager.default.removeItem(at: url.appending(path: path)) }

    func link(_ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: url.appending(path: path).path, withDestinationPath: target)
    }

    /// Every path below a folder and what stands there: text, or the target of a link.
    func contents(of folder: String) throws -> [String: String] {
        let root = url.appending(path: folder)
        var found: [String: String] = [:]
        for case let path as String in FileManager.default.enumerator(atPath: root.path) ?? .init() {
            let file = root.appending(path: path)
            if let target = try? FileManager.default.destinationOfSymbolicLink(atPath: file.path) {
                found[path] = "-> \(target)"
            } else if let text = try? String(contentsOf: file, encoding: .utf8) {
                found[path] = text
            }
        }
        return found
    }

    /// When each file below a folder was last changed, to the nanosecond.
    func times(of folder: String) throws -> [String: [Int]] {
        var times: [String: [Int]] = [:]
        for path in try contents(of: folder).keys {
            var status = stat()
            let file = url.appending(path: folder).appending(path: path).path
            guard lstat(file, &status) == 0 else { continue }
            #if canImport(Darwin)
                times[path] = [status.st_mtimespec.tv_sec, status.st_mtimespec.tv_nsec, Int(status.st_ino)]
            #else
                times[path] = [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
            #endif
        }
        return times
    }
}

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

enum Sample {
    static let pets = """
        openapi: 3.0.3
        info: {title: Pets, version: "1"}
        paths:
          /pets/{petId}:
            get:
              operationId: getPet
              tags: [pets]
              parameters:
                - {name: petId, in: path, required: true, schema: {type: string}}
              responses:
                "200":
                  description: One pet.
                  content:
                    application/json:
                      schema: {$ref: "#/components/schemas/Pet"}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              properties:
                name: {type: string}
                age: {type: integer, format: int32}

        """

    static let configuration = """
        package: Zoo
        output: ../Generated
        clients:
          - document: pets.yaml
            module: Pets

        """

    /// A folder with `specs/clientsmith.yaml` and `specs/pets.yaml`.
    static func folder() throws -> Scratch {
        let scratch = try Scratch()
        try scratch.write(configuration, to: "specs/clientsmith.yaml")
        try scratch.write(pets, to: "specs/pets.yaml")
        return scratch
    }
}
