import ClientRuntime
import HTTPTypes
import Testing

/// A small service written as the generator writes them.
struct Shop: ServiceClient {
    var connection: ClientConnection
    init(connection: ClientConnection) { self.connection = connection }
    init(apiKey: Credential = .environment, server: ServerURL<Shop> = "https://shop.test/v1/", transport: any Transport)
    {
        connection = ClientConnection(server: server, transport: transport)
        connection.authenticate(
            SecurityScheme("api_key", .apiKey(in: .header, name: "API-Key"), environment: "SHOP_API_KEY"), with: apiKey)
    }
    var items: ItemsAPI { ItemsAPI(connection: connection) }

    struct ItemsAPI: OperationGroup {
        var connection: ClientConnection
        init(connection: ClientConnection) { self.connection = connection }

        func get(_ id: String) async throws(ClientError<Problem>) -> Item {
            try await connection.run(Get(id: id))
        }
    }

    struct Item: Codable, Hashable, Sendable { var name: String }
    struct Problem: Codable, Hashable, Sendable { var code: Int }
}

extension Shop.ItemsAPI {
    struct Get: ClientEndpoint {
        static let id = "items_get"
        let id: String

        func request() throws -> ClientRequest {
            var request = ClientRequest(.get, "/items/")
            try request.path("id", id)
            request.accept = "application/json"
            request.security = [["api_key"]]
            return request
        }

        static func outcome(of response: ClientResponse) throws -> ClientOutcome<Shop.Item, Shop.Problem> {
            switch response.status {
            case 200: .output(try response.json())
            case 404: .failure(try response.json())
            default: .undocumented
            }
        }
    }
}

@Suite struct CallTests {
    @Test func valueAndRequest() async throws {
        let stub = StubTransport(.json(#"{"name": "pen"}"#, headers: [.server: "x"]))
        let shop = Shop(apiKey: "secret", transport: stub)
        let (item, response) = try await shop.items.withResponse { try await $0.get("a/b c") }
        #expect(item == Shop.Item(name: "pen"))
        #expect(response.status == .ok)
        #expect(response.headerFields[.server] == "x")
        let head = try #require(stub.requests.first).head
        #expect(head.method == .get)
        #expect(head.scheme == "https")
        #expect(head.authority == "shop.test")
        #expect(head.path == "/v1/items/a%2Fb%20c")
        #expect(head.headerFields == [HTTPField.Name("API-Key")!: "secret", .accept: "application/json"])
    }

    @Test func documentedError() async throws {
        let shop = Shop(apiKey: "k", transport: StubTransport(.json(#"{"code": 7}"#, status: 404)))
        do {
            _ = try await shop.items.get("1")
            Issue.record("no error")
        } catch .documented(let problem, let response) {
            #expect(problem.code == 7)
            #expect(response.status == .notFound)
        } catch { Issue.record("\(error)") }
    }

    @Test func undecodableAnswerNamesPlaceNotContent() async throws {
        let shop = Shop(
            apiKey: "k",
            transport: StubTransport(.json(#"{"name": ["MARKER"]}"#, headers: [.init("X-Request-Id")!: "r-1"])))
        do {
            _ = try await shop.items.get("1")
            Issue.record("no error")
        } catch {
            #expect(
                error.description
                    == "undecodable response (status 200, request r-1): items_get: name: expected a string, found an array"
            )
        }
    }
}
