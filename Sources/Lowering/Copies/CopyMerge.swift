import ClientModel

/// Makes one declaration of two: of equal ones, and of those that were equal and have grown apart since.
///
/// The result has what either has. A member that one of them lacks is optional.
struct CopyMerge {
    private let declarations: Declarations
    private var outcome = Outcome()

    /// What is to change.
    struct Outcome {
        /// The new shapes of the first declaration and of those nested in it.
        var shapes: [TypeID: TypeDeclaration.Shape] = [:]
        /// What takes the place of the copy and of those nested in it.
        var replacements: [TypeID: TypeID] = [:]
    }

    private init(_ declarations: Declarations) { self.declarations = declarations }

    /// - Returns: `nil` where the two contradict each other. It does not hold the declarations: changing them would copy them all.
    static func outcome(of copy: TypeID, into first: TypeID, _ declarations: Declarations) -> Outcome? {
        var merge = CopyMerge(declarations)
        return merge.merge(copy, into: first) ? merge.outcome : nil
    }

    private mutating func merge(_ copy: TypeID, into first: TypeID) -> Bool {
        let first = target(of: first)
        if let known = outcome.replacements[copy] { return known == first }
        outcome.replacements[copy] = first
        let other = target(of: copy)
        if other == first { return true }
        guard !isComponent(other), !isComponent(first),
            let shape = merged(declarations[other].shape, into: outcome.shapes[first] ?? declarations[first].shape)
        else { return false }
        outcome.shapes[first] = shape
        return true
    }

    /// What is nested in one may be a copy of another's, and so an alias of it.
    private func target(of id: TypeID) -> TypeID {
        var id = id
        while case .alias(.named(let next)) = declarations[id].shape, !isComponent(id) { id = next }
        return id
    }

    private mutating func merged(
        _ copy: TypeDeclaration.Shape, into first: TypeDeclaration.Shape
    ) -> TypeDeclaration.Shape? {
        switch (copy, first) {
        case (.structure(let copy), .structure(let first)): merged(copy, into: first).map { .structure($0) }
        case (.enumeration(let copy), .enumeration(let first)): merged(copy, into: first).map { .enumeration($0) }
        case (.union(let copy), .union(let first)): merged(copy, into: first).map { .union($0) }
        case (.alias(let copy), .alias(let type)): merge(copy, into: type) ? first : nil
        default: nil
        }
    }

    private mutating func merge(_ copy: TypeReference, into first: TypeReference) -> Bool {
        switch (copy, first) {
        case (.array(let copy), .array(let first)), (.dictionary(let copy), .dictionary(let first)),
            (.nullable(let copy), .nullable(let first)):
            merge(copy, into: first)
        case (.named(let copy), .named(let first)):
            copy == first || !isComponent(copy) && !isComponent(first) && merge(copy, into: first)
        default: copy == first
        }
    }

    private func isComponent(_ id: TypeID) -> Bool { declarations[id].rank == .component }

    // MARK: Shapes

    private mutating func merged(_ copy: Structure, into first: Structure) -> Structure? {
        var result = first
        var others = Dictionary(copy.properties.map { ($0.wireName, $0) }) { first, _ in first }
        for index in first.properties.indices {
            guard let other = others.removeValue(forKey: first.properties[index].wireName) else {
                result.properties[index].presence.allowAbsence()
                continue
            }
            guard merge(other.type, into: first.properties[index].type) else { return nil }
            result.properties[index].merge(other)
        }
        let names = Set(first.properties.map(\.name))
        for var property in copy.properties where others[property.wireName] != nil {
            guard !names.contains(property.name) else { return nil }
            property.presence.allowAbsence()
            result.properties.append(property)
        }
        result.properties = result.properties.filter(\.isRequired) + result.properties.filter { !$0.isRequired }
        if let further = copy.additionalProperties {
            guard merge(further, into: first.additionalProperties ?? further) else { return nil }
            result.additionalProperties = first.additionalProperties ?? further
        }
        return result
    }

    private func merged(_ copy: Enumeration, into first: Enumeration) -> Enumeration? {
        let values = Set(first.cases.map(\.value))
        let names = Set(first.cases.map(\.name))
        let added = copy.cases.filter { !values.contains($0.value) }
        guard copy.rawType == first.rawType, !added.contains(where: { names.contains($0.name) }) else { return nil }
        var result = first
        result.cases += added
        result.allowsOthers = first.allowsOthers || copy.allowsOthers
        return result
    }

    private mutating func merged(_ copy: Union, into first: Union) -> Union? {
        var result = first
        var positions = Dictionary(first.cases.indices.map { (first.cases[$0].name, $0) }) { first, _ in first }
        for branch in copy.cases {
            if let position = positions[branch.name] {
                guard merge(branch.type, into: first.cases[position].type) else { return nil }
                result.cases[position].signature.merge(branch.signature)
            } else {
                positions[branch.name] = result.cases.count
                result.cases.append(branch)
            }
        }
        switch (copy.selection, first.selection) {
        case (.shape, .shape): break
        case (.discriminator(let other, let added), .discriminator(let property, var mapping)) where other == property:
            let known = Set(mapping.map(\.value))
            mapping += added.filter { !known.contains($0.value) }.map { one in
                Union.Mapping(value: one.value, case: positions[copy.cases[one.case].name] ?? one.case)
            }
            result.selection = .discriminator(property: property, mapping: mapping)
        default: return nil
        }
        return result
    }
}

extension Property {
    fileprivate mutating func merge(_ other: Property) {
        if !other.isRequired { presence.allowAbsence() }
        if other.presence == .requiredNullable || other.presence == .optionalNullable { presence.allowNull() }
        isReadOnly = isReadOnly && other.isReadOnly
        isWriteOnly = isWriteOnly && other.isWriteOnly
        isSecret = isSecret || other.isSecret
    }
}

extension Property.Presence {
    fileprivate mutating func allowNull() {
        switch self {
        case .required: self = .requiredNullable
        case .optional: self = .optionalNullable
        case .requiredNullable, .optionalNullable: break
        }
    }
}

extension Union.Signature {
    /// Fits the values of both.
    fileprivate mutating func merge(_ other: Self) {
        known += other.known.filter { !known.contains($0) }
        required = required.filter(other.required.contains)
    }
}
