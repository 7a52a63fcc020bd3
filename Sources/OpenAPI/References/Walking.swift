import Diagnostics
import YAML

extension References {
    /// Follows the tokens of a JSON pointer.
    mutating func walk(
        _ tokens: [String], from start: Located, _ text: String, _ findings: inout Findings
    ) throws(ReferenceFailure) -> Located {
        var current = start
        for token in tokens {
            current = try step(token, from: current, text, &findings)
        }
        return current
    }

    /// - Parameter passed: The references that were followed to come to `parent`.
    private mutating func step(
        _ token: String, from parent: Located, _ text: String, _ findings: inout Findings, passed: [String] = []
    ) throws(ReferenceFailure) -> Located {
        switch parent.node.value {
        case .mapping(let mapping):
            if let node = mapping[token] {
                let pointer = Pointer.appending(token, of: mapping, to: parent.pointer)
                return files.entering(Located(node: node, scope: parent.scope, pointer: pointer))
            }
            if let through = parent.node.referenceText {
                return try stepThrough(through, token, from: parent, text, &findings, passed)
            }
            throw ReferenceFailure(
                cause: .dangling,
                message: "\(quote(text)) does not resolve: no \(quote(token)) in \(quote(parent.pointer))",
                hint: findings.hints.hint(for: token, among: mapping.entries.lazy.map(\.key)))
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
            return files.entering(parent.child(index, items[index]))
        default:
            throw ReferenceFailure(
                cause: .dangling,
                message: "\(quote(text)) does not resolve: no \(quote(token)) in \(parent.node.kindText)")
        }
    }

    /// A pointer that goes on behind a `$ref` has one clear meaning, though a strict one would lead nowhere.
    private mutating func stepThrough(
        _ reference: String, _ token: String, from parent: Located, _ text: String, _ findings: inout Findings,
        _ passed: [String]
    ) throws(ReferenceFailure) -> Located {
        guard !passed.contains(parent.pointer) else {
            throw ReferenceFailure(
                cause: .refused(.circularReference), message: "\(quote(text)) refers to itself")
        }
        guard passed.count < 100 else {
            throw ReferenceFailure(
                cause: .dangling, message: "\(quote(text)) goes through more than 100 references")
        }
        switch resolve(reference, in: parent.scope, &findings) {
        case .failed(let failure): throw failure
        case .found(let target):
            findings.report(
                .repaired, .throughReference,
                "a pointer goes through this `$ref`; it is read as a pointer into \(quote(reference))",
                at: parent.node.referencePlace)
            return try step(token, from: target, text, &findings, passed: passed + [parent.pointer])
        }
    }
}

extension References {
    /// The nearest schema around a place that says `$recursiveAnchor: true`, else the component it is in.
    mutating func recursiveAnchor(around located: Located, _ findings: inout Findings) -> Located? {
        guard let hash = located.pointer.firstIndex(of: "#"),
            let tokens = Pointer.tokens(located.pointer[located.pointer.index(after: hash)...])
        else { return nil }
        var current = files.root(of: files[located.scope].file)
        var found: Located?
        for token in tokens {
            guard let next = try? walk([token], from: current, located.pointer, &findings) else { break }
            current = next
            let isComponent = componentKind(of: current.pointer) == .schemas
            if isComponent || isRecursiveAnchor(current.node) { found = current }
        }
        return found
    }

    private func isRecursiveAnchor(_ node: Node) -> Bool {
        guard case .mapping(let mapping) = node.value, case .boolean(true)? = mapping["$recursiveAnchor"]?.value
        else { return false }
        return true
    }
}
