import ClientRuntime
import Foundation
import HTTPTypes
import Testing

@Suite(.timeLimit(.minutes(10))) struct TokenStoreTests {
    private func client(_ transport: any Transport, _ fetch: @escaping @Sendable () async throws -> String) -> Bare {
        var client = Bare(transport: transport)
        client.connection.authenticate(CredentialTests.bearer, with: .refreshing(fetch))
        return client
    }

    private static var request: ClientRequest {
        var request = ClientRequest(.get, "/x")
        request.security = [["bearer"]]
        return request
    }

    private struct Broken: Error {}

    @Test(arguments: [Duration?.none, .milliseconds(20)])
    func waitersLeaveAFetchThatHangs(timeout: Duration?) async throws {
        let gate = Gate()
        let client = client(StubTransport(.status(204))) {
            await gate.wait(); return "t"
        }.with(timeout: timeout)
        let task = Task { try await client.send(Self.request) }
        if timeout == nil {
            try? await Task.sleep(for: .milliseconds(20))
            task.cancel()
        }
        do {
            _ = try await task.value
            Issue.record("no error")
        } catch let error as ClientError<Never> {
            guard case .transport(let error) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(timeout == nil ? error is CancellationError : error is CallTimeout)
        } catch { Issue.record("\(error)") }
        await gate.open()
    }

    @Test func aFetchEndsWithItsLastWaiter() async throws {
        let ended = Counter()
        let client = client(StubTransport(.status(204))) {
            do { try await Task.sleep(for: .seconds(60)) } catch {
                _ = await ended.next()
                throw error
            }
            return "t"
        }
        let tasks = (0..<2).map { _ in Task { try await client.send(Self.request) } }
        try await Task.sleep(for: .milliseconds(20))
        tasks[0].cancel()
        try await Task.sleep(for: .milliseconds(20))
        #expect(await ended.value == 0)
        tasks[1].cancel()
        for task in tasks { await #expect(throws: ClientError<Never>.self) { _ = try await task.value } }
        for _ in 0..<100 where await ended.value == 0 { try await Task.sleep(for: .milliseconds(5)) }
        #expect(await ended.value == 1)
    }

    @Test func aFetchThatNeedsItsOwnTokenIsAnError() async throws {
        let own = Recorder()
        var client = Bare(transport: StubTransport(.status(204)))
        let holder = ClientHolder()
        client.connection.authenticate(
            CredentialTests.bearer,
            with: .refreshing {
                do { _ = try await holder.client?.send(Self.request) } catch {
                    own.add("\(error)")
                    throw error
                }
                return "t"
            })
        holder.client = client
        let ready = client.with(timeout: .seconds(5))
        await #expect(throws: ClientError<Never>.self) { _ = try await ready.send(Self.request) }
        #expect(
            own.texts == [
                "no response: no credential for the security scheme 'bearer': its fetch calls an operation that needs the "
                    + "same credential"
            ])
    }

    private final class ClientHolder: @unchecked Sendable { var client: Bare? }

    /// The calls are refused at different moments, and each has read the token before it failed to be renewed.
    @Test func manyRefusedCallsShareAFailedFetch() async throws {
        let fetches = Counter()
        let gate = Gate()
        let arrived = Counter()
        let stub = StubTransport { _ in
            if await arrived.next() == 100 { await gate.open() }
            await gate.wait()
            try await Task.sleep(for: .milliseconds(.random(in: 0...30)))
            return .status(401, headers: [.init("X-Request-Id")!: "r-1"])
        }
        let client = client(stub) {
            if await fetches.next() > 1 { throw Broken() }
            return "old"
        }
        let errors = await withTaskGroup(of: (any Error)?.self) { group in
            for _ in 0..<100 {
                group.addTask {
                    do {
                        _ = try await client.send(Self.request)
                        return nil
                    } catch { return error }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(await fetches.value == 2)
        for error in errors {
            let error = try #require(error as? ClientError<Never>)
            guard case .transport(let failure as CredentialFailure) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(failure.scheme == "bearer")
            #expect(failure.underlying is Broken)
            #expect(error.status == 401)
            #expect(
                error.description
                    == "no response: no credential for the security scheme 'bearer' after status 401, request r-1: its "
                    + "fetch failed: Broken")
        }
    }

    @Test func aLaterCallFetchesAgain() async throws {
        let fetches = Counter()
        let client = client(StubTransport(.status(401))) {
            if await fetches.next() > 1 { throw Broken() }
            return "old"
        }
        for _ in 0..<2 { await #expect(throws: ClientError<Never>.self) { _ = try await client.send(Self.request) } }
        #expect(await fetches.value == 3)
    }
}
