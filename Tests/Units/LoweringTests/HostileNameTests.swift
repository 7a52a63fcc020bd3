@_spi(Naming) import ClientModel
import Diagnostics
import Testing
import YAML

@testable import Lowering

/// Names that documents have, in every place a document can have them.
@Suite struct HostileNameTests {
    static let names = [
        "Error", "Result", "Type", "Self", "self", "Data", "URL", "Operation", "Task", "main", "Service", "service",
        "init", "deinit", "subscript", "class", "struct", "enum", "protocol", "func", "var", "let", "in", "inout",
        "is", "as", "default", "switch", "case", "none", "some", "Any", "any", "nil", "true", "false", "String", "Int",
        "Optional", "Codable", "rawValue", "hashValue", "description", "encode", "knownValues", "unrecognized",
        "+1", "-1", "1", "2fa", "404", "1.10", "foo", "Foo", "FOO", "foo_bar", "foo-bar", "fooBar", "a b", "ペット", "🐶",
        "猫", "é", "e\u{301}", "../../etc", "a\"b", "a\\(x)", "`", "_", "__", "$", "@", "*", "", " ", "body", "request",
        "connection", "withResponse", "additionalProperties", "tags", "untagged", "PetsAPI", "JSONValue", "CON",
        String(repeating: "x", count: 900), String(repeating: "y_", count: 300),
    ]

    /// Properties that Swift's coders do not tell apart are skipped, with a warning.
    static let properties = names.filter { $0 != "e\u{301}" }

    private func quoted(_ text: String) -> String { jsonText(text) }

    private func expectDistinct(_ names: [Identifier], ignoringCase: Bool = false) {
        let texts = names.map { ignoringCase ? $0.text.lowercased() : $0.text }
        #expect(Set(texts).count == texts.count, "\(texts.sorted())")
        for name in names {
            #expect(Identifier(name.text) == name)
            #expect(name.text.utf8.count <= 140)
            #expect(!["self", "Type", "Protocol", "Self"].contains(name.text))
        }
    }

    /// Swift takes the two names for equal strings.
    @Test func schemasWhoseNamesAreComposedDifferentlyAreTwo() throws {
        let result = try lowered(
            schemas: """
                "caf\u{E9}": {type: object, properties: {a: {type: string}}}
                "cafe\u{301}": {type: object, properties: {b: {type: integer}}}
                Either: {oneOf: [{$ref: "#/components/schemas/caf\u{E9}"}, {$ref: "#/components/schemas/cafe\u{301}"}]}
                """)
        let properties = result.api.types.compactMap { type -> [String]? in
            guard case .structure(let structure) = type.shape else { return nil }
            return structure.properties.map(\.wireName)
        }
        #expect(properties == [["a"], ["b"]])
        let cases = result.api.types.compactMap { type -> Int? in
            if case .union(let union) = type.shape { return union.cases.count }
            return nil
        }
        #expect(cases == [2])
    }

    @Test func schemas() throws {
        let schemas = Self.names.filter { !$0.isEmpty }.map {
            "\(quoted($0)): {type: object, properties: {a: {type: string}}}"
        }
        let result = try lowered(schemas: schemas.joined(separator: "\n"))
        let types = result.api.types.filter { $0.scope == .service }
        #expect(types.count == schemas.count)
        expectDistinct(types.map(\.name), ignoringCase: true)
        for type in types {
            #expect(!reservedTypeNames.contains(type.name.text))
            #expect(type.name.text != "Service")
            #expect(!type.name.text.hasSuffix("API"))
        }
    }

    @Test func namesOfTenThousandCharacters() throws {
        let long = String(repeating: "long_name ", count: 1_000)
        let schemas = ["a", "b"].map {
            "\(quoted(long + $0)):{\"type\":\"object\",\"properties\":{\(quoted(long)):{},\(quoted(long + $0)):{}}}"
        }
        let result = try lowered(
            "{\"openapi\":\"3.1.0\",\"info\":{\"title\":\"T\",\"version\":\"1\"},\"components\":{\"schemas\":{"
                + schemas.joined(separator: ",") + "}}}")
        expectDistinct(result.api.types.map(\.name), ignoringCase: true)
        #expect(result.api.types.count == 2)
        for type in result.api.types {
            #expect(type.name.text.hasPrefix("LongNameLongName"))
            expectDistinct(try result.structure(type.name.text).properties.map(\.name))
        }
    }

