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
        #if canImport(FoundationNetworking)
            base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: ImmediateQueue())
        #else
            base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
        #endif
    }

    deinit { base.finishTasksAndInvalidate() }
}

#if canImport(FoundationNetworking)
    /// Calls the delegate where the session reports, not later: reports that wait in a queue hold the bytes of a
    /// response in memory without a limit. The session reports in order, one report at a time.
    nonisolated private final class ImmediateQueue: OperationQueue, @unchecked Sendable {
        override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
    }
#endif

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
        // On Linux informational responses, such as 103, are reported like the one that follows them.
        let isInformational = (response as? HTTPURLResponse).map { (100..<200).contains($0.statusCode) } ?? false
        if !isInformational { exchanges.value[dataTask.taskIdentifier]?.received(response) }
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
        guard let exchange = exchanges.value[task.taskIdentifier] else { return completionHandler(nil) }
        guard exchange.mayAnswerRedirect() else { return }
        completionHandler(exchange.followsRedirects ? Self.redirected(request, from: task.originalRequest) : nil)
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
