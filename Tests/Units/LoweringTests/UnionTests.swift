import ClientModel
import Testing

@testable import Lowering

@Suite struct UnionTests {
    @Test(arguments: collapsing + kinds + shapes + names + combined)
    func unions(_ example: SchemaCase) throws { try example.check() }

    static let collapsing = [
        SchemaCase(
            "anyOf of a type and null",
            "T: {type: object, required: [a], properties: {a: {anyOf: [{type: string}, {type: 'null'}]}}}",
            ["T struct(a: string|null)"]),
        SchemaCase(
            "anyOf of a reference and null",
            "P: {type: object, properties: {x: {type: string}}}\nT: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/P'}, {type: 'null'}]}}}",
            ["T struct(a: P?)"]),
        SchemaCase(
            "oneOf of one",
            "P: {type: object, properties: {x: {type: string}}}\nT: {oneOf: [{$ref: '#/components/schemas/P'}]}",
            ["T = P"]),
        SchemaCase(
            "the same branch twice", "T: {type: object, properties: {a: {oneOf: [{type: string}, {type: string}]}}}",
            ["T struct(a: string?)"]),
        SchemaCase(
            "an enumeration and any string", "T: {anyOf: [{type: string, enum: [a, b]}, {type: string}]}",
            ["T enum(a, b)"]),
        SchemaCase(
            "a named enumeration and any string",
            "E: {type: string, enum: [a]}\nT: {type: object, properties: {e: {anyOf: [{type: string}, {$ref: '#/components/schemas/E'}]}}}",
            ["T struct(e: E?)"]),
        SchemaCase(
            "two enumerations", "T: {oneOf: [{type: string, enum: [a, b]}, {type: string, enum: [b, c]}]}",
            ["T enum(a, b, c)"]),
        SchemaCase(
            "constants with titles", "T: {oneOf: [{const: a, title: First}, {const: b, title: Second}]}",
            ["T enum(first, second)"]),
        SchemaCase(
            "open enumerations in each other",
            "A: {anyOf: [{type: string}, {type: string, enum: [a]}]}\nT: {anyOf: [{$ref: '#/components/schemas/A'}, {type: string, enum: [t]}]}",
            ["A enum(a)", "T enum(a, t)"]),
        SchemaCase(
            "a reference and a branch that says nullable alone",
            "P: {type: object, properties: {x: {type: string}}}\nT: {type: object, properties: {a: {anyOf: [{$ref: '#/components/schemas/P'}, {nullable: true}]}, b: {nullable: true}}}",
            ["T struct(a: P?, b: json?)"],
            findings: [
                "repaired other-version-key", "repaired other-version-key", "repaired nullable-alone",
            ]),
        SchemaCase("integer or number", "T: {oneOf: [{type: integer}, {type: number}]}", ["T = double"]),
        SchemaCase(
            "integer of 64 bits or number", "T: {anyOf: [{type: integer, format: int64}, {type: number}]}",
            ["T = decimal"]),
        SchemaCase(
            "strings of two formats", "T: {oneOf: [{type: string, format: date}, {type: string, format: date-time}]}",
            ["T = string"]),
        SchemaCase(
            "nothing but null", "T: {type: object, properties: {a: {oneOf: [{type: 'null'}]}}}", ["T struct(a: json?)"]),
        SchemaCase(
            "a union of itself and a string", "T: {anyOf: [{$ref: '#/components/schemas/T'}, {type: string}]}",
            ["T = string"]),
    ]

    static let kinds = [
        SchemaCase(
            "string or integer", "T: {oneOf: [{type: string}, {type: integer}]}",
            ["T union(string: string, integer: integer)"]),
        SchemaCase("a list of types", "T: {type: [string, integer]}", ["T union(string: string, integer: integer)"]),
        SchemaCase(
            "a list of types with null",
            "T: {type: object, required: [a], properties: {a: {type: [string, integer, 'null']}}}",
            ["T struct(a: T.A|null)", "T.A union(string: string, integer: integer)"]),
        SchemaCase("every type", "T: {type: [string, number, boolean, object, array]}", ["T = json"]),
        SchemaCase(
            "a string or a list of them", "T: {oneOf: [{type: string}, {type: array, items: {type: string}}]}",
            ["T union(string: string, stringArray: [string])"]),
        SchemaCase(
            "lists told apart by their elements",
            "T: {oneOf: [{type: string}, {type: array, items: {type: string}}, {type: array, items: {type: integer}}, {type: array, items: {type: array, items: {type: integer}}}]}",
            ["T union(string: string, stringArray: [string], integerArray: [integer], integerArrayArray: [[integer]])"]),
        SchemaCase(
            "values of two kinds", "T: {enum: [auto, 1, 2]}",
            ["T union(string: T.Text, integer: T.Integer)", "T.Text enum(auto)", "T.Integer enum(value1, value2)"]),
        SchemaCase(
            "an object or a string", "T: {type: [object, string], properties: {a: {type: string}}}",
            ["T union(object: T.Object, string: string)", "T.Object struct(a: string?)"]),
        SchemaCase(
            "a recursive value",
            "T: {oneOf: [{type: string}, {type: array, items: {$ref: '#/components/schemas/T'}}, {type: object, additionalProperties: {$ref: '#/components/schemas/T'}}]}",
            ["T union(string: string, tArray: [T], tDictionary: [string: T])"]),
    ]

    private static let shapesOfTwo = """
        Cat: {type: object, required: [lives], properties: {lives: {type: integer}, name: {type: string}}}
        Dog: {type: object, required: [bark], properties: {bark: {type: string}, name: {type: string}}}

        """

