/// A generated type whose members are compared and described one by one.
///
/// Its `==` is declared here and not in each type, because the compiler considers every operator of a module for each type
/// that declares one. In a module of a thousand types, that is half of the compile time.
public nonisolated protocol FieldComparable: Equatable, CustomDebugStringConvertible {
    /// Whether all members are equal.
    static func areEqual(_ left: Self, _ right: Self) -> Bool
}

nonisolated extension FieldComparable {
    /// Whether all members are equal.
    public static func == (left: Self, right: Self) -> Bool { Self.areEqual(left, right) }
}

/// Compares pairs of values, for ``FieldComparable``.
///
/// Common member types have their own methods, because a generic call passes metadata and its arguments by address. The
/// methods for collections are generic over the element type alone, so no conformance of the collection is looked up.
public nonisolated struct FieldComparison {
    /// Whether all pairs compared so far are equal.
    public private(set) var isEqual = true

    /// Creates a comparison without pairs.
    public init() {}

    private mutating func compare<T: Equatable>(_ left: T, _ right: T) {
        if isEqual { isEqual = left == right }
    }

    /// Compares strings.
    @inline(never) public mutating func string(_ left: String, _ right: String) { compare(left, right) }
    /// Compares Booleans.
    @inline(never) public mutating func bool(_ left: Bool, _ right: Bool) { compare(left, right) }
    /// Compares integers.
    @inline(never) public mutating func int(_ left: Int, _ right: Int) { compare(left, right) }
    /// Compares `Double`s.
    @inline(never) public mutating func double(_ left: Double, _ right: Double) { compare(left, right) }
    /// Compares date-times.
    @inline(never) public mutating func dateTime(_ left: DateTime, _ right: DateTime) { compare(left, right) }
    /// Compares arrays.
    @inline(never) public mutating func array<T: Equatable>(_ left: [T], _ right: [T]) {
        if isEqual { isEqual = left == right }
    }
    /// Compares dictionaries.
    @inline(never) public mutating func dictionary<T: Equatable>(_ left: [String: T], _ right: [String: T]) {
        if isEqual { isEqual = left == right }
    }
    /// Compares values of any type.
    @inline(never) public mutating func value<T: Equatable>(_ left: T, _ right: T) { compare(left, right) }
    /// Compares optional strings.
    @inline(never) public mutating func optionalString(_ left: String?, _ right: String?) { compare(left, right) }
    /// Compares optional Booleans.
    @inline(never) public mutating func optionalBool(_ left: Bool?, _ right: Bool?) { compare(left, right) }
    /// Compares optional integers.
    @inline(never) public mutating func optionalInt(_ left: Int?, _ right: Int?) { compare(left, right) }
    /// Compares optional `Double`s.
    @inline(never) public mutating func optionalDouble(_ left: Double?, _ right: Double?) { compare(left, right) }
    /// Compares optional date-times.
    @inline(never) public mutating func optionalDateTime(_ left: DateTime?, _ right: DateTime?) { compare(left, right) }
    /// Compares optional arrays.
    @inline(never) public mutating func optionalArray<T: Equatable>(_ left: [T]?, _ right: [T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    /// Compares optional dictionaries.
    @inline(never) public mutating func optionalDictionary<T: Equatable>(_ left: [String: T]?, _ right: [String: T]?) {
        guard isEqual else { return }
        if let left, let right { isEqual = left == right } else { isEqual = left == nil && right == nil }
    }
    /// Compares optional values of any type.
    @inline(never) public mutating func optional<T: Equatable>(_ left: T?, _ right: T?) { compare(left, right) }
}

/// Combines values into a hasher, for `hash(into:)` of generated types.
public nonisolated enum FieldHasher {
    /// Hashes a string.
    @inline(never) public static func string(_ value: String, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a Boolean.
    @inline(never) public static func bool(_ value: Bool, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an integer.
    @inline(never) public static func int(_ value: Int, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a `Double`.
    @inline(never) public static func double(_ value: Double, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes a date-time.
    @inline(never) public static func dateTime(_ value: DateTime, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an array.
    @inline(never) public static func array<T: Hashable>(_ value: [T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    /// Hashes a dictionary.
    @inline(never) public static func dictionary<T: Hashable>(_ value: [String: T], into hasher: inout Hasher) {
        value.hash(into: &hasher)
    }
    /// Hashes a value of any type.
    @inline(never) public static func value<T: Hashable>(_ value: T, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional string.
    @inline(never) public static func optionalString(_ value: String?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional Boolean.
    @inline(never) public static func optionalBool(_ value: Bool?, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an optional integer.
    @inline(never) public static func optionalInt(_ value: Int?, into hasher: inout Hasher) { hasher.combine(value) }
    /// Hashes an optional `Double`.
    @inline(never) public static func optionalDouble(_ value: Double?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional date-time.
    @inline(never) public static func optionalDateTime(_ value: DateTime?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
    /// Hashes an optional array.
    @inline(never) public static func optionalArray<T: Hashable>(_ value: [T]?, into hasher: inout Hasher) {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    /// Hashes an optional dictionary.
    @inline(never) public static func optionalDictionary<T: Hashable>(_ value: [String: T]?, into hasher: inout Hasher)
    {
        hasher.combine(value == nil ? 0 as UInt8 : 1)
        value?.hash(into: &hasher)
    }
    /// Hashes an optional value of any type.
    @inline(never) public static func optional<T: Hashable>(_ value: T?, into hasher: inout Hasher) {
        hasher.combine(value)
    }
}
