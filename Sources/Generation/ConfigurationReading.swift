import ClientModel
public import Diagnostics
public import YAML

extension Configuration {
    /// Reads `clientsmith.yaml`.
    ///
    /// - Parameter layout: what is written instead of what the configuration says; sources need no package's name.
    /// - Returns: `nil` where a mistake leaves nothing to work with; each mistake is in `problems`, with its place.
    public init?(_ root: Node, layout: Layout? = nil, problems: inout Problems) {
        var reader = ConfigurationReader(problems: problems)
        reader.layout = layout
        let configuration = reader.configuration(root)
        let refused = reader.found
        problems = reader.problems
        guard let configuration, !refused else { return nil }
        self = configuration
    }
}

/// Reads the configuration and collects what is wrong with it.
struct ConfigurationReader {
    var problems: Problems
    /// Whether an error was found here; `problems` may hold older ones.
    private(set) var found = false
    /// What comes in place of the configuration's own layout.
    var layout: Configuration.Layout?

    init(problems: Problems) { self.problems = problems }

    mutating func configuration(_ root: Node) -> Configuration? {
        guard let fields = mapping(root, "the configuration", keys: Self.keys) else { return nil }
        let written: Configuration.Layout? = fields["layout"].flatMap { choice($0, "layout", "layout") }
        let layout = layout ?? written ?? .package
        let package = readPackage(fields, layout, root)
        let output = fields["output"].flatMap { path($0, "output") }
        let access: Configuration.AccessLevel? = fields["access"].flatMap { choice($0, "access", "access level") }
        let templates = fields["templates"].flatMap { path($0, "templates") }
        let limits = fields["limits"].map { readLimits($0) } ?? Limits()
        let runtime = fields["runtime"].flatMap { identifier($0, "the runtime's module") }
        let clients = required("clients", of: "the configuration", in: fields, at: root.place)
            .flatMap { readClients($0, package: package?.value) }
        guard let clients, let name = package?.value ?? clients.first?.module.value else { return nil }
        var configuration = Configuration(
            package: name, output: output, access: access ?? .public, templates: templates, clients: clients,
            layout: layout,
            runtime: runtime)
        configuration.limits = limits
        return configuration
    }

    private static let keys = [
        "package", "output", "access", "templates", "limits", "layout", "runtime", "clients",
    ]

    /// Sources that go to a module of somebody's need no package's name.
    private mutating func readPackage(
        _ fields: Mapping, _ layout: Configuration.Layout, _ root: Node
    ) -> Located<Identifier>? {
        let node =
            layout == .package
            ? required("package", of: "the configuration", in: fields, at: root.place) : fields["package"]
        return node.flatMap { identifier($0, "the package's name") }
    }

    private mutating func readClients(_ node: Node, package: Identifier?) -> [Configuration.Client]? {
        guard case .sequence(let items) = node.value else {
            mistyped(node, "clients", "a list of clients, each with `document` and `module`")
            return nil
        }
        if items.isEmpty {
            report("no-clients", "`clients` lists no client", at: node.place)
        }
        let clients = items.compactMap { readClient($0) }
        checkModules(clients, package: package)
        return clients
    }

    private static let clientKeys = [
        "document", "module", "source", "sha256", "overlays", "security", "names", "formats", "only",
    ]

    private mutating func readClient(_ node: Node) -> Configuration.Client? {
        guard let fields = mapping(node, "a client", keys: Self.clientKeys) else {
            return nil
        }
        let document = required("document", of: "the client", in: fields, at: node.place)
            .flatMap { path($0, "document") }
        let module = required("module", of: "the client", in: fields, at: node.place)
            .flatMap { identifier($0, "the module's name") }
        let digest = fields["sha256"].flatMap { readDigest($0) }
        let overlays = fields["overlays"].map { readOverlays($0) } ?? []
        let security = fields["security"].map { readSecurity($0) } ?? []
        let names = fields["names"].map { readNames($0) } ?? []
        let formats = fields["formats"].map { readFormats($0) } ?? []
        let only = fields["only"].flatMap { readPart($0) }
        let source = fields.entry("source").flatMap { readSource($0) }
        guard let document, let module else { return nil }
        var client = Configuration.Client(
            document: document, module: module, digest: digest, overlays: overlays, security: security, names: names,
            formats: formats, only: only)
        client.source = source
        return client
    }

