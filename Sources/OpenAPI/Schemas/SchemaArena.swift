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

extension Reader {
    /// Reads every schema that has an id, and those they bring.
    func readPendingSchemas() {
        while arena.schemas.count < arena.sources.count {
            let source = arena.sources[arena.schemas.count]
            arena.schemas.append(SchemaReader.read(source, self))
        }
        for (pointer, name) in componentNames[.schemas] ?? [:] {
            guard let id = arena.ids[pointer] else { continue }
            arena.schemas[id.index].componentName = name
        }
    }

    /// The schema that is used at a place: itself, or what its references lead to.
    ///
    /// - Parameter holder: what is left out with it where it is out of reach. For example: `the property 'a'`.
    func schema(_ located: Located, leavingOut holder: @autoclosure () -> String) -> SchemaID? {
        guard let text = pureReference(located.node) else { return arena.id(entering(located)) }
        switch resolve(text, in: located.scope) {
        case .found(let target) where pureReference(target.node) == nil && !isNoSchema(target):
            return arena.ids[target.pointer] ?? arena.id(target)
        default: return schema(alongReferencesFrom: located, leavingOut: holder())
        }
    }

    /// Whether a pointer leads to what is certainly no schema.
    private func isNoSchema(_ target: Located) -> Bool {
        if let kind = componentKind(of: target.pointer) { return kind != .schemas }
        let file = files[scopes[Int(target.scope)].file]
        return target.pointer == file.prefix && Version(of: file.root) != nil
    }

    /// The schema that a reference has led to.
    func schema(at target: Located, leavingOut holder: @autoclosure () -> String) -> SchemaID? {
        arena.ids[target.pointer] ?? schema(target, leavingOut: holder())
    }

    /// The `$ref` of a schema that has no other keyword.
    func pureReference(_ node: Node) -> String? {
        guard case .mapping(let mapping) = node.value else { return nil }
        var text: String?
        for entry in mapping.entries {
            if entry.key == "$ref", case .string(let reference) = entry.value.value {
                text = reference
            } else if !entry.key.hasPrefix("x-") || (entry.key == "x-nullable" && version.family == .v2_0) {
                return nil
            }
        }
        return text
    }

    /// Follows a chain of pure references. A component that is one itself ends it, because it has an id of its own.
    private func schema(alongReferencesFrom start: Located, leavingOut holder: @autoclosure () -> String) -> SchemaID? {
        var chain: [Located] = []
        var visited: [String: Int] = [:]
        var current = start
        while let text = pureReference(current.node) {
            if !chain.isEmpty, let known = arena.ids[current.pointer] { return remember(known, chain) }
            if let cause = arena.failures[current.pointer] {
                reportLost(start, cause, "\(holder()) is skipped")
                return fail(chain, cause)
            }
            if let first = visited[current.pointer] {
                reportCycle(chain[first...].map { ($0.node, $0.pointer) })
                return fail(chain, .error)
            }
            visited[current.pointer] = chain.count
            chain.append(current)
            switch resolve(text, in: current.scope) {
            case .found(let target) where isNoSchema(target):
                reportWrongTarget(target, from: current)
                return remember(arena.id(current, .anything), chain)
            case .found(let target): current = target
            case .failed(let failure):
                guard let id = replacement(of: current, failure, leavingOut: holder()) else {
                    return fail(chain, failure.isRemote ? .reported : .error)
                }
                return remember(id, chain)
            }
        }
        return remember(arena.id(current), chain)
    }

    private func remember(_ id: SchemaID, _ chain: [Located]) -> SchemaID {
        for link in chain.dropFirst() where arena.ids[link.pointer] == nil { arena.ids[link.pointer] = id }
        return id
    }

    private func fail(_ chain: [Located], _ cause: LostCause) -> SchemaID? {
        for link in chain { arena.failures[link.pointer] = cause }
        return nil
    }

    /// What stands for a schema that a reference does not reach: anything where there is none, nothing where it is out of reach.
    private func replacement(
        of link: Located, _ failure: ReferenceFailure, leavingOut holder: @autoclosure () -> String
    ) -> SchemaID? {
        if case .dangling = failure.cause {
            if let text = pureReference(link.node), let id = component(named: text, at: link) { return id }
            reportFailure(failure, at: link, .degraded, otherwise: "it is read as a schema that allows anything")
            return arena.id(link, .anything)
        }
        reportFailure(failure, at: link, .leftOut, otherwise: "\(holder()) is skipped")
        return nil
    }

    /// The component schema that a reference names without saying where it is, or where another version has it.
    private func component(named text: String, at link: Located) -> SchemaID? {
        let isSwagger = version.family == .v2_0
        let section = isSwagger ? "#/definitions/" : "#/components/schemas/"
        let other = isSwagger ? "#/components/schemas/" : "#/definitions/"
        let isOther = text.hasPrefix(other)
        let name = isOther ? String(text.dropFirst(other.count)) : text
        guard let id = componentSchemaIDs[ExactText(name)] else { return nil }
        let fault = isOther ? "is a reference of another version" : "is not a reference"
        report(
            .repaired, .spelling, "\(quote(text)) \(fault); it is read as \(quote(section + name))",
            at: referencePlace(link.node))
        return id
    }

    func reportWrongTarget(_ target: Located, from link: Located) {
        let noun = componentKind(of: target.pointer)?.noun ?? "whole document"
        report(
            .degraded, .wrongTarget,
            "a schema is expected, but this refers to a \(noun); it is read as a schema that allows anything",
            at: referencePlace(link.node))
    }

    /// The target of a `$ref` that has other keywords beside it.
    func siblingReference(_ text: String, of located: Located) -> SchemaID? {
        switch resolve(text, in: located.scope) {
        case .found(let target) where isNoSchema(target):
            reportWrongTarget(target, from: located)
        case .found(let target): return schema(at: target, leavingOut: "the reference")
        case .failed(let failure):
            if case .dangling = failure.cause, let id = component(named: text, at: located) { return id }
            reportFailure(
                failure, at: located, .degraded,
                otherwise: failure.isRemote ? "the reference is skipped" : "only its siblings are read")
        }
        return nil
    }
}
