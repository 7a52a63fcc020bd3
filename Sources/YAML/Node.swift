public import Diagnostics

/// A value of a YAML or JSON document, with the place it was read from.
///
/// Types follow OpenAPI's rules and never YAML 1.1's: a plain scalar is `true`, `false`, `null` or a JSON number only when spelled
/// exactly so; everything else is the text as written.
public struct Node: Sendable {
    public indirect enum Value: Sendable {
        case null
        case boolean(Bool)
        /// A JSON number, as written: `1.10` stays `1.10`.
        case number(String)
        case string(String)
        case sequence([Node])
        case mapping(Mapping)
    }

    public var value: Value
    public var place: Place

    public init(_ value: Value, at place: Place) {
        self.value = value
        self.place = place
    }
}

/// The entries of a mapping in document order. Keys are unique.
public struct Mapping: Sendable {
    public struct Entry: Sendable {
        public var key: String
        public var keyPlace: Place
        public var value: Node

        public init(key: String, keyPlace: Place, value: Node) {
            self.key = key
            self.keyPlace = keyPlace
            self.value = value
        }
    }

    public var entries: [Entry]

    public init(_ entries: [Entry]) { self.entries = entries }

    /// The value of a key, or `nil`.
    public subscript(key: String) -> Node? {
        entries.first { $0.key == key }?.value
    }
}
