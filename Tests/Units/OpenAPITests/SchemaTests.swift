import Diagnostics
import OpenAPI
import Testing
import YAML

/// The schema `Subject` of a document that has it and what else is given.
private func subject(_ schema: String, version: String = "3.1.0", others: String = "") throws -> (Schema, Document) {
    let reading = read(
        """
        openapi: \(version)
        info: {title: Schemas, version: "1"}
        paths: {}
        components:
          schemas:
            Subject: \(schema)
        \(others)
        """)
    #expect(reading.lines == [])
    let document = try #require(reading.document)
    let id = try #require(document.componentSchemas.first { $0.name == "Subject" }?.id)
    return (document[id], document)
}

extension Node {
    /// The value in a form that tests can compare.
    var text: String {
        switch value {
        case .null: "null"
        case .boolean(let value): "\(value)"
        case .number(let text): text
        case .string(let text): "'\(text)'"
        case .sequence(let items): "[\(items.map(\.text).joined(separator: ","))]"
        case .mapping(let mapping): "{\(mapping.entries.map { "\($0.key):\($0.value.text)" }.joined(separator: ","))}"
        }
    }
}

@Suite struct SchemaTests {
    @Test(
        arguments: [
            ("{}", nil), ("{type: string}", [.string]), ("{type: [string, \"null\"]}", [.string, .null]),
            ("{type: \"null\"}", [.null]), ("{type: [integer, string]}", [.integer, .string]),
        ] as [(String, [SchemaType]?)])
    func keepsTypes(_ text: String, types: [SchemaType]?) throws {
        let schema = try subject(text).0
        #expect(schema.types == types)
        #expect(schema.isNullable == (types?.contains(.null) == true))
    }

    @Test func bringsNullableToTypes() throws {
        let schema = try subject("{type: string, nullable: true}", version: "3.0.0").0
        #expect(schema.types == [.string, .null])
        #expect(schema.isNullable)
        let untyped = try subject("{nullable: true, description: anything}", version: "3.0.0").0
        #expect(untyped.types == nil)
        #expect(untyped.isNullable)
        let refused = try subject("{type: string, nullable: false}", version: "3.0.0").0
        #expect(refused.types == [.string])
    }

    @Test func keepsValuesAsWritten() throws {
        let schema = try subject(
            """
            {enum: [yes, "", 1.10, null, yes, {a: 1}], const: 18446744073709551615, default: null, example: [1],
             examples: [a, 010]}
            """
        ).0
        #expect(schema.enumeration?.map(\.text) == ["'yes'", "''", "1.10", "null", "'yes'", "{a:1}"])
        #expect(schema.constant?.text == "18446744073709551615")
        #expect(schema.defaultValue?.text == "null")
        #expect(schema.examples.map(\.text) == ["[1]", "'a'", "'010'"])
    }

    @Test func keepsPropertiesInOrder() throws {
        let (schema, document) = try subject(
            "{type: object, required: [b, ghost], properties: {b: {type: string}, a: {type: integer}, x-c: {}}}")
        #expect(schema.properties.map(\.name) == ["b", "a", "x-c"])
        #expect(schema.required.map(\.name) == ["b", "ghost"])
        #expect(schema.properties.map { document[$0.schema].pointer.split(separator: "/").last } == ["b", "a", "x-c"])
        #expect(document[schema.properties[1].schema].types == [.integer])
        let places = schema.properties.map(\.namePlace.start)
        #expect(places == places.sorted() && Set(places).count == 3)
    }

    @Test func tellsKindsOfAdditionalPropertiesApart() throws {
        #expect(try subject("{}").0.additionalProperties == nil)
        #expect(try subject("{additionalProperties: true}").0.additionalProperties == .allowed(true))
        #expect(try subject("{additionalProperties: false}").0.additionalProperties == .allowed(false))
        let (schema, document) = try subject("{additionalProperties: {type: string}}")
        guard case .schema(let id)? = schema.additionalProperties else {
            Issue.record("no schema")
            return
        }
        #expect(document[id].types == [.string])
    }

    @Test func readsBooleanSchemas() throws {
        #expect(try subject("true").0.boolean == true)
        #expect(try subject("false").0.boolean == false)
        let (schema, document) = try subject("{items: false, properties: {a: true}}")
        #expect(document[try #require(schema.items)].boolean == false)
        #expect(document[schema.properties[0].schema].boolean == true)
    }

    @Test func readsArrays() throws {
        let (schema, document) = try subject(
            "{prefixItems: [{type: string}, {type: integer}], items: {type: boolean}, contains: {type: string}, minContains: 2}"
        )
        #expect(schema.prefixItems.map { document[$0].types } == [[.string], [.integer]])
        #expect(document[try #require(schema.items)].types == [.boolean])
        #expect(document[try #require(schema.conditions.contains)].types == [.string])
        #expect(schema.bounds.minContains == "2")
    }

    @Test func readsComposition() throws {
        let (schema, document) = try subject(
            """
            {allOf: [{$ref: "#/components/schemas/A"}, {type: object}], oneOf: [{$ref: "#/components/schemas/A"}],
             anyOf: [{type: string}, {type: "null"}], not: {type: array}}
            """, others: "    A: {type: object}")
        let other = try #require(document.componentSchemas.first { $0.name == "A" }?.id)
        #expect(schema.allOf[0] == other && schema.oneOf == [other])
        #expect(schema.anyOf.map { document[$0].types } == [[.string], [.null]])
        #expect(document[try #require(schema.conditions.not)].types == [.array])
        #expect(document[schema.allOf[1]].pointer == "#/components/schemas/Subject/allOf/1")
    }

