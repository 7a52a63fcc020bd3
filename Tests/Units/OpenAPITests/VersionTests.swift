import Diagnostics
import OpenAPI
import Testing

/// What a schema says, and what is inside it, in a form that tests can compare across versions.
private func facts(_ id: SchemaID, of document: Document) -> String {
    let schema = document[id]
    var facts: [String] = []
    if let types = schema.types { facts.append("types \(types)") }
    if let format = schema.format { facts.append("format \(format)") }
    if schema.isNullable { facts.append("nullable") }
    if let values = schema.enumeration { facts.append("enum \(values.map(\.text))") }
    if let value = schema.defaultValue { facts.append("default \(value.text)") }
    if !schema.examples.isEmpty { facts.append("examples \(schema.examples.map(\.text))") }
    if schema.isReadOnly { facts.append("readOnly") }
    let bounds = [
        schema.bounds.minimum, schema.bounds.exclusiveMinimum, schema.bounds.maximum, schema.bounds.exclusiveMaximum,
    ]
    if bounds.contains(where: { $0 != nil }) { facts.append("bounds \(bounds.map { $0 ?? "-" })") }
    if !schema.required.isEmpty { facts.append("required \(schema.required.map(\.name))") }
    for property in schema.properties {
        facts.append("\(property.name): \(reference(property.schema, of: document))")
    }
    if case .schema(let id)? = schema.additionalProperties { facts.append("others \(reference(id, of: document))") }
    if case .allowed(let isAllowed)? = schema.additionalProperties { facts.append("others \(isAllowed)") }
    if let items = schema.items { facts.append("items \(reference(items, of: document))") }
    if !schema.allOf.isEmpty { facts.append("all \(schema.allOf.map { reference($0, of: document) })") }
    if let target = schema.reference { facts.append("reference \(reference(target, of: document))") }
    if let discriminator = schema.discriminator { facts.append("discriminator \(discriminator.property)") }
    return "{\(facts.joined(separator: "; "))}"
}

private func reference(_ id: SchemaID, of document: Document) -> String {
    document[id].componentName.map { "#\($0)" } ?? facts(id, of: document)
}

@Suite struct VersionTests {
    static let old = """
        swagger: "2.0"
        info: {title: Pets, version: "1"}
        host: example.com
        basePath: /v1
        consumes: [application/json]
        produces: [application/json]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, type: integer, format: int64}]
            get:
              operationId: find
              parameters:
                - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: multi}
                - {name: X-Trace, in: header, type: string, x-nullable: true}
              responses:
                "200": {description: one, schema: {$ref: "#/definitions/Pet"}, headers: {X-Rate: {type: integer}}}
                default: {description: bad, schema: {type: array, items: {$ref: "#/definitions/Pet"}}}
            put:
              operationId: replace
              parameters: [{name: body, in: body, required: true, schema: {$ref: "#/definitions/Pet"}}]
              responses: {"204": {description: done}}
        definitions:
          Pet:
            type: object
            required: [name]
            discriminator: kind
            properties:
              name: {type: string, x-nullable: true, example: Rex, default: null}
              kind: {type: string, enum: [cat, dog]}
              age: {type: integer, minimum: 0, exclusiveMinimum: true, maximum: 30, readOnly: true}
              friend: {$ref: "#/definitions/Pet"}
              owner: {$ref: "#/definitions/Owner", x-nullable: true}
            additionalProperties: {type: string}
          Owner: {allOf: [{$ref: "#/definitions/Pet"}, {type: object, additionalProperties: false}]}
        securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
        security: [{key: []}]
        """

    static func new(_ version: String, nullable: (String) -> String, above: String, example: String) -> String {
        """
        openapi: \(version)
        info: {title: Pets, version: "1"}
        servers: [{url: https://example.com/v1}]
        paths:
          /pets/{id}:
            parameters: [{name: id, in: path, required: true, schema: {type: integer, format: int64}}]
            get:
              operationId: find
              parameters:
                - {name: tags, in: query, schema: {type: array, items: {type: string}}}
                - {name: X-Trace, in: header, schema: {\(nullable("string"))}}
              responses:
                "200":
                  description: one
                  content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
                  headers: {X-Rate: {schema: {type: integer}}}
                default:
                  description: bad
                  content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Pet"}}}}
            put:
              operationId: replace
              requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
              responses: {"204": {description: done}}
        components:
          schemas:
            Pet:
              type: object
              required: [name]
              discriminator: {propertyName: kind}
              properties:
                name: {\(nullable("string")), \(example), default: null}
                kind: {type: string, enum: [cat, dog]}
                age: {type: integer, \(above), maximum: 30, readOnly: true}
                friend: {$ref: "#/components/schemas/Pet"}
                owner: {$ref: "#/components/schemas/Owner", nullable: true}
              additionalProperties: {type: string}
            Owner: {allOf: [{$ref: "#/components/schemas/Pet"}, {type: object, additionalProperties: false}]}
          securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
        security: [{key: []}]
        """
    }

