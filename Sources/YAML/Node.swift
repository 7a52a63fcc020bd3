public import Diagnostics

/// A value of a YAML or JSON document, with the place it was read from.
///
/// Types follow OpenAPI's rules and never YAML 1.1's: a plain scalar is `true`, `false`, `null` or a JSON number only when spelled
/// exactly so; everything else is the text as written. A value left out (`key:`) is `null`.
public struct Node: Sendable {
    /// The type of a value, with the value.
    public enum Value: Sendable {
        /// Exactly `null`, or a missing value. `~` is text.
        case null
        /// Exactly `true` or `false`.
        case boolean(Bool)
        /// A JSON number, as written: `1.10` stays `1.10`.
        case number(String)
        /// Text, with escapes and line folding resolved.
        case string(String)
        /// Elements in document order.
        case sequence([Node])
        /// Entries in document order, with merge keys resolved.
        case mapping(Mapping)
    }

    /// What was read, with the types of JSON.
    public var value: Value
    /// The bytes of the value itself, without its anchor and tag. What an alias stands for keeps the place where it is written out.
    public var place: Place

    /// Creates a value. Values that were not read need the location of what they were made from.
    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }

    /// Whether the value is `null`, written or missing.
    public var isNull: Bool { if case .null = value { true } else { false } }

    /// The value of a string; `nil` for anything else, also for numbers.
    public var text: String? { if case .string(let text) = value { text } else { nil } }
}
