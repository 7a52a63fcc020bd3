@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

extension OperationLocator {
    /// Names the methods of all groups, and the types of their endpoints.
    func name(
        _ located: inout [Located], _ drafts: [GroupDraft], _ groups: [OperationGroup], _ grouping: Grouping,
        _ naming: inout Naming, _ findings: inout Findings
    ) {
        var members = [[Int]](repeating: [], count: groups.count)
        for index in located.indices { members[located[index].group].append(index) }
        let inner = Dictionary(grouping: groups, by: \.parent)
        var renamed: Set<Int> = []
        for group in groups.indices {
            var claims = members[group].map {
                claim(located[$0], drafts[group].words, grouping.prefix, &naming, &findings)
            }
            removeSharedFirstChoices(&claims)
            let properties = (inner[group] ?? []).map(\.name.text)
            let variants = members[group].flatMap { recordedVariants(of: located[$0].operation, naming.recorded) }
            let names = naming.assign(
                claims, as: .methods, in: NameScope(ignoresCase: true, taken: properties + variants),
                pointers: members[group].map { located[$0].operation.pointer }, &findings)
            let holders = Dictionary(grouping: names) { $0 }
            for (position, index) in members[group].enumerated() {
                located[index].name = names[position]
                located[index].sharesName = (holders[names[position]]?.count ?? 0) > 1
                if names[position] != claims[position].pinned ?? claims[position].candidates[0] {
                    renamed.insert(index)
                }
            }
            nameEndpoints(members[group], claims, &located, &naming, &findings)
        }
        var first: [String: Place] = [:]
        for index in located.indices {
            reportRepeatedID(located[index], isRenamed: renamed.contains(index), &first, &findings)
        }
    }

    /// A name that lacks what only the path says is given to none where another method wants it, too.
    private func removeSharedFirstChoices(_ claims: inout [NameScope.Claim]) {
        let wanted = Dictionary(grouping: claims.indices) { claims[$0].candidates[0] }
        for indices in wanted.values where indices.count > 1 {
            for index in indices where claims[index].rank > 0 && claims[index].candidates.count > 1 {
                let isShared = indices.contains { other in
                    guard other != index, let own = claims[index].labels, let labels = claims[other].labels else {
                        return false
                    }
                    return !own.isDistinct(from: labels)
                }
                if isShared { claims[index].candidates.removeFirst() }
            }
        }
    }

    /// The types of endpoints, which inline types are named after, are unlike each other also where methods share a name.
    private func nameEndpoints(
        _ members: [Int], _ methods: [NameScope.Claim], _ located: inout [Located], _ naming: inout Naming,
        _ findings: inout Findings
    ) {
        let claims = zip(members, methods).map { index, method in
            let (name, pointer) = (located[index].name, located[index].operation.pointer)
            let isOlder = naming.recorded.name(pointer, as: .methods) != nil
            // A single verb is the name of another method.
            let others = method.candidates.dropFirst().filter { $0 != name && Words($0).parts.count > 1 }
            return NameScope.Claim(
                ([name] + others).map { endpointName(ofMethod: $0) }, wireName: pointer, rank: isOlder ? 0 : 1,
                keys: { [pointer + "/typeName"] })
        }
        let names = naming.assign(claims, as: .types, in: NameScope(ignoresCase: true), &findings)
        for (index, name) in zip(members, names) { located[index].typeName = name }
    }

    /// Reports an `operationId` that an earlier operation has as well, where the method is named otherwise because of it.
    private func reportRepeatedID(
        _ located: Located, isRenamed: Bool, _ first: inout [String: Place], _ findings: inout Findings
    ) {
        guard let id = located.operation.operationID, let place = located.operation.operationIDPlace else { return }
        guard let earlier = first[id] else {
            first[id] = place
            return
        }
        guard isRenamed, selection?.contains(located.item, located.operation) ?? true else { return }
        findings.report(
            Diagnostic(
                .repaired, .duplicateOperationID,
                "the operationId \(quote(id)) is already used; the method is named \(quote(located.name))", at: place,
                notes: earlier == place ? [] : [.init("first used here", at: earlier)]))
    }

    private func claim(
        _ located: Located, _ group: [Words], _ prefix: ResourcePath, _ naming: inout Naming, _ findings: inout Findings
    ) -> NameScope.Claim {
        let (operation, item) = (located.operation, located.item)
        let name = MethodName(
            operationID: operation.operationID, path: ResourcePath(item.template).dropping(prefix),
            template: PathTemplate(parsing: item.template), method: operation.method,
            methods: Set(item.operations.map(\.method)), groups: group)
        var seen: Set<String> = []
        var candidates = name.candidates.map { Role.method.name($0) }.filter { seen.insert($0).inserted }
        if candidates.isEmpty { candidates = [Role.method.name(Words(operation.method.lowercased()))] }
        var claim = NameScope.Claim(
            candidates, text: operation.operationID, wireName: "\(operation.method) \(item.template)",
            pinned: naming.pinned(operation.pointer, .method, &findings), rank: name.needsPath ? 1 : 0,
            keys: { [operation.pointer] })
        claim.labels = labels(operation, naming)
        claim.origin = NameScope.Origin(
            text: operation.operationID ?? "\(operation.method) \(item.template)",
            place: operation.operationIDPlace ?? operation.place)
        return claim
    }

    /// What distinguishes the calls of an operation from those of another method, whatever the arguments are called in the end.
    private func labels(_ operation: OpenAPI.Operation, _ naming: Naming) -> CallLabels {
        var labels = CallLabels()
        if let body = operation.requestBody {
            labels.all.insert("_")
            for media in body.content {
                let recorded = naming.recorded.name(overloadKey(operation.pointer, media.name), as: .overloads)
                labels.all.formUnion(recorded.map { recordedLabels($0).map(\.label) } ?? [])
            }
        }
        var uncertain = ArgumentNames.ofOthers
        for parameter in operation.parameters {
            let key = ArgumentNames.key(of: parameter, in: operation)
            let (plain, placed) = ArgumentNames.names(of: parameter)
            let fixed = naming.pins.name(at: parameter.pointer) ?? naming.recorded.name(key, as: .parameters)
            labels.all.formUnion([plain, placed] + (fixed.map { [$0] } ?? []))
            guard parameter.location == .path else { continue }
            let name = fixed ?? plain
            if uncertain.insert(name).inserted { labels.required.insert(name) } else { labels.required.remove(name) }
        }
        return labels
    }
}

/// The type of the endpoint of a method.
func endpointName(ofMethod name: String) -> String {
    let words = Words(name)
    let type = words.upperCamelCase()
    let isSame = lowercased(Array(type.utf8)) == lowercased(Array(name.utf8))
    let own = isSame && !words.startsWithDigit ? type : name.prefix(1).uppercased() + name.dropFirst()
    return Role.type.isReserved(own) ? own + "Endpoint" : own
}
