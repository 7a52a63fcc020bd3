@_spi(Naming) import ClientModel
import OpenAPI

/// What a case of a union can be called after.
private struct CaseSource {
    /// The value the discriminator maps to the branch.
    var mappedValue: String?
    /// The members that can have one value only, and that value, in document order.
    var constants: [(member: String, value: String)] = []
    /// The name of its component, or the end of the reference to it.
    var reference: String?
    var isComponent = false
    var title: String?
    /// `with a`, `with a and b`, `with a and b and c`.
    var members: [String] = []
    /// Its JSON type in words, where it is no object and has a title. For example: `string array`.
    var type: String?
}

/// The names to try for a case of a union.
struct CaseNames {
    /// Texts to make names of, the wanted one first; empty where only the type has a name.
    var stems: [String] = []
    /// Whether another branch would change the wanted name.
    var dependsOnSiblings = false
    /// Whether the wanted name is that of a component.
    var isNameOfType = false
}

/// Names the cases of a union by what the document says of its branches.
struct CaseNaming {
    let facts: SchemaFacts
    let keyword: MergedSchema.UnionKeyword

    /// What the cases of a union may be called, in this order: the value the discriminator maps to a branch, or the value that the
    /// branch alone allows for a member; what its reference says; its title; the members that it has.
    ///
    /// Words that all references and titles begin or end with are dropped.
    func names(of groups: [BranchGroup]) -> [CaseNames] {
        let mapped = MappedValues(keyword.discriminator, facts)
        let sources = groups.map { caseSource($0, mapped) }
        let marks = marks(sources)
        let isMarked = zip(marks, groups).allSatisfy { $0 != nil || $1.kind != .other }
        let shortMarks = isMarked ? Words.withoutShared(marks) : marks.map { _ in nil }
        let short = Words.withoutShared(sources.map { $0.reference ?? $0.title })
        return sources.indices.map { index in
            let source = sources[index]
            var names = CaseNames()
            names.stems = [shortMarks[index], marks[index], short[index], source.reference].compactMap { $0 }
            names.dependsOnSiblings =
                names.stems.first.map { $0 != source.mappedValue && $0 != source.reference } ?? false
            names.isNameOfType = source.isComponent && names.stems.first == source.reference
            if source.reference != nil { return names }
            if let title = source.title { names.stems.append(title) }
            // As few members as it takes, so that one which is added behind them renames nothing.
            let lead = source.title ?? marks[index]
            names.stems += lead.map { lead in source.members.suffix(1).map { "\(lead) \($0)" } } ?? source.members
            names.stems += [source.type].compactMap { $0 }
            return names
        }
    }

    private func caseSource(_ group: BranchGroup, _ mapped: MappedValues) -> CaseSource {
        var source = CaseSource()
        let branch = group.branches[0]
        guard group.branches.count == 1 else { return source }
        let last = branch.members.last ?? branch.listed
        let isObject = group.kind == .other && branch.merged.allowedTypes == [.object]
        // A component that adds nothing to the branch has a value of its own.
        let others = branch.aliases.flatMap { alias in
            keyword.discriminator?.mapping.filter { $0.schema == alias }.map(\.value) ?? []
        }
        source.mappedValue = mapped.values(of: [branch.listed, last]).first { !others.contains($0) }
        source.reference = referenceName(of: last)
        source.isComponent = facts.componentName(last) != nil
        source.title = (facts.document[last].title ?? facts.document[branch.listed].title).flatMap {
            isCaseTitle($0) ? $0 : nil
        }
        if isObject {
            let names =
                branch.merged.required + branch.merged.properties.map(\.name).filter { !branch.merged.isRequired($0) }
            source.members = (0..<min(names.count, 3)).map { "with " + names[...$0].joined(separator: " and ") }
            source.constants = constants(of: branch.merged)
        } else if source.title != nil {
            source.type = words(of: last)
        }
        return source
    }

    private func isCaseTitle(_ title: String) -> Bool { title.utf8.count < 60 && !Words(title).isEmpty }