    private mutating func readOverlays(_ node: Node) -> [Located<String>] {
        guard case .sequence(let items) = node.value else {
            mistyped(node, "overlays", "a list of Overlay documents")
            return []
        }
        return items.compactMap { path($0, "overlays") }
    }

    /// Modules must differ on disks that ignore case, and none may hide one that generated code imports.
    private mutating func checkModules(_ clients: [Configuration.Client], package: Identifier?) {
        var taken: [String: Place?] = [:]
        let others = Configuration.otherTargets(package: package, modules: clients.map(\.module.value))
        for client in clients {
            let name = client.module.value.text
            if let reason = ReservedModules.reason(against: name, others: others) {
                report("reserved-module", "a module can't be called \(quote(name)): \(reason)", at: client.module.place)
            }
            if let earlier = taken[name.lowercased()] {
                report(
                    "duplicate-module", "a second client is called \(quote(name))", at: client.module.place,
                    notes: [.init("the first is here", at: earlier)])
            } else {
                taken[name.lowercased()] = client.module.place
            }
        }
    }

    private mutating func readSecurity(_ node: Node) -> [Configuration.SecurityOptions] {
        guard case .mapping(let schemes) = node.value else {
            mistyped(node, "security", "a mapping from the document's security schemes to their options")
            return []
        }
        return schemes.entries.compactMap { entry in
            guard
                let fields = mapping(
                    entry.value, "the options of a security scheme", keys: ["prefix", "environment"])
            else { return nil }
            return Configuration.SecurityOptions(
                scheme: Located(entry.key, at: entry.keyPlace),
                prefix: fields["prefix"].flatMap { headerText($0) },
                environment: fields["environment"].flatMap { environmentVariable($0) })
        }
    }

    private mutating func readNames(_ node: Node) -> [Configuration.PinnedName] {
        guard case .mapping(let pins) = node.value else {
            mistyped(node, "names", "a mapping from JSON pointers into the document to Swift names")
            return []
        }
        return pins.entries.compactMap { entry in
            let name = identifier(entry.value, "a pinned name")
            guard JSONPointer(entry.key) != nil else {
                report(
                    "bad-pointer", "\(quote(entry.key)) is no JSON pointer", at: entry.keyPlace,
                    hint: "a pointer looks like `#/components/schemas/Pet`, with `~1` for `/` and `~0` for `~`")
                return nil
            }
            return name.map {
                Configuration.PinnedName(pointer: Located(entry.key, at: entry.keyPlace), name: $0)
            }
        }
    }
}

// MARK: - Values

extension ConfigurationReader {
    private mutating func readDigest(_ node: Node) -> Located<Digest>? {
        guard let text = string(node, "sha256") else { return nil }
        guard let digest = Digest(text.lowercased()) else {
            report(
                "bad-digest", "`sha256` must be 64 hexadecimal digits", at: node.place,
                hint: "`sha256sum` prints them for a file")
            return nil
        }
        return Located(digest, at: node.place)
    }

    private mutating func readLimits(_ node: Node) -> Limits {
        var limits = Limits()
        guard let fields = mapping(node, "the limits", keys: LimitKey.allCases.map(\.rawValue)) else { return limits }
        for entry in fields.entries {
            guard let key = LimitKey(rawValue: entry.key) else { continue }
            guard case .number(let text) = entry.value.value, let number = Int(text), key.range.contains(number) else {
                report(
                    "bad-limit",
                    "`\(entry.key)` must be a whole number from \(key.range.lowerBound) to \(key.range.upperBound)",
                    at: entry.value.place)
                continue
            }
            limits[key] = number
        }
        return limits
    }

