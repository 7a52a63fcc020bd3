import Foundation
import TestSupport
import Testing

@testable import Generation

/// What holds for the repository as a whole.
@Suite struct RepositoryTests {
    /// What each module may import, besides what the system brings.
    static let imports: [String: Set<String>] = [
        "Sources/Diagnostics": [],
        "Sources/YAML": ["CLibYAML", "Diagnostics"],
        "Sources/Overlays": ["YAML", "Diagnostics"],
        "Sources/OpenAPI": ["YAML", "Diagnostics"],
        "Sources/ClientModel": ["Diagnostics"],
        "Sources/Changes": ["ClientModel", "Diagnostics"],
        // Examples and defaults reach the model as the document's own values.
        "Sources/Lowering": ["OpenAPI", "YAML", "ClientModel", "Diagnostics"],
        "Sources/Emission": ["ClientModel", "Diagnostics"],
        "Sources/Templates": [],
        "Sources/Generation": [
            "YAML", "Overlays", "OpenAPI", "ClientModel", "Lowering", "Emission", "Changes", "Templates", "Diagnostics",
            "Crypto",
        ],
        "Sources/clientsmith": [
            "YAML", "OpenAPI", "ClientModel", "Lowering", "Emission", "Changes", "Generation", "Diagnostics",
            "ArgumentParser", "CMalloc",
        ],
        "Sources/embed-templates": [],
        "Sources/ClientsmithPlugin": ["PackagePlugin"],
        "Sources/ClientsmithCommand": ["PackagePlugin"],
        // All but HTTPTypes behind the trait AsyncHTTPClient.
        "Sources/ClientRuntime": ["HTTPTypes", "AsyncHTTPClient", "NIOCore", "NIOHTTP1", "NIOHTTPCompression"],
    ]

    static let system: Set<String> = [
        "Android", "Darwin", "Dispatch", "Glibc", "Musl", "Synchronization", "WASILibc", "os", "ucrt",
    ]
    /// Where start-up time does not count, or the platform's networking is what the module is for.
    static let withFoundation: Set<String> = [
        "Sources/embed-templates", "Sources/ClientsmithPlugin", "Sources/ClientsmithCommand", "Sources/ClientRuntime",
    ]

    /// Text of other files, which are checked themselves.
    static let embeddedTemplates = "Sources/Templates/EmbeddedTemplates.swift"

    @Test func everyModuleIsInTheTable() throws {
        let modules = try Self.folders("Sources").filter { !Self.swiftFiles($0).isEmpty }
        #expect(Set(modules) == Set(Self.imports.keys))
    }

    @Test func embeddedTemplatesAreCurrent() throws {
        let templates = Self.textFiles(in: "Templates").filter { $0.hasSuffix(".mustache") }
            .map { (name: String($0.dropFirst("Templates/".count)), path: $0) }
        let runtime = Self.swiftFiles("Sources/ClientRuntime").map {
            (name: String($0.dropFirst("Sources/".count)), path: $0)
        }
        let files = (templates + runtime).sorted { $0.name < $1.name }
        #expect(ToolTemplates.own.map(\.path) == files.map(\.name), "run `make embed`")
        for (embedded, file) in zip(ToolTemplates.own, files) {
            let text = try String(contentsOf: Repository.root.appending(path: file.path), encoding: .utf8)
            #expect(embedded.contents == text, "\(file.path) has changed; run `make embed`")
        }
    }

