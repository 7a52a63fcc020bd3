import ClientModel
import Diagnostics
import Testing

@testable import Lowering

@Suite struct DiscriminatorTests {
    private func selection(_ schemas: String, _ name: String = "T", findings: [String] = []) throws -> String {
        let result = try lowered(schemas: schemas)
        #expect(result.findings == findings)
        let union = try result.union(name)
        guard case .discriminator(let property, let mapping) = union.selection else { return "shape" }
        return property + ": " + mapping.map { "\($0.value)=\(union.cases[$0.case].name)" }.joined(separator: " ")
    }

    private let two = """
        Cat: {type: object, required: [kind], properties: {kind: {type: string}, lives: {type: integer}}}
        Dog: {type: object, required: [kind], properties: {kind: {type: string}, bark: {type: string}}}

        """
    private let list = "oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]"

    @Test func implicitNames() throws {
        #expect(try selection(two + "T: {\(list), discriminator: {propertyName: kind}}") == "kind: Cat=cat Dog=dog")
    }

    /// A `switch` of Swift can't distinguish them.
    @Test func valuesThatDifferOnlyInComposition() throws {
        let mapping = "mapping: {\"\\u00E9\": '#/components/schemas/Cat', \"e\\u0301\": '#/components/schemas/Dog'}"
        let union = "T: {\(list), discriminator: {propertyName: kind, \(mapping)}}"
        #expect(try selection(two + union, findings: ["degraded equal-mappings"]) == "shape")
    }

    @Test func aBranchThatIsAUnionHasItsBranchesValues() throws {
        let schemas = """
            Easy: {type: object, required: [type], properties: {type: {type: string, enum: [message]}, text: {type: string}}}
            Message: {type: object, required: [type, status], properties: {type: {type: string, enum: [message]}, status: {type: string}}}
            Call: {type: object, required: [type], properties: {type: {type: string, enum: [call]}}}
            Item: {oneOf: [{$ref: '#/components/schemas/Message'}, {$ref: '#/components/schemas/Call'}]}
            T: {oneOf: [{$ref: '#/components/schemas/Easy'}, {$ref: '#/components/schemas/Item'}], discriminator: {propertyName: type}}
            """
        #expect(try selection(schemas, "Item") == "type: message=message call=call")
        // Not by `Item`, which no value has.
        #expect(try selection(schemas) == "shape")
    }

    @Test func aValueOnlyOneBranchListsMayChange() throws {
        let schemas = """
            A: {type: object, properties: {kind: {type: string, enum: [kvm]}, a: {type: string}}}
            B: {type: object, properties: {b: {type: string}}}
            C: {type: object, required: [kind], properties: {kind: {type: string, enum: [kvm]}, a: {type: string}}}
            T: {oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]}
            U: {oneOf: [{$ref: '#/components/schemas/C'}, {$ref: '#/components/schemas/B'}]}
            """
        let optional = try lowered(schemas: schemas).union("T").cases[0].signature
        #expect(optional.constants.isEmpty && optional.choices == ["kind": ["kvm"]])
        #expect(try lowered(schemas: schemas).union("U").cases[0].signature.constants == ["kind": ["kvm"]])
    }

