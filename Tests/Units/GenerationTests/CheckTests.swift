import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Generation

/// The states an output can be in, over files in memory.
@Suite struct CheckTests {
    static let output = Sample.output()
    static let disk = Sample.disk(output)
    static let model = "Sources/Pets/Types/Pet.swift"

    private func check(
        _ output: Output = Self.output, _ change: (inout [String: [UInt8]]) -> Void = { _ in }
    ) -> Check {
        var disk = Self.disk
        change(&disk)
        return Check(output, against: disk)
    }

    @Test func theSampleIsGenerated() {
        #expect(Sample.text(Self.output) == "")
        #expect(Self.disk[Self.model] != nil)
        #expect(Self.disk[Manifest.fileName] != nil)
    }

    @Test func current() {
        let check = check()
        #expect(check.state == .current)
        #expect(check.findings.isEmpty)
        #expect(check.difference(Self.output, Self.disk) == "")
    }

    @Test func currentBesideToleratedFiles() {
        let check = check { disk in
            for path in ["Package.resolved", ".build/debug/a.o", ".git/HEAD", "Sources/Pets/.DS_Store"] {
                disk[path] = [1]
            }
        }
        #expect(check.state == .current)
    }

    @Test func currentAfterCommentsAndKeyOrderOfTheDocument() {
        let text =
            "# A comment\n"
            + Sample.pets.replacing("{title: Pets, version: \"1\"}", with: "{version: '1', title: Pets}")
        let output = Sample.output(["pets.yaml": text])
        #expect(Check(output, against: Self.disk).state == .current)
    }

    @Test func documentChanged() {
        let output = Sample.output(["pets.yaml": Sample.pets.replacing("age:", with: "years:")])
        let check = check(output)
        #expect(check.state == .documentChanged)
        #expect(check.reasons == ["the document of Pets has changed"])
        #expect(check.findings.contains(.init(kind: .outdated, path: Self.model)))
        let difference = check.difference(output, Self.disk)
        #expect(difference.contains("--- a/\(Self.model)\n+++ b/\(Self.model)\n@@ "))
        #expect(difference.contains("\n+        public var years: Int32?\n"))
    }

    @Test func documentChangedWithoutAnyEffectOnTheFiles() {
        let check = check(Sample.output(["pets.yaml": Sample.pets + "\nx-owner: zoo\n"]))
        #expect(check.state == .documentChanged)
        #expect(check.findings.isEmpty)
    }

    @Test func onlyTheOrderOfKeysChanged() {
        let owner = "Owner: {type: object, properties: {name: {type: string}}}\n"
        let before = Sample.output(["pets.yaml": Sample.pets + "\n    " + owner])
        let after = Sample.output(["pets.yaml": Sample.pets.replacing("    Pet:", with: "    \(owner)    Pet:")])
        #expect(before.manifest?.documents == after.manifest?.documents)
        #expect(Check(after, against: Sample.disk(before)).state == .documentChanged)
    }

    @Test func schemaRemoved() throws {
        let start = try #require(Sample.pets.range(of: "    Pet:"))
        let text = Sample.pets[..<start.lowerBound] + "    Dog: {type: object, properties: {name: {type: string}}}\n"
        let output = Sample.output(["pets.yaml": String(text).replacing("schemas/Pet", with: "schemas/Dog")])
        let check = check(output)
        #expect(check.state == .documentChanged)
        #expect(check.findings.contains(.init(kind: .removed, path: Self.model)))
        #expect(check.findings.contains(.init(kind: .added, path: "Sources/Pets/Types/Dog.swift")))
        let difference = check.difference(output, Self.disk)
        #expect(difference.contains("--- a/\(Self.model)\n+++ /dev/null\n"))
        #expect(difference.contains("--- /dev/null\n+++ b/Sources/Pets/Types/Dog.swift\n"))
    }

    @Test func configurationChanged() {
        let check = check(Sample.output(configuration: Sample.configuration + "\naccess: package\n"))
        #expect(check.state == .toolChanged)
        #expect(check.reasons == ["the configuration has changed"])
        #expect(!check.findings.isEmpty)
    }

