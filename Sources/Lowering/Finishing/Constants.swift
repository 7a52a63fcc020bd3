import ClientModel

extension Lowerer {
    /// Gives required members that can have one value only that value as their default, and puts them behind those that callers must set.
    ///
    /// Needs all drafts: the type of a member may be a component that is lowered after it.
    mutating func setConstants() {
        for index in drafts.indices {
            guard case .structure(var structure) = drafts[index].shape else { continue }
            for position in structure.properties.indices where structure.properties[position].presence == .required {
                if let value = onlyValue(of: structure.properties[position].type) {
                    structure.properties[position].constant = value
                }
            }
            guard structure.properties.contains(where: { $0.constant != nil }) else { continue }
            structure.properties =
                structure.properties.filter { $0.isRequired && $0.constant == nil }
                + structure.properties.filter { $0.constant != nil } + structure.properties.filter { !$0.isRequired }
            drafts[index].shape = .structure(structure)
        }
    }

    /// The only value of an enumeration, if it has no other.
    private func onlyValue(of type: TypeReference) -> Enumeration.Value? {
        var type = type
        while case .named(let id) = type {
            switch drafts[id.index].shape {
            case .alias(let target): type = target
            case .enumeration(let enumeration):
                guard enumeration.cases.count == 1, !enumeration.allowsOthers else { return nil }
                return enumeration.cases[0].value
            case .structure, .union: return nil
            }
        }
        return nil
    }
}
