import Foundation
import TestSupport
import Testing

/// `clientsmith diff` from the outside.
@Suite struct DiffTests {
    static let larger = Sample.pets.replacing("age:", with: "weight: {type: number}\n        age:")
    static let broken = Sample.pets.replacing("age: {type: integer, format: int32}", with: "age: {type: string}")

    private func folder(_ new: String) throws -> Scratch {
        let folder = try Sample.folder()
        try folder.write(new, to: "new.yaml")
        return folder
    }

    @Test func saysBothPlaces() throws {
        let ended = try Tool.run(
            "diff", "specs/pets.yaml", "new.yaml", "--current-version", "1.2.3", in: folder(Self.broken))
        #expect(ended.status == 0)
        #expect(
            ended.output == """
                Client: breaks the wire
                  `Pet.age` is `String`; it was `Int32`, in answers
                      old: specs/pets.yaml:23:9
                      new: new.yaml:23:9
                      id:  type-changed Pet.age
                Client: breaks Swift callers
                  `Pet.age` is `String?`; it was `Int32?`
                      old: specs/pets.yaml:23:9
                      new: new.yaml:23:9
                      id:  swift-property-type-changed Pet.age
                Client: 1 breaks the wire, 1 breaks Swift callers
                suggested version: major (1.2.3 → 2.0.0)

                """)
    }

    @Test(arguments: [
        (larger, "wire", 0), (larger, "swift", 0), (larger, "any", 1), (broken, "wire", 1), (broken, "swift", 1),
        (Sample.pets, "any", 0),
    ])
    func fails(new: String, on: String, status: Int32) throws {
        #expect(try Tool.run("diff", "specs/pets.yaml", "new.yaml", "--fail-on", on, in: folder(new)).status == status)
    }

    @Test func acceptedChangesDoNotFail() throws {
        let folder = try folder(Self.broken)
        try folder.write(
            """
            accepted:
              - {change: type-changed Pet.age, reason: It was a text all along.}
              - {change: swift-property-type-changed Pet.age, reason: Nobody uses it.}
              - {change: property-removed Pet.age, reason: Left over.}

            """, to: "accepted.yaml")
        let ended = try Tool.run(
            "diff", "specs/pets.yaml", "new.yaml", "--accepted", "accepted.yaml", "--fail-on", "swift", in: folder)
        #expect(ended.status == 0)
        #expect(ended.output.contains("      because: It was a text all along.\n"))
        #expect(ended.errors.contains("accepted.yaml:4:5: warning: unknown change 'property-removed Pet.age'\n"))
    }

    @Test func aModelIsAVersion() throws {
        let folder = try folder(Self.broken)
        let model = try Tool.run("model", "specs/pets.yaml", in: folder).output
        try folder.write(model, to: "model.json")
        #expect(try Tool.run("diff", "model.json", "specs/pets.yaml", "--fail-on", "any", in: folder).status == 0)
        let ended = try Tool.run("diff", "model.json", "new.yaml", "--fail-on", "wire", in: folder)
        #expect(ended.status == 1)
        #expect(ended.output.contains("      new: new.yaml:23:9\n"))
    }

    @Test func refusesWhatCannotBeRead() throws {
        let folder = try folder("openapi: [")
        #expect(try Tool.run("diff", "specs/pets.yaml", "new.yaml", in: folder).status == 65)
        #expect(try Tool.run("diff", "specs/pets.yaml", "missing.yaml", in: folder).status == 66)
        #expect(try Tool.run("diff", "specs/pets.yaml", in: folder).status == 64)
        #expect(try Tool.run("diff", "git:HEAD:x.yaml", "specs/pets.yaml", in: folder).status == 66)
        #expect(try Tool.run("diff", "git:--help:x.yaml", "specs/pets.yaml", in: folder).status == 66)
    }

    // MARK: Revisions

    private func git(_ arguments: String..., in folder: Scratch) throws {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        let identity = ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false"]
        process.arguments = ["git"] + identity + arguments
        process.currentDirectoryURL = folder.url
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
    }

    private func repository() throws -> Scratch {
        let folder = try Sample.folder()
        let split = Sample.pets.replacing("\"#/components/schemas/Pet\"", with: "schemas/pet.yaml")
        try folder.write(split, to: "specs/pets.yaml")
        try folder.write("type: object\nproperties:\n  name: {type: string}\n", to: "specs/schemas/pet.yaml")
        try git("init", "--quiet", in: folder)
        try git("add", ".", in: folder)
        try git("commit", "--quiet", "-m", "first", in: folder)
        try git("tag", "v1", in: folder)
        try folder.write("type: object\nproperties:\n  name: {type: integer}\n", to: "specs/schemas/pet.yaml")
        return folder
    }

    @Test func aRevisionIsAVersion() throws {
        let folder = try repository()
        let before = try folder.contents(of: ".git")
        let ended = try Tool.run("diff", "git:v1:specs/pets.yaml", "specs/pets.yaml", "--fail-on", "wire", in: folder)
        #expect(ended.status == 1, "\(ended.errors)")
        #expect(ended.output.contains("old: v1:specs/schemas/pet.yaml:3:3\n"))
        #expect(ended.output.contains("new: specs/schemas/pet.yaml:3:3\n"))
        let absolute = try Tool.run(
            "diff", "git:v1:\(folder.path)/specs/pets.yaml", "specs/pets.yaml", "--fail-on", "wire", in: folder)
        #expect(absolute.status == 1)
        #expect(try folder.contents(of: ".git") == before, "nothing is written")
    }

    @Test func everyClientSinceARevision() throws {
        let folder = try repository()
        try folder.write(
            Sample.configuration + "  - document: other.yaml\n    module: Others\n", to: "specs/clientsmith.yaml")
        try folder.write(Sample.pets, to: "specs/other.yaml")
        let ended = try Tool.run("diff", "--since", "v1", "--markdown", in: folder)
        #expect(ended.status == 0)
        #expect(ended.output.hasPrefix("## Pets\n\n1 breaks the wire, 1 breaks Swift callers.\n"))
        #expect(ended.output.contains("(`v1:specs/schemas/pet.yaml:3:3` → `specs/schemas/pet.yaml:3:3`)"))
        #expect(ended.output.contains("## Others\n\n1 is safe.\n"))
        let missing = try Tool.run("diff", "--since", "v2", in: folder)
        #expect(missing.status == 66)
    }

    @Test func clientsOfAPackageShareTheRuntime() throws {
        let folder = try repository()
        let dated = Sample.pets.replacing("{type: string}", with: "{type: string, format: date-time}")
        let configuration = Sample.configuration + "  - document: other.yaml\n    module: Others\n"
        func change(_ version: String, pets: String, others: String, _ lines: String = "") throws {
            try folder.write(configuration + lines, to: "specs/clientsmith.yaml")
            try folder.write(pets, to: "specs/pets.yaml")
            try folder.write(others, to: "specs/other.yaml")
            try git("add", ".", in: folder)
            try git("commit", "--quiet", "-m", version, in: folder)
            try git("tag", version, in: folder)
        }
        try change("both", pets: dated, others: dated)
        try change("one", pets: Sample.pets, others: dated)
        #expect(!(try Tool.run("diff", "--since", "both", in: folder)).output.contains("PointInTime"))
        try change("none", pets: Sample.pets, others: Sample.pets)
        #expect((try Tool.run("diff", "--since", "one", in: folder)).output.contains("PointInTime"))
        try change("all", pets: Sample.pets, others: Sample.pets, "runtimeParts: all\n")
        #expect(!(try Tool.run("diff", "--since", "one", in: folder)).output.contains("PointInTime"))
    }

    @Test func bothSidesAreReadUnderTheirLimits() throws {
        let folder = try repository()
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        let pets = Sample.pets + "\nx-deep: \(deep)\n"
        try folder.write(Sample.configuration + "\nlimits: {depth: 300}\n", to: "specs/clientsmith.yaml")
        try folder.write(pets, to: "specs/pets.yaml")
        let ended = try Tool.run("diff", "--since", "v1", in: folder)
        #expect(ended.status == 0, "\(ended.errors)")
        let bare = try Tool.run("diff", "git:v1:specs/pets.yaml", "specs/pets.yaml", in: folder)
        #expect(bare.status == 65)
        let given = try Tool.run(
            "diff", "git:v1:specs/pets.yaml", "specs/pets.yaml", "--max-depth", "300", in: folder)
        #expect(given.status == 0, "\(given.errors)")
    }

    @Test func annotations() throws {
        let ended = try Tool.run("diff", "specs/pets.yaml", "new.yaml", "--format", "github", in: folder(Self.broken))
        #expect(ended.output.contains("::error file=new.yaml,line=23,col=9"))
        #expect(ended.output.contains("::warning file=new.yaml,line=23,col=9"))
    }
}
