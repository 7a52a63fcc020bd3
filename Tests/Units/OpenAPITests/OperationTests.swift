import OpenAPI
import Testing

private func document(_ text: String, version: String = "3.1.0") throws -> Document {
    let reading = read("openapi: \(version)\ninfo: {title: Operations, version: \"1\"}\n" + text)
    #expect(reading.lines == [])
    return try #require(reading.document)
}

private func parameters(_ list: String, version: String = "3.1.0", path: String = "/a") throws -> [Parameter] {
    try document("paths:\n  \(path):\n    get:\n      responses: {}\n      parameters: \(list)\n", version: version)
        .paths[0].operations[0].parameters
}

@Suite struct OperationTests {
    @Test func readsEveryMethod() throws {
        let document = try document(
            """
            paths:
              /a:
                get: {}
                put: {}
                post: {}
                delete: {}
                options: {}
                head: {}
                patch: {}
                trace: {}
                query: {}
                additionalOperations: {COPY: {}, m-search: {}}
            """, version: "3.2.0")
        #expect(
            document.paths[0].operations.map(\.method)
                == [
                    "GET", "PUT", "POST", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "QUERY", "COPY", "m-search",
                ])
        #expect(document.paths[0].operations.last?.pointer == "#/paths/~1a/additionalOperations/m-search")
    }

    @Test func readsWhatAnOperationSays() throws {
        let document = try document(
            """
            security: [{}]
            components:
              securitySchemes: {key: {type: apiKey, in: query, name: k}, two: {type: http, scheme: Basic}}
            paths:
              /a:
                summary: path
                description: long
                servers: [{url: https://path.example.com}]
                get: {operationId: first, tags: [b, a], summary: s, description: d, deprecated: true, externalDocs: {url: u}}
                put: {security: []}
                post:
                  security: [{key: [], two: [read, write]}, {}]
                  servers: [{url: https://operation.example.com}]
            """)
        let item = document.paths[0]
        #expect(item.summary == "path" && item.description == "long" && item.servers.map(\.url).count == 1)
        #expect(document.security?.map(\.schemes.count) == [0])
        let first = item.operations[0]
        #expect(first.operationID == "first" && first.tags.map(\.name) == ["b", "a"])
        #expect(first.summary == "s" && first.description == "d" && first.isDeprecated)
        #expect(first.externalDocumentation?.url == "u" && first.security == nil && first.servers.isEmpty)
        #expect(item.operations[1].security?.isEmpty == true)
        let alternatives = try #require(item.operations[2].security)
        #expect(alternatives.map { $0.schemes.map(\.name) } == [["key", "two"], []])
        #expect(alternatives[0].schemes[1].scopes == ["read", "write"])
        #expect(item.operations[2].servers.map(\.url) == ["https://operation.example.com"])
    }

    @Test func operationsTakeTheParametersOfThePath() throws {
        let document = try document(
            """
            paths:
              /a/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: limit, in: query, schema: {type: string}}
                get:
                  parameters:
                    - {name: own, in: query, schema: {type: string}}
                    - {name: limit, in: query, schema: {type: integer}}
                    - {name: limit, in: header, schema: {type: integer}}
                put: {}
            """)
        let operations = document.paths[0].operations
        #expect(operations[0].parameters.map(\.name) == ["id", "limit", "own", "limit"])
        #expect(operations[0].parameters.map(\.location) == [.path, .query, .query, .header])
        #expect(document[try #require(operations[0].parameters[1].schema)].types == [.integer])
        #expect(operations[1].parameters.map(\.name) == ["id", "limit"])
        #expect(document[try #require(operations[1].parameters[1].schema)].types == [.string])
    }

    @Test(arguments: [
        ("path", Style.simple, false), ("query", .form, true), ("header", .simple, false), ("cookie", .form, true),
    ])
    func stylesHaveDefaults(_ location: String, style: Style, explode: Bool) throws {
        let found = try parameters(
            "[{name: a, in: \(location), required: true, schema: {type: string}}]",
            path: location == "path" ? "/{a}" : "/a")
        #expect(found.map(\.style) == [style] && found.map(\.explode) == [explode])
        #expect(found.map(\.allowReserved) == [false])
    }

    @Test(arguments: [
        ("path", Style.matrix, false), ("path", .label, false), ("query", .spaceDelimited, false),
        ("query", .pipeDelimited, false), ("query", .deepObject, false), ("cookie", .cookie, true),
    ])
    func stylesAreTaken(_ location: String, style: Style, explode: Bool) throws {
        let list = "[{name: a, in: \(location), required: true, style: \(style.rawValue), schema: {type: string}}]"
        let found = try parameters(list, version: "3.2.0", path: location == "path" ? "/{a}" : "/a")
        #expect(found.map(\.style) == [style] && found.map(\.explode) == [explode])
    }

    @Test func readsWhatAParameterSays() throws {
        let found = try parameters(
            """
            [{name: a, in: query, description: d, deprecated: true, allowEmptyValue: true, allowReserved: true, explode: false,
              schema: {type: string}, examples: {one: {value: 1}}, example: 2},
             {name: b, in: cookie, content: {application/json: {schema: {type: object}}}},
             {name: whole, in: querystring, content: {text/plain: {schema: {type: string}}}}]
            """.replacing("\n", with: " "), version: "3.2.0")
        #expect(found[0].description == "d" && found[0].isDeprecated && found[0].allowsEmptyValue)
        #expect(found[0].allowReserved && !found[0].explode && !found[0].isRequired)
        #expect(found[0].examples.map { $0.value?.text } == ["2", "1"])
        #expect(found[0].examples.map(\.name) == ["", "one"])
        #expect(found[1].schema == nil && found[1].content?.name == "application/json")
        #expect(found[2].location == .querystring && found[2].content?.name == "text/plain")
    }

    @Test func readsBodiesAndAnswers() throws {
        let document = try document(
            """
            paths:
              /a:
                post:
                  requestBody:
                    description: body
                    required: true
                    content:
                      application/json; charset=utf-8: {schema: {type: object}, example: {a: 1}}
                      multipart/form-data:
                        schema: {type: object}
                        encoding:
                          file: {contentType: "image/png, image/jpeg", headers: {X-Size: {schema: {type: integer}}}}
                          list: {style: form, explode: false, allowReserved: true}
                  responses:
                    default: {description: other}
                    "201":
                      description: made
                      headers:
                        x-rate: {required: true, description: r, schema: {type: integer}}
                        Content-Type: {schema: {type: string}}
                      links:
                        next: {operationRef: "#/paths/~1a/post", parameters: {id: $response.body#/id}, requestBody: 1}
                    4XX: {description: bad}
            """)
        let operation = document.paths[0].operations[0]
        let body = try #require(operation.requestBody)
        #expect(body.isRequired && body.description == "body")
        #expect(body.content.map(\.name) == ["application/json; charset=utf-8", "multipart/form-data"])
        #expect(body.content[0].examples.map { $0.value?.text } == ["{a:1}"])
        let encodings = body.content[1].encodings
        #expect(encodings.map(\.property) == ["file", "list"])
        #expect(encodings[0].contentType == "image/png, image/jpeg" && encodings[0].style == nil)
        #expect(encodings[0].headers.map(\.name) == ["X-Size"])
        #expect(encodings[1].style == .form && encodings[1].explode == false && encodings[1].allowReserved == true)
        #expect(operation.responses.map(\.status) == [.default, .code(201), .range(4)])
        let made = operation.responses[1]
        #expect(made.headers.map(\.name) == ["x-rate"] && made.headers[0].isRequired)
        #expect(made.links[0].operationReference == "#/paths/~1a/post")
        #expect(made.links[0].parameters.map(\.value.text) == ["'$response.body#/id'"])
        #expect(made.links[0].requestBody?.text == "1")
    }

    @Test func readsSequences() throws {
        let document = try document(
            """
            paths:
              /a:
                get:
                  responses:
                    "200":
                      summary: stream
                      description: events
                      content:
                        text/event-stream: {description: all, itemSchema: {type: object}}
                        multipart/mixed:
                          prefixEncoding: [{contentType: text/plain}]
                          itemEncoding: {contentType: image/png, encoding: {a: {}}}
            """, version: "3.2.0")
        let response = document.paths[0].operations[0].responses[0]
        #expect(response.summary == "stream")
        #expect(response.content[0].itemSchema != nil && response.content[0].schema == nil)
        #expect(response.content[1].prefixEncodings.map(\.contentType) == ["text/plain"])
        #expect(response.content[1].itemEncoding?.encodings.map(\.property) == ["a"])
    }

    @Test func readsCallbacksAndWebhooks() throws {
        let document = try document(
            """
            paths:
              /a:
                post:
                  callbacks:
                    changed:
                      "{$request.body#/url}": {post: {operationId: changed}}
                      x-note: 1
            webhooks:
              made: {post: {operationId: made}}
            """)
        let callback = document.paths[0].operations[0].callbacks[0]
        #expect(callback.name == "changed" && callback.items.map(\.template) == ["{$request.body#/url}"])
        #expect(callback.items[0].operations.map(\.operationID) == ["changed"])
        #expect(document.webhooks.map(\.name) == ["made"])
        #expect(document.webhooks[0].item.operations.map(\.operationID) == ["made"])
    }

    @Test func readsSecuritySchemes() throws {
        let document = try document(
            """
            components:
              securitySchemes:
                key: {type: apiKey, in: cookie, name: session, description: d}
                bearer: {type: http, scheme: Bearer, bearerFormat: JWT <x>}
                mutual: {type: mutualTLS, deprecated: true}
                open: {type: openIdConnect, openIdConnectUrl: https://example.com/.well-known}
                oauth:
                  type: oauth2
                  oauth2MetadataUrl: m
                  flows:
                    implicit: {authorizationUrl: a, scopes: {read: r, write: }}
                    password: {tokenUrl: t, refreshUrl: r, scopes: {}}
                    clientCredentials: {tokenUrl: t, scopes: {}}
                    authorizationCode: {authorizationUrl: a, tokenUrl: t, scopes: {}}
                    deviceAuthorization: {deviceAuthorizationUrl: d, tokenUrl: t, scopes: {}}
            """, version: "3.2.0")
        let schemes = document.components.securitySchemes
        #expect(schemes.map(\.name) == ["key", "bearer", "mutual", "open", "oauth"])
        guard case .apiKey(.cookie, "session") = schemes[0].kind, case .http("bearer", "JWT <x>") = schemes[1].kind,
            case .mutualTLS = schemes[2].kind, case .openIDConnect("https://example.com/.well-known") = schemes[3].kind,
            case .oauth2(let flows, "m") = schemes[4].kind
        else {
            Issue.record("\(schemes.map(\.kind))")
            return
        }
        #expect(schemes[2].isDeprecated && schemes[0].description == "d")
        #expect(flows.map(\.kind) == OAuthFlow.Kind.allCases)
        #expect(flows[0].scopes.map(\.name) == ["read", "write"] && flows[1].refreshURL == "r")
        #expect(flows[4].deviceAuthorizationURL == "d")
    }
}
