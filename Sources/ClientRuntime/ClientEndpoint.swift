/// An operation of the API description, as a value: what it sends and how its answers are read.
public nonisolated protocol ClientEndpoint: Sendable {
    /// What the call returns.
    associatedtype Output: Sendable
    /// What ``ClientError/documented(_:_:)`` carries.
    associatedtype Failure: Sendable

    /// The operation's id in the API description.
    static var id: String { get }

    /// - Throws: ``RequestFailure`` where an argument cannot be sent.
    func request() throws -> ClientRequest

    /// - Throws: ``DecodingFailure`` where the body is not what the API description says.
    static func answer(_ response: ClientResponse) throws -> ClientAnswer<Output, Failure>
}

/// What an answer is for the caller.
public nonisolated enum ClientAnswer<Output, Failure> {
    /// Returned.
    case output(Output)
    /// Thrown as ``ClientError/documented(_:_:)``.
    case failure(Failure)
    /// Thrown as ``ClientError/documentedStatus(_:_:)``.
    case documentedStatus
    /// Thrown as ``ClientError/undocumented(_:_:)``.
    case undocumented
}
