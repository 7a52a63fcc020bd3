@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// An operation of the document with its path, and the group it belongs to.
struct Located {
    var item: PathItem
    var operation: OpenAPI.Operation
    /// The index of the group; of no meaning where the service sends the request.
    var group: Int
    /// The method's name, unlike any other of its group.
    var name = ""
    var typeName = ""
    /// Whether it is a webhook or a callback.
    var isSentByService = false
    /// Where its inline types are nested.
    var scope: TypeDeclaration.Scope

    init(item: PathItem, operation: OpenAPI.Operation, group: Int) {
        self.item = item
        self.operation = operation
        self.group = group
        scope = .group(group)
    }
}

extension Lowerer {
    /// The wanted operations in document order, and the groups they form: one per first tag, one for those without any.
    /// They are named among all operations of the document.
    mutating func locate() -> (operations: [Located], groups: [OperationGroup]) {
        var tags: [String?] = []
        var indices: [String?: Int] = [:]
        var located: [Located] = []
        for item in document.paths {
            for operation in item.operations {
                let tag = operation.tags.first?.name
                let group = indices[tag] ?? tags.count
                if group == tags.count {
                    tags.append(tag)
                    indices[tag] = group
                }
                located.append(Located(item: item, operation: operation, group: group))
            }
        }
        let groups = name(tags)
        name(&located, tags)
        return chosen == nil ? (located, groups) : wanted(located, groups)
    }

    private func wanted(
        _ located: [Located], _ groups: [OperationGroup]
    ) -> (operations: [Located], groups: [OperationGroup]) {
        var located = located.filter { isSelected($0.item, $0.operation) }
        let kept = Set(located.map(\.group)).sorted()
        let indices = Dictionary(uniqueKeysWithValues: kept.enumerated().map { ($1, $0) })
        for index in located.indices {
            located[index].group = indices[located[index].group] ?? 0
            located[index].scope = .group(located[index].group)
        }
        return (located, kept.map { groups[$0] })
    }

    private mutating func name(_ tags: [String?]) -> [OperationGroup] {
        var claims: [NameScope.Claim] = []
        for tag in tags {
            guard let tag else {
                claims.append(NameScope.Claim([untaggedGroup], text: untaggedGroup, wireName: "", keys: { [""] }))
                continue
            }
            let index = document.tags.firstIndex { $0.name == tag }
            let pin = index.flatMap { pinned("#/tags/\($0)", .group) }
            claims.append(
                NameScope.Claim(groupNames(tag), text: tag, wireName: tag, pinned: pin, keys: { [tag] }))
        }
        let names = assignNames(claims, as: .groups, in: NameScope(), pointers: tags.map { _ in nil })
        let typeNames = groupTypeNames(tags, names)
        return tags.indices.map { index in
            let tag = tags[index]
            let declared = document.tags.first { $0.name == tag }
            return OperationGroup(
                name: Identifier(sanitizing: names[index]), typeName: typeNames[index], tag: tag,
                documentation: Documentation(
                    summary: declared?.summary, description: declared?.description,
                    externalDocumentation: declared?.externalDocumentation.map { .init($0) }),
                operations: [])
        }
    }

    /// The names to try for a tag: of its words and, where others have the same, as it is spelled. One that is spelled as a type
    /// would hide types, and has a word more instead.
    private func groupNames(_ tag: String) -> [String] {
        let name = Role.group.name(Words(tag))
        guard Identifier(tag) != nil, tag != name, tag.utf8.count < 100 else { return [name] }
        let startsLower = tag.utf8.first.map { isLower($0) } ?? false
        return [name, startsLower && !Role.group.isReserved(tag) ? tag : name + "Group"]
    }

