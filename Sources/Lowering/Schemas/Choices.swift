import ClientModel
import OpenAPI
import YAML

/// What schemas limit the values of members to.
extension SchemaFacts {
    /// The values a member is limited to by its `const` and `enum`, as text; empty where it is not, or where one of them is
    /// a list or an object.
    func choices(_ property: MergedSchema.Property) -> [String] {
        var choices: [String]?
        for id in property.schemas.map({ telling($0) }) {
            let schema = document[id]
            guard let nodes = schema.constant.map({ [$0] }) ?? schema.enumeration else { continue }
            let listed = nodes.filter { !$0.isNull }.map(scalarText)
            guard !listed.contains(nil) else { continue }
            let texts = listed.compactMap { $0 }
            choices = choices?.filter(texts.contains) ?? texts
        }
        return choices ?? []
    }

    /// The schema that says what a value is, where those on the way only repeat it.
    private func telling(_ id: SchemaID) -> SchemaID {
        var id = unwrap(id)
        for _ in 0..<20 {
            guard let inner = index.wrapped(id) else { break }
            id = inner
        }
        return id
    }

    /// The one JSON type of a member, if it has only one.
    func kind(of schemas: [SchemaID]) -> Union.Signature.Kind? {
        for schema in schemas {
            if let kind = document[telling(schema)].jsonKind { return kind }
        }
        return nil
    }
}

extension Schema {
    /// The one JSON type of its values, if it says so itself.
    fileprivate var jsonKind: Union.Signature.Kind? {
        guard self.oneOf.isEmpty, self.anyOf.isEmpty else { return nil }
        if let types = self.types?.filter({ $0 != .null }) {
            return types.count == 1 ? Union.Signature.Kind(types[0]) : nil
        }
        if let nodes = self.constant.map({ [$0] }) ?? self.enumeration {
            let kinds = Set(nodes.compactMap { ValueKind($0) })
            return kinds.count == 1 && !kinds.contains(.structure) ? kinds.first?.jsonKind : nil
        }
        if !self.properties.isEmpty { return .object }
        return self.items == nil ? nil : .array
    }
}

/// A string, number or boolean as text.
private func scalarText(_ node: Node) -> String? {
    switch node.value {
    case .string(let text), .number(let text): text
    case .boolean(let flag): String(flag)
    case .null, .sequence, .mapping: nil
    }
}
