import Changes
import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Generation

/// A package has the parts of the runtime that its clients use.
@Suite struct RuntimePartsTests {
    private static let folder = "ClientRuntime/ClientRuntime+"

    private func output(_ operations: [String], _ lines: String = "", tool: Tool = Tool(templates: ToolTemplates()))
        throws -> Output
    {
        let text = try String(
            contentsOf: Repository.root.appending(path: "Tests/Integration/RuntimeParts/parts.yaml"), encoding: .utf8)
        let only = operations.isEmpty ? "" : "\n    only: {operations: [\(operations.joined(separator: ", "))]}"
        let output = Sample.output(
            ["parts.yaml": text],
            configuration: """
                layout: sources\(lines)
                clients:
                  - document: parts.yaml
                    module: Parts
                    formats: {unix-time: UnixTime}\(only)
                """, tool: tool)
        #expect(output.manifest != nil, "\(Sample.text(output))")
        return output
    }

    private func runtime(_ output: Output) -> Set<String> {
        Set(
            output.files.map(\.path).filter { $0.hasPrefix(Self.folder) }.map {
                String($0.dropFirst(Self.folder.count))
            })
    }

    @Test func partsThatNothingUsesAreNotWritten() throws {
        let none = runtime(try output(["none", "bytes"]))
        let all = runtime(try output([]))
        #expect(all.count == ToolTemplates().runtime.count)
        #expect(
            all.subtracting(none).sorted() == [
                "CalendarDuration.swift", "EventParser.swift", "EventStream.swift", "ExplicitNulls.swift",
                "FormBody.swift", "FormReader.swift", "FormattedText.swift", "JSONLines.swift", "LineSplitter.swift",
                "MultipartBody.swift", "MultipartReader.swift", "PointInTime.swift", "ResponseHeaders.swift",
                "TimeOfDay.swift", "UnionBranch.swift", "UnionDecoder.swift", "UnixTime.swift",
            ])
    }

    @Test(arguments: RuntimePart.allCases)
    func anOperationBringsItsPart(_ part: RuntimePart) throws {
        let output = try output([part.rawValue])
        let needed: [RuntimePart: RuntimePart] = [.unixTimes: .pointsInTime]
        #expect(output.clients[0].api.runtimeParts == Set([part, needed[part]].compactMap(\.self)))
        let more = runtime(output).subtracting(runtime(try self.output(["none"])))
        #expect(!more.isEmpty && more.count <= 3)
        // The declarations of the rest are words that the client doesn't spell.
        try expectNoWordOfUnused(output)
    }

    @Test func theGoldenDocumentsHaveWhatTheySpell() throws {
        let folder = Repository.root.appending(path: "Tests/Golden/Documents")
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
        var count = 0
        for document in files where document.pathExtension == "yaml" {
            let output = Sample.output(
                ["pets.yaml": try String(contentsOf: document, encoding: .utf8)],
                configuration: "layout: sources\nclients: [{document: pets.yaml, module: Pets}]")
            guard output.manifest != nil else { continue }
            count += 1
            try expectNoWordOfUnused(output)
        }
        #expect(count > 5)
    }

    private func expectNoWordOfUnused(_ output: Output) throws {
        let used = runtime(output)
        let unused = ToolTemplates().runtime.filter { !used.contains($0.path) }
        let types =
            RuntimePart.allCases.flatMap(\.types) + [
                "BodyEncoding", "DocumentedHeaders", "ExplicitNulls", "UnionBranch", "UnionDecoder",
            ]
        let names = types.filter { name in
            ["struct", "enum", "protocol"].contains { keyword in
                unused.contains { $0.contents.contains("public nonisolated \(keyword) \(name)") }
            }
        }
        #expect(names.isEmpty == unused.isEmpty)
        for file in output.files where file.path.hasPrefix("Pets/") || file.path.hasPrefix("Parts/") {
            let text = String(decoding: file.bytes, as: UTF8.self)
            #expect(!names.contains { text.contains($0) }, "\(file.path)")
        }
    }

    @Test func allPartsAreWrittenOnRequest() throws {
        let all = Set(ToolTemplates().runtime.map(\.path))
        #expect(runtime(try output(["none"], "\nruntimeParts: all")) == all)
        #expect(runtime(try output(["none"], "\nruntimeParts: used")) != all)
    }

    @Test func aTypeThatIsGoneBreaksSwiftCallers() throws {
        let old = try output(["identifiers", "none"]).clients[0].api
        let new = try output(["none"]).clients[0].api
        func told(_ kept: Set<RuntimePart>) -> [Change] {
            changes(from: old, to: new, keeping: kept).filter { $0.kind == "runtime-type-removed" }
        }
        #expect(told([]).map(\.subject) == ["URLText", "UUIDText"])
        #expect(told([]).allSatisfy { $0.verdict == .swift })
        #expect(told([.identifiers]).isEmpty)
        #expect(changes(from: new, to: old).allSatisfy { $0.kind != "runtime-type-removed" })
    }

    @Test func templatesMayUseAnyPart() throws {
        var problems = Problems()
        let templates = ToolTemplates(
            folder: "mine", files: [("pages/group.mustache", "")], at: nil, problems: &problems)
        #expect(runtime(try output(["none"], tool: Tool(templates: templates))) == Set(templates.runtime.map(\.path)))
    }
}
