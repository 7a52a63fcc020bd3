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

    /// - Parameter passed: The references that were followed to come to `parent`.
    private func step(
        _ token: String, from parent: Located, _ text: String, passed: [String] = []
    ) throws(ReferenceFailure) -> Located {
        switch parent.node.value {
        case .mapping(let mapping):
            if let node = mapping[token] {
                let pointer = Pointer.appending(token, of: mapping, to: parent.pointer)
                return entering(Located(node: node, scope: parent.scope, pointer: pointer))
            }
            if let through = referenceText(of: parent.node) {
                return try stepThrough(through, token, from: parent, text, passed)
            }
            throw ReferenceFailure(
                cause: .dangling,
                message: "\(quote(text)) does not resolve: no \(quote(token)) in \(quote(parent.pointer))",
                hint: hint(for: token, among: mapping.entries.lazy.map(\.key)))
        case .sequence(let items):
            guard let index = Pointer.index(token) else {
                throw ReferenceFailure(
                    cause: .refused(.badReference),
                    message: "\(quote(text)) is not a valid pointer: \(quote(token)) is not a list index")
            }
            guard items.indices.contains(index) else {
                throw ReferenceFailure(
                    cause: .dangling, message: "\(quote(text)) does not resolve: the list ends before item \(index)")
            }
            return entering(parent.child(index, items[index]))
        default:
            throw ReferenceFailure(
                cause: .dangling,
                message: "\(quote(text)) does not resolve: no \(quote(token)) in \(parent.node.kindText)")
        }
    }

    /// A pointer that goes on behind a `$ref` has one clear meaning, though a strict one would lead nowhere.
    private func stepThrough(
        _ reference: String, _ token: String, from parent: Located, _ text: String, _ passed: [String]
    ) throws(ReferenceFailure) -> Located {
        guard !passed.contains(parent.pointer) else {
            throw ReferenceFailure(
                cause: .refused(.circularReference), message: "\(quote(text)) refers to itself")
        }
        guard passed.count < 100 else {
            throw ReferenceFailure(
                cause: .dangling, message: "\(quote(text)) goes through more than 100 references")
        }
        switch resolve(reference, in: parent.scope) {
        case .failed(let failure): throw failure
        case .found(let target):
            report(
                .repaired, .throughReference,
                "a pointer goes through this `$ref`; it is read as a pointer into \(quote(reference))",
                at: referencePlace(parent.node))
            return try step(token, from: target, text, passed: passed + [parent.pointer])
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
}
