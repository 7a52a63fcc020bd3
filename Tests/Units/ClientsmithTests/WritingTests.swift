import Foundation
import Generation
import TestSupport
import Testing

/// What writing does to a folder, and what it never does.
@Suite struct WritingTests {
    static let model = "Generated/Sources/Pets/Types/Pet.swift"

    private func made() throws -> Scratch {
        let folder = try Sample.folder()
        #expect(try Tool.run("generate", in: folder).status == 0)
        return folder
    }

    /// The sample's schema under another name: one file comes, one goes.
    private func renameSchema(_ folder: Scratch) throws {
        let text = Sample.pets.replacing("Pet:", with: "Dog:").replacing("/Pet\"", with: "/Dog\"")
        try folder.write(text, to: "specs/pets.yaml")
    }

    @Test func onlyChangedFilesAreTouched() throws {
        let folder = try made()
        let before = try folder.times(of: "Generated")
        try folder.write(Sample.pets.replacing("One pet.", with: "A pet."), to: "specs/pets.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        let after = try folder.times(of: "Generated")
        let touched = Set(after.keys.filter { after[$0] != before[$0] })
        #expect(touched.contains("clientsmith.json"))
        #expect(touched.contains("Documentation/Pets/PetsAPI.md"))
        #expect(!touched.contains("Sources/Pets/Types/Pet.swift"))
        #expect(!touched.contains("Package.swift"))
        #expect(before.keys.sorted() == after.keys.sorted())
    }

    @Test func filesOfARemovedSchemaGo() throws {
        let folder = try made()
        try renameSchema(folder)
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0)
        #expect(made.errors.contains(", 1 removed"))
        #expect(!folder.exists(Self.model))
        #expect(folder.exists("Generated/Sources/Pets/Types/Dog.swift"))
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    @Test func emptyFoldersGoAndOthersStay() throws {
        let folder = try made()
        try folder.write("mine", to: "Generated/Tests/PetsTests/.keep")
        try folder.write(
            Sample.configuration.replacing("module: Pets", with: "module: Zoos"), to: "specs/clientsmith.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(!folder.exists("Generated/Sources/Pets"))
        #expect(try folder.read("Generated/Tests/PetsTests/.keep") == "mine")
    }

    @Test func aFileOfARemovedSchemaThatWasEditedStays() throws {
        let folder = try made()
        try folder.write("// mine\n", to: Self.model)
        try renameSchema(folder)
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0)
        #expect(
            made.errors.contains(
                "Sources/Pets/Types/Pet.swift is no longer generated; it is kept because it was edited\n"))
        #expect(try folder.read(Self.model) == "// mine\n")
    }

    @Test func anEditedFileIsNotOverwrittenUnlessTold() throws {
        let folder = try made()
        try folder.write("// mine\n", to: Self.model)
        let before = try folder.contents(of: "Generated")
        let refused = try Tool.run("generate", in: folder)
        #expect(refused.status == 73)
        #expect(refused.errors.contains("error: '\(Self.model)' was edited since clientsmith wrote it\n"))
        #expect(try folder.contents(of: "Generated") == before)
        #expect(try Tool.run("generate", "--overwrite-edited", in: folder).status == 0)
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    @Test func aFileTheToolDidNotWriteIsNeverOverwritten() throws {
        for arguments in [["generate"], ["generate", "--overwrite-edited"]] {
            let folder = try Sample.folder()
            try folder.write("// mine\n", to: Self.model)
            let refused = try Tool.start(arguments, in: folder)()
            #expect(refused.status == 73)
            #expect(refused.errors.contains("error: '\(Self.model)' was not written by clientsmith\n"))
            #expect(try folder.contents(of: "Generated") == ["Sources/Pets/Types/Pet.swift": "// mine\n"])
        }
    }

    @Test func aManifestTheToolDidNotWriteIsNeverOverwritten() throws {
        let folder = try Sample.folder()
        try folder.write("{\"mine\": true}\n", to: "Generated/clientsmith.json")
        #expect(try Tool.run("generate", in: folder).status == 73)
        #expect(try folder.contents(of: "Generated") == ["clientsmith.json": "{\"mine\": true}\n"])
    }

    @Test func filesOfTheUserSurvive() throws {
        let folder = try made()
        try folder.write("mine", to: "Generated/NOTES.md")
        try folder.write("mine", to: "Generated/Sources/Pets/Types/Mine.swift")
        try renameSchema(folder)
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.read("Generated/NOTES.md") == "mine")
        #expect(try folder.read("Generated/Sources/Pets/Types/Mine.swift") == "mine")
    }

