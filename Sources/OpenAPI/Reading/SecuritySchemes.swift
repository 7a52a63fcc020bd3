import Diagnostics
import YAML

/// The security schemes of a document, and the names of those that can't be read.
struct SecuritySchemes {
    /// In document order.
    private(set) var all: [SecurityScheme] = []
    private var known: Set<String> = []
    private var lost: Set<String> = []

    mutating func add(_ scheme: SecurityScheme) {
        all.append(scheme)
        known.insert(scheme.name)
    }

    /// Remembers a scheme that can't be read, which has been reported.
    mutating func lose(_ name: String) { lost.insert(name) }

    /// The scheme that a key of a requirement names, by its name or (3.2) by a reference to it. `nil` has been reported.
    func name(
        for entry: Mapping.Entry, in scope: ScopeID, _ names: ComponentNames, _ references: inout References,
        _ findings: inout Findings
    ) -> String? {
        if known.contains(entry.key) { return entry.key }
        if entry.key.utf8.contains(UInt8(ascii: "/")),
            case .found(let target) = references.resolve(entry.key, in: scope, &findings),
            let name = names.name(of: .securitySchemes, at: target.pointer)
        {
            return name
        }
        guard !lost.contains(entry.key) else {
            findings.report(
                .leftOut, .unknownSecurityScheme,
                "the security scheme \(code(entry.key)) is skipped, together with this alternative", at: entry.keyPlace)
            return nil
        }
        findings.report(
            .leftOut, .unknownSecurityScheme,
            "unknown security scheme \(code(entry.key)); this alternative is skipped", at: entry.keyPlace,
            hint: findings.hints.hint(for: entry.key, among: all.map(\.name)))
        return nil
    }
}
