import Diagnostics
import YAML

/// What a document declares for use elsewhere (Components Object), whether or not it is used. In document order, each
/// with its `componentName` set; component schemas are in ``Document/componentSchemas``.
public struct Components: Sendable {
    /// The status of a component is `default`.
    public var responses: [Response] = []
    public var parameters: [Parameter] = []
    public var examples: [Example] = []
    public var requestBodies: [RequestBody] = []
    public var headers: [Header] = []
    public var securitySchemes: [SecurityScheme] = []
    public var links: [Link] = []
    public var callbacks: [Callback] = []
    public var pathItems: [PathItem] = []
    public var mediaTypes: [MediaType] = []
}

extension Reader {
    /// The members of `components`, or of the sections 2.0 has in their place.
    private func sections(_ root: Located) -> [(kind: ComponentKind, members: [Member])] {
        guard case .mapping(let document) = root.node.value else { return [] }
        if version.family == .v2_0 {
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
        for section in sections where section.kind == .schemas { declare(section.members) }
        for section in sections where section.kind != .schemas {
            var names: [String: String] = [:]
            for member in section.members {
                checkComponentName(member.entry)
                if referenceText(of: member.located.node) == nil { names[member.located.pointer] = member.key }
            }
            for member in section.members {
                guard !isComponent(member.located, section.kind), let end = quietEnd(of: member.located),
                    names[end] == nil
                else { continue }
                names[end] = member.key
            }
            componentNames[section.kind] = names
        }
        for section in sections where section.kind == .securitySchemes {
            for member in section.members {
                guard let scheme = securityScheme(member.located, name: member.entry) else {
                    lostSecuritySchemes.insert(member.key)
                    continue
                }
                securitySchemeList.append(scheme)
                securitySchemes.insert(member.key)
                securitySchemeNames.append(member.key)
            }
        }
    }

    /// Component schemas in three steps: those that stand there, those that are another one, those that are elsewhere.
    private func declare(_ members: [Member]) {
        var names: [String: String] = [:]
        var elsewhere: [(name: String, located: Located)] = []
        for member in members {
            let (entry, located) = (member.entry, member.located)
            checkComponentName(entry)
            componentSchemaNames.append(entry.key)
            guard let text = pureReference(located.node) else {
                names[located.pointer] = entry.key
                componentSchemaIDs[ExactText(entry.key)] = arena.id(entering(located))
                continue
            }
            if case .found(let target) = resolve(text, in: located.scope), componentKind(of: target.pointer) == .schemas
            {
                names[located.pointer] = entry.key
                componentSchemaIDs[ExactText(entry.key)] = arena.id(located)
            } else {
                elsewhere.append((entry.key, located))
            }
        }
        for (name, located) in elsewhere {
            guard let id = schema(located, leavingOut: "the schema \(quote(name))") else {
                if arena.failures[located.pointer] == nil { arena.failures[located.pointer] = .reported }
                continue
            }
            arena.ids[located.pointer] = id
            componentSchemaIDs[ExactText(name)] = id
            let pointer = arena.sources[id.index].located.pointer
            if names[pointer] == nil { names[pointer] = name }
        }
        componentNames[.schemas] = names
    }

    /// Whether a component is another one, which then gives the name.
    private func isComponent(_ located: Located, _ kind: ComponentKind) -> Bool {
        guard let text = referenceText(of: located.node), case .found(let next) = resolve(text, in: located.scope)
        else { return false }
        return componentKind(of: next.pointer) == kind
    }

    /// Where a chain of references ends, without a word where it does not.
    private func quietEnd(of start: Located) -> String? {
        var current = start
        for _ in 0..<32 {
            guard let text = referenceText(of: current.node) else { return current.pointer }
            guard case .found(let next) = resolve(text, in: current.scope) else { return nil }
            current = next
        }
        return nil
    }

    private func checkComponentName(_ entry: Mapping.Entry) {
        let isPlain = entry.key.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "a")...UInt8(ascii: "z"),
                UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"):
                true
            default: false
            }
        }
        guard !isPlain, version.family > .v2_0 else { return }
        report(
            .remark, .badName,
            "the component name \(quote(entry.key)) should only have letters, digits, `.`, `-` and `_`",
            at: entry.keyPlace)
    }

    /// Everything the document declares, used or not.
    func components(_ root: Located) -> Components {
        var components = Components()
        components.securitySchemes = securitySchemeList
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
                version.family == .v2_0 ? response.producing(swaggerDefaults.produces) : response)
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
        if version.family == .v2_0 {
            var set = ParameterSet()
            if addSwagger(located, to: &set) { return }
        }
        append(parameter(located), to: &components.parameters)
    }
}
