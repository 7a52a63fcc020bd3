/// What a template may print or open a section with: the contract of one kind of view, key by key.
///
/// For example: the view `property` has a slot `declaration`, such as `public var redirectURL: String?`. Templates are checked against
/// these types before anything is rendered, and the documentation for template authors is written from them.
public struct ViewType: Sendable {
    /// The heading in the reference of templates. For example: `property`.
    public var name: String
    /// One sentence for authors of templates.
    public var summary: String
    /// Every key that a template may use, in the order of the reference.
    public let keys: [Key]

    init(name: String, summary: String, keys: [Key]) {
        self.name = name
        self.summary = summary
        self.keys = keys
    }

    /// One name that a template may use.
    public struct Key: Sendable {
        /// The name between the braces.
        public var name: String
        /// How a template uses the key.
        public var kind: Kind
        /// One sentence for authors of templates.
        public var summary: String
        /// What the key holds in an example, or `nil` where its kind says it all.
        public var example: String?
    }

    /// What a key holds, which decides the tags that may name it.
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
    /// The doc comment of a declaration.
    static let documentation = slot("documentation", "Doc comment lines.")
    /// The access level of a declaration.
    static let access = slot("access", "Access modifier and a space, or absent.", example: "public ")

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
