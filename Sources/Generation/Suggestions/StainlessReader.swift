import Diagnostics
import Lowering
import YAML

/// Reads the resources of a configuration of Stainless: methods by their endpoints, and models by their schemas.
struct StainlessReader {
    private(set) var hints = NameHints()
    /// The operations and the component schemas of the document, which endpoints and models must name.
    private let pointers: [String: String]
    private let schemas: [String: String]

    /// - Parameters:
    ///   - operations: The pointer of each operation, by method and path. For example: `POST /chat`.
    ///   - schemas: The pointer of each component schema, by its key.
    init(_ root: Node, operations: [String: String], schemas: [String: String]) {
        pointers = operations
        self.schemas = schemas
        guard let resources = root["resources"] else {
            add("the configuration has no `resources`", at: root.place)
            return
        }
        readResources(resources, below: [])
    }

    private mutating func readResources(_ node: Node, below path: [String]) {
        for (name, resource) in node.entries {
            // The client's own methods, and models that resources share, have no group.
            let inner = path + (name.hasPrefix("$") ? [] : [name])
            for (method, value) in resource["methods"]?.entries ?? [] { readMethod(method, value, in: inner) }
            for (model, value) in resource["models"]?.entries ?? [] { readModel(model, value) }
            if let subresources = resource["subresources"] { readResources(subresources, below: inner) }
        }
    }

    private mutating func readMethod(_ name: String, _ node: Node, in path: [String]) {
        guard let endpoint = (node["endpoint"] ?? node).nonEmptyText else { return }
        let parts = endpoint.split(separator: " ")
        let operation = parts.count == 2 ? "\(parts[0].uppercased()) \(parts[1])" : endpoint
        guard let pointer = pointers[operation] else {
            return add("the document has no operation \(quote(endpoint, limit: 200))", at: node.place)
        }
        hints.names.append(NameHints.Name(pointer: pointer, text: name, kind: .method, place: node.place))
        if !path.isEmpty {
            hints.groups.append(NameHints.Group(operation: operation, path: path, place: node.place))
        }
    }

    private mutating func readModel(_ name: String, _ node: Node) {
        guard let reference = node.nonEmptyText else { return }
        let key = reference.split(separator: "/").last.map(String.init) ?? reference
        guard let pointer = schemas[key] else {
            return add("the document has no schema \(quote(reference, limit: 200))", at: node.place)
        }
        hints.names.append(NameHints.Name(pointer: pointer, text: name, kind: .type, place: node.place))
    }

    private mutating func add(_ message: String, at place: Place) {
        hints.problems.add(Diagnostic(.leftOut, .unusedSuggestion, message, at: place))
    }
}

extension Node {
    /// The entries of a mapping; none of anything else.
    fileprivate var entries: [(key: String, value: Node)] {
        guard case .mapping(let mapping) = value else { return [] }
        return mapping.entries.map { ($0.key, $0.value) }
    }
}
