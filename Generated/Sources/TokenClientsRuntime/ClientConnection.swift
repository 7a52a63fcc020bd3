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
