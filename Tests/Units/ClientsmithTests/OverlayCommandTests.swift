import Foundation
import TestSupport
import Testing

/// Overlays and limits as the command line takes them.
@Suite struct OverlayCommandTests {
    private static let overlay = """
        overlay: 1.0.0
        info: {title: Fix, version: "1"}
        actions:
          - target: $.paths['/pets/{petId}'].get
            update: {operationId: findPet}

        """

    @Test func ofTheConfigurationAreAppliedAndTheDocumentStays() throws {
        let folder = try Sample.folder()
        try folder.write(Self.overlay, to: "specs/fix.overlay.yaml")
        try folder.write(Sample.configuration + "    overlays: [fix.overlay.yaml]\n", to: "specs/clientsmith.yaml")
        let made = try Tool.run("generate", "--strict", in: folder)
        #expect(made.status == 0, "\(made.errors)")
        #expect(try folder.contents(of: "Generated").values.contains { $0.contains("func find(") })
        #expect(try folder.read("specs/pets.yaml") == Sample.pets)
        try folder.write(Self.overlay.replacing("findPet", with: "seekPet"), to: "specs/fix.overlay.yaml")
        let check = try Tool.run("check", in: folder)
        #expect(check.status == 1, "a changed overlay is a changed document")
    }

    @Test func ofTheCommandLineAreApplied() throws {
        let folder = try Sample.folder()
        try folder.write(Self.overlay, to: "fix.yaml")
        let model = try Tool.run("model", "specs/pets.yaml", "--overlay", "fix.yaml", in: folder)
        #expect(model.output.contains("findPet") && !model.output.contains("getPet"))
        let input = try Tool.run("model", "-", "--overlay", "fix.yaml", in: folder, input: Sample.pets)
        #expect(input.output == model.output)
        try folder.write(Self.overlay.replacing("$.paths", with: "$.path"), to: "fix.yaml")
        let stale = try Tool.run("lint", "--strict", "specs/pets.yaml", "--overlay", "fix.yaml", in: folder)
        #expect(stale.status == 65)
        #expect(stale.errors.contains("fix.yaml:4:13: error: the target selects nothing; the action is skipped\n"))
        #expect(try Tool.run("lint", "specs/pets.yaml", "--overlay", "nothing.yaml", in: folder).status == 66)
        #expect(try Tool.run("generate", "--overlay", "fix.yaml", in: folder).status == 64)
    }

    @Test(arguments: [("--max-bytes", "100"), ("--max-depth", "3"), ("--max-values", "10")])
    func limitsBoundADocument(_ option: String, _ number: String) throws {
        let folder = try Sample.folder()
        let lint = try Tool.run("lint", "specs/pets.yaml", option, number, in: folder)
        #expect(lint.status == (option == "--max-bytes" ? 66 : 65))
        if option != "--max-bytes" { #expect(lint.errors.contains("or `\(option)`, raises the limit\n")) }
        #expect(try Tool.run("generate", option, number, in: folder).status == 65)
        #expect(try Tool.run("lint", "specs/pets.yaml", option, "0", in: folder).status == 64)
    }

    @Test(arguments: [("--max-output-bytes", "1000"), ("--max-declarations", "1")])
    func limitsBoundTheOutputOfEveryCommand(_ option: String, _ number: String) throws {
        let folder = try Sample.folder()
        for arguments in [["lint", "specs/pets.yaml"], ["model", "specs/pets.yaml"], ["generate"], ["check"]] {
            let run = try Tool.start(arguments + [option, number], in: folder)()
            #expect(run.status == 65, "\(arguments): \(run.errors)")
            let pattern = /pets\.yaml:\d+:\d+: error: the output has more than \d+ (bytes|declarations); '#/
            #expect(run.errors.contains(pattern))
            #expect(run.errors.contains("or `\(option)`, raises the limit\n"))
        }
        #expect(!folder.exists("Generated"))
        let diff = try Tool.run("diff", "specs/pets.yaml", "specs/pets.yaml", option, number, in: folder)
        #expect(diff.status == 65, "\(diff.errors)")
        #expect(try Tool.run("lint", "specs/pets.yaml", option, "0", in: folder).status == 64)
        #expect(try Tool.run("generate", option, "1000000", in: folder).status == 0)
    }

    @Test func aConfiguredLimitAllowsMore() throws {
        let folder = try Sample.folder()
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        try folder.write(Sample.pets + "x-deep: \(deep)\n", to: "specs/pets.yaml")
        #expect(try Tool.run("generate", in: folder).status == 65)
        try folder.write("limits: {depth: 201}\n" + Sample.configuration, to: "specs/clientsmith.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try Tool.run("generate", "--max-depth", "200", in: folder).status == 65)
    }

    /// What `init` is allowed to read, the configuration that it writes allows as well.
    @Test func initRecordsTheLimitsItWasGiven() throws {
        let folder = try Sample.folder()
        try folder.remove("specs/clientsmith.yaml")
        let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
        try folder.write(Sample.pets + "x-deep: \(deep)\n", to: "specs/pets.yaml")
        #expect(try Tool.run("init", "specs/pets.yaml", in: folder).status == 65)
        let run = try Tool.run("init", "specs/pets.yaml", "--max-depth", "201", "--output", "Other", in: folder)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try folder.read("specs/clientsmith.yaml").contains("\nlimits: { depth: 201 }\n"))
        #expect(try Tool.run("check", in: folder).status == 0)
    }
}
