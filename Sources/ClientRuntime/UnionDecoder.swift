/// Selects the branch of a union that a value matches, for `init(from:)` of generated types.
public nonisolated enum UnionDecoder {
    /// The value of the discriminator as text; `nil` if the value is not an object, or if the member is missing or is not a
    /// string, number or Boolean.
    @inline(never)
    public static func tag(_ name: String, of decoder: any Decoder) throws -> String? {
        if let tree = decoder as? NodeDecoder {
            try tree.context.step(at: tree)
            return tree.member(name)?.tag
        }
        guard let container = try? decoder.container(keyedBy: FieldKey.self) else { return nil }
        return (try? container.decode(JSONValue.self, forKey: FieldKey(name))).flatMap { Node($0).tag }
    }

    /// The index of the discriminator's value among the known values, or -1 if it is unknown.
    public static func position(of tag: String?, in tags: [String]) -> Int {
        tag.flatMap { tags.firstIndex(of: $0) } ?? -1
    }

    /// Decodes the value as the branch that matches best, and as the next one if that fails.
    ///
    /// - Parameters:
    ///   - decoder: The decoder of the value.
    ///   - branches: The structures of the branches, in the order of their indices.
    ///   - read: Decodes the branch at an index, or an unknown value for -1.
    @inline(never)
    public static func choose<Union>(
        _ decoder: any Decoder, _ branches: [UnionBranch], _ read: (Int) throws -> Union
    ) throws -> Union {
        guard let tree = decoder as? NodeDecoder else {
            for index in order(of: branches, Node(try JSONValue(from: decoder))) {
                if let union = try? read(index) { return union }
            }
            return try read(-1)
        }
        try tree.context.step(at: tree)
        // Unions that share a member would read it once for each of their branches, at each level of a nested value.
        if tree.context.failedBranches > 32 { tree.remember() }
        let indices = order(of: branches, tree.node)
        return try tree.reading(Union.self) {
            let wasStrict = tree.context.isStrict
            for isStrict in wasStrict ? [true] : [true, false] {
                tree.context.isStrict = isStrict
                defer { tree.context.isStrict = wasStrict }
                if let union = try first(of: indices, tree, read) { return union }
            }
            return try read(-1)
        }
    }

    private static func first<Union>(
        of indices: [Int], _ tree: NodeDecoder, _ read: (Int) throws -> Union
    ) throws -> Union? {
        for index in indices {
            do { return try read(index) } catch {
                if let refusal = tree.context.refusal { throw refusal }
                tree.context.failedBranches += 1
            }
        }
        return nil
    }

    private static func order(of branches: [UnionBranch], _ value: Node) -> [Int] {
        let ranks = branches.indices.compactMap { index in branches[index].rank(value).map { (index, $0) } }
        return ranks.sorted { $0.1 > $1.1 }.map(\.0)
    }

    /// Decodes a payload of any type. Their own `init(from:)` decodes `UUID`, `URL`, `Data` and `Decimal` in another format.
    @inline(never)
    public static func value<T: Decodable>(_ decoder: any Decoder) throws -> T {
        if let tree = decoder as? NodeDecoder { return try tree.decode(T.self) }
        return try decoder.singleValueContainer().decode(T.self)
    }

    /// Encodes a payload of any type; see ``value(_:)``.
    @inline(never)
    public static func encode<T: Encodable>(_ value: T, to encoder: any Encoder) throws {
        if let tree = encoder as? NodeEncoder { return tree.node = try tree.tree(of: value) }
        var container = encoder.singleValueContainer()
        try container.encode(value)
    }
}

/// Encodes branches of a union whose types do not have the discriminator, for `encode(to:)` of generated types.
public nonisolated enum UnionEncoder {
    /// Encodes a branch together with the discriminator.
    @inline(never)
    public static func encode(_ value: some Encodable, _ property: String, _ tag: String, to encoder: any Encoder)
        throws
    {
        var members = encoder.container(keyedBy: FieldKey.self)
        try members.encode(tag, forKey: FieldKey(property))
        try value.encode(to: encoder)
    }
}