    /// Every key that decides something is part of the digest, also one that changes nothing in this document.
    @Test(
        arguments: [
            "    formats: {uuid: String}", "    names: {'#/components/schemas/Pet': Animal}",
            "    only: {schemas: [Pet]}", "    types: {'#/components/schemas/Pet/properties/name': JSONValue}",
        ])
    func keyAdded(key: String) {
        let check = check(Sample.output(configuration: Sample.configuration + "\n" + key + "\n"))
        #expect(check.state == .toolChanged)
        #expect(check.reasons == ["the configuration has changed"])
    }

    @Test func limitsDecideNothing() {
        let check = check(Sample.output(configuration: Sample.configuration + "\nlimits: {depth: 100}\n"))
        #expect(check.state == .current)
    }

    @Test func toolChanged() {
        let check = check(Sample.output(tool: Tool(version: "99", templates: ToolTemplates())))
        #expect(check.state == .toolChanged)
        #expect(check.reasons == ["the tool has changed from \(toolVersion) to 99"])
    }

    @Test func templateChanged() {
        var problems = Problems()
        let templates = ToolTemplates(
            folder: "mine", files: [("swift/header.mustache", "// Mine.\n")], at: nil, problems: &problems)
        let check = check(Sample.output(tool: Tool(templates: templates)))
        #expect(!problems.hasErrors)
        #expect(check.state == .toolChanged)
        #expect(check.reasons == ["the templates have changed"])
    }

    @Test func documentBeforeTool() {
        let output = Sample.output(
            ["pets.yaml": Sample.pets.replacing("age:", with: "years:")],
            tool: Tool(version: "99", templates: ToolTemplates()))
        #expect(check(output).state == .documentChanged)
    }

    @Test func edited() {
        let check = check { $0[Self.model]?.append(0x0A) }
        #expect(check.state == .outputChanged)
        #expect(check.findings == [.init(kind: .edited, path: Self.model)])
    }

    @Test func editedShowsTheEdit() {
        var disk = Self.disk
        disk[Self.model] = Array("// mine\n".utf8) + (disk[Self.model] ?? [])
        let difference = Check(Self.output, against: disk).difference(Self.output, disk)
        #expect(difference.contains("+++ b/\(Self.model)\n@@ -1,3 +1,4 @@\n+// mine\n"))
    }

    @Test func missing() {
        let check = check { $0[Self.model] = nil }
        #expect(check.state == .outputChanged)
        #expect(check.findings == [.init(kind: .missing, path: Self.model)])
    }

    @Test(arguments: ["Sources/Pets/Mine.swift", "Tests/PetsTests/Mine.swift", "Documentation/x.md", "NOTES.md"])
    func extra(_ path: String) {
        let check = check { $0[path] = [1] }
        #expect(check.state == .outputChanged)
        #expect(check.findings == [.init(kind: .extra, path: path)])
    }

    @Test func editedBeforeDocument() {
        let output = Sample.output(["pets.yaml": Sample.pets.replacing("age:", with: "years:")])
        #expect(check(output) { $0[Self.model]?.append(0x0A) }.state == .outputChanged)
    }

    @Test func manifestEdited() {
        let check = check { $0[Manifest.fileName]?.append(0x0A) }
        #expect(check.state == .outputChanged)
        #expect(check.findings == [.init(kind: .edited, path: Manifest.fileName)])
    }

    @Test func manifestMissing() {
        let check = check { $0[Manifest.fileName] = nil }
        #expect(check.state == .outputChanged)
        #expect(check.reasons == ["clientsmith.json is missing: nothing was generated here"])
        #expect(Check(Self.output, against: [:]).state == .outputChanged)
    }

    @Test func cutOff() {
        let check = check { $0[Manifest.pendingFileName] = [] }
        #expect(check.state == .outputChanged)
        #expect(check.reasons == ["a run was interrupted"])
    }

    /// Whichever prefix of its work a run gets done before it is killed, no mixture of two outputs passes for current.
    @Test func noMixtureIsCurrent() {
        let new = Sample.output(["pets.yaml": Sample.pets.replacing("age:", with: "years:")])
        var disk = Self.disk
        for file in new.files where disk[file.path] != file.bytes {
            disk[file.path] = file.bytes
            #expect(Check(new, against: disk).state == .outputChanged)
            #expect(Check(Self.output, against: disk).state == .outputChanged)
        }
        disk = Sample.disk(new)
        #expect(Check(new, against: disk).state == .current)
    }
}
