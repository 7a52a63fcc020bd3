import Diagnostics
import OpenAPI
import Testing
import YAML

private func document(_ schemas: String, version: String = "3.1.0", others: [String: String?] = [:]) throws -> Document
{
    let reading = read(
        "openapi: \(version)\ninfo: {title: References, version: \"1\"}\npaths: {}\ncomponents:\n  schemas:\n"
            + schemas,
        others: others)
    #expect(reading.lines == [])
    return try #require(reading.document)
}

extension Document {
    func component(_ name: String) throws -> Schema {
        self[try #require(componentSchemas.first { $0.name == name }?.id)]
    }

    func property(_ name: String, of schema: Schema) throws -> Schema {
        self[try #require(schema.properties.first { $0.name == name }?.schema)]
    }
}

@Suite struct ReferenceTests {
    @Test func aReferenceIsItsTarget() throws {
        let document = try document(
            """
                A: {properties: {b: {$ref: "#/components/schemas/B"}, inner: {$ref: "#/components/schemas/B/properties/inner"}}}
                B: {properties: {inner: {type: string}, a: {$ref: "#/components/schemas/A"}}}

            """)
        let first = try document.component("A")
        #expect(document.schemas.count == 3)
        #expect(try document.property("b", of: first).componentName == "B")
        let inner = try document.property("inner", of: first)
        #expect(inner.pointer == "#/components/schemas/B/properties/inner" && inner.types == [.string])
    }

    @Test func siblingsStandBesideTheReference() throws {
        for version in ["3.0.0", "3.1.0"] {
            let document = try document(
                """
                    A: {properties: {b: {$ref: "#/components/schemas/B", description: mine, readOnly: true}}}
                    B: {type: string}

                """, version: version)
            let property = try document.property("b", of: document.component("A"))
            #expect(property.description == "mine" && property.isReadOnly && property.types == nil)
            #expect(document[try #require(property.reference)].componentName == "B")
        }
    }

    @Test func extensionsBesideAReferenceAreNoSiblings() throws {
        let document = try document(
            "    A: {properties: {b: {$ref: \"#/components/schemas/B\", x-order: 1}}}\n    B: {type: string}\n")
        #expect(try document.property("b", of: document.component("A")).componentName == "B")
    }

    @Test func aComponentThatIsAnotherKeepsItsName() throws {
        let document = try document(
            """
                A: {$ref: "#/components/schemas/B"}
                B: {type: string}
                C: {properties: {a: {$ref: "#/components/schemas/A"}}}

            """)
        let alias = try document.property("a", of: document.component("C"))
        #expect(alias.componentName == "A" && alias.types == nil)
        #expect(document[try #require(alias.reference)].componentName == "B")
    }

    @Test func aComponentElsewhereIsWhatStandsThere() throws {
        let document = try document(
            """
                Pet: {$ref: "schemas/pet.yaml"}
                Owner: {$ref: "schemas/owner.yaml#/deep/Owner"}

            """,
            others: [
                "schemas/pet.yaml":
                    "type: object\nproperties:\n  owner: {$ref: \"owner.yaml#/deep/Owner\"}\n  root: {$ref: \"../openapi.yaml#/components/schemas/Pet\"}\n",
                "schemas/owner.yaml": "deep:\n  Owner: {type: object, properties: {pet: {$ref: ./pet.yaml}}}\n",
            ])
        let pet = try document.component("Pet")
        #expect(pet.pointer == "schemas/pet.yaml#" && pet.componentName == "Pet")
        let owner = try document.property("owner", of: pet)
        #expect(owner.pointer == "schemas/owner.yaml#/deep/Owner" && owner.componentName == "Owner")
        #expect(try document.property("pet", of: owner).pointer == pet.pointer)
        #expect(try document.property("root", of: pet).pointer == pet.pointer)
        #expect(document.schemas.count == 2)
    }

    @Test(
        arguments: [
            ("a~1b", "a/b"), ("a~0b", "a~b"), ("~01", "~1"), ("a%20b", "a b"), ("%7Bid%7D", "{id}"), ("a%2fb", nil),
            ("a%7E1b", "a/b"), ("List/properties/", "empty"), ("List/oneOf/1", "one"), ("List/oneOf/0", "zero"),
            ("%E6%97%A5", "日"),
        ] as [(String, String?)])
    func pointersAreEscaped(_ pointer: String, title: String?) throws {
        let reading = read(
            """
            openapi: 3.1.0
            info: {title: Pointers, version: "1"}
            components:
              schemas:
                Subject: {properties: {it: {$ref: "#/components/schemas/\(pointer)"}}}
                a/b: {title: a/b}
                a~b: {title: a~b}
                "~1": {title: "~1"}
                a b: {title: a b}
                "{id}": {title: "{id}"}
                日: {title: 日}
                List: {properties: {"": {title: empty}}, oneOf: [{title: zero}, {title: one}]}
            """)
        let document = try #require(reading.document)
        #expect(try document.property("it", of: document.component("Subject")).title == title)
        #expect(reading.count(.degraded) == (title == nil ? 1 : 0))
    }

    @Test func pointersAreWrittenAsRFC6901() throws {
        let reading = read(
            """
            openapi: 3.1.0
            info: {title: Pointers, version: "1"}
            paths:
              /pets/{id}~x:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: string}}]
            """)
        #expect(
            reading.document?.schemas.map(\.pointer) == ["#/paths/~1pets~1{id}~0x/get/parameters/0/schema"])
    }

    @Test func eachFileIsReadOnce() throws {
        var asked: [String] = []
        let root = """
            openapi: 3.1.0
            info: {title: Files, version: "1"}
            components:
              schemas:
                A: {$ref: "parts/a.yaml"}
                B: {$ref: "./parts/../parts/a.yaml"}
                C: {$ref: "parts//%61.yaml#"}
                D: {$ref: "parts/b.yaml"}
            """
        let texts = ["parts/a.yaml": "type: string", "parts/b.yaml": "$ref: ../parts/a.yaml"]
        let reading = read(Array(root.utf8), as: "openapi.yaml") { path in
            asked.append(path)
            return Array((texts[path] ?? "").utf8)
        }
        #expect(asked == ["parts/a.yaml", "parts/b.yaml"])
        #expect(reading.document?.schemas.count == 1)
        #expect(reading.document?.componentSchemas.map(\.name) == ["A", "B", "C", "D"])
        #expect(Set(reading.document?.componentSchemas.map(\.id) ?? []).count == 1)
    }

    @Test func twoPathsOfOneFileAreOneFile() throws {
        var files = SourceFiles()
        var problems = Problems()
        let root = try #require(
            YAML.parse(
                Array(
                    """
                    openapi: 3.1.0
                    info: {title: Files, version: "1"}
                    components:
                      schemas:
                        A: {$ref: "real.yaml#/A"}
                        B: {$ref: "link.yaml#/A"}
                    """.utf8), name: "openapi.yaml", into: &files, problems: &problems))
        let other = try #require(
            YAML.parse(Array("A: {type: string}".utf8), name: "real.yaml", into: &files, problems: &problems))
        let document = try #require(
            Document(root: root, file: "openapi.yaml", problems: &problems) { _, _ throws(LoadError) in other })
        #expect(document.schemas.map(\.pointer) == ["real.yaml#/A"])
    }

    @Test func aDocumentBelowTheRootFolderReadsItsWholeFolder() throws {
        let reading = read(
            "openapi: 3.1.0\ninfo: {title: Files, version: \"1\"}\ncomponents: {schemas: {A: {$ref: ../shared/a.yaml}}}\n",
            as: "api/openapi.yaml", others: ["shared/a.yaml": "{title: shared}"])
        #expect(reading.lines == [])
        #expect(try reading.document?.component("A").pointer == "shared/a.yaml#")
    }

    @Test func anotherFileFollowsItsOwnVersion() throws {
        let document = try document(
            "    A: {$ref: \"old.yaml#/components/schemas/A\"}\n",
            others: [
                "old.yaml":
                    "openapi: 3.0.0\ninfo: {title: Old, version: \"1\"}\npaths: {}\ncomponents: {schemas: {A: {type: string, nullable: true}}}\n"
            ])
        #expect(try document.component("A").types == [.string, .null])
    }

    @Test func anchorsAndIDsAreFound() throws {
        let document = try document(
            """
                Root:
                  properties:
                    anchor: {$ref: "#here"}
                    file: {$ref: "other.yaml#there"}
                    id: {$ref: "https://example.com/schemas/pet"}
                    inside: {$ref: "https://example.com/schemas/pet#/$defs/Name"}
                    named: {$ref: "https://example.com/schemas/pet#name"}
                Here: {$anchor: here, title: here}
                Pet:
                  $id: https://example.com/schemas/pet
                  title: pet
                  $defs: {Name: {$anchor: name, title: name}}
                  properties:
                    relative: {$ref: "#/$defs/Name"}
                    whole: {$ref: "#/components/schemas/Here"}
                    sibling: {$ref: owner}
                Owner: {$id: "https://example.com/schemas/owner", title: owner}

            """, others: ["other.yaml": "deep: {schema: {$anchor: there, title: there}}"])
        let root = try document.component("Root")
        #expect(
            try root.properties.map { try document.property($0.name, of: root).title }
                == ["here", "there", "pet", "name", "name"])
        let pet = try document.component("Pet")
        #expect(
            try pet.properties.map { try document.property($0.name, of: pet).title } == ["name", "here", "owner"])
    }

    @Test func dynamicReferencesMeanRecursion() throws {
        let document = try document(
            """
                Tree: {$dynamicAnchor: node, title: tree, properties: {children: {items: {$dynamicRef: "#node"}}}}
                Old: {$recursiveAnchor: true, title: old, properties: {next: {$recursiveRef: "#"}}}

            """)
        let tree = try document.component("Tree")
        let children = try document.property("children", of: tree)
        let item = document[try #require(children.items)]
        #expect(document[try #require(item.reference)].title == "tree")
        let next = try document.property("next", of: document.component("Old"))
        #expect(document[try #require(next.reference)].title == "old")
    }

    @Test func aDocumentKnowsItsOwnAddress() throws {
        let reading = read(
            """
            openapi: 3.2.0
            $self: https://example.com/api/openapi.yaml
            info: {title: Self, version: "1"}
            components:
              schemas:
                Self: {properties: {a: {$ref: "https://example.com/api/openapi.yaml#/components/schemas/A"}}}
                Beside: {properties: {a: {$ref: "https://example.com/api/schemas/a.yaml"}}}
                Relative: {properties: {a: {$ref: "schemas/a.yaml"}}}
                A: {title: self}
            """, others: ["schemas/a.yaml": "{title: beside}"])
        #expect(reading.lines == [])
        let document = try #require(reading.document)
        for (name, title) in [("Self", "self"), ("Beside", "beside"), ("Relative", "beside")] {
            #expect(try document.property("a", of: document.component(name)).title == title)
        }
    }

    @Test func otherObjectsAreFollowedAndNamed() throws {
        let reading = read(
            """
            openapi: 3.1.0
            info: {title: Objects, version: "1"}
            paths:
              /a:
                get:
                  parameters: [{$ref: "#/components/parameters/Alias"}]
                  requestBody: {$ref: "#/components/requestBodies/Body", description: mine}
                  responses:
                    "200": {$ref: "#/components/responses/Page", description: page}
                    "400": {$ref: "#/components/responses/Page"}
              /b: {$ref: "paths/b.yaml", post: {operationId: own}}
            components:
              parameters:
                Alias: {$ref: "#/components/parameters/Limit"}
                Limit: {$ref: "parts.yaml#/limit"}
              requestBodies:
                Body: {description: theirs, content: {text/plain: {schema: {type: string}}}}
              headers:
                Count: {schema: {type: integer}}
              responses:
                Page:
                  description: any
                  headers: {X-Count: {$ref: "#/components/headers/Count"}}
                  links: {next: {$ref: "#/components/links/Next"}}
                  content: {application/json: {examples: {one: {$ref: "#/components/examples/One"}}}}
              links: {Next: {operationId: own}}
              examples: {One: {value: {a: 1}}}
            """,
            others: [
                "parts.yaml": "limit: {name: limit, in: query, schema: {type: integer}}",
                "paths/b.yaml": "summary: shared\nget: {operationId: theirs}\npost: {operationId: hidden}\n",
            ])
        #expect(reading.lines == [])
        let document = try #require(reading.document)
        let operation = document.paths[0].operations[0]
        #expect(operation.parameters.map(\.componentName) == ["Limit"])
        #expect(operation.parameters.map(\.pointer) == ["parts.yaml#/limit"])
        #expect(operation.requestBody?.description == "mine")
        #expect(operation.requestBody?.componentName == "Body")
        #expect(operation.responses.map(\.description) == ["page", "any"])
        #expect(operation.responses.map(\.status) == [.code(200), .code(400)])
        let page = operation.responses[1]
        #expect(page.headers.map(\.componentName) == ["Count"])
        #expect(page.links.map(\.operationID) == ["own"])
        #expect(page.content[0].examples.map { $0.value?.text } == ["{a:1}"])
        #expect(document.paths[1].operations.map(\.operationID) == ["own", "theirs"])
        #expect(document.paths[1].summary == "shared")
        #expect(document.components.requestBodies[0].description == "theirs")
    }
}
