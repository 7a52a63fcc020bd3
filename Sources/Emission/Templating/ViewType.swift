/// What a template may print or open a section with: the contract of one kind of view, key by key.
///
/// For example: the view `property` has a slot `declaration`, such as `public var redirectURL: String?`. Templates are checked against
/// these types before anything is rendered, and the documentation for template authors is written from them.
public struct ViewType: Sendable {
    public var name: String
    public var summary: String
    public let keys: [Key]

    init(name: String, summary: String, keys: [Key]) {
        self.name = name
        self.summary = summary
        self.keys = keys
    }

    public struct Key: Sendable {
        public var name: String
        public var kind: Kind
        public var summary: String
        /// What the key holds in an example, or `nil` where its kind says it all.
        public var example: String?
    }

    public enum Kind: Sendable {
        /// Printed with `{{name}}`.
        case slot
        /// A list of slots: opened with `{{#name}}`, each printed with `{{.}}`.
        case slots
        /// Opened with `{{#name}}` or `{{^name}}`, with nothing of its own.
        case flag
        /// Opened with `{{#name}}`, once where there is one; holds the keys of the named type.
        case view(@Sendable () -> ViewType)
        /// Opened with `{{#name}}`, once for each.
        case views(@Sendable () -> ViewType)
    }

    subscript(key: String) -> Key? { keys.first { $0.name == key } }
}

extension ViewType.Key {
    static func slot(_ name: String, _ summary: String, example: String? = nil) -> Self {
        Self(name: name, kind: .slot, summary: summary, example: example)
    }

    static func slots(_ name: String, _ summary: String, example: String? = nil) -> Self {
        Self(name: name, kind: .slots, summary: summary, example: example)
    }

    static func flag(_ name: String, _ summary: String) -> Self {
        Self(name: name, kind: .flag, summary: summary, example: nil)
    }

    static func view(_ name: String, _ summary: String, _ type: @autoclosure @escaping @Sendable () -> ViewType) -> Self
    {
        Self(name: name, kind: .view(type), summary: summary, example: nil)
    }

    static func views(_ name: String, _ summary: String, _ type: @autoclosure @escaping @Sendable () -> ViewType)
        -> Self
    {
        Self(name: name, kind: .views(type), summary: summary, example: nil)
    }
}
