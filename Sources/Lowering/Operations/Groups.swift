@_spi(Naming) import ClientModel
import Diagnostics
import OpenAPI

/// An operation of the document with its path, and the group it belongs to.
struct Located {
    var item: PathItem
    var operation: OpenAPI.Operation
    /// The index of the group; of no meaning where the service sends the request.
    var group: Int
    /// The method's name. Others of its group have it only if their labels differ.
    var name = ""
    /// Whether another method of its group has that name.
    var sharesName = false
    /// Unlike any other of its group.
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

/// A group before it has a name.
struct GroupDraft {
    var key: Grouping.Key
    /// The words it may be called by, the best first.
    var words: [Words] = []
    /// Where its tag is used first.
    var place: Place?
    /// The resources of its operations without a tag.
    var resources: Set<String> = []

    var tag: String? { if case .tag(let tag) = key { tag } else { nil } }

    /// What identifies it in the document.
    var text: String {
        switch key {
        case .configured(let path): path.map(\.text).joined(separator: ".")
        case .tag(let tag): tag
        case .resource(let segment): "/" + segment
        case .rest: ""
        }
    }

    /// The properties that lead to the group it is a property of.
    var parent: [Identifier]? {
        if case .configured(let path) = key, path.count > 1 { Array(path.dropLast()) } else { nil }
    }
}

/// Finds the operations of a document and the groups they form, and names them.
struct OperationLocator {
    let document: Document
    /// Those of the configuration.
    let groups: [LoweringOptions.Group]
    /// `nil` takes the whole document.
    let selection: SelectedPart?

    /// The wanted operations in document order, and the groups they form. They are named among all operations of the document.
    func locate(
        _ naming: inout Naming, _ findings: inout Findings
    ) -> (operations: [Located], groups: [OperationGroup]) {
        let grouping = Grouping(document, groups, &naming.recorded)
        var drafts: [GroupDraft] = []
        var indices: [Grouping.Key: Int] = [:]
        func index(of key: Grouping.Key, at place: Place? = nil) -> Int {
            if let index = indices[key] { return index }
            drafts.append(GroupDraft(key: key, place: place))
            indices[key] = drafts.count - 1
            return drafts.count - 1
        }
        var located: [Located] = []
        for item in document.paths {
            for operation in item.operations {
                let group = index(of: grouping.key(item, operation), at: operation.tags.first?.place)
                if operation.tags.isEmpty, let resource = grouping.resource(of: item) {
                    drafts[group].resources.insert(resource)
                }
                located.append(Located(item: item, operation: operation, group: group))
            }
        }
        for draft in drafts { for path in draft.ancestors { _ = index(of: .configured(path)) } }
        setWords(&drafts, grouping)
        let groups = name(drafts, &naming, &findings)
        name(&located, drafts, groups, grouping, &naming, &findings)
        return selection.map { wanted(located, groups, $0) } ?? (located, groups)
    }

    private func wanted(
        _ located: [Located], _ groups: [OperationGroup], _ selection: SelectedPart
    ) -> (operations: [Located], groups: [OperationGroup]) {
        var located = located.filter { selection.contains($0.item, $0.operation) }
        var kept = Set(located.map(\.group))
        for group in kept {
            var parent = groups[group].parent
            while let index = parent, kept.insert(index).inserted { parent = groups[index].parent }
        }
        let order = kept.sorted()
        let indices = Dictionary(uniqueKeysWithValues: order.enumerated().map { ($1, $0) })
        for index in located.indices {
            located[index].group = indices[located[index].group] ?? 0
            located[index].scope = .group(located[index].group)
        }
        let result = order.map { index in
            var group = groups[index]
            group.parent = group.parent.flatMap { indices[$0] }
            return group
        }
        return (located, result)
    }

