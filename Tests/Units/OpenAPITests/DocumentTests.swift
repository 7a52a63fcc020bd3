import OpenAPI
import Testing

@Suite struct DocumentTests {
    @Test func readsTheSmallestDocument() throws {
        let reading = read(
            """
            openapi: 3.1.0
            info: {title: Pets, version: "1"}
            paths:
              /pets/{id}:
                get:
                  parameters: [{name: id, in: path, required: true, schema: {type: integer}}]
                  responses:
                    "200":
                      description: one
                      content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
            components:
              schemas:
                Pet: {type: object, properties: {friend: {$ref: "#/components/schemas/Pet"}}}
            """)
        #expect(reading.lines == [])
        let document = try #require(reading.document)
        let operation = try #require(document.paths.first?.operations.first)
        #expect(operation.method == "GET")
        #expect(operation.parameters.map(\.name) == ["id"])
        let pet = try #require(operation.responses.first?.content.first?.schema)
        #expect(document.componentSchemas.map(\.id) == [pet])
        #expect(document[pet].properties.map(\.schema) == [pet])
        #expect(document[pet].pointer == "#/components/schemas/Pet")
    }
}
