import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// The cases of a union and how they are told apart.
    mutating func union(of groups: [BranchGroup], _ keyword: Flat.UnionKeyword, in type: TypeID) -> Union {
        var cases: [Union.Case] = []
        var claims: [NameScope.Claim] = []
        for group in groups {
            let branch = group.branches[0]
            let stem = caseStem(group, keyword)
            let reference = reference(to: group, stem: stem, in: type)
            let text = stem ?? describe(reference)
            let traits = traits(of: [branch.listed])
            claims.append(
                NameScope.Claim(
                    candidates(text, .unionCase), wireName: branch.pointer, pinned: pinned(branch.pointer, .unionCase)))
            cases.append(
                Union.Case(
                    name: Identifier(sanitizing: text), type: reference,
                    signature: Union.Signature(kind: .any), documentation: documentation(of: [branch.listed], traits),
                    place: document[branch.listed].place))
        }
        let names = settle(claims, in: NameScope(), pointers: groups.map { $0.branches[0].pointer })
        for index in cases.indices { cases[index].name = Identifier(sanitizing: names[index]) }
        var looks: [[Look]] = []
        for group in groups { looks.append(self.looks(of: group)) }
        let selection = selection(of: &looks, groups, keyword)
        for (index, looks) in looks.enumerated() {
            cases[index].signature = looks[0].signature
            cases[index].alternatives = looks.dropFirst().map(\.signature)
        }
        if case .shape = selection { reportAmbiguities(cases) }
        return Union(cases: cases, selection: selection)
    }

    private mutating func reference(to group: BranchGroup, stem: String?, in type: TypeID) -> TypeReference {
        let branch = group.branches[0]
        if group.branches.count == 1, let component = branch.component {
            return .named(componentType(component))
        }
        let pointer = document[branch.members.last ?? branch.listed].pointer
        let name = stem ?? (group.kind == .string ? "Text" : group.kind == .other ? "Object" : "Number")
        let context = Context(
            scope: .type(type), stem: .member(name), wireName: name, pointer: pointer)
        if group.branches.count == 1 {
            return use(branch.members, in: context, decided: branch.decided).type
        }
        var slot = Slot(type: nil, context: context)
        let conjunction = Conjunction(group.branches.map(\.listed), decided: [branch.listed])
        switch only(group, of: conjunction, in: &slot) {
        case .reference(let reference): return reference
        case .declared(let shape):
            let nested = declare(&slot, conjunction)
            drafts[nested.index].shape = shape
            return .named(nested)
        }
    }

    /// What a case is called after, where its schema has a name, a title or a mark of its own.
    private func caseStem(_ group: BranchGroup, _ keyword: Flat.UnionKeyword) -> String? {
        let branch = group.branches[0]
        guard group.branches.count == 1 else { return nil }
        let last = branch.members.last ?? branch.listed
        if let name = componentName(last) { return name }
        let schema = document[last]
        if let title = schema.title ?? document[branch.listed].title, title.utf8.count < 60, !Words(title).isEmpty {
            return title
        }
        guard group.kind == .other, types(of: branch.flat) == [.object] else { return nil }
        if let name = keyword.discriminator?.property, let property = branch.flat.property(name),
            let value = choices(property).first
        {
            return value
        }
        for property in branch.flat.properties {
            let choices = choices(property)
            if choices.count == 1 { return choices[0] }
        }
        let mark = branch.flat.required.first ?? branch.flat.properties.first?.name
        return mark.map { "with " + $0 }
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
            switch drafts[id.index].shape {
            case .enumeration(let enumeration) where drafts[id.index].rank == .nested:
                enumeration.rawType == .string ? "string" : "number"
            case .structure where drafts[id.index].rank == .nested: "object"
            default: drafts[id.index].wireName
            }
        }
    }

    private func describe(_ scalar: ScalarType) -> String {
        switch scalar {
        case .int32, .int64, .uint64: "integer"
        case .double, .float, .decimal: "number"
        case .base64, .binary: "data"
        default: scalar.rawValue
        }
    }
}
