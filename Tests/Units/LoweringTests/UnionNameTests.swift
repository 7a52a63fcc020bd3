import ClientModel
import Testing

@testable import Lowering

/// What the cases of unions are called.
@Suite struct UnionNameTests {
    private func names(_ branches: String, _ schemas: String = "", discriminator: String = "") throws -> [String] {
        let union = try lowered(schemas: "T: {oneOf: [\(branches)]\(discriminator)}\n\(schemas)").union("T")
        return union.cases.map(\.name.text)
    }

    private func object(_ members: String) -> String { "{type: object, required: [k], properties: {\(members)}}" }

    private func reference(_ name: String) -> String { "{$ref: '#/components/schemas/\(name)'}" }

    private func referring(to names: [String], _ members: [String], discriminator: String = "") throws -> [String] {
        try self.names(
            names.map(reference).joined(separator: ", "),
            zip(names, members).map { "\($0): \(object($1))" }.joined(separator: "\n"), discriminator: discriminator)
    }

    @Test func ownConstantsComeFirst() throws {
        let names = try referring(
            to: ["ChatUserMessage", "ChatToolMessage"],
            ["k: {enum: [user]}", "k: {enum: [tool]}, call: {type: string}"])
        #expect(names == ["user", "tool"])
    }

    @Test func valuesOfTheMappingComeBeforeConstants() throws {
        let names = try referring(
            to: ["A", "B"], ["k: {const: one}", "k: {const: two}"],
            discriminator:
                ", discriminator: {propertyName: k, mapping: {first: '#/components/schemas/A', second: '#/components/schemas/B'}}"
        )
        #expect(names == ["first", "second"])
    }

    @Test func sharedConstantsNameNothing() throws {
        let names = try referring(to: ["InputItem", "OutputItem"], ["k: {const: m}, a: {}", "k: {const: m}, b: {}"])
        #expect(names == ["input", "output"])
    }

    @Test(
        arguments: [
            ("PetCreated PetDeleted", "created deleted"), ("ReadRequest WriteRequest", "read write"),
            ("OldUserKey OldTeamKey", "user team"), ("Cat CatList", "cat catList"), ("Rule1 Rule2", "rule1 rule2"),
            ("DefaultMode OtherMode", "defaultMode otherMode"), ("AnyOne AnyOther", "one other"),
            ("KeyA1 KeyA2", "a1 a2"),
        ])
    func wordsThatAllShareAreDropped(types: String, expected: String) throws {
        let types = types.split(separator: " ").map(String.init)
        #expect(try referring(to: types, ["k: {}, a: {}", "k: {}, b: {}"]).joined(separator: " ") == expected)
    }

    @Test func sharedWordsOfConstantsAreDropped() throws {
        let names = try referring(to: ["A", "B"], ["k: {const: chat.text_part}", "k: {const: chat.file_part}"])
        #expect(names == ["text", "file"])
    }

    @Test(
        arguments: [
            (["UsageByAsset", "UsageByTeam"], ["assetArray", "teamArray"]),
            (["Pair", "PairOfThree"], ["pairArray", "pairOfThreeArray"]),
            (["Asset", "Team"], ["assetArray", "teamArray"]),
        ]) func wordsThatTypesBeginWithAreDropped(components: [String], expected: [String]) throws
    {
        let branches = components.map { "{type: array, items: \(reference($0))}" }.joined(separator: ", ")
        let schemas = components.enumerated().map { "\($1): \(object("k: {type: string}, m\($0): {type: string}"))" }
        #expect(try names(branches, schemas.joined(separator: "\n")) == expected)
    }

    @Test func constantsThatAreNoNamesAreSkipped() throws {
        #expect(try referring(to: ["A", "B"], ["k: {const: '1'}", "k: {const: default}"]) == ["a", "b"])
    }

    @Test func titlesOfInlineBranches() throws {
        let branches = ["Resize action", "Attach action"].enumerated().map { index, title in
            "{title: \(title), type: object, properties: {k: {enum: [resize, attach]}, m\(index): {type: string}}}"
        }
        let result = try lowered(schemas: "T: {oneOf: [\(branches.joined(separator: ", "))]}")
        #expect(try result.union("T").cases.map(\.name.text) == ["resize", "attach"])
        #expect(result.typeNames.contains("T.Resize"))
    }

    @Test func scalarsBesideReferencesStayAsTheyAre() throws {
        let names = try names(
            "{type: string}, \(reference("ToolModeA")), \(reference("ToolModeB"))",
            "ToolModeA: \(object("k: {}, a: {}"))\nToolModeB: \(object("k: {}, b: {}"))")
        #expect(names == ["string", "a", "b"])
    }
}