    @Test func mapping() throws {
        let mapping = "mapping: {c: '#/components/schemas/Cat', cat2: Cat, d: '#/components/schemas/Dog'}"
        #expect(
            try selection(two + "T: {\(list), discriminator: {propertyName: kind, \(mapping)}}")
                == "kind: c=c cat2=c d=d")
    }

    @Test func partialMapping() throws {
        let mapping = "mapping: {c: '#/components/schemas/Cat'}"
        #expect(
            try selection(two + "T: {\(list), discriminator: {propertyName: kind, \(mapping)}}")
                == "kind: c=c Dog=dog")
    }

    @Test func valuesOfTheBranchesOwn() throws {
        let schemas = """
            Cat: {type: object, required: [kind], properties: {kind: {const: cat}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog, hound]}}}
            T: {\(list), discriminator: {propertyName: kind}}
            """
        #expect(try selection(schemas) == "kind: cat=cat dog=dog hound=dog")
    }

    @Test func constantsWithoutDiscriminator() throws {
        let schemas = """
            Cat: {type: object, required: [kind], properties: {name: {type: string}, kind: {const: cat}}}
            Dog: {type: object, required: [kind], properties: {name: {type: string}, kind: {const: dog}}}
            T: {\(list)}
            """
        #expect(try selection(schemas) == "kind: cat=cat dog=dog")
    }

    @Test func listsWithoutDiscriminator() throws {
        let schemas = """
            Cat: {type: object, required: [kind], properties: {kind: {type: string, enum: [cat, lion]}, size: {type: string, enum: [s, m]}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: string, enum: [dog]}, size: {type: string, enum: [s, m]}}}
            T: {\(list)}
            """
        #expect(try selection(schemas) == "kind: cat=cat lion=cat dog=dog")
    }

    @Test func valuesThatMayBeMissingAreNoDiscriminator() throws {
        let schemas = """
            Cat: {type: object, properties: {kind: {type: string, enum: [cat, lion]}}}
            Dog: {type: object, required: [kind], properties: {kind: {type: integer, enum: [7]}}}
            T: {\(list)}
            """
        #expect(try selection(schemas) == "shape")
        let constants = try lowered(schemas: schemas).union("T").cases.map { $0.signature.constants["kind"] }
        #expect(constants == [["cat", "lion"], ["7"]])
    }

    @Test func listsThatOverlapSayNothing() throws {
        let schemas = """
            Cat: {type: object, properties: {size: {type: string, enum: [s, m]}}}
            Dog: {type: object, properties: {size: {type: string, enum: [m, l]}}}
            T: {\(list)}
            """
        #expect(try selection(schemas, findings: ["degraded ambiguous-union"]) == "shape")
    }

    @Test func constantsBesideAString() throws {
        let schemas = """
            Cat: {type: object, properties: {kind: {const: cat}}}
            Dog: {type: object, properties: {kind: {const: dog}}}
            T: {oneOf: [{type: string}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}
            """
        let union = try lowered(schemas: schemas).union("T")
        #expect(union.cases.map(\.signature.kind) == [.string, .object, .object])
        #expect(union.cases.map { $0.signature.constants["kind"] } == [nil, ["cat"], ["dog"]])
    }

    @Test func mappedBesideAString() throws {
        let union = try lowered(
            schemas: two + """
                T:
                  oneOf: [{type: string}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                  discriminator: {propertyName: kind, mapping: {c: Cat}}
                """
        ).union("T")
        #expect(union.cases.map { $0.signature.constants["kind"] } == [nil, ["c"], ["Dog"]])
    }

    @Test func aValueOfTwoBranches() throws {
        let schemas = """
            Cat: {type: object, required: [kind, lives], properties: {kind: {const: pet}, lives: {type: integer}}}
            Dog: {type: object, required: [kind, bark], properties: {kind: {const: pet}, bark: {type: string}}}
            T: {\(list), discriminator: {propertyName: kind}}
            """
        #expect(try selection(schemas) == "shape")
    }

    @Test func targetsThatAreNoBranch() throws {
        let schemas =
            two + "Bird: {type: object}\nT: {\(list), discriminator: {propertyName: kind, mapping: {b: Bird, c: Cat}}}"
        #expect(try selection(schemas, findings: ["leftOut unlisted-mapping"]) == "kind: c=c Dog=dog")
    }

    @Test func unionsWithinUnions() throws {
        let schemas =
            two + """
                Pet: {\(list), discriminator: {propertyName: kind, mapping: {c: Cat, d: Dog}}}
                Car: {type: object, properties: {kind: {const: car}}}
                T: {oneOf: [{$ref: '#/components/schemas/Pet'}, {$ref: '#/components/schemas/Car'}], discriminator: {propertyName: kind}}
                """
        #expect(try selection(schemas) == "kind: c=pet d=pet car=car")
    }

    @Test func looksOfUnionsWithinUnions() throws {
        let schemas =
            two + """
                Pet: {\(list)}
                T: {oneOf: [{$ref: '#/components/schemas/Pet'}, {type: array, items: {$ref: '#/components/schemas/Pet'}}, {type: array, items: {type: string}}]}
                """
        let union = try lowered(schemas: schemas).union("T")
        #expect(union.cases.map(\.name.text) == ["pet", "petArray", "stringArray"])
        #expect(
            ([union.cases[0].signature] + union.cases[0].alternatives).map(\.known) == [
                ["kind", "lives"], ["kind", "bark"],
            ])
        #expect(union.cases[1].signature.items.map(\.known) == [["kind", "lives"], ["kind", "bark"]])
    }

    @Test func membersOfABaseCountAsTheBranches() throws {
        let schemas = """
            Base: {type: object, required: [kind], properties: {kind: {type: string}}, discriminator: {propertyName: kind}}
            Cat: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {lives: {type: integer}}}]}
            Dog: {allOf: [{$ref: '#/components/schemas/Base'}, {properties: {bark: {type: string}}}]}
            T: {\(list), discriminator: {propertyName: kind}}
            """
        #expect(try selection(schemas) == "kind: Cat=cat Dog=dog")
        #expect(try lowered(schemas: schemas).properties("Cat") == ["kind: string", "lives: integer?"])
    }

    @Test func ambiguityNamesBothPlaces() throws {
        let result = try lowered(
            schemas:
                "T: {oneOf: [{title: A, type: object, properties: {v: {}}}, {title: B, type: object, properties: {v: {}}, minProperties: 1, discriminator: {propertyName: v}}]}"
        )
        let finding = try #require(result.problems.diagnostics.first)
        #expect(finding.message.contains("'a' and 'b'"))
        #expect(result.text(at: finding.place).contains("title: B"))
        let first = try #require(finding.notes.first)
        #expect(result.text(at: first.place).contains("title: A"))
    }

    @Test func casesAreNamedByTheirSchemas() throws {
        let one = try lowered(schemas: two + "T: {\(list)}").union("T")
        let more = try lowered(
            schemas: two
                + "Ant: {type: object, required: [legs], properties: {legs: {type: integer}}}\nT: {oneOf: [{$ref: '#/components/schemas/Ant'}, {$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]}"
        ).union("T")
        #expect(one.cases.map(\.name.text) == ["cat", "dog"])
        #expect(more.cases.map(\.name.text) == ["ant", "cat", "dog"])
    }
}
