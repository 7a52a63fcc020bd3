import Foundation
import TestSupport
import Testing

/// What `check` says of scripted states of a folder.
@Suite struct CheckCommandTests {
    static let model = "Generated/Sources/Pets/Types/Pet.swift"

    /// A folder with current output.
    private func made() throws -> Scratch {
        let folder = try Sample.folder()
        #expect(try Tool.run("generate", in: folder).status == 0)
        return folder
    }

    private func check(
        _ status: Int32, says text: String, _ arguments: String..., change: (Scratch) throws -> Void
    ) throws {
        let folder = try made()
        try change(folder)
        let before = try folder.contents(of: ".")
        let ended = try Tool.start(["check"] + arguments, in: folder)()
        #expect(ended.status == status)
        #expect(ended.errors.contains(text), "\(ended.errors)")
        #expect(try folder.contents(of: ".") == before, "check writes nothing")
    }

    @Test func current() throws { try check(0, says: "Generated is current\n") { _ in } }

    @Test func comment() throws {
        try check(0, says: "Generated is current\n") {
            try $0.write("# More.\n" + Sample.pets, to: "specs/pets.yaml")
        }
    }

    @Test func keyOrder() throws {
        try check(0, says: "Generated is current\n") {
            let text = Sample.pets.replacing("{title: Pets, version: \"1\"}", with: "{version: '1', title: Pets}")
            try $0.write(text, to: "specs/pets.yaml")
        }
    }

    @Test func document() throws {
        let folder = try made()
        try folder.write(Sample.pets.replacing("age:", with: "years:"), to: "specs/pets.yaml")
        let ended = try Tool.run("check", in: folder)
        #expect(ended.status == 1)
        #expect(ended.errors.contains("Generated is not current: the document of Pets has changed\n"))
        #expect(ended.errors.contains("  outdated: \(Self.model)\n"))
        #expect(ended.output.contains("--- a/Sources/Pets/Types/Pet.swift\n+++ b/Sources/Pets/Types/Pet.swift\n@@ -"))
        let json = try Tool.run("check", "--format", "json", in: folder)
        #expect(json.status == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
        #expect(object["state"] as? String == "documentChanged")
        #expect((object["difference"] as? String) == ended.output)
    }

    @Test func configuration() throws {
        try check(2, says: "Generated is not current: the configuration has changed\n") {
            try $0.write(Sample.configuration + "access: internal\n", to: "specs/clientsmith.yaml")
        }
    }

    @Test func template() throws {
        try check(2, says: "Generated is not current: the templates have changed\n", "--templates", "mine") {
            try $0.write("// Mine.\n", to: "mine/swift/header.mustache")
        }
    }

    @Test func documentAndConfiguration() throws {
        try check(1, says: "the document of Pets has changed; the configuration has changed\n") {
            try $0.write(Sample.pets.replacing("age:", with: "years:"), to: "specs/pets.yaml")
            try $0.write(Sample.configuration + "access: internal\n", to: "specs/clientsmith.yaml")
        }
    }

    @Test func edited() throws {
        try check(3, says: "  edited: \(Self.model)\n") { try $0.write("// mine\n", to: Self.model) }
    }

    @Test func missing() throws {
        try check(3, says: "  missing: \(Self.model)\n") { try $0.remove(Self.model) }
    }

    @Test func extra() throws {
        try check(3, says: "  extra: Generated/Sources/Pets/Mine.swift\n") {
            try $0.write("let mine = 1\n", to: "Generated/Sources/Pets/Mine.swift")
        }
    }

    @Test func extraBesideTheSources() throws {
        try check(3, says: "  extra: Generated/NOTES.md\n") { try $0.write("Mine.\n", to: "Generated/NOTES.md") }
    }

    @Test func whatABuildLeavesIsNotExtra() throws {
        try check(0, says: "Generated is current\n") {
            try $0.write("{}", to: "Generated/Package.resolved")
            try $0.write("", to: "Generated/.build/debug/Pets.o")
        }
    }

    @Test func fileReplacedByALink() throws {
        try check(3, says: "  edited: \(Self.model)\n") {
            let text = try $0.read(Self.model)
            try $0.write(text, to: "elsewhere.swift")
            try $0.remove(Self.model)
            try $0.link(Self.model, to: $0.path + "/elsewhere.swift")
        }
    }

    @Test func folderReplacedByALink() throws {
        try check(3, says: "  extra: Generated/Sources/Pets\n") {
            try FileManager.default.moveItem(
                at: $0.url.appending(path: "Generated/Sources/Pets"), to: $0.url.appending(path: "elsewhere"))
            try $0.link("Generated/Sources/Pets", to: $0.path + "/elsewhere")
        }
    }

    @Test func editedComesBeforeDocument() throws {
        try check(3, says: "  edited: \(Self.model)\n") {
            try $0.write("// mine\n", to: Self.model)
            try $0.write(Sample.pets.replacing("age:", with: "years:"), to: "specs/pets.yaml")
        }
    }

    @Test func manifestEdited() throws {
        try check(3, says: "  edited: Generated/clientsmith.json\n") {
            let path = "Generated/clientsmith.json"
            try $0.write($0.read(path).replacing("\"0.1.0\"", with: "\"0.0.9\""), to: path)
        }
    }

    @Test func manifestMissing() throws {
        try check(3, says: "clientsmith.json is missing: nothing was generated here\n") {
            try $0.remove("Generated/clientsmith.json")
        }
    }

    @Test func nothingThere() throws {
        try check(3, says: "clientsmith.json is missing: nothing was generated here\n") { try $0.remove("Generated") }
    }

    @Test func cutOff() throws {
        try check(3, says: "a run was interrupted\n") {
            try $0.write("{\n  \"files\": {\n", to: "Generated/.clientsmith.pending.json")
        }
    }

    /// Nothing is written, so permission to write is not needed.
    @Test func foldersThatCannotBeWritten() throws {
        let folder = try made()
        let everything = FileManager.default.enumerator(at: folder.url, includingPropertiesForKeys: nil)
        let folders = (everything?.allObjects ?? []).compactMap { $0 as? URL }.filter { $0.hasDirectoryPath }
        for folder in folders {
            try FileManager.default.setAttributes([.posixPermissions: 0o555], ofItemAtPath: folder.path)
        }
        defer {
            for folder in folders {
                try? FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: folder.path)
            }
        }
        #expect(try Tool.run("check", in: folder).status == 0)
    }
}