    /// A schema of such a name would be taken for the runtime's type inside the service's.
    @Test func theRuntimesTypesThatGeneratedCodeNamesAreReserved() throws {
        // The list of the runtime's files spells no code.
        let files = Self.swiftFiles("Sources/Emission").filter { !$0.hasSuffix("/RuntimeFiles.swift") }
        let emission = try (files + Self.textFiles(in: "Templates/swift"))
            .map { try String(contentsOf: Repository.root.appending(path: $0), encoding: .utf8) }.joined()
        let words = Set(emission.split { !$0.isLetter && !$0.isNumber })
        let kinds: Set<Substring> = ["struct", "enum", "class", "protocol", "typealias"]
        var found = 0
        for file in Self.swiftFiles("Sources/ClientRuntime") {
            let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n") where line.hasPrefix("public ") {
                let parts = line.split { !$0.isLetter && !$0.isNumber }
                guard let kind = parts.firstIndex(where: kinds.contains), kind + 1 < parts.count,
                    words.contains(parts[kind + 1])
                else { continue }
                found += 1
                #expect(ReservedModules.reason(against: String(parts[kind + 1])) != nil, "\(parts[kind + 1])")
            }
        }
        #expect(found > 30)
    }

    @Test(arguments: imports.keys.sorted()) func importsOnlyWhatItMay(_ module: String) throws {
        var allowed = (Self.imports[module] ?? []).union(Self.system)
        if Self.withFoundation.contains(module) {
            allowed.formUnion(["Foundation", "FoundationEssentials", "FoundationNetworking"])
        }
        let files = Self.swiftFiles(module)
        #expect(!files.isEmpty)
        for file in files where file != Self.embeddedTemplates {
            let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            for line in text.split(separator: "\n") {
                guard let name = Self.importedModule(line) else { continue }
                #expect(allowed.contains(name), "\(file) imports \(name)")
            }
        }
    }

    /// The module an import line names, whatever stands before and behind it.
    static func importedModule(_ line: Substring) -> String? {
        let words = line.split(separator: " ")
        guard let index = words.firstIndex(of: "import"), index + 1 < words.count,
            words[..<index].allSatisfy({
                ["public", "package", "internal", "fileprivate", "private"].contains($0) || $0.hasPrefix("@")
            })
        else { return nil }
        let kinds: Set<Substring> = ["struct", "class", "enum", "protocol", "func", "var", "let", "typealias"]
        let name = kinds.contains(words[index + 1]) ? words.last : words[index + 1]
        return name?.split(separator: ".").first.map(String.init)
    }

    /// Words that say a thing is not done, and paths of one machine.
    static let unwanted = ["TO" + "DO", "FIX" + "ME", "/Us" + "ers/", "/ho" + "me/", "/ro" + "ot/", "/wo" + "rk/"]

    @Test func nothingIsLeftForLaterOrForOneMachine() throws {
        var count = 0
        for file in Self.textFiles() {
            guard let text = try? String(contentsOf: Repository.root.appending(path: file), encoding: .utf8) else {
                continue
            }
            count += 1
            for word in Self.unwanted where text.contains(word) { Issue.record("\(file) holds '\(word)'") }
        }
        #expect(count > 100)
    }

    /// Commands read under the limits of their workspace.
    @Test func commandsMakeLimitsInOnePlace() throws {
        let files = Self.swiftFiles("Sources/clientsmith").filter {
            let text = try? String(contentsOf: Repository.root.appending(path: $0), encoding: .utf8)
            return text?.contains("Limits()") == true
        }
        #expect(files.map { $0.split(separator: "/").last } == ["ReadingOptions.swift"])
    }

    /// Workspaces read what a command needs, and one file decides how a command ends.
    @Test(arguments: [
        ("YAML.parse(", "WorkspaceReading.swift"), ("DiskFiles(", "Workspace.swift"), ("GitFiles(", "Workspace.swift"),
        ("ExitCode(", "Exit.swift"),
    ]) func commandsDecideInOnePlace(_ call: String, _ file: String) throws {
        let files = try Self.swiftFiles("Sources/clientsmith").filter {
            try String(contentsOf: Repository.root.appending(path: $0), encoding: .utf8).contains(call)
        }
        #expect(files.map { $0.split(separator: "/").last.map(String.init) } == [file])
    }

    /// The tool and what it writes end in an error or go on; neither stops the process.
    @Test func nothingTraps() throws {
        let traps = ["try" + "! ", "fatal" + "Error(", "precondition" + "Failure(", " as" + "! "]
        let files = Self.textFiles().filter {
            $0.hasSuffix(".swift") && ($0.hasPrefix("Sources/") || $0.hasPrefix("Templates/"))
        }
        #expect(!files.isEmpty)
        for file in files {
            let text = try String(contentsOf: Repository.root.appending(path: file), encoding: .utf8)
            for trap in traps where text.contains(trap) { Issue.record("\(file) holds '\(trap)'") }
        }
    }

    private static func folders(_ path: String) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: path).path)
            .map { "\(path)/\($0)" }
    }

    static func swiftFiles(_ folder: String) -> [String] {
        textFiles(in: folder).filter { $0.hasSuffix(".swift") }
    }

    /// What the repository holds, without what building leaves in it.
    private static func textFiles() -> [String] {
        let folders = ["Sources", "Templates", "Tests", "Release", "specs", "Generated", ".ci"].flatMap {
            textFiles(in: $0)
        }
        return folders + ["Package.swift", "README.md", "CHANGELOG.md", ".gitignore", ".swift-format"]
    }

    static func textFiles(in folder: String) -> [String] {
        let root = Repository.root.appending(path: folder)
        let left: Set<String> = [".build", ".swiftpm", ".venv", "__pycache__", ".pytest_cache"]
        let all = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        return all.filter { left.isDisjoint(with: $0.split(separator: "/").map(String.init)) }.sorted()
            .map { "\(folder)/\($0)" }
    }
}