    static let middle = new(
        "3.0.3", nullable: { "type: \($0), nullable: true" }, above: "minimum: 0, exclusiveMinimum: true",
        example: "example: Rex")
    static let recent = new(
        "3.1.1", nullable: { "type: [\($0), \"null\"]" }, above: "exclusiveMinimum: 0", example: "examples: [Rex]")

    private func summary(_ text: String) throws -> [String] {
        let document = try #require(read(text).document)
        var lines = document.componentSchemas.map { "\($0.name) \(facts($0.id, of: document))" }
        lines += document.servers.map(\.url)
        lines += document.components.securitySchemes.map { "\($0.name) \($0.kind)" }
        lines += document.security?.map { "\($0.schemes.map(\.name))" } ?? []
        for item in document.paths {
            for operation in item.operations {
                lines.append("\(operation.method) \(item.template) \(operation.operationID ?? "")")
                for parameter in operation.parameters {
                    let schema = parameter.schema.map { facts($0, of: document) } ?? ""
                    lines.append(
                        "\(parameter.location) \(parameter.name) \(parameter.style) \(parameter.explode) \(parameter.isRequired) \(schema)"
                    )
                }
                lines += content(operation.requestBody?.content ?? [], document)
                for response in operation.responses {
                    lines.append("\(response.status) \(response.description)")
                    lines += content(response.content, document)
                    lines += response.headers.map { "\($0.name) \($0.schema.map { facts($0, of: document) } ?? "")" }
                }
            }
        }
        return lines
    }

    private func content(_ types: [MediaType], _ document: Document) -> [String] {
        types.map { "\($0.name) \($0.schema.map { reference($0, of: document) } ?? "")" }
    }

    @Test func versionsOfOneDocumentSayTheSame() throws {
        let old = try summary(Self.old)
        #expect(old.count == 18)
        #expect(try summary(Self.middle) == old)
        #expect(try summary(Self.recent) == old)
    }

    @Test func theSchemasAreWhatTheDocumentSays() throws {
        #expect(
            try summary(Self.old).first
                == "Pet {types [OpenAPI.SchemaType.object]; required [\"name\"]; "
                + "name: {types [OpenAPI.SchemaType.string, OpenAPI.SchemaType.null]; nullable; default null; examples [\"\\'Rex\\'\"]}; "
                + "kind: {types [OpenAPI.SchemaType.string]; enum [\"\\'cat\\'\", \"\\'dog\\'\"]}; "
                + "age: {types [OpenAPI.SchemaType.integer]; readOnly; bounds [\"-\", \"0\", \"30\", \"-\"]}; "
                + "friend: #Pet; owner: {nullable; reference #Owner}; "
                + "others {types [OpenAPI.SchemaType.string]}; discriminator kind}")
    }

    @Test(arguments: [
        ("openapi: 3.0.0", Version.Family.v3_0), ("openapi: 3.0.4", .v3_0), ("openapi: 3.1.0", .v3_1),
        ("openapi: 3.1.2", .v3_1), ("openapi: 3.2.0", .v3_2), ("openapi: 3.2.1-rc1", .v3_2), ("openapi: '3.1'", .v3_1),
        ("swagger: \"2.0\"", .v2_0), ("swagger: '2.0.0'", .v2_0),
    ])
    func versionsAreKnown(_ header: String, family: Version.Family) throws {
        let reading = read(header + "\ninfo: {title: a, version: b}\npaths: {}\n")
        #expect(reading.lines == [])
        #expect(reading.document?.version.family == family)
    }

    @Test(arguments: [
        "openapi: 3.3.0", "openapi: 4.0.0", "openapi: 3", "openapi: \"2.0\"", "swagger: \"1.2\"", "swagger: 3.0.0",
        "openapi: [3]", "openapi: ", "asyncapi: 3.0.0", "openapi: three",
    ])
    func otherVersionsAreRefused(_ header: String) {
        let reading = read(header + "\ninfo: {title: a, version: b}\npaths: {}\n")
        #expect(reading.document == nil)
        #expect(reading.count(.error) == 1)
    }
}