    /// The types of the groups: those whose property has the name of its words before those that only their spelling distinguishes.
    private func groupTypeNames(_ tags: [String?], _ names: [String]) -> [Identifier] {
        var claims: [NameScope.Claim] = []
        for (tag, name) in zip(tags, names) {
            let typeName = groupTypeName(tag, name)
            let isFirst = name == Role.group.name(Words(tag ?? untaggedGroup))
            claims.append(
                NameScope.Claim(
                    [typeName, typeName.dropLast(3) + "GroupAPI"], wireName: tag ?? "", rank: isFirst ? 0 : 1))
        }
        var scope = NameScope(ignoresCase: true)
        return scope.identifiers(claims)
    }

    /// The property's name as a type, with the words' own capitals: `apiKeys` is `APIKeysAPI`.
    private func groupTypeName(_ tag: String?, _ name: String) -> String {
        let words = Words(tag ?? untaggedGroup)
        let wanted = Role.group.name(words)
        guard name.hasPrefix(wanted), !words.isEmpty, wanted == words.lowerCamelCase() else {
            return name.prefix(1).uppercased() + name.dropFirst() + "API"
        }
        return words.upperCamelCase() + name.dropFirst(wanted.count) + "API"
    }

    private mutating func name(_ located: inout [Located], _ tags: [String?]) {
        var claims = [[NameScope.Claim]](repeating: [], count: tags.count)
        for operation in located {
            claims[operation.group].append(claim(operation, tags[operation.group]))
        }
        var wanted = claims.map { $0.map { $0.pinned ?? $0.candidates[0] }[...] }
        var names = claims.map {
            assignNames($0, as: .methods, in: NameScope(ignoresCase: true), pointers: $0.map { _ in nil })[...]
        }
        var first: [String: Place] = [:]
        for index in located.indices {
            let group = located[index].group
            let name = names[group].removeFirst()
            located[index].name = name
            located[index].typeName = typeName(ofMethod: name)
            let isRenamed = wanted[group].removeFirst() != name
            reportRepeatedID(located[index], isRenamed: isRenamed, &first)
        }
    }

    /// Reports an `operationId` that an earlier operation has as well, where the method is named otherwise because of it.
    private mutating func reportRepeatedID(_ located: Located, isRenamed: Bool, _ first: inout [String: Place]) {
        guard let id = located.operation.operationID, let place = located.operation.operationIDPlace else { return }
        guard let earlier = first[id] else {
            first[id] = place
            return
        }
        guard isRenamed, isSelected(located.item, located.operation) else { return }
        report(
            Diagnostic(
                .repaired, "duplicate-operation-id",
                "the operationId \(quote(id)) is already used; the method is named \(quote(located.name))", at: place,
                notes: earlier == place ? [] : [.init("first used here", at: earlier)]))
    }

    private func typeName(ofMethod name: String) -> String {
        let words = Words(name)
        let type = words.upperCamelCase()
        let isSame = lowercased(Array(type.utf8)) == lowercased(Array(name.utf8))
        let own = isSame && !words.startsWithDigit ? type : name.prefix(1).uppercased() + name.dropFirst()
        return Role.type.isReserved(own) ? own + "Endpoint" : own
    }

    /// The names to try for a method: the operation's id without the words of its tag, the whole id, method and path.
    private mutating func claim(_ located: Located, _ tag: String?) -> NameScope.Claim {
        let operation = located.operation
        let path = PathTemplate(parsing: located.item.template)
        var candidates: [String] = []
        if let id = operation.operationID {
            let words = Words(id)
            if let tag, let rest = words.dropping(Words(tag)), !rest.startsWithDigit {
                candidates.append(Role.method.name(rest))
            }
            if !words.isEmpty { candidates.append(Role.method.name(words)) }
        }
        candidates.append(Role.method.name(Words(path.phrase(operation.method))))
        return NameScope.Claim(
            candidates, text: operation.operationID, wireName: "\(operation.method) \(located.item.template)",
            pinned: pinned(operation.pointer, .method), keys: { [operation.pointer] })
    }
}

extension ClientModel.ExternalDocumentation {
    init(_ other: OpenAPI.ExternalDocumentation) { self.init(url: other.url, description: other.description) }
}
