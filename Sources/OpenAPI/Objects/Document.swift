public import Diagnostics
public import YAML

/// A whole OpenAPI document, every version brought to the shape of 3.2 (OpenAPI Object, Swagger Object).
///
/// For example: a Swagger 2.0 document has its `definitions` under ``components``, and its `host`, `basePath` and
/// `schemes` are one server each.
///
/// Schemas live in one arena, ``schemas``, and are named by ``SchemaID`` everywhere else, so that recursion costs
/// nothing. References to anything but schemas have been followed.
public struct Document: Sendable {
    /// The version that decided how the document was read. Nothing outside of this module must depend on it.
    public var version: Version
    /// Title, version and contact of the service. The title is empty if the document has no `info`.
    public var info: Info
    /// Empty where the document names none, which means `/`.
    public var servers: [Server] = []
    /// In document order.
    public var paths: [PathItem] = []
    /// Requests that the service sends (3.1 and later), in document order.
    public var webhooks: [Webhook] = []
    /// Everything that the document declares for reuse, except for schemas.
    public var components = Components()
    /// What operations need that say nothing themselves; any one of these is enough. `nil` where the document is silent.
    public var security: [SecurityRequirement]?
    /// In document order. Operations can have tags that are not listed here.
    public var tags: [Tag] = []
    /// Documentation of the whole service.
    public var externalDocumentation: ExternalDocumentation?
    /// Every schema that is reached from the document, component schemas first in document order.
    public var schemas: [Schema] = []
    /// The schemas of `components/schemas` (2.0: `definitions`), in document order. A component that only refers to a
    /// schema that is no component, such as the root of another file, is that schema.
    public var componentSchemas: [(name: String, id: SchemaID)] = []
    /// Whether very many schemas are made of one another, which is an error: putting them together would take too long.
    public var hasLongChain = false
    /// The location of the root object.
    public var place: Place

    /// The schema of an identifier, which must be of this document.
    public subscript(id: SchemaID) -> Schema {
        // Lent and not copied: a schema is large, and most of those who ask want one of its keywords.
        _read { yield schemas[id.index] }
    }
}

extension Document {
    /// Reads a document of any version, with every file its references lead to.
    ///
    /// - Parameters:
    ///   - root: the document's tree.
    ///   - file: the document's path relative to the root folder, which no reference leaves. For example: `api/openapi.yaml`.
    ///   - loader: reads another file of that folder; never called for the network.
    ///   - problems: gets everything that was found, in document order. Where it has errors, the document lacks what they
    ///     are about and must not be generated from; it is there so that what follows can find more of them.
    ///
    /// Fails, with an error in `problems`, where the tree is no OpenAPI document of a known version.
    public init?(root: Node, file: String, problems: inout Problems, loader: Loader) {
        let result = withoutActuallyEscaping(loader) { loader -> (Document?, Problems) in
            let reader = Reader(loader: loader)
            let document = reader.document(root, path: file)
            return (document, reader.findings.problems)
        }
        problems.add(contentsOf: result.1.inDocumentOrder())
        guard let document = result.0 else { return nil }
        self = document
    }
}

private enum DocumentKey: String, ObjectKey {
    case openapi, swagger
    case ownURI = "$self"
    case info, jsonSchemaDialect, servers, paths, webhooks, components, security, tags, externalDocs
    case host, basePath, schemes, consumes, produces, definitions, parameters, responses, securityDefinitions

    static let table = KeyTable<DocumentKey>(
        "a document",
        only: [
            (
                .v2_0 ... .v2_0,
                [
                    .swagger, .host, .basePath, .schemes, .consumes, .produces, .definitions, .parameters, .responses,
                    .securityDefinitions,
                ]
            ),
            (.v3_0 ... .newest, [.openapi, .servers, .components]),
            (.v3_1 ... .newest, [.jsonSchemaDialect, .webhooks]),
            (.v3_2 ... .newest, [.ownURI]),
        ],
        strict: [
            .swagger, .openapi, .host, .basePath, .schemes, .consumes, .produces, .definitions, .parameters, .responses,
            .securityDefinitions, .components,
        ])
}

extension Reader {
    fileprivate func document(_ node: Node, path: String) -> Document? {
        guard let mapping = mapping(node, "an OpenAPI document"), let version = version(mapping, at: node.place) else {
            return nil
        }
        references.files.add(node, path: path, family: version.family)
        let located = references.files.root(of: 0)
        var document = Document(
            version: version, info: Info(title: "", version: "", place: node.place), place: node.place)
        readSwaggerDefaults(mapping)
        declareComponents(located)
        var keys: Set<DocumentKey> = []
        read(located) { (key: DocumentKey, entry, located) in
            keys.insert(key)
            read(key, entry, in: located, into: &document)
        }
        if version.family == .v2_0, document.servers.isEmpty {
            document.servers = swaggerServers(schemes: nil, at: node.place)
        }
        reportMissingKeys(keys, at: node.place)
        document.components = components(located)
        document.componentSchemas = arena.components.names.compactMap { name in
            arena.components[name].map { (name, $0) }
        }
        readPendingSchemas()
        arena.nameComponents(componentNames[.schemas])
        arena.resolveDynamicReferences(&findings)
        document.schemas = arena.schemas
        document.hasLongChain = arena.reportChains(&findings)
        return document
    }

    private func read(_ key: DocumentKey, _ entry: Mapping.Entry, in located: Located, into document: inout Document) {
        switch key {
        case .info: document.info = info(located.child(entry))
        case .servers: document.servers = servers(entry, in: located)
        case .paths: document.paths = paths(entry, in: located)
        case .webhooks: document.webhooks = webhooks(entry, in: located)
        case .security: document.security = security(entry, in: located)
        case .tags: document.tags = tags(entry, in: located)
        case .externalDocs: document.externalDocumentation = externalDocumentation(located.child(entry))
        case .openapi, .swagger, .ownURI, .jsonSchemaDialect, .components: break
        case .host, .basePath, .schemes, .consumes, .produces: break
        case .definitions, .parameters, .responses, .securityDefinitions: break
        }
    }

    private func webhooks(_ entry: Mapping.Entry, in parent: Located) -> [Webhook] {
        members(entry, in: parent).compactMap { webhook in
            guard let item = pathItem(webhook.located, template: webhook.entry) else { return nil }
            return Webhook(name: webhook.key, namePlace: webhook.keyPlace, item: item)
        }
    }

    /// Reads every schema that has an id, and those they bring.
    private func readPendingSchemas() {
        while arena.schemas.count < arena.sources.count {
            let source = arena.sources[arena.schemas.count]
            arena.schemas.append(SchemaReader.read(source, self))
        }
    }

    private func reportMissingKeys(_ keys: Set<DocumentKey>, at place: Place) {
        if !keys.contains(.info) {
            report(
                .repaired, .missingKey, "an OpenAPI document needs `info`; the title is empty",
                at: place)
        }
        if family < .v3_1 {
            if !keys.contains(.paths) { reportMissing("paths", in: "an OpenAPI document", at: place) }
        } else if keys.isDisjoint(with: [.paths, .webhooks, .components]) {
            report(
                .error, .missingKey, "an OpenAPI document needs `paths`, `webhooks` or `components`", at: place)
        }
    }
}
