import Foundation
import Generation
import TestSupport
import Testing

/// The built product as a user runs it.
@Suite struct CommandTests {
    @Test func generateThenCheck() throws {
        let folder = try Sample.folder()
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 0)
        #expect(made.output == "")
        let count = try folder.contents(of: "Generated").count
        #expect(
            made.errors
                == "2 names recorded in specs/clientsmith.names.yaml\n\(count) files written, 0 unchanged\n")
        let times = try folder.times(of: "Generated")
        let again = try Tool.run("generate", in: folder)
        #expect(again.errors == "0 files written, \(count) unchanged\n")
        #expect(try folder.times(of: "Generated") == times)
        let check = try Tool.run("check", in: folder)
        #expect(check.status == 0)
        #expect(check.output == "")
        #expect(check.errors == "Generated is current\n")
    }

    @Test func oneDocumentGivesAWholePackage() throws {
        let folder = try Sample.folder()
        let made = try Tool.run(
            "generate", "specs/pets.yaml", "--module", "Pets", "--output", "Out", in: folder)
        #expect(made.status == 0)
        #expect(try folder.read("Out/Package.swift").contains("name: \"Pets\""))
        #expect(folder.exists("Out/Sources/PetsRuntime"))
        let check = try Tool.run("check", "specs/pets.yaml", "--module", "Pets", "--output", "Out", in: folder)
        #expect(check.status == 0)
    }

    @Test func standardInputGivesTheSamePackage() throws {
        let folder = try Sample.folder()
        let file = try Tool.run("generate", "specs/pets.yaml", "--module", "Pets", "--output", "A", in: folder)
        let input = try Tool.run(
            "generate", "-", "--module", "Pets", "--output", "B", in: folder, input: Sample.pets)
        #expect(file.status == 0)
        #expect(input.status == 0)
        #expect(try folder.contents(of: "A") == folder.contents(of: "B"))
    }

    @Test func theOutputDoesNotDependOnWhereAndHowItIsMade() throws {
        let folder = try Sample.folder()
        let deep = try Scratch()
        let config = folder.url.appending(path: "specs/clientsmith.yaml").path
        var outputs: [[String: String]] = []
        for (index, locale) in ["C", "tr_TR.UTF-8", "de_DE.UTF-8", "C.UTF-8"].enumerated() {
            let environment = ["LANG": locale, "LC_ALL": locale, "TZ": index % 2 == 0 ? "UTC" : "Asia/Kathmandu"]
            let made = try Tool.run(
                "generate", "--config", config, "--output", "Out\(index)", in: deep, environment: environment)
            #expect(made.status == 0)
            outputs.append(try deep.contents(of: "Out\(index)"))
        }
        #expect(Set(outputs).count == 1)
    }

    @Test func aRefusedDocumentWritesNothing() throws {
        let folder = try Sample.folder()
        try folder.write("openapi: 3.0.3\nopenapi: 3.0.3\n", to: "specs/pets.yaml")
        for command in ["generate", "check"] {
            let made = try Tool.run(command, in: folder)
            #expect(made.status == 65)
            #expect(made.errors.contains("specs/pets.yaml:2:1: error: "))
            #expect(made.errors.hasSuffix("\n"))
            #expect(!folder.exists("Generated"))
        }
        #expect(try Tool.run("lint", "specs/pets.yaml", in: folder).status == 65)
        #expect(try Tool.run("model", "specs/pets.yaml", in: folder).status == 65)
    }

    @Test func aMistakeInTheConfigurationIsRefused() throws {
        let folder = try Sample.folder()
        try folder.write(Sample.configuration.replacing("module", with: "modul"), to: "specs/clientsmith.yaml")
        let made = try Tool.run("generate", in: folder)
        #expect(made.status == 65)
        #expect(made.errors.contains("specs/clientsmith.yaml:5:5: error: 'modul' is not a key of a client\n"))
        #expect(made.errors.contains("hint: did you mean `module`?\n"))
    }

    @Test(arguments: [
        ["generate", "nothing.yaml", "--module", "A", "--output", "B"], ["generate", "--config", "nothing.yaml"],
        ["lint", "nothing.yaml"], ["model", "nothing.yaml"], ["check", "--templates", "nothing"],
        ["generate", "specs", "--module", "A", "--output", "B"],
    ]) func whatCannotBeReadIsNoInput(_ arguments: [String]) throws {
        let folder = try Sample.folder()
        let ended = try Tool.start(arguments, in: folder)()
        #expect(ended.status == 66)
        #expect(ended.errors.contains("can't be read: "))
    }

    @Test(arguments: [
        ["generate", "specs/pets.yaml"], ["generate", "specs/pets.yaml", "--module", "A"], ["nonsense"], ["lint"],
        ["generate", "specs/pets.yaml", "--module", "2A", "--output", "B"], ["generate", "--module", "A"],
        ["generate", "specs/pets.yaml", "--module", "Data", "--output", "B"], ["generate", "--format", "xml"],
        ["generate", "specs/pets.yaml", "--module", "A", "--output", "B", "--config", "c"],
        ["generate", "--quiet", "--verbose"], ["generate", "--nonsense"], ["generate", "--tag", "pets"],
    ]) func aWrongCommandLineIs64(_ arguments: [String]) throws {
        let folder = try Sample.folder()
        let ended = try Tool.start(arguments, in: folder)()
        #expect(ended.status == 64)
        #expect(ended.output == "")
        #expect(ended.errors.contains("Usage: clientsmith"))
    }

    @Test func strictRefusesWhatIsRepaired() throws {
        let folder = try Sample.folder()
        try folder.write(Sample.pets.replacing("\"1\"", with: "1.10"), to: "specs/pets.yaml")
        let lenient = try Tool.run("generate", in: folder)
        #expect(lenient.status == 0)
        #expect(lenient.errors.contains("unchanged; 1 warning (1 repaired)\n"))
        let strict = try Tool.run("generate", "--strict", in: folder)
        #expect(strict.status == 65)
        #expect(strict.errors.contains("specs/pets.yaml:2:30: error: "))
        #expect(strict.errors.hasSuffix("nothing written; 1 error\n"))
    }

    @Test func quietSaysNothingButErrors() throws {
        let folder = try Sample.folder()
        try folder.write(Sample.pets.replacing("\"1\"", with: "1.10"), to: "specs/pets.yaml")
        #expect(try Tool.run("generate", "--quiet", in: folder).errors == "")
        #expect(try Tool.run("generate", "--quiet", "--strict", in: folder).errors.contains("error: "))
    }

    @Test func verboseNamesEachFileAndStage() throws {
        let folder = try Sample.folder()
        let made = try Tool.run("generate", "--verbose", in: folder)
        #expect(made.errors.contains("wrote Sources/Pets/Types/Pet.swift\n"))
        for stage in Stage.allCases.map(\.rawValue) + ["together"] { #expect(made.errors.contains("\(stage) ")) }
        try folder.write(
            Sample.pets.replacing("Pet:", with: "Dog:").replacing("/Pet\"", with: "/Dog\""), to: "specs/pets.yaml")
        #expect(try Tool.run("generate", "-v", in: folder).errors.contains("removed Sources/Pets/Types/Pet.swift\n"))
    }

    @Test func timingsHaveEachStage() throws {
        let folder = try Sample.folder()
        #expect(try Tool.run("generate", "--timings", "timings.json", in: folder).status == 0)
        let timings = try JSONSerialization.jsonObject(with: Data(folder.read("timings.json").utf8))
        let stages = (timings as? [String: Any])?["stages"] as? [[String: Any]] ?? []
        #expect(stages.compactMap { $0["stage"] as? String } == Stage.allCases.map(\.rawValue))
        #expect(stages.allSatisfy { $0["wallMilliseconds"] is Double && $0["cpuMilliseconds"] is Double })
        #expect(try Tool.run("generate", "--timings", "no/timings.json", in: folder).status == 74)
    }

    @Test func messagesAsJSONAndForGitHub() throws {
        let folder = try Sample.folder()
        try folder.write(Sample.pets.replacing("\"1\"", with: "1.10"), to: "specs/pets.yaml")
        let json = try Tool.run("lint", "--format", "json", "specs/pets.yaml", in: folder)
        let lines = json.errors.split(separator: "\n")
        #expect(lines.count == 1)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(json.errors.utf8)) as? [String: Any])
        #expect(object["severity"] as? String == "warning")
        #expect(object["finding"] as? String == "repaired")
        #expect(object["file"] as? String == "specs/pets.yaml")
        #expect(object["line"] as? Int == 2)
        let github = try Tool.run("lint", "--format", "github", "specs/pets.yaml", in: folder)
        #expect(github.errors.hasPrefix("::warning file=specs/pets.yaml,line=2,"))
    }

    @Test func colourOnATerminalAlone() throws {
        let folder = try Sample.folder()
        try folder.write("openapi: 9\n", to: "specs/pets.yaml")
        #expect(try !Tool.run("lint", "specs/pets.yaml", in: folder).errors.contains("\u{1B}"))
        #expect(try onTerminal(["NO_COLOR": "", "TERM": "xterm"], folder).contains("\u{1B}["))
        #expect(try !onTerminal(["NO_COLOR": "1", "TERM": "xterm"], folder).contains("\u{1B}"))
        #expect(try !onTerminal(["NO_COLOR": "", "TERM": "dumb"], folder).contains("\u{1B}"))
    }

    /// What the tool says of the sample's document where standard error is a terminal.
    private func onTerminal(_ environment: [String: String], _ folder: Scratch) throws -> String {
        var (terminal, side): (Int32, Int32) = (-1, -1)
        try #require(openpty(&terminal, &side, nil, nil, nil) == 0)
        let process = Process()
        process.executableURL = Tool.executable
        process.arguments = ["lint", "specs/pets.yaml"]
        process.currentDirectoryURL = folder.url
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        process.standardError = FileHandle(fileDescriptor: side, closeOnDealloc: true)
        try process.run()
        process.waitUntilExit()
        let said = FileHandle(fileDescriptor: terminal, closeOnDealloc: true).availableData
        return String(decoding: said, as: UTF8.self)
    }

    @Test func namesOfFilesCannotSteerATerminal() throws {
        let folder = try Sample.folder()
        #expect(try Tool.run("generate", in: folder).status == 0)
        try folder.write("", to: "Generated/a\u{1B}[31m\n::error::b.txt")
        for format in ["human", "github", "json"] {
            let check = try Tool.run("check", "--format", format, in: folder)
            #expect(check.status == 3)
            #expect(!(check.errors + check.output).contains("\u{1B}"))
            #expect(!(check.errors + check.output).contains("\n::error::b"))
        }
    }

    @Test func aPartOfADocument() throws {
        let folder = try Sample.folder()
        let more = """
                Lonely: {type: object, properties: {a: {type: string}}}
                Tag: {type: string, enum: [x]}
            """
        try folder.write(Sample.pets + more, to: "specs/pets.yaml")
        let command = ["specs/pets.yaml", "--module", "Pets", "--output", "Out"]
        let chosen = ["--operation", "getPet", "--schema", "Tag"]
        let made = try Tool.start(["generate"] + command + chosen, in: folder)()
        #expect(made.status == 0)
        #expect(
            try folder.contents(of: "Out/Sources/Pets/Types").keys.sorted() == ["Pet.swift", "Tag.swift"])
        #expect(try Tool.start(["check"] + command + chosen, in: folder)().status == 0)
        let swapped = try Tool.start(["check"] + command + chosen.suffix(2) + chosen.prefix(2), in: folder)()
        #expect(swapped.status == 0)
        #expect(try Tool.start(["check"] + command, in: folder)().status == 2)
        let configured = Sample.configuration + "    only: {operations: [\"GET /pets/{petId}\"]}\n"
        try folder.write(configured, to: "specs/clientsmith.yaml")
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.contents(of: "Generated/Sources/Pets/Types").keys.sorted() == ["Pet.swift"])
        let model = try Tool.run("model", "specs/pets.yaml", "--schema", "Lonely", in: folder)
        #expect(model.output.contains("Lonely") && !model.output.contains("getPet"))
    }

    @Test func aPartThatIsNotThere() throws {
        let folder = try Sample.folder()
        let made = try Tool.run(
            "generate", "specs/pets.yaml", "--module", "Pets", "--output", "Out", "--tag", "pest", "--path",
            "/pets/{petID}", in: folder)
        #expect(made.status == 65)
        #expect(
            made.errors == """
                error: the document has no tag 'pest'
                hint: did you mean 'pets'?
                error: the document has no path '/pets/{petID}'
                hint: did you mean '/pets/{petId}'?
                nothing written; 2 errors

                """)
        #expect(!folder.exists("Out"))
    }

    @Test func modelPrintsJSON() throws {
        let folder = try Sample.folder()
        let model = try Tool.run("model", "specs/pets.yaml", "--module", "Pets", in: folder)
        #expect(model.status == 0)
        #expect(model.errors == "")
        let object = try #require(try JSONSerialization.jsonObject(with: Data(model.output.utf8)) as? [String: Any])
        #expect(object["name"] as? String == "Pets")
    }

    @Test func helpHasExamples() throws {
        let folder = try Scratch()
        let commands = [
            ["--help"], ["generate", "--help"], ["check", "--help"], ["lint", "--help"], ["model", "--help"],
        ]
        for arguments in commands {
            let help = try Tool.start(arguments, in: folder)()
            #expect(help.status == 0)
            #expect(help.output.contains("EXAMPLES:"))
            #expect(help.output.contains("USAGE: clientsmith"))
        }
        #expect(try Tool.run("--help", in: folder).output.contains("EXIT STATUS:"))
    }

    @Test func helpStatesEachDefaultOnce() throws {
        let folder = try Scratch()
        let help = try Tool.run("--help", in: folder).output
        let list = try #require(help.split(separator: "SUBCOMMANDS:").last)
        let commands = list.matches(of: #/\n  ([a-z]+) /#).map { String($0.1) }
        #expect(commands.contains("init"))
        for command in commands {
            let help = try Tool.run(command, "--help", in: folder).output
            #expect(!help.contains(#/\(default: [^)]*\)\s+\(default:/#), "\(command)")
        }
    }

    @Test func versionAndCompletions() throws {
        let folder = try Scratch()
        #expect(try Tool.run("--version", in: folder).output == "0.1.0\n")
        for shell in ["bash", "zsh", "fish"] {
            let script = try Tool.run("--generate-completion-script", shell, in: folder)
            #expect(script.status == 0)
            #expect(script.output.contains("generate"))
        }
    }
}

