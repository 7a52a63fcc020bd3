import Testing

@testable import Lowering

@Suite struct AllOfTests {
    @Test(arguments: plain + nested + conflicting)
    func allOf(_ example: SchemaCase) throws { try example.check() }

    private static let pet = """
        Pet:
          type: object
          required: [name]
          properties: {name: {type: string}, tag: {type: string}, status: {type: string, enum: [a, b]}}

        """

    static let plain = [
        SchemaCase(
            "a reference and own properties",
            pet
                + "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {type: object, required: [lives], properties: {lives: {type: integer}}}]}",
            ["Cat struct(name: string, lives: integer, tag: string?, status: Pet.Status?)"]),
        SchemaCase(
            "siblings of allOf",
            pet
                + "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], type: object, properties: {lives: {type: integer}}, required: [lives]}",
            ["Cat struct(name: string, lives: integer, tag: string?, status: Pet.Status?)"]),
        SchemaCase(
            "a required-only member",
            pet + "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [tag]}]}",
            ["Cat struct(name: string, tag: string, status: Pet.Status?)"]),
        SchemaCase(
            "required beside allOf",
            pet + "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], required: [tag]}",
            ["Cat struct(name: string, tag: string, status: Pet.Status?)"]),
        SchemaCase(
            "required that says nothing new",
            pet + "Cat: {allOf: [{$ref: '#/components/schemas/Pet'}], required: [name]}", ["Cat = Pet"]),
        SchemaCase(
            "a single-member wrapper is its target",
            pet
                + "Box: {type: object, properties: {pet: {description: Mine., allOf: [{$ref: '#/components/schemas/Pet'}]}}}",
            ["Box struct(pet: Pet?)"]),
        SchemaCase(
            "a wrapper that repeats the type",
            pet + "Box: {type: object, properties: {pet: {type: object, allOf: [{$ref: '#/components/schemas/Pet'}]}}}",
            ["Box struct(pet: Pet?)"]),
        SchemaCase(
            "a nullable wrapper",
            pet
                + "Box: {type: object, required: [pet], properties: {pet: {nullable: true, allOf: [{$ref: '#/components/schemas/Pet'}]}}}",
            ["Box struct(pet: Pet|null)"], findings: ["repaired other-version-key"]),
        SchemaCase(
            "nullable as a member",
            pet
                + "Box: {type: object, required: [pet], properties: {pet: {allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]}}}",
            ["Box struct(pet: Pet|null)"], findings: ["repaired other-version-key"]),
        SchemaCase(
            "a member that only describes",
            pet
                + "Box: {type: object, properties: {pet: {allOf: [{$ref: '#/components/schemas/Pet'}, {description: Mine.}]}}}",
            ["Box struct(pet: Pet?)"]),
        SchemaCase(
            "a component that wraps another is its alias",
            pet + "Cat: {description: A cat., allOf: [{$ref: '#/components/schemas/Pet'}]}", ["Cat = Pet"]),
        SchemaCase(
            "a scalar with a limit",
            "Id: {type: string, format: uuid}\nThing: {type: object, properties: {id: {maxLength: 36, allOf: [{$ref: '#/components/schemas/Id'}]}}}",
            ["ID = uuid", "Thing struct(id: ID?)"]),
        SchemaCase(
            "an enumeration with another default",
            "Color: {type: string, enum: [red, blue]}\nThing: {type: object, properties: {color: {default: red, allOf: [{$ref: '#/components/schemas/Color'}]}}}",
            ["Thing struct(color: Color?)"]),
        SchemaCase(
            "two references",
            pet
                + "Owned: {type: object, properties: {owner: {type: string}}}\nCat: {allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Owned'}]}",
            ["Cat struct(name: string, tag: string?, status: Pet.Status?, owner: string?)"]),
    ]

