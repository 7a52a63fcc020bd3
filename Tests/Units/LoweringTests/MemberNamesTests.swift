import ClientModel
import Testing

@testable import Lowering

/// Names of what the document has no word for, beside those it has.
@Suite struct MemberNamesTests {
    @Test func boxesStandBesideWhatTheDocumentHas() throws {
        let result = try lowered(
            schemas: """
                Tree: {type: object, properties: {parent: {$ref: "#/components/schemas/Tree"}, _parent: {type: string}}}
                Plain: {type: object, properties: {next: {$ref: "#/components/schemas/Plain"}}}
                Crowded: {type: object, properties: {a: {$ref: "#/components/schemas/Crowded"}, _a: {}, _aBox: {}}}
                """)
        #expect(try result.structure("Tree").properties.map(\.storage?.text) == ["_parentBox", nil])
        #expect(try result.structure("Tree").properties.map(\.name.text) == ["parent", "_parent"])
        #expect(try result.structure("Plain").properties.map(\.storage?.text) == ["_next"])
        let crowded = try result.structure("Crowded")
        let names = crowded.properties.map(\.name.text) + crowded.properties.compactMap(\.storage?.text)
        #expect(Set(names).count == 4)
    }

    @Test func furtherMembersKeepTheirName() throws {
        let result = try lowered(
            schemas: """
                Open:
                  type: object
                  properties: {additionalProperties: {type: string}}
                  additionalProperties: {type: integer}
                """)
        let structure = try result.structure("Open")
        #expect(structure.additionalName == .additionalProperties)
        #expect(structure.properties.map(\.name.text) == ["additionalPropertiesValue"])
    }

    @Test func explicitNullsKeepTheirName() throws {
        let result = try loweredSent(
            """
            Sent: {type: object, properties: {explicitNulls: {type: [string, 'null']}, ExplicitNulls: {$ref: '#/components/schemas/ExplicitNulls'}}}
            ExplicitNulls: {type: object, properties: {a: {type: string}}}
            """)
        let structure = try result.structure("Sent")
        #expect(structure.explicitNulls == .explicitNulls)
        #expect(!structure.properties.map(\.name).contains(.explicitNulls))
        #expect(result.api.types.allSatisfy { $0.name.text != "ExplicitNulls" })
    }

    @Test func fieldsOfEndpointsStandBesideItsRequest() throws {
        let names = ["answer", "answerValue", "request", "requestValue", "connection", "self"]
        let (_, operation, _) = try loweredOperation(
            """
            parameters:
            \(names.map { "  - {name: \($0), in: query, schema: {type: string}}" }.joined(separator: "\n"))
            responses: {'204': {description: d}}
            """)
        #expect(
            operation.parameters.map(\.name.text)
                == ["answer", "answerValue", "request", "requestValue", "connectionValue", "selfValue"])
        #expect(
            operation.parameters.map(\.fieldName.text)
                == ["answer", "answerValue", "requestArgument", "requestValue", "connectionValue", "selfValue"])
    }

    @Test func whatIsSpelledAsItsNameKeepsIt() throws {
        let result = try lowered(
            schemas: """
                Thing: {type: object, properties: {foo-bar: {}, foo_bar: {}, fooBar: {}}}
                Values: {type: string, enum: [foo-bar, foo_bar, fooBar]}
                """)
        for names in [
            try result.structure("Thing").properties.map(\.name.text),
            try result.enumeration("Values").cases.map(\.name.text),
        ] {
            #expect(names[0] == "fooDashBar")
            #expect(names.suffix(2) == ["foo_bar", "fooBar"])
        }
    }

    private func groups(_ tags: [String]) throws -> [OperationGroup] {
        let paths = tags.enumerated().map { index, tag in
            "  /p\(index): {get: {operationId: get\(index), tags: [\(tag)], responses: {'204': {description: d}}}}"
        }
        return try lowered(
            "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths:\n" + paths.joined(separator: "\n")
        ).api.groups
    }

    @Test func tagsThatDifferInCaseHaveNoHash() throws {
        let groups = try groups(["Users", "users"])
        #expect(groups.map(\.name.text) == ["usersGroup", "users"])
        #expect(groups.map(\.typeName.text) == ["UsersGroupAPI", "UsersAPI"])
        #expect(groups.map(\.fileName.text) == ["UsersGroupAPI", "UsersAPI"])
    }

    @Test func tagsAloneHaveTheNameOfTheirWords() throws {
        let groups = try groups(["Users", "api keys"])
        #expect(groups.map(\.name.text) == ["users", "apiKeys"])
        #expect(groups.map(\.typeName.text) == ["UsersAPI", "APIKeysAPI"])
    }

    @Test func aVariableThatAPathHasTwiceIsOneArgument() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths:
              /accounts/{id}/maps/{name}/accounts/{id}:
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                  - {name: name, in: path, required: true, schema: {type: string}}
                get: {operationId: getMap, responses: {'204': {description: d}}}
            """)
        let operation = try result.operation("getMap")
        #expect(operation.parameters.map(\.name.text) == ["id", "name"])
        #expect(operation.path.text == "/accounts/{id}/maps/{name}/accounts/{id}")
    }

    @Test func casesStandBesideMembersOfUnions() throws {
        let result = try lowered(
            schemas: """
                Branches: {type: object, required: [a], properties: {a: {}}}
                Unrecognized: {type: object, required: [b], properties: {b: {}}}
                Either: {oneOf: [{$ref: "#/components/schemas/Branches"}, {$ref: "#/components/schemas/Unrecognized"}]}
                """)
        let union = try result.union("Either")
        #expect(union.cases.map(\.name.text) == ["branchesValue", "unrecognizedValue"])
        #expect(union.unrecognized == .unrecognized)
    }

    @Test func relativeServersTakeTheirBaseBesideTheirVariables() throws {
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers:
              - {url: '/{base}/v1', variables: {base: {default: a}}}
              - {url: '/{version}', variables: {version: {default: a}}}
              - {url: 'https://example.com/{base}', variables: {base: {default: a}}}
            paths: {}
            """)
        #expect(result.api.servers.map(\.baseName?.text) == ["baseURL", "base", nil])
    }

    @Test func testsOfTypesWithOnePathAreTwo() throws {
        let result = try lowered(
            schemas: """
                "v1.1": {type: object, properties: {status: {type: string, enum: [a]}}}
                "v1": {type: object, properties: {"1_status": {type: string, enum: [a]}}}
                main: {type: object, properties: {a: {}}}
                con: {type: object, properties: {a: {}}}
                AUX: {type: object, properties: {a: {}}}
                Com1: {type: object, properties: {a: {}}}
                """)
        let tests = result.api.types.flatMap { [$0.testName.text] + ($0.unknownTestName.map { [$0.text] } ?? []) }
        #expect(Set(tests).count == tests.count)
        let files = result.api.types.filter { $0.scope == .service }.map(\.fileName.text)
        // A file of statements, and devices of Windows.
        #expect(files.suffix(4) == ["MainType", "ConType", "AUXType", "Com1Type"])
        #expect(files.allSatisfy { !ReservedFileNames.contains($0) })
    }
}
