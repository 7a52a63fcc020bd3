import ClientRuntime
import Foundation
import Testing

@Suite struct BodyFileTests {
    private let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("files-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    private func names() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    /// A body of ten chunks, which fails after five of them or waits there for ever.
    private func chunks(failing: Bool = false, waiting: Bool = false) -> HTTPBody {
        HTTPBody(
            AsyncThrowingStream<Data, any Error> { continuation in
                for index in 0..<10 {
                    if index == 5, failing { return continuation.finish(throwing: POSIXError(.ECONNRESET)) }
                    if index == 5, waiting { return }
                    continuation.yield(Data(repeating: UInt8(index), count: 1_000))
                }
                continuation.finish()
            })
    }

    @Test func bodiesAreWrittenWhole() async throws {
        let file = folder.appendingPathComponent("a b.bin")
        #expect(try await chunks().write(to: file) == 10_000)
        #expect(try Data(contentsOf: file) == Data((0..<10).flatMap { [UInt8](repeating: $0, count: 1_000) }))
        #expect(try await HTTPBody("short").write(to: file) == 5)
        #expect(try String(contentsOf: file, encoding: .utf8) == "short")
        #expect(try await HTTPBody().write(to: file) == 0)
        #expect(try Data(contentsOf: file).isEmpty)
        #expect(try names() == ["a b.bin"])
    }

    @Test func failuresLeaveWhatWasThere() async throws {
        let file = folder.appendingPathComponent("kept")
        try Data("before".utf8).write(to: file)
        let error = await #expect(throws: POSIXError.self) { try await chunks(failing: true).write(to: file) }
        #expect(error?.code == .ECONNRESET)
        #expect(try String(contentsOf: file, encoding: .utf8) == "before")
        #expect(try names() == ["kept"])
    }

    @Test func cancellationLeavesWhatWasThere() async throws {
        let file = folder.appendingPathComponent("kept")
        let body = chunks(waiting: true)
        let task = Task { try await body.write(to: file) }
        while try names().isEmpty { try await Task.sleep(for: .milliseconds(1)) }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(try names().isEmpty)
    }

    @Test func foldersThatCannotBeWritten() async throws {
        let missing = folder.appendingPathComponent("missing").appendingPathComponent("a")
        let body = HTTPBody(
            AsyncStream {
                Issue.record("the body is not read"); return nil
            })
        let error = await #expect(throws: POSIXError.self) { try await body.write(to: missing) }
        #expect(error?.code == .ENOENT)
        await #expect(throws: POSIXError.self) { try await HTTPBody("x").write(to: folder) }
        let web = try #require(URL(string: "https://a.test/b"))
        await #expect(throws: POSIXError.self) { try await HTTPBody("x").write(to: web) }
        #expect(try names().isEmpty)
    }
}

/// Which responses an operation gets while they still arrive.
@Suite struct StreamedResponseTests {
    private struct Endpoint: ClientEndpoint {
        static let id = "get"
        var streams: [String]
        var collected: [String] = []

        func request() throws -> ClientRequest {
            var request = ClientRequest(.get, "/x")
            request.streams = streams
            request.collected = collected
            return request
        }

        /// The bytes that have been read before the response is looked at, or the body.
        static func outcome(of response: ClientResponse) throws -> ClientOutcome<(Int, HTTPBody), Data> {
            switch response.status {
            case 200: .output((response.bytes().count, response.body))
            case 400: .failure(response.bytes())
            default: .undocumented
            }
        }
    }

    private func run(
        _ endpoint: Endpoint, type: String, status: Int = 200
    ) async throws(ClientError<Data>) -> (Int, HTTPBody) {
        let transport = StubTransport(.text("12345", type: type, status: status))
        return try await ClientConnection(server: "https://api.test" as ServerURL<Bare>, transport: transport)
            .run(endpoint)
    }

    @Test(
        arguments: [
            (["*/*"], [], "image/png", 0), (["*/*"], [], "", 0), (["image/*"], [], "image/png", 0),
            (["image/*"], [], "text/plain", 5), (["*/*"], ["application/json"], "application/json; charset=utf-8", 5),
            (["*/*"], ["application/json"], "application/pdf", 0), ([], [], "image/png", 5),
        ] as [([String], [String], String, Int)])
    func successes(streams: [String], collected: [String], type: String, read: Int) async throws {
        let (count, body) = try await run(Endpoint(streams: streams, collected: collected), type: type)
        #expect(count == read)
        #expect(try await body.collect() == Data("12345".utf8))
        await #expect(throws: ResponseTooLarge.self) { try await body.collect(upTo: 4) }
    }

    @Test func errorsAndUndocumentedResponsesAreRead() async {
        for status in [400, 201, 500] {
            do throws(ClientError<Data>) {
                _ = try await run(Endpoint(streams: ["*/*"]), type: "image/png", status: status)
                Issue.record("\(status) is no success")
            } catch {
                switch error {
                case .documented(let data, _): #expect(data == Data("12345".utf8) && status == 400)
                case .undocumented(let response): #expect(response.body == Data("12345".utf8) && status != 400)
                default: Issue.record(error)
                }
            }
        }
    }
}
