// swift-format-ignore-file
// Written by `make embed`.

/// The templates and the runtime's sources: path relative to `Templates` or `Sources`, and contents.
let embeddedTemplates: [(path: String, contents: String)] = [
    ("ClientRuntime/AsyncHTTPClientExchange.swift", #"""
#if AsyncHTTPClient
    import AsyncHTTPClient
    import HTTPTypes
    import NIOCore
    import NIOHTTP1

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// One request and its response: the bytes that were received but not read yet, and the tasks that wait for more.
    nonisolated final class HTTPClientExchange: HTTPClientResponseDelegate {
        typealias Response = Void

        private struct State {
            var task: HTTPClient.Task<Void>?
            var head: CheckedContinuation<HTTPResponse, any Error>?
            var reader: CheckedContinuation<ByteBuffer?, any Error>?
            /// The chunk to be read next. The following chunk is requested once this one is read.
            var chunk: (ByteBuffer, EventLoopPromise<Void>)?
            var end: Result<ByteBuffer?, any Error>?
            /// The number of remaining bytes of a response that refuses the request's body, if known.
            var refusal: Int?
        }

        private let owner: HTTPClientOwner
        private let upload: HTTPClientUpload?
        private let eventLoop: any EventLoop
        private let state = Locked(State())

        /// - Parameter eventLoop: The event loop on which AsyncHTTPClient calls the delegate.
        init(_ owner: HTTPClientOwner, _ upload: HTTPClientUpload?, on eventLoop: any EventLoop) {
            self.owner = owner
            self.upload = upload
            self.eventLoop = eventLoop
        }

        /// Sends the request and waits for the head of the response.
        func head(of request: HTTPClient.Request) async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let isCanceled = state.withLock { state in
                        if state.end == nil { state.head = continuation }
                        return state.end != nil
                    }
                    if isCanceled { return continuation.resume(throwing: CancellationError()) }
                    start(owner.client.execute(request: request, delegate: self, eventLoop: .delegate(on: eventLoop)))
                }
            } onCancel: {
                cancel()
            }
        }

        private func start(_ task: HTTPClient.Task<Void>) {
            task.futureResult.whenComplete { self.end($0.map { nil }) }
            let isEnded = state.withLock { state in
                if state.end == nil { state.task = task }
                return state.end != nil
            }
            if isEnded { task.cancel() }
        }

        /// The next bytes, or `nil` after the last.
        func next() async throws -> ByteBuffer? {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let (chunk, end) = state.withLock { state in
                        defer { state.chunk = nil }
                        if state.chunk == nil, state.end == nil { state.reader = continuation }
                        return (state.chunk, state.end)
                    }
                    if let (buffer, promise) = chunk {
                        promise.succeed()
                        continuation.resume(returning: buffer)
                    } else if let end {
                        continuation.resume(with: end)
                    }
                }
            } onCancel: {
                cancel()
            }
        }

        /// Ends the exchange immediately and resumes its callers; AsyncHTTPClient cancels its task later.
        func cancel() {
            let before = end(.failure(CancellationError()), discardingChunk: true)
            before.chunk?.1.fail(CancellationError())
            before.task?.cancel()
        }

        /// Resumes the waiting tasks, unless the exchange has already ended.
        ///
        /// - Returns: The state before.
        @discardableResult
        private func end(_ end: Result<ByteBuffer?, any Error>, discardingChunk: Bool = false) -> State {
            let end = end.mapError(TransportFailure.ofAsyncHTTPClient)
            let before = state.withLock { state in
                let before = state
                state = State(chunk: discardingChunk ? nil : before.chunk, end: before.end ?? end)
                return before
            }
            before.reader?.resume(with: end)
            switch end {
            case .success: before.head?.resume(throwing: HTTPClientError.remoteConnectionClosed)
            case .failure(let error): before.head?.resume(throwing: error)
            }
            upload?.cancel()
            return before
        }

        // MARK: - Delegate methods, called on an event loop

        func didSendRequestPart(task: HTTPClient.Task<Void>, _ part: IOData) { upload?.written(part.readableBytes) }

        func didVisitURL(task: HTTPClient.Task<Void>, _ request: HTTPClient.Request, _ head: HTTPResponseHead) {
            let isRedirect = (300..<400).contains(head.status.code) && head.headers.contains(name: "Location")
            guard owner.mayFollowRedirects, isRedirect else { return }
            received(head)
            end(.success(nil))
            // Before this returns, so that the client has no time to follow.
            task.cancel()
        }

        func didReceiveHead(task: HTTPClient.Task<Void>, _ head: HTTPResponseHead) -> EventLoopFuture<Void> {
            received(head)
            // AsyncHTTPClient sends no more of the body then, and would wait for its end behind that of the response.
            if upload != nil, head.status.code >= 300, !head.headers.contains(name: "Content-Encoding") {
                let length = head.headers.first(name: "Content-Length").flatMap { Int($0) }
                state.withLock { $0.refusal = length }
                endRefusal(after: 0)
            }
            return task.eventLoop.makeSucceededVoidFuture()
        }

        func didReceiveBodyPart(task: HTTPClient.Task<Void>, _ buffer: ByteBuffer) -> EventLoopFuture<Void> {
            let promise = task.eventLoop.makePromise(of: Void.self)
            let (reader, isEnded) = state.withLock { state in
                defer { state.reader = nil }
                if state.reader == nil, state.end == nil { state.chunk = (buffer, promise) }
                return (state.reader, state.end != nil)
            }
            if isEnded {
                promise.fail(CancellationError())
            } else if let reader {
                promise.succeed()
                reader.resume(returning: buffer)
            }
            endRefusal(after: buffer.readableBytes)
            return promise.futureResult
        }

        /// Ends the exchange with the last byte of a refusal.
        private func endRefusal(after count: Int) {
            let isWhole = state.withLock { state in
                state.refusal = state.refusal.map { $0 - count }
                return state.refusal.map { $0 <= 0 } ?? false
            }
            if isWhole { end(.success(nil)) }
        }

        func didFinishRequest(task: HTTPClient.Task<Void>) {}

        private func received(_ head: HTTPResponseHead) {
            let waiting = state.withLock { state in
                defer { state.head = nil }
                return state.head
            }
            var fields = HTTPFields()
            for (name, value) in head.headers {
                guard let name = HTTPField.Name(name) else { continue }
                fields.append(HTTPField(name: name, value: value))
            }
            let status = HTTPResponse.Status(code: Int(head.status.code), reasonPhrase: head.status.reasonPhrase)
            waiting?.resume(returning: HTTPResponse(status: status, headerFields: fields))
        }
    }

    /// Ends the exchange when the last reader of its body is released.
    nonisolated final class HTTPClientReader: Sendable {
        private let exchange: HTTPClientExchange

        init(_ exchange: HTTPClientExchange) { self.exchange = exchange }

        deinit { exchange.cancel() }

        func iterator() -> HTTPBody.AsyncIterator {
            HTTPBody.AsyncIterator {
                try await self.exchange.next().map { buffer in buffer.withUnsafeReadableBytes { Data($0) } }
            }
        }
    }
#endif

"""#),
    ("ClientRuntime/AsyncHTTPClientTransport.swift", #"""
#if AsyncHTTPClient
    public import AsyncHTTPClient
    public import HTTPTypes
    import NIOCore
    import NIOHTTP1
    import NIOHTTPCompression

    /// Sends requests with AsyncHTTPClient: the transport for servers and for programs on Linux.
    ///
    /// Bodies are streamed in both directions with back-pressure and are never held in memory as a whole. HTTP/2 is used if
    /// an `https` server offers it. Cancelling a call, or releasing an unread response body, ends the exchange; the
    /// connection is closed unless the exchange was complete.
    ///
    /// The transport follows no redirects; it returns the redirect as the response.
    public nonisolated struct AsyncHTTPClientTransport: Transport {
        private let owner: HTTPClientOwner

        /// Creates a transport over one HTTP client that all such transports share. It lives as long as the process.
        public init() { owner = .shared }

        /// Creates a transport with its own HTTP client, which shuts down after the last copy of the transport and the last response.
        ///
        /// - Parameter configuration: Proxy, certificates, connection pool and so on. Start from ``standardConfiguration``. The
        ///   transport always disables redirects and tracing, because attributes of spans would hold whole URLs. A connect
        ///   timeout of `nil` means no timeout.
        public init(configuration: HTTPClient.Configuration) {
            var configuration = configuration
            configuration.redirectConfiguration = .disallow
            configuration.timeout.connect = configuration.timeout.connect ?? .unlimited
            configuration.tracing.tracer = nil
            let isDecoding = if case .enabled = configuration.decompression { true } else { false }
            owner = HTTPClientOwner(HTTPClient(configuration: configuration), isOwned: true, isDecoding: isDecoding)
        }

        /// Creates a transport over an existing HTTP client, with that client's settings, timeouts and tracing.
        ///
        /// Compressed responses are not requested. To request them, enable `decompression` in the client's configuration and
        /// send `Accept-Encoding: gzip, deflate` with `ClientOptions.headers`.
        ///
        /// - Parameter client: The caller must shut it down after the last call; a later call throws
        ///   `HTTPClientError.alreadyShutdown`. If the client follows redirects, as `HTTPClient.shared` does, the transport
        ///   stops it before it sends credentials to another host. The body of a redirect is then empty.
        public init(client: HTTPClient) {
            owner = HTTPClientOwner(client, isOwned: false, isDecoding: false, mayFollowRedirects: true)
        }

        /// The settings of ``init()``. Change a copy and pass it to ``init(configuration:)``.
        ///
        /// - Timeouts are off, so only those of `ClientOptions` apply.
        /// - `gzip` and `deflate` are requested and decoded without a limit; the limits of `ClientOptions` count decoded bytes.
        ///   No other coding is requested or decoded.
        /// - A call whose connection can't be established fails at once; the client's retries decide what happens next.
        /// - At most 8 connections are opened to a host with HTTP/1.1, each kept for 60 seconds. For many event streams at a time,
        ///   raise `connectionPool.concurrentHTTP1ConnectionsPerHostSoftLimit`.
        public static var standardConfiguration: HTTPClient.Configuration {
            var configuration = HTTPClient.Configuration(
                redirectConfiguration: .disallow, decompression: .enabled(limit: .none))
            configuration.timeout.connect = .unlimited
            configuration.connectionPool.retryConnectionEstablishment = false
            configuration.networkFrameworkWaitForConnectivity = false
            configuration.tracing.tracer = nil
            return configuration
        }

        /// See ``Transport/send(_:body:)``.
        public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            let upload = body.map(HTTPClientUpload.init)
            let eventLoop = owner.client.eventLoopGroup.any()
            let exchange = HTTPClientExchange(owner, upload, on: eventLoop)
            let head = try await exchange.head(of: try owner.converted(request, upload, on: eventLoop))
            // RFC 9110, section 6.4.1. What AsyncHTTPClient makes of a missing gzip stream does not matter here.
            if request.method == .head || [204, 304].contains(head.status.code) { return (head, HTTPBody()) }
            let reader = HTTPClientReader(exchange)
            let length = head.headerFields[.contentEncoding] == nil ? head.headerFields[.contentLength] : nil
            return (head, HTTPBody(length: length.flatMap { Int64($0) }) { reader.iterator() })
        }
    }

    nonisolated extension TimeAmount {
        /// Ten years: AsyncHTTPClient treats a missing connect timeout as ten seconds.
        fileprivate static var unlimited: TimeAmount { .hours(10 * 365 * 24) }
    }

    /// Owns an HTTP client and shuts it down after its last exchange.
    nonisolated final class HTTPClientOwner: Sendable {
        static let shared = HTTPClientOwner(
            HTTPClient(configuration: AsyncHTTPClientTransport.standardConfiguration), isOwned: false, isDecoding: true)

        let client: HTTPClient
        let mayFollowRedirects: Bool
        private let isOwned: Bool
        private let isDecoding: Bool

        init(_ client: HTTPClient, isOwned: Bool, isDecoding: Bool, mayFollowRedirects: Bool = false) {
            self.client = client
            self.isOwned = isOwned
            self.isDecoding = isDecoding
            self.mayFollowRedirects = mayFollowRedirects
        }

        deinit {
            if isOwned { client.shutdown { _ in } }
        }

        func converted(
            _ request: HTTPRequest, _ upload: HTTPClientUpload?, on eventLoop: any EventLoop
        ) throws -> HTTPClient.Request {
            var headers = HTTPHeaders()
            for field in request.headerFields where field.name != .contentLength {
                headers.add(name: field.name.rawName, value: field.value)
            }
            if isDecoding, request.headerFields[.acceptEncoding] == nil {
                headers.add(name: "Accept-Encoding", value: "gzip, deflate")
            }
            return try HTTPClient.Request(
                url: "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")",
                method: HTTPMethod(rawValue: request.method.rawValue), headers: headers,
                body: upload?.content(on: eventLoop))
        }
    }
#endif

"""#),
    ("ClientRuntime/AsyncHTTPClientUpload.swift", #"""
#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore

    #if canImport(FoundationEssentials)
        import FoundationEssentials
    #else
        import Foundation
    #endif

    /// Uploads a request body and reads it no faster than it is written.
    nonisolated final class HTTPClientUpload: Sendable {
        private struct State {
            var isCanceled = false
            var task: Task<Void, Never>?
            /// The number of bytes passed to AsyncHTTPClient that are not written yet.
            var waiting = 0
            var sender: CheckedContinuation<Void, any Error>?
        }

        /// The largest number of bytes passed to AsyncHTTPClient at once.
        private static let pieceSize = 64 * 1_024
        /// Reading pauses while more bytes than this wait to be written.
        private static let window = 256 * 1_024
        private let body: HTTPBody
        private let state = Locked(State())

        init(_ body: HTTPBody) { self.body = body }

        func content(on eventLoop: any EventLoop) -> HTTPClient.Body {
            if case .data(let data) = body.pieces, data.count <= Self.pieceSize {
                return .byteBuffer(data.withUnsafeBytes { ByteBuffer(bytes: $0) })
            }
            return .stream(contentLength: body.length) { [self] writer in
                let sent = eventLoop.makePromise(of: Void.self)
                let task = Task {
                    do {
                        let last = try await send(to: writer)
                        // AsyncHTTPClient never gives the connection back if the response is over before it hears of the
                        // body's end: it hears of the end with the bytes the server waits for.
                        eventLoop.execute {
                            if let last { _ = writer.write(.byteBuffer(last)) }
                            sent.succeed()
                        }
                    } catch { sent.fail(error) }
                }
                let isCanceled = state.withLock { state in
                    state.task = task
                    return state.isCanceled
                }
                if isCanceled { task.cancel() }
                return sent.futureResult
            }
        }

        /// Sends all bytes except the last chunk of a body of known length, which it returns.
        private func send(to writer: HTTPClient.Body.StreamWriter) async throws -> ByteBuffer? {
            var remaining = body.length
            var last: ByteBuffer?
            for try await chunk in body {
                var rest = chunk
                while !rest.isEmpty {
                    let piece = rest.prefix(Self.pieceSize)
                    rest = rest.dropFirst(Self.pieceSize)
                    try await makeRoom(for: piece.count)
                    let buffer = piece.withUnsafeBytes { ByteBuffer(bytes: $0) }
                    remaining = remaining.map { $0 - Int64(piece.count) }
                    // A write that fails fails the exchange, which cancels the upload.
                    if let last { _ = writer.write(.byteBuffer(last)) }
                    last = remaining == 0 ? buffer : nil
                    if last == nil { _ = writer.write(.byteBuffer(buffer)) }
                }
            }
            return last
        }

        private func makeRoom(for count: Int) async throws {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state -> Result<Void, any Error>? in
                    if state.isCanceled { return .failure(CancellationError()) }
                    state.waiting += count
                    if state.waiting <= Self.window { return .success(()) }
                    state.sender = continuation
                    return nil
                }
                if let result { continuation.resume(with: result) }
            }
        }

        /// Notes that bytes were written to the connection.
        func written(_ count: Int) {
            let sender = state.withLock { state -> CheckedContinuation<Void, any Error>? in
                state.waiting -= count
                guard state.waiting <= Self.window else { return nil }
                defer { state.sender = nil }
                return state.sender
            }
            sender?.resume()
        }

        func cancel() {
            let (task, sender) = state.withLock { state in
                defer { (state.isCanceled, state.task, state.sender) = (true, nil, nil) }
                return (state.task, state.sender)
            }
            sender?.resume(throwing: CancellationError())
            task?.cancel()
        }
    }
#endif

