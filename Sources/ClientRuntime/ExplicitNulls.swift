/// The optional members of a value that are sent as `null`.
///
/// An optional member without a value is omitted, unless it is listed here. For example, `Pet(name: "Rex", explicitNulls: [.owner])`
/// sends `"owner": null`. A member that has a value is sent with it, listed or not.
public nonisolated struct ExplicitNulls<Model>: SetAlgebra, Hashable, Sendable {
    /// A set with one member.
    public typealias Element = Self
    /// A set with one member.
    public typealias ArrayLiteralElement = Self

    /// The names of the members in JSON.
    private(set) var names: Set<String>

    /// Creates an empty set.
    public init() { names = [] }

    /// Creates a set with the member that has a name in JSON. Generated code declares one for each nullable member.
    public init(name: String) { names = [name] }

    init(names: Set<String>) { self.names = names }

    /// Whether the set has all members of another.
    public func contains(_ member: Self) -> Bool { member.names.isSubset(of: names) }

    /// The members of both sets.
    public func union(_ other: Self) -> Self { Self(names: names.union(other.names)) }
    /// The members that both sets have.
    public func intersection(_ other: Self) -> Self { Self(names: names.intersection(other.names)) }
    /// The members that only one of the sets has.
    public func symmetricDifference(_ other: Self) -> Self { Self(names: names.symmetricDifference(other.names)) }

    /// Adds the members of another set.
    public mutating func formUnion(_ other: Self) { names.formUnion(other.names) }
    /// Removes the members that another set does not have.
    public mutating func formIntersection(_ other: Self) { names.formIntersection(other.names) }
    /// Removes the members that both sets have, and adds those that only the other has.
    public mutating func formSymmetricDifference(_ other: Self) { names.formSymmetricDifference(other.names) }

    /// Adds a member.
    @discardableResult public mutating func insert(_ member: Self) -> (inserted: Bool, memberAfterInsert: Self) {
        defer { formUnion(member) }
        return (!contains(member), member)
    }

    /// Adds a member, and returns it if it was there.
    @discardableResult public mutating func update(with member: Self) -> Self? {
        defer { formUnion(member) }
        return contains(member) ? member : nil
    }

    /// Removes a member, and returns it if it was there.
    @discardableResult public mutating func remove(_ member: Self) -> Self? {
        let removed = intersection(member)
        names.subtract(member.names)
        return removed.names.isEmpty ? nil : removed
    }
}

nonisolated extension ExplicitNulls: CustomStringConvertible {
    /// The names of the members in JSON.
    public var description: String { names.sorted().description }
}

nonisolated extension ExplicitNulls: EmptyAware {}

nonisolated extension FieldDecoder {
    /// Those of some members that are `null`.
    @inline(never) public func nulls<Model>(_ names: String...) -> ExplicitNulls<Model> {
        ExplicitNulls(names: Set(names.filter(source.isNull)))
    }
}

nonisolated extension FieldEncoder {
    /// Encodes `null` for the members of a set that have no value. Must be called last.
    @inline(never) public func nulls<Model>(_ members: ExplicitNulls<Model>) {
        for name in members.names.sorted() where !target.hasField(name) { target.add(name, String?.none) }
    }
}
