import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// What surrounds operations: their servers, the headers of their answers, what the service sends of itself.
@Suite struct SurroundingsTests {
    @Test func serversOfPathsAndOperations() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            servers: [{url: 'https://api.example.com'}, {url: '//cdn.example.com', description: CDN}]
            paths:
              /a:
                servers: [{url: 'https://uploads.example.com'}]
                get: {operationId: a, responses: {'204': {description: d}}}
                post:
                  operationId: b
                  parameters: [{name: server, in: query, schema: {type: string}}]
                  servers: [{url: 'https://{tenant}.example.com', variables: {tenant: {default: acme}}}, {url: 'https://api.example.com'}]
                  responses: {'204': {description: d}}
              /c:
                get: {operationId: c, servers: [{url: 'https://uploads.example.com/'}, {url: /v2}], responses: {'204': {description: d}}}
                put: {operationId: d, responses: {'204': {description: d}}}
            """)
        #expect(result.api.servers.map(\.name.text) == ["production", "cdn"])
        #expect(result.api.servers[1].url == "https://cdn.example.com")
        func servers(_ id: String) throws -> [String] { try result.operation(id).servers.map(\.name.text) }
        #expect(try servers("a") == ["uploadsExampleCom"])
        #expect(try servers("b") == ["tenantExampleCom", "production"])
        #expect(try servers("c") == ["uploadsExampleCom", "v2"])
        #expect(try result.operation("c").servers.map(\.isRelative) == [false, true])
        #expect(try result.operation("a").serverArgument?.text == "server")
        #expect(try result.operation("b").serverArgument?.text == "server")
        #expect(try result.operation("b").parameters.map(\.name.text) == ["queryServer"])
        #expect(try result.operation("d").serverArgument == nil)
    }

    @Test func headersOfAllAnswers() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /a:
                get:
                  operationId: a
                  tags: [pets]
                  responses:
                    '200': {description: d, headers: {X-Limit: {schema: {type: integer}}, Content-Type: {schema: {type: string}}}}
                    '429': {description: d, headers: {x-limit: {description: Left., schema: {type: integer}}, Retry-After: {schema: {type: integer}}}}
              /b:
                get:
                  operationId: b
                  tags: [owners]
                  responses: {'200': {description: d, headers: {X-Limit: {schema: {type: string}}, X-JSON: {content: {application/json: {schema: {type: array, items: {type: string}}}}}}}}
            """)
        #expect(
            result.api.headers.map { "\($0.name): \(result.api.describe($0.type))" } == [
                "xLimit: integer", "retryAfter: integer", "ownersXLimit: string", "xJSON: [string]",
            ])
        #expect(result.api.headers[0].documentation.description == "Left.")
        #expect(result.api.headers[3].encoding == .json)
        #expect(try result.operation("b").responses[0].headers.map(\.name.text) == ["ownersXLimit", "xJSON"])
    }

    @Test func everythingOfWebhooksAndCallbacks() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            webhooks:
              newPet:
                post:
                  parameters: [{name: X-Kind, in: header, schema: {type: string, enum: [a, b]}}]
                  requestBody: {content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}, application/x-www-form-urlencoded: {schema: {type: object, properties: {b: {type: string}}}}}}
                  responses: {'200': {description: d, content: {application/json: {schema: {type: object, properties: {ok: {type: boolean}}}}}}}
            paths:
              /subscribe:
                post:
                  operationId: subscribe
                  responses: {'204': {description: d}}
                  callbacks:
                    onEvent: {'{$request.body#/url}': {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}, responses: {'204': {description: d}}}}}
            """)
        #expect(
            Set(result.typeNames) == [
                "NewPetWebhook", "NewPetWebhookForm", "NewPetWebhookResponse", "NewPetWebhookXKind",
                "SubscribeAPI.SubscribeOnEventCallback",
            ])
        let usages = try result.typeNames.map { "\($0) \(try result.type($0).usage.rawValue)" }
        #expect(usages.contains("NewPetWebhook 2") && usages.contains("NewPetWebhookResponse 1"))
        #expect(try result.type("NewPetWebhook").documentation.summary == "The body of the webhook `newPet`.")
        let callback = try #require(result.api.webhooks.last)
        #expect(callback.operation == "subscribe")
        #expect(callback.expression == "{$request.body#/url}")
        #expect(callback.wireName == "onEvent")
        #expect(
            try result.operation("subscribe").documentation.facts == [
                "Callback `onEvent`: the service sends `POST {$request.body#/url}`."
            ])
    }
}
