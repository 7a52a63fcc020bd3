import ClientModel
import Diagnostics
import Foundation
import TestSupport
import Testing
import YAML

@testable import Lowering

@Suite struct SampleTests {
    private func samples(_ schemas: String, _ name: String = "T") throws -> [String] {
        try lowered(schemas: schemas).type(name).samples
    }

    @Test func allMembersAndOnlyTheRequiredOnes() throws {
        #expect(
            try samples(
                "T: {type: object, required: [id, at], properties: {id: {type: string, format: uuid}, at: {type: string, format: date-time}, day: {type: string, format: date}, n: {type: integer}, b: {type: string, format: byte}, l: {type: array, items: {type: boolean}}}}"
            ) == [
                #"{"id":"7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29","at":"2024-02-29T12:30:45Z","day":"2024-02-28","n":42,"b":"aGVsbG8=","l":[true]}"#,
                #"{"id":"7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29","at":"2024-02-29T12:30:45Z"}"#,
            ])
    }

    @Test func nullsAndFurtherMembers() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths: {/t: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/T'}}}}, responses: {'204': {description: d}}}}}
            components: {schemas: {T: {type: object, required: [a], properties: {a: {type: [string, 'null']}, b: {type: [integer, 'null']}}, additionalProperties: {type: boolean}}}}
            """)
        #expect(
            try result.type("T").samples == [
                #"{"a":"a","b":42,"more":true}"#, #"{"a":null}"#, #"{"a":null,"b":null}"#,
            ])
    }

    /// An alias says its own name, whoever asked first.
    @Test func textIsCalledAfterItsOwnSchema() throws {
        let schemas = """
            Name: {type: string}
            One: {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/Name'}}}
            T: {type: object, required: [b], properties: {b: {$ref: '#/components/schemas/Name'}}}
            """
        #expect(try samples(schemas) == [#"{"b":"Name"}"#])
        #expect(try samples(schemas, "One") == [#"{"a":"Name"}"#])
    }

    @Test func valuesAreNotDeeperThanPeopleRead() throws {
        let schemas = (0..<80).map { level in
            level == 79
                ? "T79: {type: object, required: [a], properties: {a: {type: integer}}}"
                : "T\(level): {type: object, required: [a], properties: {a: {$ref: '#/components/schemas/T\(level + 1)'}}}"
        }.joined(separator: "\n")
        #expect(try samples(schemas, "T0").isEmpty)
        let last = try #require(try samples(schemas, "T40").last)
        #expect(last.utf8.count(where: { $0 == UInt8(ascii: "{") }) == 40)
    }

    @Test func examplesThatFitComeFirst() throws {
        #expect(
            try samples("T: {type: object, properties: {a: {type: integer}}, example: {a: 7}}").first == #"{"a":7}"#)
        // Examples that would not come back as they are.
        for example in ["{a: 7, b: 8}", "{a: x}", "{a: 1.0}", "{a: null}", "[]", "7"] {
            #expect(
                try samples("T: {type: object, properties: {a: {type: integer}}, example: \(example)}").first
                    == #"{"a":42}"#)
        }
    }

    @Test func oneValuePerBranch() throws {
        #expect(
            try samples(
                "Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}\nDog: {type: object, properties: {bark: {type: string}}}\nT: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}"
            ) == [#"{"kind":"c","lives":42}"#, #"{"kind":"d","bark":"bark"}"#])
        #expect(try samples("T: {type: [string, integer, boolean]}") == [#""string""#, "42", "true"])
        #expect(
            try samples(
                "A: {type: object, properties: {a: {type: string}}}\nB: {type: object, properties: {a: {type: string}}}\nT: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}"
            ) == [])
    }

    @Test func valuesThatCannotEndHaveNoSample() throws {
        #expect(
            try samples("T: {type: object, required: [t], properties: {t: {$ref: '#/components/schemas/T'}}}") == [])
        #expect(
            try samples(
                "T: {type: object, required: [t], properties: {t: {type: array, items: {$ref: '#/components/schemas/T'}}}}"
            )
                == [#"{"t":[{"t":[]}]}"#, #"{"t":[]}"#])
    }

    @Test func enumerationsAndAliases() throws {
        #expect(try samples("T: {type: string, enum: [a, b, c]}") == [#""a""#, #""c""#])
        #expect(try samples("T: {type: array, items: {type: integer}}") == ["[42]"])
        #expect(try samples("T: {type: string, example: se-1}") == [#""se-1""#, #""T""#])
        #expect(
            try samples(
                "I: {type: string, example: se-1}\nT: {type: object, properties: {i: {$ref: '#/components/schemas/I'}}}"
            ).first
                == #"{"i":"se-1"}"#)
    }

    @Test func everySampleFitsItsType() throws {
        for name in ["shipengine", "forsta", "runai", "togai"] {
            let url = Repository.root.appendingPathComponent("specs/\(name).yaml")
            let api = try lowered(Array(Data(contentsOf: url)), name: name).api
            for type in api.types {
                for text in type.samples {
                    var files = SourceFiles()
                    var problems = Problems()
                    let node = try #require(parse(Array(text.utf8), name: "s", into: &files, problems: &problems))
                    var fitting = Fitting(api: api)
                    let fits = fitting.fits(Sample(node), .named(type.id))
                    #expect(fits, "\(type.name) \(text)")
                }
            }
        }
    }
}
