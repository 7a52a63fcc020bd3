/// The structure of one branch of a union, with which JSON values are compared.
public nonisolated struct UnionBranch: Sendable {
    /// A JSON type.
    public enum Kind: Sendable {
        /// `null`.
        case null
        /// `true` or `false`.
        case boolean
        /// A number without a fraction.
        case integer
        /// Any number.
        case number
        /// A string.
        case string
        /// An array.
        case array
        /// An object.
        case object
        /// Any value.
        case any
    }

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

    /// Creates a branch.
    ///
    /// - Parameters:
    ///   - kind: The JSON type of the values.
    ///   - required: The required members.
    ///   - known: The optional members.
    ///   - constants: The allowed values of constant members: strings, or numbers and Booleans as text.
    ///   - choices: The known values of members whose known values differ between branches. Other values are allowed.
    ///   - kinds: The JSON type of members with a single type. `null` is allowed as well.
    ///   - members: The structures of members, if they differ between branches.
    ///   - items: The structures of the elements of an array, or of the additional members of an object. Empty means any.
    ///   - values: The known strings of the branch. Other strings match if no branch lists them.
    ///   - isClosed: Whether other members count against the branch.
    ///   - alternatives: Alternative structures, if the branch is itself a union.
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

    /// How well a value matches; `nil` if it can't be of this branch.
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

    /// Compares the elements, if the branch specifies them. An empty array matches every branch equally.
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

/// How well a value matches a branch. The greatest rank wins.
nonisolated struct UnionRank: Comparable {
    /// Higher for a branch that specifies the value's structure.
    var tier = 0
    /// The number of members and values that match.
    var matched = 0
    /// The number of members and values that do not match but do not exclude the branch.
    var conflicts = 0
    var unknown = 0
    var required = 0
    var known = 0
    /// Breaks ties, so that the order of branches in the document does not matter.
    var names: [String] = []

    mutating func count(_ isMatch: Bool) {
        if isMatch { matched += 1 } else { conflicts += 1 }
    }

    /// Adds the rank of a part of the value.
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
    /// The Boolean or number that an untyped text represents.
    fileprivate var literal: Node? {
        guard case .text(let text) = self else { return nil }
        if text == "true" || text == "false" { return .bool(text == "true") }
        return JSONNumber(text).map { .number($0.text) }
    }

    /// A string, number or Boolean as text, to compare it with the values of a branch.
    var tag: String? {
        switch self {
        case .string(let text), .text(let text): text
        case .number(let text): JSONNumber(unchecked: text).int.map { String($0) } ?? text
        case .bool(let flag): flag ? "true" : "false"
        default: nil
        }
    }
}