    private func setWords(_ drafts: inout [GroupDraft], _ grouping: Grouping) {
        let shared = grouping.sharedWords
        for index in drafts.indices {
            switch drafts[index].key {
            case .configured(let path):
                let all = path.map(\.text).joined(separator: " ")
                drafts[index].words = (path.count > 1 ? [path[path.count - 1].text, all] : [all]).map { Words($0) }
            case .tag(let tag):
                let all = Words(tag).withoutTrailingAPI
                let own = all.dropping(first: shared.first, last: shared.last)
                drafts[index].words = shared == (0, 0) || own.isEmpty || own.startsWithDigit ? [all] : [own, all]
            case .resource(let segment): drafts[index].words = [Words(segment)]
            case .rest: break
            }
        }
    }

    // MARK: Names

    private func name(_ drafts: [GroupDraft], _ naming: inout Naming, _ findings: inout Findings) -> [OperationGroup] {
        let parents = drafts.map { draft in
            draft.parent.flatMap { path in drafts.firstIndex { $0.key == .configured(path) } }
        }
        let declaredTags = Dictionary(document.tags.enumerated().map { ($1.name, $0) }) { first, _ in first }
        let declared = drafts.map { $0.tag.flatMap { declaredTags[$0] } }
        var names = [String](repeating: "", count: drafts.count)
        let top = drafts.indices.filter { parents[$0] == nil }
        let hasTags = drafts.contains { $0.tag != nil }
        let topNames = naming.assign(
            top.map { claim(drafts[$0], declared: declared[$0], isBesideTags: hasTags, &naming, &findings) },
            as: .groups, &findings)
        for (index, name) in zip(top, topNames) { names[index] = name }
        for index in drafts.indices where parents[index] != nil {
            if case .configured(let path) = drafts[index].key { names[index] = path[path.count - 1].text }
        }
        let typeNames = typeNames(drafts, names, &naming, &findings)
        return drafts.indices.map { index in
            let declared = declared[index].map { document.tags[$0] }
            return OperationGroup(
                name: Identifier(sanitizing: names[index]), typeName: typeNames[index], tag: drafts[index].tag,
                key: drafts[index].text, parent: parents[index],
                documentation: Documentation(
                    summary: declared?.summary, description: declared?.description,
                    externalDocumentation: declared?.externalDocumentation.map { .init($0) }),
                operations: [])
        }
    }

    /// - Parameter declared: The index of the tag in the document's list.
    /// - Parameter isBesideTags: Whether other groups have tags, and one may come that takes the operations in.
    private func claim(
        _ draft: GroupDraft, declared: Int?, isBesideTags: Bool, _ naming: inout Naming, _ findings: inout Findings
    ) -> NameScope.Claim {
        let text = draft.text
        switch draft.key {
        case .configured(let path):
            return NameScope.Claim([path[0].text], wireName: text, pinned: path[0].text)
        case .tag(let tag):
            let pin = declared.flatMap { naming.pinned("#/tags/\($0)", .group, &findings) }
            let resources = ([draft.words[0].lowerCase(joinedBy: "_")] + draft.resources.sorted()).map { "/" + $0 }
            var claim = NameScope.Claim(
                names(draft), text: tag, wireName: tag, pinned: pin, dependsOnSiblings: draft.words.count > 1,
                keys: { [tag] + resources })
            claim.origin = draft.place.map { NameScope.Origin(text: tag, place: $0) }
            return claim
        case .resource(let segment):
            return NameScope.Claim(
                names(draft), text: segment, wireName: text, dependsOnSiblings: isBesideTags, keys: { [text] })
        case .rest:
            return NameScope.Claim([untaggedGroup], text: untaggedGroup, wireName: "", keys: { [""] })
        }
    }

    /// The names to try: of its words and, where others have the same, as it is spelled. One that is spelled as a type would hide types, and
    /// has a word more instead.
    private func names(_ draft: GroupDraft) -> [String] {
        let names = draft.words.map { Role.group.name($0) }
        let spelled = draft.tag ?? ""
        guard Identifier(spelled) != nil, spelled != names[0], spelled.utf8.count < 100 else {
            return names + [names[0] + "Group"]
        }
        let startsLower = spelled.utf8.first.map { isLower($0) } ?? false
        return names + [startsLower && !Role.group.isReserved(spelled) ? spelled : names[0] + "Group"]
    }

