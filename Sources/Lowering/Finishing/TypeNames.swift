@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// The names of all declarations.
struct TypeNames {
    private var names: [Identifier] = []

    init() {}

    /// - Parameters:
    ///   - client: The name of the client's own type.
    ///   - groups: Those that declarations are nested in; their types have names.
    ///   - operations: Receive the names of their endpoint, choice and outcome types.
    ///   - components: Those of the whole document in its order, if only a part was lowered.
    init(
        of declarations: Declarations, _ nesting: Nesting, client: Identifier, _ groups: [OperationGroup],
        _ operations: inout [GroupedOperation], components: [ListedComponent]?, _ naming: inout Naming,
        _ findings: inout Findings
    ) {
        names = Array(repeating: client, count: declarations.count)
        let claims = TypeClaims(declarations: declarations, nesting: nesting, client: client.text)
        let scopes = [TypeDeclaration.Scope.service] + declarations.indices.map { .type(TypeID($0)) }
        for scope in scopes {
            guard let members = nesting.members[scope] else { continue }
            let taken = scope == .service ? [client.text] + groups.map(\.typeName.text) : []
            let own =
                if scope == .service, let components {
                    claims.claims(members, among: components, &naming, &findings)
                } else {
                    members.map { (claim: claims.claim($0, &naming, &findings), draft: $0 as Int?) }
                }
            let assigned = naming.assign(
                own.map(\.claim), as: .types, in: NameScope(ignoresCase: true, taken: taken),
                pointers: own.map { $0.draft.map { declarations[$0].pointer } }, &findings)
            for (claim, name) in zip(own, assigned) {
                if let draft = claim.draft { names[draft] = Identifier(sanitizing: name) }
            }
        }
        let own = Dictionary(grouping: operations.indices) { operations[$0].group }
        for group in groups.indices {
            let members = nesting.members[.group(group)] ?? []
            assign(members, own[group] ?? [], &operations, claims, &naming, &findings)
        }
    }

    /// The names within one group: inline types first, then those that stand for several bodies, then the endpoints, which
    /// only generated code sees.
    private mutating func assign(
        _ types: [Int], _ own: [Int], _ operations: inout [GroupedOperation], _ typeClaims: TypeClaims,
        _ naming: inout Naming, _ findings: inout Findings
    ) {
        var claims = types.map { typeClaims.claim($0, &naming, &findings) }
        for index in own { claims += operations[index].operation.companionClaims }
        var assigned = naming.assign(
            claims, as: .types, in: NameScope(ignoresCase: true),
            pointers: types.map { typeClaims.declarations[$0].pointer }
                + claims.dropFirst(types.count).map { _ in nil },
            &findings
        ).map { Identifier(sanitizing: $0) }[...]
        for index in types { names[index] = assigned.removeFirst() }
        var plain = operations.startIndex
        for index in own {
            if operations[index].operation.variant == nil { plain = index }
            operations[index].operation.setCompanions(of: operations[plain].operation, &assigned)
        }
    }

    subscript(id: TypeID) -> Identifier { names[id.index] }
}

/// A component schema that may have a declaration.
struct ListedComponent {
    var wireName: String
    var pointer: String
}

/// What declarations want to be called.
private struct TypeClaims {
    let declarations: Declarations
    let nesting: Nesting
    let client: String

    func claim(_ index: Int, _ naming: inout Naming, _ findings: inout Findings) -> NameScope.Claim {
        let draft = declarations[index]
        let (pointer, rank, stem) = (draft.pointer, draft.rank, draft.stem)
        let names = draft.names[0] == client ? [client + "Value"] : draft.names
        var pin: String?
        if rank == .component {
            pin = naming.pins.contains(pointer) ? names[0] : nil
        } else if !naming.pins.isEmpty, !nesting.isNestedInItsPointer(index) {
            pin = naming.pins.typeName(at: pointer, &findings)
        }
        // In document order: an added schema must not take the name of one that callers use.
        var claim = NameScope.Claim(
            names, text: rank == .component ? draft.wireName : stem?.text, source: stem == nil ? .types : .properties,
            wireName: "\(draft.wireName) \(pointer)", pinned: pin,
            rank: rank.rawValue * 2 + (stem?.isElement == true ? 1 : 0),
            dependsOnSiblings: stem?.dependsOnSiblings == true,
            keys: { [keys = naming.keys, end = nesting.keyEnds[index]] in [keys.key(pointer) + end] })
        claim.origin = NameScope.Origin(text: draft.wireName, place: draft.place)
        return claim
    }

    /// The claims of a client that has some of the document's components. The others keep their names from it.
    ///
    /// - Parameter members: The declarations that stand in the client itself.
    func claims(
        _ members: [Int], among components: [ListedComponent], _ naming: inout Naming, _ findings: inout Findings
    ) -> [(claim: NameScope.Claim, draft: Int?)] {
        let others = members.filter { declarations[$0].rank != .component }
        let own = others.map { (claim: claim($0, &naming, &findings), draft: $0 as Int?) }
        let declared = members.filter { declarations[$0].rank == .component }.map { (declarations[$0].pointer, $0) }
        let drafts = Dictionary(declared) { first, _ in first }
        var claims: [(claim: NameScope.Claim, draft: Int?)] = []
        for component in components {
            if let draft = drafts[component.pointer] {
                claims.append((claim(draft, &naming, &findings), draft))
                continue
            }
            let pin = naming.pinned(component.pointer, .type, &findings)
            let claim = NameScope.Claim(
                [pin ?? Role.type.name(Words(component.wireName))], text: component.wireName,
                wireName: "\(component.wireName) \(component.pointer)", pinned: pin, keys: { [component.pointer] })
            claims.append((claim, nil))
        }
        return claims + own
    }
}

extension ClientModel.Operation {
    fileprivate var companionClaims: [NameScope.Claim] {
        let pointer = pointer
        var claims = companions.map { name, part in
            let key = pointer + "/" + part
            return NameScope.Claim([name.text], wireName: "\(name) \(key)", rank: 8, keys: { [key] })
        }
        let name = typeName.text
        claims.append(NameScope.Claim([name, name + "Endpoint"], wireName: "\(name) \(pointer)", rank: 9))
        return claims
    }
}

extension ClientModel.Operation {
    /// The types that its declaration brings along: those of a variant are the plain method's.
    fileprivate var companions: [(name: Identifier, part: String)] {
        if variant != nil { return [] }
        var found = (body?.choice).map { [($0.typeName, "content")] } ?? []
        if case .several(let name, _) = output { found.append((name, "output")) }
        if case .several(let name, _) = failure { found.append((name, "failure")) }
        if let parametersType { found.append((parametersType, "parameters")) }
        return found
    }

    /// Sets the names of ``companions`` and of the endpoint's type.
    fileprivate mutating func setCompanions(of plain: Self, _ names: inout ArraySlice<Identifier>) {
        if variant != nil {
            body?.choice = plain.body?.choice
            failure = plain.failure
            parametersType = plain.parametersType
        } else {
            if body?.choice != nil { body?.choice?.typeName = names.removeFirst() }
            if case .several(_, let cases) = output { output = .several(typeName: names.removeFirst(), cases: cases) }
            if case .several(_, let cases) = failure { failure = .several(typeName: names.removeFirst(), cases: cases) }
            if parametersType != nil { parametersType = names.removeFirst() }
        }
        typeName = names.removeFirst()
    }
}