    /// The name of a component, or that of a definition or a file of its own.
    private func referenceName(of id: SchemaID) -> String? {
        if let name = facts.componentName(id) { return name }
        let pointer = facts.document[id].pointer
        let tokens = pointer.split(separator: "/").suffix(2)
        guard let last = tokens.last, tokens.count == 2 || last.hasSuffix("#") else { return nil }
        let isDefinition = last.hasSuffix("#") || ["$defs", "definitions", "schemas"].contains(tokens.first)
        return isDefinition ? pointerWords(pointer).last : nil
    }

    /// The members with one value, that of the discriminator first.
    private func constants(of merged: MergedSchema) -> [(member: String, value: String)] {
        let constants = merged.properties.compactMap { property in
            let choices = facts.choices(property)
            return choices.count == 1 ? (member: property.name, value: choices[0]) : nil
        }
        let discriminator = keyword.discriminator?.property
        return constants.filter { $0.member == discriminator } + constants.filter { $0.member != discriminator }
    }

    /// The value that names each branch: the one mapped to it, else the first of a member for which no other branch has the same.
    private func marks(_ sources: [CaseSource]) -> [String?] {
        var counts: [String: Int] = [:]
        for constant in sources.flatMap(\.constants) { counts["\(constant.member) \(constant.value)", default: 0] += 1 }
        return sources.map { source in
            let own = source.constants.filter { counts["\($0.member) \($0.value)"] == 1 }.map(\.value)
            return ([source.mappedValue].compactMap { $0 } + own).first { Words($0).isCaseName }
        }
    }

    /// A schema named by its type. For example: `string array`.
    private func words(of id: SchemaID) -> String {
        var (id, depth) = (facts.unwrap(id), 0)
        while depth < 6, facts.componentName(id) == nil, facts.document[id].types?.first == .array,
            let items = facts.document[id].items
        {
            id = facts.unwrap(items)
            depth += 1
        }
        let word = facts.componentName(id) ?? facts.document[id].types?.first?.rawValue ?? "json"
        return word + String(repeating: " array", count: depth)
    }
}

extension Words {
    /// Whether they make the name of a case that needs nothing added to it.
    fileprivate var isCaseName: Bool {
        guard !isEmpty, !startsWithDigit else { return false }
        let name = lowerCamelCase()
        return !Role.unionCase.isReserved(name) && !SwiftWords.keywords.contains(name)
    }

    /// Each of some texts without the words that all of them begin and end with; `nil` where that leaves no name.
    fileprivate static func withoutShared(_ texts: [String?]) -> [String?] {
        withoutShared(texts) { first, last in [(first, last), (first, 0), (0, last)] }
    }

    /// Each of some names of arrays or dictionaries without the words that all of them begin with; `nil` where that leaves nothing but the kind of one.
    static func withoutSharedStart(_ texts: [String?]) -> [String?] {
        let rest = withoutShared(texts) { first, _ in [(first, 0)] }
        return rest.contains { $0.map { Words($0).parts.count < 2 } ?? false } ? texts.map { _ in nil } : rest
    }

    /// - Parameter choices: How many words to drop at the start and at the end, of those that all share; the best first.
    private static func withoutShared(
        _ texts: [String?], _ choices: (_ first: Int, _ last: Int) -> [(first: Int, last: Int)]
    ) -> [String?] {
        let all = texts.map { $0.map { Words($0) } }
        let known = all.compactMap { $0 }
        guard known.count > 1 else { return texts.map { _ in nil } }
        let (first, last) = shared(known)
        for dropped in choices(first, last) where dropped.first + dropped.last > 0 {
            let rest = all.map { $0?.dropping(first: dropped.first, last: dropped.last) }
            let names = rest.compactMap { $0 }
            guard names.allSatisfy(\.isCaseName), Set(names.map { $0.lowerCamelCase() }).count == names.count
            else { continue }
            return rest.map { $0?.text }
        }
        return texts.map { _ in nil }
    }
}