    /// The types of the groups: those whose property has the name of its words before those that only their spelling distinguishes.
    private func typeNames(
        _ drafts: [GroupDraft], _ names: [String], _ naming: inout Naming, _ findings: inout Findings
    ) -> [Identifier] {
        let pins = drafts.map { pinnedType(of: $0, &naming) }
        var claims: [NameScope.Claim] = []
        for (index, (draft, name)) in zip(drafts, names).enumerated() {
            let own = groupTypeName(name)
            let outer = (draft.parent ?? []).map { groupTypeName($0.text).dropLast(3) }.joined()
            let isFirst = draft.words.first.map { Role.group.name($0) == name } ?? true
            claims.append(
                NameScope.Claim(
                    [outer + own, outer + own.dropLast(3) + "GroupAPI"], wireName: draft.text,
                    pinned: pins[index]?.name, rank: isFirst ? 0 : 1,
                    // Another group's name may differ in its capitals alone.
                    dependsOnSiblings: Words(name).parts.count > 1, keys: { [draft.text] }))
        }
        var scope = NameScope(ignoresCase: true)
        naming.recorded.prepare(&claims, as: .groupTypes)
        let resolution = scope.resolve(claims)
        naming.recorded.add(claims, resolution, as: .groupTypes)
        reportGroupTypes(pins, resolution.clashes, &findings)
        return resolution.names.map { Identifier(sanitizing: $0) }
    }

    /// What the configuration calls the type of a group, and where.
    private func pinnedType(of draft: GroupDraft, _ naming: inout Naming) -> (name: String, place: Place?)? {
        switch draft.key {
        case .configured(let path):
            let group = groups.first { $0.path == path && $0.type != nil }
            return group.flatMap { group in group.type.map { ($0.text, group.place) } }
        case .tag(let tag):
            guard !naming.pins.isEmpty, let index = document.tags.firstIndex(where: { $0.name == tag }) else {
                return nil
            }
            return naming.pins.groupType(at: "#/tags/\(index)").flatMap { pin in pin.type.map { ($0, pin.place) } }
        case .resource, .rest: return nil
        }
    }

    private func reportGroupTypes(
        _ pins: [(name: String, place: Place?)?], _ clashes: [Int], _ findings: inout Findings
    ) {
        for case let pin? in pins where !pin.name.hasSuffix("API") {
            findings.report(
                Diagnostic(
                    .error, .reservedName, "'\(pin.name)' can't name the type of a group, which ends in `API`",
                    at: pin.place,
                    hint: "write `\(groupTypeName(pin.name))`"))
        }
        for index in clashes {
            guard let pin = pins[index] else { continue }
            findings.report(Diagnostic(.error, .repeatedName, "'\(pin.name)' is already used", at: pin.place))
        }
    }

    /// The property's name as a type, with the words' own capitals: `apiKeys` is `APIKeysAPI`.
    private func groupTypeName(_ name: String) -> String {
        let type = Words(name).upperCamelCase()
        let isSame = lowercased(Array(type.utf8)) == lowercased(Array(name.utf8))
        let own = isSame ? type : name.prefix(1).uppercased() + name.dropFirst()
        return (own == "API" ? "General" : own) + "API"
    }
}

extension GroupDraft {
    /// The groups that its property is reached through, which may have no operations of their own.
    fileprivate var ancestors: [[Identifier]] {
        guard case .configured(let path) = key else { return [] }
        return (1..<path.count).reversed().map { Array(path.prefix($0)) }
    }
}

extension ClientModel.ExternalDocumentation {
    init(_ other: OpenAPI.ExternalDocumentation) { self.init(url: other.url, description: other.description) }
}