    @Test func readsDiscriminators() throws {
        let (schema, document) = try subject(
            """
            {oneOf: [{$ref: "#/components/schemas/Cat"}],
             discriminator: {propertyName: kind, mapping: {cat: Cat, feline: "#/components/schemas/Cat", "1": Cat}}}
            """, others: "    Cat: {type: object}")
        let discriminator = try #require(schema.discriminator)
        #expect(discriminator.property == "kind")
        #expect(discriminator.mapping.map(\.value) == ["cat", "feline", "1"])
        #expect(discriminator.mapping.map(\.target) == ["Cat", "#/components/schemas/Cat", "Cat"])
        #expect(Set(discriminator.mapping.map(\.schema)) == [schema.oneOf[0]])
        #expect(document[schema.oneOf[0]].componentName == "Cat")
    }

    @Test func readsTheDefaultMapping() throws {
        let (schema, _) = try subject(
            "{discriminator: {propertyName: kind, defaultMapping: Cat}}", version: "3.2.0",
            others: "    Cat: {type: object}")
        #expect(schema.discriminator?.defaultMapping == SchemaID(1))
    }

    @Test func keepsTheTextOfNumbers() throws {
        let digits = String(repeating: "9", count: 10_000)
        let bounds = try subject(
            "{minimum: -1.10, maximum: 1e400, exclusiveMaximum: 18446744073709551615, multipleOf: \(digits), minLength: 3, pattern: '^a+$', uniqueItems: true}"
        ).0.bounds
        #expect(bounds.minimum == "-1.10")
        #expect(bounds.maximum == "1e400")
        #expect(bounds.exclusiveMaximum == "18446744073709551615")
        #expect(bounds.multipleOf == digits)
        #expect(bounds.minLength == "3")
        #expect(bounds.pattern == "^a+$")
        #expect(bounds.uniqueItems)
    }

    @Test(
        arguments: [
            ("{minimum: 1, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}", nil, "9", "1", nil),
            ("{exclusiveMaximum: true, maximum: 9}", nil, nil, nil, "9"),
            ("{exclusiveMinimum: true}", nil, nil, nil, nil),
        ] as [(String, String?, String?, String?, String?)])
    func bringsBooleanBoundsToNumbers(
        _ text: String, minimum: String?, maximum: String?, above: String?, below: String?
    ) throws {
        let bounds = try subject(text, version: "3.0.2").0.bounds
        #expect(bounds.minimum == minimum)
        #expect(bounds.maximum == maximum)
        #expect(bounds.exclusiveMinimum == above)
        #expect(bounds.exclusiveMaximum == below)
    }

    @Test func readsConditions() throws {
        let (schema, document) = try subject(
            """
            {if: {type: string}, then: {minLength: 1}, else: {type: integer}, propertyNames: {pattern: a},
             patternProperties: {"^x": {type: string}}, dependentRequired: {a: [b, c]}, dependentSchemas: {a: {type: object}},
             unevaluatedProperties: false, unevaluatedItems: {type: string}, contentSchema: {type: object}}
            """)
        let conditions = schema.conditions
        #expect(document[try #require(conditions.ifSchema)].types == [.string])
        #expect(document[try #require(conditions.thenSchema)].bounds.minLength == "1")
        #expect(document[try #require(conditions.elseSchema)].types == [.integer])
        #expect(document[try #require(conditions.propertyNames)].bounds.pattern == "a")
        #expect(schema.patternProperties.map(\.pattern) == ["^x"])
        #expect(conditions.dependentRequired.map(\.required) == [["b", "c"]])
        #expect(conditions.dependentSchemas.map(\.property) == ["a"])
        #expect(conditions.unevaluatedProperties == .allowed(false))
        #expect(conditions.unevaluatedItems != nil && conditions.contentSchema != nil)
    }

    @Test func readsAnnotations() throws {
        let schema = try subject(
            """
            {title: T, description: "a\\nb", format: date-time, readOnly: true, writeOnly: true, deprecated: true,
             contentEncoding: base64, contentMediaType: image/png, externalDocs: {url: u, description: d},
             xml: {name: n, namespace: s, prefix: p, attribute: true, wrapped: true}, x-anything: [1], $comment: c,
             $defs: {Inner: {type: string}}}
            """
        ).0
        #expect(schema.title == "T" && schema.description == "a\nb" && schema.format == "date-time")
        #expect(schema.isReadOnly && schema.isWriteOnly && schema.isDeprecated)
        #expect(schema.contentEncoding == "base64" && schema.contentMediaType == "image/png")
        #expect(schema.externalDocumentation?.url == "u" && schema.externalDocumentation?.description == "d")
        #expect(schema.xml?.name == "n" && schema.xml?.isAttribute == true && schema.xml?.isWrapped == true)
        #expect(schema.definitions.map(\.name) == ["Inner"])
    }

    @Test func readsXMLNodeTypes() throws {
        let schema = try subject("{xml: {nodeType: cdata}}", version: "3.2.0").0
        #expect(schema.xml?.nodeType == .cdata)
    }
}