    @Test func properties() throws {
        let properties = Self.properties.map { "    \(quoted($0)): {type: string}" }
        let result = try lowered(
            schemas: "Thing:\n  type: object\n  properties:\n" + properties.joined(separator: "\n"))
        let structure = try result.structure("Thing")
        #expect(structure.properties.map(\.wireName) == Self.properties)
        expectDistinct(structure.properties.map(\.name))
        #expect(!structure.properties.contains { $0.name.text == "additionalProperties" })
    }

    @Test func inlineTypes() throws {
        let properties = Self.properties.map { "    \(quoted($0)): {type: string, enum: [a]}" }
        let result = try lowered(
            schemas: "Thing:\n  type: object\n  properties:\n" + properties.joined(separator: "\n"))
        let nested = result.api.types.filter { $0.scope != .service }
        #expect(nested.count == Self.properties.count)
        expectDistinct(nested.map(\.name), ignoringCase: true)
        #expect(nested.allSatisfy { !reservedTypeNames.contains($0.name.text) })
    }

    @Test func enumValues() throws {
        let values = Self.names.map { "    - \(quoted($0))" }
        let result = try lowered(schemas: "Thing:\n  type: string\n  enum:\n" + values.joined(separator: "\n"))
        let cases = try result.enumeration("Thing").cases
        #expect(cases.map(\.value) == Self.names.map { .string($0) })
        expectDistinct(cases.map(\.name))
        #expect(cases.allSatisfy { !["none", "rawValue", "knownValues"].contains($0.name.text) })
    }

    @Test func unionBranches() throws {
        let branches = Self.names.filter { !$0.isEmpty }
        let schemas = branches.map {
            "\(quoted($0)): {type: object, required: [\(quoted("p" + $0))], properties: {\(quoted("p" + $0)): {type: string}}}"
        }
        let list = branches.map { "    - {$ref: \(quoted("#/components/schemas/" + escaped($0)))}" }
        let result = try lowered(
            schemas: schemas.joined(separator: "\n") + "\nThing Union:\n  oneOf:\n" + list.joined(separator: "\n"))
        let cases = try result.union("ThingUnion").cases
        #expect(cases.count == branches.count)
        expectDistinct(cases.map(\.name))
        #expect(cases.allSatisfy { !["none", "some", "unrecognized"].contains($0.name.text) })
        // One that is spelled as a type would hide it.
        #expect(cases.allSatisfy { $0.name.text.first?.isLowercase == true })
    }

    private func escaped(_ text: String) -> String {
        let token = text.replacing("~", with: "~0").replacing("/", with: "~1")
        return token.utf8.map { byte in
            isAlphanumeric(byte) || "-._~".utf8.contains(byte)
                ? String(decoding: [byte], as: UTF8.self)
                : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16).uppercased()
        }.joined()
    }

