@_spi(Naming) import ClientModel
import Diagnostics
import Testing
import YAML

@testable import Lowering

@Suite struct OutputBudgetTests {
    private static func options(bytes: Int = 50_000_000, declarations: Int = 100_000) -> LoweringOptions {
        var limits = Limits()
        limits.outputBytes = bytes
        limits.declarations = declarations
        return LoweringOptions(name: .init(sanitizing: "Service"), limits: limits)
    }

    /// A base of many members, and components that extend it.
    private static func wideBase(members: Int, children: Int) -> String {
        let base = (0..<members).map { "m\($0): {type: string}" }.joined(separator: ", ")
        let components = (0..<children).map { "C\($0): {allOf: [{$ref: '#/components/schemas/Base'}]\(extra($0))}" }
        return (["Base: {type: object, properties: {\(base)}}"] + components).joined(separator: "\n")
    }

    private static func extra(_ number: Int) -> String { ", properties: {own\(number): {type: string}}" }

    private func objection(_ result: Lowered) throws -> Diagnostic {
        #expect(result.problems.diagnostics.count == 1, "\(result.findings)")
        #expect(result.api.types.isEmpty && result.api.groups.isEmpty)
        return try #require(result.problems.diagnostics.first)
    }

    @Test func aWideBaseIsNamedWithItsUses() throws {
        let schemas = Self.wideBase(members: 100, children: 50)
        let found = try objection(try lowered(schemas: schemas, Self.options(bytes: 1_000_000)))
        #expect(found.kind == "limit-output-bytes")
        let start = "the output has more than 1000000 bytes; '#/components/schemas/Base' contributes most: about "
        #expect(found.message.hasPrefix(start))
        let uses = try #require(found.message.split(separator: " ").dropLast().last.flatMap { Int($0) })
        #expect((20..<50).contains(uses), "\(found.message)")
        #expect(try lowered(schemas: schemas, Self.options(bytes: 3_000_000)).api.types.count == 51)
    }

    @Test func loweringStopsWhereTheBudgetIsSpent() throws {
        let found = try objection(
            try lowered(schemas: Self.wideBase(members: 300, children: 400), Self.options(bytes: 200_000)))
        let uses = try #require(found.message.split(separator: " ").dropLast().last.flatMap { Int($0) })
        #expect(uses < 5, "\(found.message)")
    }

    @Test func aTextUsedOftenIsNamed() throws {
        let text = String(repeating: "word ", count: 2_000)
        let members = (0..<100).map { "m\($0): {$ref: '#/components/schemas/Long'}" }.joined(separator: ", ")
        let found = try objection(
            try lowered(
                schemas: "Long: {type: string, default: '\(text)'}\nA: {type: object, properties: {\(members)}}",
                Self.options(bytes: 500_000)))
        #expect(found.message.contains("'#/components/schemas/Long' contributes most"), "\(found.message)")
    }

    @Test func aPathItemUsedOftenIsNamed() throws {
        let items = (0..<100).map { "  /p\($0): {$ref: '#/paths/~1shared'}" }.joined(separator: "\n")
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /shared:
                get:
                  parameters: [{name: a, in: query, schema: {type: string}}]
                  responses: {'200': {description: Fine}}
            \(items)
            """, Self.options(bytes: 100_000))
        let found = try objection(result)
        #expect(found.message.contains("'#/paths/~1shared/get' contributes most"), "\(found.message)")
        #expect(result.text(at: found.place).contains("name: a"))
    }

    @Test func declarationsAreLimited() throws {
        let own = "own: {type: object, properties: {a: {type: string}}}"
        let schemas = (0..<20).map { "S\($0): {type: object, properties: {\(own)}}" }.joined(separator: "\n")
        #expect(try lowered(schemas: schemas, Self.options(declarations: 40)).problems.hasErrors == false)
        let found = try objection(try lowered(schemas: schemas, Self.options(declarations: 39)))
        #expect(found.kind == "limit-declarations")
        #expect(found.message.hasPrefix("the output has more than 39 declarations; '#/components/schemas/S"))
    }

    @Test func whatDistinguishesBranchesCounts() throws {
        // Each union lists those behind it: their branches are listed again at every level.
        let count = 14
        let schemas = (0..<count).map { number in
            let next = [number + 1, number + 2].map { "{$ref: '#/components/schemas/N\($0)'}" }.joined(separator: ", ")
            let own = "{type: object, required: [k\(number)], properties: {k\(number): {type: string}}}"
            return "N\(number): {allOf: [{oneOf: [\(next)]}, \(own)]}"
        }
        let ends = [count, count + 1].map {
            "N\($0): {type: object, required: [e\($0)], properties: {e\($0): {type: string}}}"
        }
        let found = try objection(
            try lowered(schemas: (schemas + ends).joined(separator: "\n"), Self.options(bytes: 100_000)))
        #expect(found.message.contains("'#/components/schemas/N"), "\(found.message)")
    }

    /// A hundred members whose values have a thousand parts each would make samples of a hundred thousand.
    @Test func samplesOfLargeMembersStaySmall() throws {
        let names = (0..<1_000).map { "r\($0)" }
        let (required, large) = (names.joined(separator: ", "), names.map { "\($0): {type: boolean}" })
        let members = (0..<100).map { "m\($0): {$ref: '#/components/schemas/Large'}" }.joined(separator: ", ")
        let result = try lowered(
            schemas: """
                Large: {type: object, required: [\(required)], properties: {\(large.joined(separator: ", "))}}
                A: {type: object, properties: {\(members)}}
                """)
        let samples = try result.type("A").samples
        #expect(!samples.isEmpty && samples.allSatisfy { $0.utf8.count < 50_000 }, "\(samples.map(\.utf8.count))")
    }
}
