import Diagnostics
import YAML

extension Reader {
    /// Follows the tokens of a JSON pointer.
    func walk(_ tokens: [String], from start: Located, _ text: String) throws(ReferenceFailure) -> Located {
        var current = start
        for token in tokens {
            current = try step(token, from: current, text)
        }
        return current
    }

    private func step(_ token: String, from parent: Located, _ text: String) throws(ReferenceFailure) -> Located {
        let pointer = Pointer.appending(token, to: parent.pointer)
        switch parent.node.value {
        case .mapping(let mapping):
            if let node = value(of: token, in: mapping, at: parent.pointer) {
                return entering(Located(node: node, scope: parent.scope, pointer: pointer))
            }
            if let through = referenceText(of: parent.node) {
                return try stepThrough(through, token, from: parent, text)
            }
            throw ReferenceFailure(
                cause: .dangling, message: "'\(text)' leads nowhere: there is no '\(token)' at that place",
                hint: hint(for: token, among: mapping.entries.lazy.map(\.key)))
        case .sequence(let items):
            guard let index = Pointer.index(token) else {
                throw ReferenceFailure(
                    cause: .refused(.badReference),
                    message: "'\(text)' is no valid pointer: '\(token)' is no index of a list")
            }
            guard items.indices.contains(index) else {
                throw ReferenceFailure(
                    cause: .dangling, message: "'\(text)' leads nowhere: the list there has \(items.count) items")
            }
            return entering(Located(node: items[index], scope: parent.scope, pointer: pointer))
        default:
            throw ReferenceFailure(
                cause: .dangling, message: "'\(text)' leads nowhere: there is no '\(token)' in \(parent.node.kindText)")
        }
    }

    /// A pointer that goes on behind a `$ref` has one clear meaning, though a strict one would lead nowhere.
    private func stepThrough(
        _ reference: String, _ token: String, from parent: Located, _ text: String
    ) throws(ReferenceFailure) -> Located {
        switch resolve(reference, in: parent.scope) {
        case .failed(let failure): throw failure
        case .found(let target):
            report(
                .repaired, .throughReference,
                "'\(text)' leads through this '$ref' to '\(reference)'; it is read as a pointer into that",
                at: parent.place)
            return try step(token, from: target, text)
        }
    }

    /// A schema with an `$id` is a resource of its own.
    func entering(_ located: Located) -> Located {
        guard case .mapping(let mapping) = located.node.value, mapping.entries.count < 40,
            case .string(let id)? = mapping["$id"]?.value, !id.hasPrefix("#")
        else { return located }
        var located = located
        if let scope = scopesByPointer[located.pointer] {
            located.scope = scope
        } else {
            let outer = scopes[Int(located.scope)]
            let reference = URIReference(id)
            let base = outer.base.map { reference.resolved(against: $0) } ?? reference
            located.scope = addScope(Scope(file: outer.file, pointer: located.pointer, base: base))
            scopesByPointer[located.pointer] = located.scope
            embedded[located.pointer] = located
        }
        return located
    }

    /// Mappings of many entries get an index the first time one of them is looked up.
    private func value(of key: String, in mapping: Mapping, at pointer: String) -> Node? {
        guard mapping.entries.count > 16 else { return mapping[key] }
        if mappingIndexes[pointer] == nil {
            var index: [String: Int] = [:]
            index.reserveCapacity(mapping.entries.count)
            for (position, entry) in mapping.entries.enumerated() { index[entry.key] = position }
            mappingIndexes[pointer] = index
        }
        return mappingIndexes[pointer]?[key].map { mapping.entries[$0].value }
    }
}