"""#),
    ("ClientRuntime/Authorization.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Adds credentials to requests.
nonisolated enum Authorization {
    struct Token: Sendable {
        let scheme: SecurityScheme
        let prefix: String?
        var value: String
        /// The source of the value, if it can be refreshed.
        var store: TokenStore?
        var reading: TokenStore.Reading?

        var isRefreshable: Bool { store != nil }

        func apply(to request: inout ClientRequest) throws {
            switch scheme.kind {
            case .apiKey(let location, let name):
                let text = (prefix ?? scheme.prefix).map { "\($0) \(value)" } ?? value
                switch location {
                case .header: try request.setHeader(name, text)
                case .query: request.setQuery(name, text)
                case .cookie: try request.setCookie(name, PercentEncoding.encode(text))
                }
            case .http("basic"):
                try request.setHeader("Authorization", "Basic \(Data(value.utf8).base64EncodedString())")
            case .http(let name):
                let word = name == "bearer" ? "Bearer" : name
                try request.setHeader("Authorization", "\(prefix ?? word) \(value)")
            case .oauth2, .openIDConnect: try request.setHeader("Authorization", "\(prefix ?? "Bearer") \(value)")
            case .mutualTLS: break
            }
        }
    }

    /// The tokens of the first security requirement whose schemes all have a credential.
    ///
    /// - Throws: ``RequestFailure`` if no requirement is met; ``CredentialFailure`` if a fetch fails.
    static func tokens(
        for request: ClientRequest, _ connection: ClientConnection, until deadline: Deadline?
    ) async throws -> [Token] {
        var tokens: [Token] = []
        for name in try requirement(for: request, connection) {
            guard let (scheme, credential) = connection.credentials[name] else { continue }
            switch credential.source {
            case .value(let value):
                tokens.append(Token(scheme: scheme, prefix: credential.prefix, value: value))
            case .refreshing(let store):
                let reading = try await reading(store, scheme, until: deadline)
                tokens.append(
                    Token(
                        scheme: scheme, prefix: credential.prefix, value: reading.value, store: store, reading: reading)
                )
            case .none, .environment: break
            }
        }
        return tokens
    }

    private static func requirement(for request: ClientRequest, _ connection: ClientConnection) throws -> [String] {
        if request.security.isEmpty { return [] }
        let transportOnly = connection.schemes.filter(\.isLeftToTransport).map(\.name)
        func isMet(_ name: String) -> Bool {
            connection.credentials[name] != nil || transportOnly.contains(name)
        }
        if let complete = request.security.first(where: { $0.allSatisfy(isMet) }) { return complete }
        let waived = connection.waivedSchemes
        if let accepted = request.security.first(where: { $0.allSatisfy { isMet($0) || waived.contains($0) } }) {
            return accepted
        }
        guard connection.options.requiresCredentials else { return [] }
        let missing = request.security.map { names in
            names.filter { !isMet($0) && !waived.contains($0) }.map { "'\($0)'" }.joined(separator: " and ")
        }
        throw RequestFailure("no credential for the security scheme \(missing.joined(separator: " or "))")
    }

    private static func reading(
        _ store: TokenStore, _ scheme: SecurityScheme, after refused: TokenStore.Reading? = nil,
        _ response: HTTPResponse? = nil, until deadline: Deadline?
    ) async throws -> TokenStore.Reading {
        do { return try await store.token(after: refused, until: deadline) } catch var failure as CredentialFailure {
            failure.scheme = scheme.name
            failure.response = response
            throw failure
        }
    }

    /// Refreshes the tokens that can be refreshed.
    ///
    /// - Parameter response: The response that rejected the tokens.
    static func refreshed(
        _ tokens: [Token], after response: HTTPResponse, until deadline: Deadline?
    ) async throws -> [Token] {
        var fresh = tokens
        for (index, token) in tokens.enumerated() {
            guard let store = token.store else { continue }
            let reading = try await reading(store, token.scheme, after: token.reading, response, until: deadline)
            fresh[index].value = reading.value
            fresh[index].reading = reading
        }
        return fresh
    }
}

nonisolated extension SecurityScheme {
    /// Whether the transport provides the credential: client certificates, and schemes that respond to a challenge.
    var isLeftToTransport: Bool {
        switch kind {
        case .mutualTLS: true
        case .http(let name): ["digest", "negotiate", "ntlm", "mutual"].contains(name)
        default: false
        }
    }
}

"""#),
    ("ClientRuntime/BodyFile.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#endif

nonisolated extension HTTPBody {
    /// Writes the bytes to a file while they arrive, with one chunk in memory at a time.
    ///
    /// The file appears, or is replaced, once the last byte is written. Until then the bytes are in a hidden file beside
    /// it, which is removed if the transfer fails or is cancelled.
    ///
    /// For example: `let size = try await client.files.download(id: "7").write(to: URL(fileURLWithPath: "7.pdf"))`.
    ///
    /// - Returns: The number of bytes.
    /// - Throws: The errors of the body, `CancellationError`, or a `POSIXError` if the file can't be written. If its folder
    ///   does not exist or is not writable, the body is not read.
    @discardableResult @concurrent
    public func write(to file: URL) async throws -> Int64 {
        let output = try OutputFile(file)
        for try await chunk in self {
            try Task.checkCancellation()
            try output.append(chunk)
        }
        try Task.checkCancellation()
        try output.finish()
        return output.count
    }
}

/// A file that appears under its name when it is complete. Used by one task.
nonisolated private final class OutputFile {
    private(set) var count: Int64 = 0
    private let path: String
    private let temporaryPath: String
    private var descriptor: Int32
    private var isFinished = false

    init(_ file: URL) throws {
        guard file.isFileURL else { throw POSIXError(.EINVAL) }
        path = file.path
        let name = ".\(file.lastPathComponent.prefix(100)).\(UUID().uuidString)"
        temporaryPath = file.deletingLastPathComponent().appendingPathComponent(name).path
        descriptor = open(temporaryPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw Self.error() }
    }

    deinit {
        if descriptor >= 0 { close(descriptor) }
        if !isFinished { unlink(temporaryPath) }
    }

    func append(_ data: Data) throws {
        try data.withUnsafeBytes { bytes in
            var written = 0
            while written < bytes.count {
                let result = write(descriptor, bytes.baseAddress! + written, bytes.count - written)
                if result < 0, errno != EINTR { throw Self.error() }
                written += max(result, 0)
            }
        }
        count += Int64(data.count)
    }

    func finish() throws {
        let status = close(descriptor)
        descriptor = -1
        guard status == 0, rename(temporaryPath, path) == 0 else { throw Self.error() }
        isFinished = true
    }

    private static func error() -> POSIXError { POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
}

"""#),
    ("ClientRuntime/CalendarDate.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A day of the Gregorian calendar, without time or time zone (RFC 3339 `full-date`; `format: date`).
///
/// Decoding and encoding preserves the text. If the service's text is not a date, ``year``, ``month`` and ``day`` are
/// `nil`. Two values are equal if they name the same day.
public nonisolated struct CalendarDate: Sendable {
    /// The text as received or created. For example: `2024-10-01`.
    public let text: String
    private let parts: Parts?

    private struct Parts: Hashable {
        let year: Int
        let month: Int
        let day: Int
    }

    /// The year, or `nil` if the text is not a date.
    public var year: Int? { parts?.year }
    /// The month from 1 to 12, or `nil` if the text is not a date.
    public var month: Int? { parts?.month }
    /// The day of the month from 1 to 31, or `nil` if the text is not a date.
    public var day: Int? { parts?.day }

    /// Creates a date. Returns `nil` unless it is a valid day of the years 0 to 9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (0...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
        else {
            return nil
        }
        self.init(Parts(year: year, month: month, day: day))
    }

    private init(_ parts: Parts) {
        self.parts = parts
        text = "\(Self.padded(parts.year, 4))-\(Self.padded(parts.month, 2))-\(Self.padded(parts.day, 2))"
    }

    /// Parses a date such as `2024-10-01`, or the date of an RFC 3339 date-time.
    ///
    /// Returns `nil` for any other form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.text = text
        self.parts = parts
    }

    private static func parts(of text: String) -> Parts? {
        var reader = DigitReader(text)
        guard let date = reader.date() else { return nil }
        return reader.isAtEnd || DateTime(text) != nil ? date.parts : nil
    }

    /// Creates the day on which `date` falls in a time zone.
    public init(_ date: Date, in timeZone: TimeZone) {
        let local = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
        self.init(dayNumber: Int(min(max((local / 86_400).rounded(.down), -719_528), 2_932_896)))
    }

    /// The start of the day in a time zone, or `nil` if the text is not a date.
    public func start(in timeZone: TimeZone) -> Date? {
        guard parts != nil else { return nil }
        let universal = Date(timeIntervalSince1970: Double(dayNumber) * 86_400)
        let guess = universal - Double(timeZone.secondsFromGMT(for: universal))
        return universal - Double(timeZone.secondsFromGMT(for: guess))
    }

    /// Days since 1970-01-01; 0 if the text names no day.
    var dayNumber: Int {
        guard let parts else { return 0 }
        let (year, month, day) = (parts.year, parts.month, parts.day)
        let shifted = month > 2 ? year : year - 1
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    init(dayNumber: Int) {
        let shifted = dayNumber + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        self.init(
            Parts(
                year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month: month,
                day: dayOfYear - (153 * shiftedMonth + 2) / 5 + 1))
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

nonisolated extension CalendarDate: Hashable, Comparable, Codable, CustomStringConvertible {
    /// Whether both name the same day, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.parts != nil && left.parts == right.parts
    }

    /// Texts that are not dates come first.
    public static func < (left: Self, right: Self) -> Bool {
        guard left.parts != nil, right.parts != nil else {
            return left.parts == nil && right.parts == nil ? left.text < right.text : left.parts == nil
        }
        return left.dayNumber < right.dayNumber
    }

    /// Hashes the day, or the text if it is not a date.
    public func hash(into hasher: inout Hasher) {
        if let parts { hasher.combine(parts) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text)
        try decoder.expectForm("a date as YYYY-MM-DD", parts != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// Reads digits and separators from the start of a text.
nonisolated struct DigitReader {
    private var rest: Substring.UTF8View

    init(_ text: String) { rest = Substring(text).utf8 }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard let first = rest.first, UInt32(first) == character.value else { return false }
        rest.removeFirst()
        return true
    }

    mutating func number(_ count: Int, in range: ClosedRange<Int>) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        rest = rest.dropFirst(count)
        let value = digits.reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return range.contains(value) ? value : nil
    }

    mutating func skipDigits() -> Int {
        let count = rest.prefix { (0x30...0x39).contains($0) }.count
        rest = rest.dropFirst(count)
        return count
    }

    /// Reads the digits of a fraction; only the first nine count.
    mutating func nanoseconds() -> Int? {
        let digits = rest.prefix { (0x30...0x39).contains($0) }
        guard !digits.isEmpty else { return nil }
        rest = rest.dropFirst(digits.count)
        let first = digits.prefix(9).reduce(0) { $0 * 10 + Int($1) - 0x30 }
        return (0..<max(0, 9 - digits.count)).reduce(first) { number, _ in number * 10 }
    }

    mutating func date() -> CalendarDate? {
        guard let year = number(4, in: 0...9999), take("-"), let month = number(2, in: 1...12), take("-"),
            let day = number(2, in: 1...31)
        else { return nil }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// `Z`, `+02:00`, `+0200`, `+02` or nothing, in seconds.
    mutating func offset() -> Int? {
        if isAtEnd || take("Z") || take("z") { return 0 }
        let isNegative = take("-")
        guard isNegative || take("+"), let hours = number(2, in: 0...23) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = take(":")
            guard let number = number(2, in: 0...59) else { return nil }
            minutes = number
        }
        return (hours * 3_600 + minutes * 60) * (isNegative ? -1 : 1)
    }
}

"""#),
    ("ClientRuntime/CalendarDuration.swift", #"""
/// A duration in calendar units, which have no fixed length (ISO 8601; RFC 3339, appendix A; `format: duration`).
///
/// Decoding and encoding preserves the text. If the service's text is not a duration, all parts are `nil`. Two values are
/// equal if all their parts are: `P1D` equals `P1DT0H`, but not `PT24H`, because a day may have 23 hours.
public nonisolated struct CalendarDuration: Sendable {
    /// The text as received or created. For example: `P1Y2M3DT4H5M6.5S`, `P2W`.
    public let text: String
    /// From years to seconds; empty if the text isn't a duration.
    private let parts: [Double]

    /// The number of years; `nil` if the text is not a duration.
    public var years: Double? { part(0) }
    /// The number of months; `nil` if the text is not a duration.
    public var months: Double? { part(1) }
    /// The number of weeks; `nil` if the text is not a duration.
    public var weeks: Double? { part(2) }
    /// The number of days; `nil` if the text is not a duration.
    public var days: Double? { part(3) }
    /// The number of hours; `nil` if the text is not a duration.
    public var hours: Double? { part(4) }
    /// The number of minutes; `nil` if the text is not a duration.
    public var minutes: Double? { part(5) }
    /// The number of seconds; `nil` if the text is not a duration.
    public var seconds: Double? { part(6) }

    private func part(_ index: Int) -> Double? { parts.isEmpty ? nil : parts[index] }

    /// Parses an ISO 8601 duration with an optional sign. The last number may have a fraction.
    ///
    /// Returns `nil` for any other form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.init(text, parts)
    }

    private static func parts(of text: String) -> [Double]? {
        var rest = Substring(text).utf8[...]
        let isNegative = rest.first == UInt8(ascii: "-")
        if isNegative || rest.first == UInt8(ascii: "+") { rest.removeFirst() }
        guard rest.popFirst() == UInt8(ascii: "P") else { return nil }
        let parts = rest.split(separator: UInt8(ascii: "T"), maxSplits: 1, omittingEmptySubsequences: false)
        guard let date = Self.numbers(parts[0], units: "YMWD"),
            let time = parts.count == 2 ? Self.numbers(parts[1], units: "HMS") : [nil, nil, nil]
        else { return nil }
        let all = date + time
        let given = all.compactMap { $0 }
        guard !given.isEmpty, parts.count == 1 || time.contains(where: { $0 != nil }),
            given.dropLast().allSatisfy({ $0.truncatingRemainder(dividingBy: 1) == 0 })
        else { return nil }
        return all.map { number -> Double in number.map { isNegative && $0 != 0 ? -$0 : $0 } ?? 0 }
    }

    private init(_ text: String, _ parts: [Double]) {
        self.text = text
        self.parts = parts
    }

    /// Creates a duration in seconds with nanosecond precision.
    public init(_ duration: Duration) {
        let parts = duration.components
        let nanoseconds = abs(parts.attoseconds / 1_000_000_000)
        var number = String(parts.seconds.magnitude)
        if nanoseconds > 0 { number += "." + CalendarDate.padded(Int(nanoseconds), 9) }
        while nanoseconds > 0, number.hasSuffix("0") { number.removeLast() }
        let isNegative = parts.seconds < 0 || parts.attoseconds < 0
        let seconds = Double(number) ?? 0
        self.init("\(isNegative ? "-" : "")PT\(number)S", [0, 0, 0, 0, 0, 0, isNegative ? -seconds : seconds])
    }

    /// The length, with days of 24 hours. `nil` if it has months or years, or exceeds the range of `Duration`.
    public var duration: Duration? {
        guard !parts.isEmpty, parts[0] == 0, parts[1] == 0 else { return nil }
        let length = ((parts[2] * 7 + parts[3]) * 24 + parts[4]) * 3_600 + parts[5] * 60 + parts[6]
        return abs(length) < 9e18 ? .seconds(length) : nil
    }

    /// A number for each unit that is present, or `nil` if the text has another form.
    private static func numbers(_ text: Substring.UTF8View.SubSequence, units: String) -> [Double?]? {
        var rest = text
        var numbers: [Double?] = []
        for unit in units.utf8 {
            let digits = rest.prefix {
                (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",")
            }
            guard !digits.isEmpty, digits.endIndex != rest.endIndex, rest[digits.endIndex] == unit else {
                numbers.append(nil)
                continue
            }
            let spelled = String(
                decoding: digits.map { $0 == UInt8(ascii: ",") ? UInt8(ascii: ".") : $0 }, as: UTF8.self)
            guard let number = Double(spelled), !spelled.hasPrefix("."), !spelled.hasSuffix(".") else { return nil }
            numbers.append(number)
            rest = rest[digits.endIndex...].dropFirst()
        }
        return rest.isEmpty ? numbers : nil
    }
}

nonisolated extension CalendarDuration: Hashable, Codable, CustomStringConvertible {
    /// Whether all parts are equal, or the texts are.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || !left.parts.isEmpty && left.parts == right.parts
    }

    /// Hashes the parts, or the text if it is not a duration.
    public func hash(into hasher: inout Hasher) {
        if parts.isEmpty { hasher.combine(text) } else { hasher.combine(parts) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text) ?? []
        try decoder.expectForm("a duration of ISO 8601", !parts.isEmpty)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

"""#),
    ("ClientRuntime/Call.swift", #"""
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

"""#),
    ("ClientRuntime/CallError.swift", #"""
public import HTTPTypes

/// What the errors of all calls have in common, whatever error bodies their operations document.
///
/// An app that treats all failures alike needs one `catch`:
///
/// ```swift
/// } catch let error as any CallError {
///     log.error("\(error.operation ?? "") failed, request \(error.requestID ?? "-")")
///     if error.isRetryable { scheduleAnotherAttempt() }
/// }
/// ```
public nonisolated protocol CallError: Error {
    /// The response, if one arrived.
    var failedResponse: FailedResponse? { get }
    /// The documented error body, if the service returned one.
    var documentedBody: (any Sendable)? { get }
    /// The ID of the operation that was called, if the error is one of the runtime.
    var operation: String? { get }
    /// Whether the same call may succeed later: the connection failed, the call timed out, or the status code is one that
    /// ``RetryPolicy`` retries.
    var isRetryable: Bool { get }
}

nonisolated extension CallError {
    /// The status code and headers of the response, if one arrived.
    public var response: HTTPResponse? { failedResponse?.head }
    /// The status code of the response, if one arrived.
    public var status: Int? { response?.status.code }
    /// The service's ID of this request, for its support.
    public var requestID: String? { response?.requestID }
}

/// An error of the runtime that belongs to a call.
nonisolated protocol OperationError: PlainError {
    var operation: String? { get set }
}

nonisolated extension ClientError: CallError {
    /// The response, if one arrived.
    public var failedResponse: FailedResponse? {
        switch self {
        case .documented(_, let response), .documentedStatus(let response), .undocumented(let response),
            .undecodable(_, let response):
            response
        case .transport(let error):
            (error as? CredentialFailure).flatMap { failure in
                failure.response.map { FailedResponse($0, operation: failure.operation ?? "") }
            }
        case .unencodable: nil
        }
    }

    /// The documented error body, if the service returned one.
    public var documentedBody: (any Sendable)? { if case .documented(let body, _) = self { body } else { nil } }

    /// The ID of the operation that was called, if the error is one of the runtime.
    public var operation: String? {
        switch self {
        case .unencodable(let error), .transport(let error): (error as? any OperationError)?.operation
        case .documented, .documentedStatus, .undocumented, .undecodable: failedResponse?.operation
        }
    }

    /// Whether the same call may succeed later: the connection failed, the call timed out, or the status code is one that
    /// ``RetryPolicy`` retries.
    public var isRetryable: Bool {
        switch self {
        case .documented(_, let response), .documentedStatus(let response), .undocumented(let response):
            RetryPolicy.standard.statuses.contains(response.status.code)
        case .transport(let error): Call.isTransient(error)
        case .undecodable, .unencodable: false
        }
    }
}

"""#),
    ("ClientRuntime/ClientConnection.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A connection to one server: its URL, transport, options and credentials.
public nonisolated struct ClientConnection: Sendable {
    /// Copy-on-write storage. The client and each of its groups hold a connection; a single reference keeps their copies small.
    private var storage: Storage

    private struct State {
        var options = ClientOptions()
        var transport: any Transport
        var server: Server
        var credentials: [String: (scheme: SecurityScheme, credential: Credential)] = [:]
        var schemes: [SecurityScheme] = []
        /// The names of schemes with the credential `.none`.
        var waived: Set<String> = []
        var recorder: Locked<HTTPResponse?>?
    }

    private final class Storage: Sendable {
        let state: State

        init(_ state: State) { self.state = state }
    }

    /// Creates a connection without credentials.
    public init<Service>(server: ServerURL<Service>, transport: any Transport) {
        storage = Storage(State(transport: transport, server: server.server))
    }

    private mutating func change(_ body: (inout State) -> Void) {
        var state = storage.state
        body(&state)
        storage = Storage(state)
    }

    /// The options of every call on this connection.
    public var options: ClientOptions {
        get { storage.state.options }
        set { change { $0.options = newValue } }
    }

    /// The transport that sends the requests.
    public var transport: any Transport {
        get { storage.state.transport }
        set { change { $0.transport = newValue } }
    }

    var recorder: Locked<HTTPResponse?>? {
        get { storage.state.recorder }
        set { change { $0.recorder = newValue } }
    }

    var server: Server { storage.state.server }
    var credentials: [String: (scheme: SecurityScheme, credential: Credential)] { storage.state.credentials }
    /// All security schemes, with or without a credential. Observers never see their values.
    var schemes: [SecurityScheme] { storage.state.schemes }
    var waivedSchemes: Set<String> { storage.state.waived }

    /// Sets the credential for every operation that requires the scheme.
    public mutating func authenticate(_ scheme: SecurityScheme, with credential: Credential) {
        change { state in
            state.schemes.removeAll { $0.name == scheme.name }
            state.schemes.append(scheme)
            if case .none = credential.source {
                state.waived.insert(scheme.name)
            } else {
                state.waived.remove(scheme.name)
            }
            state.credentials[scheme.name] = credential.resolved(for: scheme).map { (scheme, $0) }
        }
    }

    /// Calls an operation and decodes its response.
    @concurrent
    public func run<E: ClientEndpoint>(_ endpoint: E) async throws(ClientError<E.Failure>) -> E.Output {
        let request: ClientRequest
        do { request = try endpoint.request() } catch { throw .unencodable(named(error, E.id)) }
        let response: ClientResponse
        switch await Call(self, request, operation: E.id).response() {
        case .success(let received): response = received
        case .failure(let failure): throw Self.error(failure, E.id)
        }
        let outcome: ClientOutcome<E.Output, E.Failure>
        do { outcome = try E.outcome(of: response) } catch {
            if error is CallTimeout || error is CancellationError { throw .transport(named(error, E.id)) }
            throw .undecodable(named(error, E.id), failed(response, response.data, E.id))
        }
        switch outcome {
        case .output(let output): return output
        case .failure(let failure): throw .documented(failure, failed(response, response.data, E.id))
        case .documentedStatus: throw .documentedStatus(failed(response, await read(response), E.id))
        case .undocumented: throw .undocumented(failed(response, await read(response), E.id))
        }
    }

    /// - Parameter operation: `nil` for a request without one: its path may have values in it, which errors do not show.
    private static func error<Failure>(_ failure: Call.Failure, _ operation: String?) -> ClientError<Failure> {
        func own(_ error: any Error) -> any Error { operation.map { named(error, $0) } ?? error }
        switch failure {
        case .request(let error): return .unencodable(own(error))
        case .transport(let error): return .transport(own(error))
        case .unreadable(let error, let head):
            return .undecodable(error, FailedResponse(head, operation: operation ?? ""))
        }
    }

    private func failed(_ response: ClientResponse, _ body: Data, _ operation: String) -> FailedResponse {
        FailedResponse(response.head, body: body, operation: operation)
    }

    /// The bytes of a response; empty if they exceed the client's limits.
    private func read(_ response: ClientResponse) async -> Data {
        if !response.isStreaming { return response.data }
        let limit = options.maximumResponseSize
        let data = try? await leavable(until: Deadline(after: options.timeout)) {
            try await response.body.collect(upTo: limit)
        }
        return data ?? Data()
    }

    /// Sends a request that the API description does not document, with the client's server, headers and credentials, and
    /// streams the response body.
    ///
    /// For example: `ClientRequest(.get, "/files/1/content")` with `security = [["api_key"]]`.
    @concurrent
    public func send(_ request: ClientRequest) async throws(ClientError<Never>) -> (HTTPResponse, HTTPBody) {
        var request = request
        request.streams = ["*/*"]
        let path = request.segments.prefix { $0 != "?" }
        switch await Call(self, request, operation: String(path)).response() {
        case .success(let response): return (response.head, response.body)
        case .failure(let failure): throw Self.error(failure, nil)
        }
    }
}

nonisolated extension ClientConnection: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The server's host. Contains neither credentials nor headers.
    public var description: String { "ClientConnection(\(server.authority))" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// An empty mirror, so that `dump` shows no credential.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The error with the operation's id, if it is an error of the runtime.
nonisolated private func named(_ error: any Error, _ operation: String) -> any Error {
    if var failure = error as? any OperationError {
        if failure.operation == nil { failure.operation = operation }
        return failure
    }
    if error is CancellationError || error is any PlainError, !(error is DecodingFailure) { return error }
    var failure = DecodingFailure(error)
    failure.operation = operation
    return failure
}

/// A type with a connection to a service: the client and its operation groups.
public nonisolated protocol ConnectedClient: Sendable {
    /// The connection that the operations use.
    var connection: ClientConnection { get set }
    /// Creates a client or group that uses a connection.
    init(connection: ClientConnection)
}

/// The client of one service.
public nonisolated protocol ServiceClient: ConnectedClient {}

/// The operations of one tag.
public nonisolated protocol OperationGroup: ConnectedClient {}

nonisolated extension ConnectedClient {
    /// Returns a copy with changed options. For example: `client.with { $0.timeout = .seconds(5) }.tokens.get()`.
    public func with(_ change: (inout ClientOptions) -> Void) -> Self {
        var copy = self
        change(&copy.connection.options)
        return copy
    }

    /// Returns a copy with another timeout or with additional headers.
    ///
    /// - Parameters:
    ///   - timeout: The timeout of each attempt; `nil` keeps the timeout.
    ///   - headers: Values by name. With an invalid name or value, each call throws ``ClientError/unencodable(_:)``.
    public func with(timeout: Duration? = nil, headers: [String: String] = [:]) -> Self {
        with { options in
            if let timeout { options.timeout = timeout }
            for (name, value) in headers {
                guard let field = HTTPField.Name(name) else {
                    options.problem = "'\(name)' is not a valid header name"
                    continue
                }
                guard HTTPField.isValidValue(value) else {
                    options.problem = "the header \(name) has a character that headers cannot carry"
                    continue
                }
                options.headers[field] = value
            }
        }
    }

    /// Returns the result of a call together with the status code and headers of the response.
    ///
    /// For example: `let (token, response) = try await client.tokens.withResponse { try await $0.get() }`. If `call`
    /// makes several calls, the last response is returned; if it makes none, the status code is 0.
    public nonisolated(nonsending) func withResponse<Value, Failure: Error>(
        _ call: nonisolated(nonsending) (Self) async throws(Failure) -> Value
    ) async throws(Failure) -> (Value, HTTPResponse) {
        let recorder = Locked<HTTPResponse?>(nil)
        var copy = self
        copy.connection.recorder = recorder
        let value = try await call(copy)
        return (value, recorder.value ?? HTTPResponse(status: .init(code: 0)))
    }
}

"""#),
    ("ClientRuntime/ClientEndpoint.swift", #"""
/// A call of an operation: creates its request and decodes its response.
public nonisolated protocol ClientEndpoint: Sendable {
    /// What the call returns.
    associatedtype Output: Sendable
    /// What ``ClientError/documented(_:_:)`` carries.
    associatedtype Failure: Sendable

    /// The operation's ID in the API description.
    static var id: String { get }

    /// The request to send.
    ///
    /// - Throws: ``RequestFailure`` if an argument can't be encoded.
    func request() throws -> ClientRequest

    /// Decodes a response.
    ///
    /// - Throws: ``DecodingFailure`` if the body does not match the API description.
    static func outcome(of response: ClientResponse) throws -> ClientOutcome<Output, Failure>
}

/// The outcome of a call for the caller: a returned value or an error to throw.
public nonisolated enum ClientOutcome<Output, Failure> {
    /// The documented output, which the call returns.
    case output(Output)
    /// A documented error, thrown as ``ClientError/documented(_:_:)``.
    case failure(Failure)
    /// A status code documented without a body, thrown as ``ClientError/documentedStatus(_:)``.
    case documentedStatus
    /// An undocumented status code, thrown as ``ClientError/undocumented(_:)``.
    case undocumented
}

"""#),
    ("ClientRuntime/ClientError.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The error that a call throws.
///
/// `Failure` is the documented error body of the operation, or `Never` if none is documented. The description has the
/// status code, the request ID and the path in the body, but never a body or a credential.
public nonisolated enum ClientError<Failure: Sendable>: Error {
    /// The service returned a documented error.
    case documented(Failure, FailedResponse)
    /// The status code is documented without a response body. For example: 301 or 304. The service may have sent a body nevertheless.
    case documentedStatus(FailedResponse)
    /// The status code is not documented.
    case undocumented(FailedResponse)
    /// The response does not match the API description; usually a ``DecodingFailure``.
    case undecodable(any Error, FailedResponse)
    /// The request could not be encoded and was not sent; usually a ``RequestFailure``.
    case unencodable(any Error)
    /// No response arrived: a ``TransportFailure``, ``CallTimeout``, ``CredentialFailure`` or `CancellationError`.
    case transport(any Error)
}

nonisolated extension ClientError: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError,
    CustomReflectable
{
    /// A message without the response body or credentials.
    public var description: String {
        switch self {
        case .documented(_, let response), .documentedStatus(let response):
            "the service returned \(response.head.summary)"
        case .undocumented(let response): "undocumented response: \(response.head.summary)"
        case .undecodable(let error, let response):
            "undecodable response (\(response.head.summary)): \(Self.text(error))"
        case .unencodable(let error): "the request could not be encoded: \(Self.text(error))"
        case .transport(let error): "no response: \(Self.text(error))"
        }
    }

    /// Same as ``description``.
    public var debugDescription: String { description }
    /// Same as ``description``.
    public var errorDescription: String? { description }
    /// An empty mirror, so that `dump` shows neither a body nor a credential.
    public var customMirror: Mirror { Mirror(self, children: []) }

    /// The description of runtime errors. Other errors may contain URLs and values, so only their type is shown.
    static func text(_ error: any Error) -> String {
        error is any PlainError ? "\(error)" : "\(TransportFailure.known(error)?.description ?? "\(type(of: error))")"
    }
}

/// An error whose description has no URL and no value, so that messages can include it.
nonisolated protocol PlainError: Error {}

/// No response arrived within ``ClientOptions/timeout``.
public nonisolated struct CallTimeout: OperationError, CustomStringConvertible {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The timeout that passed.
    public let limit: Duration

    init(limit: Duration) { self.limit = limit }

    /// For example: `getPet: timed out after 5.0 seconds`.
    public var description: String { (operation.map { "\($0): " } ?? "") + "timed out after \(limit)" }
}

nonisolated extension HTTPResponse {
    /// The value of the first header that usually identifies a request.
    var requestID: String? {
        for name in ["x-request-id", "request-id", "x-correlation-id", "x-amzn-requestid", "cf-ray"] {
            guard let field = HTTPField.Name(name), let value = headerFields[field], !value.isEmpty else { continue }
            return value
        }
        return nil
    }

    /// For example: `status 404, request 7f3c`. The ID is limited to 80 printable ASCII characters.
    var summary: String {
        let id = requestID.map { String($0.unicodeScalars.filter { (0x21...0x7E).contains($0.value) }.prefix(80)) }
        return "status \(status.code)" + (id.map { ", request \($0)" } ?? "")
    }
}

"""#),
    ("ClientRuntime/ClientOptions.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Options of a client, a group or a single call.
public nonisolated struct ClientOptions: Sendable {
    /// The time limit of one attempt, including fetching a credential and decoding the response; a streamed response must
    /// begin within it. `nil` means no limit. Zero or less fails immediately with ``CallTimeout``.
    ///
    /// A call returns at its timeout and on cancellation even if its transport does not, unless the transport blocks a thread.
    public var timeout: Duration?
    /// Headers sent with every request. They override headers of the operation with the same name.
    public var headers: HTTPFields = [:]
    /// When failed calls are retried. Never by default.
    public var retry: RetryPolicy = .never
    /// The maximum size of a response body that is not streamed, in bytes. 256 MiB by default. A larger body throws
    /// ``ResponseTooLarge``.
    public var maximumResponseSize = 256 * 1_024 * 1_024
    /// The maximum number of redirects that a call follows before it throws ``TooManyRedirects``. With 0, a redirect is
    /// returned as the response.
    public var maximumRedirects = 20
    /// The maximum size of an event of an event stream, in bytes. 16 MiB by default. A larger event throws
    /// ``ResponseTooLarge``.
    public var maximumEventSize = 16 * 1_024 * 1_024
    /// The maximum size of a line of a stream, or of a record of a JSON text sequence, in bytes. 16 MiB by default. A
    /// larger one throws ``ResponseTooLarge``.
    public var maximumLineSize = 16 * 1_024 * 1_024
    /// The maximum size of a part of a multipart response, in bytes. 256 MiB by default. A larger part throws
    /// ``ResponseTooLarge``.
    public var maximumPartSize = 256 * 1_024 * 1_024
    /// The maximum nesting depth of arrays and objects in a JSON response. 128 by default. Deeper values throw a
    /// ``DecodingFailure``, as do values that need more than 384 KiB of the thread's stack.
    public var maximumDepth = 128
    /// Whether a call fails without sending a request if a credential that its operation requires is missing.
    ///
    /// The credential `.none` does not count as missing. If `false`, the request is sent without credentials.
    public var requiresCredentials = true
    /// Called with each step of a call. Credentials are redacted.
    public var observer: (@Sendable (ClientObservation) -> Void)?

    /// Why the options are invalid, if they are.
    var problem: String?

    /// Creates the default options.
    public init() {}
}

nonisolated extension ClientOptions: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The type's name. Headers are omitted because they may contain credentials.
    public var description: String { "ClientOptions" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// A mirror of the timeout alone, so that `dump` shows no credential.
    public var customMirror: Mirror { Mirror(self, children: ["timeout": timeout as Any]) }
}

/// A step of a call, for logging and metrics.
///
/// Values are replaced by `REDACTED` if a security scheme, `format: password` or a usual name for secrets marks them as
/// secret, and in the client's own headers unless the header is known not to be secret.
public nonisolated struct ClientObservation: Sendable {
    /// A step: a request, a response, a failure or a retry.
    @nonexhaustive
    public enum Step: Sendable {
        /// The request is sent.
        case request(HTTPRequest)
        /// The status code and headers of the response arrived.
        case response(HTTPResponse)
        /// The attempt failed with an error of this description.
        case failure(String)
        /// The call is retried after this delay.
        case retry(after: Duration)
    }

    /// The operation's ID in the API description.
    public let operation: String
    /// The number of the attempt, counted from 1.
    public let attempt: Int
    /// The step of the attempt.
    public let step: Step
}

/// When failed calls are retried.
///
/// Only idempotent requests are retried: those with the methods GET, HEAD, OPTIONS, TRACE, PUT, DELETE and QUERY (RFC
/// 9110, section 9.2.2), and those with an `Idempotency-Key` header. Requests whose body can be read only once are not,
/// and errors of certificates and files are final. Each delay is random up to a bound, which doubles from
/// ``initialDelay`` to ``maximumDelay`` ("full jitter"). `Retry-After` is followed unless it exceeds ``maximumDelay``:
/// then the call ends with that response.
public nonisolated struct RetryPolicy: Sendable {
    /// The maximum number of attempts, including the first.
    public var attempts: Int
    /// The bound of the first delay.
    public var initialDelay: Duration = .milliseconds(500)
    /// The maximum delay between two attempts.
    public var maximumDelay: Duration = .seconds(30)
    /// The status codes of responses that are retried.
    public var statuses: Set<Int> = [408, 425, 429, 500, 502, 503, 504]
    /// Waits for a delay. Tests can replace it.
    public var sleep: @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    /// Returns a random number from 0 to 1. Tests can replace it.
    public var random: @Sendable () -> Double = { .random(in: 0...1) }
    /// Returns the current time, with which a date in `Retry-After` is compared. Tests can replace it.
    public var now: @Sendable () -> Date = { Date() }

    /// Creates a policy with the default delays and status codes.
    public init(attempts: Int) { self.attempts = attempts }

    /// A single attempt.
    public static let never = RetryPolicy(attempts: 1)
    /// Up to three attempts, with the default delays and status codes.
    public static let standard = RetryPolicy(attempts: 3)

    func allows(_ request: HTTPRequest) -> Bool {
        let methods: [HTTPRequest.Method] = [.get, .head, .options, .trace, .put, .delete]
        return methods.contains(request.method) || request.method.rawValue == "QUERY"
            || HTTPField.Name("Idempotency-Key").flatMap { request.headerFields[$0] } != nil
    }

    /// The delay before the next attempt.
    ///
    /// - Parameter attempt: The number of the attempt that failed, counted from 1.
    /// - Returns: `nil` if the service asks for a delay beyond ``maximumDelay``.
    func delay(after attempt: Int, _ response: HTTPResponse?) -> Duration? {
        if let wait = response.flatMap(retryAfter) { return wait <= maximumDelay ? wait : nil }
        return min(initialDelay * (1 << min(attempt - 1, 30)), maximumDelay) * random()
    }

    /// Limits a delay to the range from 0 to 1,000,000,000 seconds.
    private static func clamped(_ seconds: Double) -> Duration { .seconds(min(max(seconds, 0), 1_000_000_000)) }

    private func retryAfter(_ response: HTTPResponse) -> Duration? {
        guard let name = HTTPField.Name("Retry-After"), let text = response.headerFields[name] else { return nil }
        if let seconds = Double(text), seconds.isFinite { return Self.clamped(seconds) }
        guard let date = HTTPDate.date(text) else { return nil }
        return Self.clamped(date.timeIntervalSince(now()))
    }
}

"""#),
    ("ClientRuntime/ClientRequest.swift", #"""
public import HTTPTypes

/// The request of one operation, before the server and credentials are added.
///
/// Parameter values are encoded for their location, so that a value cannot change another part of the request.
public nonisolated struct ClientRequest: Sendable {
    /// An HTTP method. Method names are case-sensitive.
    public struct Method: Hashable, Sendable, ExpressibleByStringLiteral {
        let name: String

        /// Creates a method by its name. For example: `"COPY"`.
        public init(stringLiteral name: String) { self.name = name }

        /// `GET`.
        public static let get: Self = "GET"
        /// `PUT`.
        public static let put: Self = "PUT"
        /// `POST`.
        public static let post: Self = "POST"
        /// `DELETE`.
        public static let delete: Self = "DELETE"
        /// `OPTIONS`.
        public static let options: Self = "OPTIONS"
        /// `HEAD`.
        public static let head: Self = "HEAD"
        /// `PATCH`.
        public static let patch: Self = "PATCH"
        /// `TRACE`.
        public static let trace: Self = "TRACE"
        /// `CONNECT`.
        public static let connect: Self = "CONNECT"
        /// `QUERY`.
        public static let query: Self = "QUERY"
    }

    /// The request's method.
    public var method: Method
    /// The value of the `Accept` header.
    public var accept: String?
    /// Alternative security requirements, each a list of scheme names that are used together. An empty list requires no
    /// credentials.
    public var security: [[String]] = []
    /// Whether redirects are followed. If `false`, a redirect is returned as the response.
    public var followsRedirects = true
    /// The media types of responses whose body is streamed.
    public var streams: [String] = []
    /// The media types of responses whose body is read completely even if a range of ``streams`` matches.
    public var collected: [String] = []
    /// The request's headers.
    public var headers: HTTPFields = [:]
    /// The request's body.
    public var body: HTTPBody?
    /// The names of parameters whose values are hidden from observers. Set it before adding path parameters.
    public var secrets: Set<String> = []

    private(set) var segments: String
    private(set) var pairs: [String] = []
    private(set) var cookies: [String] = []
    /// The encoded values of secret path parameters in ``segments``.
    private(set) var secretTexts: [String] = []
    /// The server that replaces the client's server.
    private(set) var server: Server?
    /// The path that replaces the path of the client's server.
    private(set) var basePath: String?

    /// Creates a request.
    ///
    /// - Parameters:
    ///   - method: For example: `.get`, or `"COPY"`.
    ///   - path: The percent-encoded text before the first parameter, beginning with `/`; or a URL with the server's
    ///     origin, such as a link to the next page. It may have a query.
    public init(_ method: Method, _ path: String) {
        self.method = method
        segments = path
    }

    /// Creates a request with a method such as `PURGE`.
    ///
    /// - Throws: ``RequestFailure`` if `method` is not a valid token (RFC 9110).
    public init(method: String, _ path: String) throws {
        guard HTTPRequest.Method(rawValue: method) != nil else {
            throw RequestFailure("\(method) is not a valid method")
        }
        self.init(Method(stringLiteral: method), path)
    }

    /// Sends the request to a server that replaces the client's.
    public mutating func use<Service>(_ server: ServerURL<Service>) { self.server = server.server }

    /// Sends the request to a server that replaces the client's or, if it is `nil`, to another base path on the same server.
    public mutating func use<Service>(_ server: ServerURL<Service>?, orPath path: String) {
        if let server { use(server) } else { basePath = path }
    }

    /// Appends percent-encoded text to the path.
    public mutating func path(_ text: String) { segments += text }

    /// Appends a path parameter.
    ///
    /// - Throws: ``RequestFailure`` if the value is empty or would make a segment `.` or `..`.
    public mutating func path(
        _ name: String, _ value: some Encodable, style: ParameterStyle = .simple, explode: Bool = false,
        allowReserved: Bool = false
    ) throws {
        let styled = StyledValue(name: name, style: style, explode: explode) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":@!$&'()*+,;=" : "")
        }
        guard let text = try styled.text(try Self.tree(value, name)), !text.isEmpty else {
            throw RequestFailure("the path parameter \(name) is empty")
        }
        add(segment: text, name)
    }

    mutating func add(segment text: String, _ name: String) {
        if secrets.contains(name) { secretTexts.append(text) }
        segments += text
    }

    /// Appends a path parameter described by `content: application/json`.
    public mutating func path(_ name: String, json value: some Encodable) throws {
        add(segment: PercentEncoding.encode(try Self.json(value, name)), name)
    }

    /// Adds a query parameter, unless it is `nil`.
    public mutating func query<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: style, explode: explode) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;=" : "")
        }
        add(try styled.pairs(try Self.tree(value, name)))
    }

    /// Adds a query parameter described by `content: application/json`.
    public mutating func query<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        setQuery(name, try Self.json(value, name))
    }

    /// Sets the whole query as JSON (`in: querystring`).
    public mutating func querystring<T: Encodable>(json value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try Self.json(value, "query")))
    }

    /// Sets the whole query as text (`in: querystring`).
    public mutating func querystring<T: Encodable>(text value: T?) throws {
        guard let value else { return }
        pairs.append(PercentEncoding.encode(try StyledValue.primitive(try Self.tree(value, "query"))))
    }

    mutating func add(_ new: [(name: String, value: String)]) {
        for pair in new { pairs.append("\(pair.name)=\(pair.value)") }
    }

    /// Sets a header parameter, unless it is `nil`. Text beyond ASCII is sent as UTF-8.
    ///
    /// - Throws: ``RequestFailure`` if the value has a character that headers can't have.
    public mutating func header<T: Encodable>(_ name: String, _ value: T?, explode: Bool = false) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .simple, explode: explode) { $0 }
        guard let text = try styled.text(try Self.tree(value, name)) else { return }
        try setHeader(name, text)
    }

    /// Sets a header parameter described by `content: application/json`. Characters beyond ASCII are escaped.
    public mutating func header<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setHeader(name, JSONText.escaped(try Self.json(value, name)))
    }

    mutating func setHeader(_ name: String, _ value: String) throws {
        guard let field = HTTPField.Name(name) else { throw RequestFailure("\(name) is not a valid header name") }
        guard HTTPField.isValidValue(value) else {
            throw RequestFailure("the header \(name) has a character that headers cannot carry")
        }
        headers[field] = value
    }

    /// Adds a cookie parameter, unless it is `nil`.
    ///
    /// - Throws: ``RequestFailure`` if the value has a character that cookies can't have, with the style `cookie`, which does
    ///   not encode.
    public mutating func cookie<T: Encodable>(
        _ name: String, _ value: T?, style: ParameterStyle = .form, explode: Bool = true, allowReserved: Bool = false
    ) throws {
        guard let value else { return }
        let styled = StyledValue(name: name, style: .form, explode: explode) {
            style == .cookie ? $0 : PercentEncoding.encode($0, keeping: allowReserved ? ":/?#[]@!$&'()*+=" : "")
        }
        for pair in try styled.pairs(try Self.tree(value, name)) { try setCookie(pair.name, pair.value) }
    }

    /// Adds a cookie parameter described by `content: application/json`.
    public mutating func cookie<T: Encodable>(_ name: String, json value: T?) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.json(value, name)))
    }

    mutating func setCookie(_ name: String, _ value: String) throws {
        let isSafe = (name + value).utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: ";") }
        guard isSafe, !name.contains("=") else {
            throw RequestFailure("the cookie \(name) has a character that cookies cannot carry")
        }
        cookies.append("\(name)=\(value)")
    }

    mutating func setQuery(_ name: String, _ value: String) {
        pairs.append("\(PercentEncoding.encode(name))=\(PercentEncoding.encode(value))")
    }

    /// The request target: the path and query, appended to those of the server.
    ///
    /// - Throws: ``RequestFailure`` if the path would lead to another server or directory.
    func target(at server: Server) throws -> String {
        var path = Substring(segments)
        var base = Substring(basePath ?? server.path)
        var queries = basePath == nil ? [server.query] : []
        if let first = path.utf8.first, first != UInt8(ascii: "/") {
            guard let rest = server.target(ofURL: path) else {
                throw RequestFailure("a path must begin with '/', or be a URL of the server's own origin")
            }
            (path, base, queries) = (rest, "", [])
        }
        if let mark = base.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queries.append(String(base[base.utf8.index(after: mark)...]))
            base = base[..<mark]
        }
        if let mark = path.utf8.firstIndex(of: UInt8(ascii: "?")) {
            queries.append(String(path[path.utf8.index(after: mark)...]))
            path = path[..<mark]
        }
        try Self.check(path)
        queries += pairs
        let query = queries.filter { !$0.isEmpty }.joined(separator: "&")
        let whole = base.isEmpty && path.isEmpty ? "/" : base + path
        return query.isEmpty ? String(whole) : "\(whole)?\(query)"
    }

    /// Rejects the segments `.` and `..`, encoded or not, because servers and proxies resolve them.
    private static func check(_ path: Substring) throws {
        let isPlain = path.utf8.allSatisfy {
            $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "#") && $0 != UInt8(ascii: "\\")
        }
        guard isPlain else { throw RequestFailure("the path has a character that paths cannot have") }
        guard path.utf8.contains(where: { $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "%") }) else { return }
        for segment in path.utf8.split(separator: UInt8(ascii: "/")) where segment.count <= 6 {
            let plain = PercentEncoding.decode(String(Substring(segment)))
            if plain == "." || plain == ".." {
                throw RequestFailure("a segment of the path is '.' or '..'")
            }
        }
    }

    private static func json(_ value: some Encodable, _ name: String) throws -> String {
        try tree(value, name).jsonText()
    }

    static func tree(_ value: some Encodable, _ name: String) throws -> Node {
        do { return try NodeEncoder.tree(of: value) } catch { throw RequestFailure("\(name): \(error)") }
    }
}

