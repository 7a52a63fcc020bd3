import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// A body that comes in pieces of a few bytes, so that every line end and every character is cut somewhere.
func pieces(_ text: String, of size: Int) -> HTTPBody {
    let bytes = Array(text.utf8)
    let chunks = stride(from: 0, to: bytes.count, by: size).map { Data(bytes[$0..<min($0 + size, bytes.count)]) }
    return HTTPBody(
        AsyncStream { continuation in
            for chunk in chunks { continuation.yield(chunk) }
            continuation.finish()
        })
}

@Suite struct StreamTests {
    @Test(arguments: [1, 2, 3, 7, 1_000])
    func events(size: Int) async throws {
        let text =
            "\u{FEFF}: comment\r\ndata: one\r\n\r\nevent: add\rdata: two\rdata:  lines\r\rid: 7\nretry: 250\ndata: é😀\u{2028}\n\n"
            + "data\n\nid: a\u{0}b\nevent:\ndata:x:y\nother: z\n\n\n\ndata: cut off"
        var events: [ServerSentEvent] = []
        for try await event in EventStream<ServerSentEvent>(pieces(text, of: size)) { events.append(event) }
        #expect(
            events == [
                ServerSentEvent(data: "one"),
                ServerSentEvent(event: "add", data: "two\n lines"),
                ServerSentEvent(id: "7", data: "é😀\u{2028}", retry: 250),
                ServerSentEvent(id: "7", data: "", retry: 250),
                ServerSentEvent(id: "7", data: "x:y", retry: 250),
            ])
    }

    @Test func decodedEvents() async throws {
        let text = "data: {\"a\":\ndata: 1}\n\ndata: {\"a\":2}\n\ndata: [DONE]\n\ndata: {\"a\":3}\n\n"
        var values: [[String: Int]] = []
        for try await value in EventStream<[String: Int]>(pieces(text, of: 4)) { values.append(value) }
        #expect(values == [["a": 1], ["a": 2]])
    }

    @Test(arguments: [1, 5, 1_000])
    func jsonLines(size: Int) async throws {
        let text = "{\"a\":1}\r\n\n  {\"a\":2}\n\u{1E}{\"a\":3}\n{\"a\":4}"
        var values: [[String: Int]] = []
        for try await value in JSONLines<[String: Int]>(pieces(text, of: size)) { values.append(value) }
        #expect(values == [["a": 1], ["a": 2], ["a": 3], ["a": 4]])
    }

    @Test(arguments: [1, 5, 1_000])
    func jsonTextSequences(size: Int) async throws {
        let text = "\u{1E}{\n  \"a\": 1\n}\n\u{1E}\u{1E}{\"a\":\r\n2}\n\u{1E}{\"a\":3}"
        var values: [[String: Int]] = []
        for try await value in JSONLines<[String: Int]>(pieces(text, of: size)) { values.append(value) }
        for try await value in JSONLines<[String: Int]>(HTTPBody("{\"a\":\n4}\n"), sequence: true) {
            values.append(value)
        }
        #expect(values == [["a": 1], ["a": 2], ["a": 3], ["a": 4]])
    }

    /// The error of a call of ``Events``, or of reading what it gives.
    private func eventsError(_ type: String, _ text: String) async -> ClientError<Never>? {
        let stub = StubTransport(.text(text, type: type, headers: [.init("X-Request-Id")!: "r-1"]))
        do {
            for try await _ in try await Bare(transport: stub).connection.run(Events()) {}
            return nil
        } catch { return error as? ClientError<Never> }
    }

    @Test func anotherContentTypeIsUndecodable() async {
        let error = await eventsError("application/json", "{\"message\": \"quota\"}")
        #expect(
            error?.description
                == "undecodable response (status 200, request r-1): events: expected an event stream, found another content type"
        )
        guard case .undecodable(_, let response)? = error else { return }
        #expect(response.body == Data("{\"message\": \"quota\"}".utf8))
    }

    @Test func errorsOfEventsNameTheOperation() async {
        let error = await eventsError("text/event-stream", "data: 1\n\ndata: x\n\n")
        #expect(
            error?.description
                == "undecodable response (status 200, request r-1): events: not JSON: expected a value at byte 0")
    }

    @Test func eventsOfTheTypeErrorAreErrors() async {
        let error = await eventsError("text/event-stream", "data: 1\n\nevent: error\ndata: {\"code\":7}\n\n")
        #expect(
            error?.description
                == "undecodable response (status 200, request r-1): events: the service sent an event of the type 'error'"
        )
        guard case .undecodable(_, let response)? = error else { return }
        #expect(response.body == Data("{\"code\":7}".utf8))
    }

    @Test func brokenElementsThrow() async {
        await #expect(throws: DecodingFailure.self) {
            for try await _ in JSONLines<Int>(HTTPBody("1\nx\n")) {}
        }
    }

    @Test func limits() async throws {
        #expect(try await pieces("12345", of: 2).collect(upTo: 5) == Data("12345".utf8))
        await #expect(throws: ResponseTooLarge.self) { try await pieces("12345", of: 2).collect(upTo: 4) }
        await #expect(throws: ResponseTooLarge.self) { try await HTTPBody("12345").collect(upTo: 4) }
    }
}
