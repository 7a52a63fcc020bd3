import ClientRuntime
import Foundation
import HTTPTypes
import Testing

/// Holds whoever waits, cancelled or not, until it is opened.
actor Gate {
    private var waiters: [CheckedContinuation<Void, Never>] = []
    private var isOpen = false

    func wait() async {
        if isOpen { return }
        await withCheckedContinuation { waiters.append($0) }
    }

    func open() {
        isOpen = true
        for waiter in waiters { waiter.resume() }
        waiters = []
    }
}

/// Ignores cancellation: answers once its gate is open, or gives a body whose chunks wait for it.
struct StubbornTransport: Transport {
    let gate = Gate()
    var sendsHead = false
    var type = "application/json"

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        let head = HTTPResponse(status: 200, headerFields: [.contentType: type])
        if !sendsHead { await gate.wait() }
        return (
            head,
            HTTPBody(
                AsyncThrowingStream<Data, any Error> {
                    await gate.wait(); return nil
                })
        )
    }
}

@Suite(.serialized, .timeLimit(.minutes(10))) struct LeavingTests {
    /// What ``ClientError/transport(_:)`` carries, where that is thrown.
    private func failure<Failure: Sendable>(_ kind: Failure.Type, _ call: () async throws -> Void) async -> (any Error)?
    {
        do { try await call() } catch {
            if case .transport(let error)? = error as? ClientError<Failure> { return error }
        }
        return nil
    }

    /// The error of a call that is cancelled after a while.
    private func cancelled(_ transport: StubbornTransport, after delay: Duration) async -> (any Error)? {
        let shop = Shop(apiKey: "k", transport: transport)
        let task = Task { try await shop.items.get("1") }
        try? await Task.sleep(for: delay)
        task.cancel()
        return await failure(Shop.Problem.self) { _ = try await task.value }
    }

    @Test(arguments: [0, 20, 1_000, 20_000], [false, true])
    func aCancelledCallReturnsWhateverTheTransportDoes(microseconds: Int, sendsHead: Bool) async throws {
        let transport = StubbornTransport(sendsHead: sendsHead)
        #expect(await cancelled(transport, after: .microseconds(microseconds)) is CancellationError)
        await transport.gate.open()
    }

    @Test(arguments: [Duration.zero, .seconds(-1), .nanoseconds(1), .milliseconds(20)], [false, true])
    func timeoutsHoldWhateverTheTransportDoes(_ timeout: Duration, sendsHead: Bool) async throws {
        let transport = StubbornTransport(sendsHead: sendsHead)
        let shop = Shop(apiKey: "k", transport: transport).with(timeout: timeout)
        let error = await failure(Shop.Problem.self) { _ = try await shop.items.get("1") }
        #expect((error as? CallTimeout)?.limit == timeout)
        await transport.gate.open()
    }

    @Test func nothingIsSentWithoutTime() async throws {
        let stub = StubTransport(.json("{}"))
        await #expect(throws: ClientError<Never>.self) {
            try await Bare(transport: stub).with(timeout: .zero).send(ClientRequest(.get, "/x"))
        }
        #expect(stub.requests.isEmpty)
    }

    @Test func longTimeoutsDoNotOverflow() async throws {
        let client = Bare(transport: StubTransport(.json("{}"))).with(timeout: .seconds(Int64.max))
        #expect(try await client.send(ClientRequest(.get, "/x")).0.status == .ok)
    }

    @Test func readersOfAStreamLeaveToo() async throws {
        let transport = StubbornTransport(sendsHead: true, type: "text/event-stream")
        let (_, body) = try await Bare(transport: transport).send(ClientRequest(.get, "/x"))
        let task = Task { for try await _ in EventStream<String>(body) {} }
        try await Task.sleep(for: .milliseconds(10))
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        await transport.gate.open()
    }

    @Test func decodingCountsTowardsTheTimeout() async throws {
        let items = "[" + Array(repeating: #"{"name":"x"}"#, count: 200_000).joined(separator: ",") + "]"
        let client = Bare(transport: StubTransport(.json(items))).with(timeout: .milliseconds(30))
        let error = await failure(Never.self) { _ = try await client.connection.run(ItemList()) }
        #expect(error is CallTimeout)
    }

    private struct ItemList: ClientEndpoint {
        static let id = "items"
        func request() throws -> ClientRequest { ClientRequest(.get, "/items") }
        static func outcome(of response: ClientResponse) throws -> ClientOutcome<[Shop.Item], Never> {
            .output(try response.json())
        }
    }

    @Test func aBodyIsReadOnce() async throws {
        let body = pieces("abc", of: 1)
        #expect(try await body.collect() == Data("abc".utf8))
        await #expect(throws: HTTPBody.AlreadyRead.self) { _ = try await body.collect() }
        let stub = StubTransport(.init(HTTPResponse(status: 200), pieces("abc", of: 1)))
        let (_, answer) = try await Bare(transport: stub).send(ClientRequest(.get, "/x"))
        #expect(try await answer.collect() == Data("abc".utf8))
        await #expect(throws: HTTPBody.AlreadyRead.self) { _ = try await answer.collect() }
        #expect(try await HTTPBody("abc").collect() == Data("abc".utf8))
    }

    @Test func replayableBodiesAreReadAgain() async throws {
        let chunks = AsyncThrowingStream<Data, any Error> { $0.finish() }
        let body = HTTPBody(chunks, isReplayable: true)
        for _ in 0..<2 { #expect(try await body.collect().isEmpty) }
    }
}
