public import Diagnostics
public import YAML

/// What an answer lets a client do next (Link Object).
public struct Link: Sendable {
    public var name: String
    public var operationReference: String?
    public var operationID: String?
    /// Constants and run-time expressions, as written.
    public var parameters: [(name: String, value: Node)] = []
    public var requestBody: Node?
    public var description: String?
    public var server: Server?
    public var place: Place
    /// The key under `components/links`, where it was declared there.
    public var componentName: String?
}
