import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// Limits of what is held in memory, and work in proportion to what arrives.
@Suite struct LimitTests {
    /// An endless answer of the same chunk; counts how many have been read.
    private func endless(_ chunk: String, _ count: Recorder) -> HTTPBody {
        let data = Data(chunk.utf8)
        return HTTPBody(
            AsyncThrowingStream<Data, any Error> {
                count.add("")
                return data
            })
    }

    private func client(_ body: HTTPBody, _ type: String) -> Bare {
        let head = HTTPResponse(status: 200, headerFields: [.contentType: type])
        return Bare(transport: StubTransport(.init(head, body))).with {
            $0.maximumEventSize = 100_000
            $0.maximumLineSize = 100_000
            $0.maximumPartSize = 1_000
            $0.maximumResponseSize = 10_000_000
        }
    }

    @Test(arguments: ["data: 0123456789", "data: 0123456789\n", "data:\n"])
    func anEventIsRefusedAtItsLimit(_ chunk: String) async throws {
        let read = Recorder()
        let client = client(endless(chunk, read), "text/event-stream")
        do {
            for try await _ in try await client.connection.run(Events()) {}
            Issue.record("no error")
        } catch {
            guard case .undecodable(let error, let response)? = error as? ClientError<Never> else {
                Issue.record("\(error)")
                return
            }
            #expect((error as? ResponseTooLarge)?.limit == 100_000)
            #expect(response.body.isEmpty)
        }
        // Each line of data counts with its line feed.
        #expect(read.texts.count <= 100_002)
    }

    @Test(arguments: ["{\"a\":\"0123456789", "\u{1E}[0,\n"])
    func aLineOrARecordIsRefusedAtItsLimit(_ chunk: String) async throws {
        let read = Recorder()
        let isRecord = chunk.hasPrefix("\u{1E}")
        let body = endless(isRecord ? "0,\n" : chunk, read)
        let client = client(body, isRecord ? "application/json-seq" : "application/jsonl")
        await #expect(throws: ClientError<Never>.self) {
            for try await _ in try await client.connection.run(Lines()) {}
        }
        #expect(read.texts.count < 50_000)
    }

    /// An operation that answers with lines of JSON.
    private struct Lines: ClientEndpoint {
        static let id = "lines"
        func request() throws -> ClientRequest {
            var request = ClientRequest(.get, "/lines")
            request.streams = ["application/jsonl", "application/json-seq"]
            return request
        }
        static func outcome(of response: ClientResponse) throws -> ClientOutcome<JSONLines<JSONValue>, Never> {
            .output(response.jsonLines())
        }
    }

    @Test func aWholeAnswerIsRefusedAtItsLimit() async throws {
        let read = Recorder()
        let client = client(endless(String(repeating: " ", count: 1_000), read), "application/json")
        do {
            _ = try await client.connection.run(Whole())
            Issue.record("no error")
        } catch .undecodable(let error, _) {
            #expect("\(error)" == "the response has more than 10000000 bytes")
        } catch { Issue.record("\(error)") }
        #expect(read.texts.count <= 10_001)
    }

    private struct Whole: ClientEndpoint {
        static let id = "whole"
        func request() throws -> ClientRequest { ClientRequest(.get, "/whole") }
        static func outcome(of response: ClientResponse) throws -> ClientOutcome<[String: FileContent], Never> {
            .output(try response.multipart())
        }
    }

    @Test func aPartIsRefusedAtItsLimit() async throws {
        let content = String(repeating: "x", count: 1_001)
        let body = HTTPBody("--b\r\nContent-Disposition: form-data; name=a\r\n\r\n\(content)\r\n--b--")
        do {
            _ = try await client(body, "multipart/form-data; boundary=b").connection.run(Whole())
            Issue.record("no error")
        } catch .undecodable(let error, _) { #expect("\(error)" == "the part has more than 1000 bytes") } catch {
            Issue.record("\(error)")
        }
    }

    private func answer(_ type: String, _ body: String) -> ClientResponse {
        ClientResponse(HTTPResponse(status: 200, headerFields: [.contentType: type]), Data(body.utf8))
    }

    /// Ten times as much takes about ten times as long, not a hundred times.
    private func expectLinear(_ small: Int, _ work: (Int) throws -> Void) throws {
        var times = [threadSeconds()]
        for count in [small, small * 10] {
            try work(count)
            times.append(threadSeconds())
        }
        let (few, many) = (times[1] - times[0], times[2] - times[1])
        #expect(many < few * 35, "\(few) s, \(many) s")
    }

    @Test func formsAreReadInLinearTime() throws {
        try expectLinear(5_000) { count in
            let pairs = (0..<count).map { "name\($0)=value+\($0)" }
            let form: [String: String] = try answer("application/x-www-form-urlencoded", pairs.joined(separator: "&"))
                .form()
            #expect(form.count == count)
            #expect(form["name7"] == "value 7")
        }
        try expectLinear(5_000) { count in
            let pairs = Array(repeating: "a=1", count: count)
            let form: [String: [Int]] = try answer("application/x-www-form-urlencoded", pairs.joined(separator: "&"))
                .form()
            #expect(form["a"]?.count == count)
        }
    }

    @Test(arguments: [true, false]) func partsAreReadInLinearTime(named: Bool) throws {
        try expectLinear(1_000) { count throws in
            let parts = (0..<count).map {
                "--b\r\n\(named ? "Content-Disposition: form-data; name=n\($0)\r\n" : "")\r\n\($0)\r\n"
            }
            let body = answer("multipart/form-data; boundary=b", parts.joined() + "--b--")
            if named {
                let numbers: [String: Int] = try body.multipart()
                #expect(numbers.count == count)
            } else {
                let numbers: [Int] = try body.multipart()
                #expect(numbers == Array(0..<count))
            }
        }
    }
}
