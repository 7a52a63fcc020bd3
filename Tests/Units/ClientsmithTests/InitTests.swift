import Foundation
import TestSupport
import Testing

/// `clientsmith init`, and what helps with a configuration.
@Suite struct InitTests {
    private let folder: Scratch

    init() throws {
        folder = try Sample.folder()
        try folder.remove("specs/clientsmith.yaml")
    }

    @Test func writesAConfigurationWithItsSchema() throws {
        let run = try Tool.run("init", "specs/pets.yaml", "--module", "Zoo", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        let configuration = try folder.read("specs/clientsmith.yaml")
        #expect(configuration.hasPrefix("# yaml-language-server: $schema=clientsmith.schema.json\n"))
        #expect(configuration.contains("package: ZooClient\n"))
        #expect(configuration.contains("    module: Zoo\n"))
        #expect(try folder.read("specs/clientsmith.schema.json") == Tool.run("schema", in: folder).output)
        #expect(folder.exists("Generated/Sources/Zoo/Zoo.swift"))
    }

    @Test func strictRefusesBeforeAnythingIsWritten() throws {
        try folder.write(Sample.pets.replacing("\"1\"", with: "1.10"), to: "specs/pets.yaml")
        let run = try Tool.run("init", "specs/pets.yaml", "--strict", in: folder)
        #expect(run.status == 65)
        #expect(run.errors.hasSuffix("nothing written; 1 error\n"), "\(run.errors)")
        #expect(!folder.exists("specs/clientsmith.yaml") && !folder.exists("Generated"))
        #expect(try Tool.run("init", "specs/pets.yaml", in: folder).status == 0)
    }

    @Test func printsTheFirstLinesOfSwift() throws {
        let run = try Tool.run("init", "specs/pets.yaml", "--module", "Zoo", "--output", "Clients/Zoo", in: folder)
        let wanted = """
            commit specs and Clients/Zoo; after a change, run `clientsmith generate --config specs/clientsmith.yaml`

            Package.swift:

                .package(path: "Clients/Zoo"),
                .product(name: "Zoo", package: "Zoo"),

            The first call:

                import Zoo

                let zoo = Zoo(server: "https://api.example.com")

                do {
                    let result = try await zoo.pets.get(petID: "petID")
                    print(result)
                } catch {
                    print(error)
                }

            """
        #expect(run.errors.hasSuffix(wanted), "\(run.errors)")
        try folder.remove("specs/clientsmith.yaml")
        let quiet = try Tool.run("init", "specs/pets.yaml", "--output", "Other", "--quiet", in: folder)
        #expect(quiet.status == 0 && quiet.errors.isEmpty)
    }

    @Test func namesAModuleForEachDocument() throws {
        try folder.write(Sample.pets, to: "specs/birds.yaml")
        let documents = ["init", "specs/pets.yaml", "specs/birds.yaml"]
        let one = try Tool.start(documents + ["--module", "Zoo"], in: folder)()
        #expect(one.status == 64)
        #expect(one.errors.contains("specify '--module' once for each document: 2 documents, 1 module."))
        #expect(try Tool.start(documents + ["--module", "Zoo", "--module", "a-b"], in: folder)().status == 64)
        #expect(!folder.exists("specs/clientsmith.yaml"))
        let two = try Tool.start(documents + ["--module", "Zoo", "--module", "Birds"], in: folder)()
        #expect(two.status == 0, "\(two.errors)")
        #expect(try folder.read("specs/clientsmith.yaml").contains("package: ZooClients\n"))
        #expect(folder.exists("Generated/Sources/Birds/Birds.swift"))
    }

    @Test func keepsWhatIsThere() throws {
        try folder.write("{}\n", to: "specs/clientsmith.schema.json")
        #expect(try Tool.run("init", "specs/pets.yaml", in: folder).status == 0)
        #expect(try folder.read("specs/clientsmith.schema.json") == "{}\n")
        try folder.write("package: Mine\n", to: "specs/clientsmith.yaml")
        #expect(try Tool.run("init", "specs/pets.yaml", in: folder).status == 73)
        #expect(try folder.read("specs/clientsmith.yaml") == "package: Mine\n")
    }

    @Test func generateWithoutAConfigurationNamesInit() throws {
        let run = try Tool.run("generate", in: folder)
        #expect(run.status == 66)
        #expect(run.errors.contains("hint: write one with `clientsmith init DOCUMENT`"), "\(run.errors)")
    }

    @Test func aSummaryWithRemarksNamesTheOption() throws {
        let header = "        - {name: Accept, in: header, schema: {type: string}}\n"
        let document = Sample.pets.replacing("      responses:\n", with: header + "      responses:\n")
        try folder.write(document, to: "specs/pets.yaml")
        let lint = try Tool.run("lint", "specs/pets.yaml", in: folder)
        #expect(lint.errors.contains("1 remark, shown with `--verbose`\n"), "\(lint.errors)")
        let verbose = try Tool.run("lint", "specs/pets.yaml", "--verbose", in: folder)
        #expect(verbose.errors.contains("remark: a parameter named 'Accept' is ignored"))
        #expect(!verbose.errors.contains("shown with"))
    }
}
