import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Generation

@Suite struct LayoutTests {
    private func output(_ lines: String) -> Output {
        Sample.output(configuration: Sample.configuration.replacing("package: Zoo", with: lines))
    }

    private func text(_ path: String, of output: Output) throws -> String {
        String(decoding: try #require(output.files.first { $0.path == path }).bytes, as: UTF8.self)
    }

    @Test func sourcesAreFilesOfOneModuleAndBringTheRuntime() throws {
        let output = output("layout: sources")
        let paths = output.files.map(\.path)
        #expect(paths.contains("Pets/Pets.swift"))
        #expect(paths.contains("Pets/Pets+PetsAPI.swift"))
        #expect(paths.contains("Pets/Types/Pets+Pet.swift"))
        #expect(paths.contains("ClientRuntime/ClientRuntime+Transport.swift"))
        #expect(!paths.contains("Package.swift"))
        #expect(!paths.contains { $0.hasSuffix(".md") })
        // Two files of a module can't have one name, wherever they are.
        let names = paths.map { $0.split(separator: "/").last.map { $0.lowercased() } }
        #expect(Set(names).count == names.count)
        #expect(!(try text("Pets/Pets.swift", of: output)).contains("import "))
    }

    @Test func aSharedRuntimeIsImportedAndNotWritten() throws {
        let output = output("layout: sources\nruntime: ClientRuntime")
        #expect(!output.files.contains { $0.path.hasPrefix("ClientRuntime/") })
        #expect((try text("Pets/Pets.swift", of: output)).contains("\n@_exported public import ClientRuntime\n"))
    }

    /// What the build-tool plug-in names to the build beforehand.
    @Test func aFixedLayoutHasTheFilesThePlugInNames() throws {
        let plugin = try String(
            contentsOf: Repository.root.appending(path: "Sources/ClientsmithPlugin/ClientsmithPlugin.swift"),
            encoding: .utf8)
        #expect(plugin.contains("[\"GeneratedClients.swift\"] + (1...4).map { \"GeneratedOperations\\($0).swift\" }"))
        #expect(plugin.contains("+ (1...8).map { \"GeneratedTypes\\($0).swift\" }"))
        let named =
            ["GeneratedClients.swift"] + (1...4).map { "GeneratedOperations\($0).swift" }
            + (1...8).map { "GeneratedTypes\($0).swift" }
        let output = output("layout: fixed\nruntime: ClientRuntime")
        #expect(output.files.map(\.path) == [".gitattributes"] + named.sorted())
        #expect((try text("GeneratedClients.swift", of: output)).contains("struct Pets: ServiceClient"))
        let types = try (1...8).map { try text("GeneratedTypes\($0).swift", of: output) }.joined()
        #expect(types.contains("struct Pet: Codable"))
    }

    @Test func aFixedLayoutHoldsWhatAPackageDoes() {
        let declaration = /struct \w+|enum \w+|func \w+|static let \w+/
        func declarations(_ output: Output) -> [String] {
            output.files
                .filter { $0.path.hasSuffix(".swift") && !$0.path.contains("Runtime") && !$0.path.contains("Test") }
                .flatMap {
                    String(decoding: $0.bytes, as: UTF8.self).matches(of: declaration).map { String($0.output) }
                }
                .sorted()
        }
        let fixed = declarations(output("layout: fixed\nruntime: ClientRuntime"))
        #expect(!fixed.isEmpty)
        #expect(fixed == declarations(output("package: Zoo")))
    }

    @Test(arguments: ["package: Zoo\nruntime: ClientRuntime", "layout: fixed"])
    func aRuntimeMustBeWhereItCanBe(_ lines: String) {
        let output = output(lines)
        #expect(output.manifest == nil)
        #expect(output.problems.diagnostics.map(\.kind) == ["misplaced-runtime"])
    }

    /// A document with one group.
    private func grown(operations: [Int]) -> String {
        let paths = operations.map { number in
            """
              /things/part\(number):
                post:
                  operationId: updatePart\(number)
                  tags: [things]
                  requestBody:
                    content: {application/json: {schema: {type: object, properties: {name: {type: string}, size\(number): {type: integer}}}}}
                  responses:
                    "200":
                      description: ok
                      content: {application/json: {schema: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}, part\(number): {type: string}}}}}

            """
        }
        return """
            openapi: 3.0.3
            info: {title: t, version: "1"}
            components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
            paths:
            \(paths.joined())
            """
    }

    @Test func aLargeGroupHasAFileForEachOperation() throws {
        let output = Sample.output(["pets.yaml": grown(operations: Array(1...60))])
        let lines = output.files.map { file in file.bytes.count { $0 == UInt8(ascii: "\n") } }
        for (file, lines) in zip(output.files, lines) where file.path.hasPrefix("Sources/Pets/") {
            #expect(lines <= 5000, "\(file.path)")
        }
        let part = try text("Sources/Pets/Operations/ThingsAPI+UpdatePart7.swift", of: output)
        #expect(part.contains("nonisolated extension Pets.ThingsAPI {\n"))
        #expect(part.contains("func updatePart7("))
        #expect(part.contains("struct UpdatePart7: ClientEndpoint"))
        #expect(part.contains("var pet: Pets.Pet?"))
        #expect(try text("Sources/Pets/ThingsAPI.swift", of: output).contains("struct ThingsAPI: OperationGroup"))
        #expect(output.files.count { $0.path.hasPrefix("Sources/Pets/Operations/") } == 60)
    }

    /// An unused public import is a warning.
    @Test func aFileOfAnAliasAloneImportsNothing() throws {
        let parameter = "parameters: [{name: page, in: query, schema: {type: string, enum: [first, last]}}]"
        let document = grown(operations: Array(1...60)).replacing("    post:", with: "    \(parameter)\n    post:")
        let output = Sample.output(["pets.yaml": document])
        let aliases = output.files.filter {
            $0.path.hasPrefix("Sources/Pets/Operations/")
                && String(decoding: $0.bytes, as: UTF8.self).split(separator: "\n").count == 4
        }
        #expect(aliases.count == 59)
        for file in aliases {
            let lines = String(decoding: file.bytes, as: UTF8.self).split(separator: "\n")
            #expect(lines[1] == "nonisolated extension Pets.ThingsAPI {", "\(file.path)")
            #expect(lines[2].contains("public typealias"), "\(file.path)")
        }
    }

    @Test func anotherOperationChangesNoOtherFileOfALargeGroup() {
        let before = Sample.output(["pets.yaml": grown(operations: Array(2...60))])
        let after = Sample.output(["pets.yaml": grown(operations: Array(1...60))])
        let files = Dictionary(uniqueKeysWithValues: after.files.map { ($0.path, $0.bytes) })
        for file in before.files where file.path.hasPrefix("Sources/Pets/") {
            #expect(files[file.path] == file.bytes, "\(file.path)")
        }
    }

    @Test func aSmallGroupIsOneFile() {
        let output = Sample.output(["pets.yaml": grown(operations: [1, 2])])
        #expect(!output.files.contains { $0.path.contains("/Operations/") })
    }
}
