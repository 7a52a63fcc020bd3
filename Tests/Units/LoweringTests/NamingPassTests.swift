@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import Testing

@testable import Lowering

/// Each pass that assigns names, and each that reports, by itself.
@Suite struct NamingPassTests {
    private func group(_ name: String, _ operations: [ClientModel.Operation] = []) -> OperationGroup {
        OperationGroup(
            name: Identifier(sanitizing: name),
            typeName: Identifier(sanitizing: name.prefix(1).uppercased() + name.dropFirst() + "API"), tag: name,
            operations: operations)
    }

    private func header(_ name: String, _ type: ScalarType) -> ClientModel.Header {
        ClientModel.Header(
            name: Identifier(sanitizing: "unnamed"), wireName: name, type: .scalar(type),
            encoding: .simple(explode: false),
            isRequired: false, documentation: .init())
    }

    // MARK: Types

    @Test func typesHaveNamesOfTheirOwnInEachScope() throws {
        var declarations = Declarations([
            .structure("Pet"), .structure("Status", in: .type(TypeID(0)), rank: .nested),
            .structure("PetsAPI"), .structure("CallBody", in: .group(0), rank: .nested), .structure("Service"),
        ])
        let nesting = Nesting(movingOutOfAliases: &declarations, Aliases(breakingCyclesOf: &declarations))
        var operations = [GroupedOperation(group: 0, operation: ClientModel.Operation("callBody"))]
        operations[0].operation.typeName = Identifier(sanitizing: "CallBody")
        var (naming, findings) = (try Naming.empty(), Findings())
        let names = TypeNames(
            of: declarations, nesting, client: Identifier(sanitizing: "Service"), [group("pets")], &operations,
            components: nil, &naming, &findings)
        let texts = declarations.indices.map { names[TypeID($0)].text }
        #expect(texts == ["Pet", "Status", "PetsAPI2", "CallBody", "ServiceValue"])
        #expect(operations[0].operation.typeName.text == "CallBodyEndpoint")
    }

    @Test func whatIsNotSelectedKeepsItsName() throws {
        var declarations = Declarations([.structure("Pet")])
        declarations[0].pointer = "#/components/schemas/pet"
        declarations[0].wireName = "pet"
        let nesting = Nesting(movingOutOfAliases: &declarations, Aliases(breakingCyclesOf: &declarations))
        var operations: [GroupedOperation] = []
        var (naming, findings) = (try Naming.empty(), Findings())
        let names = TypeNames(
            of: declarations, nesting, client: Identifier(sanitizing: "Service"), [], &operations,
            components: ["Pet", "pet"].map { .init(wireName: $0, pointer: "#/components/schemas/\($0)") }, &naming,
            &findings)
        #expect(names[TypeID(0)].text == "Pet2")
    }

    // MARK: Headers, servers, credentials

    @Test func headersOfOneNameAndTypeAreOne() throws {
        let plain = ClientModel.Operation("a", headers: [header("X-Rate", .integer)])
        let other = ClientModel.Operation("b", headers: [header("x-rate", .integer), header("X-Rate", .string)])
        var groups = [group("pets", [plain, other])]
        var (naming, findings) = (try Naming.empty(), Findings())
        let headers = nameHeaders(of: &groups, &naming, &findings)
        #expect(headers.map(\.name.text) == ["xRate", "petsXRate"])
        let used = groups[0].operations.map { $0.responses.flatMap(\.headers).map(\.name.text) }
        #expect(used == [["xRate"], ["xRate", "petsXRate"]])
    }

