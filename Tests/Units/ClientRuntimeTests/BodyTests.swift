import ClientRuntime
import Foundation
import HTTPTypes
import Testing

@Suite struct BodyTests {
    private struct Pet: Codable, Hashable, Sendable { var name: String }

    private func text(_ request: StubTransport.Request) -> String { String(decoding: request.body, as: UTF8.self) }

    /// A body in parts with `B` for its boundary.
    private func parts(_ request: StubTransport.Request) throws -> String {
        let type = try #require(header("Content-Type", request.head))
        let boundary = try #require(type.split(separator: "=").last.map(String.init))
        return text(request).replacingOccurrences(of: boundary, with: "B").replacingOccurrences(of: "\r\n", with: "\n")
    }

    @Test func lines() async throws {
        let pets = [Pet(name: "a"), Pet(name: "b\n")]
        let lines = try await sent(.post) { try $0.jsonLines(pets) }
        #expect(text(lines) == "{\"name\":\"a\"}\n{\"name\":\"b\\n\"}\n")
        #expect(header("Content-Type", lines.head) == "application/jsonl")
        let sequence = try await sent(.post) { try $0.jsonLines(pets, as: "application/json-seq") }
        #expect(text(sequence) == "\u{1E}{\"name\":\"a\"}\n\u{1E}{\"name\":\"b\\n\"}\n")
        #expect(try await sent(.post) { try $0.jsonLines([Pet]?.none) }.body.isEmpty)
    }

    @Test func events() async throws {
        let data = try await sent(.post) { try $0.events([Pet(name: "a"), Pet(name: "b")]) }
        #expect(text(data) == "data: {\"name\":\"a\"}\n\ndata: {\"name\":\"b\"}\n\n")
        let whole = try await sent(.post) {
            try $0.events([ServerSentEvent(event: "e", data: "1\n2", retry: 5)], whole: true)
        }
        #expect(text(whole).split(separator: "\n").sorted() == ["data: 1", "data: 2", "event: e", "retry: 5"])
    }

    @Test(
        arguments: [
            ("text/plain", [0xC3, 0xA9]), ("text/plain; charset=utf-8", [0xC3, 0xA9]),
            ("text/plain; charset=ISO-8859-1", [0xE9]), ("text/plain; charset=\"windows-1252\"", [0xE9]),
            ("text/plain;charset=utf-16be", [0x00, 0xE9]),
        ] as [(String, [UInt8])])
    func charsets(type: String, bytes: [UInt8]) async throws {
        #expect(Array(try await sent(.post) { try $0.text("é", as: type) }.body) == bytes)
    }

    @Test(arguments: ["text/plain; charset=us-ascii", "text/plain; charset=klingon"])
    func charsetsThatCannotHoldTheText(type: String) async throws {
        await #expect(throws: (any Error).self) { _ = try await sent(.post) { try $0.text("é", as: type) } }
    }

    @Test func rangesOfMediaTypes() async throws {
        let file = FileContent(Data("x".utf8), contentType: "image/png")
        let request = try await sent(.post) { try $0.bytes(file, in: "image/*") }
        #expect(header("Content-Type", request.head) == "image/png")
        #expect(text(request) == "x")
        let any = try await sent(.post) { try $0.bytes(FileContent(Data()), in: "*/*") }
        #expect(header("Content-Type", any.head) == "application/octet-stream")
        for wrong in [FileContent(Data()), FileContent(Data(), contentType: "text/plain")] {
            await #expect(throws: (any Error).self) { _ = try await sent(.post) { try $0.bytes(wrong, in: "image/*") } }
        }
    }

    private struct Upload: Encodable {
        var title = "a b"
        var count = 3
        var tags = ["x", "y"]
        var pet = Pet(name: "p")
        var pets = [Pet(name: "q")]
        var photo = FileContent(Data("PNG".utf8), name: "my \"photo\".png", contentType: "image/png")
        var documents = [FileContent(Data("1".utf8)), FileContent(Data("2".utf8), name: "2.txt")]
        var nothing: String?
    }