"""#),
    ("ClientRuntime/ClientResponse.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A received response, with methods that decode its body.
public nonisolated struct ClientResponse: Sendable {
    /// The status code and headers.
    public let head: HTTPResponse
    /// The complete body, or empty data if the body is streamed; see ``body``.
    public let data: Data
    /// The body in chunks.
    public let body: HTTPBody
    /// Whether the body is streamed.
    let isStreaming: Bool
    let operation: String?
    let limits: ReadingLimits

    /// Creates a response with a complete body.
    public init(_ head: HTTPResponse, _ data: Data) { self.init(head, data, nil, ReadingLimits()) }

    init(_ head: HTTPResponse, _ data: Data, _ operation: String?, _ limits: ReadingLimits) {
        self.head = head
        self.data = data
        body = HTTPBody(data)
        self.operation = operation
        self.limits = limits
        isStreaming = false
    }

    /// Creates a response with a streamed body.
    init(_ head: HTTPResponse, streaming body: HTTPBody, _ operation: String, _ limits: ReadingLimits) {
        self.head = head
        data = Data()
        self.body = body
        self.operation = operation
        self.limits = limits
        isStreaming = true
    }

    /// The status code.
    public var status: Int { head.status.code }

    var mediaType: MediaType { MediaType(of: head) }

    /// Whether the content type is a media type, or in a range such as `text/*`.
    public func has(_ type: String) -> Bool { mediaType.matches(type) }

    /// Decodes the body as JSON.
    ///
    /// - Parameter type: The documented media type. Any JSON type, `text/plain`, `application/octet-stream` and a missing
    ///   content type are accepted as well.
    /// - Throws: ``DecodingFailure``.
    public func json<T: Decodable>(as type: String = "application/json") throws -> T {
        let found = mediaType
        let isExpected = found.isJSON || found.matches(type)
        guard isExpected || ["", "text/plain", "application/octet-stream"].contains(found.essence) else {
            throw DecodingFailure(path: [], reason: "expected JSON, found another content type")
        }
        let isUTF8 = [nil, "utf-8", "utf8"].contains(found.charset)
        let bytes = isUTF8 ? data : Data(try found.text(of: data).utf8)
        return try Self.decode(bytes, limits)
    }

    static func decode<T: Decodable>(_ data: Data, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        let node: Node
        do { node = try JSONReader.read(data, limits) } catch { throw failure(error) }
        return try decode(node, limits)
    }

    static func decode<T: Decodable>(_ node: Node, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        do { return try NodeDecoder.read(node, limits) } catch { throw failure(error) }
    }

    private static func failure(_ error: any Error) -> any Error {
        error is any PlainError || error is CancellationError ? error : DecodingFailure(error)
    }

    /// The body as text, by its charset, or UTF-8 if it names none.
    public func text() throws -> String { try mediaType.text(of: data) }

    /// Decodes the body as text. For example: a number or a date.
    public func text<T: Decodable>() throws -> T { try Self.decode(.text(try text()), limits) }

    /// The bytes of the body.
    public func bytes() -> Data { data }

}

"""#),
    ("ClientRuntime/DateTime.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A point in time, with its original offset and fraction (RFC 3339, section 5.6; `format: date-time`).
///
/// Decoding and encoding preserves the text exactly. If the service's text is not a date-time, ``seconds`` and ``date``
/// are `nil`. Two values are equal if they name the same instant:
/// `2024-10-01T02:00:00+02:00` equals `2024-10-01T00:00:00.000Z`.
public nonisolated struct DateTime: Sendable {
    /// The text as received or created. For example: `2024-10-01T12:30:45.123456789+02:00`.
    public let text: String
    /// Whole seconds since 1970-01-01T00:00:00Z, or `nil` if the text is not a date-time.
    public let seconds: Int64?

    /// Parses a date, `T` or a space, a time of day with optional seconds and fraction, and an offset.
    ///
    /// A missing offset means UTC; a missing time of day, the start of the day. Returns `nil` for any other form and for days
    /// that do not exist.
    public init?(_ text: String) {
        guard let seconds = Self.seconds(of: text) else { return nil }
        self.text = text
        self.seconds = seconds
    }

    private static func seconds(of text: String) -> Int64? {
        var reader = DigitReader(text)
        guard let date = reader.date() else { return nil }
        let day = Int64(date.dayNumber) * 86_400
        if reader.isAtEnd { return day }
        guard reader.take("T") || reader.take("t") || reader.take(" "), let hour = reader.number(2, in: 0...23),
            reader.take(":"), let minute = reader.number(2, in: 0...59)
        else { return nil }
        var second = 0
        if reader.take(":") {
            guard let number = reader.number(2, in: 0...60) else { return nil }
            second = number
            if reader.take(".") || reader.take(",") { guard reader.skipDigits() > 0 else { return nil } }
        }
        _ = reader.take(" ")
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return day + Int64(hour * 3_600 + minute * 60 + second - offset)
    }

    /// Creates a date-time in UTC with microsecond precision.
    public init(_ date: Date) {
        let limit = 253_402_300_799.0
        let time = min(max(date.timeIntervalSince1970, -62_167_219_200), limit)
        var whole = time.rounded(.down)
        var micros = Int(((time - whole) * 1_000_000).rounded())
        if micros == 1_000_000 { (whole, micros) = (min(whole + 1, limit), 0) }
        let seconds = Int64(whole)
        self.seconds = seconds

        let day = CalendarDate(dayNumber: Int((whole / 86_400).rounded(.down)))
        let timeOfDay = Int(seconds) - day.dayNumber * 86_400
        var fraction = micros == 0 ? "" : ".\(CalendarDate.padded(micros, 6))"
        while micros != 0, fraction.hasSuffix("0") { fraction.removeLast() }
        let clock = [timeOfDay / 3_600, timeOfDay / 60 % 60, timeOfDay % 60].map { CalendarDate.padded($0, 2) }
        text = "\(day)T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    /// The point in time, with the precision of `Date` (about 0.1 µs), or `nil` if the text is not a date-time.
    public var date: Date? {
        seconds.map { Date(timeIntervalSince1970: Double($0) + (Double("0.\(fraction)") ?? 0)) }
    }

    /// The fraction digits without trailing zeros.
    var fraction: Substring {
        let marks = ".,".utf8
        guard let point = text.utf8.firstIndex(where: marks.contains) else { return "" }
        var digits = text[text.utf8.index(after: point)...].prefix { $0.isASCII && $0.isNumber }
        while digits.hasSuffix("0") { digits.removeLast() }
        return digits
    }
}

nonisolated extension DateTime: Hashable, Codable, CustomStringConvertible {
    /// Whether both name the same point in time, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        if left.text == right.text { return true }
        return left.seconds != nil && left.seconds == right.seconds && left.fraction == right.fraction
    }

    /// Texts that are not date-times come first.
    public static func < (left: Self, right: Self) -> Bool {
        guard let first = left.seconds, let second = right.seconds else {
            return left.seconds == nil && right.seconds == nil ? left.text < right.text : left.seconds == nil
        }
        return first == second ? left.fraction < right.fraction : first < second
    }

    /// Hashes the point in time, or the text if it is not a date-time.
    public func hash(into hasher: inout Hasher) {
        if let seconds {
            hasher.combine(seconds)
            hasher.combine(fraction)
        } else {
            hasher.combine(text)
        }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        seconds = Self.seconds(of: text)
        try decoder.expectForm("a date-time of RFC 3339", seconds != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

"""#),
    ("ClientRuntime/DecodingContext.swift", #"""
/// Measures how much of the thread's stack a decoding call has used.
///
/// Nesting is limited in bytes as well as in levels, because the bytes per level depend on the decoded types and on the
/// build settings.
nonisolated struct StackUse: Sendable {
    /// Threads of Apple's thread pool have a stack of 512 KiB.
    private static let limit: UInt = 384 * 1_024
    private let start = here()

    var isExhausted: Bool {
        let now = Self.here()
        return (now < start ? start - now : now - start) > Self.limit
    }

    @inline(never) private static func here() -> UInt {
        var mark: UInt8 = 0
        return withUnsafeMutablePointer(to: &mark) { UInt(bitPattern: $0) }
    }
}

/// The state that the decoders of one value share: its limits, and whether decoding must stop.
nonisolated final class DecodingContext {
    let stack = StackUse()
    private let deadline: Deadline?
    private var steps = 0
    /// The error that stops decoding, even in other branches of a union.
    private(set) var refusal: (any Error)?
    /// Whether text must match its `format`. Unions set this while they try their branches.
    var isStrict = false
    /// How many branches of unions failed to decode.
    var failedBranches = 0

    init(_ deadline: Deadline?) { self.deadline = deadline }

    /// Checks the limits. Called before each array, object and union.
    ///
    /// - Throws: ``CallTimeout``, `CancellationError`, or ``DecodingFailure`` if the value is nested too deeply.
    func step(at decoder: NodeDecoder) throws {
        if let refusal { throw refusal }
        if stack.isExhausted { throw refuse(decoder.failure("nested too deeply")) }
        steps &+= 1
        guard steps & 63 == 0 else { return }
        if Task.isCancelled { throw refuse(CancellationError()) }
        if let deadline, deadline.hasPassed { throw refuse(deadline.error) }
    }

    private func refuse(_ error: any Error) -> any Error {
        refusal = error
        return error
    }
}

"""#),
    ("ClientRuntime/DecodingFailure.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A body that does not match the API description. Has the path and what was expected, but never the value found.
public nonisolated struct DecodingFailure: PlainError, Sendable {
    /// The operation's ID, if the body belongs to an operation.
    public internal(set) var operation: String?
    /// The path of the value: names of members and indices of elements. For example: `["errors", "0", "code"]`.
    public internal(set) var path: [String]
    /// What was expected. For example: `expected a string, found null`.
    public let reason: String

    init(path: [String], reason: String) {
        self.path = path
        self.reason = reason
    }

    /// Creates a failure from an error of any decoder.
    init(_ error: any Error) {
        switch error {
        case let failure as DecodingFailure: self = failure
        case DecodingError.typeMismatch(let type, let context):
            self.init(path: context.path, reason: "expected \(type), found another type")
        case DecodingError.valueNotFound(let type, let context):
            self.init(path: context.path, reason: "expected \(type), found null")
        case DecodingError.keyNotFound(let key, let context):
            self.init(path: context.path + [key.stringValue], reason: "missing")
        case DecodingError.dataCorrupted(let context):
            self.init(path: context.path, reason: "not in the expected form")
        default: self.init(path: [], reason: "\(Swift.type(of: error))")
        }
    }
}

nonisolated extension DecodingError.Context {
    fileprivate var path: [String] { codingPath.map(\.stringValue) }
}

nonisolated extension DecodingFailure: CustomStringConvertible, CustomDebugStringConvertible, LocalizedError {
    /// The operation's ID, the path and the reason.
    public var description: String {
        var location = ""
        for part in path {
            if !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
                location += "[\(part)]"
            } else {
                location += location.isEmpty ? part : ".\(part)"
            }
        }
        return [operation, location.isEmpty ? nil : location, reason].compactMap(\.self).joined(separator: ": ")
    }

    /// Same as ``description``.
    public var debugDescription: String { description }
    /// Same as ``description``.
    public var errorDescription: String? { description }
}

"""#),
    ("ClientRuntime/DefaultTransport.swift", #"""
#if URLSession || !TransportTraits
    /// The transport of clients created without one: `URLSession` if the trait `URLSession` is enabled (the default),
    /// or else AsyncHTTPClient. With both traits disabled, clients require a transport.
    public typealias DefaultTransport = URLSessionTransport
#elseif AsyncHTTPClient
    /// The transport of clients created without one: AsyncHTTPClient, because the trait `URLSession` is disabled.
    public typealias DefaultTransport = AsyncHTTPClientTransport
#else
    /// Unavailable, because the traits `URLSession` and `AsyncHTTPClient` are disabled.
    @available(
        *, unavailable,
        message: "enable the trait URLSession or AsyncHTTPClient, or compile this module with -D TransportTraits"
    )
    public typealias DefaultTransport = StubTransport
#endif

"""#),
    ("ClientRuntime/EventParser.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses server-sent events (WHATWG HTML, "Interpreting an event stream").
nonisolated struct EventParser {
    private var lines: LineSplitter
    private let limit: Int
    private var isFirstLine = true
    private var id: String?
    private var retry: Int?
    private var type: String?
    /// The data lines, each followed by a line feed; `nil` before the first.
    private var data: [UInt8]?

    init(_ limits: ReadingLimits) {
        limit = limits.eventSize
        lines = LineSplitter(limit: min(limits.lineSize, limits.eventSize))
    }

    mutating func append(_ chunk: Data) { lines.append(chunk) }

    /// - Throws: ``ResponseTooLarge``.
    mutating func next() throws -> ServerSentEvent? {
        while var line = try lines.next() {
            if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
            isFirstLine = false
            if !line.isEmpty {
                read(line)
                guard data?.count ?? 0 <= limit else { throw ResponseTooLarge(limit: limit, "event") }
                continue
            }
            defer { (type, data) = (nil, nil) }
            guard let data else { continue }
            return ServerSentEvent(
                id: id, event: type, data: String(decoding: data.dropLast(), as: UTF8.self), retry: retry)
        }
        return nil
    }

    private mutating func read(_ line: ArraySlice<UInt8>) {
        let colon = line.firstIndex(of: UInt8(ascii: ":")) ?? line.endIndex
        var value = line[colon...].dropFirst()
        if value.first == 0x20 { value = value.dropFirst() }
        let name = line[..<colon]
        if name.elementsEqual("data".utf8) {
            data = data ?? []
            data?.append(contentsOf: value)
            data?.append(0x0A)
        } else if name.elementsEqual("event".utf8) {
            type = value.isEmpty ? nil : String(decoding: value, as: UTF8.self)
        } else if name.elementsEqual("id".utf8) {
            if !value.contains(0) { id = String(decoding: value, as: UTF8.self) }
        } else if name.elementsEqual("retry".utf8), value.allSatisfy({ (0x30...0x39).contains($0) }) {
            retry = Int(String(decoding: value, as: UTF8.self)) ?? retry
        }
    }
}

"""#),
    ("ClientRuntime/EventStream.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A server-sent event of a `text/event-stream`.
public nonisolated struct ServerSentEvent: Hashable, Sendable {
    /// The last ID that the service sent, with this event or an earlier one.
    public var id: String?
    /// The event's type, or `nil` for a plain message.
    public var event: String?
    /// The lines of data, joined by line feeds.
    public var data: String
    /// The reconnection delay in milliseconds, if the service sent one.
    public var retry: Int?

    /// Creates an event.
    public init(id: String? = nil, event: String? = nil, data: String, retry: Int? = nil) {
        self.id = id
        self.event = event
        self.data = data
        self.retry = retry
    }
}

/// The events of a streamed response, with their data decoded as `Element`.
///
/// `Element` is decoded from JSON, except for `String`, which is the data itself, and ``ServerSentEvent``, which is the
/// whole event. For other types, an event with the data `[DONE]` ends the sequence.
///
/// Errors are ``ClientError``s with the operation's ID. An event of the type `error` is thrown as an error, unless
/// `Element` is decoded from the whole event.
public nonisolated struct EventStream<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isWhole: Bool
    private let context: StreamContext

    /// Creates a sequence of the events of a body.
    ///
    /// - Parameters:
    ///   - body: The events as they arrive.
    ///   - whole: Whether `Element` is decoded from the whole event, with the members `data`, `event`, `id` and `retry`,
    ///     or from its data alone.
    public init(_ body: HTTPBody, whole: Bool = false) { self.init(body, whole: whole, StreamContext()) }

    init(_ body: HTTPBody, whole: Bool, _ context: StreamContext) {
        self.body = body
        isWhole = whole
        self.context = context
    }

    /// Creates an iterator over the events.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isWhole: isWhole, context) }

    /// An iterator over the events.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: SmallChunks
        private var parser: EventParser
        private let isWhole: Bool
        private let context: StreamContext

        init(_ body: HTTPBody, isWhole: Bool, _ context: StreamContext) {
            chunks = SmallChunks(body)
            parser = EventParser(context.limits)
            self.isWhole = isWhole
            self.context = context
        }

        /// The next event, or `nil` at the end of the stream.
        ///
        /// - Throws: ``ClientError``.
        public mutating func next() async throws -> Element? {
            while true {
                let event: ServerSentEvent?
                do {
                    event = try parser.next()
                    if event == nil {
                        guard let chunk = try await chunks.next() else { return nil }
                        parser.append(chunk)
                    }
                } catch { throw context.failure(error) }
                guard let event else { continue }
                if let value = event as? Element { return value }
                if event.data == "[DONE]", !isWhole, Element.self != String.self { return nil }
                do { return try read(event) } catch { throw context.failure(error, Data(event.data.utf8)) }
            }
        }

        private func read(_ event: ServerSentEvent) throws -> Element {
            if isWhole { return try ClientResponse.decode(event.node, context.limits) }
            if event.event == "error" {
                throw DecodingFailure(path: [], reason: "the service sent an event of the type 'error'")
            }
            if let value = event.data as? Element { return value }
            return try ClientResponse.decode(Data(event.data.utf8), context.limits)
        }
    }
}

nonisolated extension ServerSentEvent: Codable {}

nonisolated extension ServerSentEvent {
    /// The event as an object with its members (OpenAPI 3.2, "Server-Sent Event Streams").
    var node: Node {
        let members = [("id", id), ("event", event), ("data", data), ("retry", retry.map(String.init))]
        return .object(members.compactMap { name, value in value.map { Node.Member(name: name, value: .text($0)) } })
    }

    /// The text of an event in a request body.
    ///
    /// - Parameter whole: Whether `node` is an event with members; else it is the data.
    static func text(of node: Node, whole: Bool) throws -> String {
        func lines(_ name: String, _ value: Node) throws -> String {
            let text = try StyledValue.primitive(value).substituting("\r\n", "\n").substituting("\r", "\n")
            return text.split(separator: "\n", omittingEmptySubsequences: false).map { "\(name): \($0)\n" }.joined()
        }
        guard whole, case .object(let members) = node else { return try lines("data", node) + "\n" }
        return try members.filter { !$0.value.isNull }.map { try lines($0.name, $0.value) }.joined() + "\n"
    }
}

nonisolated extension ClientRequest {
    /// Sets a body of server-sent events (WHATWG HTML, "Server-sent events"), unless it is `nil`.
    ///
    /// - Parameters:
    ///   - values: The events.
    ///   - type: The media type.
    ///   - whole: Whether the values are events with the members `data`, `event`, `id` and `retry`, or the data of events.
    public mutating func events<T: Encodable>(
        _ values: [T]?, as type: String = "text/event-stream", whole: Bool = false
    ) throws {
        guard let values else { return }
        let texts = try values.map { try ServerSentEvent.text(of: try Self.tree($0, "body"), whole: whole) }
        bytes(Data(texts.joined().utf8), as: type)
    }
}

nonisolated extension ClientResponse {
    /// The server-sent events of the body (WHATWG HTML, "Server-sent events").
    ///
    /// - Parameters:
    ///   - type: The type of the elements.
    ///   - whole: Whether `T` is decoded from the whole event, with the members `data`, `event`, `id` and `retry`, or from
    ///     its data alone.
    /// - Throws: ``DecodingFailure`` if the response has another content type.
    public func events<T: Decodable & Sendable>(of type: T.Type = T.self, whole: Bool = false) throws -> EventStream<T>
    {
        guard ["text/event-stream", ""].contains(mediaType.essence) else {
            throw DecodingFailure(path: [], reason: "expected an event stream, found another content type")
        }
        return EventStream(body, whole: whole, context)
    }
}

"""#),
    ("ClientRuntime/ExplicitNulls.swift", #"""
/// The optional members of a value that are sent as `null`.
///
/// An optional member without a value is omitted, unless it is listed here. For example, `Pet(name: "Rex", explicitNulls: [.owner])`
/// sends `"owner": null`. A member that has a value is sent with it, listed or not.
public nonisolated struct ExplicitNulls<Model>: SetAlgebra, Hashable, Sendable {
    /// A set with one member.
    public typealias Element = Self
    /// A set with one member.
    public typealias ArrayLiteralElement = Self

    /// The names of the members in JSON.
    private(set) var names: Set<String>

    /// Creates an empty set.
    public init() { names = [] }

    /// Creates a set with the member that has a name in JSON. Generated code declares one for each nullable member.
    public init(name: String) { names = [name] }

    init(names: Set<String>) { self.names = names }

    /// Whether the set has all members of another.
    public func contains(_ member: Self) -> Bool { member.names.isSubset(of: names) }

    /// The members of both sets.
    public func union(_ other: Self) -> Self { Self(names: names.union(other.names)) }
    /// The members that both sets have.
    public func intersection(_ other: Self) -> Self { Self(names: names.intersection(other.names)) }
    /// The members that only one of the sets has.
    public func symmetricDifference(_ other: Self) -> Self { Self(names: names.symmetricDifference(other.names)) }

    /// Adds the members of another set.
    public mutating func formUnion(_ other: Self) { names.formUnion(other.names) }
    /// Removes the members that another set does not have.
    public mutating func formIntersection(_ other: Self) { names.formIntersection(other.names) }
    /// Removes the members that both sets have, and adds those that only the other has.
    public mutating func formSymmetricDifference(_ other: Self) { names.formSymmetricDifference(other.names) }

    /// Adds a member.
    @discardableResult public mutating func insert(_ member: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        defer { formUnion(member) }
        return (!contains(member), member)
    }

    /// Adds a member, and returns it if it was there.
    @discardableResult public mutating func update(with member: Self) -> Self? {
        defer { formUnion(member) }
        return contains(member) ? member : nil
    }

    /// Removes a member, and returns it if it was there.
    @discardableResult public mutating func remove(_ member: Self) -> Self? {
        let removed = intersection(member)
        names.subtract(member.names)
        return removed.names.isEmpty ? nil : removed
    }
}

nonisolated extension ExplicitNulls: CustomStringConvertible {
    /// The names of the members in JSON.
    public var description: String { names.sorted().description }
}

nonisolated extension ExplicitNulls: EmptyAware {}

nonisolated extension FieldDecoder {
    /// Those of some members that are `null`.
    @inline(never) public func nulls<Model>(_ names: String...) -> ExplicitNulls<Model> {
        ExplicitNulls(names: Set(names.filter(source.isNull)))
    }
}

nonisolated extension FieldEncoder {
    /// Encodes `null` for the members of a set that have no value. Must be called last.
    @inline(never) public func nulls<Model>(_ members: ExplicitNulls<Model>) {
        for name in members.names.sorted() where !target.hasField(name) { target.add(name, String?.none) }
    }
}

"""#),
    ("ClientRuntime/FailedResponse.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The response that a ``ClientError`` is about. It has the properties of its ``head`` too: `response.status`, `response.headerFields`.
@dynamicMemberLookup
public nonisolated struct FailedResponse: Sendable {
    /// The status code and the headers.
    public let head: HTTPResponse
    /// The ID of the operation that was called.
    public let operation: String
    /// The bytes of the body; empty if they exceed the client's limits.
    public let body: Data

    /// Creates a response, for tests.
    public init(_ head: HTTPResponse, body: Data = Data(), operation: String = "") {
        self.head = head
        self.operation = operation
        self.body = body
    }

    /// The service's ID of the request, for its support.
    public var requestID: String? { head.requestID }

    /// A property of the ``head``.
    public subscript<Value>(dynamicMember keyPath: KeyPath<HTTPResponse, Value>) -> Value { head[keyPath: keyPath] }
}

nonisolated extension FailedResponse: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The operation, the status code and the request ID, never the body.
    public var description: String { operation.isEmpty ? head.summary : "\(operation): \(head.summary)" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// An empty mirror, so that `dump` shows no body.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

"""#),
    ("ClientRuntime/FieldComparison.swift", #"""
/// A generated type whose members are compared and described one by one.
///
/// Its `==` is declared here and not in each type, because the compiler considers every operator of a module for each type
/// that declares one. In a module of a thousand types, that is half of the compile time.
public nonisolated protocol FieldComparable: Equatable, CustomDebugStringConvertible {
    /// Whether all members are equal.
    static func areEqual(_ left: Self, _ right: Self) -> Bool
}

nonisolated extension FieldComparable {
    /// Whether all members are equal.
    public static func == (left: Self, right: Self) -> Bool { Self.areEqual(left, right) }
}

/// Compares pairs of values, for ``FieldComparable``.
///
/// Common member types have their own methods, because a generic call passes metadata and its arguments by address. The
/// methods for collections are generic over the element type alone, so no conformance of the collection is looked up.
public nonisolated struct FieldComparison {
    /// Whether all pairs compared so far are equal.
    public private(set) var isEqual = true

    /// Creates a comparison without pairs.
    public init() {}

    private mutating func compare<T: Equatable>(_ left: T, _ right: T) {
        if isEqual { isEqual = left == right }
    }

    /// Compares strings.
    @inline(never) public mutating func string(_ left: String, _ right: String) { compare(left, right) }
    /// Compares Booleans.
    @inline(never) public mutating func bool(_ left: Bool, _ right: Bool) { compare(left, right) }
    /// Compares integers.
    @inline(never) public mutating func int(_ left: Int, _ right: Int) { compare(left, right) }
    /// Compares `Double`s.
    @inline(never) public mutating func double(_ left: Double, _ right: Double) { compare(left, right) }
    /// Compares date-times.
    @inline(never) public mutating func dateTime(_ left: DateTime, _ right: DateTime) { compare(left, right) }
    /// Compares arrays.
    @inline(never) public mutating func array<T: Equatable>(_ left: [T], _ right: [T]) {
        if isEqual { isEqual = left == right }
    }
    /// Compares dictionaries.
    @inline(never) public mutating func dictionary<T: Equatable>(_ left: [String: T], _ right: [String: T]) {
        if isEqual { isEqual = left == right }
    }
    /// Compares values of any type.
    @inline(never) public mutating func value<T: Equatable>(_ left: T, _ right: T) { compare(left, right) }
    /// Compares optional strings.
    @inline(never) public mutating func optionalString(_ left: String?, _ right: String?) { compare(left, right) }
    /// Compares optional Booleans.
    @inline(never) public mutating func optionalBool(_ left: Bool?, _ right: Bool?) { compare(left, right) }
    /// Compares optional integers.
    @inline(never) public mutating func optionalInt(_ left: Int?, _ right: Int?) { compare(left, right) }
    /// Compares optional `Double`s.
    @inline(never) public mutating func optionalDouble(_ left: Double?, _ right: Double?) { compare(left, right) }
    /// Compares optional date-times.
    @inline(never) public mutating func optionalDateTime(_ left: DateTime?, _ right: DateTime?) { compare(left, right) }
    /// Compares optional arrays.
    @inline(never) public mutating func optionalArray<T: Equatable>(_ left: [T]?, _ right: [T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    /// Compares optional dictionaries.
    @inline(never) public mutating func optionalDictionary<T: Equatable>(_ left: [String: T]?, _ right: [String: T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    /// Compares optional values of any type.
    @inline(never) public mutating func optional<T: Equatable>(_ left: T?, _ right: T?) { compare(left, right) }
}

/// Combines values into a hasher, for `hash(into:)` of generated types.
public nonisolated enum FieldHasher {
    /// Hashes a string.
    @inline(never) public static func string(_ value: String, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a Boolean.
    @inline(never) public static func bool(_ value: Bool, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an integer.
    @inline(never) public static func int(_ value: Int, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a `Double`.
    @inline(never) public static func double(_ value: Double, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a date-time.
    @inline(never) public static func dateTime(_ value: DateTime, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an array.
    @inline(never) public static func array<T: Hashable>(_ value: [T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    /// Hashes a dictionary.
    @inline(never) public static func dictionary<T: Hashable>(_ value: [String: T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    /// Hashes a value of any type.
    @inline(never) public static func value<T: Hashable>(_ value: T, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional string.
    @inline(never) public static func optionalString(_ value: String?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional Boolean.
    @inline(never) public static func optionalBool(_ value: Bool?, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an optional integer.
    @inline(never) public static func optionalInt(_ value: Int?, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an optional `Double`.
    @inline(never) public static func optionalDouble(_ value: Double?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional date-time.
    @inline(never) public static func optionalDateTime(_ value: DateTime?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional array.
    @inline(never) public static func optionalArray<T: Hashable>(_ value: [T]?, into hasher: inout Hasher) {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    /// Hashes an optional dictionary.
    @inline(never) public static func optionalDictionary<T: Hashable>(_ value: [String: T]?, into hasher: inout Hasher)
    {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    /// Hashes an optional value of any type.
    @inline(never) public static func optional<T: Hashable>(_ value: T?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
}

"""#),
    ("ClientRuntime/FieldDecoder.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Decodes the members of an object, for `init(from:)` of generated types.
///
/// A method for each type of member, never inlined, keeps generated code small and quick to compile. For the same reason
/// only ``value(_:)`` throws: the other methods store the first error for ``finish()`` and return an empty value.
public nonisolated struct FieldDecoder {
    let source: FieldSource

    /// Creates a decoder of the members of an object.
    ///
    /// - Throws: ``DecodingFailure`` or `DecodingError` if the value is not an object.
    public init(_ decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder {
            guard tree.node.isObject else { throw tree.mismatch("an object", tree.node) }
            tree.firstError = nil
            source = tree
        } else {
            source = ContainerFields(try decoder.container(keyedBy: FieldKey.self))
        }
    }

    /// Throws the first error of the other methods, if there was one.
    public func finish() throws { if let error = source.firstError { throw error } }

    func required<T: Decodable>(_ name: String, _ empty: @autoclosure () -> T) -> T {
        do { return try source.field(name) } catch {
            source.report(error)
            return empty()
        }
    }

    /// Decodes a required member: a string.
    @inline(never) public func string(_ name: String) -> String { required(name, "") }
    /// Decodes a required member: a Boolean.
    @inline(never) public func bool(_ name: String) -> Bool { required(name, false) }
    /// Decodes a required member: an integer.
    @inline(never) public func int(_ name: String) -> Int { required(name, 0) }
    /// Decodes a required member: a 32-bit integer.
    @inline(never) public func int32(_ name: String) -> Int32 { required(name, 0) }
    /// Decodes a required member: a 64-bit integer.
    @inline(never) public func int64(_ name: String) -> Int64 { required(name, 0) }
    /// Decodes a required member: an unsigned 64-bit integer.
    @inline(never) public func uint64(_ name: String) -> UInt64 { required(name, 0) }
    /// Decodes a required member: a `Double`.
    @inline(never) public func double(_ name: String) -> Double { required(name, 0) }
    /// Decodes a required member: a `Float`.
    @inline(never) public func float(_ name: String) -> Float { required(name, 0) }
    /// Decodes a required member: a `Decimal`.
    @inline(never) public func decimal(_ name: String) -> Decimal { required(name, 0) }
    /// Decodes a required member: a date-time.
    @inline(never) public func dateTime(_ name: String) -> DateTime { required(name, DateTime(Date())) }
    /// Decodes a required member: a date.
    @inline(never) public func date(_ name: String) -> CalendarDate { required(name, CalendarDate(dayNumber: 0)) }
    /// Decodes a required member: Base64 data.
    @inline(never) public func data(_ name: String) -> Data { required(name, Data()) }
    /// Decodes a required member: any JSON value.
    @inline(never) public func json(_ name: String) -> JSONValue { required(name, .null) }
    /// Decodes a required member: an array.
    @inline(never) public func array<T: Decodable>(_ name: String) -> [T] { required(name, []) }
    /// Decodes a required member: an object with values of one type.
    @inline(never) public func dictionary<T: Decodable>(_ name: String) -> [String: T] { required(name, [:]) }
    /// Decodes a required member: an enum.
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String) -> T where T.RawValue == String {
        required(name, T(rawValue: ""))
    }

    /// Decodes a required member: a value of any type.
    ///
    /// - Throws: ``DecodingFailure`` if the member is missing or has another type.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T { try source.field(name) }

    /// Decodes an optional member: a string.
    @inline(never) public func optionalString(_ name: String) -> String? { optional(name) }
    /// Decodes an optional member: a Boolean.
    @inline(never) public func optionalBool(_ name: String) -> Bool? { optional(name) }
    /// Decodes an optional member: an integer.
    @inline(never) public func optionalInt(_ name: String) -> Int? { optional(name) }
    /// Decodes an optional member: a 32-bit integer.
    @inline(never) public func optionalInt32(_ name: String) -> Int32? { optional(name) }
    /// Decodes an optional member: a 64-bit integer.
    @inline(never) public func optionalInt64(_ name: String) -> Int64? { optional(name) }
    /// Decodes an optional member: an unsigned 64-bit integer.
    @inline(never) public func optionalUInt64(_ name: String) -> UInt64? { optional(name) }
    /// Decodes an optional member: a `Double`.
    @inline(never) public func optionalDouble(_ name: String) -> Double? { optional(name) }
    /// Decodes an optional member: a `Float`.
    @inline(never) public func optionalFloat(_ name: String) -> Float? { optional(name) }
    /// Decodes an optional member: a `Decimal`.
    @inline(never) public func optionalDecimal(_ name: String) -> Decimal? { optional(name) }
    /// Decodes an optional member: a date-time.
    @inline(never) public func optionalDateTime(_ name: String) -> DateTime? { optional(name) }
    /// Decodes an optional member: a date.
    @inline(never) public func optionalDate(_ name: String) -> CalendarDate? { optional(name) }
    /// Decodes an optional member: Base64 data.
    @inline(never) public func optionalData(_ name: String) -> Data? { optional(name) }
    /// Decodes an optional member: any JSON value. `null` is a value; `nil` means that the member is absent.
    @inline(never) public func optionalJSON(_ name: String) -> JSONValue? {
        optional(name) ?? (source.isNull(name) ? .null : nil)
    }

    /// Decodes an optional member: a value of any type. Absent and `null` are `nil`.
    @inline(never) public func optional<T: Decodable>(_ name: String) -> T? {
        do { return try source.optionalField(name) } catch {
            source.report(error)
            return nil
        }
    }

    /// Decodes a required member that may be `null`. If it is missing, it counts as `null`.
    @inline(never) public func nullable<T: Decodable>(_ name: String) -> T? { optional(name) }

    /// Decodes all members except those with some names (`additionalProperties`).
    @inline(never) public func rest<T: Decodable>(except names: String...) -> [String: T] {
        do { return try source.fields(except: Set(names)) } catch {
            source.report(error)
            return [:]
        }
    }
}

/// The source of ``FieldDecoder``: the runtime's own tree, or the container of another decoder.
nonisolated class FieldSource {
    final var firstError: (any Error)?

    final func report(_ error: any Error) { if firstError == nil { firstError = error } }

    func isNull(_ name: String) -> Bool { false }
    func field<T: Decodable>(_ name: String) throws -> T { throw DecodingFailure(path: [name], reason: "missing") }
    /// `nil` for an absent member and for `null`.
    func optionalField<T: Decodable>(_ name: String) throws -> T? { nil }
    func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] { [:] }
}

nonisolated final class ContainerFields: FieldSource {
    private let container: KeyedDecodingContainer<FieldKey>

    init(_ container: KeyedDecodingContainer<FieldKey>) { self.container = container }

    override func isNull(_ name: String) -> Bool {
        container.contains(FieldKey(name)) && (try? container.decodeNil(forKey: FieldKey(name))) == true
    }

    override func field<T: Decodable>(_ name: String) throws -> T {
        try container.decode(T.self, forKey: FieldKey(name))
    }

    override func optionalField<T: Decodable>(_ name: String) throws -> T? {
        try container.decodeIfPresent(T.self, forKey: FieldKey(name))
    }

    override func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] {
        var fields: [String: T] = [:]
        for key in container.allKeys where !names.contains(key.stringValue) {
            fields[key.stringValue] = try container.decode(T.self, forKey: key)
        }
        return fields
    }
}

"""#),
    ("ClientRuntime/FieldEncoder.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Encodes the members of an object, for `encode(to:)` of generated types. The counterpart of ``FieldDecoder``.
///
/// Only ``finish()`` throws: the other methods store the first error.
public nonisolated struct FieldEncoder {
    let target: FieldTarget

    /// Creates an encoder of the members of an object.
    public init(_ encoder: any Encoder) {
        if let tree = encoder as? NodeEncoder {
            tree.beginMembers()
            target = tree
        } else {
            target = ContainerTarget(encoder.container(keyedBy: FieldKey.self))
        }
    }

    /// Throws the first error of the other methods, if there was one.
    public func finish() throws { if let error = target.firstError { throw error } }

    /// Encodes a member: a string.
    @inline(never) public func string(_ name: String, _ value: String) { target.add(name, value) }
    /// Encodes a member: a Boolean.
    @inline(never) public func bool(_ name: String, _ value: Bool) { target.add(name, value) }
    /// Encodes a member: an integer.
    @inline(never) public func int(_ name: String, _ value: Int) { target.add(name, value) }
    /// Encodes a member: a 32-bit integer.
    @inline(never) public func int32(_ name: String, _ value: Int32) { target.add(name, value) }
    /// Encodes a member: a 64-bit integer.
    @inline(never) public func int64(_ name: String, _ value: Int64) { target.add(name, value) }
    /// Encodes a member: an unsigned 64-bit integer.
    @inline(never) public func uint64(_ name: String, _ value: UInt64) { target.add(name, value) }
    /// Encodes a member: a `Double`.
    @inline(never) public func double(_ name: String, _ value: Double) { target.add(name, value) }
    /// Encodes a member: a `Float`.
    @inline(never) public func float(_ name: String, _ value: Float) { target.add(name, value) }
    /// Encodes a member: a `Decimal`.
    @inline(never) public func decimal(_ name: String, _ value: Decimal) { target.add(name, value) }
    /// Encodes a member: a date-time.
    @inline(never) public func dateTime(_ name: String, _ value: DateTime) { target.add(name, value) }
    /// Encodes a member: a date.
    @inline(never) public func date(_ name: String, _ value: CalendarDate) { target.add(name, value) }
    /// Encodes a member: Base64 data.
    @inline(never) public func data(_ name: String, _ value: Data) { target.add(name, value) }
    /// Encodes a member: any JSON value.
    @inline(never) public func json(_ name: String, _ value: JSONValue) { target.add(name, value) }
    /// Encodes a member: an array.
    @inline(never) public func array<T: Encodable>(_ name: String, _ value: [T]) { target.add(name, value) }
    /// Encodes a member: an object with values of one type.
    @inline(never) public func dictionary<T: Encodable>(_ name: String, _ value: [String: T]) {
        target.add(name, value)
    }
    /// Encodes a member: an enum.
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String, _ value: T) where T.RawValue == String {
        target.add(name, value.rawValue)
    }

    /// Encodes a member: a value of any type.
    @inline(never) public func value<T: Encodable>(_ name: String, _ value: T) { target.add(name, value) }

    /// Encodes a member unless it is `nil`: a string.
    @inline(never) public func optionalString(_ name: String, _ value: String?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a Boolean.
    @inline(never) public func optionalBool(_ name: String, _ value: Bool?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: an integer.
    @inline(never) public func optionalInt(_ name: String, _ value: Int?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a 32-bit integer.
    @inline(never) public func optionalInt32(_ name: String, _ value: Int32?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a 64-bit integer.
    @inline(never) public func optionalInt64(_ name: String, _ value: Int64?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: an unsigned 64-bit integer.
    @inline(never) public func optionalUInt64(_ name: String, _ value: UInt64?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Double`.
    @inline(never) public func optionalDouble(_ name: String, _ value: Double?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Float`.
    @inline(never) public func optionalFloat(_ name: String, _ value: Float?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Decimal`.
    @inline(never) public func optionalDecimal(_ name: String, _ value: Decimal?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a date-time.
    @inline(never) public func optionalDateTime(_ name: String, _ value: DateTime?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a date.
    @inline(never) public func optionalDate(_ name: String, _ value: CalendarDate?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: Base64 data.
    @inline(never) public func optionalData(_ name: String, _ value: Data?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: any JSON value.
    @inline(never) public func optionalJSON(_ name: String, _ value: JSONValue?) { optional(name, value) }

    /// Encodes a member unless it is `nil`: a value of any type.
    @inline(never) public func optional<T: Encodable>(_ name: String, _ value: T?) {
        if let value { target.add(name, value) }
    }

    /// Encodes a member: a value of any type, or `null` if it is `nil`.
    @inline(never) public func nullable<T: Encodable>(_ name: String, _ value: T?) { target.add(name, value) }

    /// Encodes additional members (`additionalProperties`). Must be called first, so that declared members override them.
    @inline(never) public func rest<T: Encodable>(_ fields: [String: T]) {
        for field in fields.sorted(by: { $0.key < $1.key }) { target.add(field.key, field.value) }
    }
}

/// The target of ``FieldEncoder``: the runtime's own tree, or the container of another encoder.
nonisolated class FieldTarget {
    private(set) var firstError: (any Error)?

    final func add<T: Encodable>(_ name: String, _ value: T) {
        do { try write(name, value) } catch { if firstError == nil { firstError = error } }
    }

    func write<T: Encodable>(_ name: String, _ value: T) throws {}
    func hasField(_ name: String) -> Bool { false }
}

nonisolated final class ContainerTarget: FieldTarget {
    private var container: KeyedEncodingContainer<FieldKey>
    private var names: Set<String> = []

    init(_ container: KeyedEncodingContainer<FieldKey>) { self.container = container }

    override func hasField(_ name: String) -> Bool { names.contains(name) }

    override func write<T: Encodable>(_ name: String, _ value: T) throws {
        names.insert(name)
        try container.encode(value, forKey: FieldKey(name))
    }
}

"""#),
    ("ClientRuntime/FileContent.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The content of a file, as a part of a multipart body or as a body with a media type chosen by the caller.
public nonisolated struct FileContent: Hashable, Sendable {
    /// The file name of a part. If it is `nil`, the name of the part is sent instead.
    public var name: String?
    /// The media type. For example: `image/png`.
    public var contentType: String?
    /// Additional headers of the part.
    public var headers: [String: String] = [:]
    private let source: Source

    private enum Source: Hashable, Sendable {
        case data(Data)
        case file(URL)
    }

    /// Creates content from bytes.
    public init(_ data: Data, name: String? = nil, contentType: String? = nil) {
        source = .data(data)
        self.name = name
        self.contentType = contentType
    }

    /// Creates content from a file. It is read in chunks while it is sent and never held in memory as a whole.
    public init(file: URL, name: String? = nil, contentType: String? = nil) {
        source = .file(file)
        self.name = name ?? file.lastPathComponent
        self.contentType = contentType
    }

    /// The content as a request body.
    public var body: HTTPBody {
        switch source {
        case .data(let data): HTTPBody(data)
        case .file(let file): HTTPBody(file: file)
        }
    }

    /// Reads the complete content.
    ///
    /// - Throws: An error if the file can't be read.
    public func bytes() throws -> Data {
        switch source {
        case .data(let data): data
        case .file(let file): try Data(contentsOf: file)
        }
    }

    /// - Throws: ``RequestFailure`` if the file can't be read.
    func base64() throws -> String {
        do { return try bytes().base64EncodedString() } catch { throw HTTPBody.unreadable(name) }
    }
}

/// Encoded in JSON as a Base64 string.
nonisolated extension FileContent: Codable {
    /// Decodes a part of a multipart body, or a Base64 string.
    public init(from decoder: any Decoder) throws {
        if let tree = decoder as? NodeDecoder, case .file(let file) = tree.node {
            self = file
        } else {
            self.init(try decoder.singleValueContainer().decode(Data.self))
        }
    }

    /// Encodes the bytes.
    ///
    /// - Throws: An error if the file can't be read.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(try bytes())
    }
}

"""#),
    ("ClientRuntime/FileReader.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Android)
    import Android
#elseif canImport(WASILibc)
    import WASILibc
#elseif canImport(ucrt)
    import ucrt
#endif

/// Reads a file in chunks. Unlike `FileHandle`, it needs FoundationEssentials alone.
nonisolated final class FileReader {
    private let stream: UnsafeMutablePointer<FILE>

    /// - Throws: An error if the file can't be opened.
    init(_ file: URL) throws {
        guard let stream = fopen(file.path, "rb") else { throw Self.failure() }
        setvbuf(stream, nil, _IONBF, 0)
        self.stream = stream
    }

    deinit { fclose(stream) }

    /// The next bytes, at most `count`, or `nil` at the end of the file.
    func read(upToCount count: Int) throws -> Data? {
        var data = Data(count: count)
        let read = data.withUnsafeMutableBytes { fread($0.baseAddress, 1, count, stream) }
        if read == 0 {
            if ferror(stream) != 0 { throw Self.failure() }
            return nil
        }
        return data.prefix(read)
    }

    /// The number of bytes of a regular file, or `nil` for anything else.
    static func size(of file: URL) -> Int64? {
        let path = file.resolvingSymlinksInPath().path
        guard let attributes = try? FileManager.default.attributesOfItem(atPath: path),
            attributes[.type] as? FileAttributeType == .typeRegular, let size = attributes[.size]
        else { return nil }
        // An integer, but an `NSNumber` where the program links all of Foundation.
        return Int64(String(describing: size))
    }

    private static func failure() -> CocoaError {
        let code: CocoaError.Code =
            switch errno {
            case ENOENT: .fileReadNoSuchFile
            case EACCES, EPERM: .fileReadNoPermission
            default: .fileReadUnknown
            }
        return CocoaError(code)
    }
}

"""#),
    ("ClientRuntime/FormBody.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How a member of a form or multipart body is encoded (Encoding Object).
public nonisolated struct BodyEncoding: Sendable {
    /// The member's name; empty if the encoding applies to a position.
    public let name: String
    /// The media type of the part or value.
    public let contentType: String?
    /// The serialization style.
    public let style: ParameterStyle?
    /// Whether arrays and objects become several parameters.
    public let explode: Bool?
    /// Whether reserved characters are sent without percent-encoding.
    public let allowReserved: Bool

    /// Creates an encoding. `nil` means the default of the Encoding Object.
    public init(
        _ name: String = "", contentType: String? = nil, style: ParameterStyle? = nil, explode: Bool? = nil,
        allowReserved: Bool = false
    ) {
        self.name = name
        self.contentType = contentType
        self.style = style
        self.explode = explode
        self.allowReserved = allowReserved
    }

    var hasStyle: Bool { style != nil || explode != nil || allowReserved }
    var isJSON: Bool { contentType.map { MediaType($0).isJSON } ?? false }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        let style = style ?? .form
        return try StyledValue(name: name, style: style, explode: explode ?? (style == .form || style == .deepObject)) {
            PercentEncoding.encode($0, keeping: allowReserved ? ":/?@!$'()*,;" : "")
        }.pairs(node)
    }
}

nonisolated extension ClientRequest {
    /// Sets a form body (`application/x-www-form-urlencoded`), unless the value is `nil`.
    public mutating func form<T: Encodable>(
        _ value: T?, as type: String = "application/x-www-form-urlencoded", _ encodings: [BodyEncoding] = []
    ) throws {
        guard let value else { return }
        bytes(Data(try FormBody(encodings: encodings).text(try Self.tree(value, "body")).utf8), as: type)
    }

    /// Appends a path parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func path(_ name: String, form value: some Encodable, _ encodings: [BodyEncoding] = []) throws {
        add(segment: PercentEncoding.encode(try Self.form(value, name, encodings)), name)
    }

    /// Adds a query parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func query<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        setQuery(name, try Self.form(value, name, encodings))
    }

    /// Sets the whole query as a form (`in: querystring`).
    public mutating func querystring<T: Encodable>(form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        add(try FormBody(encodings: encodings).pairs(try Self.tree(value, "query")))
    }

    /// Sets a header parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func header<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setHeader(name, try Self.form(value, name, encodings))
    }

    /// Adds a cookie parameter described by `content: application/x-www-form-urlencoded`.
    public mutating func cookie<T: Encodable>(_ name: String, form value: T?, _ encodings: [BodyEncoding] = []) throws {
        guard let value else { return }
        try setCookie(name, PercentEncoding.encode(try Self.form(value, name, encodings)))
    }

    private static func form(_ value: some Encodable, _ name: String, _ encodings: [BodyEncoding]) throws -> String {
        try FormBody(encodings: encodings).text(try tree(value, name))
    }
}

/// Encodes objects as forms (WHATWG URL, `application/x-www-form-urlencoded`).
nonisolated struct FormBody {
    let encodings: [BodyEncoding]

    func text(_ node: Node) throws -> String {
        try pairs(node).map { "\($0.name)=\($0.value)" }.joined(separator: "&")
    }

    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        guard case .object(let members) = node else { throw RequestFailure("a form must be an object") }
        return try members.flatMap { member in
            let encoding = encodings.first { $0.name == member.name } ?? BodyEncoding(member.name)
            if encoding.hasStyle || !(member.value.isObject || encoding.isJSON) {
                return try encoding.pairs(member.value)
            }
            if member.value.isNull { return [] }
            return [(PercentEncoding.encode(member.name), PercentEncoding.encode(try member.value.jsonText()))]
        }
    }
}

"""#),
    ("ClientRuntime/FormReader.swift", #"""
nonisolated extension ClientResponse {
    /// Decodes the body as a form (`application/x-www-form-urlencoded`). A repeated name becomes an array.
    public func form<T: Decodable>() throws -> T {
        let pairs = try text().split(separator: "&").map { pair -> Node.Member in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return Node.Member(
                name: Self.unescaped(parts[0]), value: .text(parts.count > 1 ? Self.unescaped(parts[1]) : ""))
        }
        return try Self.decode(.object(collecting: pairs), limits)
    }

    private static func unescaped(_ text: Substring) -> String {
        let spaced = text.utf8.map { $0 == UInt8(ascii: "+") ? UInt8(ascii: " ") : $0 }
        return PercentEncoding.decode(String(decoding: spaced, as: UTF8.self))
    }
}

nonisolated extension Node {
    /// An object whose repeated names become arrays.
    static func object(collecting list: [Member]) -> Node {
        var names: [String] = []
        var positions: [String: Int] = [:]
        var values: [[Node]] = []
        for member in list {
            if let position = positions[member.name] {
                values[position].append(member.value)
            } else {
                positions[member.name] = names.count
                names.append(member.name)
                values.append([member.value])
            }
        }
        return .object(
            zip(names, values).map { name, all in Member(name: name, value: all.count == 1 ? all[0] : .array(all)) })
    }
}

"""#),
    ("ClientRuntime/FormattedText.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A UUID with its original spelling (RFC 9562; `format: uuid`).
///
/// Decoding and encoding preserves the text. If it is not a UUID, ``uuid`` is `nil`. Values are compared without case.
public nonisolated struct UUIDText: Sendable {
    /// The text as received or created. For example: `7f5d8a34-2c1e-4b6f-9a0d-3e8c5b7f1d29`.
    public let text: String

    /// Creates a value from any text.
    public init(_ text: String) { self.text = text }

    /// Creates a value from a UUID, in lowercase.
    public init(_ uuid: UUID) { text = uuid.uuidString.lowercased() }

    /// The UUID, or `nil` if the text is not a UUID.
    public var uuid: UUID? { UUID(uuidString: text) }
}

nonisolated extension UUIDText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// Whether both are the same UUID, or have the same text.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.uuid != nil && left.uuid == right.uuid
    }

    /// Hashes the UUID, or the text if it is not a UUID.
    public func hash(into hasher: inout Hasher) {
        if let uuid { hasher.combine(uuid) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Creates a value from a string literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a UUID", uuid != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

/// A URL with its original spelling (RFC 3986; `format: uri` and `url`).
///
/// Decoding and encoding preserves the text. If it is empty or not a URL, ``url`` is `nil`. Values are compared by their
/// text.
public nonisolated struct URLText: Sendable {
    /// The text as received or created. For example: `https://example.com/path?query=1`.
    public let text: String

    /// Creates a value from any text.
    public init(_ text: String) { self.text = text }

    /// Creates a value from a URL.
    public init(_ url: URL) { text = url.absoluteString }

    /// The URL, or `nil` if the text is blank or not a URL.
    public var url: URL? { text.allSatisfy(\.isWhitespace) ? nil : URL(string: text) }
}

nonisolated extension URLText: Hashable, Codable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// The text.
    public var description: String { text }

    /// Creates a value from a string literal.
    public init(stringLiteral text: String) { self.init(text) }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        try decoder.expectForm("a URL", url != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

nonisolated extension FieldDecoder {
    /// Decodes a required member: a UUID.
    @inline(never) public func uuid(_ name: String) -> UUIDText { required(name, UUIDText("")) }
    /// Decodes a required member: a URL.
    @inline(never) public func url(_ name: String) -> URLText { required(name, URLText("")) }
    /// Decodes an optional member: a UUID.
    @inline(never) public func optionalUUID(_ name: String) -> UUIDText? { optional(name) }
    /// Decodes an optional member: a URL.
    @inline(never) public func optionalURL(_ name: String) -> URLText? { optional(name) }
}

nonisolated extension FieldEncoder {
    /// Encodes a member: a UUID.
    @inline(never) public func uuid(_ name: String, _ value: UUIDText) { target.add(name, value) }
    /// Encodes a member: a URL.
    @inline(never) public func url(_ name: String, _ value: URLText) { target.add(name, value) }
    /// Encodes a member unless it is `nil`: a UUID.
    @inline(never) public func optionalUUID(_ name: String, _ value: UUIDText?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a URL.
    @inline(never) public func optionalURL(_ name: String, _ value: URLText?) { optional(name, value) }
}

"""#),
    ("ClientRuntime/HTTPBody.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The bytes of a request or a response, as a sequence of chunks.
///
/// A body of `Data`, text or a file can be read repeatedly. A streamed response, or a body of a sequence that is not marked
/// as replayable, can be read once: a second reader gets ``AlreadyRead``.
public nonisolated struct HTTPBody: Sendable, AsyncSequence {
    /// A chunk of bytes.
    public typealias Element = Data

    /// The number of bytes, or `nil` if it is not known in advance.
    public let length: Int64?
    /// Whether the body can be sent again for a retry or with a refreshed credential.
    public let isReplayable: Bool
    let pieces: Pieces

    enum Pieces: Sendable {
        case data(Data)
        case file(URL)
        case sequence([HTTPBody])
        case stream(@Sendable () -> AsyncIterator)
    }

    /// The error of reading a body a second time that can be read only once.
    public struct AlreadyRead: PlainError, CustomStringConvertible {
        /// A message for developers.
        public var description: String { "the body can be read only once and was already read" }
    }

    /// The number of bytes of a file that are read at a time.
    private static let chunkSize = 64 * 1_024

    /// Creates a body of bytes.
    public init(_ data: Data = Data()) {
        pieces = .data(data)
        length = Int64(data.count)
        isReplayable = true
    }

    /// Creates a body of UTF-8 text.
    public init(_ text: String) { self.init(Data(text.utf8)) }

    /// Creates a body of the content of a file, which is read in chunks of 64 KiB.
    public init(file: URL) {
        pieces = .file(file)
        length = FileReader.size(of: file)
        isReplayable = true
    }

    /// Creates a body of a sequence of chunks.
    ///
    /// - Parameters:
    ///   - chunks: The bytes, in chunks of any size.
    ///   - length: The number of bytes, if known.
    ///   - isReplayable: Whether each iteration of `chunks` returns the same bytes.
    public init<Chunks: AsyncSequence & Sendable>(
        _ chunks: Chunks, length: Int64? = nil, isReplayable: Bool = false
    ) where Chunks.Element == Data {
        let make: @Sendable () -> AsyncIterator = {
            var iterator = chunks.makeAsyncIterator()
            return AsyncIterator { try await iterator.next() }
        }
        pieces = .stream(isReplayable ? make : Self.once(make))
        self.length = length
        self.isReplayable = isReplayable
    }

    init(length: Int64?, _ make: @escaping @Sendable () -> AsyncIterator) {
        pieces = .stream(Self.once(make))
        self.length = length
        isReplayable = false
    }

    private static func once(_ make: @escaping @Sendable () -> AsyncIterator) -> @Sendable () -> AsyncIterator {
        let isRead = Locked(false)
        return {
            let isFirst = isRead.withLock { wasRead in
                defer { wasRead = true }
                return !wasRead
            }
            return isFirst ? make() : AsyncIterator { throw AlreadyRead() }
        }
    }

    init(joining bodies: [HTTPBody]) {
        var joined: [HTTPBody] = []
        for body in bodies {
            if case .data(let new) = body.pieces, case .data(let old)? = joined.last?.pieces {
                joined[joined.count - 1] = HTTPBody(old + new)
            } else {
                joined.append(body)
            }
        }
        if joined.count == 1 {
            self = joined[0]
            return
        }
        self.init(sequence: joined)
    }

    private init(sequence joined: [HTTPBody]) {
        pieces = .sequence(joined)
        length = joined.reduce(0) { sum, body in sum.flatMap { sum in body.length.map { sum + $0 } } }
        isReplayable = joined.allSatisfy(\.isReplayable)
    }

    /// - Throws: ``RequestFailure`` if a file of the body can't be read.
    func checkFiles() throws {
        switch pieces {
        case .file(let file):
            guard length != nil, FileManager.default.isReadableFile(atPath: file.path) else {
                throw Self.unreadable(file.lastPathComponent)
            }
        case .sequence(let bodies): for body in bodies { try body.checkFiles() }
        case .data, .stream: break
        }
    }

    static func unreadable(_ name: String?) -> RequestFailure {
        RequestFailure("the file \(name.map { "'\($0)' " } ?? "")cannot be read")
    }

    /// The same bytes; reading returns immediately on cancellation, and errors show no URL.
    var leavable: HTTPBody {
        if case .data = pieces { return self }
        return HTTPBody(length: length) { [self] in
            let source = LeavableIterator(makeAsyncIterator())
            return AsyncIterator { try await source.next() }
        }
    }

    /// Reads the complete body.
    ///
    /// - Throws: ``ResponseTooLarge`` if the body has more than `limit` bytes.
    public func collect(upTo limit: Int = .max) async throws -> Data {
        if case .data(let data) = pieces {
            guard data.count <= limit else { throw ResponseTooLarge(limit: limit) }
            return data
        }
        var all = Data()
        for try await chunk in self {
            guard all.count + chunk.count <= limit else { throw ResponseTooLarge(limit: limit) }
            all.append(chunk)
        }
        return all
    }

    /// Creates an iterator over the chunks.
    public func makeAsyncIterator() -> AsyncIterator {
        switch pieces {
        case .data(let data):
            var rest: Data? = data.isEmpty ? nil : data
            return AsyncIterator {
                defer { rest = nil }
                return rest
            }
        case .file(let file):
            var reader: FileReader?
            return AsyncIterator {
                let open = try reader ?? FileReader(file)
                reader = open
                return try open.read(upToCount: Self.chunkSize)
            }
        case .sequence(let bodies):
            var rest = bodies[...]
            var current: AsyncIterator?
            return AsyncIterator {
                while true {
                    if let chunk = try await current?.next() { return chunk }
                    guard let body = rest.popFirst() else { return nil }
                    current = body.makeAsyncIterator()
                }
            }
        case .stream(let make): return make()
        }
    }

    /// An iterator over the chunks of a body.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private let advance: () async throws -> Data?

        init(_ advance: @escaping () async throws -> Data?) { self.advance = advance }

        /// The next chunk, or `nil` at the end of the body.
        public mutating func next() async throws -> Data? { try await advance() }
    }
}

/// Reads chunks one by one, each in a task that the reader can abandon.
private nonisolated final class LeavableIterator: @unchecked Sendable {
    /// Used by one task at a time: no chunk is read while an abandoned read is running.
    private var iterator: HTTPBody.AsyncIterator
    private let isReading = Locked(false)

    init(_ iterator: HTTPBody.AsyncIterator) { self.iterator = iterator }

    func next() async throws -> Data? {
        do { return try await leave() } catch {
            throw TransportFailure.wrapping(error)
        }
    }

    private func leave() async throws -> Data? { try await leavable(until: nil) { try await self.read() } }

    private func read() async throws -> Data? {
        let isFree = isReading.withLock { isReading in
            defer { isReading = true }
            return !isReading
        }
        guard isFree else { throw CancellationError() }
        defer { isReading.withLock { $0 = false } }
        return try await iterator.next()
    }
}

/// A response, or a part of it, exceeds a limit of ``ClientOptions``.
public nonisolated struct ResponseTooLarge: PlainError, CustomStringConvertible {
    /// The limit in bytes.
    public let limit: Int
    /// The part that is too large. For example: `response`, `event`.
    public let subject: String

    init(limit: Int, _ subject: String = "response") {
        self.limit = limit
        self.subject = subject
    }

    /// For example: `the response has more than 1000 bytes`.
    public var description: String { "the \(subject) has more than \(limit) bytes" }
}

"""#),
    ("ClientRuntime/HTTPDate.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Dates of HTTP headers (RFC 9110, section 5.6.7).
nonisolated enum HTTPDate {
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    /// Parses `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT` and `Sun Nov  6 08:49:37 1994`.
    static func date(_ text: String) -> Date? {
        var words = text.split { " ,-".contains($0) }.dropFirst()
        if words.last == "GMT" || words.last == "UTC" { words.removeLast() }
        let parts = words.map(String.init)
        guard parts.count == 4 else { return nil }
        let isYearLast = months.contains(parts[0])
        let (month, day) = isYearLast ? (parts[0], parts[1]) : (parts[1], parts[0])
        let (year, time) = isYearLast ? (parts[3], parts[2]) : (parts[2], parts[3])
        guard let index = months.firstIndex(of: month), let day = Int(day), let year = Int(year),
            let date = CalendarDate(year: full(year), month: index + 1, day: day), let seconds = seconds(of: time)
        else { return nil }
        return Date(timeIntervalSince1970: Double(date.dayNumber * 86_400 + seconds))
    }

    /// A year of two digits is in the years 1970 to 2069.
    private static func full(_ year: Int) -> Int { year < 70 ? year + 2000 : year < 100 ? year + 1900 : year }

    private static func seconds(of time: String) -> Int? {
        var reader = DigitReader(time)
        guard let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59),
            reader.take(":"), let second = reader.number(2, in: 0...60), reader.isAtEnd
        else { return nil }
        return hour * 3_600 + minute * 60 + second
    }
}

"""#),
    ("ClientRuntime/JSONCoding.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

nonisolated extension JSONValue {
    /// Parses JSON text with the decoder of responses.
    ///
    /// - Throws: ``DecodingFailure`` if the text is not valid JSON or is nested too deeply.
    public init(json bytes: Data) throws {
        self = try NodeDecoder.read(try JSONReader.read(bytes))
    }

    /// Encodes a value as JSON with the encoder of requests.
    ///
    /// Unlike Foundation's `JSONEncoder`, this encodes UUIDs in lowercase and numbers without loss of precision.
    public init(encoding value: some Encodable) throws {
        self = try NodeDecoder.read(NodeEncoder.tree(of: value))
    }

    /// Decodes the value as a type, with the decoder of responses.
    public func decode<Value: Decodable>(as type: Value.Type = Value.self) throws -> Value {
        try NodeDecoder.read(NodeEncoder.tree(of: self))
    }

    /// The JSON text as sent in requests, with sorted keys.
    public var json: Data { Data(JSONText.bytes(of: self)) }
}

"""#),
    ("ClientRuntime/JSONLines.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The JSON values of a streamed response: one per line, or the records of a JSON text sequence (RFC 7464).
///
/// Empty lines are skipped. Errors are ``ClientError``s with the operation's ID.
public nonisolated struct JSONLines<Element: Decodable & Sendable>: AsyncSequence, Sendable {
    private let body: HTTPBody
    private let isSequence: Bool
    private let context: StreamContext

    /// Creates a sequence of the JSON values of a body.
    ///
    /// - Parameters:
    ///   - body: The values as they arrive.
    ///   - sequence: Whether the body is a JSON text sequence. A body that begins with U+001E always is.
    public init(_ body: HTTPBody, sequence: Bool = false) { self.init(body, sequence: sequence, StreamContext()) }

    init(_ body: HTTPBody, sequence: Bool, _ context: StreamContext) {
        self.body = body
        isSequence = sequence
        self.context = context
    }

    /// Creates an iterator over the values.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(body, isSequence: isSequence, context) }

    /// An iterator over the values.
    public struct AsyncIterator: AsyncIteratorProtocol {
        private var chunks: SmallChunks
        private var records: LineSplitter
        private var isAtStart = true
        private var isAtEnd = false
        private let context: StreamContext

        init(_ body: HTTPBody, isSequence: Bool, _ context: StreamContext) {
            chunks = SmallChunks(body)
            records = LineSplitter(limit: context.limits.lineSize, ofRecords: isSequence)
            self.context = context
        }

        /// The next value, or `nil` at the end of the stream.
        ///
        /// - Throws: ``ClientError``.
        public mutating func next() async throws -> Element? {
            while true {
                var text: Data?
                do { text = try nextText() } catch { throw context.failure(error) }
                if let text {
                    do { return try ClientResponse.decode(text, context.limits) as Element } catch {
                        throw context.failure(error, text)
                    }
                }
                if isAtEnd { return nil }
                do {
                    guard let chunk = try await chunks.next() else {
                        isAtEnd = true
                        continue
                    }
                    append(chunk)
                } catch { throw context.failure(error) }
            }
        }

        private mutating func append(_ chunk: Data) {
            if isAtStart, let first = chunk.first {
                isAtStart = false
                if first == 0x1E { records.isOfRecords = true }
            }
            records.append(chunk)
        }

        /// The next nonempty line or record.
        private mutating func nextText() throws -> Data? {
            while let record = try records.next() ?? (isAtEnd ? records.rest() : nil) {
                let text = record.drop { $0 <= 0x20 }
                if !text.isEmpty { return Data(text) }
            }
            return nil
        }
    }
}

nonisolated extension ClientRequest {
    /// Sets a body of JSON values, one per line, unless it is `nil` (JSON Lines, NDJSON; RFC 7464 for `json-seq` types).
    public mutating func jsonLines<T: Encodable>(_ values: [T]?, as type: String = "application/jsonl") throws {
        guard let values else { return }
        let isSequence = MediaType(type).essence.hasSuffix("json-seq")
        var data = Data()
        for value in values {
            if isSequence { data.append(0x1E) }
            data.append(contentsOf: try JSONText.bytes(of: try Self.tree(value, "body")))
            data.append(0x0A)
        }
        bytes(data, as: type)
    }
}

nonisolated extension ClientResponse {
    /// The lines of the body, each a JSON value (JSON Lines, NDJSON), or its records if the content type is a JSON text
    /// sequence (RFC 7464).
    public func jsonLines<T: Decodable & Sendable>(of type: T.Type = T.self) -> JSONLines<T> {
        JSONLines(body, sequence: mediaType.essence.hasSuffix("json-seq"), context)
    }
}

"""#),
    ("ClientRuntime/JSONNumber.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A JSON number of any size and precision, with its original spelling.
///
/// Numbers are compared by value: `1`, `1.0` and `10e-1` are equal.
public nonisolated struct JSONNumber: Hashable, Sendable {
    /// The number's spelling (RFC 8259, section 6). For example: `18446744073709551615`, `0.10`, `1e400`.
    public let text: String

    /// Creates a number from its spelling. Returns `nil` if `text` is not a valid JSON number (RFC 8259, section 6).
    public init?(_ text: String) {
        guard Self.isNumber(text.utf8) else { return nil }
        self.text = text
    }

    /// Creates a number from an integer.
    public init(_ value: some BinaryInteger) { text = String(value) }

    /// Creates a number from a decimal. "Not a number" becomes 0.
    public init(_ value: Decimal) { text = value.isNaN ? "0" : value.description }

    /// Creates a number from a double. Returns `nil` if the value is infinite or "not a number".
    public init?(_ value: Double) {
        guard value.isFinite else { return nil }
        text = Self.text(of: value)
    }

    init(unchecked text: String) { self.text = text }

    /// The value as an integer, or `nil` if it has a fraction or is out of range.
    public func integer<T: FixedWidthInteger>(as type: T.Type = T.self) -> T? {
        if let value = T(text) { return value }
        let parts = canonical
        guard parts.exponent >= 0, parts.exponent < 20 else { return nil }
        return T((parts.isNegative ? "-" : "") + parts.digits + String(repeating: "0", count: parts.exponent))
    }

    /// The value as an `Int`, or `nil` if it has a fraction or is out of range.
    public var int: Int? { integer() }

    /// Whether the value has no fraction. `1.0` and `1e400` are integers.
    public var isInteger: Bool { canonical.exponent >= 0 }

    /// The nearest double, or infinity if the number is out of range.
    public var double: Double { Double(text) ?? (text.hasPrefix("-") ? -.infinity : .infinity) }

    /// The exact value, or `nil` if it needs more than 38 digits or an exponent beyond 127.
    public var decimal: Decimal? {
        guard let value = Decimal(string: text, locale: nil), !value.isNaN,
            JSONNumber(value).canonical == canonical
        else { return nil }
        return value
    }

    /// Whether the values are equal.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.canonical == right.canonical
    }

    /// Hashes the value.
    public func hash(into hasher: inout Hasher) { hasher.combine(canonical) }

    private struct Canonical: Hashable {
        var isNegative: Bool
        /// The digits without leading or trailing zeros; `0` for zero.
        var digits: String
        var exponent: Int
    }

    private var canonical: Canonical {
        var digits: [UInt8] = []
        var exponent = 0
        var isFraction = false
        for (index, byte) in text.utf8.enumerated() {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                if isFraction { exponent -= 1 }
                if byte != UInt8(ascii: "0") || !digits.isEmpty { digits.append(byte) }
                continue
            case UInt8(ascii: "."):
                isFraction = true
                continue
            case UInt8(ascii: "e"), UInt8(ascii: "E"):
                exponent = exponent.addingReportingOverflow(Self.exponent(text.utf8.dropFirst(index + 1))).partialValue
            default: continue
            }
            break
        }
        while digits.last == UInt8(ascii: "0") {
            digits.removeLast()
            exponent += 1
        }
        if digits.isEmpty { return Canonical(isNegative: false, digits: "0", exponent: 0) }
        let isNegative = text.utf8.first == UInt8(ascii: "-")
        return Canonical(isNegative: isNegative, digits: String(decoding: digits, as: UTF8.self), exponent: exponent)
    }

    private static func exponent(_ text: Substring.UTF8View) -> Int {
        let isNegative = text.first == UInt8(ascii: "-")
        let magnitude = text.drop { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") }
        let limit = 1_000_000_000
        let value = magnitude.reduce(0) { min(limit, $0 * 10 + Int($1) - 0x30) }
        return isNegative ? -value : value
    }

    /// The shortest text that parses as `value`, without the `.0` of whole numbers in Swift.
    static func text(of value: some BinaryFloatingPoint & CustomStringConvertible) -> String {
        let text = value.description
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }

    private static func isNumber(_ text: String.UTF8View) -> Bool {
        var rest = text[...]
        func digits() -> Int {
            let count = rest.prefix { (0x30...0x39).contains($0) }.count
            rest = rest.dropFirst(count)
            return count
        }
        if rest.first == UInt8(ascii: "-") { rest = rest.dropFirst() }
        let startsWithZero = rest.first == UInt8(ascii: "0")
        let whole = digits()
        guard whole == 1 || (whole > 1 && !startsWithZero) else { return false }
        if rest.first == UInt8(ascii: ".") {
            rest = rest.dropFirst()
            guard digits() > 0 else { return false }
        }
        if let mark = rest.first, mark == UInt8(ascii: "e") || mark == UInt8(ascii: "E") {
            rest = rest.dropFirst()
            if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest = rest.dropFirst() }
            guard digits() > 0 else { return false }
        }
        return rest.isEmpty
    }
}

nonisolated extension JSONNumber: CustomStringConvertible, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
    /// Creates a number from an integer literal.
    public init(integerLiteral value: Int) { self.init(value) }
    /// Creates a number from a floating-point literal.
    public init(floatLiteral value: Double) { self.init(unchecked: Self.text(of: value)) }
    /// The number's spelling.
    public var description: String { text }
}

nonisolated extension JSONNumber: Codable {
    /// Decodes a number. Other decoders than the runtime's do not preserve the spelling.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? NodeDecoder {
            self = try decoder.number()
            return
        }
        let container = try decoder.singleValueContainer()
        if let value = try? container.decode(Int64.self) {
            self.init(value)
        } else if let value = try? container.decode(UInt64.self) {
            self.init(value)
        } else if let value = try? container.decode(Decimal.self), !value.isNaN {
            self.init(value)
        } else {
            let value = try container.decode(Double.self)
            self.init(unchecked: Self.text(of: value))
        }
    }

    /// Encodes the number. Other encoders than the runtime's do not preserve the spelling.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? NodeEncoder { return encoder.node = .number(text) }
        var container = encoder.singleValueContainer()
        if let value: Int64 = integer() {
            try container.encode(value)
        } else if let value: UInt64 = integer() {
            try container.encode(value)
        } else if let decimal {
            try container.encode(decimal)
        } else {
            try container.encode(double)
        }
    }
}

"""#),
    ("ClientRuntime/JSONReader.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses JSON text (RFC 8259) into a tree that preserves the spelling of numbers.
///
/// Errors have the byte offset at which parsing stopped, but never the text at that offset.
nonisolated struct JSONReader: ~Copyable {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0
    private var depth = 0
    private var steps = 0
    private let stack = StackUse()
    private let limits: ReadingLimits

    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ limits: ReadingLimits) {
        self.bytes = bytes
        self.limits = limits
    }

    /// - Throws: ``DecodingFailure``, ``CallTimeout`` or `CancellationError`.
    static func read(_ data: Data, _ limits: ReadingLimits = ReadingLimits()) throws -> Node {
        try data.withUnsafeBytes { raw in
            try raw.withMemoryRebound(to: UInt8.self) { bytes in
                var reader = JSONReader(bytes, limits)
                if bytes.count >= 3, bytes[0] == 0xEF, bytes[1] == 0xBB, bytes[2] == 0xBF { reader.position = 3 }
                let node = try reader.value()
                reader.skipSpace()
                guard reader.position == bytes.count else { throw reader.failure("nothing after the value") }
                return node
            }
        }
    }

    private func failure(_ expected: String) -> DecodingFailure {
        let found = position < bytes.count ? "" : ", the text ends"
        return DecodingFailure(path: [], reason: "not JSON: expected \(expected) at byte \(position)\(found)")
    }

    private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

    private mutating func skipSpace() {
        while position < bytes.count {
            switch bytes[position] {
            case 0x20, 0x0A, 0x0D, 0x09: position += 1
            default: return
            }
        }
    }

    private mutating func value() throws -> Node {
        skipSpace()
        steps &+= 1
        if steps & 1_023 == 0 { try checkTime() }
        switch next {
        case UInt8(ascii: "{"): return try object()
        case UInt8(ascii: "["): return try array()
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        case UInt8(ascii: "-"): return try number()
        case .some(0x30...0x39): return try number()
        default: throw failure("a value")
        }
    }

    private mutating func word(_ word: StaticString, _ node: Node) throws -> Node {
        let count = word.utf8CodeUnitCount
        guard bytes.count - position >= count,
            (0..<count).allSatisfy({ bytes[position + $0] == word.utf8Start[$0] })
        else { throw failure("a value") }
        position += count
        return node
    }

    private mutating func enter() throws {
        depth += 1
        position += 1
        guard depth <= limits.depth, !stack.isExhausted else { throw failure("at most \(limits.depth) levels") }
        skipSpace()
    }

    private func checkTime() throws {
        if Task.isCancelled { throw CancellationError() }
        if let deadline = limits.deadline, deadline.hasPassed { throw deadline.error }
    }

    /// Consumes a comma and returns `true`, or `end` and returns `false`.
    private mutating func hasMore(until end: UInt8, _ expected: String) throws -> Bool {
        skipSpace()
        guard let byte = next, byte == end || byte == UInt8(ascii: ",") else { throw failure(expected) }
        position += 1
        if byte == end { depth -= 1 }
        return byte != end
    }

    private mutating func array() throws -> Node {
        try enter()
        var elements: [Node] = []
        if next == UInt8(ascii: "]") {
            position += 1
            depth -= 1
            return .array(elements)
        }
        repeat { elements.append(try value()) } while try hasMore(until: UInt8(ascii: "]"), "',' or ']'")
        return .array(elements)
    }

    private mutating func object() throws -> Node {
        try enter()
        var members: [Node.Member] = []
        if next == UInt8(ascii: "}") {
            position += 1
            depth -= 1
            return .object(members)
        }
        repeat {
            skipSpace()
            guard next == UInt8(ascii: "\"") else { throw failure("a member's name") }
            let name = try string()
            skipSpace()
            guard next == UInt8(ascii: ":") else { throw failure("':'") }
            position += 1
            members.append(Node.Member(name: name, value: try value()))
        } while try hasMore(until: UInt8(ascii: "}"), "',' or '}'")
        return .object(members)
    }

    private mutating func digits() throws {
        let start = position
        while let byte = next, (0x30...0x39).contains(byte) { position += 1 }
        if position == start { throw failure("a digit") }
    }

    private mutating func number() throws -> Node {
        let start = position
        if next == UInt8(ascii: "-") { position += 1 }
        if next == UInt8(ascii: "0") { position += 1 } else { try digits() }
        if next == UInt8(ascii: ".") {
            position += 1
            try digits()
        }
        if next == UInt8(ascii: "e") || next == UInt8(ascii: "E") {
            position += 1
            if next == UInt8(ascii: "+") || next == UInt8(ascii: "-") { position += 1 }
            try digits()
        }
        return .number(String(decoding: bytes[start..<position], as: UTF8.self))
    }

    private mutating func string() throws -> String {
        position += 1
        let start = position
        var seen: UInt8 = 0
        while position < bytes.count {
            let byte = bytes[position]
            switch byte {
            case UInt8(ascii: "\""):
                let text = try text(of: bytes[start..<position], isASCII: seen < 0x80)
                position += 1
                return text
            case UInt8(ascii: "\\"): return try escapedString(from: start)
            case 0..<0x20: throw failure("no control character")
            default:
                seen |= byte
                position += 1
            }
        }
        throw failure("'\"'")
    }

    /// Invalid UTF-8 is an error; `String(decoding:as:)` would repair it.
    private func text(of bytes: some Collection<UInt8>, isASCII: Bool = false) throws -> String {
        let text = String(decoding: bytes, as: UTF8.self)
        guard isASCII || text.utf8.elementsEqual(bytes) else { throw failure("UTF-8 text") }
        return text
    }

    private mutating func escapedString(from start: Int) throws -> String {
        var content = Array(bytes[start..<position])
        while let byte = next {
            position += 1
            switch byte {
            case UInt8(ascii: "\""): return try text(of: content)
            case UInt8(ascii: "\\"): try escape(into: &content)
            case 0..<0x20: throw failure("no control character")
            default: content.append(byte)
            }
        }
        throw failure("'\"'")
    }

    private mutating func escape(into content: inout [UInt8]) throws {
        guard let byte = next else { throw failure("an escape") }
        position += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): content.append(byte)
        case UInt8(ascii: "b"): content.append(0x08)
        case UInt8(ascii: "f"): content.append(0x0C)
        case UInt8(ascii: "n"): content.append(0x0A)
        case UInt8(ascii: "r"): content.append(0x0D)
        case UInt8(ascii: "t"): content.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = try escapedScalar() else { throw failure("a pair of surrogates") }
            content.append(contentsOf: String(Character(scalar)).utf8)
        default: throw failure("an escape")
        }
    }

    private mutating func escapedScalar() throws -> Unicode.Scalar? {
        let lead = try hexadecimal()
        guard UTF16.isLeadSurrogate(lead) else { return Unicode.Scalar(lead) }
        guard bytes.count - position >= 2, bytes[position] == UInt8(ascii: "\\"),
            bytes[position + 1] == UInt8(ascii: "u")
        else { return nil }
        position += 2
        let trail = try hexadecimal()
        guard UTF16.isTrailSurrogate(trail) else { return nil }
        return Unicode.Scalar(0x10000 + (UInt32(lead & 0x3FF) << 10) + UInt32(trail & 0x3FF))
    }

    private mutating func hexadecimal() throws -> UInt16 {
        var value: UInt16 = 0
        for _ in 0..<4 {
            switch next {
            case .some(let byte) where (0x30...0x39).contains(byte): value = value << 4 | UInt16(byte - 0x30)
            case .some(let byte) where (0x41...0x46).contains(byte & 0xDF):
                value = value << 4 | UInt16((byte & 0xDF) - 0x37)
            default: throw failure("four hexadecimal digits")
            }
            position += 1
        }
        return value
    }
}

"""#),
    ("ClientRuntime/JSONText.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes values as canonical JSON text (RFC 8259): no spaces, and members sorted by name.
nonisolated struct JSONText {
    private var bytes: [UInt8] = []
    private var failure: (any Error)?

    /// - Throws: ``RequestFailure`` if a file can't be read.
    static func bytes(of node: Node) throws -> [UInt8] {
        var text = JSONText()
        text.write(node)
        if let failure = text.failure { throw failure }
        return text.bytes
    }

    static func bytes(of value: JSONValue) -> [UInt8] {
        var text = JSONText()
        text.write(Node(value))
        return text.bytes
    }

    /// The JSON text in ASCII, with all other characters as `\u` escapes (RFC 8259, section 7).
    static func escaped(_ json: String) -> String {
        if json.utf8.allSatisfy({ $0 < 0x7F }) { return json }
        var text: [UInt8] = []
        for unit in json.utf16 {
            if unit < 0x7F {
                text.append(UInt8(unit))
            } else {
                text += "\\u".utf8
                text += [12, 8, 4, 0].map { digits[Int(unit >> $0 & 15)] }
            }
        }
        return String(decoding: text, as: UTF8.self)
    }

    private static let digits = Array("0123456789abcdef".utf8)

    private mutating func write(_ node: Node) {
        switch node {
        case .null: bytes.append(contentsOf: "null".utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .number(let text): bytes.append(contentsOf: text.utf8)
        case .string(let text), .text(let text): write(text)
        case .data(let data): write(data.base64EncodedString())
        case .file(let file):
            do { write(try file.base64()) } catch { failure = failure ?? error }
        case .array(let elements):
            bytes.append(UInt8(ascii: "["))
            for (index, element) in elements.enumerated() {
                if index > 0 { bytes.append(UInt8(ascii: ",")) }
                write(element)
            }
            bytes.append(UInt8(ascii: "]"))
        case .object(let members): write(members)
        }
    }

    private mutating func write(_ members: [Node.Member]) {
        // The sort is stable, so of a repeated name the last value is the last of its run.
        let isSorted = zip(members, members.dropFirst()).allSatisfy { $0.name <= $1.name }
        let sorted = isSorted ? members : members.sorted { $0.name < $1.name }
        bytes.append(UInt8(ascii: "{"))
        var isFirst = true
        for (index, member) in sorted.enumerated() {
            if index + 1 < sorted.count, sorted[index + 1].name == member.name { continue }
            if !isFirst { bytes.append(UInt8(ascii: ",")) }
            isFirst = false
            write(member.name)
            bytes.append(UInt8(ascii: ":"))
            write(member.value)
        }
        bytes.append(UInt8(ascii: "}"))
    }

    private mutating func write(_ text: String) {
        var text = text
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { buffer in
            var start = 0
            for index in buffer.indices {
                let byte = buffer[index]
                guard byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") else { continue }
                bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start..<index]))
                escape(byte)
                start = index + 1
            }
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[start...]))
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func escape(_ byte: UInt8) {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"):
            bytes.append(UInt8(ascii: "\\"))
            bytes.append(byte)
        case 0x0A: bytes.append(contentsOf: "\\n".utf8)
        case 0x0D: bytes.append(contentsOf: "\\r".utf8)
        case 0x09: bytes.append(contentsOf: "\\t".utf8)
        default:
            bytes.append(contentsOf: "\\u00".utf8)
            bytes.append(Self.digits[Int(byte >> 4)])
            bytes.append(Self.digits[Int(byte & 15)])
        }
    }
}

"""#),
    ("ClientRuntime/JSONValue.swift", #"""
/// A JSON value with a structure that the API description does not specify.
///
/// For example: `["name": "Rex", "tags": ["dog", nil], "age": 3]`.
public nonisolated indirect enum JSONValue: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// An array.
    case array([JSONValue])
    /// An object, by member names.
    case object([String: JSONValue])

    /// The member of an object, or `nil` if the value is not an object or does not have the member.
    public subscript(name: String) -> JSONValue? {
        if case .object(let members) = self { members[name] } else { nil }
    }

    /// The element of an array, or `nil` if the value is not an array or the index is out of range.
    public subscript(index: Int) -> JSONValue? {
        if case .array(let elements) = self, elements.indices.contains(index) { elements[index] } else { nil }
    }

    /// The value if it is a Boolean.
    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }
    /// The value if it is a number.
    public var number: JSONNumber? { if case .number(let value) = self { value } else { nil } }
    /// The value if it is an integer in the range of `Int`.
    public var int: Int? { number?.int }
    /// The value if it is a number, as the nearest double.
    public var double: Double? { number?.double }
    /// The value if it is a string.
    public var string: String? { if case .string(let value) = self { value } else { nil } }
    /// The elements if it is an array.
    public var array: [JSONValue]? { if case .array(let value) = self { value } else { nil } }
    /// The members if it is an object.
    public var object: [String: JSONValue]? { if case .object(let value) = self { value } else { nil } }
    /// Whether the value is `null`.
    public var isNull: Bool { self == .null }
}

nonisolated extension JSONValue: ExpressibleByNilLiteral, ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral,
    ExpressibleByFloatLiteral, ExpressibleByStringLiteral, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    /// Creates `null`.
    public init(nilLiteral: ()) { self = .null }
    /// Creates a Boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// Creates a number.
    public init(integerLiteral value: Int) { self = .number(JSONNumber(value)) }
    /// Creates a number.
    public init(floatLiteral value: Double) { self = .number(JSONNumber(floatLiteral: value)) }
    /// Creates a string.
    public init(stringLiteral value: String) { self = .string(value) }
    /// Creates an array.
    public init(arrayLiteral elements: JSONValue...) { self = .array(elements) }
    /// Creates an object. The last value of a repeated name is kept.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self = .object(Dictionary(elements) { _, last in last })
    }
}

nonisolated extension JSONValue: CustomStringConvertible {
    /// The value as JSON text, with members sorted by name.
    public var description: String { String(decoding: JSONText.bytes(of: self), as: UTF8.self) }
}

nonisolated extension JSONValue: Codable {
    /// Decodes any JSON value.
    public init(from decoder: any Decoder) throws {
        if let decoder = decoder as? NodeDecoder {
            self = try decoder.node.value(decoder)
        } else if let members = try? decoder.container(keyedBy: FieldKey.self) {
            var object: [String: JSONValue] = [:]
            for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
            self = .object(object)
        } else if var elements = try? decoder.unkeyedContainer() {
            var array: [JSONValue] = []
            while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
            self = .array(array)
        } else {
            let container = try decoder.singleValueContainer()
            if container.decodeNil() {
                self = .null
            } else if let value = try? container.decode(Bool.self) {
                self = .bool(value)
            } else if let value = try? container.decode(String.self) {
                self = .string(value)
            } else {
                self = .number(try container.decode(JSONNumber.self))
            }
        }
    }

    /// Encodes the JSON value.
    public func encode(to encoder: any Encoder) throws {
        if let encoder = encoder as? NodeEncoder { return encoder.node = Node(self) }
        switch self {
        case .null:
            var container = encoder.singleValueContainer()
            try container.encodeNil()
        case .bool(let value): try value.encode(to: encoder)
        case .number(let value): try value.encode(to: encoder)
        case .string(let value): try value.encode(to: encoder)
        case .array(let value): try value.encode(to: encoder)
        case .object(let value): try value.encode(to: encoder)
        }
    }
}

"""#),
    ("ClientRuntime/LineSplitter.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The call that a stream belongs to, for its errors, and the limits of the stream.
nonisolated struct StreamContext: Sendable {
    var operation: String?
    /// The response, or `nil` if the stream does not belong to one.
    var head: HTTPResponse?
    var limits = ReadingLimits()

    /// Wraps an error of the stream.
    ///
    /// - Parameter data: The bytes that could not be decoded.
    func failure(_ error: any Error, _ data: Data = Data()) -> any Error {
        guard let head else { return error }
        switch error {
        case var failure as DecodingFailure:
            failure.operation = operation
            return ClientError<Never>.undecodable(failure, response(head, data))
        case is ResponseTooLarge: return ClientError<Never>.undecodable(error, response(head, data))
        default:
            var error = TransportFailure.wrapping(error)
            if var failure = error as? TransportFailure {
                failure.operation = operation
                error = failure
            }
            return ClientError<Never>.transport(error)
        }
    }

    private func response(_ head: HTTPResponse, _ body: Data) -> FailedResponse {
        FailedResponse(head, body: body, operation: operation ?? "")
    }
}

/// Splits the chunks of a body into pieces of at most 64 KiB, which limits the memory of a parser.
nonisolated struct SmallChunks {
    private var chunks: HTTPBody.AsyncIterator
    private var rest = Data()

    init(_ body: HTTPBody) { chunks = body.makeAsyncIterator() }

    mutating func next() async throws -> Data? {
        if rest.isEmpty {
            guard let chunk = try await chunks.next() else { return nil }
            rest = chunk
        }
        let piece = rest.prefix(65_536)
        rest = rest.dropFirst(piece.count)
        return piece
    }
}

/// Splits chunks of bytes into lines at CR LF, LF or CR, or into records at U+001E.
nonisolated struct LineSplitter {
    var isOfRecords: Bool
    private let limit: Int
    private var buffer: [UInt8] = []
    private var start = 0
    private var searched = 0
    private var skipsLineFeed = false

    init(limit: Int, ofRecords: Bool = false) {
        self.limit = limit
        isOfRecords = ofRecords
    }

    mutating func append(_ chunk: Data) {
        if start > 0 {
            buffer.removeFirst(start)
            searched -= start
            start = 0
        }
        buffer.append(contentsOf: chunk)
    }

    /// - Throws: ``ResponseTooLarge``.
    mutating func next() throws -> ArraySlice<UInt8>? {
        if skipsLineFeed, start < buffer.count {
            if buffer[start] == 0x0A { start += 1 }
            skipsLineFeed = false
        }
        var index = max(searched, start)
        while index < buffer.count {
            let byte = buffer[index]
            if isOfRecords ? byte == 0x1E : byte == 0x0A || byte == 0x0D {
                let line = buffer[start..<index]
                skipsLineFeed = byte == 0x0D
                start = index + 1
                searched = start
                try check(line.count)
                return line
            }
            index += 1
        }
        searched = index
        try check(index - start)
        return nil
    }

    private func check(_ count: Int) throws {
        if count > limit { throw ResponseTooLarge(limit: limit, isOfRecords ? "record" : "line") }
    }

    /// The text after the last line end. Returned once.
    mutating func rest() -> ArraySlice<UInt8>? {
        guard start < buffer.count else { return nil }
        defer { start = buffer.count }
        return buffer[start...]
    }
}

nonisolated extension ClientResponse {
    var context: StreamContext { StreamContext(operation: operation, head: head, limits: limits) }
}

"""#),
    ("ClientRuntime/Locked.swift", #"""
#if canImport(Darwin)
    import os
#else
    import Synchronization
#endif

/// A value shared between tasks and protected by a lock.
nonisolated final class Locked<Value: Sendable>: @unchecked Sendable {
    #if canImport(Darwin)
        private let lock = OSAllocatedUnfairLock()
    #else
        private let lock = Mutex(())
    #endif
    private var content: Value

    init(_ content: Value) { self.content = content }

    var value: Value { withLock { $0 } }

    func withLock<Result, Failure: Error>(
        _ change: (inout Value) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        #if canImport(Darwin)
            lock.lock()
            defer { lock.unlock() }
            return try change(&content)
        #else
            try lock.withLock { _ throws(Failure) in try change(&content) }
        #endif
    }
}

"""#),
    ("ClientRuntime/MediaType.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A media type with its charset (RFC 9110, section 8.3).
nonisolated struct MediaType {
    /// The type in lowercase, without parameters. For example: `application/json`.
    let essence: String
    private let parameters: [(name: String, value: String)]

    /// The content type of a response; empty if it has none.
    init(of response: HTTPResponse) { self.init(response.headerFields.value(of: .contentType) ?? "") }

    init(_ text: String) {
        // Most types have no parameters and no capitals, and are read several times in each call.
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 != UInt8(ascii: ";") && !(0x41...0x5A).contains($0) }
        if isPlain {
            essence = text
            parameters = []
            return
        }
        let parts = text.utf8.split(separator: UInt8(ascii: ";")).map { Substring($0).trimmed }
        essence = parts.first?.lowercased() ?? ""
        parameters = parts.dropFirst().compactMap { part in
            let pair = part.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map { Substring($0) }
            guard pair.count == 2 else { return nil }
            return (pair[0].lowercased(), String(pair[1].trimmed(of: " \"")))
        }
    }

    /// The value of a parameter. For example: `boundary`.
    func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

    var charset: String? { parameter("charset")?.lowercased() }

    var isJSON: Bool {
        essence == "application/json" || essence == "text/json" || essence.hasSuffix("+json")
    }

    /// Whether the type matches a media type or range such as `text/*` or `application/json; version=2`.
    ///
    /// Parameters that both have must be equal, except `charset` and `boundary`, which describe the encoding. Comparison
    /// ignores case.
    func matches(_ pattern: String) -> Bool {
        let pattern = MediaType(pattern)
        guard
            pattern.parameters.allSatisfy({ name, value in
                guard name != "charset", name != "boundary", name != "q", let own = parameter(name) else { return true }
                return own.lowercased() == value.lowercased()
            })
        else { return false }
        if pattern.essence == "*/*" || pattern.essence == essence { return true }
        if pattern.essence.hasSuffix("/*") { return essence.hasPrefix(pattern.essence.dropLast()) }
        return pattern.essence == "application/json" && isJSON
    }

    /// The encoding of `charset`, UTF-8 by default; `nil` if it is unknown.
    private var encoding: String.Encoding? {
        switch charset ?? "utf-8" {
        case "utf-8", "utf8": .utf8
        case "us-ascii", "ascii": .ascii
        case "iso-8859-1", "latin1", "iso8859-1": .isoLatin1
        case "windows-1252", "cp1252": .windowsCP1252
        case "utf-16": .utf16
        case "utf-16le": .utf16LittleEndian
        case "utf-16be": .utf16BigEndian
        default: nil
        }
    }

    /// The bytes of a text in the type's charset.
    ///
    /// - Throws: ``RequestFailure`` if the charset is unknown or can't represent the text.
    func bytes(of text: String) throws -> Data {
        guard let encoding else { throw RequestFailure("the charset \(charset ?? "") is unknown") }
        guard let data = encoding == .windowsCP1252 ? WindowsText.bytes(of: text) : text.data(using: encoding) else {
            throw RequestFailure("the body has characters that can't be encoded as \(charset ?? "")")
        }
        return data
    }

    /// The text of bytes in the type's charset.
    ///
    /// - Throws: ``DecodingFailure`` if the charset is unknown or the bytes are invalid in it.
    func text(of data: Data) throws -> String {
        guard let encoding = encoding == .ascii ? .utf8 : encoding else {
            throw DecodingFailure(path: [], reason: "unknown charset")
        }
        if encoding == .windowsCP1252 { return WindowsText.text(of: data) }
        guard let text = String(data: data, encoding: encoding) else {
            throw DecodingFailure(path: [], reason: "expected text in \(charset ?? "utf-8")")
        }
        return text
    }
}

nonisolated extension Substring {
    /// The text without leading and trailing spaces and tabs (RFC 9110, section 5.6.3).
    var trimmed: Substring { trimmed(of: " \t") }

    /// The text without some leading and trailing ASCII characters. Much faster than Foundation's `trimmingCharacters(in:)`.
    func trimmed(of characters: StaticString) -> Substring {
        func isOne(_ byte: UInt8) -> Bool {
            (0..<characters.utf8CodeUnitCount).contains { characters.utf8Start[$0] == byte }
        }
        var rest = utf8[...]
        while let first = rest.first, isOne(first) { rest.removeFirst() }
        while let last = rest.last, isOne(last) { rest.removeLast() }
        return Substring(rest)
    }
}

nonisolated extension String {
    /// Replaces one ASCII text by another. Compares bytes, because the character `\r\n` contains `\r`.
    func substituting(_ old: StaticString, _ new: StaticString) -> String {
        let old = UnsafeBufferPointer(start: old.utf8Start, count: old.utf8CodeUnitCount)
        let new = UnsafeBufferPointer(start: new.utf8Start, count: new.utf8CodeUnitCount)
        var rest = Array(utf8)[...]
        var result: [UInt8] = []
        while let first = rest.first {
            if rest.starts(with: old) {
                result += new
                rest.removeFirst(old.count)
            } else {
                result.append(first)
                rest.removeFirst()
            }
        }
        return String(decoding: result, as: UTF8.self)
    }
}

nonisolated extension HTTPFields {
    /// The value of a field; values of repeated fields are joined.
    func value(of name: HTTPField.Name) -> String? {
        var value: String?
        for field in self where field.name == name {
            if value != nil { return self[name] }
            value = field.value
        }
        return value
    }
}

"""#),
    ("ClientRuntime/ModelDescription.swift", #"""
/// Describes generated types for `print` and debuggers: only members that have a value, without the names of modules and
/// without the values of secrets.
///
/// For example: `Pet(id: 1, name: "Rex", status: sold, owner: Owner(email: "e"))`.
nonisolated enum ModelDescription {
    private static let depthLimit = 50

    static func text(of model: Any, depth: Int = 0) -> String {
        let members = Mirror(reflecting: model).children.compactMap { child -> String? in
            guard let label = child.label, let value = present(child.value) else { return nil }
            if (value as? any EmptyAware)?.isEmpty == true { return nil }
            let isBox = child.value is any Box && label.hasPrefix("_")
            return "\(isBox ? String(label.dropFirst()) : label): \(inner(value, depth + 1))"
        }
        return "\(type(of: model))(\(members.joined(separator: ", ")))"
    }

    /// The value behind optionals and boxes, or `nil`.
    private static func present(_ value: Any) -> Any? {
        if let box = value as? any Box { return present(box.content) }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { present($0.value) }
    }

    private static func inner(_ value: Any, _ depth: Int) -> String {
        guard depth < depthLimit, let value = present(value) else { return depth < depthLimit ? "nil" : "…" }
        if let text = value as? String { return String(reflecting: text) }
        if value is any FieldComparable { return text(of: value, depth: depth) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection: return "[\(mirror.children.map { inner($0.value, depth + 1) }.joined(separator: ", "))]"
        case .dictionary:
            let members = mirror.children.map { member in
                Mirror(reflecting: member.value).children.map { inner($0.value, depth + 1) }.joined(separator: ": ")
            }
            return "[\(members.isEmpty ? ":" : members.sorted().joined(separator: ", "))]"
        case .enum where !(value is any CustomStringConvertible):
            guard let payload = mirror.children.first, let label = payload.label else { return "\(value)" }
            return "\(label)(\(inner(payload.value, depth + 1)))"
        default: return "\(value)"
        }
    }
}

nonisolated extension FieldComparable {
    /// The type and the members that have a value, with `REDACTED` for secrets.
    public var debugDescription: String { ModelDescription.text(of: self) }
}

/// What holds a value for a property of another name.
private nonisolated protocol Box {
    var content: Any { get }
}

nonisolated extension Indirect: Box {
    fileprivate var content: Any { wrappedValue }
}

/// What descriptions omit if it is empty.
nonisolated protocol EmptyAware {
    var isEmpty: Bool { get }
}

"""#),
    ("ClientRuntime/Models.swift", #"""
/// Stores a property indirectly, so that a structure can contain values of its own type.
@propertyWrapper
public nonisolated enum Indirect<Value> {
    /// The stored value.
    indirect case stored(Value)

    /// Stores a value.
    public init(wrappedValue: Value) { self = .stored(wrappedValue) }

    /// The stored value.
    public var wrappedValue: Value {
        get {
            switch self {
            case .stored(let value): value
            }
        }
        set { self = .stored(newValue) }
    }
}

nonisolated extension Indirect: Sendable where Value: Sendable {}
nonisolated extension Indirect: Equatable where Value: Equatable {}
nonisolated extension Indirect: Hashable where Value: Hashable {}

/// An enum whose known values are listed in the API description. Unknown values are preserved.
///
/// Compare values with the static members: `status == .open`, `switch status { case .open: … default: … }`.
public nonisolated protocol OpenEnum: RawRepresentable, Codable, Hashable, Sendable, CustomStringConvertible
where RawValue: Codable & Hashable & Sendable {
    /// Creates a known or unknown value.
    init(rawValue: RawValue)
    /// The values that the API description lists, in its order.
    static var knownValues: [Self] { get }
}

nonisolated extension OpenEnum {
    /// Creates a known or unknown value.
    public init(_ rawValue: RawValue) { self.init(rawValue: rawValue) }

    /// Whether the API description lists the value.
    public var isKnown: Bool { Self.knownValues.contains(self) }

    /// The raw value as text.
    public var description: String { String(describing: rawValue) }

    /// Whether the raw values are equal.
    public static func == (left: Self, right: Self) -> Bool { left.rawValue == right.rawValue }
    /// Hashes the raw value.
    public func hash(into hasher: inout Hasher) { rawValue.hash(into: &hasher) }

    /// Decodes a raw value. Any value is accepted.
    public init(from decoder: any Decoder) throws { self.init(rawValue: try RawValue(from: decoder)) }
    /// Encodes the raw value.
    public func encode(to encoder: any Encoder) throws { try rawValue.encode(to: encoder) }
}

nonisolated extension OpenEnum where Self: ExpressibleByStringLiteral, RawValue == String {
    /// Creates a known or unknown value from a literal.
    public init(stringLiteral value: String) { self.init(rawValue: value) }
}

nonisolated extension Decoder {
    /// Throws if a text does not match its `format` and other branches of a union are left to try.
    ///
    /// Otherwise `format` is an annotation: any text is accepted.
    func expectForm(_ form: String, _ isOfForm: @autoclosure () -> Bool) throws {
        if let decoder = self as? NodeDecoder, decoder.context.isStrict, !isOfForm() {
            throw corrupted("expected \(form)")
        }
    }

    /// An error at the current path, of a type that suits the decoder.
    func corrupted(_ reason: String) -> any Error {
        if let decoder = self as? NodeDecoder { return decoder.failure(reason) }
        return DecodingError.dataCorrupted(.init(codingPath: codingPath, debugDescription: reason))
    }
}

"""#),
    ("ClientRuntime/MultipartBody.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes objects as multipart bodies with a random boundary.
nonisolated struct MultipartBody {
    let encodings: [BodyEncoding]
    let rest: BodyEncoding
    let boundary: String

    init(encodings: [BodyEncoding], rest: BodyEncoding) {
        self.encodings = encodings
        self.rest = rest
        boundary = (0..<4).map { _ in String(UInt32.random(in: 0x1000_0000 ... .max), radix: 16) }.joined(
            separator: "-")
    }

    func body(_ node: Node) throws -> HTTPBody {
        let end = [HTTPBody("--\(boundary)--\r\n")]
        switch node {
        case .object(let members): return HTTPBody(joining: try parts(members) + end)
        case .array(let elements):
            let parts = try elements.enumerated().flatMap { index, element in
                try part(nil, element, index < encodings.count ? encodings[index] : rest)
            }
            return HTTPBody(joining: parts + end)
        default: throw RequestFailure("a multipart body must be an object or an array")
        }
    }

    private func parts(_ members: [Node.Member]) throws -> [HTTPBody] {
        var bodies: [HTTPBody] = []
        for member in members {
            let encoding = encodings.first { $0.name == member.name } ?? BodyEncoding(member.name)
            if encoding.hasStyle, encoding.contentType == nil {
                for pair in try unescapedPairs(encoding, member.value) {
                    bodies += try part(pair.name, .string(pair.value), BodyEncoding(pair.name))
                }
            } else if case .array(let elements) = member.value, !encoding.isJSON {
                for element in elements { bodies += try part(member.name, element, encoding) }
            } else if !member.value.isNull {
                bodies += try part(member.name, member.value, encoding)
            }
        }
        return bodies
    }

    private func unescapedPairs(_ encoding: BodyEncoding, _ node: Node) throws -> [(name: String, value: String)] {
        let style = encoding.style ?? .form
        let explode = encoding.explode ?? (style == .form)
        return try StyledValue(name: encoding.name, style: style, explode: explode) { $0 }.pairs(node)
    }

    /// - Parameter name: `nil` for a part without a name.
    private func part(_ name: String?, _ node: Node, _ encoding: BodyEncoding) throws -> [HTTPBody] {
        var file: FileContent?
        var type = encoding.contentType
        let content: HTTPBody
        switch node {
        case .data(let data): file = FileContent(data)
        case .file(let given): file = given
        default: break
        }
        if let file {
            content = file.body
            type = file.contentType ?? type.flatMap(Self.first) ?? "application/octet-stream"
        } else if node.isStructured {
            content = HTTPBody(try node.jsonText())
            type = type ?? "application/json"
        } else {
            content = HTTPBody(encoding.isJSON ? try node.jsonText() : try StyledValue.primitive(node))
        }
        var headers = file?.headers.sorted { $0.key < $1.key }.map { ($0.key, $0.value) } ?? []
        if let type { headers.insert(("Content-Type", type), at: 0) }
        if let disposition = disposition(name, file) { headers.insert(("Content-Disposition", disposition), at: 0) }
        return [HTTPBody(try head(headers)), content, HTTPBody("\r\n")]
    }

    private func disposition(_ name: String?, _ file: FileContent?) -> String? {
        guard let name else { return file?.name.map { "attachment; filename=\"\(Self.quoted($0))\"" } }
        let filename = file.map { "; filename=\"\(Self.quoted($0.name ?? name))\"" } ?? ""
        return "form-data; name=\"\(Self.quoted(name))\"\(filename)"
    }

    private func head(_ headers: [(String, String)]) throws -> String {
        var text = "--\(boundary)\r\n"
        for (name, value) in headers {
            guard HTTPField.Name(name) != nil, HTTPField.isValidValue(value) else {
                throw RequestFailure("a part has an invalid header")
            }
            text += "\(name): \(value)\r\n"
        }
        return text + "\r\n"
    }

    /// The first of the types of a file; `nil` for a range such as `image/*`.
    private static func first(_ types: String) -> String? {
        let type = types.split(separator: ",").first.map { String($0.trimmed) }
        return type.flatMap { $0.contains("*") ? nil : $0 }
    }

    /// Escapes names as browsers do (RFC 7578, section 2; WHATWG HTML, "multipart/form-data encoding algorithm").
    private static func quoted(_ text: String) -> String {
        text.substituting("\r", "%0D").substituting("\n", "%0A").substituting("\"", "%22")
    }
}

nonisolated extension ClientRequest {
    /// Sets a multipart body (RFC 2046, RFC 7578), unless the value is `nil`. Each member or array element is a part.
    ///
    /// - Parameters:
    ///   - value: The parts: an object or an array.
    ///   - type: The media type.
    ///   - encodings: The encodings of members, or of the first parts of an array.
    ///   - rest: The encoding of the other parts of an array.
    public mutating func multipart<T: Encodable>(
        _ value: T?, as type: String = "multipart/form-data", _ encodings: [BodyEncoding] = [],
        rest: BodyEncoding = BodyEncoding()
    ) throws {
        guard let value else { return }
        let multipart = MultipartBody(encodings: encodings, rest: rest)
        bytes(try multipart.body(try Self.tree(value, "body")), as: "\(type); boundary=\(multipart.boundary)")
    }
}

"""#),
    ("ClientRuntime/MultipartReader.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Parses multipart bodies (RFC 2046, section 5.1; RFC 7578).
nonisolated enum MultipartReader {
    struct Part {
        let name: String?
        let file: FileContent

        /// The content, parsed if its type is JSON.
        func node(_ limits: ReadingLimits) -> Node {
            guard let type = file.contentType, MediaType(type).isJSON, let bytes = try? file.bytes(),
                let node = try? JSONReader.read(bytes, limits)
            else { return .file(file) }
            return node
        }
    }

    /// Splits a body into its parts.
    ///
    /// - Parameter limit: The maximum size of a part in bytes.
    /// - Throws: ``DecodingFailure`` if the last boundary or the end of a part's headers is missing.
    static func parts(of body: Data, boundary: String, limit: Int = .max) throws -> [Part] {
        let line = Array("\r\n".utf8)
        let delimiter = Array("\r\n--\(boundary)".utf8)
        return try body.withUnsafeBytes { bytes in
            var parts: [Part] = []
            // The first boundary can be at the start of the body.
            var position = delimiter.count - 2
            if !bytes.starts(with: delimiter.dropFirst(2)) {
                guard let first = find(delimiter, in: bytes, from: 0) else { throw failure("boundary") }
                position = first + delimiter.count
            }
            while !bytes[position...].starts(with: "--".utf8) {
                guard let start = find(line, in: bytes, from: position),
                    let end = find(delimiter, in: bytes, from: start)
                else { throw failure("final boundary") }
                guard end - start <= limit else { throw ResponseTooLarge(limit: limit, "part") }
                parts.append(try part(Data(bytes[start..<max(start + 2, end)])))
                position = end + delimiter.count
            }
            return parts
        }
    }

    private static func find(_ pattern: [UInt8], in bytes: UnsafeRawBufferPointer, from start: Int) -> Int? {
        var index = start
        let last = bytes.count - pattern.count
        while index <= last {
            guard let next = bytes[index...last].firstIndex(of: pattern[0]) else { return nil }
            if bytes[next...].starts(with: pattern) { return next }
            index = next + 1
        }
        return nil
    }

    private static func failure(_ what: String) -> DecodingFailure {
        DecodingFailure(path: [], reason: "expected a multipart body, found no \(what)")
    }

    /// - Parameter text: The headers, with the line end before the first.
    private static func part(_ text: Data) throws -> Part {
        guard let end = text.withUnsafeBytes({ find(Array("\r\n\r\n".utf8), in: $0, from: 0) }) else {
            throw failure("end of a part's headers")
        }
        var headers: [String: String] = [:]
        let lines = String(decoding: text.prefix(end), as: UTF8.self).components(separatedBy: "\r\n")
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[String(line[..<colon])] = String(line[line.index(after: colon)...].trimmed)
        }
        func take(_ name: String) -> String? {
            headers.keys.first { $0.lowercased() == name }.flatMap { headers.removeValue(forKey: $0) }
        }
        let disposition = take("content-disposition") ?? ""
        var file = FileContent(
            Data(text.dropFirst(end + 4)), name: parameter("filename", of: disposition),
            contentType: take("content-type"))
        file.headers = headers
        return Part(name: parameter("name", of: disposition), file: file)
    }

    /// A parameter of `Content-Disposition` (RFC 6266): quoted or not, without escapes.
    static func parameter(_ name: String, of header: String) -> String? {
        var rest = header[...]
        while let semicolon = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: semicolon)...].drop { $0 == " " || $0 == "\t" }
            guard let equals = rest.firstIndex(where: { $0 == "=" || $0 == ";" }), rest[equals] == "=" else { continue }
            let found = rest[..<equals].trimmed.lowercased()
            let (value, end) = value(rest[rest.index(after: equals)...])
            if found == name { return value }
            rest = end
        }
        return nil
    }

    private static func value(_ text: Substring) -> (String, Substring) {
        guard text.first == "\"" else {
            let value = text.prefix { $0 != ";" }
            return (String(value.trimmed), text[value.endIndex...])
        }
        var value = ""
        var index = text.index(after: text.startIndex)
        while index < text.endIndex, text[index] != "\"" {
            if text[index] == "\\", text.index(after: index) < text.endIndex { index = text.index(after: index) }
            value.append(text[index])
            index = text.index(after: index)
        }
        for (escape, plain) in [("%22", "\""), ("%0D", "\r"), ("%0A", "\n")] as [(StaticString, StaticString)] {
            value = value.substituting(escape, plain)
        }
        return (value, text[index...])
    }
}

nonisolated extension ClientResponse {
    /// Decodes the parts of the body (RFC 2046, RFC 7578): as members of an object by their names, or in order if `T` is an
    /// array. Parts with a JSON type are decoded as JSON.
    public func multipart<T: Decodable>() throws -> T {
        guard let boundary = mediaType.parameter("boundary"), !boundary.isEmpty else {
            throw DecodingFailure(path: [], reason: "expected a multipart body, found no boundary")
        }
        let parts = try MultipartReader.parts(of: data, boundary: boundary, limit: limits.partSize)
        if T.self is any Listed.Type { return try Self.decode(.array(parts.map { $0.node(limits) }), limits) }
        let members = parts.compactMap { part in part.name.map { Node.Member(name: $0, value: part.node(limits)) } }
        return try Self.decode(.object(collecting: members), limits)
    }
}

/// Arrays of any element type.
private nonisolated protocol Listed {}
nonisolated extension Array: Listed {}

"""#),
    ("ClientRuntime/Node.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A value between Swift and its encoded form. Preserves the order of members, the spelling of numbers, and bytes.
nonisolated indirect enum Node: Sendable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    /// A value of a form, a header or a part. Decodes as a string, number, Boolean, or array with one element.
    case text(String)
    /// Bytes: a Base64 string in JSON, and unencoded in a multipart body.
    case data(Data)
    case file(FileContent)
    case array([Node])
    case object([Member])

    struct Member: Sendable {
        var name: String
        var value: Node
    }

    init(_ value: JSONValue) {
        switch value {
        case .null: self = .null
        case .bool(let value): self = .bool(value)
        case .number(let value): self = .number(value.text)
        case .string(let value): self = .string(value)
        case .array(let elements): self = .array(elements.map(Node.init))
        case .object(let members):
            self = .object(members.sorted { $0.key < $1.key }.map { Member(name: $0.key, value: Node($0.value)) })
        }
    }

    /// The value as JSON.
    ///
    /// - Throws: ``RequestFailure`` if a file can't be read, or the errors of the decoder's limits.
    func value(_ decoder: NodeDecoder) throws -> JSONValue {
        switch self {
        case .null: .null
        case .bool(let value): .bool(value)
        case .number(let text): .number(JSONNumber(unchecked: text))
        case .string(let value), .text(let value): .string(value)
        case .data(let data): .string(data.base64EncodedString())
        case .file(let file): .string(try file.base64())
        case .array(let elements): .array(try elements.map { try $0.nested(decoder) })
        case .object(let members):
            .object(Dictionary(try members.map { ($0.name, try $0.value.nested(decoder)) }) { _, last in last })
        }
    }

    private func nested(_ decoder: NodeDecoder) throws -> JSONValue {
        if isStructured { try decoder.context.step(at: decoder) }
        return try value(decoder)
    }

    /// The kind of value, for messages that must not contain the value.
    var kind: String {
        switch self {
        case .null: "null"
        case .bool: "a boolean"
        case .number: "a number"
        case .string, .text: "a string"
        case .data, .file: "bytes"
        case .array: "an array"
        case .object: "an object"
        }
    }
}

/// The name of a member, or the index of an element.
nonisolated struct FieldKey: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(stringValue: String) {
        self.stringValue = stringValue
        intValue = nil
    }

    init(intValue: Int) {
        stringValue = String(intValue)
        self.intValue = intValue
    }

    init(_ name: String) { self.init(stringValue: name) }
}

"""#),
    ("ClientRuntime/NodeContainers.swift", #"""
// What `NodeDecoder` gives to the coding of a type.

nonisolated extension NodeDecoder: SingleValueDecodingContainer {
    func decodeNil() -> Bool { if case .null = node { true } else { false } }
    func decode(_ type: Bool.Type) throws -> Bool { try bool() }
    func decode(_ type: String.Type) throws -> String { try string() }
    func decode(_ type: Double.Type) throws -> Double { try double() }
    func decode(_ type: Float.Type) throws -> Float { Float(try double()) }
    func decode(_ type: Int.Type) throws -> Int { try integer() }
    func decode(_ type: Int8.Type) throws -> Int8 { try integer() }
    func decode(_ type: Int16.Type) throws -> Int16 { try integer() }
    func decode(_ type: Int32.Type) throws -> Int32 { try integer() }
    func decode(_ type: Int64.Type) throws -> Int64 { try integer() }
    func decode(_ type: UInt.Type) throws -> UInt { try integer() }
    func decode(_ type: UInt8.Type) throws -> UInt8 { try integer() }
    func decode(_ type: UInt16.Type) throws -> UInt16 { try integer() }
    func decode(_ type: UInt32.Type) throws -> UInt32 { try integer() }
    func decode(_ type: UInt64.Type) throws -> UInt64 { try integer() }
}

nonisolated struct NodeMembers<Key: CodingKey>: KeyedDecodingContainerProtocol {
    let decoder: NodeDecoder
    let members: [Node.Member]

    var codingPath: [any CodingKey] { decoder.codingPath }
    var allKeys: [Key] { members.compactMap { Key(stringValue: $0.name) } }

    func contains(_ key: Key) -> Bool { decoder.member(key.stringValue) != nil }

    private func child(_ key: Key) throws -> NodeDecoder {
        let key = FieldKey(key.stringValue)
        guard let node = decoder.member(key.stringValue) else { throw decoder.failure("missing", at: key) }
        return decoder.child(node, key)
    }

    func decodeNil(forKey key: Key) throws -> Bool { try child(key).decodeNil() }
    func decode<T: Decodable>(_ type: T.Type, forKey key: Key) throws -> T { try child(key).decode(type) }

    func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type, forKey key: Key
    ) throws -> KeyedDecodingContainer<Nested> { try child(key).container(keyedBy: type) }

    func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
        try child(key).unkeyedContainer()
    }

    func superDecoder() throws -> any Decoder {
        let key = FieldKey("super")
        return decoder.child(decoder.member(key.stringValue) ?? .null, key)
    }
    func superDecoder(forKey key: Key) throws -> any Decoder { try child(key) }
}

nonisolated struct NodeElements: UnkeyedDecodingContainer {
    let decoder: NodeDecoder
    let elements: [Node]
    var currentIndex = 0

    init(decoder: NodeDecoder, elements: [Node]) {
        self.decoder = decoder
        self.elements = elements
    }

    var codingPath: [any CodingKey] { decoder.codingPath }
    var count: Int? { elements.count }
    var isAtEnd: Bool { currentIndex >= elements.count }

    private mutating func next() throws -> NodeDecoder {
        let key = FieldKey(intValue: currentIndex)
        guard !isAtEnd else { throw decoder.failure("missing", at: key) }
        defer { currentIndex += 1 }
        return decoder.child(elements[currentIndex], key)
    }

    mutating func decodeNil() throws -> Bool {
        guard !isAtEnd, case .null = elements[currentIndex] else { return false }
        currentIndex += 1
        return true
    }
    mutating func decode<T: Decodable>(_ type: T.Type) throws -> T { try next().decode(type) }
    mutating func nestedContainer<Nested: CodingKey>(
        keyedBy type: Nested.Type
    ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
    mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer { try next().unkeyedContainer() }
    mutating func superDecoder() throws -> any Decoder { try next() }
}

"""#),
    ("ClientRuntime/NodeDecoder.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Decodes `Decodable` values from a tree.
nonisolated final class NodeDecoder: FieldSource, Decoder {
    let node: Node
    let context: DecodingContext
    private let parent: NodeDecoder?
    private let key: FieldKey?
    /// The index of the last member found. Members usually arrive in the order in which they are decoded.
    private var hint = 0
    /// The values decoded so far, for other branches of a union that decode them too.
    private var memory: Memory?
    /// The unions that are being decoded from this value.
    private var unions: [ObjectIdentifier] = []

    private struct Memory {
        var children: [String: NodeDecoder] = [:]
        var values: [Key: Result<Any, any Error>] = [:]

        struct Key: Hashable {
            let type: ObjectIdentifier
            let isStrict: Bool
        }
    }

    private init(_ node: Node, _ context: DecodingContext, parent: NodeDecoder? = nil, key: FieldKey? = nil) {
        self.node = node
        self.context = context
        self.parent = parent
        self.key = key
    }

    /// - Throws: ``DecodingFailure``, ``CallTimeout`` or `CancellationError`.
    static func read<T: Decodable>(_ node: Node, _ limits: ReadingLimits = ReadingLimits()) throws -> T {
        let decoder = NodeDecoder(node, DecodingContext(limits.deadline))
        let value: T = try decoder.decode(T.self)
        if let refusal = decoder.context.refusal { throw refusal }
        return value
    }

    var codingPath: [any CodingKey] { path }
    var userInfo: [CodingUserInfoKey: Any] { [:] }

    private var path: [FieldKey] {
        guard let key else { return parent?.path ?? [] }
        return (parent?.path ?? []) + [key]
    }

    func failure(_ reason: String, at key: FieldKey? = nil) -> DecodingFailure {
        DecodingFailure(path: (path + (key.map { [$0] } ?? [])).map(\.stringValue), reason: reason)
    }

    func mismatch(_ expected: String, _ node: Node, at key: FieldKey? = nil) -> DecodingFailure {
        failure("expected \(expected), found \(node.kind)", at: key)
    }

    func member(_ name: String) -> Node? {
        guard case .object(let members) = node else { return nil }
        var index = hint
        for _ in members.indices {
            if index >= members.count { index = 0 }
            if members[index].name == name {
                hint = index + 1
                return members[index].value
            }
            index += 1
        }
        return nil
    }

    func child(_ node: Node, _ key: FieldKey) -> NodeDecoder {
        if let child = memory?.children[key.stringValue] { return child }
        let child = NodeDecoder(node, context, parent: self, key: key)
        if memory != nil {
            child.memory = Memory()
            memory?.children[key.stringValue] = child
        }
        return child
    }

    /// Caches members, so that each is decoded once for all branches of a union.
    func remember() { if memory == nil { memory = Memory() } }

    /// Runs `read` unless the same union is already being decoded from the same value.
    func reading<Union>(_ union: Union.Type, _ read: () throws -> Union) throws -> Union {
        let id = ObjectIdentifier(union)
        guard !unions.contains(id) else { throw failure("a union that is one of its own branches") }
        unions.append(id)
        defer { unions.removeLast() }
        return try read()
    }

    override func isNull(_ name: String) -> Bool { member(name)?.isNull ?? false }

    override func field<T: Decodable>(_ name: String) throws -> T {
        guard let node = member(name) else { throw failure("missing", at: FieldKey(name)) }
        return try value(of: node, at: name)
    }

    override func optionalField<T: Decodable>(_ name: String) throws -> T? {
        guard let node = member(name), !node.isNull else { return nil }
        if case .text("") = node, T.self != String.self { return nil }
        return try value(of: node, at: name) as T
    }

    override func fields<T: Decodable>(except names: Set<String>) throws -> [String: T] {
        guard case .object(let members) = node else { return [:] }
        var fields: [String: T] = [:]
        for member in members where !names.contains(member.name) {
            fields[member.name] = try value(of: member.value, at: member.name)
        }
        return fields
    }

    /// The most common types are decoded without a decoder of their own.
    private func value<T: Decodable>(of node: Node, at name: String) throws -> T {
        switch node {
        case .string(let text): if T.self == String.self, let value = text as? T { return value }
        case .bool(let value): if T.self == Bool.self, let value = value as? T { return value }
        case .number(let text): if T.self == Int.self, let value = Int(text) as? T { return value }
        default: break
        }
        return try child(node, FieldKey(name)).decode(T.self)
    }

    /// Decodes types whose own coding differs from that of services. Other types decode themselves.
    func decode<T: Decodable>(_ type: T.Type) throws -> T {
        try context.step(at: self)
        guard memory != nil else { return try decodeAnew(type) }
        let id = Memory.Key(type: ObjectIdentifier(type), isStrict: context.isStrict)
        if let value = try memory?.values[id]?.get() as? T { return value }
        let result = Result { try decodeAnew(type) }
        memory?.values[id] = result.map { $0 as Any }
        return try result.get()
    }

    private func decodeAnew<T: Decodable>(_ type: T.Type) throws -> T {
        let value: Any?
        if type == UUID.self {
            value = UUID(uuidString: try string())
        } else if type == URL.self {
            value = URL(string: try string())
        } else if type == Data.self, case .file(let file) = node {
            value = try file.bytes()
        } else if type == Data.self {
            value = Data(base64Text: try string())
        } else if type == Decimal.self {
            value = try number().decimal
        } else if type == Date.self {
            value = DateTime(try string())?.date
        } else {
            return try T(from: self)
        }
        guard let value = value as? T else { throw failure("not a valid \(type)") }
        return value
    }

    func string() throws -> String {
        if case .string(let value) = node { return value }
        guard let text = node.looseText else { throw mismatch("a string", node) }
        return text
    }

    func bool() throws -> Bool {
        if case .bool(let value) = node { return value }
        guard let text = node.looseText, ["true", "false"].contains(text) else { throw mismatch("a boolean", node) }
        return text == "true"
    }

    func number() throws -> JSONNumber { JSONNumber(unchecked: try numberText("a number")) }

    private func numberText(_ expected: String) throws -> String {
        if case .number(let text) = node { return text }
        guard let number = node.looseText.flatMap({ JSONNumber($0) }) else { throw mismatch(expected, node) }
        return number.text
    }

    func integer<T: FixedWidthInteger>() throws -> T {
        let text = try numberText("an integer")
        if let value = T(text) { return value }
        guard let value: T = JSONNumber(unchecked: text).integer() else {
            throw failure("expected an integer of \(T.bitWidth) bits, found another number")
        }
        return value
    }

    func double() throws -> Double {
        let value = try number().double
        guard value.isFinite else { throw failure("expected a number that fits a double") }
        return value
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
        guard case .object(let members) = node else { throw mismatch("an object", node) }
        return KeyedDecodingContainer(NodeMembers<Key>(decoder: self, members: members))
    }

    func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
        let elements: [Node]
        switch node {
        case .array(let all): elements = all
        case .text, .file: elements = [node]
        default: throw mismatch("an array", node)
        }
        return NodeElements(decoder: self, elements: elements)
    }

    func singleValueContainer() throws -> any SingleValueDecodingContainer { self }
}

nonisolated extension Node {
    /// The text of a value in a form, a header or a part.
    fileprivate var looseText: String? {
        switch self {
        case .text(let text): text
        case .file(let file): (try? file.bytes()).flatMap { String(data: $0, encoding: .utf8) }
        default: nil
        }
    }
}

nonisolated extension Data {
    /// Decodes Base64 of either alphabet (RFC 4648, sections 4 and 5), with or without padding and line breaks.
    ///
    /// Returns `nil` for any other text.
    fileprivate init?(base64Text text: String) {
        if let data = Data(base64Encoded: text) {
            self = data
            return
        }
        var letters: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
            case UInt8(ascii: "-"): letters.append(UInt8(ascii: "+"))
            case UInt8(ascii: "_"): letters.append(UInt8(ascii: "/"))
            default: letters.append(byte)
            }
        }
        let padding = UInt8(ascii: "=")
        if letters.last != padding { while !letters.count.isMultiple(of: 4) { letters.append(padding) } }
        self.init(base64Encoded: Data(letters))
    }
}

"""#),
    ("ClientRuntime/NodeEncoder.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Encodes `Encodable` values as a tree.
nonisolated final class NodeEncoder: FieldTarget, Encoder {
    private let parent: NodeEncoder?
    private let key: (any CodingKey)?
    /// Computed on demand, because only errors need it.
    var codingPath: [any CodingKey] { (parent?.codingPath ?? []) + (key.map { [$0] } ?? []) }
    var userInfo: [CodingUserInfoKey: Any] { [:] }
    private var content: Content = .none

    /// The content so far. Containers requested earlier encode into the same encoder.
    private enum Content {
        case none
        case node(Node)
        case elements([Entry])
        case members([(name: String, value: Entry)])
    }

    private enum Entry {
        case node(Node)
        case encoder(NodeEncoder)

        var node: Node {
            switch self {
            case .node(let node): node
            case .encoder(let encoder): encoder.node
            }
        }
    }

    init(parent: NodeEncoder? = nil, key: (any CodingKey)? = nil) {
        self.parent = parent
        self.key = key
    }

    static func tree(of value: some Encodable) throws -> Node { try NodeEncoder().tree(of: value) }

    var node: Node {
        get {
            switch content {
            case .none: .object([])
            case .node(let node): node
            case .elements(let entries): .array(entries.map(\.node))
            case .members(let entries): .object(entries.map { Node.Member(name: $0.name, value: $0.value.node) })
            }
        }
        set { content = .node(newValue) }
    }

    /// Encodes types whose own coding differs from what services expect. Other types encode themselves.
    func tree<T: Encodable>(of value: T) throws -> Node {
        switch value {
        case let value as String: return .string(value)
        case let value as Bool: return .bool(value)
        case let value as Int: return .number(String(value))
        case let value as Double: return try number(value)
        case let value as Decimal: return .number(JSONNumber(value).text)
        case let value as UUID: return .string(value.uuidString.lowercased())
        case let value as URL: return .string(value.absoluteString)
        case let value as Data: return .data(value)
        case let value as Date: return .string(DateTime(value).description)
        case let value as FileContent: return .file(value)
        default:
            let encoder = NodeEncoder(parent: self)
            try value.encode(to: encoder)
            return encoder.node
        }
    }

    func number(_ value: Double) throws -> Node {
        guard let number = JSONNumber(value) else {
            throw RequestFailure(
                "\(codingPath.map(\.stringValue).joined(separator: ".")): JSON has no infinite numbers")
        }
        return .number(number.text)
    }

    func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
        beginMembers()
        return KeyedEncodingContainer(Members(encoder: self))
    }

    func unkeyedContainer() -> any UnkeyedEncodingContainer {
        if case .none = content { content = .elements([]) }
        return Elements(encoder: self)
    }

    func singleValueContainer() -> any SingleValueEncodingContainer { self }

    func beginMembers() { if case .none = content { content = .members([]) } }

    override func write<T: Encodable>(_ name: String, _ value: T) throws {
        add(.node(try NodeEncoder(parent: self, key: FieldKey(name)).tree(of: value)), name)
    }

    override func hasField(_ name: String) -> Bool {
        if case .members(let entries) = content { entries.contains { $0.name == name } } else { false }
    }

    func add(_ node: Node, _ name: String) { add(.node(node), name) }

    private func add(_ entry: Entry, _ name: String) {
        guard case .members(var entries) = content else { return }
        content = .none
        entries.append((name, entry))
        content = .members(entries)
    }

    private func add(_ entry: Entry) {
        guard case .elements(var entries) = content else { return }
        content = .none
        entries.append(entry)
        content = .elements(entries)
    }

    private struct Members<Key: CodingKey>: KeyedEncodingContainerProtocol {
        let encoder: NodeEncoder
        var codingPath: [any CodingKey] { encoder.codingPath }

        private func child(_ key: some CodingKey) -> NodeEncoder {
            let child = NodeEncoder(parent: encoder, key: key)
            encoder.add(.encoder(child), key.stringValue)
            return child
        }

        mutating func encodeNil(forKey key: Key) throws { encoder.add(.null, key.stringValue) }
        mutating func encode<T: Encodable>(_ value: T, forKey key: Key) throws {
            encoder.add(try NodeEncoder(parent: encoder, key: key).tree(of: value), key.stringValue)
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type, forKey key: Key
        ) -> KeyedEncodingContainer<Nested> { child(key).container(keyedBy: type) }
        mutating func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
            child(key).unkeyedContainer()
        }
        mutating func superEncoder() -> any Encoder { child(FieldKey("super")) }
        mutating func superEncoder(forKey key: Key) -> any Encoder { child(key) }
    }

    private struct Elements: UnkeyedEncodingContainer {
        let encoder: NodeEncoder
        var count = 0
        var codingPath: [any CodingKey] { encoder.codingPath }

        init(encoder: NodeEncoder) { self.encoder = encoder }

        private mutating func child() -> NodeEncoder {
            let child = NodeEncoder(parent: encoder, key: FieldKey(intValue: count))
            encoder.add(.encoder(child))
            count += 1
            return child
        }

        mutating func encodeNil() throws {
            encoder.add(.node(.null))
            count += 1
        }
        mutating func encode<T: Encodable>(_ value: T) throws {
            encoder.add(.node(try NodeEncoder(parent: encoder, key: FieldKey(intValue: count)).tree(of: value)))
            count += 1
        }
        mutating func nestedContainer<Nested: CodingKey>(
            keyedBy type: Nested.Type
        ) -> KeyedEncodingContainer<Nested> { child().container(keyedBy: type) }
        mutating func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { child().unkeyedContainer() }
        mutating func superEncoder() -> any Encoder { child() }
    }
}

nonisolated extension NodeEncoder: SingleValueEncodingContainer {
    func encodeNil() throws { node = .null }
    func encode(_ value: Bool) throws { node = .bool(value) }
    func encode(_ value: String) throws { node = .string(value) }
    func encode(_ value: Double) throws { node = try number(value) }
    func encode(_ value: Float) throws {
        guard value.isFinite else { return node = try number(Double(value)) }
        node = .number(JSONNumber.text(of: value))
    }
    func encode(_ value: Int) throws { node = .number(String(value)) }
    func encode(_ value: Int8) throws { node = .number(String(value)) }
    func encode(_ value: Int16) throws { node = .number(String(value)) }
    func encode(_ value: Int32) throws { node = .number(String(value)) }
    func encode(_ value: Int64) throws { node = .number(String(value)) }
    func encode(_ value: UInt) throws { node = .number(String(value)) }
    func encode(_ value: UInt8) throws { node = .number(String(value)) }
    func encode(_ value: UInt16) throws { node = .number(String(value)) }
    func encode(_ value: UInt32) throws { node = .number(String(value)) }
    func encode(_ value: UInt64) throws { node = .number(String(value)) }
    func encode<T: Encodable>(_ value: T) throws { node = try tree(of: value) }
}

"""#),
    ("ClientRuntime/ParameterStyle.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How a parameter's value is serialized (OpenAPI 3.2, "Style Values"; `tabDelimited` is the `tsv` of OpenAPI 2.0).
public nonisolated enum ParameterStyle: Hashable, Sendable {
    /// Path parameters: `;color=blue`.
    case matrix
    /// Path parameters: `.blue`.
    case label
    /// Path parameters and headers: `blue,black`.
    case simple
    /// Query parameters, cookies and forms: `color=blue&color=black`.
    case form
    /// Query parameters: `blue%20black`.
    case spaceDelimited
    /// Query parameters: `blue|black`.
    case pipeDelimited
    /// Query parameters: `blue%09black`.
    case tabDelimited
    /// Query parameters: `color[name]=blue`.
    case deepObject
    /// Cookies, without encoding: `color=blue`.
    case cookie
}

/// A parameter or form member, serialized by its style.
nonisolated struct StyledValue {
    let name: String
    let style: ParameterStyle
    let explode: Bool
    /// Encodes names and values for their location.
    let encode: (String) -> String

    /// The encoded names and values for a query, a form or a cookie.
    func pairs(_ node: Node) throws -> [(name: String, value: String)] {
        if style == .deepObject { return try deep(node, encode(name)) }
        switch try Self.shape(node) {
        case .absent: return []
        case .primitive(let text): return [(encode(name), encode(text))]
        case .list(let values):
            if values.isEmpty { return [] }
            if explode { return values.map { (encode(name), encode($0)) } }
            return [(encode(name), values.map(encode).joined(separator: delimiter))]
        case .record(let members):
            if members.isEmpty { return [] }
            if explode { return members.map { (encode($0.name), encode($0.value)) } }
            let flat = members.flatMap { [encode($0.name), encode($0.value)] }
            return [(encode(name), flat.joined(separator: delimiter))]
        }
    }

    /// The text of a path segment or a header; `nil` if there is no value to send.
    func text(_ node: Node) throws -> String? {
        let shape = try Self.shape(node)
        if style == .matrix { return matrix(shape) }
        let dot = style == .label ? "." : ""
        let separator = style == .label && explode ? "." : ","
        switch shape {
        case .absent: return nil
        case .primitive(let text): return dot + encode(text)
        case .list(let values):
            return values.isEmpty ? nil : dot + values.map(encode).joined(separator: separator)
        case .record(let members):
            let pairs = members.map { encode($0.name) + (explode ? "=" : ",") + encode($0.value) }
            return pairs.isEmpty ? nil : dot + pairs.joined(separator: separator)
        }
    }

    private func matrix(_ shape: Shape) -> String? {
        func part(_ name: String, _ value: String) -> String { ";" + encode(name) + (value.isEmpty ? "" : "=" + value) }
        switch shape {
        case .absent: return nil
        case .primitive(let text): return part(name, encode(text))
        case .list(let values):
            if values.isEmpty { return nil }
            if explode { return values.map { part(name, encode($0)) }.joined() }
            return part(name, values.map(encode).joined(separator: ","))
        case .record(let members):
            if members.isEmpty { return nil }
            if explode { return members.map { part($0.name, encode($0.value)) }.joined() }
            return part(name, members.flatMap { [encode($0.name), encode($0.value)] }.joined(separator: ","))
        }
    }

    private var delimiter: String {
        switch style {
        case .spaceDelimited: encode(" ")
        case .pipeDelimited: encode("|")
        case .tabDelimited: encode("\t")
        default: ","
        }
    }

    /// `name[member]=value`. OpenAPI does not specify deeper nesting; this follows the common conventions:
    /// `name[a][b]` for objects, `name[]` for arrays, `name[0][a]` for arrays of objects.
    private func deep(_ node: Node, _ prefix: String) throws -> [(name: String, value: String)] {
        switch node {
        case .null: return []
        case .object(let members):
            return try members.flatMap { try deep($0.value, prefix + encode("[\($0.name)]")) }
        case .array(let elements):
            return try elements.enumerated().flatMap { index, element in
                try deep(element, prefix + encode(element.isStructured ? "[\(index)]" : "[]"))
            }
        default: return [(prefix, encode(try Self.primitive(node)))]
        }
    }

    private enum Shape {
        case absent
        case primitive(String)
        case list([String])
        case record([(name: String, value: String)])
    }

    /// `null` counts as absent, also in arrays and objects (RFC 6570, section 2.3).
    private static func shape(_ node: Node) throws -> Shape {
        switch node {
        case .null: return .absent
        case .array(let elements):
            return .list(try elements.filter { !$0.isNull }.map(primitive))
        case .object(let members):
            return .record(try members.filter { !$0.value.isNull }.map { ($0.name, try primitive($0.value)) })
        default: return .primitive(try primitive(node))
        }
    }

    /// No style specifies nested structures, which are serialized as JSON.
    static func primitive(_ node: Node) throws -> String {
        switch node {
        case .string(let text), .text(let text), .number(let text): text
        case .bool(let value): value ? "true" : "false"
        default: node.isNull ? "" : try node.jsonText()
        }
    }
}

nonisolated extension Node {
    var isNull: Bool { if case .null = self { true } else { false } }

    var isStructured: Bool {
        switch self {
        case .array, .object: true
        default: false
        }
    }

    /// The value as JSON; bytes as Base64 text without quotes.
    ///
    /// - Throws: ``RequestFailure`` if a file can't be read.
    func jsonText() throws -> String {
        switch self {
        case .data(let data): data.base64EncodedString()
        case .file(let file): try file.base64()
        default: String(decoding: try JSONText.bytes(of: self), as: UTF8.self)
        }
    }
}

"""#),
    ("ClientRuntime/PercentEncoding.swift", #"""
/// Percent-encodes UTF-8 text for a component of a URL (RFC 3986, section 2).
nonisolated enum PercentEncoding {
    /// - Parameter reserved: Reserved characters that are not encoded; percent-encoded triplets are then preserved as well.
    static func encode(_ text: String, keeping reserved: StaticString = "") -> String {
        let kept = UnsafeBufferPointer(start: reserved.utf8Start, count: reserved.utf8CodeUnitCount)
        let bytes = Array(text.utf8)
        guard !bytes.allSatisfy({ isUnreserved($0) }) else { return text }
        var result: [UInt8] = []
        for (index, byte) in bytes.enumerated() {
            let isTriplet =
                !kept.isEmpty && byte == UInt8(ascii: "%") && index + 2 < bytes.count
                && isHexadecimal(bytes[index + 1]) && isHexadecimal(bytes[index + 2])
            if isUnreserved(byte) || isTriplet || kept.contains(byte) {
                result.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Decodes the triplets of a text. Invalid triplets are preserved.
    static func decode(_ text: String) -> String {
        guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count, let high = digit(bytes[index + 1]),
                let low = digit(bytes[index + 2])
            {
                result.append(high << 4 | low)
                index += 3
            } else {
                result.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func digit(_ byte: UInt8) -> UInt8? {
        guard isHexadecimal(byte) else { return nil }
        return byte < 0x40 ? byte - 0x30 : (byte & 0xDF) - 0x37
    }

    private static func isHexadecimal(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x46).contains(byte & 0xDF)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: false
        }
    }
}

"""#),
    ("ClientRuntime/PointInTime.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A value of a service that names a point in time. Compares with `Date`, formats, and subtracts.
public nonisolated protocol PointInTime: Comparable, Sendable {
    /// The point in time, or `nil` if the value names none.
    var date: Date? { get }
}

nonisolated extension PointInTime {
    /// Whether both are the same point in time, with the precision of `Date`.
    public static func == (left: Self, right: Date) -> Bool { left.date == right }
    /// Whether both are the same point in time, with the precision of `Date`.
    public static func == (left: Date, right: Self) -> Bool { left == right.date }
    /// Whether both are different points in time.
    public static func != (left: Self, right: Date) -> Bool { left.date != right }
    /// Whether both are different points in time.
    public static func != (left: Date, right: Self) -> Bool { left != right.date }

    /// Whether the value is earlier. One that names no point in time comes first.
    public static func < (left: Self, right: Date) -> Bool { left.date.map { $0 < right } ?? true }
    /// Whether the date is earlier.
    public static func < (left: Date, right: Self) -> Bool { right.date.map { left < $0 } ?? false }
    /// Whether the value is later.
    public static func > (left: Self, right: Date) -> Bool { right < left }
    /// Whether the date is later.
    public static func > (left: Date, right: Self) -> Bool { right < left }
    /// Whether the value is not later.
    public static func <= (left: Self, right: Date) -> Bool { !(right < left) }
    /// Whether the date is not later.
    public static func <= (left: Date, right: Self) -> Bool { !(right < left) }
    /// Whether the value is not earlier.
    public static func >= (left: Self, right: Date) -> Bool { !(left < right) }
    /// Whether the date is not earlier.
    public static func >= (left: Date, right: Self) -> Bool { !(left < right) }

    /// The seconds from a date to the value, or `nil` if the value names no point in time.
    public func timeIntervalSince(_ date: Date) -> TimeInterval? { self.date?.timeIntervalSince(date) }

    /// The seconds from another value to this one, or `nil` if one of them names no point in time.
    public func timeIntervalSince(_ other: some PointInTime) -> TimeInterval? {
        other.date.flatMap { timeIntervalSince($0) }
    }

    /// Formats the point in time, or returns the value's text if it names none. For example:
    /// `order.createdAt.formatted(.iso8601.year().month().day())`.
    public func formatted<Style: FormatStyle>(_ style: Style) -> String
    where Style.FormatInput == Date, Style.FormatOutput == String {
        date.map(style.format) ?? "\(self)"
    }
}

nonisolated extension DateTime: PointInTime {
    /// The exact time between two values, or `nil` if one of them is not a date-time.
    public static func - (left: Self, right: Self) -> Duration? {
        guard let first = left.seconds, let second = right.seconds else { return nil }
        return Duration(secondsComponent: first, attosecondsComponent: left.attoseconds)
            - Duration(secondsComponent: second, attosecondsComponent: right.attoseconds)
    }

    /// The fraction with the precision of `Duration`.
    private var attoseconds: Int64 {
        let digits = fraction.prefix(18)
        return Int64(digits + String(repeating: "0", count: 18 - digits.count)) ?? 0
    }
}

"""#),
    ("ClientRuntime/Promise.swift", #"""
/// The end of a timeout.
nonisolated struct Deadline: Sendable {
    let limit: Duration
    let instant: ContinuousClock.Instant

    /// - Parameter limit: `nil` for no deadline. Zero or less has already passed.
    init?(after limit: Duration?) {
        guard let limit else { return nil }
        self.limit = limit
        // At most a century, because a clock can't represent all later times.
        instant = .now + min(max(limit, .zero), .seconds(3_155_760_000))
    }

    var hasPassed: Bool { limit <= .zero || ContinuousClock.now >= instant }
    var error: CallTimeout { CallTimeout(limit: limit) }
}

/// A result that arrives later. Only the first result counts.
///
/// The waiting task resumes immediately on cancellation and at its deadline, even if no result ever arrives.
nonisolated final class Promise<Value: Sendable>: Sendable {
    private struct State {
        var result: Result<Value, any Error>?
        var waiter: CheckedContinuation<Value, any Error>?
    }

    private let state = Locked(State())

    var result: Result<Value, any Error>? { state.withLock { $0.result } }

    func finish(_ result: Result<Value, any Error>) {
        let waiter = state.withLock { state -> CheckedContinuation<Value, any Error>? in
            guard state.result == nil else { return nil }
            state.result = result
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume(with: result)
    }

    /// Waits for the result. One task may wait.
    ///
    /// - Throws: The error of the result, ``CallTimeout`` or `CancellationError`.
    func value(until deadline: Deadline?) async throws -> Value {
        if let result { return try result.get() }
        let timer = deadline.map { deadline in
            Task {
                try await Task.sleep(until: deadline.instant, clock: .continuous)
                finish(.failure(deadline.error))
            }
        }
        defer { timer?.cancel() }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let result = state.withLock { state in
                    if state.result == nil { state.waiter = continuation }
                    return state.result
                }
                if let result { continuation.resume(with: result) }
            }
        } onCancel: {
            finish(.failure(CancellationError()))
        }
    }
}

/// Runs `work` and returns on cancellation and at the deadline, even if `work` ignores both.
///
/// The work runs in its own task, on the caller's thread until it first suspends. The task is cancelled when the caller
/// returns; a later result is discarded.
nonisolated func leavable<Value: Sendable>(
    until deadline: Deadline?, _ work: @escaping @Sendable () async throws -> Value
) async throws -> Value {
    try Task.checkCancellation()
    if let deadline, deadline.hasPassed { throw deadline.error }
    let promise = Promise<Value>()
    let run: @Sendable () async -> Void = {
        do { promise.finish(.success(try await work())) } catch { promise.finish(.failure(error)) }
    }
    let task: Task<Void, Never>
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
        task = Task.immediate(operation: run)
    } else {
        task = Task(operation: run)
    }
    if let result = promise.result { return try result.get() }
    defer { task.cancel() }
    return try await promise.value(until: deadline)
}

"""#),
    ("ClientRuntime/ReadingLimits.swift", #"""
/// Limits of decoding a response.
nonisolated struct ReadingLimits: Sendable {
    /// See ``ClientOptions/maximumDepth``.
    var depth = 128
    /// See ``ClientOptions/maximumEventSize``.
    var eventSize = 16 * 1_024 * 1_024
    /// See ``ClientOptions/maximumLineSize``.
    var lineSize = 16 * 1_024 * 1_024
    /// See ``ClientOptions/maximumPartSize``.
    var partSize = 256 * 1_024 * 1_024
    /// Decoding counts towards ``ClientOptions/timeout``.
    var deadline: Deadline?

    init() {}

    init(_ options: ClientOptions, _ deadline: Deadline?) {
        depth = options.maximumDepth
        eventSize = options.maximumEventSize
        lineSize = options.maximumLineSize
        partSize = options.maximumPartSize
        self.deadline = deadline
    }

    /// The limits of a stream, which has no deadline once it has begun.
    var withoutDeadline: Self {
        var limits = self
        limits.deadline = nil
        return limits
    }
}

"""#),
    ("ClientRuntime/ReceiveBuffer.swift", #"""
#if URLSession || !TransportTraits
    import Foundation

    /// Received bytes that were not read yet, in order.
    ///
    /// Up to 1 MiB is held in memory. Further bytes are in an unnamed temporary file, which is removed with the buffer.
    nonisolated struct ReceiveBuffer: Sendable {
        /// The maximum number of bytes held in memory.
        static let memoryLimit = 1_024 * 1_024
        /// The number of bytes of the file that are read at a time.
        private static let readSize = 256 * 1_024

        private var chunks: [Data] = []
        private var size = 0
        private var file: TemporaryFile?

        var isEmpty: Bool { chunks.isEmpty && file?.isEmpty ?? true }

        /// - Throws: An error if the temporary file can't be written, for example because the disk is full.
        mutating func append(_ data: Data) throws {
            let isOverflowing = !(file?.isEmpty ?? true) || size + data.count > Self.memoryLimit
            guard isOverflowing else {
                chunks.append(data)
                size += data.count
                return
            }
            let overflow = try file ?? TemporaryFile()
            file = overflow
            try overflow.append(data)
        }

        /// The next bytes, or `nil` if none are left.
        mutating func next() throws -> Data? {
            if !chunks.isEmpty {
                defer { (chunks, size) = ([], 0) }
                // `Data` would read a joined sequence byte by byte.
                return chunks.dropFirst().reduce(into: chunks[0]) { $0.append($1) }
            }
            guard let overflow = file, !overflow.isEmpty else { return nil }
            return try overflow.next(upTo: Self.readSize)
        }
    }

    /// A file that is unlinked when it is opened, so that it disappears even if the process is killed.
    ///
    /// Used by one owner under a lock.
    nonisolated final class TemporaryFile: @unchecked Sendable {
        let writer: FileHandle
        let reader: FileHandle
        private var unread = 0

        var isEmpty: Bool { unread == 0 }

        init() throws {
            let file = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString)")
            let attributes: [FileAttributeKey: Any] = [.posixPermissions: 0o600]
            guard FileManager.default.createFile(atPath: file.path, contents: nil, attributes: attributes) else {
                throw CocoaError(.fileWriteUnknown)
            }
            defer { try? FileManager.default.removeItem(at: file) }
            writer = try FileHandle(forWritingTo: file)
            reader = try FileHandle(forReadingFrom: file)
        }

        func append(_ data: Data) throws {
            try writer.write(contentsOf: data)
            unread += data.count
        }

        func next(upTo count: Int) throws -> Data {
            guard let data = try reader.read(upToCount: min(count, unread)), !data.isEmpty else {
                throw CocoaError(.fileReadUnknown)
            }
            unread -= data.count
            if unread == 0 {
                try writer.truncate(atOffset: 0)
                try reader.seek(toOffset: 0)
            }
            return data
        }
    }
#endif

"""#),
    ("ClientRuntime/Redaction.swift", #"""
import HTTPTypes

/// Removes credentials and other secrets from what observers see.
///
/// The security schemes, the API description and usual names determine what is secret.
nonisolated struct Redaction {
    private static let text = "REDACTED"
    /// Names of secrets, compared without case, `-`, `_` and `.`.
    private static let usualNames: Set = [
        "authorization", "proxyauthorization", "cookie", "setcookie", "code", "key", "sig", "signature", "pwd", "pin",
        "otp", "jwt", "sid", "auth", "xauth", "assertion", "clientassertion", "codeverifier",
    ]
    /// Parts of names of secrets.
    private static let usualParts = [
        "token", "secret", "password", "passwd", "passphrase", "apikey", "accesskey", "privatekey", "credential",
        "session",
    ]
    /// Headers of the caller that are not redacted.
    private static let plainHeaders: Set = [
        "accept", "accept-encoding", "accept-language", "content-type", "content-length", "user-agent", "if-match",
        "if-none-match", "if-modified-since", "if-unmodified-since", "range", "prefer", "cache-control",
        "idempotency-key", "x-request-id", "x-correlation-id", "traceparent", "tracestate",
    ]

    private var names: Set<String> = []
    private var headers: Set<String> = []
    private let texts: [String]

    /// - Parameters:
    ///   - schemes: The client's security schemes, with or without a credential.
    ///   - request: The request, which has the names of its secrets.
    ///   - own: The client's own headers.
    init(_ schemes: [SecurityScheme], _ request: ClientRequest, own: HTTPFields = [:]) {
        texts = request.secretTexts
        for name in request.secrets { names.insert(Self.plain(name)) }
        for scheme in schemes {
            if case .apiKey(_, let name) = scheme.kind { names.insert(Self.plain(name)) }
        }
        for field in own where !Self.plainHeaders.contains(field.name.canonicalName) {
            headers.insert(field.name.canonicalName)
        }
    }

    func redacted(_ request: HTTPRequest) -> HTTPRequest {
        var request = request
        request.headerFields = redacted(request.headerFields)
        request.path = request.path.map { redacted(target: $0) }
        return request
    }

    func redacted(_ response: HTTPResponse) -> HTTPResponse {
        var response = response
        response.headerFields = redacted(response.headerFields)
        return response
    }

    private func isSecret(_ name: String) -> Bool {
        let plain = Self.plain(name)
        return names.contains(plain) || Self.usualNames.contains(plain)
            || Self.usualParts.contains { plain.contains($0) }
    }

    /// A path or URL without the secrets of its path and query.
    private func redacted(target: String) -> String {
        let mark = target.firstIndex(of: "?") ?? target.endIndex
        var path = String(target[..<mark])
        for text in texts where !text.isEmpty {
            path = path.split(separator: "/", omittingEmptySubsequences: false)
                .map { $0 == text ? Self.text[...] : $0 }.joined(separator: "/")
        }
        guard mark < target.endIndex else { return path }
        let pairs = target[target.index(after: mark)...].split(separator: "&", omittingEmptySubsequences: false)
        let shown = pairs.map { pair -> String in
            let name = pair.prefix { $0 != "=" }
            return isSecret(PercentEncoding.decode(String(name))) ? "\(name)=\(Self.text)" : String(pair)
        }
        return "\(path)?\(shown.joined(separator: "&"))"
    }

    private func redacted(_ fields: HTTPFields) -> HTTPFields {
        var result = HTTPFields()
        for var field in fields {
            if isSecret(field.name.rawName) || headers.contains(field.name.canonicalName) {
                field.value = Self.text
            } else if field.name == .location {
                field.value = redacted(target: field.value)
            }
            result.append(field)
        }
        return result
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { $0 != "-" && $0 != "_" && $0 != "." && $0 != "[" && $0 != "]" })
    }
}

"""#),
    ("ClientRuntime/Redirects.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Follows redirects above a transport (RFC 9110, section 15.4).
///
/// - 301 and 302 change POST to GET; 303 changes every method except HEAD to GET. Otherwise, method and body are kept.
/// - Requests to the same origin (scheme, host and port) keep their headers.
/// - Requests to another origin must be GET or HEAD, and keep no header except `Accept`.
///
/// A redirect is returned as the response if it can't be followed by these rules, if it leads from `https` to
/// `http`, or if it asks for a body that can be read only once.
nonisolated struct Redirects {
    let transport: any Transport
    /// See ``ClientOptions/maximumRedirects``.
    let limit: Int

    /// The maximum size of a redirect's body that is read to reuse the connection.
    private static let drainLimit: Int64 = 64 * 1_024

    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        var (request, body) = (request, body)
        var sent: [HTTPRequest] = []
        while true {
            let (response, responseBody) = try await transport.send(request, body: body)
            guard limit > 0, let next = Self.next(after: response, to: request, body: body) else {
                return (response, responseBody)
            }
            sent.append(request)
            let isLoop = sent.contains { $0.isSameTarget(as: next) }
            guard !isLoop, sent.count <= limit else { throw TooManyRedirects(count: sent.count, isLoop: isLoop) }
            if let length = responseBody.length, length <= Self.drainLimit { _ = try? await responseBody.collect() }
            if next.method != request.method || next.origin != request.origin { body = nil }
            request = next
        }
    }

    /// The request to the target of a redirect, or `nil` if the redirect is the response.
    static func next(after response: HTTPResponse, to request: HTTPRequest, body: HTTPBody?) -> HTTPRequest? {
        guard let method = method(after: response.status.code, request.method),
            let location = response.headerFields[.location], let source = URL(request),
            let target = HTTPRequest(method: method, location, relativeTo: source)
        else { return nil }
        var next = target
        if method == request.method {
            guard body?.isReplayable ?? true else { return nil }
            next.headerFields = request.headerFields
        } else {
            next.headerFields = request.headerFields.withoutContent
        }
        if next.origin == request.origin { return next }
        let isDowngrade = request.scheme == "https" && next.scheme != "https"
        guard !isDowngrade, method == .get || method == .head else { return nil }
        next.headerFields = HTTPFields(request.headerFields.filter { $0.name == .accept })
        return next
    }

    private static func method(after status: Int, _ method: HTTPRequest.Method) -> HTTPRequest.Method? {
        switch status {
        case 301, 302: method == .post ? .get : method
        case 303: method == .head ? .head : .get
        case 307, 308: method
        default: nil
        }
    }
}

/// The error of a redirect loop, or of more redirects than ``ClientOptions/maximumRedirects``.
public nonisolated struct TooManyRedirects: PlainError, Hashable, Sendable, CustomStringConvertible {
    /// The number of redirects received.
    public let count: Int
    /// Whether the last redirect leads to an earlier request.
    public let isLoop: Bool

    /// For example: `more than 20 redirects`.
    public var description: String {
        isLoop ? "redirect loop after \(count) redirects" : "more than \(count - 1) redirects"
    }
}

nonisolated extension HTTPRequest {
    /// A request to the URL of a `Location`, without headers; `nil` if it is not an `http` or `https` URL.
    fileprivate init?(method: Method, _ location: String, relativeTo base: URL) {
        guard let url = URL(string: location, relativeTo: base)?.absoluteURL,
            let components = URLComponents(url: url, resolvingAgainstBaseURL: true),
            let scheme = components.scheme?.lowercased(), ["http", "https"].contains(scheme),
            let host = components.encodedHost?.lowercased(), !host.isEmpty
        else { return nil }
        let path = components.percentEncodedPath.isEmpty ? "/" : components.percentEncodedPath
        self.init(
            method: method, scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host,
            path: components.percentEncodedQuery.map { "\(path)?\($0)" } ?? path)
    }

    fileprivate var origin: String {
        let scheme = scheme?.lowercased() ?? ""
        let authority = authority?.lowercased() ?? ""
        let port = scheme == "https" ? ":443" : ":80"
        return "\(scheme)://\(authority.hasSuffix(port) ? String(authority.dropLast(port.count)) : authority)"
    }

    fileprivate func isSameTarget(as other: HTTPRequest) -> Bool {
        method == other.method && origin == other.origin && path == other.path
            && headerFields == other.headerFields
    }
}

nonisolated extension URL {
    fileprivate init?(_ request: HTTPRequest) {
        guard let scheme = request.scheme, let authority = request.authority, let path = request.path else {
            return nil
        }
        self.init(string: "\(scheme)://\(authority)\(path)")
    }
}

nonisolated extension HTTPFields {
    /// The headers of a request without the headers of its body.
    fileprivate var withoutContent: HTTPFields {
        HTTPFields(
            filter { field in
                let name = field.name.canonicalName
                return !name.hasPrefix("content-") && !["transfer-encoding", "expect"].contains(name)
            })
    }
}

"""#),
    ("ClientRuntime/RequestBodies.swift", #"""
import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

nonisolated extension ClientRequest {
    /// Sets a JSON body, with members sorted by name, unless the value is `nil`.
    public mutating func json<T: Encodable>(_ value: T?, as type: String = "application/json") throws {
        guard let value else { return }
        let text = try JSONText.bytes(of: try Self.tree(value, "body"))
        let isUTF8 = [nil, "utf-8", "utf8"].contains(MediaType(type).charset)
        bytes(isUTF8 ? Data(text) : try MediaType(type).bytes(of: String(decoding: text, as: UTF8.self)), as: type)
    }

    /// Sets a JSON body that may be `null`.
    public mutating func json<T: Encodable>(nullable value: T?, as type: String = "application/json") throws {
        try json(.some(value), as: type)
    }

    /// Sets a text body, unless the value is `nil`. The charset is that of the type, or UTF-8 if it names none.
    public mutating func text<T: Encodable>(_ value: T?, as type: String = "text/plain; charset=utf-8") throws {
        guard let value else { return }
        bytes(try MediaType(type).bytes(of: try StyledValue.primitive(try Self.tree(value, "body"))), as: type)
    }

    /// Sets a body of bytes, unless it is `nil`.
    public mutating func bytes(_ data: Data?, as type: String = "application/octet-stream") {
        bytes(data.map { HTTPBody($0) }, as: type)
    }

    /// Sets a body, which may be streamed, unless it is `nil`.
    public mutating func bytes(_ body: HTTPBody?, as type: String = "application/octet-stream") {
        guard let body else { return }
        self.body = body
        headers[.contentType] = type
    }

    /// Sets a body with a media type that the caller chooses from a range such as `image/*`, unless it is `nil`.
    ///
    /// - Throws: ``RequestFailure`` if the type is missing or not in the range.
    public mutating func bytes(_ file: FileContent?, in range: String) throws {
        guard let file else { return }
        let type = file.contentType ?? "application/octet-stream"
        guard MediaType(type).matches(range) else {
            throw RequestFailure("the body needs a content type that is one of \(range)")
        }
        for (name, value) in file.headers { try setHeader(name, value) }
        bytes(file.body, as: type)
    }
}

nonisolated extension Node {
    var isObject: Bool { if case .object = self { true } else { false } }
}

"""#),
    ("ClientRuntime/RequestFailure.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// An error that prevented a request from being sent. Its description names the parameter, but never its value.
public nonisolated struct RequestFailure: OperationError, Sendable, CustomStringConvertible, LocalizedError {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// What is wrong. For example: `the path parameter id is empty`.
    public let reason: String

    init(_ reason: String) { self.reason = reason }

    /// The operation's ID and the reason.
    public var description: String { operation.map { "\($0): \(reason)" } ?? reason }
    /// Same as ``description``.
    public var errorDescription: String? { description }
}

"""#),
    ("ClientRuntime/ResponseHeaders.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The documented response headers of a service, as typed properties.
///
/// Created from a response, for example that of ``ConnectedClient/withResponse(_:)`` or ``ClientError/documented(_:_:)``.
public nonisolated protocol DocumentedHeaders: Sendable {
    /// Creates headers from the fields of a response.
    init(fields: HeaderFields)
}

nonisolated extension DocumentedHeaders {
    /// Creates headers from a response.
    public init(_ response: HTTPResponse) { self.init(fields: HeaderFields(response)) }
    /// Creates headers from the response of an error.
    public init(_ response: FailedResponse) { self.init(response.head) }
}

/// Decodes headers of the style `simple` (OpenAPI 3.2, "Style Values"). Missing headers are `nil`.
public nonisolated struct HeaderFields: Sendable {
    private let response: HTTPResponse

    init(_ response: HTTPResponse) { self.response = response }

    private func values(_ name: String) -> [String] {
        HTTPField.Name(name).map { response.headerFields[values: $0] } ?? []
    }

    private func decode<T: Decodable>(_ name: String, _ node: Node) throws -> T {
        do { return try NodeDecoder.read(node) } catch {
            var failure = DecodingFailure(error)
            failure.path.insert(name, at: 0)
            throw failure
        }
    }

    /// Decodes a single value, such as a string, a number or a date.
    ///
    /// - Throws: ``DecodingFailure`` if the header has another type.
    @inline(never) public func value<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try decode(name, .text(values.joined(separator: ", ")))
    }

    /// Decodes a list. `Set-Cookie` has one element for each field (RFC 9110, section 5.3).
    ///
    /// - Throws: ``DecodingFailure`` if an element has another type.
    @inline(never) public func list<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        if values.isEmpty { return nil }
        let isWhole = name.lowercased() == "set-cookie"
        let elements = isWhole ? values : values.flatMap(Self.elements)
        return try decode(name, .array(elements.map { .text($0) }))
    }

    /// Decodes names and values: `a,1,b,2` or, exploded, `a=1,b=2`.
    ///
    /// - Throws: ``DecodingFailure`` if a value has another type.
    @inline(never) public func object<T: Decodable>(_ name: String, explode: Bool) throws -> T? {
        let values = values(name)
        if values.isEmpty { return nil }
        let elements = values.flatMap(Self.elements)
        var members: [Node.Member] = []
        if explode {
            for element in elements {
                let pair = element.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                members.append(Node.Member(name: String(pair[0]), value: .text(pair.count > 1 ? String(pair[1]) : "")))
            }
        } else {
            for index in stride(from: 0, to: elements.count - 1, by: 2) {
                members.append(Node.Member(name: elements[index], value: .text(elements[index + 1])))
            }
        }
        return try decode(name, .object(members))
    }

    /// Decodes a header described by `content: application/json`.
    ///
    /// - Throws: ``DecodingFailure`` if the header is not valid JSON or has another type.
    @inline(never) public func json<T: Decodable>(_ name: String) throws -> T? {
        let values = values(name)
        return values.isEmpty ? nil : try ClientResponse.decode(Data(values.joined(separator: ", ").utf8)) as T
    }

    private static func elements(_ text: String) -> [String] {
        text.split(separator: ",").map { String($0.trimmed) }
    }
}

"""#),
    ("ClientRuntime/SecurityScheme.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An authentication method of a service (Security Scheme Object).
public nonisolated struct SecurityScheme: Sendable {
    /// The scheme's key in the API description.
    public let name: String
    /// The kind of authentication.
    public let kind: Kind
    /// The environment variable of ``Credential/environment``.
    public let environmentVariable: String
    /// The text before an API key, such as `JWT`.
    public let prefix: String?

    /// The location of an API key.
    public enum Location: Sendable {
        /// A request header.
        case header
        /// A query parameter.
        case query
        /// A cookie.
        case cookie
    }

    /// A kind of authentication.
    public enum Kind: Sendable {
        /// A value in a header, a query parameter or a cookie.
        case apiKey(in: Location, name: String)
        /// `basic`, `bearer`, or another HTTP authentication scheme (RFC 9110, section 11).
        case http(String)
        /// OAuth 2.0; the credential is an access token.
        case oauth2
        /// OpenID Connect; the credential is an access token.
        case openIDConnect
        /// Client certificates, which the transport provides.
        case mutualTLS
    }

    /// Creates a security scheme.
    public init(_ name: String, _ kind: Kind, environment variable: String, prefix: String? = nil) {
        self.name = name
        self.kind = kind
        environmentVariable = variable
        self.prefix = prefix
    }
}

/// A credential of a client for a security scheme.
///
/// Its description never contains the value.
public nonisolated struct Credential: Sendable {
    enum Source: Sendable {
        case none
        case environment(String?)
        case value(String)
        case refreshing(TokenStore)
    }

    let source: Source
    let prefix: String?

    /// No credential. Operations that require the scheme are called without it.
    public static let none = Credential(source: .none, prefix: nil)

    /// The value of ``SecurityScheme/environmentVariable``, read when the client is created. Missing if the variable is not
    /// set or empty. For the scheme `basic`, the format is `user:password`.
    public static let environment = Credential(source: .environment(nil), prefix: nil)

    /// The value of an environment variable, read when the client is created.
    public static func environment(_ variable: String) -> Self { Self(source: .environment(variable), prefix: nil) }

    /// Creates a credential from an API key or a token.
    ///
    /// - Parameters:
    ///   - value: The key or token.
    ///   - prefix: The text sent before the value and a space. `nil` means the prefix of the scheme.
    public init(_ value: String, prefix: String? = nil) { self.init(source: .value(value), prefix: prefix) }

    /// A user name and password (RFC 7617).
    public static func basic(username: String, password: String) -> Self { Self("\(username):\(password)") }

    /// A token that is fetched when it is first needed, and again when the service responds with the status code 401.
    ///
    /// Concurrent calls share one `fetch`, and each call is repeated at most once. Waiting counts towards
    /// ``ClientOptions/timeout``. `fetch` is cancelled when no call waits for it. It may use another client, but must not
    /// call operations that need this credential. If it throws, calls throw ``CredentialFailure``.
    public static func refreshing(
        prefix: String? = nil, _ fetch: @escaping @Sendable () async throws -> String
    ) -> Self { Self(source: .refreshing(TokenStore(fetch)), prefix: prefix) }

    private init(source: Source, prefix: String?) {
        self.source = source
        self.prefix = prefix
    }

    /// The credential with the value of its environment variable, or `nil` if it has none.
    func resolved(for scheme: SecurityScheme) -> Credential? {
        switch source {
        case .none: return nil
        case .value, .refreshing: return self
        case .environment(let name):
            let value = ProcessInfo.processInfo.environment[name ?? scheme.environmentVariable] ?? ""
            return value.isEmpty ? nil : Credential(value, prefix: prefix)
        }
    }
}

nonisolated extension Credential: ExpressibleByStringLiteral, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Creates a credential from an API key or a token.
    public init(stringLiteral value: String) { self.init(value) }
    /// The type's name, without the value.
    public var description: String { "Credential" }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// An empty mirror, so that `dump` does not show the value.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

"""#),
    ("ClientRuntime/ServerURL.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// The URL of a service: one of its documented servers, or another.
///
/// If the URL or a server variable is invalid, calls throw ``ClientError/unencodable(_:)``.
public nonisolated struct ServerURL<Service>: Hashable, Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
    let server: Server

    /// Creates a server URL from text.
    public init(_ url: String) { server = Server(url) }
    /// Creates a server URL from a `URL`.
    public init(_ url: URL) { server = Server(url.absoluteString) }
    /// Creates a server URL from a string literal.
    public init(stringLiteral value: String) { server = Server(value) }

    /// Creates a server URL from a template with variables in braces (Server Variable Object).
    ///
    /// - Parameters:
    ///   - template: The URL with its variables. For example: `https://{region}.example.com`.
    ///   - variables: The values by variable.
    ///   - allowed: The allowed values by variable. Other variables can have letters, digits, `-`, `.`, `_` and
    ///     `~`, and after the host also `/` and `:`.
    public init(_ template: String, _ variables: [String: String], allowed: [String: [String]] = [:]) {
        server = Server(template, variables, allowed: allowed)
    }

    /// Creates a server URL from a template without a host, which is relative to the API description's own URL.
    ///
    /// - Parameters:
    ///   - template: The path with its variables. For example: `/{version}`.
    ///   - variables: The values by variable.
    ///   - allowed: The allowed values by variable.
    ///   - base: The scheme and host. For example: `https://api.example.com`.
    public init(
        _ template: String, _ variables: [String: String] = [:], allowed: [String: [String]] = [:], at base: String
    ) {
        let base = base.hasSuffix("/") ? String(base.dropLast()) : base
        let path = template.isEmpty || template.hasPrefix("/") ? template : "/" + template
        server = Server(base + path, variables, allowed: allowed)
    }

    /// The URL.
    public var description: String { server.text }
}

/// The components of a server URL, or why it is invalid.
nonisolated struct Server: Hashable, Sendable {
    let text: String
    let problem: String?
    let scheme: String
    let authority: String
    /// Without a trailing slash.
    let path: String
    /// The query, sent before that of the request; may be empty.
    let query: String

    init(_ template: String, _ variables: [String: String] = [:], allowed: [String: [String]] = [:]) {
        var problem: String?
        var url = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            url += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            let value = variables[name] ?? ""
            if !Self.isSafe(value, behind: url) || !(allowed[name]?.contains(value) ?? true) {
                problem = "the server variable \(name) has an invalid value"
            }
            url += value
            rest = rest[rest.index(after: close)...]
        }
        url += rest
        let parts = Self.parts(of: url)
        self.problem =
            problem ?? (parts == nil ? "the server's URL is not of the form http(s)://host[:port][/path][?query]" : nil)
        text = url
        scheme = parts?.scheme ?? ""
        authority = parts?.authority ?? ""
        path = parts?.path ?? ""
        query = parts?.query ?? ""
    }

    private static func isSafe(_ value: String, behind prefix: String) -> Bool {
        let host = prefix.firstRange(of: "://").map { prefix[$0.upperBound...] }
        let isHost = host.map { !$0.contains("/") } ?? false
        let isPort = isHost && prefix.hasSuffix(":")
        guard !value.isEmpty || !(isHost || prefix.isEmpty) else { return false }
        let isPlain = value.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39: true
            case 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"): !isPort
            case UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ":"): !isHost
            default: false
            }
        }
        return isPlain && !value.split(separator: "/").contains { $0 == "." || $0 == ".." }
    }

    /// The path and query of a URL, or `nil` if it has another origin.
    func target(ofURL text: Substring) -> Substring? {
        guard let end = text.firstRange(of: "://")?.upperBound else { return nil }
        let path = text[end...].firstIndex { "/?#".contains($0) } ?? text.endIndex
        guard let parts = Self.parts(of: String(text[..<path])), parts.scheme == scheme,
            Self.withPort(parts.authority, scheme) == Self.withPort(authority, scheme)
        else { return nil }
        return text[path...].first == "/" ? text[path...] : "/" + text[path...]
    }

    private static func withPort(_ authority: String, _ scheme: String) -> String {
        let port = authority.split(separator: "]").last.map { $0.contains(":") } ?? false
        return authority.lowercased() + (port && !authority.hasSuffix("]") ? "" : scheme == "https" ? ":443" : ":80")
    }

    private struct Parts {
        var scheme: String
        var authority: String
        var path: String
        var query: String
    }

    private static func parts(of text: String) -> Parts? {
        guard text.utf8.allSatisfy({ $0 > 0x20 && !"{}<>\\\"^`|".utf8.contains($0) }),
            let components = URLComponents(string: text), let scheme = components.scheme?.lowercased(),
            scheme == "https" || scheme == "http", let host = components.encodedHost, !host.isEmpty,
            components.user == nil, components.password == nil, components.fragment == nil
        else { return nil }
        var path = components.percentEncodedPath
        while path.hasSuffix("/") { path.removeLast() }
        return Parts(
            scheme: scheme, authority: components.port.map { "\(host):\($0)" } ?? host, path: path,
            query: components.percentEncodedQuery ?? "")
    }
}

"""#),
    ("ClientRuntime/SetCookies.swift", #"""
#if URLSession || !TransportTraits
    /// Separates `Set-Cookie` fields that were joined by commas, as `URLSession` joins all fields of one name.
    ///
    /// Dates of `Expires` contain commas, and so do some values, although RFC 6265, section 4.1.1, does not allow it. So a
    /// cookie begins only after a comma that is followed by a space, a name and `=`, outside of quotes. Cookies without
    /// `=`, and values that contain `, name=`, can't be separated.
    nonisolated enum SetCookies {
        static func separated(_ joined: String) -> [String] {
            let bytes = Array(joined.utf8)
            var cookies: [String] = []
            var start = 0
            var index = 0
            while index < bytes.count {
                if let end = quotedEnd(bytes, index) {
                    index = end
                } else if bytes[index] == UInt8(ascii: ","), let next = pairStart(bytes, after: index) {
                    cookies.append(String(decoding: bytes[start..<index], as: UTF8.self))
                    (start, index) = (next, next)
                } else {
                    index += 1
                }
            }
            return cookies + [String(decoding: bytes[start...], as: UTF8.self)]
        }

        /// The index of `name=` after a comma and a space, or `nil` if other text follows.
        private static func pairStart(_ bytes: [UInt8], after comma: Int) -> Int? {
            let start = comma + 2
            guard start < bytes.count, bytes[comma + 1] == UInt8(ascii: " ") else { return nil }
            guard let end = bytes[start...].firstIndex(where: { !isNameByte($0) }) else { return nil }
            return end > start && bytes[end] == UInt8(ascii: "=") ? start : nil
        }

        /// The index after a quoted value that begins at `index`, or `nil` if none does.
        private static func quotedEnd(_ bytes: [UInt8], _ index: Int) -> Int? {
            let quote = UInt8(ascii: "\"")
            guard index > 0, bytes[index] == quote, bytes[index - 1] == UInt8(ascii: "="),
                let close = bytes[(index + 1)...].firstIndex(of: quote)
            else { return nil }
            let follows = close + 1 < bytes.count ? bytes[close + 1] : UInt8(ascii: ";")
            return follows == UInt8(ascii: ";") || follows == UInt8(ascii: ",") ? close + 1 : nil
        }

        /// Whether a byte is valid in a token (RFC 9110, section 5.6.2).
        private static func isNameByte(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
            }
        }
    }
#endif

"""#),
    ("ClientRuntime/StubTransport.swift", #"""
public import HTTPTypes

#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Returns responses from memory and records the requests, for tests and previews.
///
/// For example: `RunAI(transport: StubTransport(.json(#"{"accessToken": "a"}"#)))`.
public nonisolated struct StubTransport: Transport {
    /// A recorded request.
    public struct Request: Sendable, CustomStringConvertible, CustomReflectable {
        /// The method, URL and headers.
        public let head: HTTPRequest
        /// The complete body.
        public let body: Data

        /// The method and path, without headers, which may contain credentials.
        public var description: String {
            "\(head.method.rawValue) \(head.path?.prefix { $0 != "?" } ?? "")"
        }

        /// A mirror of the description alone, so that `dump` shows no credential.
        public var customMirror: Mirror { Mirror(self, children: ["description": description]) }
    }

    /// A response to return.
    public struct Response: Sendable {
        /// The status code and headers.
        public var head: HTTPResponse
        /// The body.
        public var body: HTTPBody

        /// Creates a response.
        public init(_ head: HTTPResponse, _ body: HTTPBody = HTTPBody()) {
            self.head = head
            self.body = body
        }

        /// A response without a body.
        public static func status(_ code: Int, headers: HTTPFields = [:]) -> Self {
            Self(HTTPResponse(status: .init(code: code), headerFields: headers))
        }

        /// A response with a JSON body.
        public static func json(_ text: String, status: Int = 200, headers: HTTPFields = [:]) -> Self {
            Self.text(text, type: "application/json", status: status, headers: headers)
        }

        /// A response with a text body.
        public static func text(
            _ text: String, type: String = "text/plain; charset=utf-8", status: Int = 200, headers: HTTPFields = [:]
        ) -> Self {
            var response = Self.status(status, headers: headers)
            response.head.headerFields[.contentType] = type
            response.body = HTTPBody(text)
            return response
        }
    }

    /// The error of a stub that was created without responses.
    public struct NoResponse: Error {}

    private let recorded = Locked<[Request]>([])
    private let respond: @Sendable (Request, Int) async throws -> Response

    /// Creates a stub that returns responses in turn, and the last one for every further request.
    public init(_ responses: Response...) {
        respond = { _, index in
            guard let last = responses.last else { throw NoResponse() }
            return index < responses.count ? responses[index] : last
        }
    }

    /// Creates a stub that computes the response to each request.
    public init(_ respond: @escaping @Sendable (Request) async throws -> Response) {
        self.respond = { request, _ in try await respond(request) }
    }

    /// The requests sent so far, the oldest first.
    public var requests: [Request] { recorded.value }

    /// Records a request and returns the next response.
    public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
        let request = Request(head: request, body: try await body?.collect() ?? Data())
        let index = recorded.withLock { requests in
            requests.append(request)
            return requests.count - 1
        }
        let response = try await respond(request, index)
        return (response.head, response.body)
    }
}

"""#),
    ("ClientRuntime/TimeOfDay.swift", #"""
/// A time of day, with its original fraction and offset (RFC 3339, section 5.6, `full-time` and `partial-time`;
/// `format: time`).
///
/// Decoding and encoding preserves the text. If the service's text is not a time of day, all parts are `nil`. Two values
/// are equal if all their parts are: `10:30` equals `10:30:00.0`, but not `10:30Z`, which has an offset.
public nonisolated struct TimeOfDay: Sendable {
    /// The text as received or created. For example: `10:30:00.5+02:00`.
    public let text: String
    private let parts: Parts?

    private struct Parts: Hashable {
        let hour: Int
        let minute: Int
        let second: Int
        let nanosecond: Int
        let offset: Int?
    }

    /// The hour from 0 to 23, or `nil` if the text is not a time of day.
    public var hour: Int? { parts?.hour }
    /// The minute from 0 to 59, or `nil` if the text is not a time of day.
    public var minute: Int? { parts?.minute }
    /// The second from 0 to 60, which is a leap second, or `nil` if the text is not a time of day.
    public var second: Int? { parts?.second }
    /// The nanosecond, or `nil` if the text is not a time of day. Only ``text`` has further digits.
    public var nanosecond: Int? { parts?.nanosecond }
    /// The offset from UTC in seconds, or `nil` if the text has none.
    public var offset: Int? { parts?.offset }

    /// Parses hours and minutes with optional seconds, fraction and offset.
    ///
    /// Returns `nil` for any other form.
    public init?(_ text: String) {
        guard let parts = Self.parts(of: text) else { return nil }
        self.text = text
        self.parts = parts
    }

    private static func parts(of text: String) -> Parts? {
        var reader = DigitReader(text)
        guard let hour = reader.number(2, in: 0...23), reader.take(":"), let minute = reader.number(2, in: 0...59)
        else {
            return nil
        }
        var (second, nanosecond) = (0, 0)
        if reader.take(":") {
            guard let number = reader.number(2, in: 0...60) else { return nil }
            second = number
            if reader.take(".") {
                guard let fraction = reader.nanoseconds() else { return nil }
                nanosecond = fraction
            }
        }
        let hasOffset = !reader.isAtEnd
        guard let offset = reader.offset(), reader.isAtEnd else { return nil }
        return Parts(
            hour: hour, minute: minute, second: second, nanosecond: nanosecond, offset: hasOffset ? offset : nil)
    }

    /// Creates a time of day. Returns `nil` if it is out of range, or if the offset does not have whole minutes.
    public init?(hour: Int, minute: Int, second: Int = 0, nanosecond: Int = 0, offset: Int? = nil) {
        guard (0...999_999_999).contains(nanosecond), [hour, minute, second].allSatisfy({ (0...99).contains($0) })
        else {
            return nil
        }
        var text = [hour, minute, second].map { CalendarDate.padded($0, 2) }.joined(separator: ":")
        if nanosecond > 0 { text += "." + CalendarDate.padded(nanosecond, 9) }
        while nanosecond > 0, text.hasSuffix("0") { text.removeLast() }
        if let offset {
            guard offset.isMultiple(of: 60), abs(offset) < 86_400 else { return nil }
            let parts = [abs(offset) / 3_600, abs(offset) / 60 % 60].map { CalendarDate.padded($0, 2) }
            text += offset == 0 ? "Z" : (offset < 0 ? "-" : "+") + parts.joined(separator: ":")
        }
        self.init(text)
    }
}

nonisolated extension TimeOfDay: Hashable, Codable, CustomStringConvertible {
    /// Whether all parts are equal, or the texts are.
    public static func == (left: Self, right: Self) -> Bool {
        left.text == right.text || left.parts != nil && left.parts == right.parts
    }

    /// Hashes the parts, or the text if it is not a time of day.
    public func hash(into hasher: inout Hasher) {
        if let parts { hasher.combine(parts) } else { hasher.combine(text) }
    }

    /// The text.
    public var description: String { text }

    /// Decodes a string. Any text is accepted.
    public init(from decoder: any Decoder) throws {
        text = try String(from: decoder)
        parts = Self.parts(of: text)
        try decoder.expectForm("a time as HH:MM:SS", parts != nil)
    }

    /// Encodes the text.
    public func encode(to encoder: any Encoder) throws { try text.encode(to: encoder) }
}

"""#),
    ("ClientRuntime/TokenStore.swift", #"""
public import HTTPTypes

/// An error of fetching or refreshing a credential.
public nonisolated struct CredentialFailure: OperationError, Sendable, CustomStringConvertible {
    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The scheme's key in the API description.
    public internal(set) var scheme: String
    /// The error of the fetch; `nil` if the fetch needs its own token.
    public let underlying: (any Error)?
    /// The response with status code 401 that caused the refresh, if there was one.
    public internal(set) var response: HTTPResponse?

    /// The scheme and the reason, without the credential.
    public var description: String {
        let reason =
            underlying == nil
            ? "its fetch calls an operation that needs the same credential"
            : "its fetch failed: \(underlying.map { ClientError<Never>.text($0) } ?? "")"
        let status = response.map { " after \($0.summary)" } ?? ""
        let call = operation.map { "\($0): " } ?? ""
        return "\(call)no credential for the security scheme '\(scheme)'\(status): \(reason)"
    }
}

/// A token shared by many calls and fetched once for all of them.
///
/// Waiting calls return immediately on cancellation and at their deadline. A fetch is cancelled when no call waits for it.
nonisolated final class TokenStore: Sendable {
    /// A token, and the number of fetches that had ended when it was returned.
    struct Reading: Sendable {
        let value: String
        let fetches: Int
    }

    private struct State {
        var token: String?
        /// The number of fetches that ended, successful or not.
        var ended = 0
        var lastFailure: (any Error)?
        var fetch: Fetch?
        var nextID = 0
    }

    private struct Fetch {
        let id: Int
        var task: Task<Void, Never>?
        var waiters: [Int: Promise<Reading>] = [:]
    }

    /// The stores whose fetch runs in the current task.
    @TaskLocal private static var fetching: [ObjectIdentifier] = []

    private let fetch: @Sendable () async throws -> String
    private let state = Locked(State())

    init(_ fetch: @escaping @Sendable () async throws -> String) { self.fetch = fetch }

    /// Returns the current token, or a new one if the service rejected the current one.
    ///
    /// A rejected call shares the failure of a fetch that ended after the call read its token.
    func token(after refused: Reading? = nil, until deadline: Deadline?) async throws -> Reading {
        try Task.checkCancellation()
        if let deadline, deadline.hasPassed { throw deadline.error }
        let promise = Promise<Reading>()
        let isReentrant = Self.fetching.contains(ObjectIdentifier(self))
        let (id, isFirst) = try state.withLock { state throws -> (Int, Bool) in
            if let token = state.token, token != refused?.value {
                promise.finish(.success(Reading(value: token, fetches: state.ended)))
                return (0, false)
            }
            if isReentrant { throw CredentialFailure(scheme: "", underlying: nil, response: nil) }
            if let failure = state.lastFailure, let refused, state.ended > refused.fetches { throw failure }
            let isFirst = state.fetch == nil
            if isFirst { state.fetch = Fetch(id: state.nextID) }
            state.nextID += 1
            state.fetch?.waiters[state.nextID] = promise
            return (state.nextID, isFirst)
        }
        if isFirst { start() }
        defer { leave(id) }
        return try await promise.value(until: deadline)
    }

    private func start() {
        let id = state.withLock { $0.fetch?.id }
        let stores = Self.fetching + [ObjectIdentifier(self)]
        let task = Task { [fetch] in
            let result: Result<String, any Error>
            do { result = .success(try await Self.$fetching.withValue(stores) { try await fetch() }) } catch {
                result = .failure(error)
            }
            ended(id, result)
        }
        let isLeft = state.withLock { state in
            guard state.fetch?.id == id else { return true }
            state.fetch?.task = task
            return false
        }
        if isLeft { task.cancel() }
    }

    /// Stores the new token before waiting calls resume, so that a call that is rejected again does not get it a second time.
    private func ended(_ id: Int?, _ result: Result<String, any Error>) {
        let (waiters, reading) = state.withLock { state -> ([Promise<Reading>], Result<Reading, any Error>) in
            guard let fetch = state.fetch, fetch.id == id else { return ([], .failure(CancellationError())) }
            state.fetch = nil
            state.ended += 1
            let reading: Result<Reading, any Error>
            switch result {
            case .success(let token):
                state.token = token
                state.lastFailure = nil
                reading = .success(Reading(value: token, fetches: state.ended))
            case .failure(let error):
                let failure = CredentialFailure(scheme: "", underlying: error, response: nil)
                state.lastFailure = failure
                reading = .failure(failure)
            }
            return (Array(fetch.waiters.values), reading)
        }
        for waiter in waiters { waiter.finish(reading) }
    }

    private func leave(_ waiter: Int) {
        let task = state.withLock { state -> Task<Void, Never>? in
            guard state.fetch?.waiters.removeValue(forKey: waiter) != nil, state.fetch?.waiters.isEmpty == true else {
                return nil
            }
            defer { state.fetch = nil }
            return state.fetch?.task
        }
        task?.cancel()
    }
}

"""#),
    ("ClientRuntime/Transport.swift", #"""
@_exported public import HTTPTypes

/// Sends a request and receives its response.
///
/// A transport must not follow redirects: it returns a redirect like any other response. The client follows redirects
/// itself and decides which headers are sent to another origin; see ``ClientOptions/maximumRedirects``. Disable redirects
/// in the HTTP library of the transport.
public nonisolated protocol Transport: Sendable {
    /// Sends a request and returns when the status code and headers of the response arrived. The body follows.
    ///
    /// - Parameters:
    ///   - request: The complete request, with scheme, authority, path and query.
    ///   - body: The request's body, or `nil` if it has none.
    /// - Returns: The final response (never one with a status code below 200) and its body.
    func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody)
}

"""#),
    ("ClientRuntime/TransportFailure+AsyncHTTPClient.swift", #"""
#if AsyncHTTPClient
    import AsyncHTTPClient
    import NIOCore
    import NIOHTTP1

    nonisolated extension TransportFailure {
        /// Wraps an error of AsyncHTTPClient or SwiftNIO. Other errors are returned unchanged.
        static func ofAsyncHTTPClient(_ error: any Error) -> any Error {
            switch error {
            case let error as HTTPClientError where error == .cancelled: return CancellationError()
            case let error as HTTPClientError:
                return Self(kind(error), code: "HTTPClientError.\(error.shortDescription)", underlying: error)
            case let error as HTTPParserError:
                let kind: Kind = error == .invalidEOFState ? .connectionLost : .invalidResponse
                return Self(kind, code: "\(error)", underlying: error)
            case let error as IOError:
                return known(errno: error.errnoCode)
                    ?? Self(.connectionLost, code: "errno \(error.errnoCode)", underlying: error)
            case is ChannelError: return Self(.connectionLost, code: "ChannelError", underlying: error)
            default: break
            }
            let type = String(reflecting: Swift.type(of: error))
            return kind(ofType: type, "\(error)").map { Self($0, code: type, underlying: error) } ?? error
        }

        private static func kind(_ error: HTTPClientError) -> Kind {
            switch error {
            case .connectTimeout, .readTimeout, .writeTimeout, .deadlineExceeded, .tlsHandshakeTimeout,
                .httpProxyHandshakeTimeout, .socksHandshakeTimeout, .getConnectionFromPoolTimeout:
                .timedOut
            case .remoteConnectionClosed: .connectionLost
            case .invalidURL, .emptyHost, .emptyScheme, .missingSocketPath: .url
            default: .other
            }
        }

        /// Errors of modules that the runtime does not import.
        private static func kind(ofType type: String, _ text: String) -> Kind? {
            switch type {
            case "NIOPosix.NIOConnectionError": text.contains("DNS error") ? .hostNotFound : .connectionRefused
            case let type where type.hasPrefix("NIOSSL."):
                text.contains("CERTIFICATE") || text.contains("Hostname") ? .certificate : .secureConnection
            case let type where type.hasPrefix("NIOHTTPCompression."): .invalidResponse
            case let type where type.hasPrefix("NIO"): .connectionLost
            default: nil
            }
        }
    }
#endif

"""#),
    ("ClientRuntime/TransportFailure+Foundation.swift", #"""
#if URLSession || !TransportTraits
    import Foundation

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif
#elseif canImport(FoundationEssentials)
    import FoundationEssentials

    #if canImport(Glibc)
        import Glibc
    #elseif canImport(Musl)
        import Musl
    #elseif canImport(Android)
        import Android
    #elseif canImport(WASILibc)
        import WASILibc
    #elseif canImport(ucrt)
        import ucrt
    #endif
#else
    import Foundation
#endif

nonisolated extension TransportFailure {
    /// Wraps an error of Foundation; `nil` for other errors.
    static func known(_ error: any Error) -> Self? {
        #if URLSession || !TransportTraits
            if let error = error as? URLError {
                // Without its user info, which holds the URL.
                return Self(kind(error.code), code: "URLError \(error.code.rawValue)", underlying: URLError(error.code))
            }
        #endif
        switch error {
        case let error as CocoaError: return Self(.file, code: "CocoaError \(error.code.rawValue)", underlying: error)
        case let error as POSIXError:
            return Self(kind(error.code), code: "POSIXError \(error.code.rawValue)", underlying: error)
        default: return nil
        }
    }

    #if URLSession || !TransportTraits
        private static func kind(_ code: URLError.Code) -> Kind {
            switch code {
            case .cannotFindHost, .dnsLookupFailed: .hostNotFound
            case .cannotConnectToHost: .connectionRefused
            case .networkConnectionLost: .connectionLost
            case .notConnectedToInternet, .dataNotAllowed, .internationalRoamingOff: .offline
            case .timedOut: .timedOut
            case .serverCertificateHasBadDate, .serverCertificateUntrusted, .serverCertificateHasUnknownRoot,
                .serverCertificateNotYetValid, .clientCertificateRejected, .clientCertificateRequired:
                .certificate
            case .secureConnectionFailed, .appTransportSecurityRequiresSecureConnection: .secureConnection
            case .badURL, .unsupportedURL: .url
            case .fileDoesNotExist, .fileIsDirectory, .noPermissionsToReadFile, .dataLengthExceedsMaximum,
                .cannotCreateFile, .cannotOpenFile, .cannotCloseFile, .cannotWriteToFile, .cannotRemoveFile,
                .cannotMoveFile:
                .file
            case .badServerResponse, .cannotParseResponse, .cannotDecodeRawData, .cannotDecodeContentData,
                .zeroByteResource:
                .invalidResponse
            case .httpTooManyRedirects, .redirectToNonExistentLocation: .redirect
            default: .other
            }
        }
    #endif

    /// Wraps an error of a system call; `nil` for an unknown number.
    static func known(errno number: Int32) -> Self? {
        POSIXErrorCode(rawValue: number).flatMap { known(POSIXError($0)) }
    }

    private static func kind(_ code: POSIXError.Code) -> Kind {
        switch code {
        case .ECONNREFUSED: .connectionRefused
        case .ECONNRESET, .EPIPE, .ECONNABORTED, .ENOTCONN: .connectionLost
        case .ETIMEDOUT: .timedOut
        case .ENETDOWN, .ENETUNREACH, .EHOSTUNREACH: .offline
        case .ENOENT, .EACCES, .EPERM, .EISDIR, .ENOSPC: .file
        default: .other
        }
    }
}

"""#),
    ("ClientRuntime/TransportFailure.swift", #"""
/// An error of a transport, with a description without URLs and values.
///
/// It wraps errors of transports, because they may contain the request's URL with its credentials.
public nonisolated struct TransportFailure: OperationError, Sendable, CustomStringConvertible,
    CustomDebugStringConvertible,
    CustomReflectable
{
    /// The kind of failure.
    @nonexhaustive
    public enum Kind: Hashable, Sendable {
        /// The host name can't be resolved.
        case hostNotFound
        /// The host refused the connection.
        case connectionRefused
        /// The connection was closed before the end of the response.
        case connectionLost
        /// The network is unavailable.
        case offline
        /// The transport's own timeout passed.
        case timedOut
        /// The certificate is invalid or not trusted.
        case certificate
        /// An encrypted connection could not be established.
        case secureConnection
        /// The transport does not support the URL.
        case url
        /// A file can't be read or written.
        case file
        /// The response is not valid HTTP.
        case invalidResponse
        /// A redirect that can't be followed.
        case redirect
        /// Any other failure.
        case other
    }

    /// The operation's ID, if an operation was called.
    public internal(set) var operation: String?
    /// The kind of failure.
    public let kind: Kind
    /// The transport's own name for the error. For example: `URLError -1004`.
    public let code: String
    /// The transport's error. It may contain URLs and values, so it is not part of the description.
    public let underlying: (any Error)?

    /// Creates a failure.
    public init(_ kind: Kind, code: String = "", underlying: (any Error)? = nil) {
        self.kind = kind
        self.code = code
        self.underlying = underlying
    }

    /// Whether a retry may succeed.
    public var isTransient: Bool {
        switch kind {
        case .certificate, .secureConnection, .url, .file, .redirect: false
        default: true
        }
    }

    /// The operation's ID, the kind and the code.
    public var description: String {
        (operation.map { "\($0): " } ?? "") + (code.isEmpty ? words : "\(words) (\(code))")
    }
    /// Same as ``description``.
    public var debugDescription: String { description }
    /// A mirror of the kind and code alone, so that `dump` shows no URL.
    public var customMirror: Mirror { Mirror(self, children: ["kind": kind, "code": code]) }

    private var words: String {
        switch kind {
        case .hostNotFound: "the host was not found"
        case .connectionRefused: "the connection was refused"
        case .connectionLost: "the connection was lost"
        case .offline: "the network is unavailable"
        case .timedOut: "the transport timed out"
        case .certificate: "the certificate was rejected"
        case .secureConnection: "a secure connection could not be established"
        case .url: "the transport does not support the URL"
        case .file: "a file could not be read or written"
        case .invalidResponse: "the response is not valid HTTP"
        case .redirect: "a redirect could not be followed"
        case .other: "the transport failed"
        }
    }

    /// Wraps an error of a transport. Errors of the runtime are returned unchanged.
    static func wrapping(_ error: any Error) -> any Error {
        if error is CancellationError || error is any PlainError { return error }
        return known(error) ?? Self(.other, code: "\(Swift.type(of: error))", underlying: error)
    }
}

"""#),
    ("ClientRuntime/URLSessionDelegate.swift", #"""
#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif

    /// Owns a session and invalidates it with the last transport; otherwise `URLSession` keeps itself and its delegate forever.
    nonisolated final class OwnedSession: Sendable {
        /// A year in seconds: the client has its own limits, and an infinite interval crashes on Linux.
        static let noTimeout = 31_536_000.0

        private let base: URLSession
        private let delegate: ExchangeDelegate

        init(
            _ configuration: URLSessionConfiguration, challenge: URLSessionTransport.ChallengeHandler?,
            metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?
        ) {
            configuration.httpCookieStorage = nil
            configuration.httpShouldSetCookies = false
            configuration.httpCookieAcceptPolicy = .never
            configuration.urlCache = nil
            configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
            configuration.timeoutIntervalForRequest = Self.noTimeout
            configuration.timeoutIntervalForResource = Self.noTimeout
            delegate = ExchangeDelegate(challenge: challenge, metrics: metrics)
            #if canImport(FoundationNetworking)
                base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: ImmediateQueue())
            #else
                base = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
            #endif
        }

        deinit { base.finishTasksAndInvalidate() }

        /// Sends a request and waits for the head of its response.
        func run(_ request: URLRequest, _ body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            guard let body else { return try await delegate.run(delegate.exchange(base.dataTask(with: request))) }
            var request = request
            #if canImport(FoundationNetworking)
                let staged = try await StagedBody(body)
                request.httpBodyStream = staged.stream()
                request.setValue(String(staged.length), forHTTPHeaderField: "Content-Length")
                // To libcurl a blank field says that the body is not sent in chunks; the field is not sent.
                request.setValue(" ", forHTTPHeaderField: "Transfer-Encoding")
                let exchange = delegate.exchange(base.dataTask(with: request), body: staged)
            #else
                let exchange: Exchange
                switch body.pieces {
                case .data(let data):
                    request.httpBody = data
                    exchange = delegate.exchange(base.dataTask(with: request))
                case .file(let file): exchange = delegate.exchange(base.uploadTask(with: request, fromFile: file))
                case .sequence, .stream:
                    let streamed = try StreamedBody()
                    request.httpBodyStream = streamed.input
                    exchange = delegate.exchange(base.dataTask(with: request))
                    streamed.send(body, in: exchange)
                }
            #endif
            return try await delegate.run(exchange)
        }
    }

    #if canImport(FoundationNetworking)
        /// Calls the delegate synchronously: queued callbacks would hold the bytes of a response in memory without a limit.
        /// The session calls the delegate in order, one call at a time.
        nonisolated private final class ImmediateQueue: OperationQueue, @unchecked Sendable {
            override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
        }
    #endif

    /// Forwards the callbacks of `URLSession` to their exchanges.
    nonisolated final class ExchangeDelegate: NSObject, URLSessionDataDelegate {
        private let exchanges = Locked<[Int: Exchange]>([:])
        private let challenge: URLSessionTransport.ChallengeHandler?
        private let metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?

        init(
            challenge: URLSessionTransport.ChallengeHandler?, metrics: (@Sendable (URLSessionTaskMetrics) -> Void)?
        ) {
            self.challenge = challenge
            self.metrics = metrics
        }

        #if canImport(FoundationNetworking)
            private let bodies = Locked<[Int: StagedBody]>([:])

            func exchange(_ task: URLSessionTask, body: StagedBody) -> Exchange {
                bodies.withLock { $0[task.taskIdentifier] = body }
                return exchange(task)
            }

            /// Called when a connection was lost and the request is sent again.
            func urlSession(
                _ session: URLSession, task: URLSessionTask,
                needNewBodyStream completionHandler: @escaping (InputStream?) -> Void
            ) {
                completionHandler(bodies.value[task.taskIdentifier]?.stream())
            }
        #endif

        /// Creates the exchange of a task that has not started.
        func exchange(_ task: URLSessionTask) -> Exchange {
            let exchange = Exchange(task)
            exchanges.withLock { $0[task.taskIdentifier] = exchange }
            return exchange
        }

        /// Starts an exchange and waits for the head of its response.
        func run(_ exchange: Exchange) async throws -> (HTTPResponse, HTTPBody) {
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
            #if canImport(FoundationNetworking)
                bodies.withLock { $0[task.taskIdentifier] = nil }
            #endif
            exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }?.finished(error, task.response)
        }

        func urlSession(_ session: URLSession, task: URLSessionTask, didFinishCollecting metrics: URLSessionTaskMetrics)
        {
            self.metrics?(metrics)
        }

        func urlSession(
            _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
            newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                guard exchanges.value[task.taskIdentifier]?.mayReturnRedirect() ?? true else { return }
            #endif
            completionHandler(nil)
        }

        func urlSession(
            _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
            completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
        ) {
            #if canImport(FoundationNetworking)
                // The session asks after the whole 401 has arrived, and would wait for ever for a credential.
                exchanges.value[task.taskIdentifier]?.refused(task.response)
            #else
                guard let handler = self.challenge else { return completionHandler(.performDefaultHandling, nil) }
                let received = SendableChallenge(value: challenge)
                Task {
                    let (disposition, credential) = await handler(received.value)
                    completionHandler(disposition, credential)
                }
            #endif
        }
    }

    #if !canImport(FoundationNetworking)
        /// The session does not use a challenge after passing it to the delegate.
        nonisolated private struct SendableChallenge: @unchecked Sendable { let value: URLAuthenticationChallenge }
    #endif

    /// Stops the transfer when the last reader of its body is released.
    nonisolated private final class ExchangeOwner: Sendable {
        let exchange: Exchange

        init(_ exchange: Exchange) { self.exchange = exchange }

        deinit { exchange.cancel() }
    }
#endif

"""#),
    ("ClientRuntime/URLSessionExchange.swift", #"""
#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking
    #endif

    /// One request and its response: the received bytes that were not read yet, and the tasks that wait for more.
    ///
    /// Cancellation resumes waiting tasks immediately; the session ends the transfer afterwards.
    nonisolated final class Exchange: Sendable {
        fileprivate struct State {
            var head: CheckedContinuation<HTTPResponse, any Error>?
            var reader: CheckedContinuation<Data?, any Error>?
            var unread = ReceiveBuffer()
            var end: Result<Void, any Error>?
            var isCancelled = false
            /// The session was told not to follow a redirect and ends the transfer itself.
            var isEnding = false
            var whenEnded: (@Sendable () -> Void)?
        }

        private let task: URLSessionTask
        private let state = Locked(State())

        init(_ task: URLSessionTask) { self.task = task }

        /// Starts the transfer and waits for the head of the response.
        func head() async throws -> HTTPResponse {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let end = state.withLock { state in
                        if state.end == nil { state.head = continuation }
                        return state.end
                    }
                    guard let end else { return task.resume() }
                    continuation.resume(with: end.flatMap { .failure(URLError(.badServerResponse)) })
                }
            } onCancel: {
                cancel()
            }
        }

        /// The next bytes, or `nil` after the last.
        func next() async throws -> Data? {
            try await withTaskCancellationHandler {
                try await withCheckedThrowingContinuation { continuation in
                    let now = state.withLock { $0.next(continuation) }
                    if let now { continuation.resume(with: now) }
                }
            } onCancel: {
                cancel()
            }
        }

        /// Ends the transfer. Waiting tasks get a `CancellationError` before this returns.
        func cancel() { stop(with: CancellationError()) }

        /// Ends the transfer; waiting tasks get the error.
        func stop(with error: any Error) {
            let mayStop = state.withLock { state in
                defer { state.isCancelled = true }
                return !state.isCancelled && !state.isEnding
            }
            end(.failure(error), droppingUnread: true)
            guard mayStop else { return }
            #if canImport(FoundationNetworking)
                // `cancel` waits for the session's queue, which may be busy with other transfers.
                DispatchQueue.global().async { [task] in task.cancel() }
            #else
                task.cancel()
            #endif
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
            var failure: (any Error)?
            let reader = state.withLock { state -> CheckedContinuation<Data?, any Error>? in
                guard state.end == nil else { return nil }
                defer { state.reader = nil }
                if state.reader == nil {
                    do { try state.unread.append(data) } catch { failure = error }
                }
                return state.reader
            }
            reader?.resume(returning: data)
            if let failure { stop(with: failure) }
        }

        func finished(_ error: (any Error)?, _ response: URLResponse?) {
            if error == nil, let response { received(response) }
            end(error.map { .failure(Self.converted($0)) } ?? .success(()), droppingUnread: false)
        }

        /// A challenge without a handler: the response is complete, and the task is not needed any more.
        func refused(_ response: URLResponse?) {
            finished(nil, response)
            state.withLock { $0.isCancelled = true }
            DispatchQueue.global().async { [task] in task.cancel() }
        }

        /// Calls `action` when the transfer has ended, failed or was cancelled.
        func whenEnded(_ action: @escaping @Sendable () -> Void) {
            let hasEnded = state.withLock { state in
                if state.end == nil { state.whenEnded = action }
                return state.end != nil
            }
            if hasEnded { action() }
        }

        /// Whether the session may be told that a redirect is the response. It then ends the transfer.
        ///
        /// On Linux the process crashes if a session is told so after its task was cancelled, or if its task is cancelled
        /// afterwards.
        func mayReturnRedirect() -> Bool {
            state.withLock { state in
                state.isEnding = !state.isCancelled
                return state.isEnding
            }
        }

        private func end(_ end: Result<Void, any Error>, droppingUnread: Bool) {
            let (head, reader, whenEnded) = state.withLock { state in
                defer { (state.head, state.reader, state.whenEnded) = (nil, nil, nil) }
                if state.end == nil || droppingUnread { state.end = end }
                if droppingUnread { state.unread = ReceiveBuffer() }
                return (state.head, state.reader, state.whenEnded)
            }
            head?.resume(with: end.flatMap { .failure(URLError(.badServerResponse)) })
            reader?.resume(with: end.map { nil })
            whenEnded?()
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
                let values = name == .setCookie ? SetCookies.separated(value) : [value]
                for value in values { fields.append(HTTPField(name: name, value: value)) }
            }
            return .success(HTTPResponse(status: .init(code: response.statusCode), headerFields: fields))
        }
    }

    nonisolated extension Exchange.State {
        /// The result of a read, or `nil` if the reader must wait.
        fileprivate mutating func next(
            _ continuation: CheckedContinuation<Data?, any Error>
        ) -> Result<Data?, any Error>? {
            do {
                if let data = try unread.next() { return .success(data) }
            } catch {
                return .failure(error)
            }
            if let end { return end.map { nil } }
            if reader != nil { return .failure(ConcurrentRead()) }
            reader = continuation
            return nil
        }
    }

    /// Two tasks read one response body at the same time.
    nonisolated struct ConcurrentRead: Error, CustomStringConvertible {
        var description: String { "the response body is read by two tasks at the same time" }
    }
#endif

"""#),
    ("ClientRuntime/URLSessionTransport.swift", #"""
#if URLSession || !TransportTraits
    public import HTTPTypes

    #if canImport(FoundationNetworking)
        import Foundation
        public import FoundationNetworking
    #else
        public import Foundation
    #endif

    /// Sends requests with `URLSession`, without its cookies and caches.
    ///
    /// Up to 1 MiB of a response that was received but not read is held in memory, and the rest in an unnamed temporary
    /// file.
    ///
    /// On Apple platforms, a request body made from a sequence is streamed. On Linux, `URLSession` can't stream it without
    /// blocking every other transfer of the process: the body is read first, up to 1 MiB into memory and the rest into a
    /// temporary file. `URLSession` on Linux has further limitations:
    ///
    /// - Certificates are those of the system.
    /// - A response with trailers, or one that ends inside its headers, crashes the process.
    /// - Bytes after the body of a response may be read as the next response of that server.
    /// - Up to `httpMaximumConnectionsPerHost` connections to a host stay open until the last copy of the transport is
    ///   released.
    ///
    /// On Linux, use `AsyncHTTPClientTransport` in servers, and in programs that call untrusted services.
    public nonisolated struct URLSessionTransport: Transport {
        /// Handles an authentication challenge, for example to pin certificates or to provide a client certificate.
        public typealias ChallengeHandler =
            @Sendable (URLAuthenticationChallenge) async -> (URLSession.AuthChallengeDisposition, URLCredential?)

        private let session: OwnedSession

        /// Creates a transport with an ephemeral session.
        public init() { self.init(configuration: .ephemeral) }

        /// Creates a transport with a configuration.
        ///
        /// - Parameters:
        ///   - configuration: Proxies, connection limits, headers and so on. Its timeouts, cookie storage and cache are
        ///     ignored; the timeout is ``ClientOptions/timeout``.
        ///   - challenge: Handles challenges instead of the system. Called on Apple platforms only.
        ///   - metrics: Called after each request with the times of its phases. Called on Apple platforms only.
        public init(
            configuration: URLSessionConfiguration, challenge: ChallengeHandler? = nil,
            metrics: (@Sendable (URLSessionTaskMetrics) -> Void)? = nil
        ) {
            session = OwnedSession(configuration, challenge: challenge, metrics: metrics)
        }

        /// See ``Transport/send(_:body:)``.
        public func send(_ request: HTTPRequest, body: HTTPBody?) async throws -> (HTTPResponse, HTTPBody) {
            try Task.checkCancellation()
            return try await session.run(URLRequest(request), body)
        }
    }

    nonisolated extension URLRequest {
        fileprivate init(_ request: HTTPRequest) throws {
            guard let scheme = request.scheme, let authority = request.authority, let path = request.path,
                let url = URL(string: "\(scheme)://\(authority)\(path)")
            else { throw URLError(.badURL) }
            self.init(url: url)
            httpMethod = request.method.rawValue
            httpShouldHandleCookies = false
            timeoutInterval = OwnedSession.noTimeout
            // Fields of one name are joined here, cookies by semicolons: `URLSession` would join all of them by commas.
            for field in request.headerFields where field.name != .contentLength {
                setValue(request.headerFields[field.name], forHTTPHeaderField: field.name.rawName)
            }
        }
    }
#endif

"""#),
    ("ClientRuntime/URLSessionUpload.swift", #"""
#if URLSession || !TransportTraits
    import Foundation
    import HTTPTypes

    #if canImport(FoundationNetworking)
        import FoundationNetworking

        /// The bytes of a request body, in memory up to 1 MiB or else in a file, so that the session can read them again after
        /// a connection was lost.
        ///
        /// On Linux all sessions of a process share one queue, which a body stream blocks while it waits for bytes. So bodies
        /// are read before they are sent. The session's upload of data does not restart at the first byte, and its upload of
        /// files crashes the process if a transfer ends early.
        nonisolated final class StagedBody: Sendable {
            let length: Int64
            private let memory: Data
            private let file: FileHandle?

            /// - Throws: The errors of `body`, or an error if a file can't be read.
            init(_ body: HTTPBody) async throws {
                if case .file(let url) = body.pieces {
                    let file = try FileHandle(forReadingFrom: url)
                    length = Int64(try file.seekToEnd())
                    memory = Data()
                    self.file = file
                    return
                }
                var memory = Data()
                var iterator = body.makeAsyncIterator()
                while memory.count <= ReceiveBuffer.memoryLimit, let chunk = try await iterator.next() {
                    try Task.checkCancellation()
                    memory = memory.isEmpty ? chunk : memory + chunk
                }
                guard memory.count > ReceiveBuffer.memoryLimit else {
                    length = Int64(memory.count)
                    self.memory = memory
                    file = nil
                    return
                }
                let file = try TemporaryFile()
                try file.append(memory)
                while let chunk = try await iterator.next() {
                    try Task.checkCancellation()
                    try file.append(chunk)
                }
                length = Int64(try file.writer.offset())
                self.memory = Data()
                self.file = file.reader
            }

            /// A new stream over all bytes.
            func stream() -> InputStream { StagedStream(self) }

            /// Copies bytes from `offset`. Returns 0 at the end, and -1 if the file became shorter or can't be read.
            fileprivate func read(_ buffer: UnsafeMutablePointer<UInt8>, _ count: Int, at offset: Int64) -> Int {
                let count = min(count, Int(length - offset))
                guard count > 0 else { return 0 }
                guard let file else {
                    let start = memory.startIndex + Int(offset)
                    memory.copyBytes(to: buffer, from: start..<start + count)
                    return count
                }
                let read = pread(file.fileDescriptor, buffer, count, off_t(offset))
                return read > 0 ? read : -1
            }
        }

        nonisolated private final class StagedStream: InputStream {
            private let body: StagedBody
            private var offset: Int64 = 0
            private var status = Status.notOpen

            init(_ body: StagedBody) {
                self.body = body
                super.init(data: Data())
            }

            override var hasBytesAvailable: Bool { true }
            override var streamStatus: Status { status }
            override func open() { status = .open }
            override func close() { status = .closed }

            override func read(_ buffer: UnsafeMutablePointer<UInt8>, maxLength count: Int) -> Int {
                let read = body.read(buffer, count, at: offset)
                offset += Int64(max(read, 0))
                return read
            }
        }
    #else
        /// Streams a body with at most one chunk in memory.
        nonisolated struct StreamedBody {
            private static let bufferSize = 64 * 1_024
            let input: InputStream
            private let output: OutputStream

            init() throws {
                var input: InputStream?
                var output: OutputStream?
                Stream.getBoundStreams(withBufferSize: Self.bufferSize, inputStream: &input, outputStream: &output)
                guard let input, let output else { throw CocoaError(.fileWriteUnknown) }
                self.input = input
                self.output = output
            }

            /// Writes the bytes of `body` to the session until the exchange ends.
            ///
            /// If `body` throws, the exchange fails with its error, and the stream stays open so that the body does not seem
            /// complete.
            func send(_ body: HTTPBody, in exchange: Exchange) {
                let writer = StreamWriter(output: output)
                let task = Task {
                    do {
                        writer.output.open()
                        for try await chunk in body { try await writer.write(chunk) }
                        writer.output.close()
                    } catch {
                        exchange.stop(with: error)
                    }
                }
                exchange.whenEnded { task.cancel() }
            }
        }

        /// The writing end of a pair of bound streams, used by one task.
        nonisolated private struct StreamWriter: @unchecked Sendable {
            let output: OutputStream

            /// Returns when the chunk is in the buffer between both streams.
            func write(_ chunk: Data) async throws {
                var rest = chunk
                while !rest.isEmpty {
                    try Task.checkCancellation()
                    guard output.hasSpaceAvailable else {
                        try await Task.sleep(nanoseconds: 500_000)
                        continue
                    }
                    let count = rest.withUnsafeBytes { bytes in
                        bytes.bindMemory(to: UInt8.self).baseAddress.map { output.write($0, maxLength: bytes.count) }
                            ?? 0
                    }
                    guard count > 0 else { throw output.streamError ?? CancellationError() }
                    rest = rest.dropFirst(count)
                }
            }
        }
    #endif
#endif

"""#),
    ("ClientRuntime/UnionBranch.swift", #"""
/// The structure of one branch of a union, with which JSON values are compared.
public nonisolated struct UnionBranch: Sendable {
    /// A JSON type.
    public enum Kind: Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number without a fraction.
        case integer
        /// Any number.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
        /// Any value.
        case any
    }

    private let kind: Kind
    private let required: [String]
    private let known: Set<String>
    private let constants: [String: [String]]
    private let choices: [String: [String]]
    private let kinds: [String: Kind]
    private let members: [String: [UnionBranch]]
    private let items: [UnionBranch]
    private let values: [String]
    private let isClosed: Bool
    private let alternatives: [UnionBranch]

    /// Creates a branch.
    ///
    /// - Parameters:
    ///   - kind: The JSON type of the values.
    ///   - required: The required members.
    ///   - known: The optional members.
    ///   - constants: The allowed values of constant members: strings, or numbers and Booleans as text.
    ///   - choices: The known values of members whose known values differ between branches. Other values are allowed.
    ///   - kinds: The JSON type of members with a single type. `null` is allowed as well.
    ///   - members: The structures of members, if they differ between branches.
    ///   - items: The structures of the elements of an array, or of the additional members of an object. Empty means any.
    ///   - values: The known strings of the branch. Other strings match if no branch lists them.
    ///   - isClosed: Whether other members count against the branch.
    ///   - alternatives: Alternative structures, if the branch is itself a union.
    public init(
        _ kind: Kind, required: [String] = [], known: [String] = [], constants: [String: [String]] = [:],
        choices: [String: [String]] = [:], kinds: [String: Kind] = [:], members: [String: [UnionBranch]] = [:],
        items: [UnionBranch] = [], values: [String] = [], isClosed: Bool = false, or alternatives: [UnionBranch] = []
    ) {
        self.kind = kind
        self.required = required
        self.known = Set(known).union(required)
        self.constants = constants
        self.choices = choices
        self.kinds = kinds
        self.members = members
        self.items = items
        self.values = values
        self.isClosed = isClosed
        self.alternatives = alternatives
    }

    /// How well a value matches; `nil` if it can't be of this branch.
    func rank(_ value: Node) -> UnionRank? {
        alternatives.reduce(ownRank(value)) { best, branch in
            guard let rank = branch.rank(value) else { return best }
            return best.map { max($0, rank) } ?? rank
        }
    }

    private func ownRank(_ value: Node) -> UnionRank? {
        if case .text(let text) = value {
            return value.literal.flatMap(ownRank) ?? ownRank(.string(text))
        }
        var rank = UnionRank()
        switch (kind, value) {
        case (.null, .null), (.boolean, .bool), (.number, .number): break
        case (.integer, .number(let text)):
            guard JSONNumber(unchecked: text).isInteger else { return nil }
            rank.tier = 1
        case (.string, .string(let text)): if !values.isEmpty { rank.count(values.contains(text)) }
        case (.array, .array(let elements)): return self.rank(elements)
        case (.object, .object(let list)): return self.rank(list)
        case (.any, _): rank.tier = -1
        default: return nil
        }
        rank.names = values
        return rank
    }

    private func rank(_ list: [Node.Member]) -> UnionRank? {
        let found = Dictionary(list.lazy.map { ($0.name, $0.value) }) { _, last in last }
        guard required.allSatisfy({ found[$0] != nil }) else { return nil }
        var rank = UnionRank()
        rank.required = required.count
        rank.known = known.count
        rank.names = known.sorted()
        for (name, kind) in kinds {
            if let value = found[name], !value.isNull, !kind.takes(value) { return nil }
        }
        for (name, values) in constants {
            guard let value = found[name] else { continue }
            guard let tag = value.tag, values.contains(tag) else { return nil }
            rank.matched += 1
        }
        for (name, values) in choices {
            if let tag = found[name]?.tag { rank.count(values.contains(tag)) }
        }
        for (name, looks) in members {
            guard let value = found[name], !value.isNull else { continue }
            guard let inner = looks.compactMap({ $0.rank(value) }).max() else { return nil }
            rank.add(inner)
        }
        for (name, value) in found where !known.contains(name) {
            rank.unknown += 1
            guard !items.isEmpty, !value.isNull else { continue }
            guard items.contains(where: { $0.rank(value) != nil }) else { return nil }
        }
        if isClosed, rank.unknown > 0 { rank.conflicts += 1 }
        return rank
    }

    /// Compares the elements, if the branch specifies them. An empty array matches every branch equally.
    private func rank(_ elements: [Node]) -> UnionRank? {
        var rank = UnionRank()
        guard !items.isEmpty else { return rank }
        rank.tier = 1
        rank.names = items.flatMap { $0.known.sorted() }
        for element in elements where !element.isNull {
            guard let inner = items.compactMap({ $0.rank(element) }).max() else { return nil }
            rank.add(inner)
        }
        return rank
    }
}

/// How well a value matches a branch. The greatest rank wins.
nonisolated struct UnionRank: Comparable {
    /// Higher for a branch that specifies the value's structure.
    var tier = 0
    /// The number of members and values that match.
    var matched = 0
    /// The number of members and values that do not match but do not exclude the branch.
    var conflicts = 0
    var unknown = 0
    var required = 0
    var known = 0
    /// Breaks ties, so that the order of branches in the document does not matter.
    var names: [String] = []

    mutating func count(_ isMatch: Bool) {
        if isMatch { matched += 1 } else { conflicts += 1 }
    }

    /// Adds the rank of a part of the value.
    mutating func add(_ part: Self) {
        matched += part.matched
        conflicts += part.conflicts
        unknown += part.unknown
        required += part.required
        known += part.known
    }

    private var scores: [Int] { [tier, matched, -conflicts, -unknown, required, -known] }

    static func < (left: Self, right: Self) -> Bool {
        if left.scores != right.scores { return left.scores.lexicographicallyPrecedes(right.scores) }
        return right.names.lexicographicallyPrecedes(left.names)
    }
}

nonisolated extension UnionBranch.Kind {
    fileprivate func takes(_ value: Node) -> Bool {
        switch (self, value) {
        case (.any, _), (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .array),
            (.object, .object):
            true
        case (.integer, .number(let text)): JSONNumber(unchecked: text).isInteger
        case (.string, .text): true
        case (_, .text): value.literal.map(takes) ?? false
        default: false
        }
    }
}

nonisolated extension Node {
    /// The Boolean or number that an untyped text represents.
    fileprivate var literal: Node? {
        guard case .text(let text) = self else { return nil }
        if text == "true" || text == "false" { return .bool(text == "true") }
        return JSONNumber(text).map { .number($0.text) }
    }

    /// A string, number or Boolean as text, to compare it with the values of a branch.
    var tag: String? {
        switch self {
        case .string(let text), .text(let text): text
        case .number(let text): JSONNumber(unchecked: text).int.map { String($0) } ?? text
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}

"""#),
    ("ClientRuntime/UnionDecoder.swift", #"""
/// Selects the branch of a union that a value matches, for `init(from:)` of generated types.
public nonisolated enum UnionDecoder {
    /// The value of the discriminator as text; `nil` if the value is not an object, or if the member is missing or is not a
    /// string, number or Boolean.
    @inline(never)
    public static func tag(_ name: String, of decoder: any Decoder) throws -> String? {
        if let tree = decoder as? NodeDecoder {
            try tree.context.step(at: tree)
            return tree.member(name)?.tag
        }
        guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return nil }
        return (try? container.decode(JSONValue.self, forKey: FieldKey(name))).flatMap { Node($0).tag }
    }

    /// The index of the discriminator's value among the known values, or -1 if it is unknown.
    public static func position(of tag: String?, in tags: [String]) -> Int {
        tag.flatMap { tags.firstIndex(of: $0) } ?? -1
    }

    /// Decodes the value as the branch that matches best, and as the next one if that fails.
    ///
    /// - Parameters:
    ///   - decoder: The decoder of the value.
    ///   - branches: The structures of the branches, in the order of their indices.
    ///   - read: Decodes the branch at an index, or an unknown value for -1.
    @inline(never)
    public static func choose<Union>(
        _ decoder: any Decoder, _ branches: [UnionBranch], _ read: (Int) throws -> Union
    ) throws -> Union {
        guard let tree = decoder as? NodeDecoder else {
            for index in order(of: branches, Node(try JSONValue(from: decoder))) {
                if let union = try? read(index) { return union }
            }
            return try read(-1)
        }
        try tree.context.step(at: tree)
        // Unions that share a member would read it once for each of their branches, at each level of a nested value.
        if tree.context.failedBranches > 32 { tree.remember() }
        let indices = order(of: branches, tree.node)
        return try tree.reading(Union.self) {
            let wasStrict = tree.context.isStrict
            for isStrict in wasStrict ? [true] : [true, false] {
                tree.context.isStrict = isStrict
                defer { tree.context.isStrict = wasStrict }
                if let union = try first(of: indices, tree, read) { return union }
            }
            return try read(-1)
        }
    }

    private static func first<Union>(
        of indices: [Int], _ tree: NodeDecoder, _ read: (Int) throws -> Union
    ) throws -> Union? {
        for index in indices {
            do { return try read(index) } catch {
                if let refusal = tree.context.refusal { throw refusal }
                tree.context.failedBranches += 1
            }
        }
        return nil
    }

    private static func order(of branches: [UnionBranch], _ value: Node) -> [Int] {
        let ranks = branches.indices.compactMap { index in branches[index].rank(value).map { (index, $0) } }
        return ranks.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// Decodes a payload of any type. Their own `init(from:)` decodes `UUID`, `URL`, `Data` and `Decimal` in another format.
    @inline(never)
    public static func value<T: Decodable>(_ decoder: any Decoder) throws -> T {
        if let tree = decoder as? NodeDecoder { return try tree.decode(T.self) }
        return try decoder.singleValueContainer().decode(T.self)
    }

    /// Encodes a payload of any type; see ``value(_:)``.
    @inline(never)
    public static func encode<T: Encodable>(_ value: T, to encoder: any Encoder) throws {
        if let tree = encoder as? NodeEncoder { return tree.node = try tree.tree(of: value) }
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// Encodes branches of a union whose types do not have the discriminator, for `encode(to:)` of generated types.
public nonisolated enum UnionEncoder {
    /// Encodes a branch together with the discriminator.
    @inline(never)
    public static func encode(_ value: some Encodable, _ property: String, _ tag: String, to encoder: any Encoder)
        throws
    {
        var members = encoder.container(keyedBy: FieldKey.self)
        try members.encode(tag, forKey: FieldKey(property))
        try value.encode(to: encoder)
    }
}

"""#),
    ("ClientRuntime/UnixTime.swift", #"""
#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// A point in time as the seconds since 1970-01-01T00:00:00Z, an integer or a number in JSON (`format: unix-time`).
public nonisolated struct UnixTime: Hashable, Sendable {
    /// The seconds since 1970-01-01T00:00:00Z.
    public let seconds: Double

    /// Creates a time from the seconds since 1970-01-01T00:00:00Z.
    public init(seconds: Double) { self.seconds = seconds }

    /// Creates a time without its fraction of a second, because services expect integers.
    public init(_ date: Date) { seconds = date.timeIntervalSince1970.rounded(.down) }
}

nonisolated extension UnixTime: PointInTime, Codable, CustomStringConvertible, ExpressibleByIntegerLiteral {
    /// The point in time.
    public var date: Date? { Date(timeIntervalSince1970: seconds) }

    /// Whether the first time is earlier.
    public static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }

    /// The time between two times.
    public static func - (left: Self, right: Self) -> Duration { .seconds(left.seconds - right.seconds) }

    /// The date-time in UTC. For example: `2024-10-01T12:30:45Z`.
    public var description: String { DateTime(Date(timeIntervalSince1970: seconds)).text }

    /// Creates a time from the seconds since 1970-01-01T00:00:00Z.
    public init(integerLiteral seconds: Int64) { self.init(seconds: Double(seconds)) }

    /// Decodes a number.
    public init(from decoder: any Decoder) throws { seconds = try Double(from: decoder) }

    /// Encodes a number, without a point if the time is a whole second.
    public func encode(to encoder: any Encoder) throws {
        guard let whole = Int64(exactly: seconds) else { return try seconds.encode(to: encoder) }
        try whole.encode(to: encoder)
    }
}

"""#),
    ("ClientRuntime/WindowsText.swift", #"""
#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Text in windows-1252, as the WHATWG Encoding Standard maps it; FoundationEssentials does not know it.
nonisolated enum WindowsText {
    /// What the bytes 0x80 to 0x9F stand for.
    private static let special: [UInt16] = [
        0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D,
        0x017D, 0x008F, 0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
        0x0153, 0x009D, 0x017E, 0x0178,
    ]

    static func text(of data: Data) -> String {
        let units = data.map { (0x80...0x9F).contains($0) ? special[Int($0) - 0x80] : UInt16($0) }
        return String(decoding: units, as: UTF16.self)
    }

    /// Returns `nil` for text with other characters.
    static func bytes(of text: String) -> Data? {
        var data = Data(capacity: text.utf8.count)
        for unit in text.utf16 {
            if let index = special.firstIndex(of: unit) {
                data.append(UInt8(0x80 + index))
            } else if let byte = UInt8(exactly: unit), !(0x80...0x9F).contains(byte) {
                data.append(byte)
            } else {
                return nil
            }
        }
        return data
    }
}

"""#),
    ("package/gitattributes.mustache", #"""
* linguist-generated

"""#),
    ("pages/group.mustache", #"""
# {{module}}.{{name}}

{{description}}

Reached as {{property}}. All URIs are relative to the server the client was made with:

| Name | URI | Description |
| --- | --- | --- |
{{#servers}}
| {{row}} |
{{/servers}}

| Method | HTTP request | Description |
| --- | --- | --- |
{{#rows}}
| {{row}} |
{{/rows}}

{{#operations}}
## {{name}}

{{#isDeprecated}}
**Deprecated.**

{{/isDeprecated}}
```
{{signature}}
```

{{requestLine}}

{{summary}}

{{description}}

{{link}}

### Example

```swift
{{example}}
```

### Parameters

{{^parameters}}
This endpoint does not need any parameter.

{{/parameters}}
{{#hasParameters}}
| Name | Type | Sent as | Description | Notes |
| --- | --- | --- | --- | --- |
{{/hasParameters}}
{{#parameters}}
| {{row}} |
{{/parameters}}

### Return type

{{returns}}; throws {{throws}}

### Authorization

{{#authorization}}
- {{row}}
{{/authorization}}
{{^authorization}}
No authorization required.
{{/authorization}}

### HTTP request headers

- **Content-Type**: {{contentType}}
- **Accept**: {{accept}}

### HTTP responses

| Status | Description | Body | Headers |
| --- | --- | --- | --- |
{{#responses}}
| {{row}} |
{{/responses}}

{{/operations}}

"""#),
    ("pages/readme.mustache", #"""
# {{packageName}}

Clients written by clientsmith. Do not edit.

| Library | Service | Version |
| --- | --- | --- |
{{#clients}}
| [{{module}}]({{page}}) | {{title}} | {{version}} |
{{/clients}}

Every library works over {{runtimeName}}: transports, credentials, errors and JSON.

"""#),
    ("pages/service.mustache", #"""
# {{module}}

{{title}}, version {{version}}.

{{description}}

{{#links}}
- {{row}}
{{/links}}

```swift
import {{module}}

{{example}}
```

## Base URIs

| Name | URI | Description |
| --- | --- | --- |
{{#servers}}
| {{row}} |
{{/servers}}

## Authorization

| Argument | Scheme | What it is | Environment |
| --- | --- | --- | --- |
{{#schemes}}
| {{row}} |
{{/schemes}}

{{#groups}}
## [{{name}}]({{page}})

{{description}}

Reached as {{property}}.

| Method | HTTP request | Description |
| --- | --- | --- |
{{#operations}}
| {{row}} |
{{/operations}}

{{/groups}}
{{#hasWebhooks}}
## Webhooks and callbacks

Requests the service sends. Only their models are generated.

| Name | Sent as | Body | Response | Description |
| --- | --- | --- | --- | --- |
{{/hasWebhooks}}
{{#webhooks}}
| {{row}} |
{{/webhooks}}

{{#hasHeaders}}
## Response headers

The properties of `{{module}}.ResponseHeaders`.

| Property | Header | Type | Description |
| --- | --- | --- | --- |
{{/hasHeaders}}
{{#headers}}
| {{row}} |
{{/headers}}

## Types

| Type | Schema |
| --- | --- |
{{#types}}
| {{row}} |
{{/types}}

"""#),
    ("swift/declaration.mustache", #"""
{{#documentation}}
{{.}}
{{/documentation}}
{{#structure}}
{{>swift/structure}}
{{/structure}}
{{#enumeration}}
{{>swift/enumeration}}
{{/enumeration}}
{{#union}}
{{>swift/union}}
{{/union}}
{{#alias}}
{{access}}typealias {{name}} = {{.}}
{{/alias}}

"""#),
    ("swift/endpoint.mustache", #"""
struct {{endpoint}}: ClientEndpoint {
static let id = {{id}}

{{#fields}}
{{.}}
{{/fields}}

func request() throws -> ClientRequest {
{{#isConstant}}
{{request}}
{{/isConstant}}
{{^isConstant}}
var request = {{request}}
{{#steps}}
{{.}}
{{/steps}}
return request
{{/isConstant}}
}

static func outcome(of response: ClientResponse) throws -> ClientOutcome<{{output}}, {{failure}}> {
switch response.status {
{{#responses}}
{{#isDefault}}
default:
{{/isDefault}}
{{#pattern}}
case {{.}}:
{{/pattern}}
{{#value}}
return {{.}}
{{/value}}
{{#choices}}
{{.}}
{{/choices}}
{{/responses}}
}
}
}
{{#outcomes}}

{{documentation}}
{{#isOpen}}
@nonexhaustive
{{/isOpen}}
{{access}}enum {{name}}: Sendable {
{{#cases}}
{{.}}
{{/cases}}
{{#accessors}}

{{.}}
{{/accessors}}
}
{{/outcomes}}
{{#optionalParameters}}

{{documentation}}
{{access}}struct {{name}}: Equatable, Sendable{{#hasSecrets}}, CustomReflectable{{/hasSecrets}} {
{{#properties}}
{{.}}
{{/properties}}

{{access}}init{{parameters}} {
{{#assignments}}
{{.}}
{{/assignments}}
}
{{#hasSecrets}}

/// What descriptions and debuggers show: no secret.
{{access}}var customMirror: Swift.Mirror {
Swift.Mirror(
self,
children: [
{{#shown}}
{{.}}
{{/shown}}
], displayStyle: .struct)
}
{{/hasSecrets}}
}
{{/optionalParameters}}

"""#),
    ("swift/enumeration.mustache", #"""
{{access}}struct {{name}}: OpenEnum{{#isAnyString}}, ExpressibleByStringLiteral{{/isAnyString}} {
{{access}}let rawValue: {{rawType}}

{{access}}init(rawValue: {{rawType}}) {
self.rawValue = rawValue
}

{{#members}}
{{.}}
{{/members}}

/// The values the document lists, in its order.
{{access}}static var knownValues: [Self] {
[{{knownValues}}]
}
}

"""#),
    ("swift/explicitNulls.mustache", #"""
nonisolated extension ExplicitNulls<{{type}}> {
{{#members}}
{{.}}
{{/members}}
}

"""#),
    ("swift/groupFile.mustache", #"""
nonisolated extension {{service}} {
{{#documentation}}
{{.}}
{{/documentation}}
{{access}}struct {{name}}: OperationGroup {
/// What sends the requests.
{{access}}var connection: ClientConnection

/// Makes a group that sends its requests through `connection`.
{{access}}init(connection: ClientConnection) {
self.connection = connection
}

{{#groups}}
{{#documentation}}
{{.}}
{{/documentation}}
{{access}}var {{property}}: {{type}} { {{type}}(connection: connection) }

{{/groups}}
{{#operations}}
{{>swift/operation}}

{{/operations}}
{{#operations}}
{{>swift/endpoint}}

{{/operations}}
{{#nested}}
{{>swift/declaration}}

{{/nested}}
}
}
{{#nullable}}

{{>swift/explicitNulls}}
{{/nullable}}

"""#),
    ("swift/groupPart.mustache", #"""
nonisolated extension {{service}}.{{name}} {
{{#operations}}
{{>swift/operation}}

{{/operations}}
{{#operations}}
{{>swift/endpoint}}

{{/operations}}
{{#nested}}
{{>swift/declaration}}

{{/nested}}
}
{{#nullable}}

{{>swift/explicitNulls}}
{{/nullable}}

"""#),
    ("swift/header.mustache", #"""
// Written by clientsmith. Do not edit.

{{#imports}}
{{.}}
{{/imports}}


"""#),
    ("swift/operation.mustache", #"""
{{documentation}}
{{#isDeprecated}}
@available(*, deprecated)
{{/isDeprecated}}
{{signature}} {
try await connection.run({{call}})
}
{{#overloads}}

{{documentation}}
{{#isDeprecated}}
@available(*, deprecated)
{{/isDeprecated}}
{{signature}} {
try await {{call}}
}
{{/overloads}}

"""#),
    ("swift/package.mustache", #"""
// swift-tools-version: 6.3
// Written by clientsmith. Do not edit.
import PackageDescription

let settings: [SwiftSetting] = [
.enableUpcomingFeature("InternalImportsByDefault"),
.enableUpcomingFeature("MemberImportVisibility"),
.enableUpcomingFeature("ExistentialAny"),
.define("TransportTraits"),
]

let package = Package(
name: {{packageName}},
platforms: [.macOS(.v13), .iOS(.v16), .tvOS(.v16), .watchOS(.v9), .visionOS(.v1)],
products: [
{{#clients}}
.library(name: {{moduleName}}, targets: [{{moduleName}}]),
{{/clients}}
.library(name: {{runtimeName}}, targets: [{{runtimeName}}]),
],
traits: [
.default(enabledTraits: ["URLSession"]),
.trait(name: "URLSession", description: "The transport over Foundation's URLSession."),
.trait(name: "AsyncHTTPClient", description: "The transport over AsyncHTTPClient, for servers and Linux."),
],
dependencies: [
.package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
.package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
.package(url: "https://github.com/apple/swift-nio", from: "2.100.0"),
.package(url: "https://github.com/apple/swift-nio-extras", from: "1.26.0"),
],
targets: [
.target(
name: {{runtimeName}},
dependencies: [
.product(name: "HTTPTypes", package: "swift-http-types"),
.product(
name: "AsyncHTTPClient", package: "async-http-client", condition: .when(traits: ["AsyncHTTPClient"])),
.product(name: "NIOCore", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
.product(name: "NIOHTTP1", package: "swift-nio", condition: .when(traits: ["AsyncHTTPClient"])),
.product(
name: "NIOHTTPCompression", package: "swift-nio-extras", condition: .when(traits: ["AsyncHTTPClient"])),
],
swiftSettings: settings),
{{#clients}}
.target(name: {{moduleName}}, dependencies: [{{dependency}}], swiftSettings: settings),
.testTarget(
name: {{testsName}},
dependencies: [{{moduleName}}, {{dependency}}],
swiftSettings: settings),
{{/clients}}
],
swiftLanguageModes: [.v6]
)

"""#),
    ("swift/serviceFile.mustache", #"""
{{documentation}}
{{access}}nonisolated struct {{name}}: ServiceClient {
/// What sends the requests.
{{access}}var connection: ClientConnection

/// Makes a client that sends its requests through `connection`.
{{access}}init(connection: ClientConnection) {
self.connection = connection
}

{{#initializers}}
{{documentation}}
{{access}}init{{parameters}} {
{{#statements}}
{{.}}
{{/statements}}
}

{{/initializers}}
#if URLSession || AsyncHTTPClient || !TransportTraits
{{#initializers}}
{{shortDocumentation}}
{{access}}init{{shortParameters}} {
self.init{{shortArguments}}
}

{{/initializers}}
#endif

{{#groups}}
{{#documentation}}
{{.}}
{{/documentation}}
{{access}}var {{property}}: {{type}} { {{type}}(connection: connection) }

{{/groups}}
{{#schemes}}
{{documentation}}
static let {{name}} = {{value}}

{{/schemes}}
{{#hasHeaders}}
/// The documented response headers. Each is `nil` if the response does not have it.
///
/// For example, of what `withResponse` and `ClientError.documented` give: `ResponseHeaders(response)`.
{{access}}struct ResponseHeaders: DocumentedHeaders {
private let fields: HeaderFields

{{access}}init(fields: HeaderFields) {
self.fields = fields
}

{{/hasHeaders}}
{{#headers}}
{{documentation}}
{{access}}var {{name}}: {{type}} {
get throws { {{value}} }
}

{{/headers}}
{{#hasHeaders}}
}

{{/hasHeaders}}
}

nonisolated extension ServerURL<{{name}}> {
{{#servers}}
{{#isDefault}}
/// The first server of the document.
{{access}}static var `default`: Self { {{name}}{{#hasVariables}}(){{/hasVariables}} }

{{/isDefault}}
{{documentation}}
{{#parameters}}
{{access}}static func {{name}}{{.}} -> Self {
Self({{value}})
}
{{/parameters}}
{{^parameters}}
{{access}}static var {{name}}: Self { Self({{value}}) }
{{/parameters}}

{{/servers}}
}

"""#),
    ("swift/structure.mustache", #"""
{{access}}struct {{name}}: Codable, Hashable, Sendable{{^isEmpty}}, FieldComparable{{/isEmpty}}{{#isIdentifiable}}, Identifiable{{/isIdentifiable}}{{#hasSecrets}}, CustomReflectable{{/hasSecrets}} {
{{#properties}}
{{.}}
{{/properties}}

{{access}}init{{parameters}} {
{{#assignments}}
{{.}}
{{/assignments}}
}

{{^isEmpty}}
{{access}}init(from decoder: any Decoder) throws {
let fields = try FieldDecoder(decoder)
{{#readings}}
{{.}}
{{/readings}}
try fields.finish()
}

{{access}}func encode(to encoder: any Encoder) throws {
let fields = FieldEncoder(encoder)
{{#writings}}
{{.}}
{{/writings}}
try fields.finish()
}

{{access}}static func areEqual(_ left: Self, _ right: Self) -> Bool {
var fields = FieldComparison()
{{#comparisons}}
{{.}}
{{/comparisons}}
return fields.isEqual
}

{{access}}func hash(into hasher: inout Hasher) {
{{#hashings}}
{{.}}
{{/hashings}}
}

{{/isEmpty}}
{{#hasSecrets}}
/// What descriptions and debuggers show: no secret.
{{access}}var customMirror: Swift.Mirror {
Swift.Mirror(
self,
children: [
{{#shown}}
{{.}}
{{/shown}}
], displayStyle: .struct)
}

{{/hasSecrets}}
{{#nested}}
{{>swift/declaration}}

{{/nested}}
}

"""#),
    ("swift/tests.mustache", #"""
// Written by clientsmith. Do not edit.

import Foundation
import Testing
import {{runtime}}

{{testableImport}}

/// Decodes every sample, encodes it again and compares the two as JSON.
@Suite struct {{suite}} {
{{#types}}
@Test func {{function}}() throws {
try expectRoundTrips({{type}}.self, [
{{#samples}}
{{.}},
{{/samples}}
])
}

{{/types}}
{{#enumerations}}
@Test func {{function}}() throws {
try expectUnknownValueIsKept({{type}}.self, {{unknown}})
}

{{/enumerations}}
}

private func expectRoundTrips<Value: Codable & Hashable>(_ type: Value.Type, _ samples: [String]) throws {
for sample in samples {
let original = try JSONValue(json: Data(sample.utf8))
let value = try original.decode(as: type)
let encoded = try JSONValue(encoding: value)
#expect(encoded.equals(original), "\(type) made \(encoded) of \(sample)")
#expect(try JSONValue(json: encoded.json).decode(as: type) == value)
#expect(try JSONDecoder().decode(type, from: JSONEncoder().encode(value)) == value)
}
}

private func expectUnknownValueIsKept<Value: OpenEnum>(_ type: Value.Type, _ unknown: Value.RawValue) throws {
let value = try #require(Value(rawValue: unknown))
#expect(!Value.knownValues.contains(value))
let encoded = try JSONValue(encoding: [value])
#expect(try encoded.decode(as: [Value].self) == [value])
#expect(try encoded.decode(as: [Value.RawValue].self) == [unknown])
}

extension JSONValue {
/// Equality, except for members that are `null` in `original` and absent here: responses do not distinguish the two.
fileprivate func equals(_ original: JSONValue) -> Bool {
switch (self, original) {
case (.object(let found), .object(let expected)):
return Set(found.keys).isSubset(of: expected.keys)
&& expected.allSatisfy { name, value in found[name].map { $0.equals(value) } ?? value.isNull }
case (.array(let found), .array(let expected)):
return found.count == expected.count && zip(found, expected).allSatisfy { $0.equals($1) }
default:
return self == original
}
}
}

"""#),
    ("swift/typeFile.mustache", #"""
nonisolated extension {{service}} {
{{#declaration}}
{{>swift/declaration}}
{{/declaration}}
}
{{#nullable}}

{{>swift/explicitNulls}}
{{/nullable}}

"""#),
    ("swift/union.mustache", #"""
{{#isOpen}}
@nonexhaustive
{{/isOpen}}
{{access}}{{#isIndirect}}indirect {{/isIndirect}}enum {{name}}: Codable, Hashable, Sendable{{#takesString}}, ExpressibleByStringLiteral{{/takesString}}{{#takesArray}}, ExpressibleByArrayLiteral{{/takesArray}}{{#takesDictionary}}, ExpressibleByDictionaryLiteral{{/takesDictionary}}{{#takesInteger}}, ExpressibleByIntegerLiteral{{/takesInteger}}{{#takesFloat}}, ExpressibleByFloatLiteral{{/takesFloat}} {
{{#cases}}
{{.}}
{{/cases}}
/// A value that matches none of the documented types. It is encoded unchanged.
case {{unrecognized}}(JSONValue)

{{#payloads}}
{{.}}

{{/payloads}}
{{#cleared}}
/// The empty string, which removes a value.
{{access}}static var cleared: Self { {{.}} }

{{/cleared}}
{{#initializers}}
{{.}}

{{/initializers}}
{{access}}init(from decoder: any Decoder) throws {
{{#readings}}
{{.}}
{{/readings}}
}

{{access}}func encode(to encoder: any Encoder) throws {
switch self {
{{#writings}}
{{.}}
{{/writings}}
}
}

{{#hasBranches}}
private static var branches: [{{branchType}}] {
{{/hasBranches}}
{{#branches}}
{{.}}
{{/branches}}
{{#hasBranches}}
}
{{/hasBranches}}

{{#nested}}
{{>swift/declaration}}

{{/nested}}
}

"""#),
]
