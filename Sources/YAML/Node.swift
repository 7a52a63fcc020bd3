public import Diagnostics

/// A value of a YAML or JSON document, with the place it was read from.
///
/// Types follow OpenAPI's rules and never YAML 1.1's: a plain scalar is `true`, `false`, `null` or a JSON number only when spelled
/// exactly so; everything else is the text as written. A value left out (`key:`) is `null`.
public struct Node: Sendable {
    public enum Value: Sendable {
        case null
        case boolean(Bool)
        /// A JSON number, as written: `1.10` stays `1.10`.
        case number(String)
        case string(String)
        case sequence([Node])
        case mapping(Mapping)
    }

    public var value: Value
    /// The bytes of the value itself, without its anchor and tag. What an alias stands for keeps the place where it is written out.
    public var place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}
