import ClientModel

/// What one file holds of a group that is too large for one: an operation with the types of its own, or a type that has no single operation.
///
/// Its name is that of the operation or the type, so other operations can come and go without renaming it.
struct GroupPart: Sendable {
    var name: Identifier
    /// The index of the operation in its group.
    var operation: Int?
    var types: [TypeID]

    /// The parts of a group, in the order of the document.
    static func parts(of index: Int, in api: API, _ nested: NestedTypes) -> [GroupPart] {
        let operations = api.groups[index].operations
        var parts = operations.enumerated().map { GroupPart(name: $1.typeName, operation: $0, types: []) }
        let owners = Dictionary(operations.enumerated().map { ($1.pointer, $0) }) { first, _ in first }
        for type in nested[.group(index)] {
            if let owner = owner(of: api[type].pointer, owners) {
                parts[owner].types.append(type)
            } else {
                parts.append(GroupPart(name: api[type].name, operation: nil, types: [type]))
            }
        }
        return parts
    }

    /// The operation a pointer leads into.
    private static func owner(of pointer: String, _ owners: [String: Int]) -> Int? {
        var rest = pointer[...]
        while let slash = rest.lastIndex(of: "/") {
            rest = rest[..<slash]
            if let owner = owners[String(rest)] { return owner }
        }
        return nil
    }
}