    /// One of a few words.
    private mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
        _ node: Node, _ key: String, _ what: String
    ) -> Value? {
        guard let text = string(node, key) else { return nil }
        if let value = Value(rawValue: text) { return value }
        let known = Value.allCases.map(\.rawValue)
        let words = known.dropLast().map { "`\($0)`" }.joined(separator: ", ") + " and `\(known.last ?? "")`"
        report(
            "bad-\(key)", "\(quote(text)) is no \(what)", at: node.place,
            hint: nearest(to: text, among: known).map { "did you mean `\($0)`?" } ?? "it is one of \(words)")
        return nil
    }

    private mutating func path(_ node: Node, _ key: String) -> Located<String>? {
        guard let text = string(node, key) else { return nil }
        guard !text.isEmpty, !text.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }) else {
            report("bad-path", "`\(key)` is no path", at: node.place)
            return nil
        }
        return Located(text, at: node.place)
    }

    private mutating func identifier(_ node: Node, _ what: String) -> Located<Identifier>? {
        guard let text = string(node, what, quoted: false) else { return nil }
        guard let identifier = Identifier(text) else {
            report(
                "bad-identifier", "\(what) must be a Swift identifier, not \(quote(text))", at: node.place,
                hint: "use ASCII letters, digits and `_`, with no digit in front")
            return nil
        }
        return Located(identifier, at: node.place)
    }

    private mutating func environmentVariable(_ node: Node) -> String? {
        guard let text = string(node, "environment") else { return nil }
        guard Identifier(text) != nil else {
            report(
                "bad-environment", "\(quote(text)) can't be the name of an environment variable", at: node.place,
                hint: "use ASCII letters, digits and `_`, with no digit in front")
            return nil
        }
        return text
    }

    /// A word that stands before a credential in a header: visible ASCII (RFC 9110, section 5.5).
    private mutating func headerText(_ node: Node) -> String? {
        guard let text = string(node, "prefix") else { return nil }
        guard !text.isEmpty, text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) else {
            report(
                "bad-prefix", "\(quote(text)) can't stand before a credential in a header", at: node.place,
                hint: "use one word of visible ASCII characters; the space behind it is added")
            return nil
        }
        return text
    }

    mutating func string(_ node: Node, _ what: String, quoted: Bool = true) -> String? {
        guard case .string(let text) = node.value else {
            mistyped(node, what, "a string", quoted: quoted)
            return nil
        }
        return text
    }

    mutating func mapping(_ node: Node, _ what: String, keys: [String]) -> Mapping? {
        guard case .mapping(let mapping) = node.value else {
            mistyped(node, what, "a mapping", quoted: false)
            return nil
        }
        for entry in mapping.entries where !keys.contains(entry.key) {
            let nearest = nearest(to: entry.key, among: keys)
            report(
                "unknown-key", "\(quote(entry.key)) is no key of \(what)", at: entry.keyPlace,
                hint: nearest.map { "did you mean `\($0)`?" }
                    ?? "the keys are \(keys.map { "`\($0)`" }.joined(separator: ", "))")
        }
        return mapping
    }

    private mutating func required(_ key: String, of what: String, in fields: Mapping, at place: Place) -> Node? {
        if let node = fields[key] { return node }
        report("missing-key", "\(what) needs `\(key)`", at: place)
        return nil
    }

    mutating func mistyped(_ node: Node, _ what: String, _ expected: String, quoted: Bool = true) {
        let subject = quoted ? "`\(what)`" : what
        report(
            "wrong-type", "\(subject) must be \(expected), not \(node.value.kindName)", at: node.place,
            hint: quoted && node.value.isPlainScalar && expected == "a string" ? "put it in quotes" : nil)
    }

    mutating func report(
        _ kind: String, _ message: String, at place: Place?, notes: [Diagnostic.Note] = [], hint: String? = nil
    ) {
        found = true
        problems.add(Diagnostic(.error, kind, message, at: place, notes: notes, hint: hint))
    }
}

extension Node.Value {
    /// The kind of value, as messages name it.
    var kindName: String {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .number: "a number"
        case .string: "a string"
        case .sequence: "a list"
        case .mapping: "a mapping"
        }
    }

    var isPlainScalar: Bool {
        switch self {
        case .boolean, .number: true
        case .null, .string, .sequence, .mapping: false
        }
    }
}
