import Foundation
import RecordingServer
import Testing
import Wire
import WireClientsRuntime

/// The errors of calls over a socket, as the pages show them.
@Suite struct ErrorTests {
    private func readOne(_ wire: Wire) async -> String {
        do {
            return try await wire.statuses.read()
        } catch .documented(let problem, let response) {
            return "\(response.status.code) \(problem.text ?? "")"
        } catch {
            return error.isRetryable ? "later" : "never"
        }
    }

    @Test(arguments: [
        (Answer.body(404, #"{"text":"a"}"#), "404 a"), (.body(503, "x"), "later"), (.empty(301), "never"),
        (.body(200, "b", type: "text/plain"), "b"),
    ])
    func oneCall(answer: Answer, expected: String) async throws {
        _ = try await sent(answer) { url in #expect(await readOne(client(url)) == expected) }
    }

    private func readAll(_ wire: Wire) async -> String {
        do {
            let status = try await wire.statuses.read()
            try await wire.empty.read()
            return status
        } catch let error as any CallError {
            let place = "\(error.operation ?? "") failed with \(error.status ?? 0)"
            return error.isRetryable ? "\(place), try again" : place
        } catch {
            return "\(error)"
        }
    }

    /// One `catch` for the errors of several operations, whatever they document.
    @Test(arguments: [
        (Answer.body(409, "{}"), "readStatus failed with 409"),
        (.body(503, "x"), "readStatus failed with 503, try again"),
        (.body(404, #"{"text":"a"}"#), "readStatus failed with 404"),
    ])
    func severalCalls(answer: Answer, expected: String) async throws {
        _ = try await sent(answer) { url in #expect(await readAll(client(url)) == expected) }
    }

    private func readLimits(_ wire: Wire) async -> String {
        do {
            try await wire.limits.read()
            return "no error"
        } catch .documented(.tooManyRequests(let problem), _) {
            return "try again after \(problem.after ?? 60) seconds"
        } catch .documented(let failure, _) {
            return failure.error?.text ?? "unknown"
        } catch {
            return "\(error)"
        }
    }

    /// What several documented errors have in common is read whatever the status.
    @Test(arguments: [
        (Answer.body(403, #"{"error":{"text":"a"}}"#), "a"), (.body(409, #"{"error":{"text":"b"}}"#), "b"),
        (.body(429, #"{"after":1}"#), "try again after 1 seconds"), (.body(500, "x", type: "text/plain"), "unknown"),
    ])
    func severalErrors(answer: Answer, text: String) async throws {
        _ = try await sent(answer) { url in #expect(await readLimits(client(url)) == text) }
    }

    @Test(arguments: [
        (Answer.body(409, "{}"), "{}"), (.body(404, #"{"text":"a"}"#), #"{"text":"a"}"#), (.empty(301), ""),
    ])
    func errorsHaveTheBody(answer: Answer, body: String) async throws {
        _ = try await sent(answer) { url in
            let (response, documented) = await failure(client(url))
            #expect(response?.body == Data(body.utf8))
            #expect(documented == (response?.status.code == 404))
        }
    }

    private func failure(_ wire: Wire) async -> (FailedResponse?, isDocumented: Bool) {
        do {
            _ = try await wire.statuses.read()
            return (nil, false)
        } catch {
            return (error.failedResponse, error.documentedBody != nil)
        }
    }

    @Test func aServerThatIsNotThereIsRetryable() async throws {
        do {
            _ = try await client("http://127.0.0.1:9").statuses.read()
            Issue.record("no error")
        } catch {
            #expect(error.isRetryable && error.response == nil && error.operation == "readStatus")
            #expect("\(error)".hasPrefix("no response: readStatus: "))
        }
    }
}
