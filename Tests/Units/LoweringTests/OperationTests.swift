@_spi(Naming) import ClientModel
import Diagnostics
import Testing

@testable import Lowering

@Suite struct OperationTests {
    private let pet = "content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}"

    @Test func bodiesToChooseFrom() throws {
        let (result, operation, _) = try loweredOperation(
            """
            operationId: upload
            requestBody:
              required: true
              content:
                application/json: {schema: {type: object, properties: {url: {type: string}}}}
                multipart/form-data: {schema: {type: object, properties: {file: {type: string, format: binary}}}}
                application/octet-stream: {}
                application/x-www-form-urlencoded: {schema: {$ref: '#/components/schemas/Pet'}}
            responses: {'204': {description: d}}
            """)
        let body = try #require(operation.body)
        #expect(body.isRequired)
        #expect(body.choice?.typeName.text == "UploadContent")
        #expect(body.choice?.caseNames.map(\.text) == ["json", "multipart", "data", "form"])
        #expect(
            body.contents.map { result.api.describe($0.type) } == [
                "PetsAPI.UploadBody", "PetsAPI.UploadMultipartBody", "binary", "Pet",
            ])
        #expect(body.contents.map(\.mediaType.kind) == [.json, .multipart, .binary, .form])
        #expect(try result.properties("PetsAPI.UploadMultipartBody") == ["file: binary?"])
    }

    @Test func aFragmentOnlyNames() throws {
        let parameter = "parameters: [{name: id, in: path, required: true, schema: {type: string}}]"
        let result = try lowered(
            """
            openapi: 3.0.3
            info: {title: T, version: '1'}
            paths:
              /files/{id}:
                put: {\(parameter), responses: {'204': {description: d}}}
              '/files/{id}#rename':
                put: {\(parameter), responses: {'204': {description: d}}}
            """)
        let operations = result.api.groups[0].operations
        #expect(operations.map(\.name.text) == ["replace", "putFilesByIDRename"])
        #expect(
            operations.map(\.path.parts) == [
                [.text("/files/"), .parameter("id")], [.text("/files/"), .parameter("id")],
            ])
        #expect(operations.map(\.path.text) == ["/files/{id}", "/files/{id}#rename"])
        #expect(result.findings == [])
    }

    @Test func arguments() throws {
        let (result, operation, text) = try loweredOperation(
            """
            operationId: find
            parameters:
              - {name: limit, in: query, schema: {type: integer, default: 20, maximum: 100}}
              - {name: X-Trace, in: header, required: true, schema: {type: string}}
              - {name: Accept, in: header, schema: {type: string}}
              - {name: content-type, in: header, schema: {type: string}}
              - {name: id, in: query, schema: {type: string}}
              - {name: owner_id, in: path, required: true, schema: {type: string}}
              - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
              - {name: session, in: cookie, schema: {type: string}}
              - {name: sort, in: query, required: true, schema: {type: string, enum: [a, b]}}
            responses: {'204': {description: d}}
            """, path: "/owners/{owner_id}/pets/{id}")
        #expect(
            text
                == "pets.find(ownerID: string, id: int64, sort: PetsAPI.FindSort, xTrace: string, limit: integer?, "
                + "queryID: string?, session: string?) throws(Never) -> Void")
        #expect(result.findings == ["remark ignored-header", "remark ignored-header"])
        let limit = try #require(operation.parameters.first { $0.wireName == "limit" })
        #expect(limit.defaultValue == "20")
        #expect(limit.documentation.facts == ["At most 100.", "Default: `20`."])
        #expect(limit.encoding == .style(.form, explode: true, allowReserved: false))
        #expect(
            operation.path.parts == [
                .text("/owners/"), .parameter("owner_id"), .text("/pets/"), .parameter("id"),
            ])
    }

    @Test func aParameterCalledBody() throws {
        let (_, operation, _) = try loweredOperation(
            """
            parameters: [{name: body, in: query, schema: {type: string}}]
            requestBody: {\(pet)}
            responses: {'204': {description: d}}
            """)
        #expect(operation.parameters.map(\.name.text) == ["queryBody"])
        #expect(operation.body?.name.text == "body")
    }

    @Test(
        arguments: [
            ("/pets", nil, "pets", "create"), ("/pets/{id}", nil, "x", "updatePet"),
            ("/", nil, "x", "post"), ("/a.b/{c}:run", nil, "x", "run"),
            ("/pets", "pets_list", "pets", "list"), ("/pets", "petsList", "Pets", "list"),
            ("/pets", "pets.list", "pets", "list"), ("/pets", "listPets", "pets", "list"),
            ("/pets", "pets", "pets", "create"), ("/pets", "ephemeral-token_create", "ephemeral-token", "create"),
            ("/pets", "Users_Pets_get", "users/pets", "get"), ("/pets", "pets_2", "pets", "pets2"),
        ] as [(String, String?, String, String)])
    func methodNames(path: String, id: String?, tag: String, name: String) throws {
        let idLine = id.map { "operationId: \($0)\n" } ?? ""
        let (_, operation, _) = try loweredOperation(
            idLine + "tags: ['\(tag)']\nresponses: {'204': {description: d}}", path: path)
        #expect(operation.name.text == name)
        #expect(operation.id == id ?? "POST \(path)")
    }

    /// Operations of two tags may share an `operationId`: their methods keep its name, and nothing is said.
    @Test func repeatedOperationIDsAreReportedWhereANameDiffers() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /pets: {get: {operationId: list, tags: [pets], responses: {}}}
              /stores: {get: {operationId: list, tags: [stores], responses: {}}}
              /cages: {get: {operationId: list, tags: [pets], responses: {}}}
            """)
        #expect(result.api.groups.map { $0.operations.map(\.name.text) } == [["list", "getCages"], ["list"]])
        #expect(
            result.problems.diagnostics.map(\.message) == [
                "the operationId 'list' is already used; the method is named 'getCages'"
            ])
        #expect(result.text(at: result.problems.diagnostics.first?.place) == "list")
    }

    @Test func sharedPartsOfTheDocument() throws {
        let (result, operation, _) = try loweredOperation(
            """
            operationId: list
            parameters: [{$ref: '#/components/parameters/Sort'}]
            requestBody: {$ref: '#/components/requestBodies/Query'}
            responses:
              '200': {$ref: '#/components/responses/Page'}
            """,
            components: """
                  parameters:
                    Sort: {name: sort, in: query, schema: {type: string, enum: [asc, desc]}}
                  requestBodies:
                    Query: {content: {application/json: {schema: {type: object, properties: {q: {type: string}}}}}}
                  responses:
                    Page:
                      description: d
                      headers: {X-Kind: {schema: {type: string, enum: [a]}}}
                      content: {application/json: {schema: {type: object, properties: {items: {type: array, items: {type: object, properties: {a: {type: string}}}}}}}}
                """)
        #expect(
            result.typeNames.sorted() == [
                "Fault", "PageResponse", "PageResponse.Item", "PageXKindHeader", "Pet", "Problem", "QueryBody",
                "SortParameter",
            ])
        #expect(operation.responses[0].headers.map(\.wireName) == ["X-Kind"])
    }

    @Test func inlineTypesOfAnOperation() throws {
        let (result, _, text) = try loweredOperation(
            """
            operationId: create
            tags: [pets]
            parameters: [{name: mode, in: query, schema: {type: string, enum: [x]}}]
            requestBody: {content: {application/json: {schema: {type: array, items: {type: object, properties: {a: {type: string}}}}}}}
            responses:
              '200': {description: d, content: {application/json: {schema: {type: object, properties: {b: {type: object, properties: {c: {type: string}}}}}}}}
              '201': {description: d, content: {application/json: {schema: {type: object, properties: {d: {type: string}}}}}}
              '404': {description: d, content: {application/json: {schema: {type: object, properties: {e: {type: string}}}}}}
            """)
        #expect(
            text
                == "pets.create(_: [PetsAPI.CreateBodyItem]?, mode: PetsAPI.CreateMode?) throws(PetsAPI.CreateNotFoundResponse)"
                + " -> CreateOutput(ok: PetsAPI.CreateResponse, created: PetsAPI.CreateCreatedResponse)")
        #expect(result.typeNames.contains("PetsAPI.CreateResponse.B"))
    }

    @Test func security() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            security: [{key: []}]
            paths:
              /a: {get: {operationId: a, responses: {'204': {description: d}}}}
              /b: {get: {operationId: b, security: [], responses: {'204': {description: d}}}}
              /c: {get: {operationId: c, security: [{}, {key: [], token: [read]}], responses: {'204': {description: d}}}}
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
                token: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://example.com/t', scopes: {read: Read.}}}}
            """,
            .init(
                name: Identifier(sanitizing: "PetStore"),
                schemes: [.init(wireName: "key", prefix: "Key", environmentVariable: "MY_KEY")]))
        func names(_ id: String) throws -> [[String]] {
            try result.operation(id).security.map { $0.schemes.map(\.wireName) }
        }
        #expect(try names("a") == [["key"]])
        #expect(try names("b") == [])
        #expect(try names("c") == [[], ["key", "token"]])
        #expect(result.api.securitySchemes.map(\.environmentVariable) == ["MY_KEY", "PET_STORE_TOKEN"])
        #expect(result.api.securitySchemes.map(\.prefix) == ["Key", nil])
    }

    /// The argument does not promise a prefix that nothing sends, and the finding offers one.
    @Test(
        arguments: [
            ("bearerToken", nil, "authorization", 1), ("api_key", nil, "apiKey", 1),
            ("bearerToken", "Bearer", "bearerToken", 0),
        ])
    func keysInAuthorization(scheme: String, prefix: String?, argument: String, findings: Int) throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            security: [{\(scheme): []}]
            paths: {/a: {get: {operationId: a, responses: {'204': {description: d}}}}}
            components: {securitySchemes: {\(scheme): {type: apiKey, in: header, name: Authorization}}}
            """,
            .init(
                name: Identifier(sanitizing: "PetStore"),
                schemes: prefix.map { [.init(wireName: scheme, prefix: $0)] } ?? []))
        #expect(result.api.securitySchemes.map(\.name.text) == [argument])
        let hints = result.problems.diagnostics.filter { $0.kind == "plain-authorization" }.map(\.hint)
        #expect(hints.count == findings)
        #expect(hints.allSatisfy { $0?.contains("{ \(scheme): { prefix: Bearer } }") == true })
    }

    @Test func unknownSchemesAreRefused() throws {
        let place = Place(file: 7, start: 1, end: 2)
        let result = try lowered(
            schemas: "A: {type: string}",
            .init(name: Identifier(sanitizing: "S"), schemes: [.init(wireName: "nope", place: place)]))
        #expect(result.findings == ["error unknown-scheme"])
        #expect(result.problems.diagnostics[0].place == place)
    }

    @Test func servers() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            servers:
              - {url: 'https://api.example.com/'}
              - {url: 'https://sandbox.example.com/v1/'}
              - {url: 'https://eu.example.com', description: 'EU'}
              - {url: 'https://other.example.com', description: 'A description that is much too long to be a name of anything'}
              - {url: 'https://{region}.example.com', description: Regional, variables: {region: {default: eu, enum: [eu, us]}}}
              - {url: '/v2'}
              - {url: 'https://third.example.com'}
            paths: {}
            """)
        #expect(
            result.api.servers.map(\.name.text) == [
                "production", "sandbox", "eu", "otherExampleCom", "regional", "v2", "thirdExampleCom",
            ])
        #expect(result.api.servers[0].url == "https://api.example.com")
        #expect(result.api.servers[1].url == "https://sandbox.example.com/v1")
        #expect(result.api.servers[4].variables.map(\.name.text) == ["region"])
        #expect(result.api.servers[4].variables.map(\.allowed) == [["eu", "us"]])
    }

    @Test func webhooksAndCallbacks() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            webhooks:
              newPet: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}}}
            paths:
              /subscribe:
                post:
                  operationId: subscribe
                  responses: {'204': {description: d}}
                  callbacks:
                    onEvent: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}, responses: {'204': {description: d}}}}}
            """)
        #expect(result.typeNames == ["NewPetWebhook", "SubscribeAPI.SubscribeOnEventCallback"])
        #expect(result.api.webhooks.map(\.method) == ["POST", "POST"])
        #expect(result.api.webhooks.allSatisfy { $0.payload != nil })
    }

    @Test func links() throws {
        let (_, operation, _) = try loweredOperation(
            """
            operationId: create
            responses:
              '201': {description: d, links: {get: {operationId: getPet, parameters: {id: '$response.body#/id'}}}}
            """)
        #expect(
            operation.documentation.facts == [
                "Link `get` of 201: calls `getPet` with `id` = `\"$response.body#/id\"`."
            ])
    }
}
