@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import OpenAPI
import TestSupport
import Testing

@testable import Generation

@Suite struct GenerateTests {
    @Test func sameInputSameBytes() {
        let first = Sample.output()
        for _ in 0..<5 {
            let again = Sample.output()
            #expect(again.allFiles.map(\.path) == first.allFiles.map(\.path))
            #expect(again.allFiles.map(\.bytes) == first.allFiles.map(\.bytes))
        }
        #expect(first.files.map(\.path) == first.files.map(\.path).sorted())
    }

    @Test func theManifestNamesEveryFile() throws {
        let output = Sample.output()
        let manifest = try #require(output.manifest)
        #expect(manifest.files.map(\.name) == output.files.map(\.path))
        #expect(manifest.files.map(\.digest) == output.files.map { Digest(of: $0.bytes) })
        #expect(manifest.documents.map(\.name) == ["Pets"])
    }

    @Test func whereThingsLieDoesNotMatter() throws {
        let configuration = Sample.configuration.replacing("pets.yaml", with: "other/beasts.yaml")
            .replacing("../Generated", with: "/somewhere")
        let moved = Sample.output(["other/beasts.yaml": Sample.pets], configuration: configuration)
        #expect(moved.manifest?.configuration == Sample.output().manifest?.configuration)
        #expect(moved.files.map(\.bytes) == Sample.output().files.map(\.bytes))
    }

    @Test func everyDocumentIsReadBeforeARunIsRefused() {
        let configuration = Sample.configuration + "\n  - {document: dogs.yaml, module: Dogs}\n"
        let output = Sample.output(
            ["pets.yaml": Sample.pets.replacing("openapi: 3.0.3", with: "openapi: 9"), "dogs.yaml": "[]"],
            configuration: configuration)
        #expect(output.files.isEmpty)
        #expect(output.manifest == nil)
        let text = Sample.text(output)
        #expect(text.contains("pets.yaml:1:"))
        #expect(text.contains("dogs.yaml:1:"))
    }

    @Test func referencesAreReadOnceAndCount() throws {
        let split = Sample.pets.replacing("#/components/schemas/Pet\"", with: "shared/pet.yaml\"")
        let pet = "type: object\nproperties:\n  name: {type: string}\n"
        let output = Sample.output(["pets.yaml": split, "shared/pet.yaml": pet])
        #expect(output.manifest != nil)
        let changed = Sample.output(["pets.yaml": split, "shared/pet.yaml": pet + "description: Changed.\n"])
        #expect(output.manifest?.documents != changed.manifest?.documents)
    }

    @Test func unsafePathsAreRefused() {
        for path in ["../a.swift", "/a.swift", "a//b", "a/./b", "", "a\\b", "a b", "é.swift", "a/\u{0}"] {
            #expect(!OutputFile.isSafe(path), "\(path)")
        }
        for path in ["Package.swift", ".gitattributes", "Sources/A/A+B-c_1.swift"] {
            #expect(OutputFile.isSafe(path), "\(path)")
        }
    }

    @Test func pathsThatDifferInCaseAloneAreRefused() {
        var problems = Problems()
        OutputFile.check(
            [.init(path: "a/Pet.swift", bytes: []), .init(path: "a/pet.swift", bytes: [])], &problems)
        #expect(problems.diagnostics.map(\.message) == ["two files would be named 'a/Pet.swift' and 'a/pet.swift'"])
        problems = Problems()
        OutputFile.check([.init(path: "Clientsmith.json", bytes: [])], &problems)
        #expect(problems.hasErrors)
    }
}

@Suite struct ToolTemplatesTests {
    private func output(_ files: [(path: String, contents: String)]) -> (Output, String) {
        var problems = Problems()
        let templates = ToolTemplates(folder: "mine", files: files, at: nil, problems: &problems)
        let output = Sample.output(tool: Tool(templates: templates))
        return (output, Report(problems, in: SourceFiles()).text() + Sample.text(output))
    }

    @Test func oneFileIsReplaced() throws {
        let (output, text) = output([("swift/header.mustache", "// Ours.\n")])
        #expect(text == "")
        let file = try #require(output.files.first { $0.path == "Sources/Pets/Types/Pet.swift" })
        #expect(String(decoding: file.bytes, as: UTF8.self).hasPrefix("// Ours.\n"))
    }

    @Test func aNameThatReplacesNothingIsAMistake() {
        let (_, text) = output([("swift/heeder.mustache", "")])
        #expect(
            text
                == "error: 'mine/swift/heeder.mustache' does not match a template\nhint: did you mean `swift/header.mustache`?\n"
        )
    }

    @Test func aTemplateAnotherIncludesIsNoMistake() {
        let (output, text) = output([
            ("swift/header.mustache", "{{> swift/mine}}"), ("swift/mine.mustache", "// Included.\n"),
        ])
        #expect(text == "")
        #expect(output.manifest != nil)
    }

    @Test func aMisspelledNameIsAnErrorAtItsLine() {
        let (output, text) = output([("swift/header.mustache", "// One\n// {{nonsense}}\n")])
        #expect(output.files.isEmpty)
        #expect(text.hasPrefix("mine/swift/header.mustache:2:1: error: "))
        #expect(text.contains("nonsense"))
    }

    @Test func aRuntimeSourceIsReplaced() throws {
        let (output, text) = output([("ClientRuntime/Locked.swift", "// Mine.\n"), ("notes.txt", "not looked at")])
        #expect(text == "")
        let file = try #require(output.files.first { $0.path == "Sources/ZooRuntime/Locked.swift" })
        #expect(file.bytes == Array("// Mine.\n".utf8))
    }
}

@Suite struct ModelJSONTests {
    @Test func isJSONAndStable() throws {
        var sources = SourceFiles()
        var problems = Problems()
        let module = try #require(Identifier("Pets"))
        let configuration = Configuration(document: "pets.yaml", module: module, output: "x")
        let client = try #require(configuration.clients.first)
        let files = MemoryFiles(texts: ["pets.yaml": Sample.pets])
        let lowered = try #require(lower(client, from: files, sources: &sources, problems: &problems))
        let text = try modelJSON(lowered.api)
        #expect(try text == modelJSON(lowered.api))
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        #expect(object["name"] as? String == "Pets")
        let types = try #require(object["types"] as? [[String: Any]])
        #expect(types.map { $0["name"] as? String } == ["Pet"])
        let groups = try #require(object["groups"] as? [[String: Any]])
        let operations = try #require(groups.first?["operations"] as? [[String: Any]])
        #expect(operations.map { $0["name"] as? String } == ["get"])
    }
}
