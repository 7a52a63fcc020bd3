import ClientModel
import Diagnostics
import Testing

@testable import Lowering

/// What depends on the direction a type travels in, and on the part of a document that is wanted.
@Suite struct UsageTests {
    private let document = """
        openapi: 3.1.0
        info: {title: Test, version: '1'}
        security: [{key: []}]
        paths:
          /pets:
            post:
              operationId: createPet
              tags: [pets]
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
            get:
              operationId: listPets
              tags: [pets]
              parameters: [{name: sort, in: query, schema: {$ref: '#/components/schemas/Sort'}}]
              security: [{token: []}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Page'}}}}}
          /owners:
            get:
              operationId: listOwners
              tags: [owners]
              responses: {'200': {description: d, content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Owner'}}}}}}
        webhooks:
          pets: {post: {requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Event'}}}}}}
        components:
          securitySchemes:
            key: {type: apiKey, in: header, name: X-Key}
            token: {type: http, scheme: bearer}
          schemas:
            Pet:
              type: object
              required: [id, name, secret, seen]
              properties:
                id: {type: string, readOnly: true}
                name: {type: string}
                secret: {type: string, writeOnly: true}
                seen: {type: [string, 'null'], readOnly: true}
                tag: {type: [string, 'null']}
                born: {type: [string, 'null'], readOnly: true}
                owner: {$ref: '#/components/schemas/Owner'}
            Owner: {type: object, properties: {name: {type: [string, 'null']}}}
            Page: {type: object, required: [at], properties: {at: {type: string, readOnly: true}, next: {type: [string, 'null']}, pets: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
            Sort: {type: string, enum: [a]}
            Event: {type: object, properties: {at: {type: [string, 'null']}}}
            Unused: {type: object, properties: {at: {type: [string, 'null']}}}
        """

    @Test func nullAbsentAndAValueWhereARequestNeedsIt() throws {
        let result = try lowered(document)
        #expect(
            try result.properties("Pet") == [
                "name: string", "id: string?", "secret: string?", "seen: string?", "tag: string|null?", "born: string?",
                "owner: Owner?",
            ])
        #expect(try result.properties("Owner") == ["name: string|null?"])
        #expect(try result.properties("Page") == ["at: string", "next: string?", "pets: [Pet]?"])
        #expect(try result.properties("Event") == ["at: string?"])
        #expect(try result.properties("Unused") == ["at: string?"])
    }

    @Test func membersThatCanBeNullAreListed() throws {
        let result = try lowered(document)
        func listed(_ name: String) throws -> [String] { try result.structure(name).nullableProperties.map(\.wireName) }
        #expect(try listed("Pet") == ["tag"])
        #expect(try result.structure("Pet").explicitNulls == .explicitNulls)
        #expect(try listed("Page").isEmpty)
        #expect(try result.structure("Page").explicitNulls == nil)
    }

    /// A JSON value that is absent is `nil`; `null` is a value.
    @Test func valuesOfAnyTypeAreNotListed() throws {
        let result = try loweredSent(
            """
            Anything: {}
            Sent: {type: object, properties: {any: {}, other: {$ref: '#/components/schemas/Anything'}}}
            """)
        #expect(try result.structure("Sent").explicitNulls == nil)
    }

    @Test func usage() throws {
        let result = try lowered(document)
        func usage(_ name: String) throws -> TypeDeclaration.Usage { try result.type(name).usage }
        #expect(try usage("Pet") == [.request, .response])
        #expect(try usage("Owner") == [.request, .response])
        #expect(try usage("Page") == .response)
        #expect(try usage("Sort") == .request)
        #expect(try usage("Event") == .response)
        #expect(try usage("Unused") == [])
    }
}
