/// Finds out which branch of a union a value is, for `init(from:)` of generated types.
public nonisolated enum UnionDecoder {
    /// The value of the discriminator; `nil` where the value is no object, or has no such member of type string.
    @inline(never)
    public static func tag(_ name: String, of decoder: any Decoder) throws -> String? {
        if let tree = decoder as? NodeDecoder {
            switch tree.member(name) {
            case .string(let tag)?, .text(let tag)?: return tag
            default: return nil
            }
        }
        guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return nil }
        return try? container.decode(String.self, forKey: FieldKey(name))
    }

    /// Reads the value as the branch it looks most like, and as the next one where that fails.
    ///
    /// - Parameter read: Reads the branch of a given position, or keeps the value as it is for any other number.
    @inline(never)
    public static func choose<Union>(
        _ decoder: any Decoder, _ branches: [UnionBranch], _ read: (Int) throws -> Union
    ) throws -> Union {
        let value = try (decoder as? NodeDecoder)?.node ?? Node(try JSONValue(from: decoder))
        let ranks = branches.indices.compactMap { index in branches[index].rank(value).map { (index, $0) } }
        for (index, _) in ranks.sorted(by: { $0.1 > $1.1 }) {
            if let union = try? read(index) { return union }
        }
        return try read(-1)
    }

    /// Reads a payload of any type. Calling `init(from:)` of `UUID`, `URL`, `Data` or `Decimal` would read another form.
    @inline(never)
    public static func value<T: Decodable>(_ decoder: any Decoder) throws -> T {
        if let tree = decoder as? NodeDecoder { return try tree.decode(T.self) }
        return try decoder.singleValueContainer().decode(T.self)
    }

    /// Writes a payload of any type; see ``value(_:)``.
    @inline(never)
    public static func encode<T: Encodable>(_ value: T, to encoder: any Encoder) throws {
        if let tree = encoder as? NodeEncoder { return tree.node = try tree.tree(of: value) }
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// What a JSON value must look like to be one branch of a union.
public nonisolated struct UnionBranch: Sendable {
    public enum Kind: Sendable { case null, boolean, integer, number, string, array, object, any }

    private let kind: Kind
    private let required: [String]
    private let known: Set<String>
    private let constants: [String: [String]]
    private let kinds: [String: Kind]
    private let items: [UnionBranch]
    private let values: [String]
    private let isClosed: Bool

    /// - Parameters:
    ///   - required: Members that must be there.
    ///   - known: Members that may be there, beside the required ones.
    ///   - constants: Members that must have one of some string values.
    ///   - kinds: The JSON type of members that have only one; `null` is taken beside it.
    ///   - items: What the elements of an array may look like; none means anything.
    ///   - values: The string values the branch lists; others are taken where no branch lists them.
    ///   - isClosed: Whether other members speak against the branch.
    public init(
        _ kind: Kind, required: [String] = [], known: [String] = [], constants: [String: [String]] = [:],
        kinds: [String: Kind] = [:], items: [UnionBranch] = [], values: [String] = [], isClosed: Bool = false
    ) {
        self.kind = kind
        self.required = required
        self.known = Set(known).union(required)
        self.constants = constants
        self.kinds = kinds
        self.items = items
        self.values = values
        self.isClosed = isClosed
    }

    /// How well a value fits, to be compared from the front; `nil` where it cannot be of this branch.
    struct Rank: Comparable {
        let scores: [Int]
        /// Decides between branches that fit alike, so that their order in the document never does.
        let names: [String]

        static func < (left: Self, right: Self) -> Bool {
            if left.scores != right.scores { return left.scores.lexicographicallyPrecedes(right.scores) }
            return right.names.lexicographicallyPrecedes(left.names)
        }
    }

    func rank(_ value: Node) -> Rank? {
        if case .text(let text) = value {
            let isBoolean = ["true", "false"].contains(text)
            let literal = isBoolean ? Node.bool(text == "true") : JSONNumber(text).map { .number($0.text) }
            return literal.flatMap(rank) ?? rank(.string(text))
        }
        var listed = 0
        switch (kind, value) {
        case (.null, .null), (.boolean, .bool): break
        case (.array, .array(let elements)): return rank(elements)
        case (.integer, .number(let text)):
            guard JSONNumber(unchecked: text).isInteger else { return nil }
            listed = 1
        case (.number, .number): break
        case (.string, .string(let text)): listed = values.isEmpty ? 0 : values.contains(text) ? 1 : -1
        case (.object, .object(let members)): return rank(members)
        case (.any, _): return Rank(scores: [Int.min], names: [])
        default: return nil
        }
        return Rank(scores: [listed], names: values)
    }

    private func rank(_ list: [Node.Member]) -> Rank? {
        let members = Dictionary(list.lazy.map { ($0.name, $0.value) }) { _, last in last }
        guard required.allSatisfy({ members[$0] != nil }) else { return nil }
        var matched = 0
        for (name, kind) in kinds {
            if let value = members[name], !value.isNull, !kind.takes(value) { return nil }
        }
        for (name, values) in constants {
            guard let value = members[name] else { continue }
            guard case .string(let text) = value, values.contains(text) else { return nil }
            matched += 1
        }
        let unknown = members.keys.count { !known.contains($0) }
        let scores = [matched, isClosed && unknown > 0 ? -1 : 0, -unknown, required.count, -known.count]
        return Rank(scores: scores, names: known.sorted())
    }

    /// The elements decide as far as the branch says what they look like; an empty array fits every branch alike.
    private func rank(_ elements: [Node]) -> Rank? {
        if items.isEmpty { return Rank(scores: [0], names: []) }
        let ranks = elements.map { element in items.compactMap { $0.rank(element) }.max() }
        guard ranks.allSatisfy({ $0 != nil }) else { return nil }
        return Rank(scores: [1], names: items.flatMap { $0.known.sorted() })
    }
}

nonisolated extension UnionBranch.Kind {
    fileprivate func takes(_ value: Node) -> Bool {
        switch (self, value) {
        case (.any, _), (.null, .null), (.boolean, .bool), (.number, .number), (.string, .string), (.array, .array),
            (.object, .object):
            true
        case (.integer, .number(let text)): JSONNumber(unchecked: text).isInteger
        default: false
        }
    }
}

/// Writes a branch of a union whose type does not hold the discriminator, for `encode(to:)` of generated types.
public nonisolated enum UnionEncoder {
    @inline(never)
    public static func encode(_ value: some Encodable, _ property: String, _ tag: String, to encoder: any Encoder)
        throws
    {
        var members = encoder.container(keyedBy: FieldKey.self)
        try members.encode(tag, forKey: FieldKey(property))
        try value.encode(to: encoder)
    }
}
