import Diagnostics
import YAML

extension SchemaArena {
    /// The schema that is used at a place: itself, or what its references lead to.
    ///
    /// - Parameter holder: what is left out with it where it is out of reach. For example: `the property 'a'`.
    mutating func schema(
        _ located: Located, leavingOut holder: @autoclosure () -> String, _ references: inout References,
        _ findings: inout Findings
    ) -> SchemaID? {
        guard let text = located.node.pureReference(in: references.files.family) else {
            return id(references.files.entering(located))
        }
        switch references.resolve(text, in: located.scope, &findings) {
        case .found(let target)
        where target.node.pureReference(in: references.files.family) == nil && !references.isNoSchema(target):
            return ids[target.pointer] ?? id(target)
        default: return schema(alongReferencesFrom: located, leavingOut: holder(), &references, &findings)
        }
    }

    /// The schema that a reference has led to.
    mutating func schema(
        at target: Located, leavingOut holder: @autoclosure () -> String, _ references: inout References,
        _ findings: inout Findings
    ) -> SchemaID? {
        ids[target.pointer] ?? schema(target, leavingOut: holder(), &references, &findings)
    }

    /// Follows a chain of pure references. A component that is one itself ends it, because it has an id of its own.
    private mutating func schema(
        alongReferencesFrom start: Located, leavingOut holder: @autoclosure () -> String,
        _ references: inout References, _ findings: inout Findings
    ) -> SchemaID? {
        var chain: [Located] = []
        var visited: [String: Int] = [:]
        var current = start
        while let text = current.node.pureReference(in: references.files.family) {
            if !chain.isEmpty, let known = ids[current.pointer] { return remember(known, chain) }
            if let cause = failures[current.pointer] {
                findings.reportLost(start, cause, "\(holder()) is skipped")
                return fail(chain, cause)
            }
            if let first = visited[current.pointer] {
                findings.reportCycle(chain[first...])
                return fail(chain, .error)
            }
            visited[current.pointer] = chain.count
            chain.append(current)
            switch references.resolve(text, in: current.scope, &findings) {
            case .found(let target) where references.isNoSchema(target):
                findings.reportWrongTarget(references.componentKind(of: target.pointer), from: current)
                return remember(id(current, .anything), chain)
            case .found(let target): current = target
            case .failed(let failure):
                guard let id = replacement(of: current, failure, leavingOut: holder(), &references, &findings) else {
                    return fail(chain, failure.isRemote ? .reported : .error)
                }
                return remember(id, chain)
            }
        }
        return remember(id(current), chain)
    }

    private mutating func remember(_ id: SchemaID, _ chain: [Located]) -> SchemaID {
        for link in chain.dropFirst() where ids[link.pointer] == nil { ids[link.pointer] = id }
        return id
    }

    private mutating func fail(_ chain: [Located], _ cause: LostCause) -> SchemaID? {
        for link in chain { failures[link.pointer] = cause }
        return nil
    }

    /// What stands for a schema that a reference does not reach: anything where there is none, nothing where it is out of reach.
    private mutating func replacement(
        of link: Located, _ failure: ReferenceFailure, leavingOut holder: @autoclosure () -> String,
        _ references: inout References, _ findings: inout Findings
    ) -> SchemaID? {
        if case .dangling = failure.cause {
            if let text = link.node.pureReference(in: references.files.family),
                let id = component(named: text, at: link, in: references.files.family, &findings)
            {
                return id
            }
            findings.reportFailure(
                failure, at: link, .degraded, otherwise: "it is read as a schema that allows anything")
            return id(link, .anything)
        }
        findings.reportFailure(failure, at: link, .leftOut, otherwise: "\(holder()) is skipped")
        return nil
    }

    /// The component schema that a reference names without saying where it is, or where another version has it.
    private func component(
        named text: String, at link: Located, in family: Version.Family, _ findings: inout Findings
    ) -> SchemaID? {
        let isSwagger = family == .v2_0
        let section = isSwagger ? "#/definitions/" : "#/components/schemas/"
        let other = isSwagger ? "#/components/schemas/" : "#/definitions/"
        let isOther = text.hasPrefix(other)
        let name = isOther ? String(text.dropFirst(other.count)) : text
        guard let id = components[name] else { return nil }
        let fault = isOther ? "is a reference of another version" : "is not a reference"
        findings.report(
            .repaired, .spelling, "\(quote(text)) \(fault); it is read as \(quote(section + name))",
            at: link.node.referencePlace)
        return id
    }

    /// The target of a `$ref` that has other keywords beside it.
    mutating func siblingReference(
        _ text: String, of located: Located, _ references: inout References, _ findings: inout Findings
    ) -> SchemaID? {
        switch references.resolve(text, in: located.scope, &findings) {
        case .found(let target) where references.isNoSchema(target):
            findings.reportWrongTarget(references.componentKind(of: target.pointer), from: located)
        case .found(let target): return schema(at: target, leavingOut: "the reference", &references, &findings)
        case .failed(let failure):
            if case .dangling = failure.cause,
                let id = component(named: text, at: located, in: references.files.family, &findings)
            {
                return id
            }
            findings.reportFailure(
                failure, at: located, .degraded,
                otherwise: failure.isRemote ? "the reference is skipped" : "only its siblings are read")
        }
        return nil
    }
}
