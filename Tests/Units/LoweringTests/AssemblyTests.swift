@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI
import Testing
import YAML

@testable import Lowering

/// The passes that make operations, and those that make the model of all that is finished, each by itself.
@Suite struct AssemblyTests {
    private let options = LoweringOptions(name: Identifier(sanitizing: "Shop"))

    private func run(_ name: String, _ client: inout UnfinishedClient) throws {
        let pass = try #require(Pass.all.first { $0.name == name })
        pass.run(&client)
    }

    // MARK: Operations

    private let document = """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /pets/{id}:
            get:
              operationId: getPet
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
        webhooks:
          sold: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {a: {}}}}}}, responses: {}}}
        components: {schemas: {Pet: {type: object, properties: {name: {type: string}}}}}
        """

    @Test func operationsDeclareWhatTheyUse() throws {
        var client = UnfinishedClient(try Document.read(document), options, OneWorker())
        try run("locate operations", &client)
        try run("lower operations", &client)
        #expect(client.operations.map(\.operation.method) == ["GET"])
        #expect(client.operations[0].operation.parameters.map(\.name.text) == ["id"])
        #expect(client.converter.schemas.declarations.map(\.wireName) == ["Pet"])
        #expect(client.converter.schemas.declarations[0].shape.aliased == .json)
        try run("lower what operations use", &client)
        #expect(client.converter.schemas.declarations.properties(of: 0).map(\.wireName) == ["name"])
    }

    @Test func webhooksDeclareWhatTheyUse() throws {
        var client = UnfinishedClient(try Document.read(document), options, OneWorker())
        try run("lower webhooks", &client)
        #expect(client.webhooks.map(\.wireName) == ["sold"])
        #expect(client.converter.schemas.declarations.map(\.names) == [["SoldWebhook"]])
    }

    @Test func operationsAreGrouped() throws {
        var client = UnfinishedClient(try Document.empty(), options, OneWorker())
        client.groups = ["a", "b"].map {
            OperationGroup(
                name: Identifier(sanitizing: $0), typeName: Identifier(sanitizing: $0), tag: $0, operations: [])
        }
        client.operations = [1, 0, 1].map { GroupedOperation(group: $0, operation: ClientModel.Operation("call\($0)")) }
        try run("group operations", &client)
        #expect(client.groups.map { $0.operations.map(\.name.text) } == [["call0"], ["call1", "call1"]])
    }

    // MARK: The model

    @Test func theModelHasWhatPassesGave() throws {
        var client = UnfinishedClient(try Document.empty(), options, OneWorker())
        client.converter.schemas.declarations = Declarations([
            .structure("Pet", [Property("kind", .named(TypeID(1)))]), .enumeration("Kind", ["cat"]),
        ])
        client.operations = [GroupedOperation(group: 0, operation: ClientModel.Operation(sending: .named(TypeID(0))))]
        for pass in ["break alias cycles", "move declarations out of aliases", "name types", "find usages"] {
            try run(pass, &client)
        }
        try run("assemble", &client)
        #expect(client.api.types.map(\.name.text) == ["Pet", "Kind"])
        #expect(client.api.types.map(\.usage) == [.request, .request])
        #expect(client.api.types.map(\.stablePointer) == ["#/components/schemas/Pet", "#/components/schemas/Kind"])
        try run("name files and tests", &client)
        #expect(client.api.instanceName.text == "shop" && client.api.suiteName.text == "ShopRoundTripTests")
        #expect(client.api.types.map(\.testName.text) == ["roundTrip_Pet", "roundTrip_Kind"])
        #expect(client.api.types.map(\.unknownTestName?.text) == [nil, "roundTrip_Kind_unknown"])
    }

    @Test func declarationsHaveSamples() throws {
        let declarations = Declarations([.structure("Pet", [Property("name", .scalar(.string))])])
        var api = API(name: Identifier(sanitizing: "Shop"), info: Information(try Document.empty()))
        api.types = [
            TypeDeclaration(
                id: TypeID(0), name: Identifier(sanitizing: "Pet"), wireName: "Pet",
                pointer: "#/components/schemas/Pet",
                shape: declarations[0].shape)
        ]
        let document = try Document.read(
            """
            openapi: 3.1.0
            info: {title: T, version: '1'}
            paths: {}
            components: {schemas: {Pet: {type: object, example: {name: Rex}}}}
            """)
        var budget = OutputBudget(Limits())
        addSamples(to: &api, declarations, document, &budget, OneWorker())
        #expect(api.types[0].samples == [#"{"name":"Rex"}"#, #"{"name":"name"}"#])
    }
}
