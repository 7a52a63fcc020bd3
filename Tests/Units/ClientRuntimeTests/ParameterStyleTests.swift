import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// OpenAPI 3.2, "Style Examples": one row per cell of the table.
struct StyleCase: CustomTestStringConvertible, Sendable {
    let style: ParameterStyle
    let explode: Bool
    let empty: String?
    let string: String
    let array: String?
    let object: String?

    init(
        _ style: ParameterStyle, _ explode: Bool, _ empty: String?, _ string: String, _ array: String?,
        _ object: String?
    ) {
        self.style = style
        self.explode = explode
        self.empty = empty
        self.string = string
        self.array = array
        self.object = object
    }

    var testDescription: String { "\(style), explode: \(explode)" }
}

@Suite struct ParameterStyleTests {
    static let colors = ["blue", "black", "brown"]

    @Test(arguments: [
        StyleCase(.matrix, false, ";color", ";color=blue", ";color=blue,black,brown", ";color=R,100,G,200,B,150"),
        StyleCase(.matrix, true, ";color", ";color=blue", ";color=blue;color=black;color=brown", ";R=100;G=200;B=150"),
        StyleCase(.label, false, ".", ".blue", ".blue,black,brown", ".R,100,G,200,B,150"),
        StyleCase(.label, true, ".", ".blue", ".blue.black.brown", ".R=100.G=200.B=150"),
        StyleCase(.simple, false, nil, "blue", "blue,black,brown", "R,100,G,200,B,150"),
        StyleCase(.simple, true, nil, "blue", "blue,black,brown", "R=100,G=200,B=150"),
    ])
    func path(_ row: StyleCase) async throws {
        func path(_ value: some Encodable) async throws -> String? {
            // A segment that is no more than a dot would be refused.
            try await sent(.get, "/x/v") {
                try $0.path("color", value, style: row.style, explode: row.explode)
            }.head.path
        }
        #expect(try await path("blue") == "/x/v\(row.string)")
        #expect(try await path(Self.colors) == "/x/v\(try #require(row.array))")
        #expect(try await path(Color()) == "/x/v\(try #require(row.object))")
        if let empty = row.empty {
            #expect(try await path("") == "/x/v\(empty)")
        } else {
            await #expect(throws: RequestFailure.self) { _ = try await path("") }
        }
        await #expect(throws: (any Error).self) { _ = try await path([String]()) }
        await #expect(throws: (any Error).self) { _ = try await path(Empty()) }
    }

