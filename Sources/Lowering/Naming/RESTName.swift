import ClientModel

/// What an operation is called by method and path alone, as REST interfaces use them.
///
/// For example, in the group of `customers`: `GET /customers` is `list`, `POST /customers/{id}` is `update`, `GET /customers/{id}/sources` is
/// `sources` and `POST /customers/{id}/sources/{id}/verify` is `verify source`.
struct RESTName {
    /// Upper case.
    let method: String
    /// Below what all paths of the document begin with.
    let path: ResourcePath
    /// The methods that the path has, upper case.
    let methods: Set<String>
    /// The words of the group in lower case.
    let group: [String]
    /// The words of the `operationId` in lower case, which decide between singular and plural.
    var id: [String] = []

    /// The words of the `operationId` that decide between singular and plural: none where it spells the path's variables too, as
    /// `GetCustomersCustomer` does.
    private var number: [String] {
        let isLiteral =
            zip(id, id.dropFirst()).contains { isSameNoun($0, $1) } || (id.contains("id") && !id.contains("by"))
        return isLiteral ? [] : id
    }

    /// The words with spaces between them, or `nil` where method and path do not say what the operation does.
    var text: String? {
        let tail = tail
        let literals = tail.compactMap(\.literal)
        guard !literals.isEmpty else { return ofResource }
        let nouns = nouns(tail)
        let last = nouns[nouns.count - 1]
        let isItem = tail.last?.literal == nil
        let context = nouns.dropLast()
        if !isItem, isAction(last, isAlone: context.isEmpty) { return action(last, on: context) }
        let object = (context + [isItem ? form(last, isPlural: false) : last]).joined(separator: " ")
        switch method {
        case "GET": return object
        case "POST" where isItem: return (methods.isDisjoint(with: ["PUT", "PATCH"]) ? "update " : "create ") + object
        case "POST": return "create " + (context + [form(last, isPlural: false)]).joined(separator: " ")
        case "PUT": return "replace " + object
        case "PATCH": return "update " + object
        default: return method.lowercased() + " " + object
        }
    }

    /// What the HTTP method does to what the group is about.
    var verb: String {
        switch method {
        case "GET": id.last { isSameNoun($0, group.last ?? "") }.map(Lowering.isPlural) ?? isPlural ? "list" : "get"
        case "POST": "create"
        case "PUT": "replace"
        case "PATCH": "update"
        default: method.lowercased()
        }
    }

    /// Whether the path ends with a plural.
    var isPlural: Bool {
        path.segments.last?.literal.map { Words($0).parts.last.map(Lowering.isPlural) ?? false } ?? false
    }

    /// Whether the path names the group.
    var isBelowGroup: Bool { groupEnd != nil }

    /// The name of an operation on what the group is about.
    private var ofResource: String? {
        guard let literal = path.literals.last, let last = Words(literal).parts.last else { return nil }
        let isItem = path.isItem
        if !isItem, pathVerbs.contains(last) { return id.isEmpty ? Words(literal).text : nil }
        let named = number.last { isSameNoun($0, last) }
        let isSeveral = named.map(Lowering.isPlural) ?? (!isItem && Lowering.isPlural(last))
        switch method {
        case "GET": return isSeveral ? "list" : "get"
        case "POST" where isItem: return methods.isDisjoint(with: ["PUT", "PATCH"]) ? "update" : "create"
        case "POST": return "create"
        case "PUT": return isItem || !isSeveral ? "replace" : "replace all"
        case "PATCH": return isItem || !isSeveral ? "update" : "update all"
        case "DELETE": return isItem || !isSeveral ? "delete" : "delete all"
        default: return method.lowercased()
        }
    }

    /// What stands behind the literals of the group, which may be several: `/linode/instances` for `Linode instances`. Variables directly
    /// behind them tell which one is meant, and are left out.
    private var tail: ArraySlice<ResourcePath.Segment> {
        path.segments[(groupEnd ?? 0)...].drop { $0.literal == nil }
    }

    /// Where the literals of the group end.
    private var groupEnd: Int? {
        let wanted = group.joined()
        var result: Int?
        let named = path.segments.indices.filter { path.segments[$0].literal != nil }
        for start in named.indices {
            var words = ""
            for end in named[start...] {
                guard words.utf8.count <= wanted.utf8.count, let literal = path.segments[end].literal else { break }
                words += Words(literal).noun
                if isSameNoun(words, wanted) { result = end + 1 }
            }
        }
        return result
    }

    /// The words of each literal; in the singular where a variable tells which one is meant.
    private func nouns(_ tail: ArraySlice<ResourcePath.Segment>) -> [String] {
        var nouns: [String] = []
        for index in tail.indices {
            guard let literal = tail[index].literal else { continue }
            let isFollowed = index + 1 < tail.endIndex && tail[index + 1].literal == nil
            let isLast = tail[(index + 1)...].allSatisfy { $0.literal == nil }
            let words = Words(literal).text
            nouns.append(isFollowed && !isLast ? form(words, isPlural: false) : words)
        }
        return nouns
    }

    /// The noun as the `operationId` has it; otherwise in the form that is wanted.
    private func form(_ words: String, isPlural: Bool) -> String {
        var parts = words.split(separator: " ").map(String.init)
        guard let last = parts.popLast() else { return words }
        let lower = last.lowercased()
        if let named = number.last(where: { isSameNoun($0, lower) }), named != lower {
            return (parts + [named]).joined(separator: " ")
        }
        if number.contains(lower) { return words }
        return (parts + [isPlural ? last : singular(last)]).joined(separator: " ")
    }

    /// Whether the last literal says what is done: a known verb, or anything in the singular that can only be posted to, directly behind
    /// what the group is about.
    private func isAction(_ words: String, isAlone: Bool) -> Bool {
        let parts = words.lowercased().split(separator: " ").map(String.init)
        guard let first = parts.first, let last = parts.last else { return false }
        if case .action = path.segments.last { return true }
        if pathVerbs.contains(first) { return true }
        guard method == "POST", isAlone, methods.isDisjoint(with: ["GET", "PUT", "DELETE"]), !Lowering.isPlural(last)
        else { return false }
        return path.segments.dropLast().last?.literal == nil && path.segments.count > 1
    }

    /// For example: `verify source`, `mark message as read`.
    private func action(_ words: String, on context: ArraySlice<String>) -> String {
        let parts = words.split(separator: " ", maxSplits: 1).map(String.init)
        return (parts.prefix(1) + context + parts.dropFirst()).joined(separator: " ")
    }
}

/// Verbs that paths end with.
let pathVerbs = wordList(
    """
    accept activate add apply approve archive assign attach authenticate authorize block cancel capture check clear clone close commit \
    complete confirm connect convert copy deactivate decline deploy detach disable disconnect dismiss download duplicate enable \
    execute expire export finalize follow generate grant import install invalidate invite join kill leave list lock login logout make \
    mark merge migrate move patch pause pay ping play preview process prune publish push query reactivate read reboot rebuild \
    recommend recover refresh reject release remove rename reopen reorder replay reset resize resolve restart restore resume retry \
    revoke rollback rotate run scroll search seen send share shutdown start stop submit subscribe suspend sync test transfer trigger \
    unarchive unassign unblock undo unfollow uninstall unlock unpause unpublish unsubscribe upgrade upload validate verify void wait
    """)
