import Diagnostics
import YAML

/// Schemas by id, and those that have an id and wait to be read: ids are given in the order schemas are first met.
struct SchemaArena {
    var ids: [String: SchemaID] = [:]
    var sources: [SchemaSource] = []
    var schemas: [Schema] = []
    /// Where a chain of references failed: what reaches it later fails too.
    var failures: [String: LostCause] = [:]
    var hasDynamicReferences = false
    /// The component schemas.
    var components = ComponentSchemas()

    /// The id of the schema at a pointer, new or known.
    mutating func id(_ located: Located, _ form: SchemaSource.Form = .schema) -> SchemaID {
        let id = SchemaID(sources.count)
        // One search instead of two: nearly every schema is new.
        if let known = ids.updateValue(id, forKey: located.pointer) {
            ids[located.pointer] = known
            return known
        }
        sources.append(SchemaSource(located: located, form: form))
        return id
    }
}

extension SchemaArena {
    /// Gives component schemas their ids in three steps: those that stand there, those that are another one, those that are elsewhere.
    ///
    /// - Returns: their names by pointer.
    mutating func declare(
        _ members: [Member], _ references: inout References, _ findings: inout Findings
    ) -> [String: String] {
        let family = references.files.family
        var names: [String: String] = [:]
        var elsewhere: [(name: String, located: Located)] = []
        for member in members {
            let (name, located) = (member.key, member.located)
            findings.checkComponentName(member.entry, in: family)
            components.declare(name)
            guard let text = located.node.pureReference(in: family) else {
                names[located.pointer] = name
                components.define(name, as: id(references.files.entering(located)))
                continue
            }
            if case .found(let target) = references.resolve(text, in: located.scope, &findings),
                references.componentKind(of: target.pointer) == .schemas
            {
                names[located.pointer] = name
                components.define(name, as: id(located))
            } else {
                elsewhere.append((name, located))
            }
        }
        for (name, located) in elsewhere { declare(name, located, &names, &references, &findings) }
        return names
    }

    private mutating func declare(
        _ name: String, _ located: Located, _ names: inout [String: String], _ references: inout References,
        _ findings: inout Findings
    ) {
        guard let id = schema(located, leavingOut: "the schema \(quote(name))", &references, &findings) else {
            if failures[located.pointer] == nil { failures[located.pointer] = .reported }
            return
        }
        ids[located.pointer] = id
        components.define(name, as: id)
        let pointer = sources[id.index].located.pointer
        if names[pointer] == nil { names[pointer] = name }
    }

    /// Gives schemas the names of the components that they are.
    ///
    /// - Parameter names: by pointer.
    mutating func nameComponents(_ names: [String: String]) {
        for (pointer, name) in names {
            guard let id = ids[pointer] else { continue }
            schemas[id.index].componentName = name
        }
    }

    /// Replaces each `$dynamicRef` by a reference to what it leads to from where it is used.
    mutating func resolveDynamicReferences(_ findings: inout Findings) {
        guard hasDynamicReferences else { return }
        var scopes = DynamicScopes(schemas)
        scopes.resolve()
        for origin in scopes.origins { sources.append(sources[origin.index]) }
        schemas = scopes.schemas
        guard let schema = scopes.beyondLimit else { return }
        findings.report(
            .degraded, .limitDynamicReferences,
            "`$dynamicRef` resolves in more than 10000 ways; further ones use the static target",
            at: schema.place)
    }

    /// Reports schemas that are made of themselves, or of too long a chain of others.
    ///
    /// - Returns: whether there is a long chain.
    func reportChains(_ findings: inout Findings) -> Bool {
        let graph = SchemaGraph(schemas)
        let cycles = graph.cycles()
        for cycle in cycles { findings.reportCycle(cycle.map { sources[$0].located }) }
        guard cycles.isEmpty, let end = graph.endOfLongChain() else { return false }
        findings.report(
            .error, .limitChain,
            "more than \(SchemaGraph.longestChain) schemas refer to one another through references and `allOf`",
            at: sources[end].located.node.place)
        return true
    }
}

/// A schema that has an id.
struct SchemaSource {
    enum Form {
        case schema
        /// The keywords stand in a parameter, header or items object (2.0), among other keys.
        case parameter
        /// An object with one property for each of 2.0's form parameters.
        case form([FormMember])
        /// Any text.
        case text
        /// Nothing is known.
        case anything
    }

    var located: Located
    var form: Form
}

/// A member of a form (2.0).
struct FormMember {
    var name: String
    var namePlace: Place
    var schema: SchemaID
    var isRequired: Bool
}
