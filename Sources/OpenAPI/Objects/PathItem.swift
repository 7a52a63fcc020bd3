public import Diagnostics

/// The operations of one path (Path Item Object). Its parameters have been merged into them.
public struct PathItem: Sendable {
    /// The key it stands under: `/pets/{id}` in `paths`, the name in `webhooks`, the expression in a callback.
    public var template: String
    /// The place of that key.
    public var templatePlace: Place
    public var summary: String?
    public var description: String?
    /// Empty where the path has none of its own.
    public var servers: [Server] = []
    /// In document order.
    public var operations: [Operation] = []
    /// Where the item itself stands, references followed.
    public var pointer: String
    public var place: Place
    /// The key under `components/pathItems`, where it was declared there.
    public var componentName: String?
}

/// A request the service sends (an entry of `webhooks`).
public struct Webhook: Sendable {
    public var name: String
    public var namePlace: Place
    public var item: PathItem
}
