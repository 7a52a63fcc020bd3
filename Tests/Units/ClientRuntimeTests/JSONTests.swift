import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// What the client writes for a value, and reads from a text.
func written(_ value: some Encodable) async throws -> String {
    String(decoding: try await sent(.post) { try $0.json(value) }.body, as: UTF8.self)
}

func decoded<T: Decodable>(_ text: String, as type: T.Type = T.self) throws -> T {
    try ClientResponse(HTTPResponse(status: .ok), Data(text.utf8)).json()
}

@Suite struct JSONTests {
    @Test(arguments: [
        "null", "true", "0", "-0", "18446744073709551615", "-9223372036854775808", "0.1", "1.10", "1e400", "1E+2",
        "\"\"",
        "[]", "{}", #"{"a":[1,{"b":null}],"c":"d"}"#, #""\"\\\n\r\t\u0001é😀\#u{2028}""#,
        "123456789012345678901234567890.123456789",
    ])
    func valuesComeBackAsTheyWere(_ text: String) async throws {
        #expect(try await written(decoded(text, as: JSONValue.self)) == text)
    }

    @Test(arguments: [
        (#""\u00e9\ud83d\ude00\/\b\f""#, "é😀/\u{8}\u{c}"), ("\u{FEFF}\"x\"", "x"), (" \n\t\r\"x\" ", "x"),
    ])
    func strings(_ text: String, _ expected: String) throws { #expect(try decoded(text) == expected) }

    @Test(arguments: [
        "", " ", "{", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{a:1}", "{\"a\":1,}", "01", "1.", ".5", "+1", "1e", "--1",
        "tru", "nul", "NaN", "Infinity", "'a'", "\"a", "\"\n\"", "\"\\x\"", "\"\\u12\"", "\"\\ud800\"",
        "\"\\ud800\\u0041\"",
        "\"\\udc00\"", "1 2", "[1 2]", "\"\\u+123\"", "// c\n1",
    ])
    func broken(_ text: String) {
        #expect(throws: DecodingFailure.self) { try decoded(text, as: JSONValue.self) }
    }

    @Test(arguments: ["+/+/AQ==", "-_-_AQ==", "+/+/AQ", "+/+/\\r\\nAQ==\\n"])
    func base64(_ text: String) throws {
        #expect(try decoded("\"\(text)\"", as: Data.self) == Data([0xFB, 0xFF, 0xBF, 0x01]))
    }

    @Test(arguments: ["text of a file", "é", "AQ=", "A", "A=Q=", "AQ==AQ==", "AQ=*"])
    func noBase64(_ text: String) {
        #expect(throws: DecodingFailure.self) { try decoded("\"\(text)\"", as: Data.self) }
    }

    @Test func brokenUTF8() {
        let bytes: [[UInt8]] = [
            [0x22, 0xFF, 0x22], [0x22, 0xF0, 0x9F, 0x98, 0x22], [0x22, 0xC0, 0x80, 0x22],
            [0x22, 0x5C, 0x6E, 0xFF, 0x22],
        ]
        for bytes in bytes {
            let response = ClientResponse(HTTPResponse(status: .ok), Data(bytes))
            #expect(throws: DecodingFailure.self) { try response.json() as String }
        }
    }

    @Test func hostileTexts() throws {
        #expect(throws: DecodingFailure.self) {
            try decoded(String(repeating: "[", count: 100_000), as: JSONValue.self)
        }
        #expect(throws: DecodingFailure.self) {
            try decoded(String(repeating: #"{"a":"#, count: 100_000), as: JSONValue.self)
        }
        let deep = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
        #expect(try decoded(deep, as: JSONValue.self).array?.count == 1)
        let digits = String(repeating: "9", count: 1_000_000)
        #expect(try decoded(digits, as: JSONValue.self).number?.text == digits)
        #expect(throws: DecodingFailure.self) { try decoded(digits, as: Int.self) }
        #expect(throws: DecodingFailure.self) { try decoded(digits, as: Double.self) }
    }

    @Test func numbers() throws {
        #expect(try decoded("1.0", as: Int.self) == 1)
        #expect(try decoded("1e3", as: Int64.self) == 1_000)
        #expect(try decoded("18446744073709551615", as: UInt64.self) == .max)
        #expect(try decoded("0.1", as: Double.self) == 0.1)
        #expect(try decoded("0.1", as: Float.self) == 0.1)
        #expect(try decoded("1.10", as: Decimal.self) == Decimal(string: "1.1"))
        #expect(throws: DecodingFailure.self) { try decoded("1.5", as: Int.self) }
        #expect(throws: DecodingFailure.self) { try decoded("300", as: Int8.self) }
        #expect(throws: DecodingFailure.self) { try decoded("-1", as: UInt.self) }
        #expect(throws: DecodingFailure.self) { try decoded("1e400", as: Double.self) }
        #expect(throws: DecodingFailure.self) { try decoded("\"1\"", as: Int.self) }
    }

    @Test func numbersAreEqualByValue() throws {
        let one = try #require(JSONNumber("1"))
        for text in ["1.0", "1e0", "10e-1", "0.1E1", "1.000"] {
            let other = try #require(JSONNumber(text))
            #expect(one == other)
            #expect(one.hashValue == other.hashValue)
        }
        #expect(one != JSONNumber("-1"))
        #expect(one != JSONNumber("1.0000000000000000000001"))
        #expect(JSONNumber("0") == JSONNumber("-0.0e5"))
        for text in ["", "-", "1.", "a", "1e", "0x1", " 1", "01", "1_0"] { #expect(JSONNumber(text) == nil) }
        #expect(JSONNumber(Double.nan) == nil)
        #expect(JSONNumber("1e2")?.int == 100)
        #expect(JSONNumber("0.30")?.decimal == Decimal(string: "0.3"))
        #expect(JSONNumber("1e400")?.decimal == nil)
        #expect(JSONNumber("1e400")?.double == .infinity)
    }

    @Test func whatIsWritten() async throws {
        struct Value: Encodable {
            var z = 1
            var id = UUID(uuidString: "AA3D8E8E-462B-4476-9618-72DB7F7B7009")
            var url = URL(string: "https://a.test/b?c=d")
            var data = Data([1, 2, 255])
            var price = Decimal(string: "12345678901234567890.10")
            var big = UInt64.max
            var half = 0.5
            var whole = 3.0
            var single: Float = 0.1
            var none: Int?
            var day = CalendarDate("2024-10-01")
            var at = DateTime("2024-10-01T00:00:00.50+02:00")
            var nested = ["b": [1], "a": []]
            var optional: [Int?] = [1, nil]
        }
        let expected =
            #"{"at":"2024-10-01T00:00:00.50+02:00","big":18446744073709551615,"data":"AQL/","day":"2024-10-01","#
            + #""half":0.5,"id":"aa3d8e8e-462b-4476-9618-72db7f7b7009","nested":{"a":[],"b":[1]},"optional":[1,null],"#
            + #""price":12345678901234567890.1,"single":0.1,"url":"https://a.test/b?c=d","whole":3,"z":1}"#
        #expect(try await written(Value()) == expected)
        await #expect(throws: RequestFailure.self) { _ = try await written([Double.infinity]) }
        #expect(try await written([UUID: Int]()) == "[]")
        #expect(try await written(Date(timeIntervalSince1970: 0)) == "\"1970-01-01T00:00:00Z\"")
    }

    @Test func failuresNameThePlace() {
        struct Inner: Decodable { var code: Int }
        struct Outer: Decodable { var errors: [Inner] }
        func failure<T: Decodable>(_ text: String, _ type: T.Type) -> String {
            switch Result(catching: { try decoded(text, as: type) }) {
            case .success: "none"
            case .failure(let error): "\(error)"
            }
        }
        #expect(
            failure(#"{"errors":[{"code":1},{"code":"SECRET"}]}"#, Outer.self)
                == "errors[1].code: expected an integer, found a string")
        #expect(failure(#"{"errors":[{}]}"#, Outer.self) == "errors[0].code: missing")
        #expect(failure(#"{"errors":null}"#, Outer.self) == "errors: expected an array, found null")
        #expect(failure(#"["SECRET"]"#, [UUID].self) == "[0]: not a valid UUID")
        #expect(failure(#"{"a": SECRET}"#, [String: Int].self) == "not JSON: expected a value at byte 6")
    }

    @Test func literalsAndMembers() {
        let value: JSONValue = ["name": "Rex", "tags": ["dog", nil], "age": 3, "weight": 1.5, "good": true]
        #expect(value["name"]?.string == "Rex")
        #expect(value["tags"]?[1]?.isNull == true)
        #expect(value["tags"]?[2] == nil)
        #expect(value["age"]?.int == 3)
        #expect(value["weight"]?.double == 1.5)
        #expect(value["good"]?.bool == true)
        #expect(value.description == #"{"age":3,"good":true,"name":"Rex","tags":["dog",null],"weight":1.5}"#)
    }

    @Test func foreignCoders() throws {
        let text = #"{"a":[1,2.5,18446744073709551615,null,true,"x"],"b":{"c":{}}}"#
        let value = try JSONDecoder().decode(JSONValue.self, from: Data(text.utf8))
        #expect(try value == decoded(text))
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(String(decoding: try encoder.encode(value), as: UTF8.self) == text)
    }
}
