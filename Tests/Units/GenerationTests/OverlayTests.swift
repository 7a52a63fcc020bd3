@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import OpenAPI
import TestSupport
import Testing

@testable import Generation

/// Overlays and digests as a configuration names them.
@Suite struct OverlayTests {
    private static let configuration = Sample.configuration + "    overlays: [fix.overlay.yaml]\n"

    private static func overlay(_ actions: String, extends: String? = nil) -> String {
        "overlay: 1.0.0\ninfo: {title: Fix, version: \"1\"}\n"
            + (extends.map { "extends: \($0)\n" } ?? "") + "actions:\n" + actions
    }

    private func output(_ overlay: String, _ documents: [String: String] = ["pets.yaml": Sample.pets]) -> Output {
        Sample.output(
            documents.merging(["fix.overlay.yaml": overlay]) { $1 }, configuration: Self.configuration)
    }

    @Test(arguments: [nil, "pets.yaml", "./pets.yaml", "https://example.com/pets.yaml"] as [String?])
    func changesTheDocument(_ extends: String?) throws {
        let made = output(
            Self.overlay(
                "- {target: \"$.paths['/pets/{petId}'].get\", update: {operationId: findPet}}\n", extends: extends))
        #expect(Sample.text(made) == "")
        let text = made.files.map { String(decoding: $0.bytes, as: UTF8.self) }.joined()
        #expect(text.contains("func find(") && !text.contains("func get("))
        let plain = Sample.output()
        #expect(made.manifest?.documents != plain.manifest?.documents)
        #expect(made.manifest?.configuration == plain.manifest?.configuration)
    }

    @Test func whatAnOverlayBringsIsReportedAtItsPlace() {
        let made = output(
            Self.overlay(
                "- {target: $.components.schemas.Pet.properties, update: {age: {type: 'integer,'}, tail: {$ref: '#/x'}}}\n"
            ))
        let text = Sample.text(made)
        #expect(text.contains("fix.overlay.yaml:4:"))
        #expect(text.contains("'#/x' does not resolve"))
    }

    @Test func changesAFileThatTheDocumentRefersTo() {
        let pets = Sample.pets.replacing("\"#/components/schemas/Pet\"", with: "pet.yaml")
        let made = output(
            Self.overlay("- {target: $.properties, update: {colour: {type: string}}}\n", extends: "pet.yaml"),
            ["pets.yaml": pets, "pet.yaml": "type: object\nproperties: {name: {type: string}}\n"])
        #expect(made.problems.diagnostics.allSatisfy { $0.kind == "name-collision" })
        #expect(made.files.contains { String(decoding: $0.bytes, as: UTF8.self).contains("var colour: String?") })
    }

    @Test(
        arguments: [
            ("- {target: $.nothing, remove: true}\n", nil, "the target selects nothing", false),
            ("- {target: $.info, remove: true}\n", "other.yaml", "is skipped", false),
            ("- {target: $.info, remove: true}\n", "'a#b'", "is not a file path", true),
            ("- {target: $.info, update: 1}\n", nil, "this is a single value, but its target is a mapping", true),
            ("- {target: $.info, updat: 1}\n", nil, "did you mean `update`?", true),
        ] as [(String, String?, String, Bool)])
    func saysWhatIsWrong(_ actions: String, _ extends: String?, _ message: String, _ isRefused: Bool) {
        let made = output(Self.overlay(actions, extends: extends))
        #expect(Sample.text(made).contains(message))
        #expect(Sample.text(made).hasPrefix("fix.overlay.yaml:"))
        #expect(made.files.isEmpty == isRefused)
    }

    @Test func anOverlayThatIsNotThereIsAMistakeInTheConfiguration() {
        let made = Sample.output(configuration: Self.configuration)
        #expect(
            Sample.text(made).hasPrefix(
                "clientsmith.yaml:6:16: error: 'fix.overlay.yaml' can't be read: the file does not exist\n"))
        #expect(made.files.isEmpty)
    }

    @Test func aDocumentIsWhatItsDigestSays() {
        let digest = Digest(of: Array(Sample.pets.utf8)).text
        let right = Sample.configuration + "    sha256: \(digest.uppercased())\n"
        #expect(Sample.text(Sample.output(configuration: right)) == "")
        let changed = Sample.output(["pets.yaml": Sample.pets + "\n"], configuration: right)
        let found = Digest(of: Array((Sample.pets + "\n").utf8)).text
        #expect(
            Sample.text(changed).hasPrefix(
                "clientsmith.yaml:6:13: error: 'pets.yaml' has changed: its SHA-256 is \(found), expected \(digest)\n"
            ))
        #expect(changed.files.isEmpty)
    }

    @Test func limitsAreConfigured() {
        let small = "limits: {values: 10}\n" + Sample.configuration
        #expect(
            Sample.text(Sample.output(configuration: small)).contains(
                "hint: `limits: {values: …}` in the configuration, or `--max-values`, raises the limit"))
        let enough = "limits: {bytes: 100000, depth: 20, values: 1000, aliasedValues: 1}\n" + Sample.configuration
        #expect(Sample.text(Sample.output(configuration: enough)) == "")
    }

    @Test func aFileWithTwoNamesIsReadOnce() throws {
        let pets = Sample.pets.replacing("\"#/components/schemas/Pet\"", with: "a.yaml")
            .replacing("    Pet:", with: "    Twin: {$ref: b.yaml}\n    Pet:")
        struct Linked: InputFiles {
            var document: String
            func document(_ path: String) throws(LoadError) -> InputFile {
                InputFile(name: path, path: path, bytes: Array(document.utf8))
            }
            func file(_ path: String, besides document: String) throws(LoadError) -> InputFile {
                InputFile(name: path, path: path, bytes: Array("type: 'object,'".utf8), identity: "one")
            }
        }
        var sources = SourceFiles()
        var problems = Problems()
        let module = try #require(Identifier("Pets"))
        let client = Configuration(document: "pets.yaml", module: module, output: "Out").clients[0]
        let lowered = lower(client, from: Linked(document: pets), sources: &sources, problems: &problems)
        #expect(lowered != nil)
        #expect(sources.files.map(\.name) == ["pets.yaml", "b.yaml"])
        #expect(problems.diagnostics.count == 1)
    }
}