    static let shapes = [
        SchemaCase(
            "by required members",
            shapesOfTwo + "T: {oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}",
            ["T union(cat: Cat, dog: Dog)"]),
        SchemaCase(
            "by optional members",
            "T: {oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: B, type: object, properties: {b: {type: string}}}]}",
            ["T union(a: T.A, b: T.B)"]),
        SchemaCase(
            "one holds the other",
            "T: {oneOf: [{title: A, type: object, required: [a], properties: {a: {type: string}}}, {title: B, type: object, required: [a, b], properties: {a: {type: string}, b: {type: string}}}]}",
            ["T union(a: T.A, b: T.B)"]),
        SchemaCase(
            "by the type of a member",
            "T: {oneOf: [{title: A, type: object, properties: {v: {type: string}}}, {title: B, type: object, properties: {v: {type: integer}}}]}",
            ["T union(a: T.A, b: T.B)"]),
        SchemaCase(
            "alike",
            "T: {oneOf: [{title: A, type: object, properties: {v: {type: string}}}, {title: B, type: object, properties: {v: {type: string}}}]}",
            ["T struct(v: string?)"], findings: ["repaired repeated-branch"]),
        SchemaCase(
            "components alike",
            "A: {type: object, properties: {v: {type: string}}}\nB: {type: object, properties: {v: {type: string}}}\nT: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}",
            ["T union(a: A, b: B)"], findings: ["degraded ambiguous-union"]),
        SchemaCase(
            "lists alike",
            "T: {oneOf: [{type: array, items: {type: string}}, {type: array, items: {type: string, format: date}}]}",
            ["T union(stringArray: [string], dateArray: [date])"], findings: ["degraded ambiguous-union"]),
        SchemaCase(
            "no titles",
            "T: {oneOf: [{type: object, required: [a], properties: {a: {type: string}}}, {type: object, required: [b], properties: {b: {type: string}}}]}",
            ["T union(withA: T.WithA, withB: T.WithB)"]),
        SchemaCase(
            "anything or a struct",
            "T: {anyOf: [{title: A, type: object, required: [a], properties: {a: {type: string}}}, {}]}",
            ["T union(a: T.A, json: json)"]),
        SchemaCase(
            "inline lists within the list",
            shapesOfTwo
                + "T: {anyOf: [{oneOf: [{$ref: '#/components/schemas/Cat'}, {type: string}]}, {$ref: '#/components/schemas/Dog'}]}",
            ["T union(cat: Cat, string: string, dog: Dog)"]),
        SchemaCase(
            "a map or a struct",
            "T: {oneOf: [{title: A, type: object, required: [a], properties: {a: {type: string}}}, {type: object, additionalProperties: {type: integer}}]}",
            ["T union(a: T.A, integerDictionary: [string: integer])"]),
    ]

    static let names = [
        SchemaCase(
            "titles that repeat",
            "T: {oneOf: [{title: array, type: array, items: {type: string}}, {title: array, type: array, items: {type: integer}}]}",
            ["T union(array: [string], integerArray: [integer])"]),
        SchemaCase(
            "marks that repeat",
            "T: {oneOf: [{type: object, required: [id, x], properties: {id: {type: string}, x: {type: string}}}, {type: object, required: [id, y], properties: {id: {type: string}, y: {type: string}}}]}",
            ["T union(withID: T.WithID, withIDAndY: T.WithIDAndY)"]),
        SchemaCase(
            "further members",
            "T: {oneOf: [{type: object, properties: {id: {type: string}}}, {type: object, properties: {id: {type: string}, y: {type: string}, more: {type: string}}}]}",
            ["T union(withID: T.WithID, withIDAndY: T.WithIDAndY)"]),
    ]

    static let combined = [
        SchemaCase(
            "what stands beside the list is in every branch",
            "T: {type: object, required: [id], properties: {id: {type: string}}, oneOf: [{title: A, type: object, properties: {a: {type: string}}}, {title: B, type: object, properties: {b: {type: string}}}]}",
            ["T union(a: T.A, b: T.B)", "T.A struct(id: string, a: string?)", "T.B struct(id: string, b: string?)"]),
        SchemaCase(
            "a base and a list in allOf",
            "Base: {type: object, required: [id], properties: {id: {type: string}, kind: {type: string, enum: [x]}}}\nT: {allOf: [{$ref: '#/components/schemas/Base'}, {oneOf: [{title: A, properties: {a: {type: string}}}, {title: B, properties: {b: {type: string}}}]}]}",
            ["T union(a: T.A, b: T.B)", "T.A struct(id: string, kind: Base.Kind?, a: string?)"]),
        SchemaCase(
            "branches that only demand members",
            "T: {type: object, properties: {a: {type: string}, b: {type: string}}, oneOf: [{required: [a]}, {required: [b]}]}",
            ["T struct(a: string?, b: string?)"]),
        SchemaCase(
            "branches that only forbid",
            "T: {type: object, properties: {a: {type: string}}, anyOf: [{not: {required: [a]}}, {required: [a]}]}",
            ["T struct(a: string?)"], findings: ["remark unchecked-keyword"]),
        SchemaCase(
            "two lists at once",
            "T: {allOf: [{oneOf: [{properties: {a: {type: string}}}, {properties: {b: {type: string}}}]}, {oneOf: [{properties: {c: {type: string}}}, {properties: {d: {type: string}}}]}]}",
            ["T struct(a: string?, b: string?, c: string?, d: string?)"], findings: ["degraded combined-unions"]),
        SchemaCase(
            "recursion through a union",
            "T: {oneOf: [{type: string}, {$ref: '#/components/schemas/Node'}]}\nNode: {type: object, required: [next], properties: {next: {$ref: '#/components/schemas/T'}}}",
            ["T union(string: string, node: Node)", "Node struct(next: indirect T)"]),
    ]
}
