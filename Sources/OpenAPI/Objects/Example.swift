public import Diagnostics
public import YAML

/// A value someone might send or get (Example Object).
public struct Example: Sendable {
    /// The key, or empty for an `example`.
    public var name: String
    public var summary: String?
    public var description: String?
    /// `value` or `dataValue`. The value itself is not looked into.
    public var value: Node?
    /// How the value looks when it is sent (3.2).
    public var serializedValue: String?
    /// Where the value can be found; never fetched.
    public var externalValue: String?
    public var place: Place
    /// The key under `components/examples`, where it was declared there.
    public var componentName: String?
}