    @Test func formsInParts() async throws {
        var upload = Upload()
        upload.photo.headers = ["X-Kind": "face"]
        let request = try await sent(.post) {
            try $0.multipart(
                upload,
                [
                    BodyEncoding("photo", contentType: "image/png, image/jpeg"),
                    BodyEncoding("tags", style: .form, explode: false),
                    BodyEncoding("pets", contentType: "application/json"),
                    BodyEncoding("documents", contentType: "text/plain"),
                ])
        }
        let expected = """
            --B
            Content-Disposition: form-data; name="title"

            a b
            --B
            Content-Disposition: form-data; name="count"

            3
            --B
            Content-Disposition: form-data; name="tags"

            x,y
            --B
            Content-Disposition: form-data; name="pet"
            Content-Type: application/json

            {"name":"p"}
            --B
            Content-Disposition: form-data; name="pets"
            Content-Type: application/json

            [{"name":"q"}]
            --B
            Content-Disposition: form-data; name="photo"; filename="my %22photo%22.png"
            Content-Type: image/png
            X-Kind: face

            PNG
            --B
            Content-Disposition: form-data; name="documents"; filename="documents"
            Content-Type: text/plain

            1
            --B
            Content-Disposition: form-data; name="documents"; filename="2.txt"
            Content-Type: text/plain

            2
            --B--

            """
        #expect(try parts(request) == expected)
    }

    @Test func partsByPosition() async throws {
        let files = [FileContent(Data("a".utf8)), FileContent(Data("b".utf8), name: "b.png")]
        let request = try await sent(.post) {
            try $0.multipart(
                files, as: "multipart/mixed", [BodyEncoding(contentType: "text/plain")],
                rest: BodyEncoding(contentType: "image/png"))
        }
        let expected = """
            --B
            Content-Type: text/plain

            a
            --B
            Content-Disposition: attachment; filename="b.png"
            Content-Type: image/png

            b
            --B--

            """
        #expect(try parts(request) == expected)
        #expect(header("Content-Type", request.head)?.hasPrefix("multipart/mixed; boundary=") ?? false)
    }

    @Test(arguments: ["bad\r\nX-Evil: 1", "ok"])
    func headersOfPartsCannotBreakOut(value: String) async throws {
        var file = FileContent(Data(), contentType: "text/plain")
        file.headers = ["X-A": value]
        let upload = ["f": file]
        if value == "ok" {
            #expect(try parts(try await sent(.post) { try $0.multipart(upload) }).contains("X-A: ok\n"))
        } else {
            await #expect(throws: (any Error).self) { _ = try await sent(.post) { try $0.multipart(upload) } }
        }
    }

    @Test func contentParameters() async throws {
        struct Filter: Encodable {
            var a = [1, 2]
            var b = "x y"
        }
        let request = try await sent(.get, "/x/") {
            try $0.path("p", json: Filter())
            $0.path("/")
            try $0.path("p", form: Filter())
            try $0.query("q", form: Filter(), [BodyEncoding("a", explode: false)])
            try $0.header("X-F", form: Filter())
            try $0.cookie("c", form: Filter())
        }.head
        let json = "%7B%22a%22%3A%5B1%2C2%5D%2C%22b%22%3A%22x%20y%22%7D"
        #expect(
            request.path == "/x/\(json)/a%3D1%26a%3D2%26b%3Dx%2520y?q=a%3D1%2C2%26b%3Dx%2520y")
        #expect(header("X-F", request) == "a=1&a=2&b=x%20y")
        #expect(header("Cookie", request) == "c=a%3D1%26a%3D2%26b%3Dx%2520y")
        #expect(try await sent { try $0.querystring(text: "a=b c") }.head.path == "/x?a%3Db%20c")
    }
}
