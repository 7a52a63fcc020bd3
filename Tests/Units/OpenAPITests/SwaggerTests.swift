import OpenAPI
import Testing

private func swagger(_ text: String) throws -> Document {
    let reading = read("swagger: \"2.0\"\ninfo: {title: Old, version: \"1\"}\n" + text)
    #expect(reading.lines == [])
    return try #require(reading.document)
}

@Suite struct SwaggerTests {
    @Test(arguments: [
        (
            "host: a.example.com\nbasePath: /v1\nschemes: [http, https]",
            ["https://a.example.com/v1", "http://a.example.com/v1"]
        ),
        ("host: a.example.com", ["https://a.example.com"]), ("basePath: /v1", ["/v1"]), ("basePath: /", []), ("", []),
    ])
    func hostsAreServers(_ text: String, urls: [String]) throws {
        #expect(try swagger(text + "\npaths: {}\n").servers.map(\.url) == urls)
    }

    @Test func operationsMayHaveTheirOwnSchemes() throws {
        let document = try swagger(
            "host: a.example.com\npaths: {/a: {get: {schemes: [wss], responses: {}}, put: {responses: {}}}}\n")
        #expect(document.paths[0].operations.map { $0.servers.map(\.url) } == [["wss://a.example.com"], []])
    }

    @Test func bodiesAreOfWhatIsConsumed() throws {
        let document = try swagger(
            """
            consumes: [application/json, application/xml]
            produces: [text/plain]
            parameters:
              Body: {name: it, in: body, required: true, description: d, schema: {$ref: "#/definitions/Pet"}}
            paths:
              /a:
                post: {parameters: [{$ref: "#/parameters/Body"}], responses: {"200": {description: ok, schema: {type: file}}}}
                put:
                  consumes: [text/csv]
                  produces: [application/json, application/pdf]
                  parameters: [{name: it, in: body, schema: {type: string}}]
                  responses:
                    "200":
                      description: ok
                      schema: {type: string}
                      examples: {application/json: {a: 1}}
                      headers: {X-Count: {type: integer, format: int32, description: n}}
                    "204": {description: none}
            definitions:
              Pet: {type: object}
            """)
        let (post, put) = (document.paths[0].operations[0], document.paths[0].operations[1])
        #expect(post.parameters.isEmpty && post.requestBody?.isRequired == true && post.requestBody?.description == "d")
        #expect(post.requestBody?.content.map(\.name) == ["application/json", "application/xml"])
        #expect(post.requestBody?.content.map(\.schema) == [SchemaID(0), SchemaID(0)])
        #expect(post.requestBody?.componentName == "Body")
        #expect(post.responses[0].content.map(\.name) == ["text/plain"])
        let file = document[try #require(post.responses[0].content[0].schema)]
        #expect(file.types == [.string] && file.format == "binary")
        #expect(put.requestBody?.content.map(\.name) == ["text/csv"] && put.requestBody?.isRequired == false)
        #expect(put.responses[0].content.map(\.name) == ["application/json", "application/pdf"])
        #expect(put.responses[0].content.map(\.examples.count) == [1, 0])
        let header = try #require(put.responses[0].headers.first)
        #expect(header.name == "X-Count" && header.description == "n")
        #expect(document[try #require(header.schema)].format == "int32")
        #expect(put.responses[1].content.isEmpty)
    }

    @Test func oneAnswerIsOfWhatEachOperationProduces() throws {
        let document = try swagger(
            """
            paths:
              /a:
                get: {produces: [text/csv], responses: {"200": {$ref: "#/responses/Page"}}}
                put: {responses: {"200": {$ref: "#/responses/Page"}}}
            responses:
              Page: {description: page, schema: {type: string}}
            """)
        let operations = document.paths[0].operations
        #expect(operations.map { $0.responses[0].content.map(\.name) } == [["text/csv"], ["application/json"]])
        #expect(Set(operations.map { $0.responses[0].componentName }) == ["Page"])
        #expect(document.components.responses[0].content.map(\.name) == ["application/json"])
    }

    @Test(arguments: [
        ("", "type: string", "application/x-www-form-urlencoded"), ("", "type: file", "multipart/form-data"),
        ("consumes: [multipart/form-data]", "type: string", "multipart/form-data"),
        ("consumes: [application/json]", "type: string", "application/x-www-form-urlencoded"),
        ("consumes: [application/x-www-form-urlencoded]", "type: file", "multipart/form-data"),
    ])
    func formsAreBodies(_ consumes: String, type: String, mediaType: String) throws {
        let document = try swagger(
            """
            paths:
              /a:
                post:
                  \(consumes)
                  parameters:
                    - {name: one, in: formData, required: true, description: d, \(type)}
                    - {name: many, in: formData, type: array, items: {type: string}, collectionFormat: multi}
                    - {name: limit, in: query, type: integer}
                  responses: {}
            """)
        let operation = document.paths[0].operations[0]
        #expect(operation.parameters.map(\.name) == ["limit"])
        let body = try #require(operation.requestBody)
        #expect(body.isRequired && body.content.map(\.name) == [mediaType])
        let schema = document[try #require(body.content[0].schema)]
        #expect(schema.types == [.object] && schema.properties.map(\.name) == ["one", "many"])
        #expect(schema.required.map(\.name) == ["one"])
        let one = document[schema.properties[0].schema]
        #expect(one.types == [.string] && one.description == "d")
        #expect(one.format == (type == "type: file" ? "binary" : nil))
        #expect(body.content[0].encodings.map(\.property) == ["many"])
        #expect(body.content[0].encodings[0].style == .form && body.content[0].encodings[0].explode == true)
    }

    @Test(
        arguments: [
            ("query", nil, Style.form, false), ("query", "csv", .form, false), ("query", "multi", .form, true),
            ("query", "ssv", .spaceDelimited, false), ("query", "pipes", .pipeDelimited, false),
            ("query", "tsv", .tabDelimited, false),
            ("header", "csv", .simple, false), ("path", "csv", .simple, false),
        ] as [(String, String?, Style, Bool)])
    func listsAreWrittenInAStyle(_ location: String, format: String?, style: Style, explode: Bool) throws {
        let format = format.map { ", collectionFormat: \($0)" } ?? ""
        let document = try swagger(
            """
            paths:
              /a\(location == "path" ? "/{a}" : ""):
                get:
                  parameters: [{name: a, in: \(location), required: true, type: array, items: {type: integer}\(format)}]
                  responses: {}
            """)
        let parameter = document.paths[0].operations[0].parameters[0]
        #expect(parameter.style == style && parameter.explode == explode)
        let schema = document[try #require(parameter.schema)]
        #expect(schema.types == [.array])
        #expect(document[try #require(schema.items)].types == [.integer])
    }

    @Test func parametersHaveSchemas() throws {
        let document = try swagger(
            """
            paths:
              /a:
                get:
                  parameters: [{name: a, in: query, type: string, enum: [x, y], default: x, maxLength: 3, x-nullable: true}]
                  responses: {}
            """)
        let parameter = document.paths[0].operations[0].parameters[0]
        let schema = document[try #require(parameter.schema)]
        #expect(schema.types == [.string, .null] && schema.enumeration?.map(\.text) == ["'x'", "'y'"])
        #expect(schema.defaultValue?.text == "'x'" && schema.bounds.maxLength == "3")
        #expect(schema.pointer == parameter.pointer && parameter.explode)
    }

    @Test func readsSecurityDefinitions() throws {
        let document = try swagger(
            """
            security: [{basic: []}, {code: [read]}]
            securityDefinitions:
              basic: {type: basic}
              key: {type: apiKey, in: header, name: X-Key}
              code: {type: oauth2, flow: accessCode, authorizationUrl: a, tokenUrl: t, scopes: {read: r, x-note: n}}
              application: {type: oauth2, flow: application, tokenUrl: t, scopes: {}}
            paths: {}
            """)
        let schemes = document.components.securitySchemes
        guard case .http("basic", nil) = schemes[0].kind, case .apiKey(.header, "X-Key") = schemes[1].kind,
            case .oauth2(let code, nil) = schemes[2].kind, case .oauth2(let application, nil) = schemes[3].kind
        else {
            Issue.record("\(schemes.map(\.kind))")
            return
        }
        #expect(code.map(\.kind) == [.authorizationCode] && code[0].scopes.map(\.name) == ["read"])
        #expect(code[0].authorizationURL == "a" && code[0].tokenURL == "t")
        #expect(application.map(\.kind) == [.clientCredentials])
        #expect(document.security?.map { $0.schemes.map(\.name) } == [["basic"], ["code"]])
    }

    @Test func readsDiscriminators() throws {
        let document = try swagger(
            "paths: {}\ndefinitions: {Pet: {type: object, discriminator: kind, properties: {kind: {type: string}}}}\n")
        #expect(document.schemas[0].discriminator?.property == "kind")
        #expect(document.schemas[0].pointer == "#/definitions/Pet" && document.schemas[0].componentName == "Pet")
    }
}
