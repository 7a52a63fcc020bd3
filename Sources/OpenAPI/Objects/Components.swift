import Diagnostics
import YAML

/// What a document declares for use elsewhere (Components Object), whether or not it is used. In document order, each
/// with its `componentName` set; component schemas are in ``Document/componentSchemas``.
public struct Components: Sendable {
    /// The status of a component is `default`.
    public var responses: [Response] = []
    /// Declared under `parameters`. 2.0's body and form parameters are read where they are used.
    public var parameters: [Parameter] = []
    /// Declared under `examples`.
    public var examples: [Example] = []
    /// Declared under `requestBodies` (3.0 and later). 2.0 has no such section.
    public var requestBodies: [RequestBody] = []
    /// Declared under `headers`.
    public var headers: [Header] = []
    /// Declared under `securitySchemes`; in 2.0, `securityDefinitions`.
    public var securitySchemes: [SecurityScheme] = []
    /// Declared under `links`.
    public var links: [Link] = []
    /// Declared under `callbacks`.
    public var callbacks: [Callback] = []
    /// Declared under `pathItems` (3.1 and later).
    public var pathItems: [PathItem] = []
    /// Declared under `mediaTypes` (3.2).
    public var mediaTypes: [MediaType] = []
}

extension Reader {
    /// The members of `components`, or of the sections 2.0 has in their place.
    private func sections(_ root: Located) -> [(kind: ComponentKind, members: [Member])] {
        guard case .mapping(let document) = root.node.value else { return [] }
        if family == .v2_0 {
            return document.entries.compactMap { entry in
                ComponentKind(swagger: entry.key).map { ($0, members(entry, in: root)) }
            }
        }
        guard let entry = document.entries.first(where: { $0.key == "components" }) else { return [] }
        return members(entry, in: root).compactMap { section in
            guard let kind = ComponentKind(rawValue: section.key) else {
                reportUnknown(section.entry, in: "`components`", among: ComponentKind.allCases.map(\.rawValue))
                return nil
            }
            return section.located.node.isNull
                ? (kind, []) : (kind, members(of: section.located, code(section.key)))
        }
    }

    /// Gives every component schema its id and every component its name, before anything is read.
    func declareComponents(_ root: Located) {
        let sections = sections(root)
        for section in sections where section.kind == .schemas {
            componentNames[.schemas] = arena.declare(section.members, &references, &findings)
        }
        for section in sections where section.kind != .schemas {
            componentNames.declare(section.members, section.kind, &references, &findings)
        }
        for section in sections where section.kind == .securitySchemes {
            for member in section.members {
                if let scheme = securityScheme(member.located, name: member.entry) {
                    securitySchemes.add(scheme)
                } else {
                    securitySchemes.lose(member.key)
                }
            }
        }
    }

    /// Everything the document declares, used or not.
    func components(_ root: Located) -> Components {
        var components = Components()
        components.securitySchemes = securitySchemes.all
        for section in sections(root) {
            for member in section.members { read(member.entry, section.kind, member.located, into: &components) }
        }
        return components
    }

    private func read(
        _ entry: Mapping.Entry, _ kind: ComponentKind, _ located: Located, into components: inout Components
    ) {
        switch kind {
        case .schemas, .securitySchemes: break
        case .responses:
            guard let response = response(located, "the response \(code(entry.key))") else { break }
            components.responses.append(
                family == .v2_0 ? response.producing(swaggerDefaults.produces) : response)
        case .parameters: addParameter(located, to: &components)
        case .examples: append(example(located, name: entry.key), to: &components.examples)
        case .requestBodies: append(requestBody(located), to: &components.requestBodies)
        case .headers: append(header(located, name: entry.key, at: entry.keyPlace), to: &components.headers)
        case .links: append(link(located, name: entry.key), to: &components.links)
        case .callbacks: append(callback(located, name: entry.key, at: entry.keyPlace), to: &components.callbacks)
        case .pathItems: append(pathItem(located, template: entry), to: &components.pathItems)
        case .mediaTypes:
            append(mediaType(located, name: "", at: entry.keyPlace), to: &components.mediaTypes)
        }
    }

    private func append<Value>(_ value: Value?, to values: inout [Value]) {
        if let value { values.append(value) }
    }

    /// 2.0's body and form parameters become bodies where they are used.
    private func addParameter(_ located: Located, to components: inout Components) {
        if family == .v2_0 {
            var set = ParameterSet()
            if addSwagger(located, to: &set) { return }
        }
        append(parameter(located), to: &components.parameters)
    }
}
