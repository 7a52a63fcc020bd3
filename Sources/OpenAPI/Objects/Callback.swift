public import Diagnostics

/// Requests the service sends after an operation (Callback Object).
public struct Callback: Sendable {
    public var name: String
    public var namePlace: Place
    /// One per run-time expression, which is the item's ``PathItem/template``.
    public var items: [PathItem] = []
    public var pointer: String
    public var place: Place
    /// The key under `components/callbacks`, where it was declared there.
    public var componentName: String?
}