    @Test func parameters() throws {
        let parameters = Self.names.filter { !$0.isEmpty }.flatMap { name in
            (Identifier(name) == nil ? ["query"] : ["query", "cookie"]).map {
                "      - {name: \(quoted(name)), in: \($0), schema: {type: string, enum: [a]}}"
            }
        }
        let result = try lowered(
            """
            openapi: 3.1.0
            info: {title: Test, version: '1'}
            paths:
              /x:
                post:
                  operationId: doIt
                  requestBody: {content: {application/json: {schema: {type: object}}}}
                  parameters:
            \(parameters.map { "        " + $0 }.joined(separator: "\n"))
                  responses: {'204': {description: done}}
            """)
        let operation = try result.operation("doIt")
        #expect(operation.parameters.count == parameters.count)
        expectDistinct(operation.parameters.map(\.name) + [try #require(operation.body).name])
        #expect(operation.parameters.allSatisfy { !["connection", "self"].contains($0.name.text) })
        expectDistinct(result.api.types.map(\.name), ignoringCase: true)
    }

    @Test func operationsAndTags() throws {
        let names = Self.names.filter { !$0.isEmpty }
        let paths = names.enumerated().map { index, name in
            """
              /p\(index):
                get: {operationId: \(quoted(name)), tags: [\(quoted(name))], responses: {'200': \(answer)}}
                put: {operationId: \(quoted(name + "2")), tags: [all], responses: {'200': \(answer)}}
                post: {operationId: \(quoted(name)), tags: [all], responses: {'200': \(answer), '400': \(answer)}}
                delete: {tags: [\(quoted(name))], responses: {'204': {description: none}}}
                patch: {responses: {'204': {description: none}}}
            """
        }
        let result = try lowered(
            "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\npaths:\n" + paths.joined(separator: "\n"))
        #expect(result.api.groups.flatMap(\.operations).count == names.count * 5)
        expectDistinct(result.api.groups.map(\.name))
        expectDistinct(result.api.groups.map(\.typeName), ignoringCase: true)
        let types = result.api.types.filter { $0.scope == .service }
        expectDistinct(result.api.groups.map(\.fileName) + types.map(\.fileName), ignoringCase: true)
        for (index, group) in result.api.groups.enumerated() {
            expectDistinct(group.operations.map(\.name), ignoringCase: true)
            let nested = result.api.types.filter { $0.scope == .group(index) }.map(\.name)
            expectDistinct(group.operations.map(\.typeName) + nested, ignoringCase: true)
            #expect(!group.operations.contains { ["withResponse", "connection"].contains($0.name.text) })
        }
    }

    private let answer =
        "{description: d, content: {application/json: {schema: {type: object, properties: {a: {type: string}}}}}}"

    @Test func securitySchemesAndServers() throws {
        let names = Self.names.filter { !$0.isEmpty }
        let schemes = names.map { "    \(quoted($0)): {type: http, scheme: bearer}" }
        let servers = names.map { "- {url: 'https://example.com', description: \(quoted($0))}" }
        let result = try lowered(
            "openapi: 3.1.0\ninfo: {title: Test, version: '1'}\nservers:\n" + servers.joined(separator: "\n")
                + "\npaths: {}\ncomponents:\n  securitySchemes:\n" + schemes.joined(separator: "\n"))
        #expect(result.api.securitySchemes.count == names.count)
        expectDistinct(result.api.securitySchemes.map(\.name))
        #expect(!result.api.securitySchemes.contains { ["server", "transport"].contains($0.name.text) })
        expectDistinct(result.api.servers.map(\.name))
        #expect(!result.api.servers.contains { $0.name.text == "default" })
    }

    @Test func parametersInTwinSpellings() throws {
        let (result, operation, _) = try loweredOperation(
            """
            parameters:
              - {name: "\\u00e9", in: query, schema: {type: string}}
              - {name: "e\\u0301", in: query, schema: {type: string}}
            responses: {'204': {description: d}}
            """)
        #expect(result.findings == [])
        #expect(operation.parameters.map { $0.wireName.utf8.count } == [2, 3])
        expectDistinct(operation.parameters.map(\.name))
    }

    @Test func propertiesInTwinSpellings() throws {
        let result = try lowered(
            schemas: "Thing: {type: object, properties: {\"\\u00e9\": {type: string}, \"e\\u0301\": {type: string}}}")
        #expect(result.findings == ["leftOut duplicate"])
        #expect(result.text(at: result.problems.diagnostics.first?.place) == "\"e\\u0301\"")
        #expect(try result.structure("Thing").properties.map { $0.wireName.utf8.count } == [2])
    }

    @Test func wordsInTwinSpellings() throws {
        let result = try lowered(schemas: "Thing: {type: string, enum: [\"\\u00e9\", \"e\\u0301\"]}")
        let cases = try result.enumeration("Thing").cases
        #expect(cases.map { Array($0.wire.utf8).count } == [2, 3])
        expectDistinct(cases.map(\.name))
    }
}

extension Enumeration.Case {
    fileprivate var wire: String { if case .string(let text) = value { text } else { "" } }
}
