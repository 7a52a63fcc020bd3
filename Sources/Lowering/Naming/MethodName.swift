import ClientModel

/// The names to try for an operation's method, the best first.
///
/// A method does not repeat its group: in `tasks`, `createTask` is `create` and `addonsList` is `list` in `addOns`. An `operationId` that only
/// spells method and path becomes a ``RESTName``.
struct MethodName {
    let operationID: String?
    let path: ResourcePath
    /// The whole path template.
    let template: PathTemplate
    let method: String
    let methods: Set<String>
    /// The words that the group may be called by.
    let groups: [Words]

    /// Whether the best name lacks words that only the path says, so that a method of the group may want it without that.
    var needsPath: Bool {
        guard let id, let short = short(id) else { return false }
        return self.short(id, byPath: false)?.parts != short.parts
    }

    var candidates: [Words] {
        let (rest, id) = (rest, id)
        var result: [Words] = []
        if let id, !id.isEmpty {
            let short = short(id)
            let spelled = spellsPath(id) ? rest.text : nil
            // A path that does not name the group would be spelled as a whole.
            if let spelled, short == nil || rest.isBelowGroup { result.append(Words(spelled)) }
            if let short {
                let plain = withoutVariables(short)
                result += [verb(plain, rest), plain, short]
            } else if isGroup(id), rest.isPlural, let text = rest.text {
                result.append(Words(text))
            }
            result += [withoutVariables(id), id]
            if let operationID { result.append(Words(operationID)) }
        } else if let text = rest.text {
            result.append(Words(text))
        }
        result.append(Words(template.phrase(method)))
        return result.filter { !$0.isEmpty && !$0.startsWithDigit }
    }

    /// The words of the `operationId` that say what it does.
    private var id: Words? { operationID.map { withoutArticles(withoutSuffix($0)) } }

    private var rest: RESTName {
        let id = operationID.map { Words($0).parts } ?? []
        return RESTName(method: method, path: path, methods: methods, group: groups.first?.parts ?? [], id: id)
    }

    // MARK: What the document spells twice

    /// Without path and method at the end, as frameworks add them: `list_pods_api_v1_pods_get` is `list_pods`.
    private func withoutSuffix(_ id: String) -> Words {
        let (words, suffix) = (Words(id), templateWords + [method.lowercased()])
        let parts = words.parts
        guard !id.utf8.contains(where: isUpper), parts.count > suffix.count,
            parts.suffix(suffix.count).elementsEqual(suffix)
        else { return words }
        return words.keeping(0..<(parts.count - suffix.count))
    }

    private var templateWords: [String] {
        Words(template.text.replacing("{", with: " ").replacing("}", with: " ")).parts
    }

    private func withoutArticles(_ words: Words) -> Words {
        let parts = words.parts
        return words.keeping(parts.indices.filter { $0 == 0 || !articles.contains(parts[$0]) })
    }

    /// Whether the words are the HTTP method and those of the path.
    private func spellsPath(_ words: Words) -> Bool {
        var parts = words.parts
        if parts.first == method.lowercased() {
            parts.removeFirst()
        } else if parts.last == method.lowercased() {
            parts.removeLast()
        } else {
            return false
        }
        let group = groups.flatMap(\.parts)
        let all = template.parts.compactMap { if case .text(let text) = $0 { text } else { nil } }.flatMap {
            Words($0).parts
        }
        let literals = path.literals.flatMap { Words($0).parts }
        let nouns = parts.prefix { $0 != "by" }
        return !parts.isEmpty && consists(nouns.filter { !connectors.contains($0) }, of: all + group)
            && consists(parts.dropFirst(nouns.count).filter { !connectors.contains($0) }, of: templateWords)
            && literals.allSatisfy { consists([$0], of: parts + group) }
    }

    /// Whether words are among others, where two may be written as one: `postgre sql` and `postgresql`.
    private func consists(_ parts: [String], of others: [String]) -> Bool {
        let pairs = zip(others, others.dropFirst()).map { $0 + $1 }
        func isKnown(_ word: String) -> Bool { (others + pairs).contains { isSameNoun($0, word) } }
        var index = 0
        while index < parts.count {
            if isKnown(parts[index]) {
                index += 1
            } else if index + 1 < parts.count, isKnown(parts[index] + parts[index + 1]) {
                index += 2
            } else {
                return false
            }
        }
        return true
    }

    /// Without `by id` and the like at the end, which the labels of the arguments say.
    private func withoutVariables(_ words: Words) -> Words {
        let parts = words.parts
        guard let by = parts.lastIndex(of: "by"), by > 0, by + 1 < parts.count else { return words }
        let said = parts[(by + 1)...].joined()
        let names = template.parameterNames.map { Words($0).noun }
        let isSaid = names.contains { $0 == said || $0.hasSuffix(said) } || (said == "id" && !names.isEmpty)
        return isSaid ? words.keeping(0..<by) : words
    }