/// The record of names beside a configuration.
@Suite struct NameRecordTests {
    @Test func namesAreRecordedReadAndReported() throws {
        let folder = try Sample.folder()
        let path = "specs/clientsmith.names.yaml"
        let only = try Tool.run("generate", "--names-only", in: folder)
        #expect(only.status == 0 && only.errors == "2 names recorded in \(path)\n")
        #expect(!folder.exists("Generated"))
        let record = try folder.read(path)
        #expect(record.hasPrefix("# Swift names that depend on other names"))
        #expect(record.contains("    \"#/paths/~1pets~1{petId}/get\": get\n"))
        try folder.write(record.replacing(": get\n", with: ": fetchPet\n"), to: path)
        #expect(try Tool.run("generate", in: folder).status == 0)
        #expect(try folder.read("Generated/Sources/Pets/PetsAPI.swift").contains("func fetchPet("))
        #expect(try Tool.run("check", in: folder).status == 0)
        try folder.write(record, to: path)
        let changed = try Tool.run("check", in: folder)
        #expect(changed.status == 2)
        #expect(changed.errors.contains("the record of names has changed"))
        try folder.write(record.replacing(": get\n", with: ": not a name\n"), to: path)
        let refused = try Tool.run("generate", in: folder)
        #expect(refused.status == 65)
        #expect(refused.errors.contains("\(path):"))
    }

    @Test func frozenNamesAreNotWritten() throws {
        let folder = try Sample.folder()
        let made = try Tool.run("generate", "--frozen-names", in: folder)
        #expect(made.status == 0)
        #expect(!made.errors.contains("can change when the document does"))
        #expect(!folder.exists("specs/clientsmith.names.yaml"))
        #expect(try Tool.run("check", in: folder).status == 2)
        try folder.write("Pets: {spelling: {methods: camelCase}}\n", to: "specs/clientsmith.names.yaml")
        let lacking = try Tool.run("generate", "--frozen-names", in: folder)
        #expect(lacking.status == 0)
        #expect(lacking.errors.contains("2 names can change when the document does"))
    }
}
