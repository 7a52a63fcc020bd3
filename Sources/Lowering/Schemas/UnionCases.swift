@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension SchemaConverter {
    /// The cases of a union and how they are told apart.
    mutating func union(of groups: [BranchGroup], _ keyword: MergedSchema.UnionKeyword, in type: TypeID) -> Union {
        let wanted = CaseNaming(facts: facts, keyword: keyword).names(of: groups)
        // What has no name of its own is named after its type.
        let references = zip(groups, wanted).map { group, own in
            own.stems.isEmpty ? reference(to: group, named: typeName(of: group), in: type) : nil
        }
        let described = references.map { $0.map { describe($0) } }
        let short = described.contains(nil) ? described.map { _ in nil } : Words.withoutSharedStart(described)
        var claims: [NameScope.Claim] = []
        for (index, (group, own)) in zip(groups, wanted).enumerated() {
            let pointer = group.branches[0].pointer
            let texts = own.stems + [short[index], described[index]].compactMap { $0 }
            var claim = NameScope.Claim(
                texts.flatMap { nameCandidates($0, .unionCase) }, text: own.stems.first,
                source: own.isNameOfType ? .types : .cases, wireName: pointer, pinned: pinned(pointer, .unionCase),
                dependsOnSiblings: own.dependsOnSiblings || short[index] != nil, keys: keys(of: group, pointer))
            claim.origin = texts.first.map {
                NameScope.Origin(text: $0, place: facts.document[group.branches[0].listed].place)
            }
            claims.append(claim)
        }
        let names = assignNames(claims, as: .cases, in: NameScope(), pointers: groups.map { $0.branches[0].pointer })
        var cases: [Union.Case] = []
        for (index, group) in groups.enumerated() {
            let listed = group.branches[0].listed
            var documentation = facts.documentation(of: [listed], facts.traits(of: [listed]))
            documentation.facts += group.branches[0].synonyms.map { "Also matches \($0)." }
            let reference =
                references[index] ?? self.reference(to: group, named: typeName(names[index], wanted[index]), in: type)
            cases.append(
                Union.Case(
                    name: Identifier(sanitizing: names[index]), type: reference,
                    signature: Union.Signature(kind: .any),
                    documentation: documentation,
                    pointers: group.branches.flatMap { [$0.pointer] + $0.repeatedPointers },
                    place: facts.document[listed].place))
        }
        return select(cases, groups, keyword, in: type)
    }

    private func keys(of group: BranchGroup, _ pointer: String) -> () -> [String] {
        let branch = group.branches[0]
        return { [keys = naming.keys] in
            let owner = keys.key(pointer[..<(pointer.lastIndex(of: "/") ?? pointer.endIndex)].description)
            // A position is another branch's when the list grows.
            return keys.label(of: branch.members.last ?? branch.listed).map { [owner + "/" + $0] } ?? []
        }
    }

    private mutating func select(
        _ cases: [Union.Case], _ groups: [BranchGroup], _ keyword: MergedSchema.UnionKeyword, in type: TypeID
    ) -> Union {
        var cases = cases
        var shapes: [[ValueShape]] = []
        for group in groups {
            let own = unions.shapes.shapes(of: group, &lookup)
            budget.charge(own, listedBy: keyword.owner, facts)
            if budget.isSpent { return Union(cases: cases, selection: .shape) }
            shapes.append(own)
        }
        var selection = UnionSelection(facts, groups, keyword, shapes)
        let decision = selection.decide(&unions.shapes, &lookup)
        for (index, valueShapes) in selection.valueShapes.enumerated() {
            cases[index].signature = valueShapes[0].signature
            cases[index].alternatives = valueShapes.dropFirst().map(\.signature)
        }
        var union = Union(cases: cases, selection: decision)
        switch decision {
        case .shape: unions.ambiguities += ambiguities(of: cases, in: type)
        case .discriminator: union.fallback = selection.fallback
        }
        return union
    }

    /// What a declaration for a group is called where nothing names it. Elements of a list are called `ListItem`.
    private func typeName(of group: BranchGroup) -> String {
        let isList = group.kind == .other && group.branches[0].merged.allowedTypes == [.array]
        return isList ? "List" : group.kind.typeName
    }

    /// The type of a case with a name of its own: the words of that name as a type, and whatever was added to it.
    private func typeName(_ name: String, _ wanted: CaseNames) -> String {
        for stem in wanted.stems where Role.unionCase.name(Words(stem)) == name { return Role.type.name(Words(stem)) }
        return Role.type.name(Words(name)) + (name.contains("_") ? "_" + (name.split(separator: "_").last ?? "") : "")
    }

    private mutating func reference(to group: BranchGroup, named name: String, in type: TypeID) -> TypeReference {
        let branch = group.branches[0]
        if group.branches.count == 1, let component = branch.component {
            return .named(componentType(component))
        }
        let pointer = facts.document[branch.members.last ?? branch.listed].pointer
        let context = Context(scope: .type(type), stem: .fixed(name), wireName: name, pointer: pointer)
        if group.branches.count == 1 {
            return use(branch.members, in: context, decided: branch.decided).type
        }
        var slot = Slot(type: nil, context: context)
        let conjunction = Conjunction(group.branches.map(\.listed), decided: [branch.listed])
        switch only(group, of: conjunction, in: &slot) {
        case .reference(let reference): return reference
        case .declared(let shape):
            let nested = declare(&slot, conjunction)
            complete(nested, as: shape)
            return .named(nested)
        }
    }

    /// A case named by its type.
    private func describe(_ type: TypeReference) -> String {
        switch type {
        case .scalar(let scalar): describe(scalar)
        case .json: "json"
        case .array(let element): describe(element) + "Array"
        case .dictionary(let value): describe(value) + "Dictionary"
        case .nullable(let inner): describe(inner)
        case .named(let id):
            switch declarations[id].shape {
            case .enumeration(let enumeration) where declarations[id].rank == .nested:
                switch enumeration.rawType {
                case .string: "string"
                case .integer, .unsigned: "integer"
                case .number, .boolean: "number"
                }
            case .structure where declarations[id].rank == .nested: "object"
            default: declarations[id].wireName
            }
        }
    }

    private func describe(_ scalar: ScalarType) -> String {
        switch scalar {
        case .int32, .int64, .uint64: "integer"
        case .double, .float, .decimal: "number"
        case .base64, .binary: "data"
        case .instant: describe(.dateTime)
        default: scalar.rawValue
        }
    }
}
