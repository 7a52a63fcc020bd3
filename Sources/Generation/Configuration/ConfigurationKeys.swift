/// What a mapping of a configuration may say: its keys, and the values that they take.
///
/// The reader takes keys from here, and ``configurationSchema()`` is made from it.
struct ConfigurationKeys: Sendable {
    /// The mapping, as messages name it. For example: `a client`.
    var subject: String
    var keys: [Key]
    /// Whether the mapping must have a key at all.
    var isFilled = false

    var names: [String] { keys.map(\.name) }

    struct Key: Sendable {
        var name: String
        var value: ConfigurationValue
        var isRequired = false
        /// A sentence for editors.
        var summary: String

        init(_ name: String, _ value: ConfigurationValue, isRequired: Bool = false, _ summary: String) {
            self.name = name
            self.value = value
            self.isRequired = isRequired
            self.summary = summary
        }
    }
}

/// The values that a key takes.
indirect enum ConfigurationValue: Sendable {
    /// A string that matches an ECMA-262 pattern.
    case text(String)
    case choice([String])
    case number(ClosedRange<Int>)
    case list(ConfigurationValue, isFilled: Bool = false)
    /// A mapping whose keys are the user's.
    case entries(keys: ConfigurationValue = .anyText, ConfigurationValue)
    case mapping(ConfigurationKeys)
    case either(ConfigurationValue, ConfigurationValue)

    /// Whether a string is such a value: the rule that the schema shows is the one that the reader applies.
    func accepts(_ text: String) -> Bool {
        guard case .text(let pattern) = self, let regex = try? Regex(pattern) else { return false }
        return (try? regex.matchingSemantics(.unicodeScalar).wholeMatch(in: text)) != nil
    }

    static let anyText = text("")
    static let path = text(#"^[^\u0000-\u001F\u007F]+$"#)
    static let identifier = text(#"^([A-Za-z][A-Za-z0-9_]*|_[A-Za-z0-9_]+)$"#)
    static let groupType = text("^[A-Za-z_][A-Za-z0-9_]*API$")
    static let digest = text(#"^[0-9A-Fa-f]{64}$"#)
    /// A field name of HTTP (RFC 9110, section 5.1).
    static let headerName = text(#"^[!#$%&'*+.^_`|~0-9A-Za-z-]+$"#)
    /// One word of visible ASCII.
    static let headerText = text("^[!-~]+$")
    static let groupName = text(#"^([A-Za-z][A-Za-z0-9_]*|_[A-Za-z0-9_]+)(\.([A-Za-z][A-Za-z0-9_]*|_[A-Za-z0-9_]+))*$"#)
    static let pointer = text("^#/([^~]|~[01])*$")
    /// An https URL without credentials, or an http URL on this machine; visible ASCII without backslashes.
    static let url = text(
        #"^(https://[!"$-.0->A-\[\]-~]+|http://(127\.0\.0\.1|localhost|\[::1\])(:[0-9]*)?)([/?#][!-\[\]-~]*)?$"#)
}

extension ConfigurationKeys {
    static let configuration = ConfigurationKeys(
        subject: "the configuration",
        keys: [
            Key("package", .identifier, "The package's name. Required with `layout: package`."),
            Key("output", .path, "The folder to write, relative to the configuration."),
            Key(
                "access", .choice(Configuration.AccessLevel.allCases.map(\.rawValue)),
                "The access level of the clients. The default is `public`."),
            Key("templates", .path, "A folder whose files replace built-in templates."),
            Key("limits", .mapping(limits), "Limits on each input file and on the output."),
            Key(
                "layout", .choice(Configuration.Layout.allCases.map(\.rawValue)),
                "A package, or sources for an existing module. The default is `package`."),
            Key("runtime", .identifier, "The module that has the runtime, for `layout: sources` and `layout: fixed`."),
            Key(
                "runtimeParts", .choice(Configuration.RuntimeParts.allCases.map(\.rawValue)),
                "The parts of the runtime to write: those that the clients use, or all. The default is `used`."),
            Key(
                "clients", .list(.mapping(client), isFilled: true), isRequired: true,
                "The clients: a document and a module each."),
        ])

    static let limits = ConfigurationKeys(
        subject: "the limits",
        keys: LimitKey.allCases.map { Key($0.rawValue, .number($0.range), $0.summary) })

    static let client = ConfigurationKeys(
        subject: "a client",
        keys: [
            Key("document", .path, isRequired: true, "The OpenAPI document, relative to the configuration."),
            Key("module", .identifier, isRequired: true, "The module, and the name of the client type."),
            Key(
                "source", .either(.url, .mapping(source)),
                "The URL that `clientsmith fetch` downloads the document from."),
            Key("sha256", .digest, "The SHA-256 that the document must have. `clientsmith fetch` writes it."),
            Key("overlays", .list(.path), "Overlay documents to apply, in order."),
            Key("security", .entries(.mapping(credential)), "The credential of each security scheme."),
            Key(
                "names", .entries(keys: .pointer, .either(.identifier, .mapping(name))),
                "Swift names, by JSON pointer into the document."),
            Key(
                "formats", .entries(.choice(ConfigurationReader.formatTypes.map(\.name))),
                "The Swift type of each format."),
            Key(
                "types",
                .entries(keys: .pointer, .choice(ConfigurationReader.schemaTypes.map(\.name))),
                "Swift types of single schemas, by JSON pointer into the document."),
            Key(
                "groups", .entries(keys: .groupName, .mapping(group)),
                "Groups of operations. Dots separate the names of nested groups."),
            Key("only", .mapping(part), "The part of the document to generate, with everything it needs."),
        ])

    static let source = ConfigurationKeys(
        subject: "a source",
        keys: [
            Key("url", .url, isRequired: true, "The URL of the document."),
            Key(
                "headers", .entries(keys: .headerName, .mapping(header)),
                "Headers that are sent to the URL, and to no other."),
        ])

    static let header = ConfigurationKeys(
        subject: "a header",
        keys: [
            Key("prefix", .headerText, "The word before the value, such as `Bearer`."),
            Key("environment", .identifier, isRequired: true, "The environment variable that holds the value."),
        ])

    static let credential = ConfigurationKeys(
        subject: "the options of a security scheme",
        keys: [
            Key("prefix", .headerText, "The word before the credential."),
            Key("environment", .identifier, "The environment variable that holds the credential."),
        ])

    static let name = ConfigurationKeys(
        subject: "a pinned name",
        keys: [
            Key("name", .identifier, "The name of the property, parameter, case or group."),
            Key("type", .identifier, "The name of the type that is declared there."),
        ], isFilled: true)

    static let group = ConfigurationKeys(
        subject: "a group",
        keys: part.keys.filter { $0.name != "schemas" } + [
            Key("type", .groupType, "The name of the group's type, which ends in `API`.")
        ], isFilled: true)

    static let part = ConfigurationKeys(
        subject: "`only`",
        keys: [
            Key("tags", .list(.anyText), "Tags."),
            Key("paths", .list(.anyText), "Paths, as in the document."),
            Key(
                "operations", .list(.anyText),
                "Operations: an `operationId`, or a method and a path such as `GET /pets`."),
            Key("schemas", .list(.anyText), "Schemas, by their keys in `components/schemas`."),
        ], isFilled: true)
}

extension LimitKey {
    /// A sentence for editors.
    fileprivate var summary: String {
        switch self {
        case .bytes: "The maximum size of a file, in bytes."
        case .depth: "The maximum nesting depth of lists and mappings."
        case .values: "The maximum number of values in a file."
        case .aliasedValues: "The maximum number of values that aliases and overlays expand to."
        case .outputBytes: "The maximum size of the output for a document, in bytes."
        case .declarations: "The maximum number of generated types and operations for a document."
        }
    }
}
