public import HTTPTypes

#if canImport(FoundationNetworking)
    import Foundation
    public import FoundationNetworking
#else
    public import Foundation
#endif

/// Sends requests with `URLSession`: without cookies and caches of its own, and with answers that arrive in chunks.
///
/// Redirects within an origin are followed. To another origin only GET and HEAD are, without any header the client
/// has set; from `https` to `http` none is: then the redirect itself is the answer.
public nonisolated struct URLSessionTransport: Transport {
    private let session: OwnedSession

    public init() {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.urlCache = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        self.init(configuration: configuration)
    }

    /// - Parameter configuration: Proxies, connection limits, timeouts and the like. Its headers are sent too.
    public init(configuration: URLSessionConfiguration) {
        session = OwnedSession(configuration)
    }

    public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        try await send(request, body: body, followingRedirects: true)
    }

    public func send(
        _ request: HTTPRequest, body: HTTPBody?, followingRedirects: Bool
    ) async throws -> (HTTPResponse, HTTPBody) {
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path,
            let url = URL(string: "\(scheme)://\(authority)\(path)")
        else { throw URLError(.badURL) }
        var converted = URLRequest(url: url)
        converted.httpMethod = request.method.rawValue
        converted.httpShouldHandleCookies = false
        for field in request.headerFields where field.name != .contentLength {
            converted.addValue(field.value, forHTTPHeaderField: field.name.rawName)
        }
        let upload = try await Upload(body)
        let task: URLSessionTask
        switch upload {
        case .none: task = session.base.dataTask(with: converted)
        case .data(let data):
            converted.httpBody = data
            task = session.base.dataTask(with: converted)
        case .file(let file, _): task = session.base.uploadTask(with: converted, fromFile: file)
        }
        defer { upload.finish() }
        return try await session.delegate.run(task, followingRedirects: followingRedirects)
    }
}

/// What is handed to `URLSession`: bodies that are not in memory go through a file, which every platform can send.
private nonisolated enum Upload {
    case none
    case data(Data)
    case file(URL, isTemporary: Bool)

    init(_ body: HTTPBody?) async throws {
        switch body?.pieces {
        case nil: self = .none
        case .data(let data): self = .data(data)
        case .file(let file): self = .file(file, isTemporary: false)
        case .sequence, .stream:
            let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
            guard let body, FileManager.default.createFile(atPath: file.path, contents: nil) else {
                throw CocoaError(.fileWriteUnknown)
            }
            let handle = try FileHandle(forWritingTo: file)
            defer { try? handle.close() }
            do {
                for try await chunk in body { try handle.write(contentsOf: chunk) }
            } catch {
                try? FileManager.default.removeItem(at: file)
                throw error
            }
            self = .file(file, isTemporary: true)
        }
    }

    func finish() {
        if case .file(let file, true) = self { try? FileManager.default.removeItem(at: file) }
    }
}
