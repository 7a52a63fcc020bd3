import Diagnostics
import YAML

/// The `$id`s and anchors of the files read so far, gathered only when a reference needs them.
struct Resources {
    /// By URI, without a fragment.
    var byURI: [String: Located] = [:]
    /// By the pointer of the resource, `#` and the name.
    var byAnchor: [String: Located] = [:]
    var indexedFiles = 0
}

extension Reader {
    /// The file or schema that names itself what a reference asks for.
    func knownResource(_ reference: URIReference, from scope: Scope) -> Located? {
        guard reference.scheme != nil || scope.base != nil else { return nil }
        indexResources()
        let absolute = scope.base.map { reference.resolved(against: $0) } ?? reference
        return resources.byURI[absolute.resource] ?? published(absolute)
    }

    /// The schema whose `$id` is a relative reference, where no base is known: it and what refers to it are relative to the same unknown
    /// base.
    func identified(_ reference: URIReference) -> Located? {
        indexResources()
        return resources.byURI[reference.resource]
    }

    /// A file of the root folder, where the root document says what URI it is published under and the reference lies beside it.
    private func published(_ absolute: URIReference) -> Located? {
        guard let base = files[0].base, base.scheme == absolute.scheme, base.authority == absolute.authority,
            base.scheme != nil, let slash = base.path.lastIndex(of: "/"), absolute.path.hasPrefix(base.path[...slash]),
            case .inside(let path) = FilePath.resolve(
                String(absolute.path.dropFirst(base.path[...slash].count)), from: files[0].path),
            case .success(let file) = file(at: path)
        else { return nil }
        return root(of: file)
    }

    func anchor(_ name: String, _ text: String, in starts: [Located]) throws(ReferenceFailure) -> Located {
        indexResources()
        for start in starts {
            if let located = resources.byAnchor["\(start.pointer)#\(name)"] { return located }
        }
        throw ReferenceFailure(
            cause: .dangling, message: "\(quote(text)) does not resolve: no anchor \(quote(name))",
            hint: "a pointer begins with `#/`")
    }

    private func indexResources() {
        while resources.indexedFiles < files.count {
            let file = resources.indexedFiles
            resources.indexedFiles += 1
            if let base = files[file].base { resources.byURI[base.resource] = root(of: file) }
            index(root(of: file))
        }
    }

    private func index(_ root: Located) {
        var pending: [(located: Located, isNames: Bool)] = [(root, false)]
        while let (outer, isNames) = pending.popLast() {
            let located = entering(outer)
            switch located.node.value {
            case .mapping(let mapping):
                if !isNames { register(mapping, located) }
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

    private func register(_ mapping: Mapping, _ located: Located) {
        guard mapping.entries.count < 40 else { return }
        let scope = scopes[Int(located.scope)]
        for entry in mapping.entries {
            guard case .string(let text) = entry.value.value else { continue }
            switch entry.key {
            case "$anchor", "$dynamicAnchor": resources.byAnchor["\(scope.pointer)#\(text)"] = located
            case "$id" where text.hasPrefix("#"):
                resources.byAnchor["\(scope.pointer)#\(text.dropFirst())"] = located
            case "$id":
                if let base = scope.base { resources.byURI[base.resource] = located }
            default: break
            }
        }
    }
}
