import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// A session that ends with its last transport; `URLSession` would keep itself and its delegate for ever.
nonisolated final class OwnedSession: Sendable {
    let base: URLSession
    let delegate = ExchangeDelegate()

    init(_ configuration: URLSessionConfiguration) {
        base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    deinit { base.finishTasksAndInvalidate() }
}

/// Hands what `URLSession` reports to the exchange it belongs to.
nonisolated final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
    private let exchanges = Locked<[Int: Exchange]>([:])

    func run(_ task: URLSessionTask, followingRedirects: Bool) async throws -> (HTTPResponse, HTTPBody) {
        let exchange = Exchange(task, followsRedirects: followingRedirects)
        exchanges.withLock { $0[task.taskIdentifier] = exchange }
        let head = try await exchange.head()
        let owner = ExchangeOwner(exchange)
        let isEncoded = head.headerFields[.contentEncoding] != nil
        let length = isEncoded ? nil : head.headerFields[.contentLength].flatMap { Int64($0) }
        return (head, HTTPBody(length: length) { HTTPBody.AsyncIterator { try await owner.exchange.next() } })
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
    ) {
        exchanges.value[dataTask.taskIdentifier]?.received(response)
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        exchanges.value[dataTask.taskIdentifier]?.received(data)
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.finished(error, task.response)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        let isFollowed = exchanges.value[task.taskIdentifier]?.followsRedirects ?? true
        completionHandler(isFollowed ? Self.redirected(request, from: task.originalRequest) : nil)
    }

    /// The request that follows a redirect, or `nil` where it must not be followed.
    static func redirected(_ request: URLRequest, from original: URLRequest?) -> URLRequest? {
        guard let target = request.url, let source = original?.url, let scheme = target.scheme?.lowercased() else {
            return nil
        }
        if origin(of: target) == origin(of: source) { return request }
        let isDowngrade = source.scheme?.lowercased() == "https" && scheme != "https"
        guard !isDowngrade, ["GET", "HEAD"].contains(request.httpMethod ?? "GET") else { return nil }
        var stripped = URLRequest(url: target)
        stripped.httpMethod = request.httpMethod
        stripped.httpShouldHandleCookies = false
        stripped.setValue(original?.value(forHTTPHeaderField: "Accept"), forHTTPHeaderField: "Accept")
        return stripped
    }

    private static func origin(of url: URL) -> String {
        let scheme = url.scheme?.lowercased() ?? ""
        return "\(scheme)://\(url.host?.lowercased() ?? ""):\(url.port ?? (scheme == "https" ? 443 : 80))"
    }
}

/// Stops the transfer once nobody can read its body any more.
nonisolated private final class ExchangeOwner: Sendable {
    let exchange: Exchange

    init(_ exchange: Exchange) { self.exchange = exchange }

    deinit { exchange.cancel() }
}

/// One request and its answer: what has come and has not been read, and who waits for more.
nonisolated final class Exchange: Sendable {
    private struct State {
        var head: CheckedContinuation<HTTPResponse, any Error>?
        var reader: CheckedContinuation<Data?, any Error>?
        var chunks: [Data] = []
        var size = 0
        var isSuspended = false
        var end: Result<Data?, any Error>?
    }

    /// A transfer pauses while more than this many bytes wait to be read.
    private static let highWater = 1_024 * 1_024
    let followsRedirects: Bool
    private let task: URLSessionTask
    private let state = Locked(State())

    init(_ task: URLSessionTask, followsRedirects: Bool) {
        self.task = task
        self.followsRedirects = followsRedirects
    }

    func cancel() { task.cancel() }

    func head() async throws -> HTTPResponse {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                state.withLock { $0.head = continuation }
                task.resume()
            }
        } onCancel: {
            task.cancel()
        }
    }

    func received(_ response: URLResponse) {
        let head = Self.head(of: response)
        let waiting = state.withLock { state in
            defer { state.head = nil }
            return state.head
        }
        waiting?.resume(with: head)
    }

    func received(_ data: Data) {
        let reader = state.withLock { state -> CheckedContinuation<Data?, any Error>? in
            defer { state.reader = nil }
            if state.reader == nil {
                state.chunks.append(data)
                state.size += data.count
                if state.size > Self.highWater, !state.isSuspended {
                    state.isSuspended = true
                    task.suspend()
                }
            }
            return state.reader
        }
        reader?.resume(returning: data)
    }

    func finished(_ error: (any Error)?, _ response: URLResponse?) {
        let end: Result<Data?, any Error> = error.map { .failure(Self.converted($0)) } ?? .success(nil)
        let (head, reader) = state.withLock { state in
            defer { (state.head, state.reader) = (nil, nil) }
            state.end = end
            return (state.head, state.reader)
        }
        if let error {
            head?.resume(throwing: Self.converted(error))
        } else {
            head?.resume(with: Self.head(of: response))
        }
        reader?.resume(with: end)
    }

    /// The next bytes, or `nil` behind the last.
    func next() async throws -> Data? {
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let now = state.withLock { state -> Result<Data?, any Error>? in
                    if !state.chunks.isEmpty {
                        let all = state.chunks.count == 1 ? state.chunks[0] : Data(state.chunks.joined())
                        state.chunks = []
                        state.size = 0
                        if state.isSuspended {
                            state.isSuspended = false
                            task.resume()
                        }
                        return .success(all)
                    }
                    if let end = state.end { return end }
                    state.reader = continuation
                    return nil
                }
                if let now { continuation.resume(with: now) }
            }
        } onCancel: {
            task.cancel()
        }
    }

    private static func converted(_ error: any Error) -> any Error {
        (error as? URLError)?.code == .cancelled ? CancellationError() : error
    }

    private static func head(of response: URLResponse?) -> Result<HTTPResponse, any Error> {
        guard let response = response as? HTTPURLResponse else { return .failure(URLError(.badServerResponse)) }
        var fields = HTTPFields()
        for (name, value) in response.allHeaderFields {
            guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else {
                continue
            }
            fields.append(HTTPField(name: name, value: value))
        }
        return .success(HTTPResponse(status: .init(code: response.statusCode), headerFields: fields))
    }
}