    static let nested = [
        SchemaCase(
            "three levels",
            "A: {type: object, properties: {a: {type: string}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {b: {type: string}}}]}\nC: {allOf: [{$ref: '#/components/schemas/B'}, {properties: {c: {type: string}}}]}",
            ["C struct(a: string?, b: string?, c: string?)"]),
        SchemaCase(
            "allOf in allOf",
            "A: {allOf: [{allOf: [{type: object, properties: {a: {type: string}}}]}, {allOf: [{required: [a]}]}]}",
            ["A struct(a: string)"]),
        SchemaCase(
            "the same parent twice",
            pet
                + "B: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {b: {type: string}}}]}\nC: {allOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/B'}]}",
            ["C struct(name: string, tag: string?, status: Pet.Status?, b: string?)"]),
        SchemaCase(
            "inline types stay with the schema that declares them",
            "Cat: {allOf: [{$ref: '#/components/schemas/Animal'}]}\nDog: {allOf: [{$ref: '#/components/schemas/Animal'}, {required: [kind]}]}\nAnimal: {allOf: [{type: object, properties: {kind: {type: string, enum: [x]}}}]}",
            ["Dog struct(kind: Animal.Kind)", "Animal struct(kind: Animal.Kind?)", "Animal.Kind enum(x)"]),
        SchemaCase(
            "an inline allOf as a property",
            pet
                + "Box: {type: object, properties: {pet: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {box: {type: integer}}}]}}}",
            [
                "Box struct(pet: Box.Pet?)",
                "Box.Pet struct(name: string, tag: string?, status: Pet.Status?, box: integer?)",
            ]),
        SchemaCase(
            "recursion through allOf",
            "Node: {allOf: [{type: object, properties: {next: {$ref: '#/components/schemas/Node'}, all: {type: array, items: {$ref: '#/components/schemas/Node'}}}}]}",
            ["Node struct(next: indirect Node?, all: [Node]?)"]),
        SchemaCase(
            "a child among the properties of its parent",
            "Base: {type: object, properties: {child: {$ref: '#/components/schemas/Child'}}}\nChild: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {x: {type: string}}}]}",
            ["Base struct(child: Child?)", "Child struct(child: indirect Child?, x: string?)"]),
        SchemaCase(
            "a parent that lists its children",
            "Pet: {type: object, required: [kind], properties: {kind: {type: string}}, oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}], discriminator: {propertyName: kind}}\nCat: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {lives: {type: integer}}}]}\nDog: {allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {bark: {type: string}}}]}",
            ["Cat struct(kind: string, lives: integer?)", "Pet union(cat: Cat, dog: Dog)"]),
        SchemaCase(
            "an array's elements",
            pet + "Pets: {type: array, items: {allOf: [{$ref: '#/components/schemas/Pet'}]}}", ["Pets = [Pet]"]),
        SchemaCase(
            "a reference with siblings in 3.1",
            pet
                + "Box: {type: object, properties: {pet: {$ref: '#/components/schemas/Pet', description: Mine.}, more: {$ref: '#/components/schemas/Pet', required: [tag]}}}",
            [
                "Box struct(pet: Pet?, more: Box.More?)",
                "Box.More struct(name: string, tag: string, status: Pet.Status?)",
            ]),
    ]

    static let conflicting = [
        SchemaCase(
            "a property refined to an enumeration",
            "A: {type: object, properties: {kind: {type: string}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {kind: {enum: [b]}}}]}",
            ["B struct(kind: B.Kind?)", "B.Kind enum(b)"]),
        SchemaCase(
            "a property described twice",
            "A: {type: object, properties: {kind: {type: string}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {kind: {description: Again.}}}]}",
            ["B struct(kind: string?)"]),
        SchemaCase(
            "a property of two objects",
            "A: {type: object, properties: {at: {type: object, properties: {x: {type: integer}}}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {properties: {at: {type: object, properties: {y: {type: integer}}}}}]}",
            ["B struct(at: B.At?)", "B.At struct(x: integer?, y: integer?)", "A.At struct(x: integer?)"]),
        SchemaCase(
            "integer within number", "A: {allOf: [{type: number}, {type: integer}]}", ["A = integer"]),
        SchemaCase(
            "conflicting types",
            "A: {type: object, properties: {x: {allOf: [{type: string}, {type: integer}]}}}", ["A struct(x: integer?)"],
            findings: ["degraded conflicting-types"]),
        SchemaCase(
            "common values of two lists", "A: {allOf: [{type: string, enum: [a, b, c]}, {enum: [b, c, d]}]}",
            ["A enum(b, c)"]),
        SchemaCase(
            "no common value", "A: {allOf: [{type: string, enum: [a]}, {enum: [b]}]}", ["A enum(a)"],
            findings: ["degraded conflicting-values"]),
        SchemaCase(
            "a circle", "A: {allOf: [{$ref: '#/components/schemas/A'}, {type: object}]}", [],
            findings: ["error circular-reference"]),
        SchemaCase(
            "a closed parent and further members",
            "A: {type: object, additionalProperties: false, properties: {a: {type: string}}}\nB: {allOf: [{$ref: '#/components/schemas/A'}, {additionalProperties: {type: integer}}]}",
            ["B struct(a: string?, …: integer)"]),
        SchemaCase(
            "required and declared by nobody", "A: {type: object, required: [x], properties: {y: {type: string}}}",
            ["A struct(y: string?, x: json?)"], findings: ["repaired undeclared-property"]),
    ]
}
