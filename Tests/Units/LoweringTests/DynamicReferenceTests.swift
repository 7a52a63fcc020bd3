import Testing

@testable import Lowering

/// `$dynamicRef` leads to what its anchor is bound to where the schema is used (JSON Schema Core, 8.2.3.2).
@Suite struct DynamicReferenceTests {
    @Test(arguments: generics + trees + limits)
    func dynamicReferences(_ example: SchemaCase) throws { try example.check() }

    private static let page = """
        Pet: {type: object, required: [name], properties: {name: {type: string}}}
        Page:
          type: object
          required: [items]
          properties:
            items: {type: array, items: {$dynamicRef: '#item'}}
            best: {$dynamicRef: '#item'}
            history: {type: object, properties: {last: {$dynamicRef: '#item'}, at: {type: string}}}
            next: {$ref: '#/components/schemas/Page'}
          $defs: {item: {$dynamicAnchor: item}}

        """

    static let generics = [
        SchemaCase(
            "a generic structure is one for each of its arguments",
            page + """
                PetPage: {$ref: '#/components/schemas/Page', $defs: {item: {$dynamicAnchor: item, $ref: '#/components/schemas/Pet'}}}
                Numbers: {$ref: '#/components/schemas/Page', $defs: {item: {$dynamicAnchor: item, type: integer}}}
                """,
            [
                "Page struct(items: [json], best: json?, history: Page.History?, next: indirect Page?)",
                "PetPage struct(items: [Pet], best: Pet?, history: PetPage.History?, next: indirect PetPage?)",
                "PetPage.History struct(last: Pet?, at: string?)",
                "Numbers struct(items: [integer], best: integer?, history: Numbers.History?, next: indirect Numbers?)",
                "Numbers.History struct(last: integer?, at: string?)",
            ]),
        SchemaCase(
            "resources are known by their $id",
            """
            List: {$id: list, type: array, items: {$dynamicRef: '#element'}, $defs: {any: {$dynamicAnchor: element}}}
            Texts: {$id: texts, $ref: list, $defs: {text: {$dynamicAnchor: element, type: string}}}
            Holder: {type: object, properties: {texts: {$ref: texts}, list: {$ref: '#/components/schemas/List'}}}
            """, ["List = [json]", "Texts = [string]", "Holder struct(texts: Texts?, list: List?)"]),
        SchemaCase(
            "an argument is kept through other schemas",
            page + """
                Book: {type: object, properties: {page: {$ref: '#/components/schemas/Page'}, title: {type: string}}}
                PetBook: {$ref: '#/components/schemas/Book', $defs: {item: {$dynamicAnchor: item, $ref: '#/components/schemas/Pet'}}}
                """,
            [
                "Book struct(page: Page?, title: string?)", "PetBook struct(page: PetBook.Page?, title: string?)",
                "PetBook.Page struct(items: [Pet], best: Pet?, history: PetBook.Page.History?, next: indirect PetBook.Page?)",
            ]),
    ]

    static let trees = [
        SchemaCase(
            "a schema that extends another is its own element",
            """
            Tree: {$dynamicAnchor: node, type: object, properties: {data: {type: string}, children: {type: array, items: {$dynamicRef: '#node'}}}}
            Strict: {$dynamicAnchor: node, allOf: [{$ref: '#/components/schemas/Tree'}], required: [data], properties: {extra: {type: integer}}}
            """,
            [
                "Tree struct(data: string?, children: [Tree]?)",
                "Strict struct(data: string, children: [Strict]?, extra: integer?)",
            ]),
        SchemaCase(
            "an anchor of another name binds nothing",
            """
            Tree: {$dynamicAnchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}
            Other: {$dynamicAnchor: other, allOf: [{$ref: '#/components/schemas/Tree'}], properties: {extra: {type: integer}}}
            """, ["Other struct(next: Tree?, extra: integer?)"]),
        SchemaCase(
            "the outermost of several is taken",
            """
            A: {$dynamicAnchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}
            B: {$dynamicAnchor: node, allOf: [{$ref: '#/components/schemas/A'}], properties: {b: {type: string}}}
            C: {$dynamicAnchor: node, allOf: [{$ref: '#/components/schemas/B'}], properties: {c: {type: string}}}
            """,
            [
                "A struct(next: indirect A?)", "B struct(next: indirect B?, b: string?)",
                "C struct(next: indirect C?, b: string?, c: string?)",
            ]),
    ]

    static let limits = [
        SchemaCase(
            "a target without a dynamic anchor is a plain one",
            """
            Tree: {$anchor: node, type: object, properties: {next: {$dynamicRef: '#node'}}}
            Strict: {$dynamicAnchor: node, allOf: [{$ref: '#/components/schemas/Tree'}], properties: {extra: {type: integer}}}
            """, ["Strict struct(next: Tree?, extra: integer?)"]),
        SchemaCase(
            "an anchor that is nowhere is reported",
            "Tree: {type: object, properties: {next: {$dynamicRef: '#node'}}}", ["Tree struct(next: json?)"],
            findings: ["degraded dangling-reference"]),
        SchemaCase(
            "a pointer is a plain reference",
            "Tree: {type: object, properties: {next: {$dynamicRef: '#/components/schemas/Tree'}}}",
            ["Tree struct(next: indirect Tree?)"]),
    ]

    /// A response may give the argument itself.
    @Test func genericsInAResponse() throws {
        let (result, _, text) = try loweredOperation(
            """
            operationId: list
            responses:
              '200':
                description: d
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Page', $defs: {item: {$dynamicAnchor: item, $ref: '#/components/schemas/Pet'}}}
            """,
            components: """
                    Page: {type: object, properties: {items: {type: array, items: {$dynamicRef: '#item'}}}, $defs: {item: {$dynamicAnchor: item}}}
                """)
        #expect(text == "pets.list() throws(Never) -> PetsAPI.ListResponse")
        #expect(try result.properties("PetsAPI.ListResponse") == ["items: [Pet]?"])
    }
}
