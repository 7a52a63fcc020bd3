// Calls of a generated client against the same calls written by hand, with the same transport, which answers from memory. calling.py makes the
// client and builds this.
import Foundation
import HTTPTypes
import Shop
import ShopRuntime

/// Gives the same answer to everything, at once.
struct Memory: Transport {
    let head: HTTPResponse
    let bytes: Data

    init(_ status: Int, _ text: String) {
        head = HTTPResponse(status: .init(code: status), headerFields: [.contentType: "application/json"])
        bytes = Data(text.utf8)
    }

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        _ = try await body?.collect()
        return (head, HTTPBody(bytes))
    }
}

/// What one would write with Foundation alone.
struct ByHand {
    struct Item: Codable, Sendable {
        var id: String
        var name: String
        var price: Double
        var tags: [String]?
    }

    struct Line: Codable, Sendable {
        var itemID: String
        var count: Int
        enum CodingKeys: String, CodingKey { case itemID = "item_id", count }
    }

    struct Order: Codable, Sendable {
        var id: String?
        var customer: String
        var lines: [Line]
        var note: String?
    }

    struct Unexpected: Error { var status: Int }

    let transport: Memory
    let token: String
    let decoder = JSONDecoder()
    let encoder = JSONEncoder()

    func getItem(id: String, limit: Int?, tags: [String]) async throws -> Item {
        var components = URLComponents()
        components.path = "/v1/items/" + id
        components.queryItems =
            (limit.map { [URLQueryItem(name: "limit", value: String($0))] } ?? [])
            + tags.map { URLQueryItem(name: "tag", value: $0) }
        let path = components.percentEncodedPath + (components.percentEncodedQuery.map { "?" + $0 } ?? "")
        return try await send(request(.get, path), nil, 200)
    }

    func placeOrder(_ order: Order) async throws -> Order {
        var request = request(.post, "/v1/orders")
        request.headerFields[.contentType] = "application/json"
        return try await send(request, HTTPBody(try encoder.encode(order)), 201)
    }

    private func request(_ method: HTTPRequest.Method, _ path: String) -> HTTPRequest {
        var request = HTTPRequest(method: method, scheme: "https", authority: "shop.example.com", path: path)
        request.headerFields[.authorization] = "Bearer " + token
        request.headerFields[.accept] = "application/json"
        return request
    }

    private func send<Value: Decodable>(_ request: HTTPRequest, _ body: HTTPBody?, _ status: Int) async throws -> Value
    {
        let (response, answer) = try await transport.send(request, body: body)
        guard response.status.code == status else { throw Unexpected(status: response.status.code) }
        return try decoder.decode(Value.self, from: try await answer.collect())
    }
}

/// CPU seconds of the process: what else the machine does does not count.
func seconds() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The least of nine rounds of each, in turn.
func compare(
    _ name: String, _ generated: @Sendable () async throws -> Void, _ byHand: @Sendable () async throws -> Void
) async throws {
    let calls = 5_000
    var least = [Double.infinity, .infinity]
    for _ in 0..<9 {
        var start = seconds()
        for _ in 0..<calls { try await generated() }
        least[0] = min(least[0], seconds() - start)
        start = seconds()
        for _ in 0..<calls { try await byHand() }
        least[1] = min(least[1], seconds() - start)
    }
    let times = least.map { $0 / Double(calls) * 1e6 }
    print(
        String(
            format: "%@: %.1f µs generated, %.1f µs by hand, ratio %.2f", name, times[0], times[1], times[0] / times[1])
    )
}

@main struct Calling {
    static func main() async throws {
        let item = Memory(200, #"{"id":"i 1","name":"Lamp","price":12.5,"tags":["new","small"]}"#)
        let shop = Shop(token: "secret", transport: item)
        let byHand = ByHand(transport: item, token: "secret")
        try await compare("GET with parameters") {
            let item = try await shop.items.getItem(id: "i 1", limit: 10, tag: ["new", "small"])
            precondition(item.name == "Lamp")
        } _: {
            let item = try await byHand.getItem(id: "i 1", limit: 10, tags: ["new", "small"])
            precondition(item.name == "Lamp")
        }

        let taken = Memory(
            201,
            #"{"id":"o1","customer":"c1","lines":[{"item_id":"i1","count":2},{"item_id":"i2","count":1}],"note":"é"}"#)
        let orders = Shop(token: "secret", transport: taken)
        let ordersByHand = ByHand(transport: taken, token: "secret")
        try await compare("POST with a body") {
            let lines = [Shop.Line(itemID: "i1", count: 2), Shop.Line(itemID: "i2", count: 1)]
            let order = try await orders.orders.placeOrder(Shop.Order(customer: "c1", lines: lines, note: "é"))
            precondition(order.id == "o1")
        } _: {
            let lines = [ByHand.Line(itemID: "i1", count: 2), ByHand.Line(itemID: "i2", count: 1)]
            let order = try await ordersByHand.placeOrder(ByHand.Order(customer: "c1", lines: lines, note: "é"))
            precondition(order.id == "o1")
        }
    }
}
