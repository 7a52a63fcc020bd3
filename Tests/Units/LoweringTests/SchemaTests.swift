@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

@Suite struct SchemaTests {
    /// The configuration decides, whatever the schema says: for a property, a component and an element.
    @Test func configuredTypes() throws {
        let pointer = "#/components/schemas/"
        let types: [(String, TypeReference)] = [
            ("Probe/properties/port", .scalar(.integer)), ("Money", .scalar(.decimal)),
            ("Probe/properties/list/items", .json),
            ("Probe/properties/gone", .scalar(.boolean)),
        ]
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths: {}
            components:
              schemas:
                Money: {type: object, properties: {amount: {type: number}}}
                Probe:
                  type: object
                  required: [port]
                  properties:
                    port: {type: object, format: any-number}
                    money: {$ref: '#/components/schemas/Money'}
                    list: {type: array, items: {type: string}}
                    wrapped: {description: The price., allOf: [{$ref: '#/components/schemas/Money'}]}
            """,
            .init(
                name: Identifier(sanitizing: "Service"),
                types: types.map { .init(pointer: pointer + $0.0, type: $0.1) }))
        #expect(
            try result.properties("Probe") == ["port: integer", "money: Money?", "list: [json]?", "wrapped: Money?"])
        #expect(result.api.describe(try result.type("Money").shape) == "= decimal")
        #expect(result.findings == ["leftOut unused-type"])
    }

    @Test(arguments: objects + values + recursion + families)
    func schemas(_ example: SchemaCase) throws { try example.check() }

    @Test(
        arguments: [
            ("type: string", "string"), ("type: string, format: date-time", "dateTime"),
            ("type: string, format: date", "date"),
            ("type: string, format: uuid", "uuid"), ("type: string, format: uri", "url"),
            ("type: string, format: byte", "base64"),
            ("type: string, contentEncoding: base64", "base64"), ("type: string, format: binary", "string"),
            ("type: string, format: password", "string"), ("type: string, format: time", "time"),
            ("type: string, format: duration", "duration"),
            ("type: string, format: whatever", "string"), ("type: integer", "integer"),
            ("type: integer, format: int32", "int32"),
            ("type: integer, format: int64", "int64"), ("type: integer, format: uint64", "uint64"),
            ("type: integer, minimum: 0, maximum: 18446744073709551615", "uint64"),
            ("type: integer, minimum: -9223372036854776000, maximum: 9223372036854776000", "integer"),
            ("type: integer, maximum: 1e400", "integer"), ("type: number", "double"),
            ("type: number, format: float", "float"),
            ("type: number, format: double", "double"), ("type: number, format: decimal", "decimal"),
            ("type: number, format: int64", "int64"), ("type: boolean", "boolean"), ("format: uuid", "uuid"),
            ("pattern: '^a'", "string"), ("maxLength: 3", "string"), ("minimum: 3", "double"),
            ("items: {type: string}", "[string]"),
            ("type: array", "[json]"), ("type: array, items: {}", "[json]"),
            ("type: array, items: {type: [string, 'null']}", "[string|null]"),
            ("type: array, prefixItems: [{type: string}, {type: string}]", "[string]"),
            ("description: Anything.", "json"),
            ("type: object", "[string: json]"),
            ("type: object, additionalProperties: {type: integer}", "[string: integer]"),
            ("additionalProperties: {type: [integer, 'null']}", "[string: integer|null]"),
            ("additionalProperties: {oneOf: [{type: integer}, {type: 'null'}]}", "[string: integer|null]"),
            ("patternProperties: {'^x': {anyOf: [{type: string}, {type: 'null'}]}}", "[string: string|null]"),
            ("patternProperties: {'^x': {type: string}, '^y': {type: 'null'}}", "[string: string|null]"),
            ("type: object, additionalProperties: true", "[string: json]"),
            ("patternProperties: {'^x': {type: string}}", "[string: string]"), ("type: 'null'", "json"),
            ("enum: [true]", "boolean"),
            ("const: false", "boolean"), ("enum: [null]", "json"), ("type: object, enum: [{}]", "[string: json]"),
        ])
    func types(schema: String, type: String) throws {
        let result = try lowered(schemas: "T: {type: object, properties: {a: {\(schema)}}}")
        #expect(try result.properties("T") == ["a: \(type)?"])
        #expect(result.findings == [])
    }

    @Test func booleanSchemas() throws {
        let result = try lowered(schemas: "T: {type: object, properties: {any: true, never: false}, required: [any]}")
        #expect(try result.properties("T") == ["any: json"])
        #expect(result.findings == ["remark forbidden-property"])
    }

    @Test func formatsOfTheConfiguration() throws {
        let options = LoweringOptions(
            name: Identifier(sanitizing: "S"),
            formats: [
                .init(format: "uri", type: .string), .init(format: "money", type: .decimal),
                .init(format: "stamp", type: .dateTime), .init(format: "date", type: .integer),
                .init(format: "duration", type: .string),
            ])
        let result = try lowered(
            schemas:
                "T: {type: object, properties: {a: {type: string, format: uri}, b: {type: number, format: money}, c: {type: string, format: stamp}, d: {type: string, format: date}, e: {type: integer, format: stamp}, f: {format: duration}}}",
            options)
        #expect(
            try result.properties("T") == [
                "a: string?", "b: decimal?", "c: dateTime?", "d: date?", "e: integer?", "f: string?",
            ])
        #expect(result.findings == ["leftOut unused-format"])
    }

    @Test func timesOfTheConfiguration() throws {
        let options = LoweringOptions(
            name: Identifier(sanitizing: "S"),
            formats: [.init(format: "date-time", type: .instant), .init(format: "unix-time", type: .unixTime)])
        let result = try lowered(
            schemas: """
                T:
                  type: object
                  properties:
                    a: {type: string, format: date-time}
                    b: {type: integer, format: unix-time}
                    c: {type: array, items: {type: number, format: unix-time}}
                    d: {type: string, format: unix-time}
                """, options)
        #expect(
            try result.properties("T") == ["a: instant?", "b: unixTime?", "c: [unixTime]?", "d: string?"])
        #expect(try result.type("T").samples.first?.contains("\"b\":1709209845") == true)
    }

    static let objects = [
        SchemaCase(
            "properties and any further members",
            "T: {type: object, properties: {a: {type: string}}, additionalProperties: true}",
            ["T struct(a: string?, …: json)"]),
        SchemaCase(
            "properties and further members of one type",
            "T: {type: object, properties: {a: {type: string}}, additionalProperties: {type: object, properties: {b: {type: string}}}}",
            ["T struct(a: string?, …: T.Item)", "T.Item struct(b: string?)"]),
        SchemaCase(
            "a closed object", "T: {type: object, properties: {a: {type: string}}, additionalProperties: false}",
            ["T struct(a: string?)"]),
        SchemaCase("nothing is allowed", "T: {type: object, additionalProperties: false}", ["T struct()"]),
        SchemaCase("a component that says nothing", "T: {type: object}", ["T struct(, …: json)"]),
        SchemaCase(
            "a component that is a map", "T: {type: object, additionalProperties: {type: string}}",
            ["T = [string: string]"]),
        SchemaCase(
            "a map of inline objects", "T: {additionalProperties: {type: object, properties: {a: {type: string}}}}",
            ["T = [string: TItem]", "TItem struct(a: string?)"]),
        SchemaCase(
            "required first",
            "T: {type: object, required: [c, a], properties: {a: {type: string}, b: {type: string}, c: {type: string}}}",
            ["T struct(a: string, c: string, b: string?)"]),
        SchemaCase(
            "inline types in their owner",
            "T: {type: object, properties: {tags: {type: array, items: {type: object, properties: {kinds: {type: array, items: {type: string, enum: [x]}}}}}, status: {type: string, enum: [y]}, data: {type: object, properties: {z: {type: string}}}}}",
            ["T struct(tags: [T.Tag]?, status: T.Status?, data: T.DataValue?)", "T.Tag struct(kinds: [T.Tag.Kind]?)"]),
        SchemaCase(
            "elements of a component", "T: {type: array, items: {type: object, properties: {a: {type: string}}}}",
            ["T = [TItem]", "TItem struct(a: string?)"]),
        SchemaCase(
            "a component of the name it is given",
            "T: {type: array, items: {type: object, properties: {a: {type: string}}}}\nTItem: {type: string}",
            ["TItem = string"]),
        SchemaCase(
            "members under conditions",
            "T: {type: object, properties: {kind: {type: string}}, if: {properties: {kind: {const: a}}}, then: {required: [x], properties: {x: {type: string}}}, else: {properties: {y: {type: integer}}}, not: {required: [z]}}",
            ["T struct(kind: string?, x: string?, y: integer?)"], findings: ["remark unchecked-keyword"]),
        SchemaCase(
            "an alias of an alias",
            "A: {type: string}\nB: {$ref: '#/components/schemas/A'}\nC: {$ref: '#/components/schemas/B'}",
            ["A = string", "B = A", "C = B"]),
        SchemaCase(
            "another spelling of the same name",
            "pet: {$ref: '#/components/schemas/Pet'}\nPet: {type: object, properties: {next: {$ref: '#/components/schemas/pet'}}}",
            ["Pet struct(next: indirect Pet?)"]),
        SchemaCase(
            "a reference into a component",
            "A: {type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}\nB: {type: object, properties: {z: {$ref: '#/components/schemas/A/properties/x'}}}",
            ["B struct(z: A.X?)"]),
        SchemaCase(
            "a reference into a later component",
            "B: {type: object, properties: {z: {$ref: '#/components/schemas/C/properties/x'}}}\nC: {type: object, properties: {x: {type: object, properties: {y: {type: string}}}}}",
            ["B struct(z: C.X?)", "C struct(x: C.X?)"]),
        SchemaCase(
            "mixed tuples", "T: {type: array, prefixItems: [{type: string}, {type: integer}]}",
            ["T = [TItem]", "TItem union(string: string, integer: integer)"]),
        SchemaCase(
            "tuples of one type",
            "T: {type: array, prefixItems: [{type: number}, {type: number}], items: false}", ["T = [double]"]),
        SchemaCase(
            "tuples with null", "T: {type: array, prefixItems: [{type: string}, {type: [integer, 'null']}]}",
            ["T = [TItem|null]", "TItem union(string: string, integer: integer)"]),
        SchemaCase(
            "members of several types",
            "T: {type: object, patternProperties: {'^a': {type: string}, '^b': {type: integer}}}",
            ["T = [string: TItem]", "TItem union(string: string, integer: integer)"]),
        SchemaCase(
            "members of a type beside any others",
            "T: {type: object, patternProperties: {'^a': {type: string}}, additionalProperties: true}",
            ["T = [string: json]"], findings: ["degraded mixed-members"]),
        SchemaCase(
            "a member that may not be there", "T: {type: object, properties: {a: {type: string}, b: false}}",
            ["T struct(a: string?)"], findings: ["remark forbidden-property"]),
    ]

    static let values = [
        SchemaCase("integers", "T: {type: integer, enum: [1, -1, 0]}", ["T enum(value1, minus1, value0)"]),
        SchemaCase("numbers", "T: {type: number, enum: [1, 1.5]}", ["T enum(value1, value1_5)"]),
        SchemaCase("no type", "T: {enum: [a, b]}", ["T enum(a, b)"]),
        SchemaCase(
            "null among them", "T: {type: object, required: [a], properties: {a: {enum: [a, null]}}}",
            ["T struct(a: T.A|null)"]),
        SchemaCase(
            "a repeated value", "T: {type: string, enum: [a, b, a]}", ["T enum(a, b)"],
            findings: ["repaired repeated-value"]),
        SchemaCase(
            "numbers that are text", "T: {type: string, enum: [1, 2.0, true]}",
            ["T enum(value1, value2_0, `true`)".replacing("`", with: "")],
            findings: ["repaired value-type", "repaired value-type", "repaired value-type"]),
        SchemaCase(
            "text that is numbers", "T: {type: integer, enum: ['1', '2']}", ["T enum(value1, value2)"],
            findings: ["repaired value-type", "repaired value-type"]),
        SchemaCase(
            "a number no integer type holds", "T: {enum: [18446744073709551616]}", ["T = decimal"],
            findings: ["degraded large-integers"]
        ),
        SchemaCase("values that differ by case", "T: {type: string, enum: [asc, ASC, Asc]}", ["T enum(asc, ASC, Asc)"]),
        SchemaCase("empty and blank values", "T: {type: string, enum: ['', ' ']}", ["T enum(empty, space)"]),
        SchemaCase("a constant", "T: {const: a}", ["T enum(a)"]),
        SchemaCase("a constant number", "T: {const: 7}", ["T enum(value7)"]),
        SchemaCase("no values", "T: {type: string, enum: []}", ["T = string"]),
    ]

    static let recursion = [
        SchemaCase(
            "direct", "T: {type: object, properties: {t: {$ref: '#/components/schemas/T'}}}",
            ["T struct(t: indirect T?)"]),
        SchemaCase(
            "through an array",
            "T: {type: object, properties: {t: {type: array, items: {$ref: '#/components/schemas/T'}}}}",
            ["T struct(t: [T]?)"]),
        SchemaCase(
            "through a map",
            "T: {type: object, additionalProperties: {$ref: '#/components/schemas/T'}, properties: {a: {type: string}}}",
            ["T struct(a: string?, …: T)"]),
        SchemaCase(
            "mutual",
            "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {type: object, properties: {a: {$ref: '#/components/schemas/A'}}}",
            ["A struct(b: B?)", "B struct(a: indirect A?)"]),
        SchemaCase(
            "through an alias",
            "A: {type: object, properties: {b: {$ref: '#/components/schemas/B'}}}\nB: {description: As A., allOf: [{$ref: '#/components/schemas/A'}]}",
            ["A struct(b: indirect B?)", "B = A"]),
        SchemaCase(
            "an inline object that holds its owner",
            "T: {type: object, properties: {in: {type: object, properties: {t: {$ref: '#/components/schemas/T'}}}}}",
            ["T struct(in: T.In?)", "T.In struct(t: indirect T?)"]),
        SchemaCase(
            "an array of itself", "T: {type: array, items: {$ref: '#/components/schemas/T'}}", ["T union(array: [T])"]),
        SchemaCase(
            "maps of each other",
            "A: {additionalProperties: {$ref: '#/components/schemas/B'}}\nB: {additionalProperties: {$ref: '#/components/schemas/A'}}",
            ["A = [string: B]", "B union(dictionary: [string: A])"]),
    ]

    static let families = [
        SchemaCase(
            "null where no part of an object rules it out",
            "A: {type: object, nullable: true, properties: {a: {type: string}}}\nB: {properties: {b: {type: string}}}\nC: {type: object, properties: {c: {type: string}}}\nD: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}\nE: {allOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/C'}]}\nT: {type: object, required: [d, e], properties: {d: {$ref: '#/components/schemas/D'}, e: {$ref: '#/components/schemas/E'}}}",
            ["T struct(d: D|null, e: E)"], findings: ["repaired other-version-key"]),
        SchemaCase(
            "a schema that others extend",
            "Pet: {type: object, required: [kind], properties: {kind: {type: string, enum: [Cat, Pet]}, status: {type: string, enum: [a]}}, discriminator: {propertyName: kind}}\nCat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}\nHome: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet'}}}",
            [
                "Pet union(pet: Pet.Pet, cat: Cat)", "Pet.Pet struct(kind: Pet.Kind, status: Pet.Status?)",
                "Cat struct(kind: Pet.Kind, status: Pet.Status?, lives: integer?)", "Home struct(pet: Pet?)",
            ]),
        SchemaCase(
            "a schema that nobody extends",
            "Pet: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}",
            ["Pet struct(kind: string)"]),
        SchemaCase(
            "children of children and synonyms",
            "A: {type: object, properties: {k: {type: string}}, discriminator: {propertyName: k}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}\nC: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}\nD: {allOf: [{$ref: '#/components/schemas/A'}]}",
            [
                "A union(a: A.A, b: B, c: C)", "B struct(k: string?, b: string?)",
                "C struct(k: string?, b: string?, c: string?)", "D = A",
            ]),
    ]

    @Test func valuesOfAFamily() throws {
        let union = try lowered(
            schemas:
                "Pet: {type: object, required: [kind], properties: {kind: {type: string, enum: [c, Dog]}}, discriminator: {propertyName: kind, mapping: {c: Cat}}}\nCat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}\nDog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: integer}}}]}\nToy: {allOf: [{$ref: '#/components/schemas/Pet'}]}"
        ).union("Pet")
        guard case .discriminator(let property, let mapping) = union.selection else { throw Mismatch("shape") }
        #expect(property == "kind")
        #expect(
            mapping.map { "\($0.value) \(union.cases[$0.case].name)" } == ["Pet pet", "c c", "Dog dog", "Toy pet"])
    }

    @Test func integersLargerThanInt64AreUnsigned() throws {
        let result = try lowered(schemas: "A: {type: integer, enum: [9223372036854775808, 1]}")
        #expect(result.findings == [])
        let enumeration = try result.enumeration("A")
        #expect(enumeration.rawType == .unsigned)
        #expect(enumeration.cases.map(\.value) == [.unsigned(9_223_372_036_854_775_808), .unsigned(1)])
    }

    @Test(arguments: ["9223372036854775808, -1", "18446744073709551616, 1", "-9223372036854775809"])
    func integersNoTypeHoldsAreDecimals(_ values: String) throws {
        let result = try lowered(schemas: "A: {type: integer, enum: [\(values)]}")
        #expect(result.findings == ["degraded large-integers"])
        guard case .alias(.scalar(.decimal)) = try result.type("A").shape else {
            throw Mismatch(result.api.describe(try result.type("A").shape))
        }
    }
}
