@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension Lowerer {
    /// Moves declarations out of type aliases, which nothing can be nested in: `Pets` with inline elements has `PetsItem`
    /// beside it.
    mutating func hoist() {
        for index in drafts.indices {
            while case .type(let parent) = drafts[index].scope, case .alias = drafts[parent.index].shape {
                drafts[index].scope = drafts[parent.index].scope
                let prefix = drafts[parent.index].names[0]
                drafts[index].names = drafts[index].names.map { prefix + $0 }
                drafts[index].rank = .shared
            }
            if drafts[index].scope == .service, drafts[index].rank == .nested { drafts[index].rank = .shared }
        }
    }

    /// Gives every declaration its name, and the groups' endpoint, choice and outcome types theirs.
    ///
    /// - Parameter groupIndices: The group of each operation.
    /// - Returns: The names of the drafts.
    mutating func assignTypeNames(
        _ groups: inout [OperationGroup], _ groupIndices: [Int], _ operations: inout [ClientModel.Operation]
    ) -> [String] {
        var members: [TypeDeclaration.Scope: [Int]] = [:]
        for index in drafts.indices { members[drafts[index].scope, default: []].append(index) }
        var names = [String](repeating: "", count: drafts.count)
        var scopes: [TypeDeclaration.Scope] = [.service]
        scopes += drafts.indices.map { .type(TypeID($0)) }
        for scope in scopes {
            guard let indices = members[scope] else { continue }
            let taken = scope == .service ? [options.name.text] + groups.map(\.typeName.text) : []
            var claims = indices.map { (claim: claim($0), draft: $0 as Int?) }
            if scope == .service, selectedPart != nil {
                let components = componentClaims(indices.filter { drafts[$0].rank == .component })
                claims = components + claims.filter { $0.claim.rank != Draft.Rank.component.rawValue * 2 }
            }
            let assigned = assignNames(
                claims.map(\.claim), as: .types, in: NameScope(ignoresCase: true, taken: taken),
                pointers: claims.map { $0.draft.map { drafts[$0].pointer } })
            for (claim, name) in zip(claims, assigned) {
                if let draft = claim.draft { names[draft] = name }
            }
        }
        let own = Dictionary(grouping: groupIndices.indices) { groupIndices[$0] }
        for group in groups.indices {
            assignTypeNames(members[.group(group)] ?? [], own[group] ?? [], &operations, &names)
        }
        return names
    }

    mutating func claim(_ index: Int) -> NameScope.Claim {
        let (wireName, pointer, rank) = (drafts[index].wireName, drafts[index].pointer, drafts[index].rank)
        var names = drafts[index].names
        if names[0] == options.name.text { names = [names[0] + "Value"] }
        var pin: String?
        if rank == .component {
            pin = pins.contains(pointer) ? names[0] : nil
        } else if !pins.isEmpty, !isNestedInItsPointer(index) {
            pin = pins.typeName(at: pointer, &problems)
        }
        // In document order: an added schema must not take the name of one that callers use.
        let stem = drafts[index].stem
        let part = recordKeyEnd(index)
        var claim = NameScope.Claim(
            names, text: rank == .component ? wireName : stem?.text, source: stem == nil ? .types : .properties,
            wireName: "\(wireName) \(pointer)", pinned: pin,
            rank: rank.rawValue * 2 + (stem?.isElement == true ? 1 : 0),
            dependsOnSiblings: stem?.isElement == true, keys: { [recordKeys] in [recordKeys.key(pointer) + part] })
        claim.origin = NameScope.Origin(text: wireName, place: drafts[index].place)
        return claim
    }

    /// What identifies a declaration in the record of names.
    func recordKey(ofDraft index: Int) -> String { recordKeys.key(drafts[index].pointer) + recordKeyEnd(index) }

    /// A branch of an `allOf` has the pointer of the type it is nested in.
    private func recordKeyEnd(_ index: Int) -> String {
        isNestedInItsPointer(index) ? "/" + pointerToken(drafts[index].names[0]) : ""
    }

    private func isNestedInItsPointer(_ index: Int) -> Bool {
        guard case .type(let outer) = drafts[index].scope else { return false }
        return drafts[outer.index].pointer == drafts[index].pointer
    }

    /// The names within one group: inline types first, then those that stand for several bodies, then the endpoints, which
    /// only generated code sees.
    private mutating func assignTypeNames(
        _ types: [Int], _ own: [Int], _ operations: inout [ClientModel.Operation], _ names: inout [String]
    ) {
        var claims = types.map { claim($0) }
        for index in own { claims += companionClaims(operations[index]) }
        var assigned = assignNames(
            claims, as: .types, in: NameScope(ignoresCase: true),
            pointers: types.map { drafts[$0].pointer } + claims.dropFirst(types.count).map { _ in nil }
        ).map { Identifier(sanitizing: $0) }[...]
        for index in types { names[index] = assigned.removeFirst().text }
        var plain = operations.startIndex
        for index in own {
            if operations[index].variant == nil { plain = index }
            operations[index].setCompanions(of: operations[plain], &assigned)
        }
    }

    private func companionClaims(_ operation: ClientModel.Operation) -> [NameScope.Claim] {
        let pointer = operation.pointer
        var claims = operation.companions.map { name, part in
            let key = pointer + "/" + part
            return NameScope.Claim([name.text], wireName: "\(name) \(key)", rank: 8, keys: { [key] })
        }
        let name = operation.typeName.text
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
