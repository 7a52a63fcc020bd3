import Diagnostics
import Foundation
import OpenAPI
import Testing

/// What a real document holds, counted by a program of another language, and how often it is reported for what.
struct Expected: CustomTestStringConvertible {
    var path: String
    var operations: Int
    var parameters: Int
    var responses: Int
    var properties: Int
    var enumValues: Int
    var unionBranches: Int
    var allOfParts: Int
    var findings: [String: Int]

    init(
        _ path: String, _ operations: Int, _ parameters: Int, _ responses: Int, _ properties: Int, _ enumValues: Int,
        _ unionBranches: Int, _ allOfParts: Int, _ findings: [String: Int] = [:]
    ) {
        self.path = path
        self.operations = operations
        self.parameters = parameters
        self.responses = responses
        self.properties = properties
        self.enumValues = enumValues
        self.unionBranches = unionBranches
        self.allOfParts = allOfParts
        self.findings = findings
    }

    var testDescription: String { path }
}

@Suite(.enabled(if: Corpus.folder != nil, "the folder ../shared/corpus is not there"))
struct CorpusTests {
    @Test(arguments: documents) func holdsEverything(_ expected: Expected) throws {
        let reading = try Corpus.read(expected.path)
        let document = try #require(reading.document)
        #expect(reading.count(.error) == 0)
        let items = document.paths + document.webhooks.map(\.item)
        let operations = items.flatMap { self.operations(of: $0) }
        #expect(operations.count == expected.operations)
        #expect(operations.reduce(0) { $0 + $1.parameters.count } == expected.parameters)
        #expect(operations.reduce(0) { $0 + $1.responses.count } == expected.responses)
        let schemas = document.schemas
        // The schema that 2.0's form parameters become is not in the document, but each of its properties is.
        let own = schemas.filter { !$0.pointer.hasSuffix("/parameters") }
        #expect(own.reduce(0) { $0 + $1.properties.count } == expected.properties)
        #expect(schemas.reduce(0) { $0 + ($1.enumeration?.count ?? 0) } == expected.enumValues)
        #expect(schemas.reduce(0) { $0 + $1.oneOf.count + $1.anyOf.count } == expected.unionBranches)
        #expect(schemas.reduce(0) { $0 + $1.allOf.count } == expected.allOfParts)
        let findings = Dictionary(grouping: reading.diagnostics) { "\($0.severity) \($0.kind)" }
        #expect(findings.mapValues(\.count) == expected.findings)
    }

    private func operations(of item: PathItem) -> [OpenAPI.Operation] {
        item.operations.flatMap { operation in
            [operation] + operation.callbacks.flatMap { $0.items.flatMap { self.operations(of: $0) } }
        }
    }

