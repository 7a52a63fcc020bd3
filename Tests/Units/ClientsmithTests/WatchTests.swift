import Foundation
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// `clientsmith generate --watch`.
@Suite struct WatchTests {
    private let folder: Scratch

    init() throws { folder = try Sample.folder() }

    @Test func generatesAgainAfterAChange() throws {
        let watch = try Watching(["generate", "--watch"], in: folder)
        defer { watch.stop() }
        #expect(watch.waits { folder.exists("Generated/clientsmith.json") && watch.rounds == 1 })

        try folder.write(Sample.pets.replacing("/pets/", with: "/animals/"), to: "specs/pets.yaml")
        #expect(watch.waits { watch.rounds == 2 }, "\(watch.log)")
        #expect(try folder.read("Generated/Sources/Pets/PetsAPI.swift").contains("/animals/"))

        // A fault is reported, and its fix noticed.
        try folder.write("openapi: 3.0.3\n", to: "specs/pets.yaml")
        #expect(watch.waits { watch.rounds == 3 })
        #expect(watch.log.contains("specs/pets.yaml:1:1: error: "))
        try folder.write(Sample.pets, to: "specs/pets.yaml")
        #expect(watch.waits { watch.rounds == 4 })
        #expect(try folder.read("Generated/Sources/Pets/PetsAPI.swift").contains("/pets/"))
    }

    @Test func noticesAFileThatWasMissing() throws {
        try folder.write(Sample.pets.replacing("#/components/schemas/Pet", with: "pet.yaml"), to: "specs/pets.yaml")
        let watch = try Watching(["generate", "--watch", "--strict"], in: folder)
        defer { watch.stop() }
        #expect(watch.waits { watch.rounds == 1 })
        #expect(!folder.exists("Generated/clientsmith.json"), "\(watch.log)")
        try folder.write("type: object\nproperties: {name: {type: string}}\n", to: "specs/pet.yaml")
        #expect(watch.waits { watch.rounds == 2 })
        #expect(folder.exists("Generated/clientsmith.json"), "\(watch.log)")
    }

    @Test func watchesTemplates() throws {
        let template = "{{% CONTENT_TYPE:TEXT}}\n// One.\n"
        try folder.write(template, to: "templates/swift/header.mustache")
        let watch = try Watching(["generate", "--watch", "--templates", "templates"], in: folder)
        defer { watch.stop() }
        #expect(watch.waits { watch.rounds == 1 })
        try folder.write(template.replacing("One", with: "Two"), to: "templates/swift/header.mustache")
        #expect(watch.waits { watch.rounds == 2 })
        #expect(try folder.read("Generated/Sources/Pets/Pets.swift").contains("// Two."), "\(watch.log)")
    }

    @Test func endsWithoutAConfigurationOrAFile() throws {
        try folder.remove("specs/clientsmith.yaml")
        #expect(try Tool.run("generate", "--watch", in: folder).status == 66)
        let piped = try Tool.run(
            "generate", "-", "--module", "Pets", "--output", "Out", "--watch", in: folder, input: Sample.pets)
        #expect(piped.status == 64)
    }
}

/// A tool that runs until it is stopped.
private final class Watching {
    private let process = Process()
    private let messages: URL

    init(_ arguments: [String], in folder: Scratch) throws {
        messages = folder.url.appending(path: "messages")
        try Data().write(to: messages)
        process.executableURL = Tool.executable
        process.arguments = arguments
        process.currentDirectoryURL = folder.url
        process.standardError = try FileHandle(forWritingTo: messages)
        try process.run()
    }

    var log: String { (try? String(contentsOf: messages, encoding: .utf8)) ?? "" }

    /// The number of runs that ended.
    var rounds: Int { log.split(separator: "\n").count { $0.hasPrefix("watching ") } }

    /// Whether a condition comes true within a minute.
    func waits(_ condition: () -> Bool) -> Bool {
        let end = Date.now.addingTimeInterval(60)
        while Date.now < end {
            if condition() { return true }
            usleep(20_000)
        }
        return false
    }

    func stop() {
        // Threads of tests block other signals, and programs inherit that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }
}
