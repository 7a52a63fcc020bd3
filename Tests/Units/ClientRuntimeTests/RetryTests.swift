import ClientRuntime
import Foundation
import HTTPTypes
import Testing

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

@Suite struct RetryTests {
    private struct Failing: Transport {
        let error: any Error
        let sent = Recorder()

        func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            sent.add(request.path ?? "")
            throw error
        }
    }

    private func policy(_ attempts: Int, _ waits: Recorder, random: Double = 1) -> RetryPolicy {
        var policy = RetryPolicy(attempts: attempts)
        policy.sleep = { waits.add("\($0)") }
        policy.random = { random }
        return policy
    }

    /// The status of the last answer, and the waits before it.
    private func waits(_ answers: StubTransport, attempts: Int = 4, random: Double = 1) async throws -> [String] {
        let waits = Recorder()
        let client = Bare(transport: answers).with { $0.retry = policy(attempts, waits, random: random) }
        _ = try await client.send(ClientRequest(.get, "/x"))
        return waits.texts
    }

    @Test func jitterIsFull() async throws {
        let stub = StubTransport(.status(503))
        #expect(try await waits(stub) == ["0.5 seconds", "1.0 seconds", "2.0 seconds"])
        #expect(try await waits(stub, random: 0) == Array(repeating: "0.0 seconds", count: 3))
        #expect(try await waits(stub, random: 0.25) == ["0.125 seconds", "0.25 seconds", "0.5 seconds"])
    }

    @Test(arguments: [
        ("-1e300", "0.0 seconds"), ("-5", "0.0 seconds"), ("7", "7.0 seconds"), ("nan", "0.5 seconds"),
        ("Thu, 01 Jan 1970 00:00:00 GMT", "0.0 seconds"), ("soon", "0.5 seconds"),
    ])
    func retryAfter(_ text: String, _ wait: String) async throws {
        let answer = StubTransport.Response.status(503, headers: [.init("Retry-After")!: text])
        #expect(try await waits(StubTransport(answer), attempts: 2) == [wait])
    }

    @Test(arguments: ["31", "1e300", "Fri, 31 Dec 9999 23:59:59 GMT"])
    func aLongerRetryAfterThanTheCapEndsTheCall(_ text: String) async throws {
        let stub = StubTransport(.status(503, headers: [.init("Retry-After")!: text]))
        #expect(try await waits(stub).isEmpty)
        #expect(stub.requests.count == 1)
    }

    @Test(arguments: [
        (URLError.Code.serverCertificateUntrusted, 1), (.serverCertificateHasBadDate, 1), (.secureConnectionFailed, 1),
        (.fileDoesNotExist, 1), (.badURL, 1), (.cannotConnectToHost, 3), (.networkConnectionLost, 3), (.timedOut, 3),
    ])
    func onlyTransientErrorsAreRetried(_ code: URLError.Code, attempts: Int) async throws {
        let transport = Failing(error: URLError(code))
        let client = Bare(transport: transport).with { $0.retry = policy(3, Recorder()) }
        await #expect(throws: ClientError<Never>.self) { _ = try await client.send(ClientRequest(.get, "/x")) }
        #expect(transport.sent.texts.count == attempts)
    }

    @Test func errorsHaveWordsAndShowNoURL() async throws {
        let url = try #require(URL(string: "https://api.test/x?api_key=PLANTED"))
        let error = URLError(.cannotConnectToHost, userInfo: [NSURLErrorFailingURLErrorKey: url])
        do {
            _ = try await Bare(transport: Failing(error: error)).connection.send(ClientRequest(.get, "/x"))
            Issue.record("no error")
        } catch {
            #expect(error.description == "no response: the connection was refused (URLError -1004)")
            guard case .transport(let failure as TransportFailure) = error else {
                Issue.record("\(error)")
                return
            }
            #expect(failure.kind == .connectionRefused)
            #expect((failure.underlying as? URLError)?.code == .cannotConnectToHost)
            var dumped = "\(failure) \(String(reflecting: failure)) \(failure.localizedDescription)"
            dump(error, to: &dumped)
            dump(failure.underlying, to: &dumped)
            #expect(!dumped.contains("PLANTED"))
        }
    }

    @Test(arguments: [
        (URLError.Code.cannotFindHost, "the host was not found (URLError -1003)"),
        (.networkConnectionLost, "the connection was lost (URLError -1005)"),
        (.timedOut, "the transport timed out (URLError -1001)"),
        (.serverCertificateUntrusted, "the certificate was rejected (URLError -1202)"),
        (.badServerResponse, "the response is not valid HTTP (URLError -1011)"),
        (.notConnectedToInternet, "the network is unavailable (URLError -1009)"),
        (.unknown, "the transport failed (URLError -1)"),
    ])
    func words(_ code: URLError.Code, _ words: String) async throws {
        do {
            _ = try await Bare(transport: Failing(error: URLError(code))).connection.send(ClientRequest(.get, "/x"))
            Issue.record("no error")
        } catch { #expect(error.description == "no response: " + words) }
    }
}