    @Test func serversOfOperationsHaveNamesBesideTheDocuments() throws {
        let document = try Document.read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            servers: [{url: 'https://api.example.com/'}, {url: 'https://sandbox.example.com'}]
            paths: {}
            """)
        var (naming, findings) = (try Naming.empty(), Findings())
        var operation = ClientModel.Operation("upload")
        operation.servers = [
            ClientModel.Server(name: Identifier(sanitizing: "unnamed"), url: "https://files.example.com")
        ]
        var groups = [group("pets", [operation])]
        let servers = nameServers(of: document.servers, in: &groups, &naming, &findings)
        #expect(servers.map(\.name.text) == ["production", "sandbox"])
        #expect(servers.map(\.url) == ["https://api.example.com", "https://sandbox.example.com"])
        #expect(groups[0].operations[0].servers.map(\.name.text) == ["filesExampleCom"])
    }

    @Test func credentialsHaveNamesAndVariables() throws {
        let document = try Document.read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components:
              securitySchemes:
                api_key: {type: apiKey, in: header, name: X-Key}
                jwt: {type: apiKey, in: header, name: Authorization}
            """)
        let settings = [LoweringOptions.Scheme(wireName: "other")]
        var (naming, findings) = (try Naming.empty(), Findings())
        let schemes = Credentials(
            schemes: document.components.securitySchemes, settings: settings, client: Identifier(sanitizing: "Shop")
        ).named(&naming, &findings)
        #expect(schemes.map(\.name.text) == ["apiKey", "authorization"])
        #expect(schemes.map(\.environmentVariable) == ["SHOP_API_KEY", "SHOP_JWT"])
        #expect(findings.problems.diagnostics.map(\.kind) == ["unknown-scheme", "plain-authorization"])
    }

    @Test func methodsForMediaTypesStandBesideThePlainOne() throws {
        func operation(_ content: Content) -> ClientModel.Operation {
            var operation = ClientModel.Operation("createReport")
            operation.output = .single(content)
            operation.responses = [
                Response(
                    status: .code(200), description: "d", contents: [content],
                    branches: [.init(content: content, meaning: .output(case: nil))])
            ]
            return operation
        }
        let plain = operation(Content(mediaType: MediaType("text/csv", kind: .text), type: .scalar(.string)))
        var stream = operation(Content(mediaType: MediaType("text/event-stream", kind: .eventStream), type: .json))
        stream.variant = "text/event-stream"
        var operations = [plain, stream].map { GroupedOperation(group: 0, operation: $0) }
        var (naming, findings) = (try Naming.empty(), Findings())
        nameVariants(of: &operations, in: [group("reports")], &naming, &findings)
        recordPlainVariants(of: operations, in: &naming.recorded)
        #expect(operations.map(\.operation.name.text) == ["createReport", "createReportStream"])
        let facts = operations[0].operation.documentation.facts
        #expect(facts == ["`createReportStream` returns `text/event-stream`."])
        let keys = naming.recorded.record(isPart: false).entries.map(\.key)
        #expect(keys.contains("#/paths/~1createReport/post/output/text~1csv"))
    }

    // MARK: Reports

    private let flawed = """
        openapi: 3.0.0
        info: {title: T, version: '1'}
        paths: {}
        components:
          schemas:
            A: {type: object, properties: {b: {type: string, not: {enum: [x]}}}}
            N: {anyOf: [{type: string}, {nullable: true}]}
        """

    @Test func settingsWithoutATargetAreReported() throws {
        let document = try Document.read(flawed)
        var findings = Findings()
        reportUnused([.init(format: "money", type: .decimal)], in: document, &findings)
        reportUnused(
            [.init(pointer: "#/components/schemas/A", type: .json), .init(pointer: "#/nothing", type: .json)],
            in: document, &findings)
        #expect(findings.problems.diagnostics.map(\.kind) == ["unused-format", "unused-type"])
        let pins = [LoweringOptions.Pin(pointer: "#/components/schemas/A", name: "B")]
        let naming = try Naming.empty(pins: pins)
        naming.pins.reportUnused(besides: ["#/components/schemas/A"], &findings)
        #expect(findings.problems.diagnostics.count == 2)
        naming.pins.reportUnused(besides: [], &findings)
        #expect(findings.problems.diagnostics.last?.kind == "unused-name")
    }

    @Test func whatIsNotCheckedIsReportedOfWhatWasLowered() throws {
        let document = try Document.read(flawed)
        func kinds(visited: [Bool]?) -> [String] {
            var findings = Findings()
            reportConditions(of: document, visited: visited, &findings)
            reportNullBranches(of: document, SchemaIndex(document), visited: visited, &findings)
            return findings.problems.diagnostics.map(\.kind)
        }
        #expect(kinds(visited: nil) == ["unchecked-keyword", "nullable-alone"])
        #expect(kinds(visited: document.schemas.map { _ in false }) == [])
    }
}
