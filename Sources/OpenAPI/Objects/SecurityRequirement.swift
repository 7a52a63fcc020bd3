public import Diagnostics
import YAML

/// Schemes that are needed together (Security Requirement Object). Without any, the operation is open to everyone.
public struct SecurityRequirement: Sendable {
    /// Every name is one of ``Components/securitySchemes``.
    public var schemes: [(name: String, scopes: [String])] = []
    public var place: Place
}

extension Reader {
    /// The alternatives of a `security` key. One that names an unknown scheme is left out, because it cannot be met.
    func security(_ entry: Mapping.Entry, in parent: Located) -> [SecurityRequirement] {
        mappings(entry, in: parent).compactMap { requirement($0.node, parent.scope) }
    }

    private func requirement(_ node: Node, _ scope: ScopeID) -> SecurityRequirement? {
        guard let mapping = mapping(node, "a security requirement") else { return nil }
        var requirement = SecurityRequirement(place: node.place)
        for entry in mapping.entries {
            guard let name = schemeName(entry, scope) else { return nil }
            requirement.schemes.append((name, entry.value.isNull ? [] : texts(entry).map(\.name)))
        }
        return requirement
    }

    /// The scheme a key names, by its name or (3.2) by a reference to it.
    private func schemeName(_ entry: Mapping.Entry, _ scope: ScopeID) -> String? {
        if securitySchemes.contains(entry.key) { return entry.key }
        if entry.key.utf8.contains(UInt8(ascii: "/")), case .found(let target) = resolve(entry.key, in: scope),
            let name = componentNames[.securitySchemes]?[target.pointer]
        {
            return name
        }
        guard !lostSecuritySchemes.contains(entry.key) else {
            report(
                .leftOut, .unknownSecurityScheme,
                "the security scheme \(code(entry.key)) is skipped, together with this alternative", at: entry.keyPlace)
            return nil
        }
        report(
            .leftOut, .unknownSecurityScheme,
            "unknown security scheme \(code(entry.key)); this alternative is skipped", at: entry.keyPlace,
            hint: hint(for: entry.key, among: securitySchemeNames))
        return nil
    }
}