    @Test(arguments: [
        StyleCase(.form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCase(.form, true, "color=", "color=blue", "color=blue&color=black&color=brown", "R=100&G=200&B=150"),
        StyleCase(
            .spaceDelimited, false, "color=", "color=blue", "color=blue%20black%20brown",
            "color=R%20100%20G%20200%20B%20150"),
        StyleCase(
            .pipeDelimited, false, "color=", "color=blue", "color=blue%7Cblack%7Cbrown",
            "color=R%7C100%7CG%7C200%7CB%7C150"),
        StyleCase(
            .tabDelimited, false, "color=", "color=blue", "color=blue%09black%09brown",
            "color=R%09100%09G%09200%09B%09150"),
        StyleCase(
            .deepObject, true, "color=", "color=blue", "color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown",
            "color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"),
    ])
    func query(_ row: StyleCase) async throws {
        func query(_ value: some Encodable) async throws -> String? {
            try await sent { try $0.query("color", value, style: row.style, explode: row.explode) }.head.path
        }
        #expect(try await query("") == row.empty.map { "/x?\($0)" })
        #expect(try await query("blue") == "/x?\(row.string)")
        #expect(try await query(Self.colors) == row.array.map { "/x?\($0)" })
        #expect(try await query(Color()) == row.object.map { "/x?\($0)" })
        #expect(try await query([String]()) == "/x")
        #expect(try await query(Empty()) == "/x")
        #expect(try await query(String?.none) == "/x")
    }

    @Test(arguments: [
        StyleCase(.form, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCase(.form, true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
        StyleCase(.cookie, false, "color=", "color=blue", "color=blue,black,brown", "color=R,100,G,200,B,150"),
        StyleCase(.cookie, true, "color=", "color=blue", "color=blue; color=black; color=brown", "R=100; G=200; B=150"),
    ])
    func cookie(_ row: StyleCase) async throws {
        func cookie(_ value: some Encodable) async throws -> String? {
            let head = try await sent { try $0.cookie("color", value, style: row.style, explode: row.explode) }.head
            return head.headerFields[.cookie]
        }
        #expect(try await cookie("") == row.empty)
        #expect(try await cookie("blue") == row.string)
        #expect(try await cookie(Self.colors) == row.array)
        #expect(try await cookie(Color()) == row.object)
        #expect(try await cookie([String]()) == nil)
    }

    @Test(arguments: [
        (false, "blue,black,brown", "R,100,G,200,B,150"), (true, "blue,black,brown", "R=100,G=200,B=150"),
    ])
    func headers(explode: Bool, array: String, object: String) async throws {
        let head = try await sent {
            try $0.header("X-Color", "blue", explode: explode)
            try $0.header("X-Colors", Self.colors, explode: explode)
            try $0.header("X-Object", Color(), explode: explode)
            try $0.header("X-None", [String](), explode: explode)
            try $0.header("X-Text", "a b, c=d; \"e\"", explode: explode)
        }.head
        #expect(header("X-Color", head) == "blue")
        #expect(header("X-Colors", head) == array)
        #expect(header("X-Object", head) == object)
        #expect(header("X-None", head) == nil)
        #expect(header("X-Text", head) == "a b, c=d; \"e\"")
    }

    @Test func reservedCharacters() async throws {
        let text = "a/b?c=d&e#f+g%20h[i]é ,"
        let plain = try await sent { try $0.query("q", text) }.head.path
        #expect(plain == "/x?q=a%2Fb%3Fc%3Dd%26e%23f%2Bg%2520h%5Bi%5D%C3%A9%20%2C")
        let reserved = try await sent { try $0.query("q", text, allowReserved: true) }.head.path
        #expect(reserved == "/x?q=a/b?c=d%26e%23f%2Bg%20h%5Bi%5D%C3%A9%20,")
        let path = try await sent { try $0.path("p", "/" + text) }.head.path
        #expect(path == "/x%2Fa%2Fb%3Fc%3Dd%26e%23f%2Bg%2520h%5Bi%5D%C3%A9%20%2C")
    }

    @Test func delimitersInsideValuesAreEncoded() async throws {
        let values = ["a,b", "c|d", "e f"]
        let form = try await sent { try $0.query("q", values, explode: false) }.head.path
        #expect(form == "/x?q=a%2Cb,c%7Cd,e%20f")
        let names = try await sent { try $0.query("filter[name]&", "v") }.head.path
        #expect(names == "/x?filter%5Bname%5D%26=v")
    }

    @Test func nestedDeepObject() async throws {
        struct Inner: Encodable {
            var min: Int
            var max: Int?
        }
        struct Filter: Encodable {
            var price = Inner(min: 1, max: nil)
            var tags = ["a", "b"]
            var rows = [Inner(min: 2, max: 3)]
            var none: String?
            var flag = true
        }
        let path = try await sent { try $0.query("f", Filter(), style: .deepObject) }.head.path
        let decoded = try #require(path?.removingPercentEncoding)
        #expect(
            decoded == "/x?f[price][min]=1&f[tags][]=a&f[tags][]=b&f[rows][0][min]=2&f[rows][0][max]=3&f[flag]=true")
    }

    @Test func structureInsideOfStructureIsJSON() async throws {
        struct Inner: Encodable { var b = [1, 2] }
        let path = try await sent { try $0.query("q", ["k": Inner()]) }.head.path
        #expect(path?.removingPercentEncoding == #"/x?k={"b":[1,2]}"#)
    }

    @Test func contentParameters() async throws {
        let request = try await sent {
            try $0.query("filter", json: ["b": 1, "a": 2])
            try $0.query("none", json: Int?.none)
            try $0.header("X-Filter", json: ["x": [true]])
            try $0.cookie("c", json: ["k": "v;"])
        }
        #expect(request.head.path?.removingPercentEncoding == #"/x?filter={"a":2,"b":1}"#)
        #expect(header("X-Filter", request.head) == #"{"x":[true]}"#)
        #expect(request.head.headerFields[.cookie] == "c=%7B%22k%22%3A%22v%3B%22%7D")
    }

    @Test func wholeQuery() async throws {
        struct Query: Encodable {
            var b = "x y"
            var a = [1, 2]
        }
        #expect(try await sent { try $0.querystring(form: Query()) }.head.path == "/x?b=x%20y&a=1&a=2")
        #expect(
            try await sent { try $0.querystring(json: Query()) }.head.path
                == "/x?%7B%22a%22%3A%5B1%2C2%5D%2C%22b%22%3A%22x%20y%22%7D")
    }
}
