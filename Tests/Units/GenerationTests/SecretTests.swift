import Foundation
import TestSupport
import Testing

@testable import Generation

/// Secrets of a document stay out of descriptions and of what observers see.
@Suite struct SecretTests {
    private static let document = """
        openapi: 3.1.0
        info: {title: Vault, version: '1'}
        servers: [{url: 'https://example.com'}]
        paths:
          /login:
            post:
              operationId: login
              parameters:
                - {name: pin, in: query, schema: {$ref: '#/components/schemas/Password'}}
                - {name: X-Pass, in: header, schema: {type: string, format: password}}
                - {name: page, in: query, schema: {type: integer}}
              requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Login'}}}}
              responses: {'204': {description: Done.}}
        components:
          schemas:
            Password: {type: string, format: password}
            Login:
              type: object
              properties:
                user: {type: string}
                named: {$ref: '#/components/schemas/Password'}
                listed: {type: array, items: {type: string, format: password}}
                mapped: {type: object, additionalProperties: {$ref: '#/components/schemas/Password'}}
                either: {oneOf: [{type: string, format: password}, {type: integer}]}
                hidden: {type: object, writeOnly: true, properties: {a: {type: string}}}
                nested: {type: object, properties: {pass: {type: string, format: password}}}
                again: {$ref: '#/components/schemas/Login'}
                refresh_token: {type: string}
                page_token: {type: string}
        """

    private static let output = Sample.output(["pets.yaml": document])

    @Test func parametersOfSecretsAreNamedToTheRuntime() throws {
        #expect(try Self.text("Sources/Pets/LoginAPI.swift").contains(#"request.secrets = ["pin", "X-Pass"]"#))
    }

    @Test(arguments: ["named", "listed", "mapped", "either", "hidden", "refresh_token"])
    func secretMembersAreRedacted(_ member: String) throws {
        #expect(try Self.isRedacted(member))
    }

    @Test(arguments: ["user", "nested", "again", "page_token"]) func otherMembersAreShown(_ member: String) throws {
        #expect(try !Self.isRedacted(member))
    }

    private static func isRedacted(_ member: String) throws -> Bool {
        let name = member.split(separator: "_").enumerated().map { $0 == 0 ? String($1) : $1.capitalized }.joined()
        let lines = try text("Sources/Pets/Types/Login.swift").split(separator: "\n")
        let line = try #require(lines.first { $0.contains("\"\(name)\": ") })
        return line.contains("REDACTED")
    }

    private static func text(_ path: String) throws -> String {
        String(decoding: try #require(output.files.first { $0.path == path }).bytes, as: UTF8.self)
    }
}