    @Test func aFileThatIsRightAlreadyCountsAsWritten() throws {
        let folder = try made()
        try folder.remove("Generated/clientsmith.json")
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0)
        #expect(made.errors.hasPrefix("1 file written, "))
    }

    @Test func aConflictInTheManifestIsSettledByGenerating() throws {
        let folder = try made()
        let path = "Generated/clientsmith.json"
        let text = try folder.read(path)
        try folder.write(
            text.replacing("  \"files\": {\n", with: "  \"files\": {\n<<<<<<< ours\n=======\n>>>>>>> theirs\n"),
            to: path)
        try renameSchema(folder)
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(!folder.exists(Self.model))
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    @Test func aLinkInAFilesPlaceIsNotFollowed() throws {
        let folder = try made()
        try folder.write("mine", to: "elsewhere.swift")
        try folder.remove(Self.model)
        try folder.link(Self.model, to: folder.path + "/elsewhere.swift")
        #expect(try Tool.run("generate", in: folder).status == 73)
        #expect(try Tool.run("generate", "--overwrite-edited", in: folder).status == 73)
        #expect(try folder.read("elsewhere.swift") == "mine")
    }

    @Test func aLinkInAFoldersPlaceIsNotFollowed() throws {
        let folder = try Sample.folder()
        let outside = try Scratch()
        try folder.write("", to: "Generated/.keep")
        try folder.link("Generated/Sources", to: outside.path)
        #expect(try Tool.run("generate", in: folder).status == 73)
        #expect(try outside.contents(of: ".").isEmpty)
    }

    /// As a manifest that was edited, sealed again and checked in.
    @Test(arguments: ["../victim.txt", "../specs/../victim.txt"])
    func aManifestThatListsFilesOutsideReachesNoneOfThem(_ name: String) throws {
        let folder = try made()
        try folder.write("precious\n", to: "victim.txt")
        let path = "Generated/clientsmith.json"
        var manifest = try #require(Manifest(Array(try folder.read(path).utf8)))
        manifest.files = [.init(name, Digest(of: Array("precious\n".utf8)))] + manifest.files
        try folder.write(String(decoding: manifest.render(), as: UTF8.self), to: path)
        #expect(try Tool.run("check", in: folder).status == 3)
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.read("victim.txt") == "precious\n")
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    @Test func aStaleFileBehindALinkStays() throws {
        let folder = try made()
        let outside = try Scratch()
        try outside.write(folder.read(Self.model), to: "Types/Pet.swift")
        try FileManager.default.removeItem(at: folder.url.appending(path: "Generated/Sources/Pets"))
        try folder.link("Generated/Sources/Pets", to: outside.path)
        try folder.write(
            Sample.configuration.replacing("module: Pets", with: "module: Zoos"), to: "specs/clientsmith.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(outside.exists("Types/Pet.swift"))
    }

    @Test func someFoldersAreNoOutput() throws {
        let folder = try Sample.folder()
        try folder.write("", to: "repository/.git/HEAD")
        try folder.write("mine", to: "repository/README")
        let arguments = ["generate", "specs/pets.yaml", "--module", "Pets", "--output"]
        for output in ["/", folder.path, "repository"] {
            let refused = try Tool.start(arguments + [output], in: folder, environment: ["HOME": folder.path])()
            #expect(refused.status == 73)
        }
        #expect(try folder.contents(of: "repository") == [".git/HEAD": "", "README": "mine"])
        // A repository of its own is fine.
        try folder.remove("repository/README")
        #expect(try Tool.start(arguments + ["repository"], in: folder)().status == 0)
        #expect(try Tool.start(arguments + ["repository"], in: folder)().status == 0)
    }

    @Test func whatARunThatWasCutOffLeftIsCleared() throws {
        let folder = try made()
        let before = try folder.contents(of: "Generated")
        // As after a kill between two files: the new schema's file is there and recorded, the manifest is the old one.
        try renameSchema(folder)
        #expect(try Tool.run("generate", "--output", "Other", in: folder).status == 0)
        let dog = "Sources/Pets/Types/Dog.swift"
        try folder.write(folder.read("Other/" + dog), to: "Generated/" + dog)
        try folder.write(folder.read("Other/clientsmith.json"), to: "Generated/.clientsmith.pending.json")
        try folder.write("half a fi", to: "Generated/.clientsmith.staging/package/Sources/Pets/Types/Dog.swift")
        try folder.write("{", to: "Generated/.clientsmith.staging/manifest")
        #expect(try Tool.run("check", in: folder).status == 3)
        // The document is what it was before the run that was cut off.
        try folder.write(Sample.pets, to: "specs/pets.yaml")
        #expect(try Tool.run("check", in: folder).status == 3)
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.contents(of: "Generated") == before)
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    /// A folder that is there is filled, one that is not is put there as a whole; neither may take what a user has in it.
    @Test func foldersThatAreThereKeepWhatIsInThem() throws {
        let folder = try Sample.folder()
        try folder.write("mine", to: "Generated/Sources/Pets/Mine.swift")
        try folder.write("mine", to: "Generated/Documentation/notes.md")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.read("Generated/Sources/Pets/Mine.swift") == "mine")
        #expect(try folder.read("Generated/Documentation/notes.md") == "mine")
        #expect(try Tool.run("generate", "--output", "Alone", in: folder).status == 0)
        var contents = try folder.contents(of: "Generated")
        contents["Sources/Pets/Mine.swift"] = nil
        contents["Documentation/notes.md"] = nil
        #expect(try contents == folder.contents(of: "Alone"))
        #expect(!folder.exists("Generated/.clientsmith.staging"))
    }

    @Test func runsAtOnceGiveWhatOneGives() throws {
        let folder = try Sample.folder()
        let runs = try (0..<6).map { _ in try Tool.start(["generate"], in: folder) }
        for run in runs { #expect(try run().status == 0) }
        #expect(try Tool.run("generate", "--output", "Alone", in: folder).status == 0)
        #expect(try folder.contents(of: "Generated") == folder.contents(of: "Alone"))
        #expect(try Tool.run("check", in: folder).status == 0)
    }

    /// Killed at any moment, a run leaves the old package, the new one, or a state `check` does not call current, and the next run repairs it.
    @Test(.timeLimit(.minutes(5))) func killedAtAnyMoment() throws {
        let folder = try made()
        let documents = [Sample.pets.replacing("age:", with: "years:").replacing("Pet", with: "Dog"), Sample.pets]
        var states: Set<Int32> = []
        for round in 0..<24 {
            try folder.write(documents[round % 2], to: "specs/pets.yaml")
            let process = Process()
            process.executableURL = Tool.executable
            process.arguments = ["generate", "--quiet"]
            process.currentDirectoryURL = folder.url
            try process.run()
            usleep(UInt32.random(in: 0...120_000))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            states.insert(try Tool.run("check", in: folder).status)
            if round % 3 == 2 {
                #expect(try Tool.run("generate", in: folder).status == 0)
                #expect(try Tool.run("check", in: folder).status == 0)
                #expect(!folder.exists("Generated/.clientsmith.staging"))
                #expect(!folder.exists("Generated/.clientsmith.pending.json"))
            }
        }
        #expect(states.isSubset(of: [0, 1, 3]), "\(states)")
    }
}
