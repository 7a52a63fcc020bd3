import ClientModel

/// Gives required members that can have one value only that value as their default, and members the order of arguments that was recorded.
///
/// The default is recorded and stays when the document adds values.
func setConstants(
    in declarations: inout Declarations, _ aliases: Aliases, _ nesting: Nesting, _ naming: inout Naming
) {
    let enumerations = declarations.map(\.shape.enumeration)
    for index in declarations.indices {
        guard case .structure(var structure) = declarations[index].shape else { continue }
        let pointer = naming.keys.key(declarations[index].pointer)
        for position in structure.properties.indices where structure.properties[position].presence == .required {
            let property = structure.properties[position]
            guard case .named(let id) = aliases.resolved(property.type), let enumeration = enumerations[id.index] else {
                continue
            }
            let key = "\(pointer)/properties/\(pointerToken(property.wireName))"
            guard let value = enumeration.defaultValue(recorded: naming.recorded.name(key, as: .defaults)) else {
                continue
            }
            structure.properties[position].constant = value.value
            naming.recorded.add(value.name.text, for: key, as: .defaults)
        }
        structure.properties = naming.recorded.ordered(structure.properties, for: pointer + nesting.keyEnds[index])
        declarations[index].shape = .structure(structure)
    }
}

extension TypeDeclaration.Shape {
    fileprivate var enumeration: Enumeration? {
        if case .enumeration(let enumeration) = self { enumeration } else { nil }
    }
}

extension Enumeration {
    /// The only value, or the one that was the only value.
    fileprivate func defaultValue(recorded name: String?) -> Case? {
        if cases.count == 1, !allowsOthers { return cases[0] }
        return name.flatMap { name in cases.first { $0.name.text == name } }
    }
}
