/// What a JSON value must look like to be one branch of a union.
public nonisolated struct UnionBranch: Sendable {
    public enum Kind: Sendable { case null, boolean, integer, number, string, array, object, any }

    private let kind: Kind
    private let required: [String]
    private let known: Set<String>
    private let constants: [String: [String]]
    private let choices: [String: [String]]
    private let kinds: [String: Kind]
    private let members: [String: [UnionBranch]]
    private let items: [UnionBranch]
    private let values: [String]
    private let isClosed: Bool
    private let alternatives: [UnionBranch]

    /// - Parameters:
    ///   - required: Members that must be there.
    ///   - known: Members that may be there, beside the required ones.
    ///   - constants: Members that must have one of some values: strings, or numbers and booleans as text.
    ///   - choices: The values listed for members of which other branches list others; more may come.
    ///   - kinds: The JSON type of members that have only one; `null` is taken beside it.
    ///   - members: What members may look like, where that tells branches apart.
    ///   - items: What the elements of an array, or the further members of an object, may look like; none means anything.
    ///   - values: The string values the branch lists; others are taken where no branch lists them.
    ///   - isClosed: Whether other members speak against the branch.
    ///   - or: Further looks, where the branch is a union itself.
    public init(
        _ kind: Kind, required: [String] = [], known: [String] = [], constants: [String: [String]] = [:],
        choices: [String: [String]] = [:], kinds: [String: Kind] = [:], members: [String: [UnionBranch]] = [:],
        items: [UnionBranch] = [], values: [String] = [], isClosed: Bool = false, or alternatives: [UnionBranch] = []
    ) {
        self.kind = kind
        self.required = required
        self.known = Set(known).union(required)
        self.constants = constants
        self.choices = choices
        self.kinds = kinds
        self.members = members
        self.items = items
        self.values = values
        self.isClosed = isClosed
        self.alternatives = alternatives
    }

    /// How well a value fits; `nil` where it cannot be of this branch.
    func rank(_ value: Node) -> UnionRank? {
        alternatives.reduce(ownRank(value)) { best, branch in
            guard let rank = branch.rank(value) else { return best }
            return best.map { max($0, rank) } ?? rank
        }
    }

    private func ownRank(_ value: Node) -> UnionRank? {
        if case .text(let text) = value {
            return value.literal.flatMap(ownRank) ?? ownRank(.string(text))
        }
        var rank = UnionRank()
        switch (kind, value) {
        case (.null, .null), (.boolean, .bool), (.number, .number): break
        case (.integer, .number(let text)):
            guard JSONNumber(unchecked: text).isInteger else { return nil }
            rank.tier = 1
        case (.string, .string(let text)): if !values.isEmpty { rank.count(values.contains(text)) }
        case (.array, .array(let elements)): return self.rank(elements)
        case (.object, .object(let list)): return self.rank(list)
        case (.any, _): rank.tier = -1
        default: return nil
        }
        rank.names = values
        return rank
    }

    private func rank(_ list: [Node.Member]) -> UnionRank? {
        let found = Dictionary(list.lazy.map { ($0.name, $0.value) }) { _, last in last }
        guard required.allSatisfy({ found[$0] != nil }) else { return nil }
        var rank = UnionRank()
        rank.required = required.count
        rank.known = known.count
        rank.names = known.sorted()
        for (name, kind) in kinds {
            if let value = found[name], !value.isNull, !kind.takes(value) { return nil }
        }
        for (name, values) in constants {
            guard let value = found[name] else { continue }
            guard let tag = value.tag, values.contains(tag) else { return nil }
            rank.matched += 1
        }
        for (name, values) in choices {
            if let tag = found[name]?.tag { rank.count(values.contains(tag)) }
        }
        for (name, looks) in members {
            guard let value = found[name], !value.isNull else { continue }
            guard let inner = looks.compactMap({ $0.rank(value) }).max() else { return nil }
            rank.add(inner)
        }
        for (name, value) in found where !known.contains(name) {
            rank.unknown += 1
            guard !items.isEmpty, !value.isNull else { continue }
            guard items.contains(where: { $0.rank(value) != nil }) else { return nil }
        }
        if isClosed, rank.unknown > 0 { rank.conflicts += 1 }
        return rank
    }

    /// The elements decide as far as the branch says what they look like; an empty array fits every branch alike.
    private func rank(_ elements: [Node]) -> UnionRank? {
        var rank = UnionRank()
        guard !items.isEmpty else { return rank }
        rank.tier = 1
        rank.names = items.flatMap { $0.known.sorted() }
        for element in elements where !element.isNull {
            guard let inner = items.compactMap({ $0.rank(element) }).max() else { return nil }
            rank.add(inner)
        }
        return rank
    }
}

/// How well a value fits a branch. The greatest wins.
nonisolated struct UnionRank: Comparable {
    /// Above what says nothing of the value.
    var tier = 0
    /// Members and values that are as the branch says.
    var matched = 0
    /// Those that are not, where that does not rule the branch out.
    var conflicts = 0
    var unknown = 0
    var required = 0
    var known = 0
    /// Decide between branches that fit alike, so that their order in the document never does.
    var names: [String] = []

    mutating func count(_ isMatch: Bool) {
        if isMatch { matched += 1 } else { conflicts += 1 }
    }

    /// Takes in how well a part of the value fits.
    mutating func add(_ part: Self) {
        matched += part.matched
        conflicts += part.conflicts
        unknown += part.unknown
        required += part.required
        known += part.known
    }

    private var scores: [Int] { [tier, matched, -conflicts, -unknown, required, -known] }

    static func < (left: Self, right: Self) -> Bool {
        if left.scores != right.scores { return left.scores.lexicographicallyPrecedes(right.scores) }
        return right.names.lexicographicallyPrecedes(left.names)
    }
}

nonisolated extension UnionBranch.Kind {
    fileprivate func takes(_ value: Node) -> Bool {
        switch (self, value) {
        case (.any, _), (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .array),
            (.object, .object):
            true
        case (.integer, .number(let text)): JSONNumber(unchecked: text).isInteger
        case (.string, .text): true
        case (_, .text): value.literal.map(takes) ?? false
        default: false
        }
    }
}

nonisolated extension Node {
    /// The boolean or number that a text without a type spells.
    fileprivate var literal: Node? {
        guard case .text(let text) = self else { return nil }
        if text == "true" || text == "false" { return .bool(text == "true") }
        return JSONNumber(text).map { .number($0.text) }
    }

    /// A string, number or boolean as the text that stands for it among a branch's values.
    var tag: String? {
        switch self {
        case .string(let text), .text(let text): text
        case .number(let text): JSONNumber(unchecked: text).int.map { String($0) } ?? text
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}
