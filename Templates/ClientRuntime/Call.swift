import Foundation
import HTTPTypes

/// One call of an operation: credentials, attempts and timeouts, up to an answer that can be read.
nonisolated struct Call {
    enum Failure: Error {
        /// Nothing was sent.
        case request(any Error)
        case transport(any Error)
        /// The head came, the body cannot be used.
        case answer(any Error, HTTPResponse)
    }

    private let connection: ClientConnection
    private let request: ClientRequest
    private let operation: String

    init(_ connection: ClientConnection, _ request: ClientRequest, operation: String) {
        self.connection = connection
        self.request = request
        self.operation = operation
    }

    func answer() async -> Result<ClientResponse, Failure> {
        do { return .success(try await attempts()) } catch let failure as Failure { return .failure(failure) } catch {
            return .failure(.transport(error))
        }
    }

    private func attempts() async throws -> ClientResponse {
        var tokens = try await Authorization.tokens(for: request, connection)
        var attempt = 1
        var mayRefresh = request.body?.isReplayable ?? true
        while true {
            let head: HTTPRequest
            do { head = try assembled(tokens) } catch { throw Failure.request(error) }
            let retry = connection.options.retry
            let mayRetry = attempt < retry.attempts && retry.allows(head) && request.body?.isReplayable ?? true
            let delay: Duration
            do {
                observe(.request(head), attempt, tokens)
                let response = try await exchange(head)
                observe(.response(response.head), attempt, tokens)
                if response.status == 401, mayRefresh, tokens.contains(where: \.isRefreshable) {
                    mayRefresh = false
                    tokens = try await Authorization.refreshed(tokens)
                    continue
                }
                connection.recorder?.withLock { $0 = response.head }
                guard mayRetry, retry.statuses.contains(response.status) else { return response }
                delay = retry.delay(after: attempt, response.head)
            } catch let error as Failure {
                throw error
            } catch {
                observe(.failure(ClientError<Never>.transport(error).description), attempt, tokens)
                guard mayRetry, !(error is CancellationError || error is TooManyRedirects), !Task.isCancelled else {
                    throw error
                }
                delay = retry.delay(after: attempt, nil)
            }
            observe(.retry(after: delay), attempt, tokens)
            try await retry.sleep(delay)
            attempt += 1
        }
    }

    /// The request with server, credentials and the caller's own headers.
    private func assembled(_ tokens: [Authorization.Token]) throws -> HTTPRequest {
        var request = request
        let server = request.server ?? connection.server
        if let problem = server.problem { throw RequestFailure(problem) }
        for token in tokens { try token.apply(to: &request) }
        if let accept = request.accept { try request.setHeader("Accept", accept) }
        for cookie in request.cookies { request.headers.append(HTTPField(name: .cookie, value: cookie)) }
        for field in connection.options.headers { request.headers[field.name] = nil }
        request.headers.append(contentsOf: connection.options.headers)
        // One field, as RFC 6265, section 5.4 has it; setting the value by its name would split it again.
        if let cookie = request.headers[.cookie] {
            request.headers[fields: .cookie] = [HTTPField(name: .cookie, value: cookie)]
        }
        if let length = request.body?.length { request.headers[.contentLength] = String(length) }
        guard let method = HTTPRequest.Method(rawValue: request.method.name) else {
            throw RequestFailure("\(request.method.name) is no method")
        }
        return HTTPRequest(
            method: method, scheme: server.scheme, authority: server.authority,
            path: (request.basePath ?? server.path) + (try request.target()), headerFields: request.headers)
    }

    private func exchange(_ head: HTTPRequest) async throws -> ClientResponse {
        try await withTimeout(connection.options.timeout) { [connection, request] in
            let limit = request.followsRedirects ? connection.options.maximumRedirects : 0
            let redirects = Redirects(transport: connection.transport, limit: limit)
            let (response, body) = try await redirects.send(head, body: request.body)
            let type = MediaType(response.headerFields[.contentType] ?? "")
            let isSuccess = (200..<300).contains(response.status.code)
            if isSuccess, request.streams.contains(where: type.matches) {
                return ClientResponse(response, streaming: body)
            }
            do {
                return ClientResponse(response, try await body.collect(upTo: connection.options.maximumAnswerSize))
            } catch let error as AnswerTooLarge { throw Failure.answer(error, response) }
        }
    }

    private func observe(_ step: ClientObservation.Step, _ attempt: Int, _ tokens: [Authorization.Token]) {
        guard let observer = connection.options.observer else { return }
        let redaction = Redaction(connection.schemes)
        let shown: ClientObservation.Step =
            switch step {
            case .request(let head): .request(redaction.redacted(head))
            case .response(let head): .response(redaction.redacted(head))
            default: step
            }
        observer(ClientObservation(operation: operation, attempt: attempt, step: shown))
    }
}

/// Runs `work` for at most `limit`.
nonisolated func withTimeout<Value: Sendable>(
    _ limit: Duration?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    guard let limit else { return try await work() }
    return try await withThrowingTaskGroup(of: Value.self) { group in
        group.addTask { try await work() }
        group.addTask {
            try await Task.sleep(for: limit)
            throw CallTimeout(limit: limit)
        }
        defer { group.cancelAll() }
        guard let value = try await group.next() else { throw CancellationError() }
        return value
    }
}
