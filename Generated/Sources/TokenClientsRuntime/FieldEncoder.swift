#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Encodes the members of an object, for `encode(to:)` of generated types. The counterpart of ``FieldDecoder``.
///
/// Only ``finish()`` throws: the other methods store the first error.
public nonisolated struct FieldEncoder {
    let target: FieldTarget

    /// Creates an encoder of the members of an object.
    public init(_ encoder: any Encoder) {
        if let tree = encoder as? NodeEncoder {
            tree.beginMembers()
            target = tree
        } else {
            target = ContainerTarget(encoder.container(keyedBy: FieldKey.self))
        }
    }

    /// Throws the first error of the other methods, if there was one.
    public func finish() throws { if let error = target.firstError { throw error } }

    /// Encodes a member: a string.
    @inline(never) public func string(_ name: String, _ value: String) { target.add(name, value) }
    /// Encodes a member: a Boolean.
    @inline(never) public func bool(_ name: String, _ value: Bool) { target.add(name, value) }
    /// Encodes a member: an integer.
    @inline(never) public func int(_ name: String, _ value: Int) { target.add(name, value) }
    /// Encodes a member: a 32-bit integer.
    @inline(never) public func int32(_ name: String, _ value: Int32) { target.add(name, value) }
    /// Encodes a member: a 64-bit integer.
    @inline(never) public func int64(_ name: String, _ value: Int64) { target.add(name, value) }
    /// Encodes a member: an unsigned 64-bit integer.
    @inline(never) public func uint64(_ name: String, _ value: UInt64) { target.add(name, value) }
    /// Encodes a member: a `Double`.
    @inline(never) public func double(_ name: String, _ value: Double) { target.add(name, value) }
    /// Encodes a member: a `Float`.
    @inline(never) public func float(_ name: String, _ value: Float) { target.add(name, value) }
    /// Encodes a member: a `Decimal`.
    @inline(never) public func decimal(_ name: String, _ value: Decimal) { target.add(name, value) }
    /// Encodes a member: a date-time.
    @inline(never) public func dateTime(_ name: String, _ value: DateTime) { target.add(name, value) }
    /// Encodes a member: a date.
    @inline(never) public func date(_ name: String, _ value: CalendarDate) { target.add(name, value) }
    /// Encodes a member: Base64 data.
    @inline(never) public func data(_ name: String, _ value: Data) { target.add(name, value) }
    /// Encodes a member: any JSON value.
    @inline(never) public func json(_ name: String, _ value: JSONValue) { target.add(name, value) }
    /// Encodes a member: an array.
    @inline(never) public func array<T: Encodable>(_ name: String, _ value: [T]) { target.add(name, value) }
    /// Encodes a member: an object with values of one type.
    @inline(never) public func dictionary<T: Encodable>(_ name: String, _ value: [String: T]) {
        target.add(name, value)
    }
    /// Encodes a member: an enum.
    @inline(never) public func enumeration<T: OpenEnum>(_ name: String, _ value: T) where T.RawValue == String {
        target.add(name, value.rawValue)
    }

    /// Encodes a member: a value of any type.
    @inline(never) public func value<T: Encodable>(_ name: String, _ value: T) { target.add(name, value) }

    /// Encodes a member unless it is `nil`: a string.
    @inline(never) public func optionalString(_ name: String, _ value: String?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a Boolean.
    @inline(never) public func optionalBool(_ name: String, _ value: Bool?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: an integer.
    @inline(never) public func optionalInt(_ name: String, _ value: Int?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a 32-bit integer.
    @inline(never) public func optionalInt32(_ name: String, _ value: Int32?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a 64-bit integer.
    @inline(never) public func optionalInt64(_ name: String, _ value: Int64?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: an unsigned 64-bit integer.
    @inline(never) public func optionalUInt64(_ name: String, _ value: UInt64?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Double`.
    @inline(never) public func optionalDouble(_ name: String, _ value: Double?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Float`.
    @inline(never) public func optionalFloat(_ name: String, _ value: Float?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a `Decimal`.
    @inline(never) public func optionalDecimal(_ name: String, _ value: Decimal?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a date-time.
    @inline(never) public func optionalDateTime(_ name: String, _ value: DateTime?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: a date.
    @inline(never) public func optionalDate(_ name: String, _ value: CalendarDate?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: Base64 data.
    @inline(never) public func optionalData(_ name: String, _ value: Data?) { optional(name, value) }
    /// Encodes a member unless it is `nil`: any JSON value.
    @inline(never) public func optionalJSON(_ name: String, _ value: JSONValue?) { optional(name, value) }

    /// Encodes a member unless it is `nil`: a value of any type.
    @inline(never) public func optional<T: Encodable>(_ name: String, _ value: T?) {
        if let value { target.add(name, value) }
    }

    /// Encodes a member: a value of any type, or `null` if it is `nil`.
    @inline(never) public func nullable<T: Encodable>(_ name: String, _ value: T?) { target.add(name, value) }

    /// Encodes additional members (`additionalProperties`). Must be called first, so that declared members override them.
    @inline(never) public func rest<T: Encodable>(_ fields: [String: T]) {
        for field in fields.sorted(by: { $0.key < $1.key }) { target.add(field.key, field.value) }
    }
}

/// The target of ``FieldEncoder``: the runtime's own tree, or the container of another encoder.
nonisolated class FieldTarget {
    private(set) var firstError: (any Error)?

    final func add<T: Encodable>(_ name: String, _ value: T) {
        do { try write(name, value) } catch { if firstError == nil { firstError = error } }
    }

    func write<T: Encodable>(_ name: String, _ value: T) throws {}
    func hasField(_ name: String) -> Bool { false }
}

nonisolated final class ContainerTarget: FieldTarget {
    private var container: KeyedEncodingContainer<FieldKey>
    private var names: Set<String> = []

    init(_ container: KeyedEncodingContainer<FieldKey>) { self.container = container }

    override func hasField(_ name: String) -> Bool { names.contains(name) }

    override func write<T: Encodable>(_ name: String, _ value: T) throws {
        names.insert(name)
        try container.encode(value, forKey: FieldKey(name))
    }
}
