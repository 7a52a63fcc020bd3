public import Diagnostics
import YAML

/// Schemes that are needed together (Security Requirement Object). Without any, the operation is open to everyone.
public struct SecurityRequirement: Sendable {
    /// Every name is one of ``Components/securitySchemes``.
    public var schemes: [(name: String, scopes: [String])] = []
    /// The location of the object.
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
            guard let name = securitySchemes.name(for: entry, in: scope, componentNames, &references, &findings) else {
                return nil
            }
            requirement.schemes.append((name, entry.value.isNull ? [] : texts(entry).map(\.name)))
        }
        return requirement
    }
}
