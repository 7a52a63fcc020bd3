import ClientModel
import Testing

@testable import Lowering

/// Schemas whose keywords contradict one another, as those of real services do.
@Suite struct ContradictionTests {
    @Test(arguments: values + parents + formats)
    func contradiction(_ example: SchemaCase) throws { try example.check() }

    static let values = [
        SchemaCase(
            "an array with listed strings", "T: {type: array, items: {type: string}, enum: [a, b]}", ["T = [string]"],
            findings: ["degraded value-type"]),
        SchemaCase(
            "an object with listed strings", "T: {type: object, properties: {a: {type: string}}, enum: [x]}",
            ["T struct(a: string?)"], findings: ["degraded value-type"]),
        SchemaCase(
            "an integer with listed words", "T: {type: integer, enum: [low, high]}", ["T = integer"],
            findings: ["degraded value-type"]),
        SchemaCase(
            "an integer with words among numbers", "T: {type: integer, enum: [1, many]}", ["T enum(value1)"],
            findings: ["degraded value-type"]),
        SchemaCase(
            "a boolean with listed strings", "T: {type: boolean, enum: ['true']}", ["T = boolean"],
            findings: ["degraded value-type"]),
        SchemaCase(
            "a branch whose values contradict it",
            "T: {oneOf: [{type: array, items: {type: integer}, enum: [a]}, {type: string}]}",
            ["T union(integerArray: [integer], string: string)"], findings: ["degraded value-type"]),
        SchemaCase(
            "an array with listed arrays", "T: {type: array, items: {type: string}, enum: [[a]]}", ["T = [string]"]),
    ]

    private static let base =
        "A: {type: object, properties: {p: PARENT}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, "

    private static func override(_ parent: String, _ child: String) -> String {
        base.replacing("PARENT", with: parent) + "{properties: {p: \(child)}}]}"
    }

    static let parents = [
        SchemaCase(
            "a number narrowed to an integer", override("{type: number}", "{type: integer}"), ["B struct(p: integer?)"]),
        SchemaCase(
            "an integer within a number", override("{type: integer}", "{type: number}"), ["B struct(p: integer?)"]),
        SchemaCase(
            "another type than the parent's", override("{type: string}", "{type: integer}"), ["B struct(p: integer?)"],
            findings: ["degraded conflicting-types"]),
        SchemaCase(
            "lists of other elements",
            override("{type: array, items: {type: string}}", "{type: array, items: {type: integer}}"),
            ["B struct(p: [integer]?)"], findings: ["degraded conflicting-types"]),
        SchemaCase(
            "lists of narrower elements",
            override("{type: array, items: {type: number}}", "{type: array, items: {type: integer}}"),
            ["B struct(p: [integer]?)"]),
        SchemaCase(
            "an array in place of an object", override("{type: object}", "{type: array, items: {type: string}}"),
            ["B struct(p: [string]?)"], findings: ["degraded conflicting-types"]),
        SchemaCase(
            "an object told more of",
            override("{type: object}", "{type: object, additionalProperties: {type: integer}}"),
            ["B struct(p: [string: integer]?)"]),
    ]

    static let formats = [
        SchemaCase(
            "an integer or a string", "T: {type: object, properties: {port: {type: string, format: int-or-string}}}",
            ["T.Port union(integer: integer, string: string)"]),
        SchemaCase(
            "an object that is an integer or a string", "T: {type: object, format: int-or-string}",
            ["T union(integer: integer, string: string)"]),
        SchemaCase(
            "a format of another type", "T: {type: string, format: int64}", ["T = string"],
            findings: ["remark format-type"]),
        SchemaCase("a number of an integer format", "T: {type: number, format: int64}", ["T = int64"]),
        SchemaCase("a format nobody knows", "T: {type: object, format: money}", ["T struct(, …: json)"]),
        SchemaCase("a maximum beyond Int64", "T: {type: integer, maximum: 18446744073709551615}", ["T = uint64"]),
        SchemaCase(
            "a maximum beyond Int64 and a format",
            "T: {type: integer, format: int64, minimum: 0, maximum: 18446744073709551615}",
            ["T = uint64"]),
        SchemaCase("the greatest Int64", "T: {type: integer, maximum: 9223372036854775807}", ["T = integer"]),
        SchemaCase(
            "a maximum beyond Int64 and negative values",
            "T: {type: integer, minimum: -5, maximum: 18446744073709551615}",
            ["T = integer"]),
    ]
}
