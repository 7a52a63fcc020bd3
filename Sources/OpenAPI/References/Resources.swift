import Diagnostics
import YAML

/// The `$id`s and anchors of the files read so far, gathered only when a reference needs them.
struct Resources {
    /// By URI, without a fragment.
    private var byURI: [String: Located] = [:]
    /// By the pointer of the resource, `#` and the name.
    private var byAnchor: [String: Located] = [:]
    private var indexedFiles = 0

    subscript(reference: URIReference) -> Located? { byURI[reference.resource] }

    func anchor(_ name: String, in resource: Located) -> Located? { byAnchor["\(resource.pointer)#\(name)"] }

    /// Reads what is not yet read of the files.
    mutating func index(_ files: inout Files) {
        while indexedFiles < files.count {
            let file = indexedFiles
            indexedFiles += 1
            if let base = files[file].base { byURI[base.resource] = files.root(of: file) }
            index(files.root(of: file), &files)
        }
    }

    private mutating func index(_ root: Located, _ files: inout Files) {
        var pending: [(located: Located, isNames: Bool)] = [(root, false)]
        while let (outer, isNames) = pending.popLast() {
            let located = files.entering(outer)
            switch located.node.value {
            case .mapping(let mapping):
                if !isNames { register(mapping, located, files[located.scope]) }
                for entry in mapping.entries where isNames || !Self.valueKeys.contains(entry.key) {
                    let isNames = !isNames && (entry.key == "properties" || entry.key == "$defs")
                    pending.append((located.child(entry), isNames))
                }
            case .sequence(let items):
                for (index, item) in items.enumerated() { pending.append((located.child(index, item), false)) }
            default: break
            }
        }
    }

    /// Keys below which everything is a value and no schema.
    private static let valueKeys: Set<String> = ["enum", "const", "default", "example", "examples", "value"]

    private mutating func register(_ mapping: Mapping, _ located: Located, _ scope: Scope) {
        guard mapping.entries.count < 40 else { return }
        for entry in mapping.entries {
            guard case .string(let text) = entry.value.value else { continue }
            switch entry.key {
            case "$anchor", "$dynamicAnchor": byAnchor["\(scope.pointer)#\(text)"] = located
            case "$id" where text.hasPrefix("#"):
                byAnchor["\(scope.pointer)#\(text.dropFirst())"] = located
            case "$id":
                if let base = scope.base { byURI[base.resource] = located }
            default: break
            }
        }
    }
}

extension References {
    /// The file or schema that names itself what a reference asks for.
    mutating func knownResource(
        _ reference: URIReference, from scope: Scope, _ findings: inout Findings
    ) -> Located? {
        guard reference.scheme != nil || scope.base != nil else { return nil }
        resources.index(&files)
        let absolute = scope.base.map { reference.resolved(against: $0) } ?? reference
        return resources[absolute] ?? published(absolute, &findings)
    }

    /// The schema whose `$id` is a relative reference, where no base is known: it and what refers to it are relative to the same unknown
    /// base.
    mutating func identified(_ reference: URIReference) -> Located? {
        resources.index(&files)
        return resources[reference]
    }

    /// A file of the root folder, where the root document says what URI it is published under and the reference lies beside it.
    private mutating func published(_ absolute: URIReference, _ findings: inout Findings) -> Located? {
        guard let base = files[0].base, base.scheme == absolute.scheme, base.authority == absolute.authority,
            base.scheme != nil, let slash = base.path.lastIndex(of: "/"), absolute.path.hasPrefix(base.path[...slash]),
            case .inside(let path) = FilePath.resolve(
                String(absolute.path.dropFirst(base.path[...slash].count)), from: files[0].path),
            case .success(let file) = files.file(at: path, &findings.problems)
        else { return nil }
        return files.root(of: file)
    }

    mutating func anchor(_ name: String, _ text: String, in starts: [Located]) throws(ReferenceFailure) -> Located {
        resources.index(&files)
        for start in starts {
            if let located = resources.anchor(name, in: start) { return located }
        }
        throw ReferenceFailure(
            cause: .dangling, message: "\(quote(text)) does not resolve: no anchor \(quote(name))",
            hint: "a pointer begins with `#/`")
    }
}
