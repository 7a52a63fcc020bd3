@_spi(Naming) import ClientModel

/// Names the members that the document has no word for: what holds further members, what lists members that are `null`, and the boxes of
/// indirect properties.
func nameMembers(in declarations: inout Declarations) {
    for index in declarations.indices {
        guard case .structure(var structure) = declarations[index].shape else { continue }
        let needsNames = structure.properties.contains { $0.isIndirect || $0.presence == .optionalNullable }
        guard needsNames || structure.additionalProperties != nil else { continue }
        nameMembers(of: &structure)
        declarations[index].shape = .structure(structure)
    }
}

private func nameMembers(of structure: inout Structure) {
    var scope = NameScope(taken: structure.properties.map(\.name.text))
    if structure.additionalProperties != nil {
        let claim = NameScope.Claim(
            [Identifier.additionalProperties.text, "otherProperties"], wireName: "additionalProperties")
        structure.additionalName = scope.identifiers([claim])[0]
    }
    if !structure.nullableProperties.isEmpty {
        let claim = NameScope.Claim(
            [Identifier.explicitNulls.text, "explicitNullMembers"], wireName: "explicitNulls")
        structure.explicitNulls = scope.identifiers([claim])[0]
    }
    let boxed = structure.properties.indices.filter { structure.properties[$0].isIndirect }
    let claims = boxed.map { position in
        let property = structure.properties[position]
        return NameScope.Claim(["_\(property.name)", "_\(property.name)Box"], wireName: property.wireName)
    }
    for (position, name) in zip(boxed, scope.identifiers(claims)) { structure.properties[position].storage = name }
}

extension ClientModel.Operation {
    /// Names the endpoint's properties, which stand beside what every endpoint has.
    mutating func nameFields() {
        let reserved = Role.field.reserved
        var claims: [NameScope.Claim] = []
        func add(_ name: Identifier) {
            // A name that can stay is served before one that can't.
            let isReserved = reserved.contains(name.text)
            claims.append(
                NameScope.Claim(
                    isReserved ? ["\(name)Value", "\(name)Argument"] : [name.text], wireName: name.text,
                    rank: isReserved ? 1 : 0))
        }
        if let body { add(body.name) }
        for parameter in parameters { add(parameter.name) }
        if let serverArgument { add(serverArgument) }
        var scope = NameScope(taken: reserved.sorted())
        var names = scope.identifiers(claims)[...]
        if body != nil { body?.fieldName = names.removeFirst() }
        for index in parameters.indices { parameters[index].fieldName = names.removeFirst() }
        serverField = names.first
    }
}
