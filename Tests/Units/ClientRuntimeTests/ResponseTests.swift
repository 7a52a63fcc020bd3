import ClientRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct ResponseTests {
    private struct Pet: Codable, Hashable, Sendable { var name: String }

    private func answer(_ type: String, _ body: String, headers: [(String, String)] = []) -> ClientResponse {
        var head = HTTPResponse(status: 200)
        head.headerFields[.contentType] = type
        for (name, value) in headers {
            HTTPField.Name(name).map { head.headerFields.append(HTTPField(name: $0, value: value)) }
        }
        return ClientResponse(head, Data(body.utf8))
    }

    private struct Parts: Decodable {
        var title: String
        var count: Int
        var isNew: Bool
        var pet: Pet
        var photo: FileContent
        var tags: [String]
        var ids: [Int]
        var missing: String?
    }

    @Test func parts() throws {
        let body = """
            preamble
            --x
            Content-Disposition: form-data; name="title"

            a
            b
            --x
            Content-Disposition: form-data; name=count

            3
            --x
            content-disposition: form-data; name="isNew"

            true
            --x
            Content-Disposition: form-data; name="pet"
            Content-Type: application/json

            {"name": "p"}
            --x
            Content-Disposition: form-data; name="photo"; filename="a \\"b\\".png"
            Content-Type: image/png
            X-Kind: face

            PNG
            --x
            Content-Disposition: form-data; name="tags"

            one
            --x
            Content-Disposition: form-data; name="ids"

            1
            --x
            Content-Disposition: form-data; name="ids"

            2
            --x--
            epilogue
            """.replacingOccurrences(of: "\n", with: "\r\n")
        let parts: Parts = try answer("multipart/form-data; boundary=\"x\"", body).multipart()
        #expect(parts.title == "a\r\nb")
        #expect(parts.count == 3)
        #expect(parts.isNew)
        #expect(parts.pet.name == "p")
        #expect(parts.photo.name == "a \"b\".png")
        #expect(parts.photo.contentType == "image/png")
        #expect(parts.photo.headers == ["X-Kind": "face"])
        #expect(try parts.photo.bytes() == Data("PNG".utf8))
        #expect(parts.tags == ["one"])
        #expect(parts.ids == [1, 2])
        #expect(parts.missing == nil)
    }

    @Test func partsByPosition() throws {
        let body = "--x\r\n\r\na\r\n--x\r\nContent-Type: text/csv\r\n\r\nb,c\r\n--x--"
        let files: [FileContent] = try answer("multipart/mixed; boundary=x", body).multipart()
        #expect(try files.map { String(decoding: try $0.bytes(), as: UTF8.self) } == ["a", "b,c"])
        #expect(files.map(\.contentType) == [nil, "text/csv"])
    }

    @Test(arguments: [
        ("multipart/form-data", "--x\r\n\r\na\r\n--x--"), ("multipart/form-data; boundary=x", "nothing"),
        ("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=a\r\n\r\ncut off"),
    ])
    func partsThatAreCutOff(type: String, body: String) {
        #expect(throws: DecodingFailure.self) { _ = try answer(type, body).multipart() as [String: FileContent] }
    }

    @Test func forms() throws {
        struct Form: Decodable {
            var name: String
            var tags: [String]
            var count: Int?
            var rate: Double
            var isOn: Bool

            init(from decoder: any Decoder) throws {
                let fields = try FieldDecoder(decoder)
                name = fields.string("name")
                tags = fields.array("tags")
                count = fields.optionalInt("count")
                rate = fields.double("rate")
                isOn = fields.bool("isOn")
                try fields.finish()
            }
        }
        let form: Form = try answer(
            "application/x-www-form-urlencoded", "name=12&tags=a&count=&rate=1.5&isOn=false"
        ).form()
        #expect(form.name == "12")
        #expect(form.tags == ["a"])
        #expect(form.count == nil)
        #expect(form.rate == 1.5)
        #expect(!form.isOn)
    }

    @Test func wholeEvents() async throws {
        struct Event: Decodable, Sendable {
            var data: String
            var event: String?
            var retry: Int?
        }
        let stream = answer("text/event-stream", "event: a\nretry: 7\ndata: {\"x\":1}\n\ndata: 2\n\n")
        var events: [Event] = []
        for try await event in try stream.events(of: Event.self, whole: true) { events.append(event) }
        #expect(events.map(\.data) == ["{\"x\":1}", "2"])
        #expect(events.map(\.event) == ["a", nil])
        #expect(events[0].retry == 7)
    }

    private struct Headers: DocumentedHeaders {
        let fields: HeaderFields
        init(fields: HeaderFields) { self.fields = fields }
    }

    @Test func headers() throws {
        let response = answer(
            "text/plain", "",
            headers: [
                ("X-Count", "12"), ("X-Name", "12"), ("X-When", "2024-10-01T12:00:00Z"), ("X-List", "1, 2"),
                ("X-List", "3"), ("X-Pet", "name,p"), ("X-Exploded", "name=p"), ("X-JSON", "{\"name\": \"p\"}"),
                ("Set-Cookie", "a=1; Expires=Tue, 01 Oct 2024"), ("Set-Cookie", "b=2"),
            ])
        let fields = Headers(response.head).fields
        #expect(try fields.value("x-count") == 12)
        #expect(try fields.value("X-Name") == "12")
        #expect(try fields.value("X-When") == DateTime("2024-10-01T12:00:00Z"))
        #expect(try fields.list("X-List") == [1, 2, 3])
        #expect(try fields.object("X-Pet", explode: false) == Pet(name: "p"))
        #expect(try fields.object("X-Exploded", explode: true) == Pet(name: "p"))
        #expect(try fields.json("X-JSON") == Pet(name: "p"))
        #expect(try fields.list("Set-Cookie") == ["a=1; Expires=Tue, 01 Oct 2024", "b=2"])
        #expect(try fields.value("X-None") == Int?.none)
        #expect(throws: DecodingFailure.self) { _ = try fields.value("X-JSON") as Int? }
    }

    @Test func serversOfOperations() async throws {
        func url(_ build: (inout ClientRequest) -> Void) async throws -> String {
            let head = try await sent(.get, "/x", build).head
            return "\(head.scheme ?? "")://\(head.authority ?? "")\(head.path ?? "")"
        }
        #expect(try await url { $0.use("https://other.test/v2" as ServerURL<Bare>) } == "https://other.test/v2/x")
        #expect(try await url { $0.use(ServerURL<Bare>?.none, orPath: "/v2") } == "https://api.test/v2/x")
        #expect(
            try await url { $0.use("http://a.test" as ServerURL<Bare>, orPath: "/v2") } == "http://a.test/x")
        let relative = ServerURL<Bare>("/v{n}", ["n": "3"], at: "https://host.test/")
        #expect(try await url { $0.use(relative) } == "https://host.test/v3/x")
    }

    @Test func aCookieHeaderBesideCookies() async throws {
        let head = try await sent {
            try $0.header("Cookie", "a=1")
            try $0.cookie("b", 2)
        }.head
        #expect(header("Cookie", head) == "a=1; b=2")
    }
}
