import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Performs one call of an operation, with credentials, retries and timeouts, and returns the response.
nonisolated final class Call: Sendable {
    enum Failure: Error {
        /// Nothing was sent.
        case request(any Error)
        case transport(any Error)
        /// The response arrived, but its body can't be read.
        case unreadable(any Error, HTTPResponse)
    }

    private let connection: ClientConnection
    private let options: ClientOptions
    private let request: ClientRequest
    private let operation: String

    init(_ connection: ClientConnection, _ request: ClientRequest, operation: String) {
        self.connection = connection
        options = connection.options
        self.request = request
        self.operation = operation
    }

    func response() async -> Result<ClientResponse, Failure> {
        do { return .success(try await attempts()) } catch let failure as Failure { return .failure(failure) } catch let
            failure as RequestFailure
        { return .failure(.request(failure)) } catch { return .failure(.transport(error)) }
    }

    private var isReplayable: Bool { request.body?.isReplayable ?? true }

    /// Each attempt has its own deadline, which includes fetching its credentials.
    private func attempts() async throws -> ClientResponse {
        var deadline = Deadline(after: options.timeout)
        var tokens = try await Authorization.tokens(for: request, connection, until: deadline)
        var attempt = 1
        var mayRefresh = isReplayable
        while true {
            let head: HTTPRequest
            do { head = try assembled(tokens) } catch { throw Failure.request(error) }
            let retry = options.retry
            let mayRetry = attempt < retry.attempts && retry.allows(head) && isReplayable
            var delay: Duration?
            do {
                observe(.request(head), attempt)
                let response = try await exchange(head, until: deadline)
                observe(.response(response.head), attempt)
                if response.status == 401, mayRefresh, tokens.contains(where: \.isRefreshable) {
                    mayRefresh = false
                    deadline = Deadline(after: options.timeout)
                    tokens = try await Authorization.refreshed(tokens, after: response.head, until: deadline)
                    continue
                }
                connection.recorder?.withLock { $0 = response.head }
                if mayRetry, retry.statuses.contains(response.status) {
                    delay = retry.delay(after: attempt, response.head)
                }
                if delay == nil { return response }
            } catch let error as Failure {
                throw error
            } catch {
                let error = TransportFailure.wrapping(error)
                observe(.failure(ClientError<Never>.transport(error).description), attempt)
                guard mayRetry, Self.isTransient(error), !Task.isCancelled else { throw error }
                delay = retry.delay(after: attempt, nil)
            }
            guard let delay else { continue }
            observe(.retry(after: delay), attempt)
            try await retry.sleep(delay)
            attempt += 1
            deadline = Deadline(after: options.timeout)
        }
    }

    static func isTransient(_ error: any Error) -> Bool {
        error is CallTimeout || (error as? TransportFailure)?.isTransient ?? false
    }

    /// The request with server, credentials and the caller's own headers.
    private func assembled(_ tokens: [Authorization.Token]) throws -> HTTPRequest {
        var request = request
        if let problem = options.problem { throw RequestFailure(problem) }
        let server = request.server ?? connection.server
        if let problem = server.problem { throw RequestFailure(problem) }
        for token in tokens { try token.apply(to: &request) }
        if let accept = request.accept { try request.setHeader("Accept", accept) }
        for cookie in request.cookies { request.headers.append(HTTPField(name: .cookie, value: cookie)) }
        for field in options.headers { request.headers[field.name] = nil }
        request.headers.append(contentsOf: options.headers)
        // RFC 6265, section 5.4, requires a single field; setting the value by name would split it again.
        if let cookie = request.headers.value(of: .cookie) {
            request.headers[fields: .cookie] = [HTTPField(name: .cookie, value: cookie)]
        }
        try request.body?.checkFiles()
        if let length = request.body?.length { request.headers[.contentLength] = String(length) }
        guard let method = HTTPRequest.Method(rawValue: request.method.name) else {
            throw RequestFailure("\(request.method.name) is not a valid method")
        }
        return HTTPRequest(
            method: method, scheme: server.scheme, authority: server.authority,
            path: try request.target(at: server), headerFields: request.headers)
    }

    private func exchange(_ head: HTTPRequest, until deadline: Deadline?) async throws -> ClientResponse {
        try await leavable(until: deadline) { [self] in
            let limit = request.followsRedirects ? options.maximumRedirects : 0
            let redirects = Redirects(transport: connection.transport, limit: limit)
            let (response, body) = try await redirects.send(head, body: request.body)
            let limits = ReadingLimits(options, deadline)
            if isStreamed(response) {
                return ClientResponse(response, streaming: body.leavable, operation, limits.withoutDeadline)
            }
            do {
                let data = try await body.collect(upTo: options.maximumResponseSize)
                return ClientResponse(response, data, operation, limits)
            } catch let error as ResponseTooLarge { throw Failure.unreadable(error, response) }
        }
    }

    private func isStreamed(_ response: HTTPResponse) -> Bool {
        guard !request.streams.isEmpty, (200..<300).contains(response.status.code) else { return false }
        let type = MediaType(of: response)
        return request.streams.contains(where: type.matches) && !request.collected.contains(where: type.matches)
    }

    private func observe(_ step: ClientObservation.Step, _ attempt: Int) {
        guard let observer = options.observer else { return }
        let redaction = Redaction(connection.schemes, request, own: options.headers)
        let shown: ClientObservation.Step =
            switch step {
            case .request(let head): .request(redaction.redacted(head))
            case .response(let head): .response(redaction.redacted(head))
            default: step
            }
        observer(ClientObservation(operation: operation, attempt: attempt, step: shown))
    }
}
