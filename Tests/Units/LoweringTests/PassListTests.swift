@_spi(Naming) import ClientModel
import Diagnostics
import Foundation
import OpenAPI
import TestSupport
import Testing

@testable import Lowering

/// The passes of lowering as a list: each comes after those that it needs, and no other order is meant.
@Suite struct PassListTests {
    private static let documents = try! FileManager.default.contentsOfDirectory(
        atPath: Repository.root.appendingPathComponent("Tests/Golden/Documents").path
    ).filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted()

    @Test func passesComeAfterWhatTheyNeed() {
        var given: Set<Pass.Product> = []
        for pass in Pass.all {
            #expect(given.isSuperset(of: pass.needs), "'\(pass.name)' comes too early")
            #expect(given.isDisjoint(with: pass.gives), "'\(pass.name)' gives what another pass gave")
            given.formUnion(pass.gives)
        }
        #expect(given == Set(Pass.Product.allCases))
    }

    @Test func documentationListsThem() throws {
        let path = Repository.root.appendingPathComponent("Documentation/Architecture.md")
        let text = try String(contentsOf: path, encoding: .utf8)
        func list(_ products: [Pass.Product]) -> String {
            products.isEmpty ? "–" : products.map(\.rawValue).joined(separator: ", ")
        }
        let rows = Pass.all.map { "| \($0.name) | \(list($0.needs)) | \(list($0.gives)) |" }
        let table = (["| pass | needs | gives |", "| --- | --- | --- |"] + rows).joined(separator: "\n")
        #expect(text.contains(table), "Architecture.md should have this table:\n\(table)")
    }

    /// Passes that need nothing of each other can change places.
    @Test(arguments: documents) func needsExplainTheOrder(_ name: String) throws {
        let url = Repository.root.appendingPathComponent("Tests/Golden/Documents/\(name)")
        let document = try Document.read(String(contentsOf: url, encoding: .utf8), name: name)
        try expectTheSame(of: document, .init(name: Identifier(sanitizing: "Service")))
    }

    @Test func needsExplainTheOrderOfAPartWithNames() throws {
        let document = try Document.read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /pets:
                get:
                  operationId: listPets
                  tags: [pets]
                  security: [{key: []}]
                  responses:
                    '200':
                      description: d
                      headers: {X-Rate: {schema: {type: integer}}}
                      content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
              /other: {get: {operationId: other, tags: [others], responses: {'204': {description: d}}}}
            components:
              securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
              schemas:
                Base: {type: object, properties: {size: {type: string, enum: [s, l]}}}
                Plain: {type: object, properties: {a: {type: string}}}
                Pet:
                  allOf: [{$ref: '#/components/schemas/Base'}, {$ref: '#/components/schemas/Plain'}]
                  properties: {next: {$ref: '#/components/schemas/Pet'}, kind: {type: string, enum: [cat]}}
            """)
        let pins = [
            ("#/components/securitySchemes/key", "token"), ("#/components/schemas/Base/properties/size", "extent"),
            ("#/components/schemas/Pet", "Animal"), ("#/paths/~1pets/get", "all"), ("#/nothing", "nothing"),
        ].map { LoweringOptions.Pin(pointer: $0, name: $1) }
        let options = LoweringOptions(
            name: Identifier(sanitizing: "Service"), pins: pins, selection: .named(tags: ["pets"]))
        let outcome = try expectTheSame(of: document, options)
        #expect(outcome.findings.map(\.kind) == ["unused-name"])
    }

    @discardableResult
    private func expectTheSame(of document: Document, _ options: LoweringOptions) throws -> Outcome {
        let expected = try Outcome(of: Pass.all, document, options)
        var random = SplitMix(state: 7)
        for _ in 0..<20 {
            let passes = Self.shuffled(&random)
            let outcome = try Outcome(of: passes, document, options)
            #expect(outcome == expected, "\(passes.map(\.name))")
        }
        return expected
    }

    /// What a run of passes gives.
    private struct Outcome: Equatable {
        var model: Data
        var record: NameRecord
        var findings: Set<Diagnostic>

        init(of passes: [Pass], _ document: Document, _ options: LoweringOptions) throws {
            var client = UnfinishedClient(document, options, OneWorker())
            client.run(passes) { _ in }
            let encoder = JSONEncoder()
            encoder.outputFormatting = .sortedKeys
            model = try encoder.encode(client.api)
            record = client.api.record
            findings = Set(client.converter.schemas.lookup.findings.problems.diagnostics)
        }
    }

    /// All passes in any order that their needs allow.
    private static func shuffled(_ random: inout SplitMix) -> [Pass] {
        var open = Pass.all.shuffled(using: &random)
        var given: Set<Pass.Product> = []
        var result: [Pass] = []
        while let index = open.firstIndex(where: { given.isSuperset(of: $0.needs) }) {
            given.formUnion(open[index].gives)
            result.append(open.remove(at: index))
        }
        return result
    }
}

/// The same numbers in each run.
private struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