    /// For an HTTP method alone or another resource, what the method does.
    private func verb(_ words: Words, _ rest: RESTName) -> Words {
        let parts = words.parts
        guard parts.count == 1 else { return words }
        if parts[0] == method.lowercased() { return Words(rest.verb) }
        let outer = path.isItem ? path.owners.dropLast() : path.owners[...]
        let isResource = outer.contains { isSameNoun($0, parts[0]) }
        return isResource ? rest.text.map { Words($0) } ?? words : words
    }

    /// Whether the words are those of the group and no others.
    private func isGroup(_ words: Words) -> Bool {
        groups.contains { isSameNoun(words.noun, $0.noun) }
    }

    // MARK: The group's words

    /// The words without those of the group, where what remains says the same.
    ///
    /// - Parameter byPath: Whether words that the path has before the group are left out, too.
    private func short(_ words: Words, byPath: Bool = true) -> Words? {
        for group in groups {
            let rest = dropping(group.parts, from: words, byPath: byPath)
            if let rest, !rest.isEmpty, !rest.startsWithDigit { return rest }
        }
        return nil
    }

    private func dropping(_ group: [String], from words: Words, byPath: Bool) -> Words? {
        let parts = words.parts
        guard let match = match(group, parts) else { return nil }
        let (first, last) = (match.lowerBound, match.upperBound)
        guard first > 0 else { return last < parts.count ? words.keeping(last..<parts.count) : nil }
        let owners = path.owners
        // `list site deploys` of `/sites/{site_id}/deploys` is `list(siteID:)`: the label says the rest.
        // `list organization alerts` of `/organization/alerts` is `list()`.
        let outer = byPath && (last == parts.count || parts[last] == "by") ? wordsOfPath(before: group) : []
        func isLabel(_ word: String) -> Bool { owners.contains { isSameNoun($0, word) } || outer.contains(word) }
        let kept = [0] + (1..<first).filter { !isLabel(parts[$0]) } + Array(last..<parts.count)
        if last == parts.count {
            // `add items to playlist` is `add items`; `list account tasks` would not be `list account`.
            if first > 2, objectPrepositions.contains(parts[first - 1]) { return words.keeping(0..<(first - 1)) }
            let isSaid = parts[1..<first].allSatisfy { quantifiers.contains($0) || isLabel($0) }
            return !isCompound(parts) && isSaid ? words.keeping(kept) : nil
        }
        guard parts[1..<first].allSatisfy(isLabel) else { return nil }
        // `remove albums user` is not `remove user`.
        let isCompound =
            !isPlural(parts[last - 1]) || prepositions.contains(parts[last]) || readingVerbs.contains(parts[0])
        return isCompound ? words.keeping(kept) : nil
    }

    /// The words of the literals of the path before the one that names the group; none where no literal does.
    private func wordsOfPath(before group: [String]) -> [String] {
        let literals = ResourcePath(template.text).literals
        let end = literals.lastIndex { isSameNoun(Words($0).noun, group.joined()) } ?? 0
        return literals[..<end].flatMap { Words($0).parts }
    }

    /// Whether the path has the words as one noun: `app token` of `/apptoken` is no verb with its object.
    private func isCompound(_ parts: [String]) -> Bool {
        !pathVerbs.contains(parts[0])
            && path.literals.contains { isSameNoun(Words($0).noun, parts.joined()) }
    }

    /// Where the group's words stand, written as one word or as several, in the singular or plural.
    private func match(_ group: [String], _ parts: [String]) -> Range<Int>? {
        let wanted = group.joined()
        guard !wanted.isEmpty else { return nil }
        for first in parts.indices {
            let same = parts[first...].prefix(group.count)
            if same.count == group.count, zip(same, group).allSatisfy({ isSameNoun($0, $1) }) {
                return first..<(first + group.count)
            }
            var joined = ""
            for last in first..<parts.count {
                joined += parts[last]
                if isSameNoun(joined, wanted) { return first..<(last + 1) }
                if joined.utf8.count > wanted.utf8.count + 3 { break }
            }
        }
        return nil
    }
}

private let articles = wordList("a an the")
private let prepositions = wordList("as at by for from in into of on to via with")
/// Words between what is done and what it is done to.
private let objectPrepositions = wordList("for from of to")
private let connectors = prepositions.union(["and", "id", "ids"])
private let readingVerbs = wordList("count describe fetch find get list read retrieve search show")
/// Words before a noun that say which or how many of them.
private let quantifiers = wordList(
    "active all available batch bulk current latest many multiple my new one own private public recent several single")
