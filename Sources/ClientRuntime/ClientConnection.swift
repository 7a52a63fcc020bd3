public import HTTPTypes

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Runs operations against one server, with one set of credentials.
public nonisolated struct ClientConnection: Sendable {
    /// Shared until it changes: the client and each of its groups hold a connection, and what it takes to copy many fields would be compiled
    /// into each of them.
    private var storage: Storage

    private struct State {
        var options = ClientOptions()
        var transport: any Transport
        var server: Server
        var credentials: [String: (scheme: SecurityScheme, credential: Credential)] = [:]
        var schemes: [SecurityScheme] = []
        /// The names of those that the caller does without.
        var waived: Set<String> = []
        var recorder: Locked<HTTPResponse?>?
    }

    private final class Storage: Sendable {
        let state: State

        init(_ state: State) { self.state = state }
    }

    public init<Service>(server: ServerURL<Service>, transport: any Transport) {
        storage = Storage(State(transport: transport, server: server.server))
    }

    private mutating func change(_ body: (inout State) -> Void) {
        var state = storage.state
        body(&state)
        storage = Storage(state)
    }

    public var options: ClientOptions {
        get { storage.state.options }
        set { change { $0.options = newValue } }
    }

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
    /// Schemes without a credential too: their places are never shown to an observer.
    var schemes: [SecurityScheme] { storage.state.schemes }
    var waivedSchemes: Set<String> { storage.state.waived }

    /// Uses a credential wherever an operation asks for the scheme.
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

    /// Calls an operation and reads its answer.
    @concurrent
    public func run<E: ClientEndpoint>(_ endpoint: E) async throws(ClientError<E.Failure>) -> E.Output {
        let request: ClientRequest
        do { request = try endpoint.request() } catch {
            throw .unencodable(named(error, E.id))
        }
        let response: ClientResponse
        switch await Call(self, request, operation: E.id).answer() {
        case .success(let answer): response = answer
        case .failure(.request(let error)): throw .unencodable(error)
        case .failure(.transport(let error)): throw .transport(error)
        case .failure(.answer(let error, let head)): throw .undecodable(error, head, Data())
        }
        let answer: ClientAnswer<E.Output, E.Failure>
        do { answer = try E.answer(response) } catch {
            if error is CallTimeout || error is CancellationError { throw .transport(error) }
            throw .undecodable(named(error, E.id), response.head, response.data)
        }
        switch answer {
        case .output(let output): return output
        case .failure(let failure): throw .documented(failure, response.head)
        case .documentedStatus: throw .documentedStatus(response.head, await read(response))
        case .undocumented: throw .undocumented(response.head, await read(response))
        }
    }

    /// The bytes of a response that may still be arriving, as far as they come within the client's limits.
    private func read(_ response: ClientResponse) async -> Data {
        if !response.isStreaming { return response.data }
        let limit = options.maximumAnswerSize
        let data = try? await leavable(until: Deadline(after: options.timeout)) {
            try await response.body.collect(upTo: limit)
        }
        return data ?? Data()
    }

    /// Sends a request the API description does not know, with the client's server, headers and credentials, and
    /// hands over the body while it arrives.
    ///
    /// For example, a download: `ClientRequest(.get, "/files/1/content")` with `security = [["api_key"]]`.
    @concurrent
    public func send(_ request: ClientRequest) async throws(ClientError<Never>) -> (HTTPResponse, HTTPBody) {
        var request = request
        request.streams = ["*/*"]
        let path = request.segments.prefix { $0 != "?" }
        switch await Call(self, request, operation: String(path)).answer() {
        case .success(let answer): return (answer.head, answer.body)
        case .failure(.request(let error)): throw .unencodable(error)
        case .failure(.transport(let error)): throw .transport(error)
        case .failure(.answer(let error, let head)): throw .undecodable(error, head, Data())
        }
    }
}

nonisolated extension ClientConnection: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Neither credentials nor headers.
    public var description: String { "ClientConnection(\(server.authority))" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// The same error with the operation's id, where it is one of ours.
nonisolated private func named(_ error: any Error, _ operation: String) -> any Error {
    if var failure = error as? RequestFailure {
        failure.operation = operation
        return failure
    }
    if error is any PlainError, !(error is DecodingFailure) { return error }
    var failure = DecodingFailure(error)
    failure.operation = operation
    return failure
}

/// What has a connection to a service: the client itself, and its groups of operations.
public nonisolated protocol ConnectedClient: Sendable {
    var connection: ClientConnection { get set }
    init(connection: ClientConnection)
}

/// The client of one service.
public nonisolated protocol ServiceClient: ConnectedClient {}

/// The operations of one tag.
public nonisolated protocol OperationGroup: ConnectedClient {}

nonisolated extension ConnectedClient {
    /// A copy that behaves differently. For example: `client.with { $0.timeout = .seconds(5) }.tokens.get()`.
    public func with(_ change: (inout ClientOptions) -> Void) -> Self {
        var copy = self
        change(&copy.connection.options)
        return copy
    }

    /// A copy with another timeout, or with further headers.
    ///
    /// - Parameter headers: A name or a value that headers cannot have comes out of each call as
    ///   ``ClientError/unencodable(_:)``.
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

    /// What a call returns, together with the head of the service's answer.
    ///
    /// For example: `let (token, response) = try await client.tokens.withResponse { try await $0.get() }`. Of several
    /// calls the last answer is given; without any, one with the status 0.
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
