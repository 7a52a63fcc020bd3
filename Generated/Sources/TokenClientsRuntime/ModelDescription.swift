/// Describes generated types for `print` and debuggers: only members that have a value, without the names of modules and
/// without the values of secrets.
///
/// For example: `Pet(id: 1, name: "Rex", status: sold, owner: Owner(email: "e"))`.
nonisolated enum ModelDescription {
    private static let depthLimit = 50

    static func text(of model: Any, depth: Int = 0) -> String {
        let members = Mirror(reflecting: model).children.compactMap { child -> String? in
            guard let label = child.label, let value = present(child.value) else { return nil }
            if (value as? any EmptyAware)?.isEmpty == true { return nil }
            let isBox = child.value is any Box && label.hasPrefix("_")
            return "\(isBox ? String(label.dropFirst()) : label): \(inner(value, depth + 1))"
        }
        return "\(type(of: model))(\(members.joined(separator: ", ")))"
    }

    /// The value behind optionals and boxes, or `nil`.
    private static func present(_ value: Any) -> Any? {
        if let box = value as? any Box { return present(box.content) }
        let mirror = Mirror(reflecting: value)
        guard mirror.displayStyle == .optional else { return value }
        return mirror.children.first.flatMap { present($0.value) }
    }

    private static func inner(_ value: Any, _ depth: Int) -> String {
        guard depth < depthLimit, let value = present(value) else { return depth < depthLimit ? "nil" : "…" }
        if let text = value as? String { return String(reflecting: text) }
        if value is any FieldComparable { return text(of: value, depth: depth) }
        let mirror = Mirror(reflecting: value)
        switch mirror.displayStyle {
        case .collection: return "[\(mirror.children.map { inner($0.value, depth + 1) }.joined(separator: ", "))]"
        case .dictionary:
            let members = mirror.children.map { member in
                Mirror(reflecting: member.value).children.map { inner($0.value, depth + 1) }.joined(separator: ": ")
            }
            return "[\(members.isEmpty ? ":" : members.sorted().joined(separator: ", "))]"
        case .enum where !(value is any CustomStringConvertible):
            guard let payload = mirror.children.first, let label = payload.label else { return "\(value)" }
            return "\(label)(\(inner(payload.value, depth + 1)))"
        default: return "\(value)"
        }
    }
}

nonisolated extension FieldComparable {
    /// The type and the members that have a value, with `REDACTED` for secrets.
    public var debugDescription: String { ModelDescription.text(of: self) }
}

/// What holds a value for a property of another name.
private nonisolated protocol Box {
    var content: Any { get }
}

nonisolated extension Indirect: Box {
    fileprivate var content: Any { wrappedValue }
}

/// What descriptions omit if it is empty.
nonisolated protocol EmptyAware {
    var isEmpty: Bool { get }
}
