/// A generated type whose members are compared one after the other.
///
/// Its `==` is here and not in each type: a compiler looks at every operator of a module for each type that has one, which is half of what it does
/// about a module of a thousand types.
public nonisolated protocol FieldComparable: Equatable {
    /// Whether all members are equal.
    static func areEqual(_ left: Self, _ right: Self) -> Bool
}

nonisolated extension FieldComparable {
    public static func == (left: Self, right: Self) -> Bool { Self.areEqual(left, right) }
}

/// Compares values one pair after the other, for ``FieldComparable``.
///
/// A call for each kind of member that is common, since one for any type has to be handed the type and how its values are compared, and its
/// arguments by address. Those for collections say how elements are compared, which is given; how the collection is would be looked up at each call.
public nonisolated struct FieldComparison {
    /// Whether all pairs so far are equal.
    public private(set) var isEqual = true

    public init() {}

    private mutating func compare<T: Equatable>(_ left: T, _ right: T) {
        if isEqual { isEqual = left == right }
    }

    @inline(never) public mutating func string(_ left: String, _ right: String) { compare(left, right) }
    @inline(never) public mutating func bool(_ left: Bool, _ right: Bool) { compare(left, right) }
    @inline(never) public mutating func int(_ left: Int, _ right: Int) { compare(left, right) }
    @inline(never) public mutating func double(_ left: Double, _ right: Double) { compare(left, right) }
    @inline(never) public mutating func dateTime(_ left: DateTime, _ right: DateTime) { compare(left, right) }
    @inline(never) public mutating func array<T: Equatable>(_ left: [T], _ right: [T]) {
        if isEqual { isEqual = left == right }
    }
    @inline(never) public mutating func dictionary<T: Equatable>(_ left: [String: T], _ right: [String: T]) {
        if isEqual { isEqual = left == right }
    }
    @inline(never) public mutating func value<T: Equatable>(_ left: T, _ right: T) { compare(left, right) }
    @inline(never) public mutating func optionalString(_ left: String?, _ right: String?) { compare(left, right) }
    @inline(never) public mutating func optionalBool(_ left: Bool?, _ right: Bool?) { compare(left, right) }
    @inline(never) public mutating func optionalInt(_ left: Int?, _ right: Int?) { compare(left, right) }
    @inline(never) public mutating func optionalDouble(_ left: Double?, _ right: Double?) { compare(left, right) }
    @inline(never) public mutating func optionalDateTime(_ left: DateTime?, _ right: DateTime?) { compare(left, right) }
    @inline(never) public mutating func optionalArray<T: Equatable>(_ left: [T]?, _ right: [T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    @inline(never) public mutating func optionalDictionary<T: Equatable>(_ left: [String: T]?, _ right: [String: T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    @inline(never) public mutating func optional<T: Equatable>(_ left: T?, _ right: T?) { compare(left, right) }
}

/// Feeds values to a hasher, for `hash(into:)` of generated types.
public nonisolated enum FieldHasher {
    @inline(never) public static func string(_ value: String, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func bool(_ value: Bool, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func int(_ value: Int, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func double(_ value: Double, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func dateTime(_ value: DateTime, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func array<T: Hashable>(_ value: [T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    @inline(never) public static func dictionary<T: Hashable>(_ value: [String: T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    @inline(never) public static func value<T: Hashable>(_ value: T, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    @inline(never) public static func optionalString(_ value: String?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    @inline(never) public static func optionalBool(_ value: Bool?, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func optionalInt(_ value: Int?, into hasher: inout Hasher) { hasher.combine(value) }
    @inline(never) public static func optionalDouble(_ value: Double?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    @inline(never) public static func optionalDateTime(_ value: DateTime?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    @inline(never) public static func optionalArray<T: Hashable>(_ value: [T]?, into hasher: inout Hasher) {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    @inline(never) public static func optionalDictionary<T: Hashable>(_ value: [String: T]?, into hasher: inout Hasher)
    {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    @inline(never) public static func optional<T: Hashable>(_ value: T?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
}
