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
