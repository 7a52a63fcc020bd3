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
    var found = false
    /// What comes in place of the configuration's own layout.
    var layout: Configuration.Layout?

    init(problems: Problems) { self.problems = problems }

    mutating func configuration(_ root: Node) -> Configuration? {
        guard let fields = mapping(root, .configuration) else { return nil }
        let written: Configuration.Layout? = fields["layout"].flatMap { choice($0, "layout", "layout") }
        let layout = layout ?? written ?? .package
        let package = readPackage(fields, layout, root)
        let output = fields["output"].flatMap { path($0, "output") }
        let access: Configuration.AccessLevel? = fields["access"].flatMap { choice($0, "access", "access level") }
        let templates = fields["templates"].flatMap { path($0, "templates") }
        let limits = fields["limits"].map { readLimits($0) } ?? Limits()
        let runtime = fields["runtime"].flatMap { identifier($0, "the runtime's module") }
        let clients = fields["clients"].flatMap { readClients($0, package: package?.value) }
        guard let clients, let name = package?.value ?? clients.first?.module.value else { return nil }
        var configuration = Configuration(
            package: name, output: output, access: access ?? .public, templates: templates, clients: clients,
            layout: layout,
            runtime: runtime)
        configuration.limits = limits
        configuration.runtimeParts = fields["runtimeParts"].flatMap { choice($0, "runtimeParts", "choice of parts") }
        return configuration
    }

    /// Sources that go to a module of somebody's need no package's name.
    private mutating func readPackage(
        _ fields: Mapping, _ layout: Configuration.Layout, _ root: Node
    ) -> Located<Identifier>? {
        if layout == .package { require("package", of: .configuration, in: fields, at: root.place) }
        return fields["package"].flatMap { identifier($0, "the package's name") }
    }

    private mutating func readClients(_ node: Node, package: Identifier?) -> [Configuration.Client]? {
        guard case .sequence(let items) = node.value else {
            mistyped(node, "clients", "a list of clients, each with `document` and `module`")
            return nil
        }
        if items.isEmpty {
            report(.noClients, "`clients` must not be empty", at: node.place)
        }
        let clients = items.compactMap { readClient($0) }
        checkModules(clients, package: package)
        return clients
    }

    private mutating func readClient(_ node: Node) -> Configuration.Client? {
        guard let fields = mapping(node, .client) else { return nil }
        let document = fields["document"].flatMap { path($0, "document") }
        let module = fields["module"].flatMap { identifier($0, "the module's name") }
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
        client.types = fields["types"].map { readTypes($0) } ?? []
        client.groups = fields["groups"].map { readGroups($0) } ?? []
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
                report(.reservedModule, "a module can't be named \(quote(name)): \(reason)", at: client.module.place)
            }
            if let earlier = taken[name.lowercased()] {
                report(
                    .duplicateModule, "another client is already named \(quote(name))", at: client.module.place,
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
            guard let fields = mapping(entry.value, .credential) else { return nil }
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
            let name = readName(entry.value)
            guard let pointer = pointer(entry) else { return nil }
            guard name.own != nil || name.type != nil else { return nil }
            return Configuration.PinnedName(pointer: pointer, name: name.own, type: name.type)
        }
    }

    /// A name alone, or a mapping of the name of something and that of its type.
    private mutating func readName(_ node: Node) -> (own: Located<Identifier>?, type: Located<Identifier>?) {
        guard case .mapping = node.value else { return (identifier(node, "a pinned name"), nil) }
        guard let fields = mapping(node, .name) else { return (nil, nil) }
        if fields.entries.isEmpty {
            report(.emptyName, "a pinned name needs `name` or `type`", at: node.place)
        }
        return (
            fields["name"].flatMap { identifier($0, "a pinned name") },
            fields["type"].flatMap { identifier($0, "the name of a type") }
        )
    }

    /// The key of an entry, which must be a JSON pointer.
    mutating func pointer(_ entry: Mapping.Entry) -> Located<String>? {
        guard JSONPointer(entry.key) == nil else { return Located(entry.key, at: entry.keyPlace) }
        report(
            .badPointer, "\(quote(entry.key)) is not a valid JSON pointer", at: entry.keyPlace,
            hint: "write a pointer such as `#/components/schemas/Pet`, with `~1` for `/` and `~0` for `~`")
        return nil
    }
}
