import Foundation
import TestSupport
import Testing

/// `clientsmith templates`, and generating with what it wrote.
@Suite struct TemplatesTests {
    @Test func whatIsExportedGivesTheSameOutput() throws {
        let folder = try Sample.folder()
        #expect(try Tool.run("generate", in: folder).status == 0)
        let before = try folder.contents(of: "Generated")
        #expect(try Tool.run("templates", "export", "mine", in: folder).status == 0)
        #expect(folder.exists("mine/swift/structure.mustache"))
        #expect(try folder.read("mine/README.md") == Tool.run("templates", "describe", in: folder).output)
        #expect(try Tool.run("generate", "--templates", "mine", in: folder).status == 0)
        #expect(try folder.contents(of: "Generated") == before)
        // Again, nothing is to be written.
        let again = try Tool.run("templates", "export", "mine", in: folder)
        #expect(again.errors == "0 files written to mine\n")
    }

    @Test func oneFileIsOverridden() throws {
        let folder = try Sample.folder()
        #expect(try Tool.run("templates", "export", "mine", "swift/header.mustache", in: folder).status == 0)
        #expect(try folder.contents(of: "mine").keys.sorted() == ["swift/header.mustache"])
        let header = try folder.read("mine/swift/header.mustache")
        try folder.write("// Ours.\n" + header, to: "mine/swift/header.mustache")
        try folder.write(Sample.configuration + "templates: ../mine\n", to: "specs/clientsmith.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.read("Generated/Sources/Pets/Types/Pet.swift").hasPrefix("// Ours.\n"))
    }

    @Test func aTemplateThatDoesNotFitNamesTheKey() throws {
        let folder = try Sample.folder()
        #expect(try Tool.run("templates", "export", "mine", "swift/structure.mustache", in: folder).status == 0)
        let text = try folder.read("mine/swift/structure.mustache")
        try folder.write(text.replacing("{{#readings}}", with: "{{#reading}}"), to: "mine/swift/structure.mustache")
        let ended = try Tool.run("generate", "--templates", "mine", in: folder)
        #expect(ended.status == 65)
        #expect(ended.errors.contains("error: 'reading' is not a key of the view 'structure'\n"))
        #expect(ended.errors.contains("hint: did you mean 'readings'?\n"))
        #expect(!folder.exists("Generated"))
    }

    @Test func whatWasChangedIsNotOverwritten() throws {
        let folder = try Sample.folder()
        try folder.write("mine", to: "mine/swift/header.mustache")
        let ended = try Tool.run("templates", "export", "mine", in: folder)
        #expect(ended.status == 73)
        #expect(ended.errors.contains("error: 'mine/swift/header.mustache' already exists and differs\n"))
        #expect(try folder.contents(of: "mine") == ["swift/header.mustache": "mine"])
    }

    @Test func anUnknownName() throws {
        let ended = try Tool.run("templates", "export", "mine", "swift/headers.mustache", in: Sample.folder())
        #expect(ended.status == 64)
        #expect(ended.errors.contains("Did you mean 'swift/header.mustache'?"))
    }
}
