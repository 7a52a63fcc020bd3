import Foundation
import Testing

/// Which files a document may refer to.
@Suite struct ReadingTests {
    /// A folder whose document refers to a file.
    private func folder(_ reference: String) throws -> Scratch {
        let scratch = try Sample.folder()
        try scratch.write(
            Sample.pets.replacing("#/components/schemas/Pet", with: reference), to: "specs/api/pets.yaml")
        try scratch.write(
            Sample.configuration.replacing("pets.yaml", with: "api/pets.yaml"), to: "specs/clientsmith.yaml")
        try scratch.write("type: object\nproperties: {secret: {type: string}}\n", to: "specs/shared/pet.yaml")
        try scratch.write("type: object\nproperties: {secret: {type: string}}\n", to: "outside/pet.yaml")
        return scratch
    }

    @Test func withAConfigurationFromItsFolder() throws {
        let folder = try folder("../shared/pet.yaml")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test func withoutOneFromTheDocumentsOwn() throws {
        let folder = try folder("../shared/pet.yaml")
        #expect(try Tool.run("lint", "--strict", "specs/api/pets.yaml", in: folder).status == 65)
    }

    @Test(arguments: ["../../outside/pet.yaml", "..%2f..%2foutside/pet.yaml", "/etc/passwd", "file:///etc/passwd"])
    func neverFromOutside(_ reference: String) throws {
        let folder = try folder(reference)
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("specs/api/pets.yaml:15:"), "\(made.errors)")
        #expect(!made.errors.contains("secret"))
        #expect(!made.errors.contains("root:"))
    }

    @Test func neverThroughALink() throws {
        let folder = try folder("../shared/link.yaml")
        try folder.link("specs/shared/link.yaml", to: folder.path + "/outside/pet.yaml")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("it is outside 'specs'"), "\(made.errors)")
        #expect(!made.errors.contains("secret"))
    }

    @Test func neverWhatIsNoFile() throws {
        let folder = try folder("../shared/pipe.yaml")
        #expect(mkfifo(folder.path + "/specs/shared/pipe.yaml", 0o600) == 0)
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("it is no regular file"), "\(made.errors)")
    }

    @Test func aBuildSystemMayLinkEveryInput() throws {
        let folder = try folder("../shared/pet.yaml")
        for file in ["clientsmith.yaml", "api/pets.yaml", "shared/pet.yaml"] {
            try folder.write("", to: "links/\(file)")
            try folder.remove("links/\(file)")
            try folder.link("links/\(file)", to: folder.path + "/specs/" + file)
        }
        let made = try Tool.run("generate", "--strict", "--config", "links/clientsmith.yaml", in: folder)
        #expect(made.status == 0, "\(made.errors)")
    }

    @Test func aDocumentOverTheLimitIsNotRead() throws {
        let folder = try Sample.folder()
        let file = folder.url.appending(path: "specs/pets.yaml")
        let handle = try FileHandle(forWritingTo: file)
        try handle.truncate(atOffset: 5 << 30)
        try handle.close()
        let made = try Tool.run("lint", "specs/pets.yaml", in: folder)
        #expect(made.status == 66)
        #expect(made.errors.contains("it is larger than the limit of 67108864 bytes"))
    }
}
