import ClientModel

/// Distinguishes null, absent and a value only where a request needs it, and requires nothing of requests that only responses have.
func resolvePresence(in declarations: inout Declarations, _ usages: Usages, _ aliases: Aliases) {
    for index in declarations.indices {
        guard case .structure(var structure) = declarations[index].shape else { continue }
        let presences = structure.properties.map {
            $0.presence(in: usages[TypeID(index)], holdsNull: aliases.resolved($0.type) == .json)
        }
        if presences == structure.properties.map(\.presence) { continue }
        for (position, presence) in presences.enumerated() { structure.properties[position].presence = presence }
        structure.properties =
            structure.properties.filter(\.isRequired) + structure.properties.filter { !$0.isRequired }
        declarations[index].shape = .structure(structure)
    }
}

extension Property {
    /// Its presence in a type that requests, responses or both carry.
    ///
    /// - Parameter holdsNull: Whether `null` is one of the values of its type.
    fileprivate func presence(in usage: TypeDeclaration.Usage, holdsNull: Bool) -> Presence {
        let isOneSided = isReadOnly && usage.contains(.request) || isWriteOnly && usage.contains(.response)
        var presence = presence
        if isOneSided {
            presence.allowAbsence()
        }
        if presence == .optionalNullable, holdsNull || !usage.contains(.request) || isReadOnly { presence = .optional }
        return presence
    }
}

extension Property.Presence {
    /// Allows the member to be absent; `null` stays what it was.
    mutating func allowAbsence() {
        switch self {
        case .required: self = .optional
        case .requiredNullable: self = .optionalNullable
        case .optional, .optionalNullable: break
        }
    }
}