    @Test func everyDocumentIsExpected() throws {
        let folder = try #require(Corpus.folder)
        let all = try #require(FileManager.default.enumerator(atPath: folder.path)).allObjects.compactMap {
            $0 as? String
        }
        let roots = all.filter { path in
            guard [".yaml", ".yml", ".json"].contains(where: { path.hasSuffix($0) }) else { return false }
            guard path.hasPrefix("lob/") || path.hasPrefix("redocly-cafe-split/") else { return true }
            return path.hasSuffix("/lob-api-public.yml") || path.hasSuffix("/split/cafe.yaml")
        }
        #expect(roots.sorted() == Self.documents.map(\.path))
    }

    @Test func splittingADocumentChangesNothing() throws {
        let whole = try #require(try Corpus.read("redocly-cafe/cafe.yaml").document)
        let split = try #require(try Corpus.read("redocly-cafe-split/split/cafe.yaml").document)
        let members = { (document: Document) in
            document.schemas.map { $0.properties.map(\.name).joined(separator: ",") }.sorted()
        }
        #expect(members(whole) == members(split))
        #expect(
            whole.paths.flatMap { $0.operations.map(\.operationID) }
                == split.paths.flatMap { $0.operations.map(\.operationID) })
    }

    static let documents: [Expected] = [
        Expected(
            "apple-petstore/petstore.yaml", 10, 10, 15, 53, 20, 19, 11,
            ["repaired empty-value": 1, "repaired not-text": 1, "repaired spelling": 2]),
        Expected(
            "docker-engine/swagger.yaml", 108, 248, 365, 1155, 207, 0, 20,
            ["repaired number-key": 365]),
        Expected("figma/openapi.yaml", 54, 117, 281, 1087, 549, 165, 218),
        Expected("linode/openapi.yaml", 390, 845, 786, 7095, 3377, 20, 99),
        Expected(
            "lob/lob/lob-api-public.yml", 105, 205, 206, 964, 866, 150, 294,
            ["repaired unexpected-reference": 52]),
        Expected("museum/openapi.yaml", 9, 11, 26, 23, 2, 0, 4),
        Expected("netlify/swagger.yml", 174, 339, 384, 611, 122, 0, 4),
        Expected("oai-v30-examples/v30/api-with-examples.yaml", 2, 0, 4, 0, 0, 0, 0),
        Expected("oai-v30-examples/v30/callback-example.yaml", 2, 1, 3, 3, 0, 0, 0),
        Expected("oai-v30-examples/v30/link-example.yaml", 6, 13, 6, 8, 3, 0, 0),
        Expected("oai-v30-examples/v30/petstore-expanded.yaml", 4, 4, 8, 5, 0, 0, 2),
        Expected("oai-v30-examples/v30/petstore.yaml", 3, 2, 6, 5, 0, 0, 0),
        Expected("oai-v30-examples/v30/uspto.yaml", 3, 4, 5, 9, 0, 0, 0),
        Expected("oai-v32-tests/pass/callback-object-examples.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/comp_pathitems.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/components-object-example.yaml", 0, 0, 0, 6, 0, 0, 0),
        Expected("oai-v32-tests/pass/example-object-examples.yaml", 0, 0, 0, 1, 0, 0, 0),
        Expected("oai-v32-tests/pass/header-object-examples.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/info-object-example.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/info_summary.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/json_schema_dialect.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/license_identifier.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/link-object-examples.yaml", 2, 2, 2, 1, 0, 0, 0),
        Expected("oai-v32-tests/pass/media-type-examples.yaml", 1, 0, 0, 18, 0, 0, 0),
        Expected(
            "oai-v32-tests/pass/mega.yaml", 2, 0, 0, 6, 0, 1, 0,
            ["degraded dangling-reference": 1]),
        Expected("oai-v32-tests/pass/minimal_comp.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/minimal_hooks.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/minimal_paths.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/non-oauth-scopes.yaml", 1, 0, 0, 0, 0, 0, 0),
        // Its path says `id` and its parameter `petId`, which are one parameter and not two.
        Expected(
            "oai-v32-tests/pass/operation-object-example.yaml", 1, 1, 2, 2, 0, 0, 0,
            ["leftOut unknown-security-scheme": 1, "repaired path-parameter": 1]),
        Expected("oai-v32-tests/pass/parameter-object-cookie-form-allowReserved.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/parameter-object-examples.yaml", 0, 0, 0, 2, 0, 0, 0),
        Expected("oai-v32-tests/pass/parameter-object-path-allowReserved.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/parameter-object-query-allowReserved.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/path-item-object-example.yaml", 3, 3, 6, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/path_item_servers_parameters.yaml", 9, 1, 4, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/path_no_response.yaml", 1, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/path_var_empty_pathitem.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/paths-object-example.yaml", 1, 0, 1, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/request-body-examples.yaml", 1, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/response-object-examples.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/schema-object-deprecated-example-keyword.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/schema.yaml", 0, 0, 0, 12, 0, 0, 0),
        Expected(
            "oai-v32-tests/pass/security-scheme-object-examples.yaml", 0, 0, 0, 0, 0, 0, 0,
            ["leftOut remote-reference": 1]),
        Expected("oai-v32-tests/pass/servers.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/specification-extensions.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/style-defaults.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/tag-object-example.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/valid_schema_types.yaml", 0, 0, 0, 0, 0, 0, 0),
        Expected("oai-v32-tests/pass/webhook-example.yaml", 1, 0, 1, 3, 0, 0, 0),
        Expected("openai-legacy/openai-1.2.0.yaml", 28, 11, 28, 275, 21, 12, 0),
        Expected(
            "openai/openapi.yaml", 304, 574, 481, 6289, 3035, 3250, 311,
            ["repaired duplicate": 4, "repaired other-version-key": 119, "remark unknown-key": 2]),
        Expected("qdrant/openapi.json", 69, 159, 212, 1232, 200, 743, 0),
        Expected("redocly-cafe-split/split/cafe.yaml", 13, 21, 64, 75, 21, 2, 6),
        Expected("redocly-cafe/cafe.yaml", 13, 21, 64, 75, 21, 2, 6),
        Expected("services-full/runai.json", 391, 847, 2275, 4646, 863, 3, 632),
        Expected(
            "services-full/shipengine.yaml", 97, 137, 367, 1125, 557, 47, 579,
            [
                "repaired spelling": 22, "remark bad-name": 1, "remark unknown-key": 2,
            ]),
        Expected(
            "services-full/togai.yaml", 151, 211, 890, 1280, 342, 0, 44,
            ["repaired path-parameter": 1]),
        Expected("spotify/spotify.yml", 97, 224, 394, 507, 48, 12, 116),
        Expected("swagger-petstore/openapi.yaml", 19, 17, 64, 27, 9, 0, 0),
        Expected("twilio/twilio_messaging_v1.yaml", 58, 105, 64, 526, 103, 2, 0),
        Expected("xero/xero_accounting.yaml", 235, 770, 336, 841, 1159, 0, 0, ["remark bad-value": 1]),
        Expected("yaml-merge/yaml-merge.yaml", 1, 0, 2, 4, 0, 0, 0),
    ]
}
