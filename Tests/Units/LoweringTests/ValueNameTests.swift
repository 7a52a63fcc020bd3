import ClientModel
import Testing

@testable import Lowering

/// Names and documentation of the values of enumerations.
@Suite struct ValueNameTests {
    private func cases(_ schema: String) throws -> [Enumeration.Case] {
        try lowered(schemas: "A: \(schema)").enumeration("A").cases
    }

    private func names(_ schema: String) throws -> [String] { try cases(schema).map(\.name.text) }

    @Test(
        arguments: [
            ("[Etc/GMT+5, Etc/GMT-5, UTC+12, UTC-11, UTC]", "etcGMTPlus5 etcGMTMinus5 utcPlus12 utcMinus11 utc"),
            ("[gpt-4, utf-8, 2024-01-01, utcx-1]", "gpt4 utf8 value2024_01_01 utcx1"),
            ("[1m, 1M, 1h]", "value1m value1M value1h"), ("[name, -name, +name]", "name minusName plusName"),
            ("[ASC, asc]", "ASC asc"), ("[on time, On time, ON TIME]", "onTime onTimeCapitalized onTimeUppercase"),
            ("[foo bar, foo-bar, foo_bar, fooBar]", "fooSpaceBar fooDashBar foo_bar fooBar"),
            ("['!=', '=', '>=', '<', '&&', '']", "notEqual equal greaterThanOrEqual lessThan and empty"),
            ("[C, C++, C++11, 'C#']", "c cPlusPlus cPlusPlus11 cSharp"),
            ("[R&D, A & B, A + B, 50%off]", "rAndD aAndB aPlusB value50PercentOff"),
            ("['List<Pet>', 'Map<A,B>', 'a<b']", "listPet mapAB aLessThanB"),
            ("['user:*:read', 'a - b', 'a > b', 'Users#index']", "userStarRead aB aB_* usersIndex"),
        ])
    func signsAndCase(values: String, expected: String) throws {
        let names = try names("{type: string, enum: \(values)}")
        for (name, expected) in zip(names, expected.split(separator: " ").map(String.init)) {
            #expect(expected.hasSuffix("*") ? name != "aB" : name == expected)
        }
    }

    @Test func theSecondOfTwoThatDifferInCaseSaysSo() throws {
        let cases = try cases("{type: string, enum: [ASC, asc]}")
        #expect(cases[0].documentation.facts == ["Differs from `asc` only in the case of its letters."])
        #expect(cases[1].documentation.facts == [])
    }

    @Test(
        arguments: [
            ("StartTime", "startTime"), ("StartTime<", "startTimeBefore"), ("StartTime>", "startTimeAfter"),
            ("DateCreated>=", "dateCreatedOnOrAfter"), ("Price>", "priceGreaterThan"),
            ("candidate>", "candidateGreaterThan"),
            ("Page<Pet>", "pagePet"), ("size!=", "sizeNotEqual"),
        ])
    func comparisons(text: String, name: String) { #expect(Role.parameter.name(Words(text)) == name) }

    @Test(
        arguments: [
            ("{type: integer, enum: [1, 2], x-enum-varnames: [Crossposted, IsCrosspost]}", "crossposted isCrosspost"),
            ("{type: integer, enum: [0, 1], x-enumNames: [Sunday, Monday]}", "sunday monday"),
            (
                "{type: string, enum: ['0', '1'], x-ms-enum: {values: [{value: '1', name: high}, {value: '0', name: low}]}}",
                "low high"
            ),
            ("{type: [string, 'null'], enum: [a, null, b], x-enum-varnames: [One, Two]}", "one two"),
            ("{type: string, enum: [a, b], x-enum-varnames: [Same, same]}", "a b"),
            ("{type: string, enum: [a, b], x-enum-varnames: ['', B]}", "a b"),
            ("{type: integer, oneOf: [{title: PRIMARY, const: 1}, {title: LINK, const: 5}]}", "primary link"),
            ("{oneOf: [{title: Type, const: a}, {title: Type, const: b}]}", "a b"),
            ("{oneOf: [{title: Up, enum: [a]}, {title: Others, enum: [b, c]}]}", "up b c"),
        ])
    func labels(schema: String, expected: String) throws {
        #expect(try names(schema) == expected.split(separator: " ").map(String.init))
    }

    @Test(
        arguments: [
            "{type: string, enum: [a, b], x-enum-descriptions: [Little, Much]}",
            "{type: string, enum: [a, b], x-enumDescriptions: {b: Much, a: Little}}",
            "{type: string, enum: [a, b], x-ms-enum: {values: [{value: a, description: Little}, {value: b, description: Much}]}}",
            "{oneOf: [{const: a, description: Little}, {const: b, description: Much}]}",
        ])
    func descriptions(schema: String) throws {
        #expect(try cases(schema).map(\.documentation.description) == ["Little", "Much"])
    }

    @Test func listsOfAnotherLengthAreNotRead() throws {
        let result = try lowered(schemas: "A: {type: string, enum: [a, b], x-enum-varnames: [One]}")
        #expect(result.findings == ["remark bad-value"])
        #expect(try result.enumeration("A").cases.map(\.name.text) == ["a", "b"])
    }
}
