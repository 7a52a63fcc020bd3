import ClientModel

extension Lowerer {
    /// Gives required members that can have one value only that value as their default. The default is recorded and stays when the document adds values.
    ///
    /// Needs all drafts: the type of a member may be a component that is lowered after it.
    mutating func setConstants() {
        for index in drafts.indices {
            guard case .structure(var structure) = drafts[index].shape else { continue }
            for position in structure.properties.indices where structure.properties[position].presence == .required {
                let property = structure.properties[position]
                let key = "\(recordKeys.key(drafts[index].pointer))/properties/\(pointerToken(property.wireName))"
                guard let value = defaultValue(of: property.type, recordedAs: key) else { continue }
                structure.properties[position].constant = value.value
                recordedNames.add(value.name.text, for: key, as: .defaults)
            }
            let key = recordKey(ofDraft: index)
            structure.properties = recordedNames.ordered(structure.properties, for: key)
            drafts[index].shape = .structure(structure)
        }
    }

    /// The only value of an enumeration, or the one that was its only value.
    private func defaultValue(of type: TypeReference, recordedAs key: String) -> Enumeration.Case? {
        var type = type
        while case .named(let id) = type {
            switch drafts[id.index].shape {
            case .alias(let target): type = target
            case .enumeration(let enumeration):
                if enumeration.cases.count == 1, !enumeration.allowsOthers { return enumeration.cases[0] }
                guard let name = recordedNames.name(key, as: .defaults) else { return nil }
                return enumeration.cases.first { $0.name.text == name }
            case .structure, .union: return nil
            }
        }
        return nil
    }
}
